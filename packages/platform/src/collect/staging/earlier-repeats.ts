import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import type { Batch, CaudalNode, LakeEngine } from '../../store/index.ts'
import { contentSql, eventSql, momentSql, toldSql } from './event-sql.ts'
import { hasIdentities } from './lake-files-sql.ts'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'

/** Records that are compared with those of earlier batches. */
export interface ComparedRecords {
  /** A relation of whole records, `record_id` among its columns. */
  readonly relation: string
  /** Their facts, of whose days the file itself keeps statistics. */
  readonly facts: readonly string[]
}

/** The records that are being taken in. */
export function stagedRecords(staging: Staging, factsPath: string): ComparedRecords {
  return {
    relation:
      `(SELECT ${recordIdSql(staging)} AS record_id, * FROM ${stagedRows(staging)} ` +
      `WHERE ${acceptedSql(staging)})`,
    facts: [factsPath],
  }
}

/**
 * Adds to the table `repeats` the records of a batch that an earlier batch of its dataset has: a file
 * sent again with another profile, or two files whose periods overlap. Only batches that cover the same
 * days are looked at, and of those only the records of these days; their identities are plain in the
 * folder of the import for as long as that lasts, one batch at a time.
 *
 * @param earlier accepted batches of the dataset, save those that this one takes the place of
 * @returns ids of the batches that cover the same days and could not be looked at, because the key of
 *   their identities is gone: nobody can say any more whose their records are
 */
export async function findEarlierRepeats(
  node: CaudalNode,
  engine: LakeEngine,
  mine: ComparedRecords,
  recordType: RecordType,
  earlier: readonly Batch[],
  folder: string,
): Promise<number[]> {
  // Incidents are told by their id.
  if (recordType.id === 'incident') return []
  await engine.run('CREATE OR REPLACE TEMP TABLE matches (record_id BIGINT, earlier BIGINT)')
  const days = await daysOf(engine, recordType, mine.facts)
  const closed: number[] = []
  for (const batch of earlier) {
    const facts = batch.files.filter(({ kind }) => kind === 'facts')
    if (facts.length === 0) continue
    const paths = facts.map(({ path }) => join(node.folder.root, path))
    const theirs = await daysOf(engine, recordType, paths)
    const met = overlapOf(days, theirs)
    if (met === undefined) continue
    const onDays = isOnDays(recordType, met)
    const known = `(SELECT * FROM ${readFiles(paths)} WHERE ${onDays})`
    const here = `(SELECT * FROM ${mine.relation} WHERE ${onDays})`
    if (!hasIdentities(recordType.fields)) {
      await engine.run(matchSelect(recordType, here, known))
      continue
    }
    const opened = await openIdentities(node, batch, folder)
    if (opened === undefined) {
      closed.push(batch.id)
      continue
    }
    try {
      const whole = `(SELECT * FROM ${known} AS fact JOIN ${readFiles(opened)} AS identity USING (record_id))`
      await engine.run(matchSelect(recordType, here, whole))
    } finally {
      for (const path of opened) await rm(path, { force: true })
    }
  }
  await engine.run(groupsSelect)
  await engine.run('DROP TABLE matches')
  return closed
}

/**
 * Each record belongs to the earliest record that it matches. One that lies between two earlier ones,
 * each within minutes of it, makes them one crossing for as long as it is there.
 */
const groupsSelect = `INSERT INTO repeats
  WITH first AS (SELECT record_id, min(earlier) AS "group" FROM matches GROUP BY 1)
  SELECT record_id, 'earlier-batch', "group" FROM first
  UNION
  SELECT earlier, 'earlier-batch', "group" FROM matches JOIN first USING (record_id)
  WHERE earlier > "group"`

/** Plain copies of the identities of a batch; undefined where its key opens nothing any more. */
export async function openIdentities(
  node: CaudalNode,
  batch: Batch,
  folder: string,
): Promise<string[] | undefined> {
  const sealed = batch.files.filter(({ kind }) => kind === 'identities')
  if (batch.wrappedKey === null || sealed.length === 0) return undefined
  let key: Buffer
  try {
    key = node.keyring.unwrapDataKey(batch.wrappedKey)
  } catch {
    // wrapped by a key of the node that was retired and destroyed
    return undefined
  }
  const plain = sealed.map((_, at) => join(folder, `earlier-${batch.id}-${at}.parquet`))
  for (const [at, { path }] of sealed.entries()) {
    await node.keyring.decryptFile(join(node.folder.root, path), plain[at]!, key)
  }
  return plain
}

interface Days {
  /** ISO dates; null where no record has one. */
  readonly first: string | null
  readonly last: string | null
}

/** The first and the last day of records; undefined where records of their type have none. */
async function daysOf(
  engine: LakeEngine,
  { dateField }: RecordType,
  facts: readonly string[],
): Promise<Days | undefined> {
  if (dateField === undefined) return undefined
  const day = quoteName(dateField)
  const [row] = await engine.rows<{ first: string | null; last: string | null }>(
    `SELECT CAST(min(${day}) AS VARCHAR) AS first, CAST(max(${day}) AS VARCHAR) AS last FROM ${readFiles(facts)}`,
  )
  return row
}

/** The days of both, and the neighbouring ones for those about midnight; undefined where none are. */
function overlapOf(mine: Days | undefined, theirs: Days | undefined): Days | undefined {
  if (mine === undefined || theirs === undefined) return { first: null, last: null }
  if (mine.first === null || theirs.first === null) return undefined
  const first = mine.first > theirs.first ? mine.first : theirs.first
  const last = mine.last! < theirs.last! ? mine.last! : theirs.last!
  // one day apart they may still meet at midnight
  return daysAfter(last, 1) < first
    ? undefined
    : { first: earlierOf(first, last), last: laterOf(first, last) }
}

function isOnDays({ dateField }: RecordType, { first, last }: Days): string {
  if (dateField === undefined || first === null || last === null) return 'true'
  const bound = (day: string) => `CAST(${quoteText(day)} AS DATE)`
  return `${quoteName(dateField)} BETWEEN ${bound(daysAfter(first, -1))} AND ${bound(daysAfter(last, 1))}`
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const earlierOf = (one: string, other: string) => (one < other ? one : other)
const laterOf = (one: string, other: string) => (one < other ? other : one)

/** Parquet files as one relation. */
export function readFiles(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quoteText).join(', ')}])`
}

/** Records are the same by person and event where both tell whose they are, else by every field. */
function matchSelect(recordType: RecordType, mine: string, known: string): string {
  const event = recordType.oneEvent
  const told = toldSql(recordType)
  const matched = (columns: readonly string[], where: string, within: string) => {
    const side = (relation: string) =>
      `(SELECT ${columns.join(', ')} FROM ${relation} WHERE ${where})`
    return (
      `SELECT mine.record_id, theirs.record_id AS earlier FROM ${side(mine)} AS mine ` +
      `JOIN ${side(known)} AS theirs ON mine.one = theirs.one${within}`
    )
  }
  const content = matched(
    ['record_id', `${contentSql(recordType)} AS one`],
    event === undefined ? 'true' : `NOT ${told}`,
    '',
  )
  if (event === undefined) return `INSERT INTO matches ${content}`
  const { within } = event
  const columns = ['record_id', `${eventSql(recordType)} AS one`]
  if (within === undefined) {
    return `INSERT INTO matches ${matched(columns, told, '')} UNION ${content}`
  }
  const minutes = `INTERVAL ${within.minutes} MINUTE`
  const timed = [
    ...columns,
    `${quoteName(within.moment)} IS NULL AS untimed`,
    `${momentSql(recordType, within)} AS moment`,
  ]
  const near =
    ' AND mine.untimed = theirs.untimed AND mine.moment BETWEEN ' +
    `theirs.moment - ${minutes} AND theirs.moment + ${minutes}`
  return `INSERT INTO matches ${matched(timed, told, near)} UNION ${content}`
}
