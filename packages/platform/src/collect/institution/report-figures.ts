import { join } from 'node:path'
import { getRecordType, quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import { nodeCodeLists, listBatches, type Batch, type CaudalNode } from '../../store/index.ts'
import { compareFigures, type FiguresCompared } from './figures-year-before.ts'
import { arithmeticOf, type ArithmeticGap } from './aggregate-arithmetic.ts'

/** Days covered by one post, or by the whole batch where records have no post. */
export interface Coverage {
  readonly post: string
  readonly records: number
  readonly days: number
  /** Days of the batch's span on which the post has no record. */
  readonly missingDays: number
  /** Which: ISO dates, and spells of them from the first to the last. */
  readonly missing: string
  /** Whether there are more spells than are named. */
  readonly hasMore: boolean
}

/**
 * Records of a month in this batch, and of the same days a year before in the dataset: a file that ends
 * within a month is not held against a whole one.
 */
export interface MonthCompared {
  readonly month: string
  readonly records: number
  readonly yearBefore: number | null
}

export interface ReportFigures {
  /** First and last day of the batch; absent where its records have no date. */
  readonly span: { readonly first: string; readonly last: string } | undefined
  readonly coverage: readonly Coverage[]
  readonly months: readonly MonthCompared[]
  readonly arithmetic: readonly ArithmeticGap[]
  /** Of aggregates that come by period. */
  readonly yearBefore: FiguresCompared | undefined
}

/** Fields that say through which post or centre a record came. */
const postFields = ['border_post', 'centre', 'office', 'department']
/** Spells of days that are named; a post with more says so. */
const mostMissing = 12
const mostMonths = 36

/** What a report says beyond the counts that are kept with the batch. */
export async function measureReport(node: CaudalNode, batch: Batch): Promise<ReportFigures> {
  const recordType = getRecordType(batch.recordType)
  const facts = factsOf(node, [batch])
  const { dateField } = recordType
  const arithmetic = await arithmeticOf(node.lake, recordType, facts, await nodeCodeLists(node))
  if (dateField === undefined) {
    return { span: undefined, coverage: [], months: [], arithmetic, yearBefore: undefined }
  }
  const day = quoteName(dateField)
  const [span] = await node.lake.rows<{ first: string | null; last: string | null }>(
    `SELECT CAST(min(${day}) AS VARCHAR) AS first, CAST(max(${day}) AS VARCHAR) AS last FROM ${facts}`,
  )
  const { first = null, last = null } = span ?? {}
  if (first === null || last === null) {
    return { span: undefined, coverage: [], months: [], arithmetic, yearBefore: undefined }
  }
  return {
    span: { first, last },
    coverage: isAggregate(recordType) ? [] : await coverageOf(node, recordType, facts, day),
    months: await monthsOf(node, batch, facts, day, { first, last }),
    arithmetic,
    yearBefore:
      recordType.id === 'observation' ? await figuresOf(node, recordType, batch) : undefined,
  }
}

/** Aggregates come by period: a day without one is no gap. */
function isAggregate({ id }: RecordType): boolean {
  return id === 'observation' || id === 'displacement'
}

async function coverageOf(
  node: CaudalNode,
  recordType: RecordType,
  facts: string,
  day: string,
): Promise<Coverage[]> {
  const post = postFields.find((id) => recordType.fields.some((field) => field.id === id))
  const postSql =
    post === undefined ? `'_T'` : `coalesce(CAST(${quoteName(post)} AS VARCHAR), '_U')`
  const rows = await node.lake.rows<
    Omit<Coverage, 'missing' | 'hasMore'> & { listed: string | null; spells: number }
  >(
    `WITH seen AS (
      SELECT ${postSql} AS post, ${day} AS d, count(*) AS n FROM ${facts} WHERE ${day} IS NOT NULL GROUP BY ALL
    ), span AS (
      SELECT CAST(unnest(generate_series(min(d), max(d), INTERVAL 1 DAY)) AS DATE) AS d FROM seen
    ), gap AS (
      SELECT post, span.d, row_number() OVER (PARTITION BY post ORDER BY span.d) AS place
      FROM (SELECT DISTINCT post FROM seen) CROSS JOIN span
      ANTI JOIN seen USING (post, d)
    ), spell AS (
      -- days that follow each other, less their places, are one and the same day
      SELECT post, min(d) AS since, max(d) AS until, count(*) AS missing,
        row_number() OVER (PARTITION BY post ORDER BY min(d)) AS place
      FROM gap GROUP BY post, d - CAST(place AS INTEGER)
    ), gaps AS (
      SELECT post, CAST(sum(missing) AS BIGINT) AS missing, count(*) AS spells,
        string_agg(CAST(since AS VARCHAR) || CASE WHEN until > since THEN ' – ' || CAST(until AS VARCHAR) ELSE '' END, ', ' ORDER BY since)
          FILTER (place <= ${mostMissing}) AS listed
      FROM spell GROUP BY post
    )
    SELECT post, CAST(sum(n) AS BIGINT) AS records, count(*) AS days,
      coalesce(any_value(missing), 0) AS "missingDays", any_value(listed) AS listed,
      coalesce(any_value(spells), 0) AS spells
    FROM seen LEFT JOIN gaps USING (post) GROUP BY post ORDER BY records DESC, post`,
  )
  return rows.map(({ listed, spells, ...row }) => ({
    ...row,
    missing: listed ?? '',
    hasMore: Number(spells) > mostMissing,
  }))
}

async function figuresOf(node: CaudalNode, recordType: RecordType, batch: Batch) {
  const all = await listBatches(node, { dataset: batch.dataset })
  const newestFirst = all
    .filter(({ id }) => id !== batch.id)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
  const known = [batch, ...newestFirst].map((each) => factsOf(node, [each]))
  return await compareFigures(node.lake, recordType, known[0]!, known)
}

async function monthsOf(
  node: CaudalNode,
  batch: Batch,
  facts: string,
  day: string,
  span: NonNullable<ReportFigures['span']>,
): Promise<MonthCompared[]> {
  const all = await listBatches(node, { dataset: batch.dataset })
  const others = all.filter(({ id }) => id !== batch.id)
  const dataset = factsOf(node, [batch, ...others])
  const rows = await node.lake.rows<MonthCompared>(
    `WITH own AS (
      SELECT date_trunc('month', ${day}) AS m, count(*) AS n FROM ${facts} WHERE ${day} IS NOT NULL GROUP BY ALL
    ), known AS (
      SELECT date_trunc('month', ${day}) AS m, count(*) AS n FROM ${dataset}
      WHERE ${day} BETWEEN DATE ${quoteText(span.first)} - INTERVAL 1 YEAR AND DATE ${quoteText(span.last)} - INTERVAL 1 YEAR
      GROUP BY ALL
    )
    SELECT strftime(own.m, '%Y-%m') AS month, own.n AS records, known.n AS "yearBefore"
    FROM own LEFT JOIN known ON known.m = own.m - INTERVAL 1 YEAR
    ORDER BY own.m DESC LIMIT ${mostMonths}`,
  )
  return rows.toReversed()
}

/** The facts of some batches as a relation. */
export function factsOf(node: CaudalNode, batches: readonly Batch[]): string {
  const paths = batches.flatMap(({ files }) =>
    files
      .filter(({ kind }) => kind === 'facts')
      .map(({ path }) => quoteText(join(node.folder.root, path))),
  )
  return `read_parquet([${paths.join(', ')}])`
}
