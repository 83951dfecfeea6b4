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
  let text = `{"meta":${JSON.stringify(metaJson(message.header, 'data', version, message.preference))},"data":{"dataSets":[`
  const writeObservation = observationWriter(message, packaging, dictionaries)
  const withObservations = message.detail === 'full' || message.detail === 'dataonly'
  let partSeparator = ''
  for (const part of message.dataSets) {
    text += partSeparator + dataSetHead(message, part, dictionaries, version)
    text += packaging.isFlat ? ',"observations":{' : ',"series":{'
    partSeparator = ','
    let before: Observation | undefined
    let separator = ''
    for await (const observations of part.observations) {
      for (const each of observations) {
        if (!packaging.isFlat && (before === undefined || !isSameSeries(before, each, packaging))) {
          if (before !== undefined) text += '}},'
          text += `"${keyOf(each, packaging.ofSeries, dictionaries)}":{${seriesAttributesJson(each, packaging, dictionaries)}"observations":{`
          separator = ''
        }
        before = each
        if (!packaging.isFlat && !withObservations) continue
        text += `${separator}"${keyOf(each, packaging.ofObservation, dictionaries)}":${writeObservation(each)}`
        separator = ','
      }
      if (text.length >= leastPiece) {
        yield text
        text = ''
      }
    }
    text += before !== undefined && !packaging.isFlat ? '}}}}' : '}}'
  }
  const structure = structureOfData(message, packaging, dictionaries, version)
  yield version === '1.0'
    ? `${text}],"structure":${structure}}}`
    : `${text}],"structures":[${structure}]}}`
}

/** Characters from which a piece is worth the way to who reads it. */
const leastPiece = 16_384

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

/** Writes `[value, attributes…]`; attributes without a value at the end are left out. */
function observationWriter(
  message: DataMessage,
  packaging: Packaging,
  dictionaries: Dictionaries,
): (each: Observation) => string {
  const isBare = message.detail === 'dataonly' || message.detail === 'serieskeysonly'
  // Most observations share what is said of them with the one before.
  let series: Observation['series'] | undefined
  let attributes: Observation['attributes'] | undefined
  let said = ''
  return (each) => {
    const { value } = each
    if (!isBare && (each.attributes !== attributes || each.series !== series)) {
      series = each.series
      attributes = each.attributes
      said = saidJson(each, packaging, dictionaries)
    }
    return `[${typeof value === 'number' ? value : JSON.stringify(value)}${said}]`
  }
}

/** The attributes of an observation and those of its series that moved to it, each after a comma. */
function saidJson(
  each: Observation,
  { movedToObservation }: Packaging,
  { seriesAttributes, observationAttributes }: Dictionaries,
): string {
  let text = ''
  let pending = ''
  const say = (value: string | undefined, dictionary: JsonDictionary) => {
    pending += `,${placeOf(value, dictionary)}`
    if (value === undefined) return
    text += pending
    pending = ''
  }
  for (const place of movedToObservation) {
    say(each.series.attributes[place], seriesAttributes[place]!)
  }
  for (let place = 0; place < each.attributes.length; place++) {
    say(each.attributes[place], observationAttributes[place]!)
  }
  return text
}

const placeOf = (value: string | undefined, dictionary: JsonDictionary) =>
  value === undefined ? 'null' : String(dictionary.place(value))
