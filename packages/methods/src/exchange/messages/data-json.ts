import {
  isSameSeries,
  packagingOf,
  valueAt,
  type DataMessage,
  type Packaging,
} from './data-message.ts'
import { JsonDictionary, type Dictionaries } from './json-dictionary.ts'
import { metaJson, type JsonVersion } from './json-meta.ts'
import { structureOfData } from './data-json-structure.ts'
import type { DataSetPart, Observation } from './observation.ts'

/**
 * A data message of SDMX-JSON, piece by piece. The data come first and their structure last, so that
 * it holds the values met and no others, and nothing has to be known ahead.
 *
 * @see SDMX-JSON 1.0 and 2.1.0, data message, sdmx-json-data-schema.json
 */
export async function* dataJson(
  message: DataMessage,
  version: JsonVersion,
): AsyncGenerator<string> {
  const packaging = packagingOf(message)
  const dictionaries: Dictionaries = {
    dimensions: packaging.dimensions.map(() => new JsonDictionary()),
    seriesAttributes: message.seriesAttributes.map(() => new JsonDictionary()),
    observationAttributes: message.observationAttributes.map(() => new JsonDictionary()),
    dataSetAttributes: new Map(
      [...new Set(message.dataSets.flatMap(({ attributes }) => Object.keys(attributes)))].map(
        (id) => [id, new JsonDictionary()],
      ),
    ),
  }
  yield `{"meta":${JSON.stringify(metaJson(message.header, 'data', version, message.preference))},"data":{"dataSets":[`
  let separator = ''
  for (const part of message.dataSets) {
    yield separator
    yield* dataSetJson(message, part, packaging, dictionaries, version)
    separator = ','
  }
  const structure = JSON.stringify(structureOfData(message, packaging, dictionaries, version))
  yield version === '1.0' ? `],"structure":${structure}}}` : `],"structures":[${structure}]}}`
}

async function* dataSetJson(
  message: DataMessage,
  part: DataSetPart,
  packaging: Packaging,
  dictionaries: Dictionaries,
  version: JsonVersion,
): AsyncGenerator<string> {
  yield dataSetHead(message, part, dictionaries, version)
  const withObservations = message.detail === 'full' || message.detail === 'dataonly'
  const name = packaging.isFlat ? 'observations' : 'series'
  let text = `,"${name}":{`
  let before: Observation | undefined
  let separator = ''
  for await (const observations of part.observations) {
    for (const each of observations) {
      if (packaging.isFlat) {
        text += `${separator}"${keyOf(each, packaging.ofObservation, dictionaries)}":${observationJson(each, message, packaging, dictionaries)}`
        separator = ','
        continue
      }
      if (before === undefined || !isSameSeries(before, each, packaging)) {
        if (before !== undefined) text += '}},'
        text += `"${keyOf(each, packaging.ofSeries, dictionaries)}":{${seriesAttributesJson(each, packaging, dictionaries)}"observations":{`
        separator = ''
      }
      before = each
      if (!withObservations) continue
      text += `${separator}"${keyOf(each, packaging.ofObservation, dictionaries)}":${observationJson(each, message, packaging, dictionaries)}`
      separator = ','
    }
    yield text
    text = ''
  }
  if (before !== undefined) text += '}}'
  yield `${text}}}`
}

function dataSetHead(
  message: DataMessage,
  part: DataSetPart,
  { dataSetAttributes }: Dictionaries,
  version: JsonVersion,
): string {
  const hasAttributes = message.detail === 'full' || message.detail === 'nodata'
  const places = [...dataSetAttributes].map(([id, dictionary]) => {
    const value = part.attributes[id]
    return value === undefined ? null : dictionary.place(value)
  })
  const head = {
    ...(version !== '1.0' && { structure: 0 }),
    action: version === '1.0' && part.action === 'Merge' ? 'Append' : part.action,
    ...(part.validFrom !== undefined && { validFrom: part.validFrom }),
    ...(part.validTo !== undefined && { validTo: part.validTo }),
    links: [],
    annotations: [],
    attributes: hasAttributes ? places : [],
  }
  return JSON.stringify(head).slice(0, -1)
}

function keyOf(each: Observation, places: readonly number[], { dimensions }: Dictionaries): string {
  let key = ''
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    key += (i === 0 ? '' : ':') + dimensions[place]!.place(valueAt(each, place))
  }
  return key
}

function seriesAttributesJson(
  each: Observation,
  packaging: Packaging,
  { seriesAttributes }: Dictionaries,
): string {
  const places = packaging.atSeries.map((place) =>
    placeOf(each.series.attributes[place], seriesAttributes[place]!),
  )
  return `"annotations":[],"attributes":[${places.join(',')}],`
}

/** `[value, attributes…]`; attributes without a value at the end are left out. */
function observationJson(
  each: Observation,
  message: DataMessage,
  packaging: Packaging,
  dictionaries: Dictionaries,
): string {
  const { value } = each
  let text =
    value === null ? 'null' : typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (message.detail === 'dataonly' || message.detail === 'serieskeysonly') return `[${text}]`
  let pending = ''
  for (const place of packaging.movedToObservation) {
    const said = each.series.attributes[place]
    pending += `,${placeOf(said, dictionaries.seriesAttributes[place]!)}`
    if (said !== undefined) {
      text += pending
      pending = ''
    }
  }
  for (let place = 0; place < each.attributes.length; place++) {
    const said = each.attributes[place]
    pending += `,${placeOf(said, dictionaries.observationAttributes[place]!)}`
    if (said !== undefined) {
      text += pending
      pending = ''
    }
  }
  return `[${text}]`
}

const placeOf = (value: string | undefined, dictionary: JsonDictionary) =>
  value === undefined ? 'null' : String(dictionary.place(value))
