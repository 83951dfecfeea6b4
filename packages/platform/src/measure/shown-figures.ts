import type { Actor } from '@caudal/methods/govern'
import type { CubeQuery, QueryAnswer } from '@caudal/methods/measure'
import { Refusal } from '@caudal/methods/vocabulary'
import type { OpenCube } from './open-cube.ts'

/** Who asks: found out where it matters; and from where, which is counted against a budget. */
export interface Asker {
  readonly reader: () => Promise<Actor>
  /** Address that is asked from; absent where the node itself asks. */
  readonly from?: string | undefined
}

/** What was done to figures before they were shown. */
export type FigureRegime = 'none' | 'unprotected' | 'perturbed' | 'release'

/** What a page of figures under several regimes must say of itself first. */
export function strictestRegime(regimes: readonly FigureRegime[]): FigureRegime {
  return (
    (['unprotected', 'release', 'perturbed'] as const).find((each) => regimes.includes(each)) ??
    'none'
  )
}

export interface ShownAnswer {
  readonly answer: QueryAnswer
  readonly regime: FigureRegime
}

/**
 * Figures of cubes as whoever asks may see them: exact for those who read them before protection, and noted
 * in the log; else released, perturbed or withheld. Given by the stage that protects.
 */
export interface ShownFigures {
  /** @throws Refusal `measure.cube-unknown`, `measure.cube-empty`, `measure.cube-not-built` */
  open(cube: string): Promise<OpenCube>
  /** @throws Refusal of the shield, and `publish.question-budget-spent` */
  ask(asker: Asker, open: OpenCube, query: CubeQuery): Promise<ShownAnswer>
}

/** A figure as it was shown: withheld is not missing, and neither is zero. */
export interface ShownFigure {
  readonly value: number | null
  readonly isWithheld: boolean
}

/** The cells of an answer without columns, by the codes of their rows. */
export function figuresByRow(answer: QueryAnswer): Map<string, ShownFigure> {
  const figures = new Map<string, ShownFigure>()
  answer.cellRows.forEach((row, at) => {
    const key = answer.rows[row]!
    const isWithheld = answer.protectionOf?.(key, answer.columns[0] ?? []) === 'suppressed'
    figures.set(key.join(' '), { value: isWithheld ? null : answer.values[at]!, isWithheld })
  })
  return figures
}

/** The cube of that name where it is built; undefined where it is not, or has no records. */
export async function openBuilt(
  figures: ShownFigures,
  cube: string,
): Promise<OpenCube | undefined> {
  try {
    return await figures.open(cube)
  } catch (error) {
    if (isRefusal(error, ['measure.cube-empty', 'measure.cube-not-built'])) return undefined
    throw error
  }
}

/** Whether something was refused under one of these codes. */
export function isRefusal(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Refusal && codes.includes(error.code)
}
