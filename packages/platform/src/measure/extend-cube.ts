import { writeFile } from 'node:fs/promises'
import { getRecordType, quoteName, quoteText } from '@caudal/methods/collect'
import {
  cellsSql,
  cubeDomain,
  factsSource,
  readParquet,
  type Cube,
  type CubeDomain,
} from '@caudal/methods/measure'
import { nodeCodeLists } from '../store/index.ts'
import type {
  CaudalNode,
  CubeBuild,
  CubeFile,
  IncomingCubeBuild,
  LakeEngine,
  Snapshot,
} from '../store/index.ts'
import { builtBatches, type BuildBase } from './build-base.ts'
import { countLeftOut, occurringCodes, tellPersons, type BuildOrigin } from './build-cube.ts'
import { measureCubeQuality } from './cube-quality.ts'
import { editionsOf } from './editions.ts'
import { checkTotals } from './check-totals.ts'
import { codeListsFor } from './code-lists.ts'
import { manifestName, type CubeManifest, type RollUp, type RollUpPart } from './cube-manifest.ts'
import { personsName, writePersons } from './person-files.ts'
import { writePersonCells } from './person-cells.ts'
import { changesCounted } from './persons-of-records.ts'
import {
  encodeCells,
  parquetOptions,
  putLevels,
  rollUpName,
  rollUpOf,
  writeRollUps,
} from './roll-up-files.ts'
import { locateIn, movedOrdinals } from './roll-up-relation.ts'

/**
 * Adds batches to a cube that stands: their cells and roll-ups become one more part of each file, and
 * what was there is neither read through nor written again. Where new codes fall between old ones,
 * the earlier parts say how their ordinals moved.
 *
 * @returns what is to be recorded of the build; undefined where persons are counted in other countries
 *   than before, so that the cube must be built whole
 * @throws Refusal `measure.cube-totals-differ`
 */
export async function extendCube(
  node: CaudalNode,
  cube: Cube,
  { build: before, manifest: base, added }: BuildBase,
  snapshot: Snapshot,
  origin: BuildOrigin,
  build: IncomingCubeBuild,
): Promise<
  (Pick<CubeBuild, 'cells' | 'facts'> & { files: string[]; kept: CubeFile[] }) | undefined
> {
  const recordType = getRecordType(cube.recordType)
  const lists = codeListsFor(cube, await nodeCodeLists(node))
  const editions = editionsOf(node, added, snapshot.batches)
  const facts = factsSource(cube, recordType, editions, lists)
  const extension = base.cellParts.length
  const cellsName = `cells-${extension}.parquet`
  const cells = build.pathOf(cellsName)

  return node.lake.session(async (lake) => {
    const told = await tellPersons(node, lake, cube, facts, base.keyed?.countries)
    if (told && changesCounted(base.keyed?.countries ?? [], told.countries)) return undefined
    await lake.run(
      `copy (${cellsSql(cube, recordType, facts)}) to ${quoteText(cells)} ${parquetOptions}`,
    )
    const occurring = await occurringCodes(lake, cube, cells)
    const domain = cubeDomain(cube, joinCodes(base.domain, occurring), lists)
    const names = base.rollUps.map((_, index) => rollUpName(index, extension))
    const levels = await putLevels(lake, cube, domain)
    const encoded = await encodeCells(lake, cube, recordType, levels, build, {
      cells,
      name: names[0]!,
    })
    const persons = await writePersons(lake, cube, facts, build, personsName(extension))
    const keyed =
      told && (await writePersonCells(node, lake, cube, facts, levels, build, told, extension))
    const wanted = base.rollUps.slice(1).map(({ point }, at) => ({ point, name: names[at + 1]! }))
    const finest = rollUpOf(base.rollUps[0]!.point, encoded.base)
    const made = await writeRollUps(node.lake, cube, encoded.types, finest, wanted, build)
    const records = await checkTotals(lake, cube, recordType, facts, [
      cells,
      ...(keyed ? [build.pathOf(keyed.name)] : []),
      ...names.map((name) => build.pathOf(name)),
    ])

    const earlier = base.cellParts.map((name) => locateIn(node, before)({ name, rows: 0 }))
    const step = movedOrdinals(cube, base.domain, domain)
    const newLeftOut = await countLeftOut(lake, cube, editions)
    const manifest: CubeManifest = {
      ...base,
      ...origin,
      snapshot: snapshot.id,
      domain,
      batches: builtBatches(snapshot.batches),
      quality: await measureCubeQuality(node, lake, cube, snapshot, [...earlier, cells]),
      cellParts: [...base.cellParts, cellsName],
      rollUps: extendRollUps(base.rollUps, made, step),
      ...(persons && {
        persons: extendRollUp(base.persons!, persons, step),
      }),
      ...(keyed && {
        keyed: {
          ...base.keyed!,
          ...extendRollUp(base.keyed!, keyed, step),
          countries: told.countries,
        },
      }),
      cells: base.cells + (await countNewCells(lake, cube, cells, earlier)),
      records: base.records + records,
      repeats: sum(snapshot.batches.map((batch) => batch.rowsFlaggedDuplicate)),
      rejected: sum(snapshot.batches.map((batch) => batch.rowsRejected)),
      leftOut: base.leftOut.map((count, index) => count + newLeftOut[index]!),
    }
    await writeFile(build.pathOf(manifestName), JSON.stringify(manifest))
    return {
      cells: manifest.cells,
      facts: manifest.records,
      files: [
        manifestName,
        cellsName,
        ...names,
        ...(persons ? [persons.name] : []),
        ...(keyed ? [keyed.name] : []),
      ],
      kept: before.files.filter(({ name }) => name !== manifestName),
    }
  })
}

function joinCodes(
  domain: CubeDomain,
  occurring: Readonly<Record<string, readonly string[]>>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(occurring).map(([id, codes]) => [
      id,
      [...new Set([...domain[id]![0]!.codes, ...codes])],
    ]),
  )
}

type Moved = Readonly<Record<string, readonly number[]>>

/** Each roll-up with its new part. */
function extendRollUps(base: readonly RollUp[], made: readonly RollUp[], step: Moved): RollUp[] {
  const byPoint = new Map(made.map((rollUp) => [rollUp.point.join(), rollUp]))
  return base.map((rollUp) =>
    extendRollUp(rollUp, byPoint.get(rollUp.point.join())!.parts[0]!, step),
  )
}

/** A roll-up with a new part; earlier parts follow the codes that moved. */
function extendRollUp({ point, rows, parts }: RollUp, part: RollUpPart, step: Moved): RollUp {
  const earlier = parts.map((each) => {
    const moved = follow(each.moved ?? {}, step)
    return Object.keys(moved).length > 0 ? { ...each, moved } : each
  })
  return { point, rows: rows + part.rows, parts: [...earlier, part] }
}

/** Where ordinals that moved before lie after they moved once more. */
function follow(moved: Moved, step: Moved): Moved {
  const columns = new Set([...Object.keys(moved), ...Object.keys(step)])
  return Object.fromEntries(
    [...columns].map((column) => {
      const earlier = moved[column]
      const present = step[column]
      if (earlier === undefined) return [column, present!]
      return [column, present ? earlier.map((ordinal) => present[ordinal]!) : earlier]
    }),
  )
}

/** Cells of the new part that no earlier part has. */
async function countNewCells(
  lake: LakeEngine,
  cube: Cube,
  cells: string,
  earlier: readonly string[],
): Promise<number> {
  const same = cube.dimensions
    .map(({ id }) => `present.${quoteName(id)} = earlier.${quoteName(id)}`)
    .join(' and ')
  const [row] = await lake.rows<{ n: number }>(
    `select count(*) as n from ${readParquet([cells])} as present
     where not exists (select 1 from ${readParquet(earlier)} as earlier where ${same})`,
  )
  return row!.n
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
