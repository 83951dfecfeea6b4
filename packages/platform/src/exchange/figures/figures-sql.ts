import { quoteName, quoteText } from '@caudal/methods/collect'
import { writableCode, type CubeFigures } from '@caudal/methods/exchange'
import {
  levelReference,
  listLevels,
  type CodeLists,
  type Cube,
  type CubeDimension,
  type CubeDomain,
} from '@caudal/methods/measure'
import { ownCodes } from '@caudal/methods/vocabulary'

/** Statements that make the table `figures` of one cube in a session; see {@link figuresSql}. */
export interface FiguresPlan {
  readonly statements: readonly string[]
}

/** A cube that figures are made of. */
export interface CubeAsked extends Counted {
  readonly manifest: { readonly domain: CubeDomain }
}

interface Counted {
  readonly cube: Cube
  readonly lists: CodeLists
}

interface Grain {
  /** SQL of the code; the table of the cells is `cells`. */
  readonly sql: string
  readonly join?: string
  readonly where?: string
  readonly isTotal: boolean
}

export const periodPatterns: Readonly<Record<string, RegExp>> = {
  A: /^\d{4}$/,
  S: /^\d{4}-S[12]$/,
  Q: /^\d{4}-Q[1-4]$/,
  M: /^\d{4}-\d{2}$/,
  D: /^\d{4}-\d{2}-\d{2}$/,
}

/**
 * The SQL that makes the observations of a cube from its cells. Grain: one row per series and
 * period. Columns: one code per dimension (varchar), `key` (codes joined by dots), `t` (period), `v`
 * (the figure in the unit of its measure; null where records exist and none gives one).
 *
 * @param cells SQL of the cells, as `cellsSql` wrote them
 * @param dimensions ids of the structure's dimensions in the order of the key, the time left out
 */
export function figuresSql(
  { cube, manifest: { domain }, lists }: CubeAsked,
  figures: CubeFigures,
  dimensions: readonly string[],
  cells: string,
): FiguresPlan {
  const broken = dimensions.filter((id) => id !== 'FREQ' && id !== 'MEASURE')
  const tables = [timeTable(cube, figures, domain), ...levelTables(cube, figures, domain)]
  const flow =
    figures.flowDimension === undefined ? "''" : `cells.${quoteName(figures.flowDimension)}`
  const time = cube.dimensions.find(({ kind }) => kind === 'time')!
  const measures = [...new Set(figures.measures.map(({ measure }) => measure))]
  const cuts = listCuts({ cube, lists }, figures, broken).map((grains) => {
    const named = broken.map((id, index) => `${grains[index]!.sql} as ${quoteName(id)}`)
    const joins = grains.map(({ join }) => join ?? '').join('')
    const wheres = grains.map(({ where }) => where).filter((where) => where !== undefined)
    const keys = broken.map((_, index) => String(index + 1))
    const count = broken.length
    return `select ${named.join(', ')}, times.frequency, times.period, ${flow} as flow,
      ${measures.map((id) => `sum(cells.${quoteName(id)}) as ${quoteName(id)}`).join(', ')}
      from (${cells}) as cells join times on times.code = cells.${quoteName(time.id)}${joins}
      ${wheres.length > 0 ? `where ${wheres.join(' and ')}` : ''}
      group by ${[...keys, count + 1, count + 2, count + 3].join(', ')}`
  })
  const branches = figures.measures.map(({ code, measure, flow: of }) => {
    const columns = dimensions.map((id) => {
      if (id === 'FREQ') return 'frequency as "FREQ"'
      return id === 'MEASURE' ? `${quoteText(code)} as "MEASURE"` : quoteName(id)
    })
    // What is measured of no flow by itself is that of all of them: net migration.
    const isOfAll = of === undefined && figures.flowDimension !== undefined
    const value = isOfAll ? `sum(${quoteName(measure)})` : quoteName(measure)
    return `select ${columns.join(', ')}, period as t, cast(${value} as double) as v
      from cuts ${of === undefined ? '' : `where flow = ${quoteText(of)}`}
      ${isOfAll ? 'group by all' : ''}`
  })
  const key = `concat_ws('.', ${dimensions.map(quoteName).join(', ')})`
  return {
    statements: [
      ...tables,
      `create temp table cuts as ${cuts.join('\nunion all ')}`,
      `create temp table figures as select *, ${key} as key from (${branches.join('\nunion all ')})`,
    ],
  }
}

/** Finest period → frequency and period of each level that is published. */
function timeTable(cube: Cube, figures: CubeFigures, domain: CubeDomain): string {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')!
  const levels = listLevels(time)
  const rows = figures.timeLevels.flatMap(({ level, frequency }) => {
    const depth = level === time.id ? 0 : levels.findIndex(({ id }) => id === level)
    const of = domain[time.id]![depth]!
    const finest = domain[time.id]![0]!
    return finest.codes.flatMap((code, ordinal): [string, string, string][] => {
      const period = of.codes[of.of[ordinal]!]!
      return periodPatterns[frequency]!.test(period) ? [[code, frequency, period]] : []
    })
  })
  return table('times', ['code', 'frequency', 'period'], rows)
}

/** Finest code → code of a coarser level, one table a level that is published. */
function levelTables(cube: Cube, figures: CubeFigures, domain: CubeDomain): string[] {
  return Object.values(figures.dimensions).flatMap((source) => {
    if ('fixed' in source) return []
    const dimension = dimensionOf(cube, source.cube)
    const finest = source.finest === undefined ? [] : [source.finest]
    return [...finest, ...(source.levels ?? [])].map((level) => {
      const of = domain[dimension.id]![depthOf(dimension, level)]!
      const rows = domain[dimension.id]![0]!.codes.map((code, ordinal) => [
        code,
        of.codes[of.of[ordinal]!]!,
      ])
      // What belongs to no region is in the total alone.
      return table(
        tableName(dimension, level),
        ['code', 'above'],
        level === source.finest ? rows : rows.filter(([, above]) => !above!.startsWith('_')),
      )
    })
  })
}

function listCuts(
  cube: Counted,
  figures: CubeFigures,
  broken: readonly string[],
): (readonly Grain[])[] {
  const choices = broken.map((id) => grainsOf(cube, figures, id))
  if (figures.cuts === 'every') return combined(choices)
  // A breakdown stands in a cut in detail or as its total; what has no total stands in every cut.
  return figures.cuts.flatMap((cut) =>
    combined(
      choices.map((grains, index) => {
        const isDetailed = cut.includes(broken[index]!)
        const hasTotal = grains.some(({ isTotal }) => isTotal)
        return hasTotal ? grains.filter(({ isTotal }) => isTotal !== isDetailed) : grains
      }),
    ),
  )
}

function combined(choices: readonly (readonly Grain[])[]): Grain[][] {
  let cuts: Grain[][] = [[]]
  for (const grains of choices) cuts = cuts.flatMap((cut) => grains.map((grain) => [...cut, grain]))
  return cuts
}

function grainsOf({ cube, lists }: Counted, figures: CubeFigures, id: string): Grain[] {
  const source = figures.dimensions[id]!
  if ('fixed' in source) return [{ sql: quoteText(source.fixed), isTotal: true }]
  const dimension = dimensionOf(cube, source.cube)
  const column = `cells.${quoteName(dimension.id)}`
  // A code that the standard cannot write is counted with the unknown, as its label could not be.
  const clean = `case when regexp_full_match(${column}, ${quoteText(
    writableCode.source.slice(1, -1),
  )}) then ${standardSql(column, dimension, lists)} else '_U' end`
  const finest = source.finest === undefined ? undefined : tableName(dimension, source.finest)
  return [
    finest === undefined
      ? {
          sql: clean,
          ...(source.holdsTotal !== true && { where: `${column} <> '_T'` }),
          isTotal: false,
        }
      : {
          sql: `${finest}.above`,
          join: ` join ${finest} on ${finest}.code = ${column}`,
          where: `${column} <> '_T'`,
          isTotal: false,
        },
    ...(source.levels ?? []).map((level): Grain => {
      const name = tableName(dimension, level)
      return {
        sql: `${name}.above`,
        join: ` join ${name} on ${name}.code = ${column}`,
        isTotal: false,
      }
    }),
    ...(source.total ? [{ sql: "'_T'", isTotal: true }] : []),
  ]
}

/** SQL of the code of the platform that a code counts as: figures of countries are to compare. */
function standardSql(column: string, { codeList = '' }: CubeDimension, lists: CodeLists): string {
  const cases = [...ownCodes(lists.get(codeList) ?? { codes: [] })]
    .filter(([, { standard }]) => standard !== undefined)
    .map(([code, { standard }]) => `when ${quoteText(code)} then ${quoteText(standard!)}`)
  return cases.length === 0 ? column : `case ${column} ${cases.join(' ')} else ${column} end`
}

/** Depth of a level by its name; 0 where none is named. */
function depthOf(dimension: CubeDimension, level: string | undefined): number {
  return Math.max(
    0,
    listLevels(dimension).findIndex(({ id }) => id === level),
  )
}

function dimensionOf(cube: Cube, id: string): CubeDimension {
  const found = cube.dimensions.find((dimension) => dimension.id === id)
  if (!found) throw new RangeError(`the cube ${cube.id} has no dimension ${id}`)
  return levelReference(found, 0).dimension
}

const tableName = (dimension: CubeDimension, level: string) =>
  quoteName(`above_${dimension.id}_${level}`)

function table(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const values = rows.map((row) => `(${row.map(quoteText).join(', ')})`).join(', ')
  const empty = `select ${columns.map((column) => `'' as ${column}`).join(', ')} where false`
  const given = `select * from (values ${values}) as given(${columns.join(', ')})`
  return `create temp table ${name} as ${rows.length === 0 ? empty : given}`
}
