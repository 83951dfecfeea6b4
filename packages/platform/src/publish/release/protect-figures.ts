import {
  fewestChanged,
  figuresByName,
  ledgerTables,
  listTargets,
  makeSelectedProgramme,
  needsOf,
  protectProgramme,
  publicHierarchies,
  settledCells,
  treeCode,
  WorkBudget,
  type CellStatus,
  type LedgerTable,
  type PrimaryRules,
  type ProtectedProgramme,
  type Programme,
  type PublicHierarchies,
  type Solver,
  type WorkSpent,
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

/** The figures of one cube after protection. */
export interface ProtectedFigures {
  readonly ledger: {
    readonly tables: readonly LedgerTable[]
    readonly hierarchies: PublicHierarchies
  }
  readonly tally: Readonly<Record<CellStatus, number>>
  readonly outcome: ProtectedProgramme
  readonly work: WorkSpent
  /** Cells that stay hidden because an earlier release hid them. */
  readonly keptHidden: number
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
  { needs = new Map(), earlier = [], coarsen }: BesideEarlier = {},
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
     select ${trees.fields.map((field, d) => `d${field} as t${d}`).join(', ')}, person, amount from records`,
  )
  const selections = [...selected.values()].map(({ selection }) => selection)
  const programme = makeSelectedProgramme(trees.dimensions, selections)
  const counted = await countSelected(engine, programme, selections, 2)
  const figuresWithNeeds =
    needs.size === 0 ? counted : { ...counted, needs: needsOf(programme, needs) }
  const kind = { counts: cube.measures[0]!.aggregate === 'count', countsPersons: false }
  const required = listTargets(programme, counted, rules, kind)
  const settled = settledCells(
    figuresByName(programme, counted),
    earlier,
    rules.threshold ?? fewestChanged,
  )
  const work = WorkBudget.forCells(programme.cellCount)
  const outcome = await protectProgramme(programme, figuresWithNeeds, rules, solver, {
    kind,
    settled,
    work,
    ...(coarsen === undefined ? {} : { coarsen }),
    weights: 'value',
    progress,
  })
  const { hidden } = outcome.suppression
  const tally = { safe: 0, primary: 0, secondary: 0, empty: 0 }
  for (const status of outcome.statuses) tally[status] += 1
  return {
    outcome,
    tally,
    work: work.spent(),
    keptHidden: settled.hidden.size,
    ledger: {
      tables: ledgerTables([...selected.keys()], programme, counted, outcome, required),
      hierarchies: publicHierarchies(programme),
    },
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
