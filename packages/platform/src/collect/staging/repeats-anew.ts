import { mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { getRecordType, quoteText, type RecordType } from '@caudal/methods/collect'
import {
  listBatches,
  replaceRepeats,
  snapshot,
  type Batch,
  type CaudalNode,
  type LakeEngine,
} from '../../store/index.ts'
import type { BatchQuality } from '../quality/batch-quality.ts'
import { findEarlierRepeats, openIdentities, readFiles } from './earlier-repeats.ts'
import { contentSql, eventSql, toldSql } from './event-sql.ts'
import { beginRepeats, searchRepeats, writeRepeats } from './find-repeats.ts'
import { searchedRows } from './repeats-sql.ts'

/**
 * Looks for repeats again where records were corrected, erased or set aside since: of three crossings in
 * a chain whose middle one turns out to be of another hour, the last one counts. So it does in every
 * later batch of the dataset whose repeats are told by such a record.
 *
 * @returns ids of the batches whose repeats were looked for again
 */
export async function findRepeatsAnew(node: CaudalNode): Promise<number[]> {
  const batches = (await listBatches(node, {})).filter(
    ({ recordType }) => isKnownEvent(recordType) && recordType !== 'incident',
  )
  const changed = batches.filter((batch) => isChanged(batch))
  const searched: number[] = []
  for (const batch of batches) {
    const isTold = changed.some(({ id, dataset }) => id < batch.id && dataset === batch.dataset)
    if (!changed.includes(batch) && !(isTold && (await hasEarlierRepeats(node, batch)))) continue
    await searchBatch(node, batch)
    searched.push(batch.id)
  }
  return searched
}

/** Whether records of a type are repeats of each other by anything but all that they say. */
function isKnownEvent(recordType: string): boolean {
  const derived = ['journey', 'outcome', 'estimate', 'indicator']
  return !derived.includes(recordType) && getRecordType(recordType).oneEvent !== undefined
}

function isChanged(batch: Batch): boolean {
  const { repeatsSoughtIn = ['0.parquet'] } = batch.quality as Partial<BatchQuality>
  return factsOf(batch).some((path) => !repeatsSoughtIn.includes(basename(path)))
}

function factsOf({ files }: Batch): string[] {
  return files.filter(({ kind }) => kind === 'facts').map(({ path }) => path)
}

function repeatsOf(node: CaudalNode, { files }: Batch): string[] {
  return files
    .filter(({ kind }) => kind === 'duplicates')
    .map(({ path }) => join(node.folder.root, path))
}

async function hasEarlierRepeats(node: CaudalNode, batch: Batch): Promise<boolean> {
  const files = repeatsOf(node, batch)
  if (files.length === 0) return false
  const [row] = await node.lake.rows<{ n: number }>(
    `SELECT count(*) AS n FROM ${readFiles(files)} WHERE kind = 'earlier-batch'`,
  )
  return row!.n > 0
}

async function searchBatch(node: CaudalNode, batch: Batch): Promise<void> {
  const recordType = getRecordType(batch.recordType)
  const folder = await mkdtemp(join(node.folder.workspace, 'repeats-'))
  const facts = factsOf(batch).map((path) => join(node.folder.root, path))
  const soughtIn = { repeatsSoughtIn: facts.map((path) => basename(path)) }
  try {
    const opened = await openIdentities(node, batch, folder)
    // Whose records these are nobody can say any more: what was found of them stands.
    if (opened === undefined) {
      const file = repeatsOf(node, batch)[0]
      await replaceRepeats(node, batch, {
        file: file === undefined ? undefined : { path: file, rows: rowsOf(batch) },
        flagged: batch.rowsFlaggedDuplicate,
        quality: soughtIn,
      })
      return
    }
    await node.lake.session(async (engine) => {
      const relation = `(SELECT * FROM ${readFiles(facts)} AS fact JOIN ${readFiles(opened)} AS identity USING (record_id))`
      await beginRepeats(engine)
      await searchRepeats(
        engine,
        await wholeRows(node, engine, batch, recordType, relation),
        recordType,
      )
      await engine.run('DROP TABLE candidates')
      const { batches } = await snapshot(node, recordType.id, [batch.dataset])
      const notSought = await findEarlierRepeats(
        node,
        engine,
        { relation, facts },
        recordType,
        batches.filter(({ id }) => id < batch.id),
        folder,
      )
      const path = join(folder, 'repeats.parquet')
      const { rows, flagged, notCounted, byKind } = await writeRepeats(engine, batch.id, () => path)
      await replaceRepeats(node, batch, {
        file: rows > 0 ? { path, rows } : undefined,
        flagged,
        quality: {
          ...soughtIn,
          repeats: byKind,
          repeatsNotCounted: notCounted,
          repeatsNotSought: notSought,
        },
      })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsOf({ files }: Batch): number {
  return files.filter(({ kind }) => kind === 'duplicates').reduce((sum, { rows }) => sum + rows, 0)
}

/**
 * Records of the lake as they are searched. The columns of the file that were not read are not there any
 * more: records are equal in every field and in those only where they were found to be identical.
 */
async function wholeRows(
  node: CaudalNode,
  engine: LakeEngine,
  batch: Batch,
  recordType: RecordType,
  relation: string,
): Promise<string> {
  const files = repeatsOf(node, batch)
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE identical AS ' +
      (files.length === 0
        ? 'SELECT CAST(NULL AS BIGINT) AS record_id, CAST(NULL AS BIGINT) AS "group" WHERE false'
        : `SELECT record_id, min("group") AS "group" FROM ${readFiles(files)} WHERE kind = ${quoteText('identical')} GROUP BY 1`),
  )
  const told = toldSql(recordType)
  const known = `(SELECT records.*, identical."group" AS alike FROM ${relation} AS records LEFT JOIN identical USING (record_id))`
  return searchedRows(recordType, known, [
    'record_id',
    `CASE WHEN ${told} THEN ${eventSql(recordType)} ELSE ${contentSql(recordType)} END AS one`,
    `${told} AS told`,
    `hash(${contentSql(recordType)}, coalesce(alike, record_id)) AS content`,
  ])
}
