import type { Actor, RegisterName } from '@caudal/methods/govern'
import { type CaudalNode, withSight } from '../../store/index.ts'
import { waitingKeepers } from '../waiting/waiting-keeper.ts'
import { activityToBeNamed } from './activity-to-be-named.ts'
import { datasetRefusals } from './dataset-refusals.ts'

/** Datasets to name in a refusal; longer lists are in the inventory. */
const mostOffered = 20

/**
 * What an account may enter for the first time. A dataset that has no files is nobody's yet, and entering it would keep
 * the institution, of whatever country, that uses the name from bringing its first file; the first file enters it by
 * itself. And what datasets of all countries stand under is no activity of one of them.
 *
 * @throws {Refusal} registers.dataset-without-files, registers.activity-reserved
 */
export async function checkFirstEntry(
  node: CaudalNode,
  actor: Actor,
  name: RegisterName,
  id: string,
): Promise<void> {
  if (name === 'activity' && id === activityToBeNamed) {
    throw datasetRefusals.refuse('activity-reserved', { id })
  }
  if (name !== 'dataset' || actor.kind === 'terminal') return
  // rows of nobody are in nobody's sight, so the node looks
  const rows = await withSight({ of: 'node' }, () =>
    node.register.query<{ id: string; country: string | null }>(
      'select id, country from datasets order by id',
    ),
  )
  if (rows.some((row) => row.id === id)) return
  const stock = await Promise.all(
    waitingKeepers().map((keeper) => keeper.takeStock(node, () => undefined)),
  )
  // records that wait in a form of the own country have their dataset before any file
  const isWaiting = ({ dataset, country }: { dataset: string; country: string }) =>
    dataset === id && country === actor.country
  if (stock.flat().some(isWaiting)) return
  const own = rows.filter(({ country }) => country === actor.country).map((row) => row.id)
  const said = [...own.slice(0, mostOffered), ...(own.length > mostOffered ? ['…'] : [])]
  throw datasetRefusals.refuse('dataset-without-files', { id, datasets: said.join(', ') || '–' })
}
