import { csvLine, type SurvivalAnswer } from '@caudal/methods/measure'

/** Curves as CSV: a line for every day that is told of each group. */
export function writeCurves({
  curves,
  country,
  year,
  by,
  isDaily,
  synthetic,
}: SurvivalAnswer): string {
  const origin = synthetic ? 'SYNTHETIC' : 'observed'
  return [
    csvLine([
      'country',
      'year_of_arrival',
      'by',
      'group',
      'group_label',
      'days',
      'still',
      'survival',
      'low_95',
      'high_95',
      'mark',
      'origin',
    ]),
    ...curves.flatMap(({ group, groupLabel, points, steps }) => {
      const of = [country ?? '', year, by, group, groupLabel]
      if (isDaily) return steps.map((step) => csvLine([...of, ...step, '', origin]))
      return points.map(({ days, still, survival, low, high, mark }) =>
        csvLine([...of, days, still, survival, low, high, mark ?? '', origin]),
      )
    }),
  ].join('')
}
