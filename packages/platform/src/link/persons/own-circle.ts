import type { Actor } from '@caudal/methods/govern'
import { findDocument } from '../../govern/registers/documents.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import type { Circles } from './circles.ts'
import { journeysOf } from './journey-dataset.ts'
import { readRunCircles } from './kept-apart.ts'
import type { LinkRun } from './link-runs.ts'

/** The batches of a run that somebody works on; nothing where it is all of them. */
export type OwnBatches = readonly number[] | undefined

/**
 * What of a run is for somebody of an institution: the circle in whose middle it stands, or whose members all
 * share with it; all of the run where that is its only circle, and nothing where it gave records and was given
 * none. Whoever is of no institution, as at the terminal, has all, and what is nobody's is for everybody.
 */
export async function ownBatches(
  node: CaudalNode,
  { institution }: Actor,
  run: Pick<LinkRun, 'id' | 'country' | 'inputs'>,
): Promise<OwnBatches> {
  if (institution === '') return undefined
  const circles = await readRunCircles(node, run)
  const readers = await node.register.query<{ institution: string }>(
    'select institution from journey_circles where batch = $1 and institution = $2',
    [run.id, institution],
  )
  const reads = ({ middle, institutions }: (typeof circles)[number]) =>
    middle === institution ||
    (readers.length > 0 && institutions.some(({ id }) => id === institution))
  if (circles.length > 1) return circles.find(reads)?.batches ?? []
  const [only] = circles
  if (only === undefined || only.middle === '') return undefined
  const journeys = await findDocument(node.register, 'dataset', journeysOf(run.country))
  const { owner } = journeys?.content ?? { owner: only.middle }
  return owner === institution || readers.length > 0 ? undefined : []
}

/** Whether the number of a card, or a record, is of one of some batches. */
export function isOwn(number: string, own: OwnBatches): boolean {
  return own === undefined || own.includes(Number(BigInt(number) >> 36n))
}

/** The same as a condition on a column of numbers. */
export function isOwnSql(column: string, own: OwnBatches): string {
  if (own === undefined) return 'true'
  return own.length === 0 ? 'false' : `(${column} >> 36) in (${own.join(', ')})`
}

/**
 * Keeps who may see what of a run beside the institution that its journeys belong to: where there are several
 * circles they belong to none.
 */
export async function recordCircles(
  transaction: Queryable,
  run: number,
  { names, readers }: Pick<Circles, 'names' | 'readers'>,
): Promise<void> {
  if (names.length < 2 && readers.length < 2) return
  for (const name of readers) {
    await transaction.query('insert into journey_circles (batch, institution) values ($1, $2)', [
      run,
      name,
    ])
  }
}
