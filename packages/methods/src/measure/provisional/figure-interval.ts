import type { ProvisionalFigure } from './estimate-provisional.ts'

/** Half-widths of normal intervals in standard errors. */
const halfWidths = { 80: 1.2815515655446004, 95: 1.959963984540054 } as const

export type ConfidencePercent = keyof typeof halfWidths

/**
 * The interval of a figure: normal, and never beyond what is possible, since the final figure lies
 * between the crossings decided and those together with all undecided ones.
 *
 * @returns [low, high] in migrations
 */
export function figureInterval(
  figure: Pick<ProvisionalFigure, 'decided' | 'undecided' | 'estimate' | 'variance'>,
  percent: ConfidencePercent,
): readonly [number, number] {
  const half = halfWidths[percent] * Math.sqrt(figure.variance)
  return [
    Math.max(figure.decided, figure.estimate - half),
    Math.min(figure.decided + figure.undecided, figure.estimate + half),
  ]
}
