export { StructureBook } from './information-model/structure-book.ts'
export { keepCodes } from './information-model/keep-used.ts'
export { identify, isSame, parseUrn, urnOf, type Reference } from './information-model/reference.ts'
export { namesOf, type StructureKind } from './information-model/structure-kind.ts'
export type { StructureQuery } from './information-model/structure-query.ts'
export { wholeQuery } from './information-model/structure-query.ts'
export type * from './information-model/structures.ts'
export { dimensionIds } from './information-model/structures.ts'
export type { MessageHeader } from './messages/message-header.ts'
export { structureXml } from './messages/structure-xml.ts'
export { structureJson1 } from './messages/structure-json-1.ts'
export { structureJson2 } from './messages/structure-json-2.ts'
export { genericDataXml } from './messages/data-xml-generic.ts'
export { specificDataXml } from './messages/data-xml-specific.ts'
export { dataJson } from './messages/data-json.ts'
export { dataCsv, type CsvOptions } from './messages/data-csv.ts'
export { element, escapeXml } from './messages/xml-text.ts'
export { schemaXml } from './messages/schema-xml.ts'
export { allDimensions, type DataMessage } from './messages/data-message.ts'
export type {
  DataSetAction,
  DataSetPart,
  Observation,
  ObservationStream,
  SeriesHead,
} from './messages/observation.ts'
export { sdmxRefusals } from './refusals.ts'
export { readRest1 } from './query/rest-1.ts'
export { readRest2 } from './query/rest-2.ts'
export type { SdmxRequest, SdmxQuestion } from './query/sdmx-request.ts'
export type { AvailabilityQuery, DataContext, DataQuery, SchemaQuery } from './query/data-query.ts'
export type { ComponentFilter, Condition } from './query/component-filter.ts'
export { contentType, negotiate, type Negotiated } from './query/media-type.ts'
export { errorJson, errorXml, sdmxErrorOf } from './query/sdmx-error.ts'
export { longestAddress } from './query/request-address.ts'
export { attributeGroups, selectFigures, type FigureSelection } from './query/select-figures.ts'
export { agencyId, ownReference, providersScheme } from './region/agency.ts'
export { writableCode } from './region/code-lists.ts'
export { cubeFigures, findCubeFigures } from './region/cube-figures.ts'
export type { CubeFigures } from './region/figures-of-cube.ts'
export { dimensionsOf } from './region/data-structures.ts'
export type { OwedTable } from './region/owed-table.ts'
export { providerId, type FigureFacts, type ProviderFacts } from './region/figure-facts.ts'
export { dataflowReference, instants, platformStructures } from './region/platform-structures.ts'
export { readData, formatOf, type MessageFormat } from './reading/read-data.ts'
export { readStructures } from './reading/read-structures.ts'
export type { ReadHeader, ReadObservation, TextSource } from './reading/read-observation.ts'
export type {
  ReadCodelist,
  ReadConstraint,
  ReadDataStructure,
  ReadStructures,
} from './reading/read-structure.ts'
export { messageRefusals } from './reading/message-refusals.ts'
export {
  checkObservation,
  keyText,
  yardstickOf,
  type Yardstick,
} from './validation/check-observation.ts'
export { faultTexts, type Fault, type FaultCode } from './validation/fault.ts'
export { OverlapFinder, type Overlap } from './reading/overlapping-codes.ts'
export { recordFields, recordOf, type RecordField } from './reading/observation-record.ts'
export { converterOf, type Converted, type Unconverted } from './mapping/convert-observation.ts'
export { syntheticAnnotation, syntheticName } from './region/synthetic-mark.ts'
export { exchangeMaps } from './region/exchange-maps.ts'
export { representationMaps, structureMaps } from './region/structure-maps.ts'
export { metadataJson } from './messages/metadata-json.ts'
export { metadataJson1 } from './messages/metadata-json-1.ts'
export { metadataXml } from './messages/metadata-xml.ts'
export { meetsVersion } from './information-model/semantic-version.ts'
export {
  metadataConceptName,
  metadataConcepts,
  metadataProvider,
  metadataSets,
  metadataSetVersion,
  type MetadataConcept,
  type MetadataSet,
  type MetadataStatement,
} from './region/reference-metadata.ts'
