import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { getRecordType, quoteName, quoteText } from '@caudal/methods/collect'
import { readParquet } from '@caudal/methods/measure'
import { isoDay } from '@caudal/methods/numerics'
import { residenceCriteria, type ResidenceCriterion } from '@caudal/methods/measure/residence'
import {
  acceptBatch,
  beginBatch,
  listBatches,
  listDatasets,
  withdrawBatch,
  type Batch,
  type BatchRecord,
  type CaudalNode,
  type IncomingBatch,
  type LakeEngine,
} from '../../store/index.ts'
import { makeStayTables } from './authorised-stays.ts'
import { answerSql, daySql, decideJourneys } from './decide-journeys.ts'

/** Changes whenever outcomes must be decided anew. */
const methodVersion = 3

/** The criterion by which the node counts migrations. */
export const nodeCriterion: ResidenceCriterion = residenceCriteria['twelve-in-sixteen']

/** The others, by the field that has what they say. */
const otherCriteria = {
  nine_in_twelve: residenceCriteria['nine-in-twelve'],
  six_months_and_a_day: residenceCriteria['six-months-and-a-day'],
} as const satisfies Readonly<Record<string, ResidenceCriterion>>

const profile = {
  id: 'caudal-outcomes',
  version: methodVersion,
  recordType: 'outcome',
  criterion: nodeCriterion,
  title: {
    es: 'Resultados decididos por este nodo',
    en: 'Outcomes decided by this node',
    fr: 'Résultats décidés par ce nœud',
  },
}

/**
 * Decides the crossings of every batch of journeys that has not been decided yet, and withdraws the
 * outcomes of journeys that count no more. The end of observation is the day after the last crossing
 * that the country recorded, never the day of the run.
 */
export async function deriveOutcomes(node: CaudalNode): Promise<void> {
  const journeys = await listBatches(node, { recordType: 'journey' })
  const outcomes = await listBatches(node, { recordType: 'outcome' })
  const wanted = new Map(journeys.map((batch) => [fingerprintOf(batch), batch]))
  const datasets = new Set(journeys.map(({ dataset }) => outcomesOf(dataset)))
  for (const { id, dataset } of outcomes) {
    if (!datasets.has(dataset)) await withdrawBatch(node, id)
  }
  const known = new Set(outcomes.map(({ fileSha256 }) => fileSha256))
  for (const [fingerprint, batch] of wanted) {
    if (known.has(fingerprint)) continue
    const earlier = outcomes.filter(({ dataset }) => dataset === outcomesOf(batch.dataset))
    await deriveFrom(node, batch, fingerprint, earlier)
  }
}

/** Whether journeys count that no outcome is of, or the other way round. */
export function areOutcomesBehind(batches: readonly Batch[]): boolean {
  const of = (recordType: string) => batches.filter((batch) => batch.recordType === recordType)
  const wanted = of('journey').map(fingerprintOf).sort()
  const found = of('outcome')
    .map(({ fileSha256 }) => fileSha256)
    .sort()
  return wanted.join() !== found.join()
}

const outcomesOf = (dataset: string) => dataset.replace(/^journeys-/, 'outcomes-')

function fingerprintOf({ id, files }: Batch): string {
  const facts = files.filter(({ kind }) => kind === 'facts').map(({ sha256 }) => sha256)
  return createHash('sha256')
    .update(JSON.stringify([methodVersion, nodeCriterion, id, facts.sort()]))
    .digest('hex')
}

async function deriveFrom(
  node: CaudalNode,
  journeys: Batch,
  fingerprint: string,
  earlier: readonly Batch[],
): Promise<void> {
  const batch = await beginBatch(node, 'outcome')
  try {
    const rows = await node.lake.session((session) => writeOutcomes(node, session, journeys, batch))
    await acceptBatch(node, batch, {
      dataset: await datasetOf(node, journeys.dataset),
      profile: {
        id: profile.id,
        version: profile.version,
        content: profile,
        sha256: createHash('sha256').update(JSON.stringify(profile)).digest('hex'),
      },
      file: { name: `outcomes-of-${journeys.id}`, sha256: fingerprint, bytes: 0 },
      rows: { read: rows, accepted: rows, rejected: 0, flaggedDuplicate: 0 },
      quality: {},
      files: [{ kind: 'facts', name: '0.parquet', rows }],
      ...(earlier.length > 0 && { supersedes: earlier.map(({ id }) => id) }),
    })
  } catch (error) {
    batch.discard()
    throw error
  }
}

/** The dataset of the outcomes: the sources of its journeys, under a title of its own. */
async function datasetOf(node: CaudalNode, journeys: string): Promise<BatchRecord['dataset']> {
  const found = (await listDatasets(node)).find(({ id }) => id === journeys)!
  const { title, source, country, synthetic } = found
  return {
    id: outcomesOf(journeys),
    title,
    source: { ...source, citation: source['citation'] || title },
    ...(country && { country }),
    synthetic,
  }
}

async function writeOutcomes(
  node: CaudalNode,
  session: LakeEngine,
  journeys: Batch,
  batch: IncomingBatch,
): Promise<number> {
  const paths = journeys.files
    .filter(({ kind }) => kind === 'facts')
    .map(({ path }) => join(node.folder.root, path))
  await session.run(
    `create or replace temp table journey as
     select row_number() over (order by person, place)::integer - 1 as row,
       lead(crossed_on) over w as next_on, lead(origin) over w = 'inserted' as next_inserted, row_number() over w = 1 as is_first, *
     from ${readParquet(paths)} where place is not null
     window w as (partition by person order by place)`,
  )
  const [observed] = await session.rows<Observed>(
    `select (min(crossed_on) - date '1970-01-01')::integer as from,
       (max(crossed_on) - date '1970-01-01')::integer + 1 as until from ${readParquet(paths)}`,
  )
  await session.run(
    `create or replace temp table journey_crossings as
     select row, (dense_rank() over (order by person))::integer as person,
       (crossed_on - date '1970-01-01')::integer as day, (direction = 'arrival')::tinyint as arrival
     from journey order by row`,
  )
  const observation = { observedFrom: observed!.from ?? 0, observedUntil: observed!.until ?? 0 }
  await decideJourneys(session, {
    ...observation,
    criterion: nodeCriterion,
    table: 'journey_outcomes',
  })
  for (const [field, criterion] of Object.entries(otherCriteria)) {
    await decideJourneys(session, { ...observation, criterion, table: `by_${field}` })
  }
  await makeStayTables(node, session, journeys, isoDay(observation.observedUntil))
  const target = batch.pathOf('facts', '0.parquet')
  await session.run(
    `copy (${outcomesSql(outcomesOf(journeys.dataset), observed!)})
     to ${quoteText(target)} (format parquet, compression zstd, row_group_size 122880)`,
  )
  const [written] = await session.rows<{ rows: number }>(
    `select count(*) as rows from ${readParquet([target])}`,
  )
  return written!.rows
}

interface Observed {
  readonly from: number | null
  readonly until: number | null
}

const outcomeSql = (table: string) =>
  `case ${answerSql(`${table}.migration`)} when 1 then 'migration' when 0 then 'no-migration' else 'undecided' end`

function outcomesSql(dataset: string, { from, until }: Observed): string {
  const columns: Readonly<Record<string, string>> = {
    outcome: outcomeSql('o'),
    ...Object.fromEntries(
      Object.keys(otherCriteria).map((field) => [field, outcomeSql(`by_${field}`)]),
    ),
    by_permit: '(p.row is not null)::integer::bigint',
    decided_on: daySql('o.decided_on'),
    observed_from: `date '1970-01-01' + ${from ?? 0}`,
    observed_until: `date '1970-01-01' + ${until ?? 0}`,
    resident_before: `${answerSql('o.resident_before')}::bigint`,
    resident_after: `${answerSql('o.resident_after')}::bigint`,
    is_first: 'j.is_first::integer::bigint',
    stay_days: `case when j.direction = 'arrival' then (j.next_on - j.crossed_on)::bigint end`,
    authorised_days: 'a.authorised_days',
    next_inserted: 'coalesce(j.next_inserted, false)::integer::bigint',
    inserted: `(j.origin = 'inserted')::integer::bigint`,
    beside_gap: 'coalesce(j.gap, false)::integer::bigint',
  }
  const fields = getRecordType('outcome').fields.map(
    ({ id }) => `${columns[id] ?? `j.${quoteName(id)}`} as ${quoteName(id)}`,
  )
  const others = Object.keys(otherCriteria).map(
    (field) => `join by_${field} on by_${field}.row = j.row`,
  )
  return `select j.record_id, ${quoteText(dataset)} as dataset, ${fields.join(', ')}
    from journey as j join journey_outcomes as o on o.row = j.row
    ${others.join(' ')} left join journey_permitted as p on p.row = j.row
    left join journey_authorised as a on a.row = j.row
    order by j.row`
}
