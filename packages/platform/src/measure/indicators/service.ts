import { csvLine } from '@caudal/methods/measure'
import { nearestName } from '@caudal/methods/vocabulary'
import {
  findIndicator,
  indicatorRefusals,
  indicators,
  type Indicator,
} from '@caudal/methods/measure/indicators'
import type { Language } from '@caudal/methods/vocabulary'
import { groupRows, readPlainRows } from '../../collect/plain-csv/read-plain-rows.ts'

/** The catalogue as CSV: one line an indicator. */
export function listIndicators(language: Language): string {
  return [
    csvLine(['indicator', 'title', 'unit', 'inputs', 'source']),
    ...indicators.map(({ id, title, unit, inputs, source }) =>
      csvLine([
        id,
        title[language],
        unit[language],
        inputs.map(({ column }) => column).join(' '),
        source,
      ]),
    ),
  ].join('')
}

export interface IndicatorReport {
  readonly indicator: Indicator
  readonly values: number
  readonly gaps: number
}

/**
 * Computes an indicator for every combination of the columns `by`, and writes one line each (or one
 * a part, where the indicator has parts).
 *
 * @throws Refusal where there is no such indicator, or the file or an input cannot be read
 */
export async function measureIndicatorFile(
  id: string,
  path: string,
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<IndicatorReport> {
  const indicator = findIndicator(id)
  if (indicator === undefined) {
    const valid = indicators.map((each) => each.id)
    throw indicatorRefusals.refuse('indicator-unknown', {
      indicator: id,
      nearest: nearestName(id, valid) ?? valid[0]!,
      valid: valid.join(', '),
    })
  }
  const needed = indicator.inputs.filter(({ isOptional }) => isOptional !== true)
  const optional = indicator.inputs.filter(({ isOptional }) => isOptional === true)
  const rows = await readPlainRows(
    path,
    [...by, ...needed.map(({ column }) => column)],
    optional.map(({ column }) => column),
  )
  let values = 0
  let gaps = 0
  const lines = [csvLine([...by, 'indicator', 'part', 'value', 'status', 'missing', 'note'])]
  for (const group of groupRows(rows, by)) {
    for (const found of indicator.measure(group.rows)) {
      if (found.value === null) gaps += 1
      else values += 1
      lines.push(
        csvLine([
          ...group.key,
          id,
          found.part,
          found.value,
          found.value === null ? 'missing' : 'available',
          found.value === null ? found.missing.join(' ') : '',
          found.value === null ? '' : (found.note ?? ''),
        ]),
      )
    }
  }
  await write(lines.join(''))
  return { indicator, values, gaps }
}
