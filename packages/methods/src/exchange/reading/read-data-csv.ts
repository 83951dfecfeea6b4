import { csvRecords, type CsvRecord } from './csv-records.ts'
import { messageRefusals } from './message-refusals.ts'
import type { ReadHeader, ReadObservation } from './read-observation.ts'

const ofMessage: ReadonlySet<string> = new Set([
  'DATAFLOW',
  'STRUCTURE',
  'STRUCTURE_ID',
  'STRUCTURE_NAME',
  'ACTION',
  'SERIES_KEY',
  'OBS_KEY',
])

/** Stands for the name of a column that holds words alone. */
const wordsColumn = 'STRUCTURE_NAME'

/**
 * Reads SDMX-CSV 1.0 and 2.x, piece by piece; columns with words beside their codes are understood
 * in the way of both versions.
 *
 * @param dimensions ids of the dimensions, the time left out; without them every column before the
 *   figure is one
 * @throws Refusal of `sdmx-message`
 * @see SDMX-CSV 1.0 (2018); SDMX-CSV 2.0.0 (2021)
 */
export async function* readDataCsv(
  text: AsyncIterable<string>,
  dimensions: ReadonlySet<string> | undefined,
  onHeader: (header: ReadHeader) => void = () => {},
): AsyncGenerator<readonly ReadObservation[]> {
  let columns: readonly string[] | undefined
  let hasWords = false
  let firstWords = Infinity
  for await (const records of csvRecords(text, undefined)) {
    const found: ReadObservation[] = []
    let first: CsvRecord | undefined
    for (const record of records) {
      if (columns) {
        first ??= record
        found.push(observationOf(record, columns, hasWords, dimensions))
        continue
      }
      // `FREQ: Frequency` in the way of labels=both.
      columns = record.cells.map((cell) => cell.split(':')[0]!.trim())
      // labels=name puts a column of words behind each column of codes.
      if (columns.includes('STRUCTURE_NAME')) {
        firstWords = columns.findLastIndex((id) => ofMessage.has(id)) + 2
      }
      columns = columns.map((id, index) =>
        index >= firstWords && (index - firstWords) % 2 === 0 ? wordsColumn : id,
      )
      hasWords = record.cells.some((cell) => /^[\w@$-]+: /.test(cell))
      const isKnown = columns[0] === 'DATAFLOW' || columns[0] === 'STRUCTURE'
      if (!isKnown || !columns.includes('OBS_VALUE')) {
        throw messageRefusals.refuse('format-unknown', {
          start: record.cells.join(',').slice(0, 80),
        })
      }
    }
    if (found.length > 0 && columns) {
      const place = Math.max(columns.indexOf('DATAFLOW'), columns.indexOf('STRUCTURE_ID'))
      onHeader({
        structure: first?.cells[place]?.split(': ')[0],
        dimensionAtObservation: undefined,
      })
      yield found
    }
  }
}

function observationOf(
  { cells, line }: CsvRecord,
  columns: readonly string[],
  hasWords: boolean,
  dimensions: ReadonlySet<string> | undefined,
): ReadObservation {
  if (cells.length !== columns.length) {
    throw messageRefusals.refuse('malformed', {
      line,
      reason: `${cells.length} ≠ ${columns.length}`,
    })
  }
  const key: Record<string, string> = {}
  const attributes: Record<string, string> = {}
  let period: string | undefined
  let value: string | undefined
  let action: string | undefined
  const place = columns.indexOf('OBS_VALUE')
  for (const [index, id] of columns.entries()) {
    const cell = cells[index]!
    // The words of labels=both follow the code.
    const code = hasWords ? cell.replace(/^([\w@$-]+): .*$/s, '$1') : cell
    if (id === 'TIME_PERIOD') period = code === '' ? undefined : code
    else if (id === 'OBS_VALUE') value = cell === '' ? undefined : cell
    else if (id === 'ACTION') action = cell
    else if (ofMessage.has(id)) continue
    else if (dimensions ? dimensions.has(id) : index < place && /^[A-Za-z]\w*$/.test(id)) {
      key[id] = code
    } else if (cell !== '' && /^[A-Za-z]\w*$/.test(id)) attributes[id] = code
  }
  return { key, period, value, attributes, action, line }
}
