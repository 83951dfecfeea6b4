import { quoteText } from '@caudal/methods/collect'
import type { Cube, CubeQuery, FixedCells, QueryAnswer } from '@caudal/methods/measure'
import {
  askPart,
  fixCells,
  perturbCount,
  perturbedAnswer,
  perturbFigure,
  tableParts,
  type AnsweredPart,
  type PerturbationTable,
  type ShownCell,
  type TablePart,
} from '@caudal/methods/protect'
import {
  maxGroups,
  type CubeReader,
  type OpenCube,
  type PersonCell,
} from '../../measure/service.ts'
import type { CaudalNode, LakeEngine } from '../../store/index.ts'
import { nationalityRules } from '../nationality-rules.ts'
import { protectRefusals } from '../refusals.ts'
import { noiseTableSql, perturbedSql } from './perturb-sql.ts'
import { perturbationOf } from './perturbation.ts'
import { releasedAmong, type ReleasedCellsSource, type ReleasedCube } from './released-cube.ts'

/** Persons that what a question selects must have, as perturbed, for anything of it to be shown. */
export const leastPopulation = 20

/** Answers questions about persons as whoever is not entitled to more may see them. */
export interface Shield {
  /** Changes with the releases that are out: what an answer is valid for, beside the build. */
  version(cube: string): Promise<string>
  /** The first measure of all records, as everybody is shown it. */
  total(open: OpenCube): Promise<number>
  /**
   * Cells of a release exactly as released, the others perturbed by cell keys; of a cube that is
   * shown by releases alone, the others withheld.
   *
   * @throws Refusal of `protect-methods`, `protect.cut-too-large`, `protect.population-small`,
   *   `protect.nationality-and-protection`
   */
  answer(open: OpenCube, query: CubeQuery): Promise<QueryAnswer>
  /**
   * The same for all cells of a cut at once: a table of the session with the columns `a0`, `a1`, … (codes
   * along the axes) and `shown` (null where withheld); what is perturbed to 0 is as if it were not there.
   *
   * @returns undefined of a cut that nobody is told
   */
  writeCells(
    lake: LakeEngine,
    open: OpenCube,
    cut: Pick<CubeQuery, 'rows' | 'measure'>,
    name: string,
  ): Promise<FixedCells | undefined>
}

/** Opens the shield of a node. */
export function createShield(
  node: CaudalNode,
  reader: CubeReader,
  releases: ReleasedCellsSource,
): Shield {
  const answerPart = async (
    open: OpenCube,
    query: CubeQuery,
    fixed: FixedCells,
    table: PerturbationTable,
    released: ReleasedCube,
  ) => {
    const foreseen = fixed.axes.reduce((product, { codes }) => product * codes.length, 1)
    if (foreseen > maxGroups) {
      throw protectRefusals.refuse('cut-too-large', { limit: maxGroups })
    }
    const counted = await reader.persons(open, fixed, query.measure)
    const asReleased =
      query.measure === open.cube.measures[0]
        ? releasedAmong(released, fixed, open.manifest.domain)
        : new Map<string, ShownCell>()
    const figure = open.cube.measures.indexOf(query.measure)
    const cells: ShownCell[] = [...asReleased.values()]
    for (const cell of counted) {
      if (asReleased.has(cell.codes.join('\u0000'))) continue
      const value = open.cube.protection === 'release' ? null : perturbFigure(table, cell, figure)
      cells.push({ codes: cell.codes, value, isReleased: false })
    }
    return { fixed, cells, counted }
  }

  const shield: Shield = {
    async writeCells(lake, open, { rows, measure }, name) {
      const { cube, manifest } = open
      if (
        nationalityRule(
          cube,
          rows.map(({ dimension }) => dimension.id),
        ) !== undefined
      ) {
        return undefined
      }
      const [table, released] = await Promise.all([perturbationOf(node), releases.of(cube.id)])
      const fixed = fixCells({ rows, columns: [], where: [] }, manifest.domain)
      const own =
        measure === cube.measures[0] ? releasedAmong(released, fixed, manifest.domain) : new Map()
      const axes = fixed.axes.map((_, at) => `a${at}`)
      await lake.run(`drop table if exists cell_noise`)
      await lake.run(noiseTableSql('cell_noise', table))
      await putRows(lake, 'cells_released', axes, own.values())
      await reader.writePersons(lake, open, fixed, measure, 'cells_counted')
      const perturbed =
        cube.protection === 'release'
          ? `select ${axes.join(', ')}, null::double as shown from cells_counted`
          : perturbedSql('cells_counted', table, cube.measures.indexOf(measure), 'cell_noise')
      await lake.run(
        `create temp table ${name} as
         select * from (select * from (${perturbed}) where shown is distinct from 0) as own anti join cells_released using (${axes.join(', ')})
         union all by name select * from cells_released`,
      )
      await lake.run('drop table cells_counted')
      await lake.run('drop table cells_released')
      return fixed
    },
    async total(open) {
      const { grandTotal } = await shield.answer(open, {
        measure: open.cube.measures[0]!,
        rows: [],
        columns: [],
        where: [],
        margins: { rows: false, columns: false, grand: true },
        maxCells: 1,
      })
      return grandTotal ?? 0
    },
    version: async (cube) => (await releases.of(cube)).version,
    async answer(open, query) {
      const { cube, manifest } = open
      refuseNationality(open, query)
      const [table, released] = await Promise.all([perturbationOf(node), releases.of(cube.id)])
      const ask = (asked: Parameters<typeof fixCells>[0]) =>
        answerPart(open, query, fixCells(asked, manifest.domain), table, released)
      const parts: Partial<Record<TablePart, AnsweredPart>> = {}
      const asked = tableParts.map(async (part) => {
        const own = askPart(part, query)
        if (own !== undefined) parts[part] = await ask(own)
      })
      const selected = query.where.length > 0 && ask({ rows: [], columns: [], where: query.where })
      await Promise.all([...asked, selected])
      if (selected && cube.protection === 'perturbed') {
        const known = parts.cells!.cells.some(({ isReleased }) => isReleased)
        if (!known) refuseFew((await selected).counted, table)
      }
      return perturbedAnswer(query, parts, manifest.domain)
    },
  }
  return shield
}

function refuseFew(counted: readonly PersonCell[], table: PerturbationTable): void {
  const persons = counted.reduce(
    (sum, cell) => sum + perturbCount(table, cell.persons, cell.key),
    0,
  )
  if (persons < leastPopulation) {
    throw protectRefusals.refuse('population-small', { least: leastPopulation })
  }
}

/**
 * How many nationals of a country sought asylum or protection is never told, and could be told from the
 * other reasons and their total: the two are not crossed for whoever may not see exact figures.
 */
function refuseNationality({ cube }: OpenCube, { rows, columns, where }: CubeQuery): void {
  const references = [...rows, ...columns, ...where.map(({ reference }) => reference)]
  const rule = nationalityRule(
    cube,
    references.map(({ dimension }) => dimension.id),
  )
  if (rule === undefined) return
  throw protectRefusals.refuse('nationality-and-protection', {
    dimension: rule.dimension,
    purpose: rule.purpose,
  })
}

function nationalityRule(cube: Cube, dimensions: readonly string[]) {
  return nationalityRules(cube).find(
    ({ dimension, purpose }) => dimensions.includes(dimension) && dimensions.includes(purpose),
  )
}

/** Puts released cells into a table of the session. */
async function putRows(
  lake: LakeEngine,
  name: string,
  axes: readonly string[],
  cells: Iterable<ShownCell>,
): Promise<void> {
  const columns = axes.map((axis) => `${axis} varchar`)
  await lake.run(`create temp table ${name} (${[...columns, 'shown double'].join(', ')})`)
  const rows = [...cells].map(
    ({ codes, value }) => `(${[...codes.map(quoteText), value ?? 'null'].join(', ')})`,
  )
  for (let from = 0; from < rows.length; from += 1000) {
    await lake.run(`insert into ${name} values ${rows.slice(from, from + 1000).join(', ')}`)
  }
}

/** Whether the figures of a cube are of persons and must be protected. */
export function isOfPersons({ cube, manifest }: OpenCube): boolean {
  return cube.protection !== 'none' && manifest.observed
}
