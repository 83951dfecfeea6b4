import { tiesOf } from '@caudal/methods/measure/ties'
import {
  isRest,
  protectAsAsked,
  protectWithLedger,
  treeCode,
  type CellStatus,
  type CubeRelease,
  type PrimaryRules,
  type ProtectedRelease,
  type Programme,
  type Solver,
} from '@caudal/methods/protect'
import type { BesideEarlier } from './beside-earlier.ts'
import type { CountedFigures, ReadFacts } from './count-figures.ts'
import type { FigureAxis } from './figure-selection.ts'

/** What protecting the figures of a cube came to; without attack and work where a draft was made again. */
export type DoneRelease = Pick<ProtectedRelease, 'outcome' | 'entry' | 'keptHidden'> &
  Partial<ProtectedRelease>

/** The figures of one cube after protection. */
export interface ProtectedFigures {
  readonly release: DoneRelease
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

/** What a release brings of a cube. */
export function cubeRelease(
  release: string,
  { cube, snapshot }: Pick<ReadFacts, 'cube' | 'snapshot'>,
  { programme, figures, selected }: CountedFigures,
  rules: PrimaryRules,
): CubeRelease {
  const tables = {
    programme,
    figures,
    names: [...selected.keys()],
    release,
    vintage: snapshot,
    cube: cube.id,
    ties: tiesOf(cube.id),
  }
  return { tables, rules }
}

/** Protects the figures of one cube by themselves, beside what is out. */
export async function protectAlone(
  { tables, rules }: CubeRelease,
  { kind }: CountedFigures,
  solver: Solver,
  progress: (step: 'suppress' | 'attack', done: number) => void,
  { earlier, asked }: BesideEarlier,
): Promise<DoneRelease> {
  const options = { kind, weights: 'value' as const, progress }
  return asked === undefined
    ? await protectWithLedger(tables, rules, solver, options, earlier)
    : await protectAsAsked(tables, rules, solver, options, earlier, asked)
}

/** What is shown of the figures of a cube. */
export function protectedFigures(
  { programme, figures, selected }: CountedFigures,
  release: DoneRelease,
): ProtectedFigures {
  const { statuses, suppression } = release.outcome
  const { hidden } = suppression
  const tally = { safe: 0, primary: 0, secondary: 0, empty: 0 }
  statuses.forEach((status, cell) => {
    if (!isRest(programme, cell)) tally[status] += 1
  })
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
      return hidden[cell] === 1 ? null : figures.values[cell]!
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
