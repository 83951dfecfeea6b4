import { quoteName } from '@caudal/methods/collect'
import type { Actor } from '@caudal/methods/govern'
import { findCube, readParquet } from '@caudal/methods/measure'
import { authorise, noteAllowed } from '../../govern/authorise.ts'
import { listDatasets, snapshot, type CaudalNode } from '../../store/index.ts'
import { survivalRefusals } from './refusals.ts'
import type { SurvivalReport } from './service.ts'
import { writeSurvival } from './write-survival.ts'

/** What stays of a node can be told apart by, with its SQL over a stay. */
const breakdowns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'country',
      'sex',
      'citizenship',
      'birth_country',
      'citizenship_status',
      'birth_status',
      'counterpart_country',
      'border_post',
      'mode',
      'purpose',
    ].map((field) => [field, quoteName(field)]),
  ),
  year: 'year(crossed_on)',
}

export interface NodeSurvivalReport extends Omit<SurvivalReport, 'unobserved'> {
  /** Stays of which the arrival or the departure was not recorded but inserted halfway. */
  readonly imputed: number
  /** Whether none of the stays is of a real person. */
  readonly synthetic: boolean
}

/**
 * Survival of the stays in the journeys of linked persons, from each arrival to the next departure, cut
 * off at the end of observation of the country. Stays are counted by the engine, by days; no row of a
 * person leaves it.
 *
 * @param country of which country; of all where undefined
 * @throws Refusal of the policy, `measure.stays-missing`, `measure.stays-breakdown-unknown`
 */
export async function measureNodeSurvival(
  node: CaudalNode,
  actor: Actor,
  country: string | undefined,
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<NodeSurvivalReport> {
  await authorise(node, actor, 'measure.read', 'survival')
  const unknown = by.find((each) => breakdowns[each] === undefined)
  if (unknown !== undefined) {
    const known = Object.keys(breakdowns).join(', ')
    throw survivalRefusals.refuse('stays-breakdown-unknown', { by: unknown, known })
  }
  const { batches, files } = await snapshot(node, 'outcome')
  const paths = files.facts
  if (paths.length === 0) throw survivalRefusals.refuse('stays-missing')
  await noteAllowed(node, actor, 'measure.read', {
    purpose: 'statistics',
    subject: 'survival',
    details: { country: country ?? 'all', by: [...by] },
  })
  const keys = by.map((each, at) => `coalesce((${breakdowns[each]!})::varchar, '_U') as k${at}`)
  const names = by.map((_, at) => `k${at}`)
  const stays = findCube('stays')!.view!.sql(readParquet(paths))
  const rows = await node.lake.rows<Record<string, string | number>>(
    `select ${[
      ...keys,
      'coalesce(stay_days, observed_until - crossed_on)::integer as days',
      'ended',
      'count(*) as stays',
      'sum(greatest(inserted, next_inserted))::bigint as imputed',
    ].join(', ')}
     from (${stays})${country === undefined ? '' : ' where country = $1'}
     group by ${[...names, 'days', 'ended'].join(', ')}
     order by ${[...names, 'days', 'ended'].join(', ')}`,
    country === undefined ? [] : [country],
  )
  if (rows.length === 0) throw survivalRefusals.refuse('stays-missing')
  const total = (column: string, of = rows) => of.reduce((sum, row) => sum + Number(row[column]), 0)
  const medians = await writeSurvival(
    grouped(rows, names).map(({ key, of }) => ({
      key,
      times: of.map(({ days }) => Number(days)),
      ended: of.map(({ ended }) => Number(ended)),
      counts: of.map(({ stays: counted }) => Number(counted)),
    })),
    by,
    write,
  )
  return {
    stays: total('stays'),
    open: total(
      'stays',
      rows.filter(({ ended }) => Number(ended) === 0),
    ),
    imputed: total('imputed'),
    medians,
    synthetic: (await listDatasets(node)).every(
      ({ id, synthetic }) => synthetic || !batches.some(({ dataset }) => dataset === id),
    ),
  }
}

type Row = Readonly<Record<string, string | number>>

function grouped(rows: readonly Row[], names: readonly string[]) {
  const groups = new Map<string, { key: string[]; of: Row[] }>()
  for (const row of rows) {
    const key = names.map((name) => String(row[name]))
    const group = groups.get(key.join('\n')) ?? { key, of: [] }
    group.of.push(row)
    groups.set(key.join('\n'), group)
  }
  return [...groups.values()]
}
