import { identify } from '../information-model/reference.ts'
import { packagingOf, valueAt, type DataMessage } from './data-message.ts'
import { figureText } from './figure-text.ts'
import { bestWords } from './json-words.ts'
import type { DataSetAction, Observation } from './observation.ts'

export interface CsvOptions {
  readonly version: '1.0.0' | '2.0.0' | '2.1.0'
  /** Whether codes stand alone, with their words, or (from 2.0 on) the words in columns of their own. */
  readonly labels: 'id' | 'both' | 'name'
  /** From 2.0 on: columns that repeat the key of the series, of the observation, or of both. */
  readonly keys: 'none' | 'obs' | 'series' | 'both'
  readonly separator?: ',' | ';'
  /** From 2.0 on: the lines name the data structure, where there is no dataflow. */
  readonly ofStructure?: boolean
}

const actions: Readonly<Record<DataSetAction, string>> = {
  Information: 'I',
  Append: 'A',
  Merge: 'M',
  Replace: 'R',
  Delete: 'D',
}

/**
 * Data as SDMX-CSV, piece by piece, one line an observation. Version 1.0 says the dataflow in every
 * line; from 2.0 on the kind of structure, its reference and what is to be done with the line.
 *
 * @see SDMX-CSV 1.0 (2018); SDMX-CSV 2.0.0 (2021); RFC 4180
 */
export async function* dataCsv(message: DataMessage, options: CsvOptions): AsyncGenerator<string> {
  const separator = options.separator ?? ','
  const packaging = packagingOf({ ...message, dimensionAtObservation: 'AllDimensions' })
  const { dimensions } = packaging
  const isFirst = options.version === '1.0.0'
  const hasKeys = message.detail === 'serieskeysonly' || message.detail === 'nodata'
  const hasAttributes = message.detail === 'full' || message.detail === 'nodata'
  const dataSetIds = hasAttributes ? [...new Set(message.dataSets.flatMap(attributeIds))] : []
  const label = labeller(message)
  const written = (component: string, value: string | undefined): string[] => {
    const id = value ?? ''
    if (options.labels === 'id') return [id]
    const words = value === undefined ? '' : label.of(component, value)
    if (options.labels === 'both') return [words === undefined ? id : `${id}: ${words}`]
    return [id, words ?? '']
  }
  const heading = (component: string): string[] => {
    if (options.labels === 'id') return [component]
    const words = label.concept(component)
    return options.labels === 'both' ? [`${component}: ${words}`] : [component, words]
  }
  const lead = isFirst
    ? [dataflowHeading(message, options)]
    : [
        'STRUCTURE',
        'STRUCTURE_ID',
        ...(options.labels === 'name' ? ['STRUCTURE_NAME'] : []),
        'ACTION',
      ]
  const keyColumns = isFirst
    ? []
    : [
        ...(options.keys === 'series' || options.keys === 'both' ? ['SERIES_KEY'] : []),
        ...(options.keys === 'obs' || options.keys === 'both' ? ['OBS_KEY'] : []),
      ]
  const shown = hasKeys ? dimensions.filter((id) => id !== 'TIME_PERIOD') : dimensions
  yield line(
    [
      ...lead,
      ...keyColumns,
      ...shown.flatMap(heading),
      ...(hasKeys ? [] : heading(message.structure.measure.id)),
      ...(hasAttributes
        ? [
            ...message.seriesAttributes,
            ...(hasKeys ? [] : message.observationAttributes),
            ...dataSetIds,
          ].flatMap(heading)
        : []),
    ],
    separator,
  )
  const flow = identify(message.dataflow)
  for (const part of message.dataSets) {
    const name = bestWords(message.dataflow.name, message.preference)
    const start = isFirst
      ? [options.labels === 'both' ? `${flow}: ${name}` : flow]
      : [
          options.ofStructure === true ? 'datastructure' : 'dataflow',
          options.labels === 'both' ? `${flow}: ${name}` : flow,
          ...(options.labels === 'name' ? [name] : []),
          actions[part.action],
        ]
    const end = dataSetIds.flatMap((id) => written(id, part.attributes[id]))
    const join = (cells: readonly string[]) =>
      cells.map((each) => separator + cell(each, separator)).join('')
    const opening = start.map((each) => cell(each, separator)).join(separator)
    const codes = shown.filter((id) => id !== 'TIME_PERIOD')
    const timeAt = shown.indexOf('TIME_PERIOD')
    // All but the period and the figure is the same in the lines of a series, and made once for them.
    let series: Observation['series'] | undefined
    let said: Observation['attributes'] | undefined
    let key = ''
    let before = ''
    let after = ''
    for await (const observations of part.observations) {
      let text = ''
      for (const each of observations) {
        const isNew = each.series !== series
        if (hasKeys && !isNew) continue
        if (isNew) {
          key = each.series.key.join('.')
          before = join(codes.flatMap((id, place) => written(id, valueAt(each, place))))
        }
        if (hasAttributes && (isNew || each.attributes !== said)) {
          after = join([
            ...message.seriesAttributes.flatMap((id, place) =>
              written(id, each.series.attributes[place]),
            ),
            ...(hasKeys
              ? []
              : message.observationAttributes.flatMap((id, place) =>
                  written(id, each.attributes[place]),
                )),
            ...end,
          ])
        }
        series = each.series
        said = each.attributes
        text += opening
        for (const column of keyColumns) {
          text += join([column === 'SERIES_KEY' ? key : `${key}.${each.period}`])
        }
        text += before
        if (timeAt >= 0) text += join(written('TIME_PERIOD', each.period))
        if (!hasKeys) {
          text += join([each.value === null ? '' : figureText(each.value)])
          if (options.labels === 'name') text += separator
        }
        text += `${after}\r\n`
      }
      if (text !== '') yield text
    }
  }
}

function dataflowHeading(message: DataMessage, { labels }: CsvOptions): string {
  if (labels === 'id') return 'DATAFLOW'
  return `DATAFLOW: ${bestWords({ es: 'Flujo de datos', en: 'Dataflow', fr: 'Flux de données' }, message.preference)}`
}

const attributeIds = ({ attributes }: DataMessage['dataSets'][number]) => Object.keys(attributes)

/** Words of concepts and codes in the best language, looked up once each. */
function labeller(message: DataMessage) {
  const { structure } = message
  const components = [...structure.dimensions, ...structure.attributes]
  const known = new Map<string, Map<string, string>>()
  return {
    concept(id: string): string {
      const component =
        components.find((each) => each.id === id) ??
        (id === 'TIME_PERIOD' ? structure.time : structure.measure)
      const concept = component && message.findConcept(component.concept)
      return concept ? bestWords(concept.name, message.preference) : id
    },
    of(id: string, code: string): string | undefined {
      let words = known.get(id)
      if (!words) {
        const how = components.find((each) => each.id === id)?.representation
        const list = how && 'codelist' in how ? message.findCodelist(how.codelist) : undefined
        words = new Map(
          list?.codes.map((each) => [each.id, bestWords(each.name, message.preference)]),
        )
        known.set(id, words)
      }
      return words.get(code)
    },
  }
}

function line(cells: readonly string[], separator: string): string {
  let text = ''
  for (let i = 0; i < cells.length; i++)
    text += (i === 0 ? '' : separator) + cell(cells[i]!, separator)
  return `${text}\r\n`
}

function cell(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
