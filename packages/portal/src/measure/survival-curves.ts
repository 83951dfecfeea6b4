import type { SurvivalAnswer, SurvivalCurve } from '@caudal/methods/measure'

/** Groups that a chart can tell apart by colour and pattern. */
export const mostCurves = 6

/** How a group is called; all stays where there is one group only. */
export const curveLabel = ({ group, groupLabel }: SurvivalCurve, all: string): string =>
  group === '' ? all : groupLabel

/** The curves of a chart: those of which something is told, the largest of too many, in the order of the table. */
export function drawnCurves({ curves }: SurvivalAnswer): readonly SurvivalCurve[] {
  const told = curves.filter(({ points }) => points.some(({ survival }) => survival !== null))
  if (told.length <= mostCurves) return told
  const largest = told.toSorted((a, b) => (b.stays ?? 0) - (a.stays ?? 0)).slice(0, mostCurves)
  return told.filter((curve) => largest.includes(curve))
}
