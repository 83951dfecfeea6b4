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
const sampleSize = 20_000
/** Below so many rows a roll-up gains nothing: the engine's own start costs more. */
const leastRows = 20_000
const limits = { rollUps: 24, leastRows } as const

/** How files of cubes are written. */
export const parquetOptions = '(format parquet, compression zstd, row_group_size 122880)'

/** Writes the cells with ordinals for codes, and a column for every coarser level. */
export async function encodeCells(
  lake: LakeEngine,
  cube: Cube,
  domain: CubeDomain,
  build: IncomingCubeBuild,
): Promise<RollUpFile> {
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
    await lake.run(
      `create temp table d${index} as select unnest(string_split($1, chr(31))) as code, ${selected.join(', ')}`,
      parameters,
    )
    joins.push(`join d${index} on d${index}.code = cell.${quoteName(dimension.id)}`)
    levels.forEach((_, depth) => {
      const name = ordinalColumn(levelReference(dimension, depth))
      columns.push(`d${index}.l${depth} as ${quoteName(name)}`)
    })
  }
  const measures = [recordsColumn, ...cube.measures.map(({ id }) => quoteName(id))]
  const order = cube.dimensions.map((dimension) =>
    quoteName(ordinalColumn(levelReference(dimension, 0))),
  )
  const name = rollUpName(0)
  await lake.run(
    `copy (select ${[...columns, ...measures.map((measure) => `cell.${measure}`)].join(', ')}
from ${readParquet([build.pathOf(cellsName)])} as cell ${joins.join(' ')}
order by ${order.join(', ')}) to ${quoteText(build.pathOf(name))} ${parquetOptions}`,
  )
  const point = cube.dimensions.map(() => 0)
  return { name, point, rows: await countRows(lake, build.pathOf(name)) }
}

export async function makeRollUps(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  domain: CubeDomain,
  base: RollUpFile,
  build: IncomingCubeBuild,
): Promise<RollUpFile[]> {
  if (base.rows <= leastRows) return [base]
  const sample = await sampleCells(lake, cube, build.pathOf(base.name), base.rows)
  const chosen = chooseRollUps(levelCounts(cube), rollUpSize(cube, domain, sample, base.rows), {
    ...limits,
    rows: base.rows,
  })
  const made: RollUpFile[] = [base]
  for (const { point } of [...chosen].sort((a, b) => b.rows - a.rows)) {
    const from = made
      .filter((candidate) => covers(candidate.point, point))
      .reduce((least, candidate) => (candidate.rows < least.rows ? candidate : least))
    const name = rollUpName(made.length)
    const path = build.pathOf(name)
    await lake.run(
      `copy (${rollUpSql(cube, recordType, point, build.pathOf(from.name))}) to ${quoteText(path)} ${parquetOptions}`,
    )
    made.push({ name, point, rows: await countRows(lake, path) })
  }
  return made
}

function rollUpSql(cube: Cube, recordType: RecordType, point: RollUpPoint, from: string): string {
  const kept = cube.dimensions.flatMap((dimension, index) =>
    listLevels(dimension)
      .map((_, depth) => depth)
      .filter((depth) => depth >= point[index]!)
      .map((depth) => quoteName(ordinalColumn(levelReference(dimension, depth)))),
  )
  const sums = [
    `cast(sum(${recordsColumn}) as bigint) as ${recordsColumn}`,
    ...cube.measures.map((measure) => {
      const column = quoteName(measure.id)
      return `cast(sum(${column}) as ${measureType(measure, recordType)}) as ${column}`
    }),
  ]
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
     where hash(file_row_number) % ${share} = 0`,
  )
  return cube.dimensions.map((_, index) => rows.map((row) => row[`d${index}`]!))
}

async function countRows(lake: LakeEngine, path: string): Promise<number> {
  const [row] = await lake.rows<{ n: number }>(`select count(*) as n from ${readParquet([path])}`)
  return row!.n
}

const rollUpName = (index: number) => `roll-up-${String(index).padStart(2, '0')}.parquet`
