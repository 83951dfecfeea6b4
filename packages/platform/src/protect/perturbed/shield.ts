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
import type { CaudalNode } from '../../store/index.ts'
import { nationalityRules } from '../nationality-rules.ts'
import { protectRefusals } from '../refusals.ts'
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
      const { codes } = cell
      if (open.cube.protection === 'release') {
        cells.push({ codes, value: null, isReleased: false })
      } else if (!cell.isMissing) {
        cells.push({ codes, value: perturbFigure(table, cell, figure), isReleased: false })
      } else if (perturbCount(table, cell.persons, cell.key) > 0) {
        // That there is no figure is told where there seems to be somebody, as of any other figure.
        cells.push({ codes, value: null, isReleased: false, isMissing: true })
      }
    }
    return { fixed, cells, counted }
  }

  const shield: Shield = {
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

/** Whether the figures of a cube are of persons and must be protected. */
export function isOfPersons({ cube, manifest }: OpenCube): boolean {
  return cube.protection !== 'none' && manifest.observed
}
