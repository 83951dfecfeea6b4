import type { MetadataAttribute, MetadataStructure } from '../information-model/structures.ts'
import { formatXml } from './data-structure-xml.ts'
import { itemReferenceXml } from './structure-xml-parts.ts'
import { element } from './xml-text.ts'

/** Ids of what reports are about, and of the report, as reports themselves name them. */
export const metadataTarget = { id: 'DATAFLOW_TARGET', object: 'DATAFLOW' } as const
export const metadataReport = 'REPORT'

/**
 * A metadata structure as 2.1 holds it: one target, a dataflow, and one report about it.
 *
 * @see SDMXStructureMetadataStructure.xsd
 */
export function metadataStructureContent(structure: MetadataStructure): string {
  return element(
    'str:MetadataStructureComponents',
    {},
    element(
      'str:MetadataTarget',
      { id: metadataTarget.id },
      element(
        'str:IdentifiableObjectTarget',
        { id: metadataTarget.object, objectType: 'Dataflow' },
        element(
          'str:LocalRepresentation',
          {},
          element('str:TextFormat', { textType: 'IdentifiableReference' }),
        ),
      ),
    ),
    element(
      'str:ReportStructure',
      { id: metadataReport },
      ...structure.attributes.map(attributeXml),
      element('str:MetadataTarget', {}, element('Ref', { id: metadataTarget.id })),
    ),
  )
}

function attributeXml(attribute: MetadataAttribute): string {
  return element(
    'str:MetadataAttribute',
    { id: attribute.id, minOccurs: '0', maxOccurs: '1' },
    itemReferenceXml('str:ConceptIdentity', attribute.concept, 'Concept'),
    element('str:LocalRepresentation', {}, formatXml(attribute.format)),
    ...(attribute.attributes ?? []).map(attributeXml),
  )
}
