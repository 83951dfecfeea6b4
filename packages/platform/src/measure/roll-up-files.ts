import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import {
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
import type { IncomingCubeBuild, LakeEngine } from '../store/index.ts'
import { cellsName, type RollUpFile } from './cube-manifest.ts'

/** Cells sampled to foresee the size of roll-ups. */
const sampleSize = 10_000
/** Below so many rows a roll-up gains nothing: the engine's own start costs more. */
const leastRows = 50_000
/** Roll-ups that are written at once: each is too small to keep every core busy. */
const atOnce = 2
/** Roll-ups, and their rows together as a multiple of the cells. */
const limits = { rollUps: 48, rowsOfCells: 1.5 } as const

/** How files of cubes are written. */
export const parquetOptions = '(format parquet, compression zstd, row_group_size 122880)'

/** Writes the cells with ordinals for codes, and a column for every coarser level. */
export async function encodeCells(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  domain: CubeDomain,
  build: IncomingCubeBuild,
): Promise<{ base: RollUpFile; types: MeasureTypes }> {
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
  const types = await measureTypes(lake, cube, recordType, build.pathOf(cellsName))
  const measures = [...types].map(([id, type]) => {
    const column = quoteName(id)
    return `cast(cell.${column} as ${type}) as ${column}`
  })
  const order = cube.dimensions.map((dimension) =>
    quoteName(ordinalColumn(levelReference(dimension, 0))),
  )
  const name = rollUpName(0)
  await lake.run(
    `copy (select ${[...columns, ...measures].join(', ')}
from ${readParquet([build.pathOf(cellsName)])} as cell ${joins.join(' ')}
order by ${order.join(', ')}) to ${quoteText(build.pathOf(name))} ${parquetOptions}`,
  )
  const point = cube.dimensions.map(() => 0)
  return { base: { name, point, rows: await countRows(lake, build.pathOf(name)) }, types }
}

/** SQL types of the measures in roll-ups, by the column of each. */
type MeasureTypes = ReadonlyMap<string, string>

/** As `measureType`, but counts whose total is small are 32 bits wide: they are added faster. */
async function measureTypes(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  cells: string,
): Promise<MeasureTypes> {
  const wide = new Map<string, string>([
    [recordsColumn, 'bigint'],
    ...cube.measures.map((measure) => [measure.id, measureType(measure, recordType)] as const),
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
  base: RollUpFile,
  build: IncomingCubeBuild,
): Promise<RollUpFile[]> {
  if (base.rows <= leastRows) return [base]
  const sample = await sampleCells(lake, cube, build.pathOf(base.name), base.rows)
  const chosen = chooseRollUps(levelCounts(cube), rollUpSize(cube, domain, sample, base.rows), {
    rollUps: limits.rollUps,
    rows: limits.rowsOfCells * base.rows,
    leastRows,
  })
  const made: RollUpFile[] = [base]
  const waiting = [...chosen].sort((a, b) => b.rows - a.rows)
  let begun = 0
  const makeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { point } = next
      const from = made
        .filter((candidate) => covers(candidate.point, point))
        .reduce((least, candidate) => (candidate.rows < least.rows ? candidate : least))
      const name = rollUpName((begun += 1))
      const path = build.pathOf(name)
      await lake.run(
        `copy (${rollUpSql(cube, types, point, build.pathOf(from.name))}) to ${quoteText(path)} ${parquetOptions}`,
      )
      made.push({ name, point, rows: await countRows(lake, path) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, makeNext))
  return made
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

const rollUpName = (index: number) => `roll-up-${String(index).padStart(2, '0')}.parquet`
