import { tiesOf } from '@caudal/methods/measure/ties'
import {
  makeSelectedProgramme,
  protectAsAsked,
  protectWithLedger,
  treeCode,
  type CellStatus,
  type PrimaryRules,
  type ProtectedRelease,
  type Programme,
  type Solver,
} from '@caudal/methods/protect'
import type { ResolvedTable } from '@caudal/methods/publish'
import { countSelected } from '../../protect/count-selected.ts'
import type { BesideEarlier } from './beside-earlier.ts'
import type { CubeFacts } from './cube-facts.ts'
import {
  cubeTrees,
  selectFigure,
  type FigureAxis,
  type FigureSelection,
} from './figure-selection.ts'
import { releaseRefusals } from './refusals.ts'

/** The figures of one cube after protection; without attack and work where a draft was made again. */
export interface ProtectedFigures {
  readonly release: Pick<ProtectedRelease, 'outcome' | 'entry' | 'keptHidden'> &
    Partial<ProtectedRelease>
  readonly tally: Readonly<Record<CellStatus, number>>
  /**
   * A cell of a figure by the codes of its row and column; null stands for the total of an axis.
   * Undefined: not shown at all; null: hidden.
   */
  cell(
    figure: string,
    row: readonly string[] | null,
    column: readonly string[] | null,
  ): number | null | undefined
}

/** Protects the figures of one cube as one programme, so that what they share is one cell. */
export async function protectFigures(
  facts: CubeFacts,
  figures: ReadonlyMap<string, ResolvedTable>,
  rules: PrimaryRules,
  solver: Solver,
  progress: (step: 'suppress' | 'attack', done: number) => void,
  { release: id, earlier, asked }: BesideEarlier,
): Promise<ProtectedFigures> {
  const { cube, domain, engine } = facts
  const trees = cubeTrees(cube, domain)
  const selected = new Map<string, FigureSelection>()
  for (const [figure, table] of figures) {
    if (table.query.measure !== cube.measures[0]) {
      throw releaseRefusals.refuse('figure-measure', { figure, measure: table.query.measure.id })
    }
    const selection = selectFigure(figure, table, trees, domain)
    if (selection.selection.axes.some(({ codes }) => codes.length === 0)) {
      throw releaseRefusals.refuse('figure-empty', { figure })
    }
    selected.set(figure, selection)
  }
  // trees of one dimension read the same field
  await engine.run(
    `create or replace temp view records_of_trees as
     select ${trees.fields.map((field, d) => `d${field} as t${d}`).join(', ')}, person, amount
     from records where counted`,
  )
  const selections = [...selected.values()].map(({ selection }) => selection)
  const programme = makeSelectedProgramme(trees.dimensions, selections)
  const counted = await countSelected(engine, programme, selections, 2)
  const kind = { counts: cube.measures[0]!.aggregate === 'count', countsPersons: false }
  const tables = {
    programme,
    figures: counted,
    names: [...selected.keys()],
    release: id,
    vintage: facts.snapshot,
    cube: cube.id,
    ties: tiesOf(cube.id),
  }
  const options = { kind, weights: 'value' as const, progress }
  const release =
    asked === undefined
      ? await protectWithLedger(tables, rules, solver, options, earlier)
      : await protectAsAsked(tables, rules, solver, options, earlier, asked)
  const { statuses, suppression } = release.outcome
  const { hidden } = suppression
  const tally = { safe: 0, primary: 0, secondary: 0, empty: 0 }
  for (const status of statuses) tally[status] += 1
  return {
    release,
    tally,
    cell(figure, row, column) {
      const { rows, columns, selection } = selected.get(figure)!
      const codes = programme.dimensions.map(({ total }) => total)
      for (const { dimension, code } of selection.held) codes[dimension] = code
      if (!place(codes, rows, row, programme) || !place(codes, columns, column, programme)) {
        return undefined
      }
      const cell = programme.find(codes)
      if (cell === undefined) return undefined
      return hidden[cell] === 1 ? null : counted.values[cell]!
    },
  }
}

function place(
  codes: number[],
  axes: readonly FigureAxis[],
  key: readonly string[] | null,
  programme: Programme,
): boolean {
  return axes.every(({ reference, dimension, total }, at) => {
    const code =
      key === null
        ? (total ?? -1)
        : programme.dimensions[dimension]!.codes.indexOf(treeCode(reference, key[at]!))
    codes[dimension] = code
    return code !== -1
  })
}
