import {
  isSameSeries,
  packagingOf,
  valueAt,
  type DataMessage,
  type Packaging,
} from './data-message.ts'
import { actionOf, dataHeaderXml, structureId, structureNamespace } from './data-xml.ts'
import { figureText } from './figure-text.ts'
import type { DataSetPart, Observation } from './observation.ts'
import { declarations, xmlDeclaration } from './xml-namespaces.ts'
import { attributes, escapeXml } from './xml-text.ts'

/**
 * A message of structure-specific data of SDMX-ML 2.1, piece by piece: dimensions and attributes are
 * XML attributes, in a namespace that the schema of the structure defines.
 *
 * @param timeSeries the root says that the time is at the observations
 * @see SDMX 2.1 Technical Specifications, section 3A; SDMXDataStructureSpecific.xsd
 */
export async function* specificDataXml(
  message: DataMessage,
  timeSeries = false,
): AsyncGenerator<string> {
  const packaging = packagingOf(message)
  const root = timeSeries ? 'mes:StructureSpecificTimeSeriesData' : 'mes:StructureSpecificData'
  yield `${xmlDeclaration}<${root}${declarations('mes', 'com', 'dsd', 'xsi')} xmlns:ns1="${escapeXml(structureNamespace(message))}">`
  yield dataHeaderXml(message, true)
  for (const part of message.dataSets) yield* dataSetXml(message, part, packaging)
  yield `</${root}>`
}

async function* dataSetXml(
  message: DataMessage,
  part: DataSetPart,
  packaging: Packaging,
): AsyncGenerator<string> {
  const withAttributes = message.detail === 'full' || message.detail === 'nodata'
  let text = `<mes:DataSet${attributes({
    'dsd:structureRef': structureId,
    'xsi:type': 'ns1:DataSetType',
    'dsd:dataScope': 'DataStructure',
    'dsd:action': actionOf(part.action),
    'dsd:validFromDate': part.validFrom,
    'dsd:validToDate': part.validTo,
    ...(withAttributes && part.attributes),
  })}>`
  const hasObservations = message.detail === 'full' || message.detail === 'dataonly'
  let before: Observation | undefined
  for await (const observations of part.observations) {
    for (const observation of observations) {
      if (packaging.isFlat) {
        text += observationXml(observation, message, packaging)
        continue
      }
      if (before === undefined || !isSameSeries(before, observation, packaging)) {
        if (before !== undefined) text += '</Series>'
        text += seriesXml(observation, message, packaging)
      }
      before = observation
      if (hasObservations) text += observationXml(observation, message, packaging)
    }
    yield text
    text = ''
  }
  if (before !== undefined) text += '</Series>'
  yield `${text}</mes:DataSet>`
}

function seriesXml(first: Observation, message: DataMessage, packaging: Packaging): string {
  let text = '<Series'
  for (const place of packaging.ofSeries) {
    text += ` ${packaging.dimensions[place]!}="${escapeXml(valueAt(first, place))}"`
  }
  for (const place of packaging.atSeries) {
    text += attributeXml(message.seriesAttributes[place]!, first.series.attributes[place])
  }
  return `${text}>`
}

function observationXml(each: Observation, message: DataMessage, packaging: Packaging): string {
  let text = '<Obs'
  for (const place of packaging.ofObservation) {
    text += ` ${packaging.dimensions[place]!}="${escapeXml(valueAt(each, place))}"`
  }
  if (each.value !== null && message.detail !== 'nodata' && message.detail !== 'serieskeysonly') {
    text += ` OBS_VALUE="${escapeXml(figureText(each.value))}"`
  }
  if (message.detail === 'full' || message.detail === 'nodata') {
    for (const place of packaging.movedToObservation) {
      text += attributeXml(message.seriesAttributes[place]!, each.series.attributes[place])
    }
    for (let place = 0; place < message.observationAttributes.length; place++) {
      text += attributeXml(message.observationAttributes[place]!, each.attributes[place])
    }
  }
  return `${text}/>`
}

function attributeXml(id: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${id}="${escapeXml(value)}"`
}
