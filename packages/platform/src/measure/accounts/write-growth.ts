import { csvLine, type GrowthAnswer } from '@caudal/methods/measure'

/** The growth of a series as CSV: a line a period, latest and first release beside each other. */
export function writeGrowth({ country, direction, rows, synthetic }: GrowthAnswer): string {
  const told = ['release', 'value', 'previous_percent', 'year_percent']
  return [
    csvLine([
      'country',
      'direction',
      'period',
      ...told,
      ...told.map((name) => `first_${name}`),
      'revision',
      'status',
      'over_break',
      'origin',
    ]),
    ...rows.map(({ period, latest, first, revision, isFinal, overBreak }) =>
      csvLine([
        country ?? '',
        direction,
        period,
        ...[latest, first].flatMap((one) => [
          one.release,
          one.value,
          one.previousPercent,
          one.yearPercent,
        ]),
        revision,
        isFinal ? 'final' : 'provisional',
        overBreak.join(' '),
        synthetic ? 'SYNTHETIC' : 'observed',
      ]),
    ),
  ].join('')
}
