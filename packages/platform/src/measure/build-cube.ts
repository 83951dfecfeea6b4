import { writeFile } from 'node:fs/promises'
import { getRecordType, quoteName, quoteText } from '@caudal/methods/collect'
import {
  cellsSql,
  cubeDomain,
  factsSource,
  readParquet,
  setAsideSql,
  type Cube,
  type Edition,
  type FactsSource,
  type LinkedRecords,
} from '@caudal/methods/measure'
import { nodeCodeLists } from '../store/index.ts'
import type {
  CaudalNode,
  CubeBuild,
  IncomingCubeBuild,
  LakeEngine,
  Snapshot,
} from '../store/index.ts'
import { codeListsFor } from './code-lists.ts'
import { checkTotals } from './check-totals.ts'
import { builtBatches } from './build-base.ts'
import { cellsName, manifestName, type CubeManifest } from './cube-manifest.ts'
import { measureCubeQuality } from './cube-quality.ts'
import { editionsOf } from './editions.ts'
import { personsName, writePersons } from './person-files.ts'
import { writePersonCells } from './person-cells.ts'
import {
  linkFiles,
  newestLinks,
  personsOfRecords,
  type PersonsOfRecords,
} from './persons-of-records.ts'
import {
  encodeCells,
  makeRollUps,
  parquetOptions,
  putLevels,
  rollUpName,
  rollUpOf,
} from './roll-up-files.ts'

/** What a build adds to the manifest from the register. */
export type BuildOrigin = Pick<CubeManifest, 'sources' | 'synthetic' | 'observed' | 'updatedOn'>

/**
 * Makes the files of one cube: its cells as codes, the same as ordinals with every coarser level,
 * and the roll-ups worth having; all totals compared with the facts before anything is accepted.
 *
 * @returns what is to be recorded of the build
 * @throws Refusal `measure.cube-totals-differ`
 */
export async function buildCube(
  node: CaudalNode,
  cube: Cube,
  snapshot: Snapshot,
  origin: BuildOrigin,
  build: IncomingCubeBuild,
  onProgress: (done: number) => void,
): Promise<Pick<CubeBuild, 'cells' | 'facts'> & { files: string[] }> {
  const recordType = getRecordType(cube.recordType)
  const lists = codeListsFor(cube, await nodeCodeLists(node))
  const editions = editionsOf(node, snapshot.batches)
  const facts = factsSource(cube, recordType, editions, lists)
  const cells = build.pathOf(cellsName)

  return node.lake.session(async (lake) => {
    await lake.run(
      `copy (${cellsSql(cube, recordType, facts)}) to ${quoteText(cells)} ${parquetOptions}`,
    )
    onProgress(0.5)
    const domain = cubeDomain(cube, await occurringCodes(lake, cube, cells), lists)
    const levels = await putLevels(lake, cube, domain)
    const { base, types } = await encodeCells(lake, cube, recordType, levels, build, {
      cells,
      name: rollUpName(0),
    })
    const told = await tellPersons(node, lake, cube, facts)
    const keyed = told && (await writePersonCells(node, lake, cube, facts, levels, build, told))
    const persons = await writePersons(lake, cube, facts, build, personsName())
    onProgress(0.7)
    const rollUps = await makeRollUps(node.lake, cube, types, domain, base, build)
    onProgress(0.9)
    const records = await checkTotals(lake, cube, recordType, facts, [
      cells,
      ...(keyed ? [build.pathOf(keyed.name)] : []),
      ...rollUps.flatMap(({ parts }) => parts).map(({ name }) => build.pathOf(name)),
    ])

    const manifest: CubeManifest = {
      cube: cube.id,
      snapshot: snapshot.id,
      domain,
      batches: builtBatches(snapshot.batches),
      quality: await measureCubeQuality(node, lake, cube, snapshot, [cells]),
      cellParts: [cellsName],
      rollUps,
      ...(persons && { persons: rollUpOf(rollUps[0]!.point, persons) }),
      ...(keyed && {
        keyed: { ...rollUpOf(rollUps[0]!.point, keyed), countries: told.countries },
      }),
      cells: base.rows,
      records,
      repeats: sum(snapshot.batches.map((batch) => batch.rowsFlaggedDuplicate)),
      rejected: sum(snapshot.batches.map((batch) => batch.rowsRejected)),
      leftOut: await countLeftOut(lake, cube, editions),
      setAside: await countSetAside(lake, cube, editions),
      ...origin,
    }
    await writeFile(build.pathOf(manifestName), JSON.stringify(manifest))
    onProgress(1)
    return {
      cells: base.rows,
      facts: records,
      files: [
        cellsName,
        manifestName,
        ...(persons ? [persons.name] : []),
        ...(keyed ? [keyed.name] : []),
        ...rollUps.flatMap(({ parts }) => parts).map(({ name }) => name),
      ],
    }
  })
}

/**
 * How the persons of a cube's facts are told apart; undefined of a cube whose figures need no protection.
 *
 * @param before what is known of a build that stands, where facts are added to it
 */
export async function tellPersons(
  node: CaudalNode,
  lake: LakeEngine,
  cube: Cube,
  { relation }: FactsSource,
  before?: readonly LinkedRecords[],
): Promise<PersonsOfRecords | undefined> {
  if (cube.protection === 'none') return undefined
  const links = linkFiles(node, await newestLinks(node))
  return await personsOfRecords(lake, getRecordType(cube.recordType), relation, links, before)
}

/** Codes of each dimension that occur in cells. */
export async function occurringCodes(
  lake: LakeEngine,
  cube: Cube,
  cells: string,
): Promise<Record<string, string[]>> {
  const occurring: Record<string, string[]> = {}
  for (const { id } of cube.dimensions) {
    const rows = await lake.rows<{ code: string }>(
      `select distinct ${quoteName(id)} as code from ${readParquet([cells])}`,
    )
    occurring[id] = rows.map(({ code }) => code)
  }
  return occurring
}

export async function countLeftOut(
  lake: LakeEngine,
  cube: Cube,
  editions: readonly Edition[],
): Promise<number[]> {
  const counts: number[] = []
  const files = readParquet(editions.flatMap(({ paths }) => paths))
  for (const { field, codes } of cube.leaveOut ?? []) {
    const [row] = await lake.rows<{ n: number }>(
      `select count(*) as n from ${files} where ${quoteName(field)} in (${codes.map(quoteText).join(', ')})`,
    )
    counts.push(row!.n)
  }
  return counts
}

async function countSetAside(
  lake: LakeEngine,
  cube: Cube,
  editions: readonly Edition[],
): Promise<CubeManifest['setAside']> {
  const sql = setAsideSql(cube, editions)
  if (sql === undefined) return { records: 0, parts: [] }
  const rows = await lake.rows<{ part: string; edition: number; records: number }>(sql)
  return {
    records: sum(rows.map(({ records }) => records)),
    parts: rows.map(({ part, edition }) => `${part}: ${editions[edition]!.profile}`),
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
