import type {
  Attribute,
  Codelist,
  DataStructure,
  Representation,
} from '../information-model/structures.ts'
import type { Reference } from '../information-model/reference.ts'
import { allDimensions } from './data-message.ts'
import { structureNamespace } from './data-xml.ts'
import { namespaces, xmlDeclaration } from './xml-namespaces.ts'
import { escapeXml } from './xml-text.ts'

export interface SchemaOptions {
  readonly structure: DataStructure
  /** What the data will be reported against: it names the elements. */
  readonly reportedAgainst: Reference
  readonly dimensionAtObservation: string
  /** A code list with the codes alone that are allowed where the message is to be sent. */
  findCodes(component: string, list: Reference): Codelist | undefined
  /** Where the schemas of the standard lie; the reader's catalogue finds them where absent. */
  readonly schemaFolder?: string
}

/**
 * The schema that a message of structure-specific data must meet, derived from the base schemas of
 * SDMX-ML 2.1: components are attributes, coded ones with their codes. Where the time stands at the
 * observations, its types restrict those of time series.
 *
 * @see SDMX 2.1 Technical Specifications, section 3A, part IV
 */
export function* schemaXml(options: SchemaOptions): Generator<string> {
  const { structure, dimensionAtObservation } = options
  const folder = options.schemaFolder ?? ''
  const namespace = escapeXml(structureNamespace(options))
  const isFlat = dimensionAtObservation === allDimensions
  const isTimeSeries = dimensionAtObservation === 'TIME_PERIOD'
  const base = isTimeSeries ? 'TimeSeries' : ''
  const module = isTimeSeries ? 'SDMXDataStructureSpecificTimeSeries' : 'SDMXDataStructureSpecific'
  yield `${xmlDeclaration}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" xmlns:dsd="${namespaces.dsd}" xmlns:common="${namespaces.com}" targetNamespace="${namespace}" elementFormDefault="qualified" attributeFormDefault="unqualified">`
  yield `<xs:import namespace="${namespaces.dsd}" schemaLocation="${folder}${module}.xsd"/>`
  yield `<xs:import namespace="${namespaces.com}" schemaLocation="${folder}SDMXCommon.xsd"/>`
  const types = new Map<string, string>()
  for (const component of [...structure.dimensions, ...structure.attributes]) {
    const [type, definition] = typeOf(component, options)
    types.set(component.id, type)
    yield definition
  }
  const attribute = (id: string, type: string, use: 'required' | 'optional' | 'prohibited') =>
    `<xs:attribute name="${id}" type="${type}" use="${use}"/>`
  const dimensions = structure.dimensions.map(({ id }) => ({
    id,
    text: attribute(id, types.get(id)!, 'required'),
  }))
  const ofSeries = dimensions.filter(({ id }) => !isFlat && id !== dimensionAtObservation)
  const atObservation = dimensions.filter(({ id }) => isFlat || id === dimensionAtObservation)
  const time = attribute('TIME_PERIOD', 'common:ObservationalTimePeriodType', 'required')
  const noTime = attribute('TIME_PERIOD', 'common:ObservationalTimePeriodType', 'prohibited')
  const noYearStart = attribute('REPORTING_YEAR_START_DAY', 'xs:gMonthDay', 'prohibited')
  const timeAtObservation = isFlat || isTimeSeries
  const said = (level: 'dataset' | 'series' | 'observation') =>
    structure.attributes
      .filter(({ relationship }) => levelOf(relationship, options) === level)
      .map(({ id }) => attribute(id, types.get(id)!, 'optional'))
      .join('')
  const observation =
    attribute('type', 'common:IDType', 'prohibited') +
    (structure.time && timeAtObservation ? time : noTime) +
    noYearStart +
    atObservation.map(({ text }) => text).join('') +
    attribute('OBS_VALUE', 'xs:double', 'optional') +
    said('observation')
  const annotations = '<xs:element ref="common:Annotations" minOccurs="0"/>'
  yield restriction('ObsType', `${base}ObsType`, annotations, observation)
  if (!isFlat) {
    const series =
      (structure.time && !timeAtObservation ? time : noTime) +
      noYearStart +
      ofSeries.map(({ text }) => text).join('') +
      said('series')
    yield restriction(
      'SeriesType',
      isTimeSeries ? 'TimeSeriesType' : 'SeriesType',
      `${annotations}<xs:element name="Obs" type="ObsType" form="unqualified" minOccurs="0" maxOccurs="unbounded"/>`,
      series,
    )
  }
  const provider =
    '<xs:element name="DataProvider" type="common:DataProviderReferenceType" form="unqualified" minOccurs="0"/>'
  const held = isFlat
    ? '<xs:element name="Obs" type="ObsType" form="unqualified" maxOccurs="unbounded"/>'
    : '<xs:element name="Series" type="SeriesType" form="unqualified" maxOccurs="unbounded"/>'
  yield restriction(
    'DataSetType',
    `${base}DataSetType`,
    `${annotations}${provider}<xs:choice minOccurs="0">${held}</xs:choice>`,
    noYearStart + said('dataset'),
  )
  yield '</xs:schema>'
}

function restriction(name: string, base: string, sequence: string, attributes: string): string {
  return `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="dsd:${base}"><xs:sequence>${sequence}</xs:sequence>${attributes}</xs:restriction></xs:complexContent></xs:complexType>`
}

/** The type of a component, and its definition where it needs one of its own. */
function typeOf(
  { id, representation }: { readonly id: string; readonly representation: Representation },
  { findCodes }: SchemaOptions,
): [type: string, definition: string] {
  if ('codelist' in representation) {
    const list = findCodes(id, representation.codelist)
    if (!list) return ['xs:string', '']
    const codes = list.codes.map((code) => `<xs:enumeration value="${escapeXml(code.id)}"/>`)
    return [id, simpleType(id, 'xs:string', codes.join(''))]
  }
  const { type, maxLength } = representation.format
  if (maxLength === undefined) return [simpleTypes[type], '']
  return [id, simpleType(id, simpleTypes[type], `<xs:maxLength value="${maxLength}"/>`)]
}

function simpleType(name: string, base: string, facets: string): string {
  return `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`
}

const simpleTypes = {
  String: 'xs:string',
  XHTML: 'xs:string',
  Integer: 'xs:int',
  Double: 'xs:double',
  Boolean: 'xs:boolean',
  DateTime: 'xs:dateTime',
  GregorianYearMonth: 'xs:gYearMonth',
  ObservationalTimePeriod: 'common:ObservationalTimePeriodType',
} as const

function levelOf(
  relationship: Attribute['relationship'],
  { dimensionAtObservation }: SchemaOptions,
): 'dataset' | 'series' | 'observation' {
  if (relationship === 'dataset' || relationship === 'observation') return relationship
  if (dimensionAtObservation === allDimensions) return 'observation'
  return relationship.dimensions.includes(dimensionAtObservation) ? 'observation' : 'series'
}
