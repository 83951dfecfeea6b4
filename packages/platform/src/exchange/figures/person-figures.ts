import { quoteName, quoteText } from '@caudal/methods/collect'
import { writableCode, type CubeFigures } from '@caudal/methods/exchange'
import { levelReference, listLevels, type Cube, type LevelReference } from '@caudal/methods/measure'
import type { OpenCube } from '../../measure/service.ts'
import type { Shield } from '../../protect/perturbed/shield.ts'
import type { LakeEngine } from '../../store/index.ts'
import { depthOf, periodPatterns } from './figures-sql.ts'

/** A dimension of the structure in one cut: its code, and the level of the cube that it is read from. */
interface Part {
  readonly id: string
  readonly sql?: string
  readonly reference?: LevelReference
}

/**
 * Makes the table `figures` of a cube of persons as anybody may see it: cut by cut cells of a release as
 * released, the others perturbed. Grain and columns as of {@link figuresSql}, and `hidden`, whether a
 * release withholds the figure. A cut that nobody is told (nationality with protection) is left out.
 */
export async function makePersonFigures(
  lake: LakeEngine,
  shield: Shield,
  open: OpenCube,
  figures: CubeFigures,
  dimensions: readonly string[],
): Promise<void> {
  const { cube } = open
  const key = `concat_ws('.', ${dimensions.map(quoteName).join(', ')})`
  const empty = dimensions.map((id) => `'' as ${quoteName(id)}`).join(', ')
  await lake.run(
    `create temp table figures as select ${empty}, '' as t, 0::double as v, false as hidden, '' as key where false`,
  )
  const time = cube.dimensions.find(({ kind }) => kind === 'time')!
  const flow = cube.dimensions.find(({ id }) => id === figures.flowDimension)
  for (const parts of listParts(cube, figures, dimensions)) {
    for (const { level, frequency } of figures.timeLevels) {
      const depth = listLevels(time).findIndex(({ id }) => id === level)
      const rows = [
        levelReference(time, Math.max(0, depth)),
        ...(flow ? [levelReference(flow, 0)] : []),
        ...parts.flatMap(({ reference }) => reference ?? []),
      ]
      for (const { code, measure, flow: of } of figures.measures) {
        const cut = { rows, measure: cube.measures.find(({ id }) => id === measure)! }
        const fixed = await shield.writeCells(lake, open, cut, 'shown_cells')
        if (fixed === undefined) continue
        const column = ({ dimension }: LevelReference) =>
          `a${fixed.axes.findIndex((axis) => axis.reference.dimension.id === dimension.id)}`
        const codes = dimensions.map((id) => {
          if (id === 'FREQ') return `${quoteText(frequency)} as "FREQ"`
          if (id === 'MEASURE') return `${quoteText(code)} as "MEASURE"`
          const part = parts.find((each) => each.id === id)!
          return `${part.sql ?? clean(column(part.reference!))} as ${quoteName(id)}`
        })
        const period = column(rows[0]!)
        const where = [
          `regexp_full_match(${period}, ${quoteText(periodPatterns[frequency]!.source.slice(1, -1))})`,
          ...(of === undefined || !flow ? [] : [`${column(rows[1]!)} = ${quoteText(of)}`]),
          ...parts.flatMap(({ reference }) =>
            reference === undefined ? [] : `${column(reference)} <> '_T'`,
          ),
        ]
        await lake.run(
          `insert into figures select *, ${key} from (
             select ${codes.join(', ')}, ${period} as t,
               case when bool_or(shown is null) then null else sum(shown) end as v,
               bool_or(shown is null) as hidden
             from shown_cells where ${where.join(' and ')} group by all)`,
        )
        await lake.run('drop table shown_cells')
      }
    }
  }
}

/** A code that the standard cannot write is counted with the unknown, as its label could not be. */
const clean = (column: string) =>
  `case when regexp_full_match(${column}, ${quoteText(writableCode.source.slice(1, -1))}) then ${column} else '_U' end`

/** What each dimension of the structure is, cut by cut. */
function listParts(
  cube: Cube,
  figures: CubeFigures,
  dimensions: readonly string[],
): (readonly Part[])[] {
  const broken = dimensions.filter((id) => id !== 'FREQ' && id !== 'MEASURE')
  const choices = broken.map((id): Part[] => {
    const source = figures.dimensions[id]!
    if ('fixed' in source) return [{ id, sql: quoteText(source.fixed) }]
    const dimension = cube.dimensions.find((each) => each.id === source.cube)!
    return [
      { id, reference: levelReference(dimension, depthOf(dimension, source.finest)) },
      ...(source.levels ?? []).map((level) => ({
        id,
        reference: levelReference(dimension, depthOf(dimension, level)),
      })),
      ...(source.total ? [{ id, sql: "'_T'" }] : []),
    ]
  })
  let cuts: Part[][] = [[]]
  for (const parts of choices) cuts = cuts.flatMap((cut) => parts.map((part) => [...cut, part]))
  if (figures.cuts === 'every') return cuts
  const wanted = new Set(figures.cuts.map((cut) => [...cut].sort().join()))
  return cuts.filter((cut) => {
    const detailed = cut.filter(({ id, reference }) => {
      const source = figures.dimensions[id]!
      return reference !== undefined && 'cube' in source && source.total
    })
    return wanted.has(
      detailed
        .map(({ id }) => id)
        .sort()
        .join(),
    )
  })
}
