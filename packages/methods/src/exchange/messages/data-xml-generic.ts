import {
  isSameSeries,
  packagingOf,
  valueAt,
  type DataMessage,
  type Packaging,
} from './data-message.ts'
import { actionOf, dataHeaderXml, structureId } from './data-xml.ts'
import { figureText } from './figure-text.ts'
import type { DataSetPart, Observation } from './observation.ts'
import { declarations, xmlDeclaration } from './xml-namespaces.ts'
import { attributes, escapeXml } from './xml-text.ts'

/**
 * A message of generic data of SDMX-ML 2.1, piece by piece: the same elements whatever the structure.
 *
 * @param timeSeries the root says that the time is at the observations
 * @see SDMX 2.1 Technical Specifications, section 3A; SDMXDataGeneric.xsd
 */
export async function* genericDataXml(
  message: DataMessage,
  timeSeries = false,
): AsyncGenerator<string> {
  const packaging = packagingOf(message)
  const root = timeSeries ? 'mes:GenericTimeSeriesData' : 'mes:GenericData'
  yield `${xmlDeclaration}<${root}${declarations('mes', 'com', 'gen', 'xsi')}>`
  yield dataHeaderXml(message, false)
  for (const part of message.dataSets) yield* dataSetXml(message, part, packaging)
  yield `</${root}>`
}

async function* dataSetXml(
  message: DataMessage,
  part: DataSetPart,
  packaging: Packaging,
): AsyncGenerator<string> {
  const own = Object.entries(part.attributes)
  let text = `<mes:DataSet${attributes({
    structureRef: structureId,
    action: actionOf(part.action),
    validFromDate: part.validFrom,
    validToDate: part.validTo,
  })}>`
  if (message.detail === 'full' || message.detail === 'nodata') {
    text += valuesXml('gen:Attributes', own)
  }
  let before: Observation | undefined
  for await (const observations of part.observations) {
    for (const observation of observations) {
      if (packaging.isFlat) {
        text += flatXml(observation, message, packaging)
        continue
      }
      if (before === undefined || !isSameSeries(before, observation, packaging)) {
        if (before !== undefined) text += '</gen:Series>'
        text += seriesXml(observation, message, packaging)
      }
      before = observation
      if (message.detail === 'full' || message.detail === 'dataonly') {
        text += observationXml(observation, message, packaging)
      }
    }
    yield text
    text = ''
  }
  if (before !== undefined) text += '</gen:Series>'
  yield `${text}</mes:DataSet>`
}

function seriesXml(first: Observation, message: DataMessage, packaging: Packaging): string {
  const key = packaging.ofSeries.map((place): [string, string] => [
    packaging.dimensions[place]!,
    valueAt(first, place),
  ])
  const said = packaging.atSeries.map((place): [string, string | undefined] => [
    message.seriesAttributes[place]!,
    first.series.attributes[place],
  ])
  return `<gen:Series>${valuesXml('gen:SeriesKey', key)}${valuesXml('gen:Attributes', said)}`
}

function observationXml(each: Observation, message: DataMessage, packaging: Packaging): string {
  const place = packaging.ofObservation[0]!
  return `<gen:Obs><gen:ObsDimension value="${escapeXml(valueAt(each, place))}"/>${figureXml(
    each,
  )}${saidXml(each, message, packaging)}</gen:Obs>`
}

function flatXml(each: Observation, message: DataMessage, packaging: Packaging): string {
  const key = packaging.ofObservation.map((place): [string, string] => [
    packaging.dimensions[place]!,
    valueAt(each, place),
  ])
  return `<gen:Obs>${valuesXml('gen:ObsKey', key)}${
    message.detail === 'nodata' ? '' : figureXml(each)
  }${saidXml(each, message, packaging)}</gen:Obs>`
}

function saidXml(each: Observation, message: DataMessage, packaging: Packaging): string {
  if (message.detail === 'dataonly' || message.detail === 'serieskeysonly') return ''
  let inner = ''
  for (const place of packaging.movedToObservation) {
    inner += valueXml(message.seriesAttributes[place]!, each.series.attributes[place])
  }
  for (let place = 0; place < message.observationAttributes.length; place++) {
    inner += valueXml(message.observationAttributes[place]!, each.attributes[place])
  }
  return inner === '' ? '' : `<gen:Attributes>${inner}</gen:Attributes>`
}

function figureXml({ value }: Observation): string {
  return value === null ? '' : `<gen:ObsValue value="${escapeXml(figureText(value))}"/>`
}

function valueXml(id: string, value: string | undefined): string {
  return value === undefined ? '' : `<gen:Value id="${id}" value="${escapeXml(value)}"/>`
}

function valuesXml(
  name: string,
  values: readonly (readonly [string, string | undefined])[],
): string {
  const inner = values.map(([id, value]) => valueXml(id, value)).join('')
  return inner === '' ? '' : `<${name}>${inner}</${name}>`
}
