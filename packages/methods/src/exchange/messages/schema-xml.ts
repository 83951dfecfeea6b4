import type { Codelist, DataStructure, Representation } from '../information-model/structures.ts'
import type { Reference } from '../information-model/reference.ts'
import { allDimensions } from './data-message.ts'
import { structureNamespace } from './data-xml.ts'
import { namespaces, xmlDeclaration } from './xml-namespaces.ts'
import { escapeXml } from './xml-text.ts'

export interface SchemaOptions {
  readonly structure: DataStructure
  readonly dimensionAtObservation: string
  /** A code list with the codes alone that are allowed where the message is to be sent. */
  findCodes(component: string, list: Reference): Codelist | undefined
  /** Where the schemas of the standard lie; the reader's catalogue finds them where absent. */
  readonly schemaFolder?: string
}

/**
 * The schema that a message of structure-specific data must meet, derived from the base schema of
 * SDMX-ML 2.1: components are attributes, coded ones with their codes.
 *
 * @see SDMX 2.1 Technical Specifications, section 3A, part IV
 */
export function* schemaXml(options: SchemaOptions): Generator<string> {
  const { structure, dimensionAtObservation } = options
  const folder = options.schemaFolder ?? ''
  const namespace = escapeXml(structureNamespace(options))
  const isFlat = dimensionAtObservation === allDimensions
  yield `${xmlDeclaration}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" xmlns:dsd="${namespaces.dsd}" xmlns:common="${namespaces.com}" targetNamespace="${namespace}" elementFormDefault="qualified" attributeFormDefault="unqualified">`
  yield `<xs:import namespace="${namespaces.dsd}" schemaLocation="${folder}SDMXDataStructureSpecific.xsd"/>`
  yield `<xs:import namespace="${namespaces.com}" schemaLocation="${folder}SDMXCommon.xsd"/>`
  for (const { id, representation } of [...structure.dimensions, ...structure.attributes]) {
    if (!('codelist' in representation)) continue
    const list = options.findCodes(id, representation.codelist)
    if (!list) continue
    yield `<xs:simpleType name="${typeName(id)}"><xs:restriction base="xs:string">`
    let values = ''
    for (const code of list.codes) values += `<xs:enumeration value="${escapeXml(code.id)}"/>`
    yield `${values}</xs:restriction></xs:simpleType>`
  }
  const typeOf = (id: string, representation: Representation) =>
    'codelist' in representation
      ? options.findCodes(id, representation.codelist)
        ? typeName(id)
        : 'xs:string'
      : simpleTypes[representation.format.type]
  const attribute = (id: string, type: string, use: 'required' | 'optional') =>
    `<xs:attribute name="${id}" type="${type}" use="${use}"/>`
  const dimensions = structure.dimensions.map(({ id, representation }) => ({
    id,
    text: attribute(id, typeOf(id, representation), 'required'),
  }))
  const ofSeries = dimensions.filter(({ id }) => !isFlat && id !== dimensionAtObservation)
  const atObservation = dimensions.filter(({ id }) => isFlat || id === dimensionAtObservation)
  const time = attribute('TIME_PERIOD', 'common:ObservationalTimePeriodType', 'required')
  const timeAtObservation = isFlat || dimensionAtObservation === 'TIME_PERIOD'
  const said = (level: 'dataset' | 'series' | 'observation') =>
    structure.attributes
      .filter(({ relationship }) => levelOf(relationship, options) === level)
      .map(({ id, representation }) => attribute(id, typeOf(id, representation), 'optional'))
      .join('')
  const observation =
    atObservation.map(({ text }) => text).join('') +
    (structure.time && timeAtObservation ? time : '') +
    '<xs:attribute name="OBS_VALUE" type="xs:double" use="optional"/>' +
    said('observation')
  const annotations = '<xs:element ref="common:Annotations" minOccurs="0"/>'
  yield `<xs:complexType name="ObsType"><xs:complexContent><xs:restriction base="dsd:ObsType"><xs:sequence>${annotations}</xs:sequence><xs:attribute name="type" type="common:IDType" use="prohibited"/>${timeAtObservation ? '' : '<xs:attribute name="TIME_PERIOD" use="prohibited"/>'}${observation}</xs:restriction></xs:complexContent></xs:complexType>`
  if (!isFlat) {
    const series =
      ofSeries.map(({ text }) => text).join('') +
      (structure.time && !timeAtObservation
        ? time
        : '<xs:attribute name="TIME_PERIOD" use="prohibited"/>') +
      said('series')
    yield `<xs:complexType name="SeriesType"><xs:complexContent><xs:restriction base="dsd:SeriesType"><xs:sequence>${annotations}<xs:element name="Obs" type="ObsType" form="unqualified" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>${series}</xs:restriction></xs:complexContent></xs:complexType>`
  }
  const provider =
    '<xs:element name="DataProvider" type="common:DataProviderReferenceType" form="unqualified" minOccurs="0"/>'
  const held = isFlat
    ? '<xs:element name="Obs" type="ObsType" form="unqualified" maxOccurs="unbounded"/>'
    : '<xs:element name="Series" type="SeriesType" form="unqualified" maxOccurs="unbounded"/>'
  yield `<xs:complexType name="DataSetType"><xs:complexContent><xs:restriction base="dsd:DataSetType"><xs:sequence>${annotations}${provider}<xs:choice minOccurs="0">${held}</xs:choice></xs:sequence><xs:attribute name="REPORTING_YEAR_START_DAY" use="prohibited"/>${said('dataset')}</xs:restriction></xs:complexContent></xs:complexType>`
  yield '</xs:schema>'
}

const typeName = (component: string) => `${component}_Type`

const simpleTypes = {
  String: 'xs:string',
  XHTML: 'xs:string',
  Integer: 'xs:integer',
  Double: 'xs:double',
  Boolean: 'xs:boolean',
  DateTime: 'xs:dateTime',
  ObservationalTimePeriod: 'common:ObservationalTimePeriodType',
} as const

function levelOf(
  relationship: DataStructure['attributes'][number]['relationship'],
  { dimensionAtObservation }: SchemaOptions,
): 'dataset' | 'series' | 'observation' {
  if (relationship === 'dataset' || relationship === 'observation') return relationship
  if (dimensionAtObservation === allDimensions) return 'observation'
  return relationship.dimensions.includes(dimensionAtObservation) ? 'observation' : 'series'
}
