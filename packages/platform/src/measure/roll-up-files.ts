import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import {
  cellMeasures,
  chooseRollUps,
  covers,
  levelCounts,
  levelReference,
  listLevels,
  measureType,
  ordinalColumn,
  ordinalType,
  readParquet,
  recordsColumn,
  rollUpSize,
  type Cube,
  type CubeDomain,
  type RollUpPoint,
} from '@caudal/methods/measure'
import { Xoshiro128 } from '@caudal/methods/numerics'
import type { IncomingCubeBuild, LakeEngine } from '../store/index.ts'
import type { RollUp, RollUpPart } from './cube-manifest.ts'

/** Cells sampled to foresee the size of roll-ups. */
const sampleSize = 10_000
/** Below so many rows a roll-up gains nothing: the engine's own start costs more. */
const leastRows = 50_000
/** Roll-ups that are written at once: each is too small to keep every core busy. */
const atOnce = 2
/** Roll-ups, and their rows together as a multiple of the cells. */
const limits = { rollUps: 28, rowsOfCells: 1.5 } as const

/** How files of cubes are written. */
export const parquetOptions = '(format parquet, compression zstd, row_group_size 122880)'

/** How rows of codes, named `cell`, become rows of ordinals of every level. */
export interface LevelJoins {
  readonly joins: readonly string[]
  readonly columns: readonly string[]
  /** Columns of the finest levels. */
  readonly order: readonly string[]
}

/** Puts the levels of every dimension into tables of the session, to be joined to codes. */
export async function putLevels(
  lake: LakeEngine,
  cube: Cube,
  domain: CubeDomain,
): Promise<LevelJoins> {
  const joins: string[] = []
  const columns: string[] = []
  for (const [index, dimension] of cube.dimensions.entries()) {
    const levels = domain[dimension.id]!
    // Codes travel as one parameter, parted by a control character that no code holds.
    const parameters = [levels[0]!.codes.join('\u001f'), ...levels.map(({ of }) => of.join(','))]
    const selected = levels.map(
      ({ codes }, depth) =>
        `unnest(cast(string_split($${depth + 2}, ',') as ${ordinalType(codes.length)}[])) as l${depth}`,
    )
    const empty = levels[0]!.codes.length === 0
    await lake.run(
      `create temp table d${index} as select unnest(string_split($1, chr(31))) as code, ${selected.join(', ')}${empty ? ' where false' : ''}`,
      empty ? parameters.map(() => '0') : parameters,
    )
    joins.push(`join d${index} on d${index}.code = cell.${quoteName(dimension.id)}`)
    levels.forEach((_, depth) => {
      const name = ordinalColumn(levelReference(dimension, depth))
      columns.push(`d${index}.l${depth} as ${quoteName(name)}`)
    })
  }
  const order = cube.dimensions.map((dimension) =>
    quoteName(ordinalColumn(levelReference(dimension, 0))),
  )
  return { joins, columns, order }
}

/** Writes cells with ordinals for codes, and a column for every coarser level. */
export async function encodeCells(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  { joins, columns, order }: LevelJoins,
  build: IncomingCubeBuild,
  { cells, name }: { readonly cells: string; readonly name: string },
): Promise<{ base: RollUpPart; types: MeasureTypes }> {
  const types = await measureTypes(lake, cube, recordType, cells)
  const measures = [...types].map(([id, type]) => {
    const column = quoteName(id)
    return `cast(cell.${column} as ${type}) as ${column}`
  })
  await lake.run(
    `copy (select ${[...columns, ...measures].join(', ')}
from ${readParquet([cells])} as cell ${joins.join(' ')}
order by ${order.join(', ')}) to ${quoteText(build.pathOf(name))} ${parquetOptions}`,
  )
  return { base: { name, rows: await countRows(lake, build.pathOf(name)) }, types }
}

/** SQL types of the measures in roll-ups, by the column of each. */
export type MeasureTypes = ReadonlyMap<string, string>

/** As `measureType`, but counts whose total is small are 32 bits wide: they are added faster. */
async function measureTypes(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  cells: string,
): Promise<MeasureTypes> {
  const wide = new Map<string, string>([
    [recordsColumn, 'bigint'],
    ...cellMeasures(cube).map(
      (measure) => [measure.id, measureType(measure, cube, recordType)] as const,
    ),
  ])
  const sums = [...wide.keys()].map((id) => `sum(abs(${quoteName(id)})) as ${quoteName(id)}`)
  const [totals] = await lake.rows<Record<string, number | bigint | null>>(
    `select ${sums.join(', ')} from ${readParquet([cells])}`,
  )
  return new Map(
    [...wide].map(([id, type]) => {
      const narrow = type === 'bigint' && Number(totals?.[id] ?? 0) < 2 ** 31
      return [id, narrow ? 'integer' : type]
    }),
  )
}

/**
 * Chooses the roll-ups worth having, and writes each from the smallest at hand that covers it.
 *
 * @param lake an engine that runs several statements at once, not a session
 */
export async function makeRollUps(
  lake: LakeEngine,
  cube: Cube,
  types: MeasureTypes,
  domain: CubeDomain,
  base: RollUpPart,
  build: IncomingCubeBuild,
): Promise<RollUp[]> {
  const finest = rollUpOf(
    cube.dimensions.map(() => 0),
    base,
  )
  if (base.rows <= leastRows) return [finest]
  const sample = await sampleCells(lake, cube, build.pathOf(base.name), base.rows)
  const chosen = chooseRollUps(
    levelCounts(cube),
    rollUpSize(cube, domain, sample, base.rows),
    { rollUps: limits.rollUps, rows: limits.rowsOfCells * base.rows, leastRows },
    // The same build from the same cells.
    new Xoshiro128(base.rows),
  )
  const wanted = [...chosen]
    .sort((a, b) => b.rows - a.rows)
    .map(({ point }, index) => ({ point, name: rollUpName(index + 1) }))
  return writeRollUps(lake, cube, types, finest, wanted, build)
}

/** Writes roll-ups, the largest first, each from the smallest at hand that covers it. */
export async function writeRollUps(
  lake: LakeEngine,
  cube: Cube,
  types: MeasureTypes,
  finest: RollUp,
  wanted: readonly { readonly point: RollUpPoint; readonly name: string }[],
  build: IncomingCubeBuild,
): Promise<RollUp[]> {
  const made: RollUp[] = [finest]
  const waiting = [...wanted]
  const makeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { point, name } = next
      const from = made
        .filter((candidate) => covers(candidate.point, point))
        .reduce((least, candidate) => (candidate.rows < least.rows ? candidate : least))
      const path = build.pathOf(name)
      await lake.run(
        `copy (${rollUpSql(cube, types, point, build.pathOf(from.parts[0]!.name))}) to ${quoteText(path)} ${parquetOptions}`,
      )
      made.push(rollUpOf(point, { name, rows: await countRows(lake, path) }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, makeNext))
  return made
}

/** A roll-up of one file. */
export function rollUpOf(point: RollUpPoint, part: RollUpPart): RollUp {
  return { point, rows: part.rows, parts: [part] }
}

function rollUpSql(cube: Cube, types: MeasureTypes, point: RollUpPoint, from: string): string {
  const kept = cube.dimensions.flatMap((dimension, index) =>
    listLevels(dimension)
      .map((_, depth) => depth)
      .filter((depth) => depth >= point[index]!)
      .map((depth) => quoteName(ordinalColumn(levelReference(dimension, depth)))),
  )
  const sums = [...types].map(([id, type]) => {
    const column = quoteName(id)
    return `cast(sum(${column}) as ${type}) as ${column}`
  })
  const group = kept.length > 0 ? ` group by ${kept.join(', ')} order by ${kept.join(', ')}` : ''
  return `select ${[...kept, ...sums].join(', ')} from ${readParquet([from])}${group}`
}

async function sampleCells(
  lake: LakeEngine,
  cube: Cube,
  path: string,
  cells: number,
): Promise<number[][]> {
  const columns = cube.dimensions.map(({ id }, index) => `${quoteName(id)} as d${index}`)
  const share = Math.max(1, Math.round(cells / sampleSize))
  // A hash of the row's place instead of a draw: the same build from the same snapshot.
  const rows = await lake.rows<Record<string, number>>(
    `select ${columns.join(', ')} from read_parquet(${quoteText(path)}, file_row_number = true)
     where hash(file_row_number) % ${share} = 0 order by hash(file_row_number * 7 + 1)`,
  )
  return cube.dimensions.map((_, index) => rows.map((row) => row[`d${index}`]!))
}

async function countRows(lake: LakeEngine, path: string): Promise<number> {
  const [row] = await lake.rows<{ n: number }>(`select count(*) as n from ${readParquet([path])}`)
  return row!.n
}

/** Name of the file of a roll-up; `extension` counts the batches that were added to a full build. */
export function rollUpName(index: number, extension = 0): string {
  const number = String(index).padStart(2, '0')
  return extension === 0 ? `roll-up-${number}.parquet` : `roll-up-${number}-${extension}.parquet`
}
