import type { MetadataAttribute, MetadataStructure } from '../information-model/structures.ts'
import { formatXml } from './data-structure-xml.ts'
import { itemReferenceXml } from './structure-xml-parts.ts'
import { element } from './xml-text.ts'

const targetId = 'DATAFLOW_TARGET'

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
      { id: targetId },
      element(
        'str:IdentifiableObjectTarget',
        { id: 'DATAFLOW', objectType: 'Dataflow' },
        element(
          'str:LocalRepresentation',
          {},
          element('str:TextFormat', { textType: 'IdentifiableReference' }),
        ),
      ),
    ),
    element(
      'str:ReportStructure',
      { id: 'REPORT' },
      ...structure.attributes.map(attributeXml),
      element('str:MetadataTarget', {}, element('Ref', { id: targetId })),
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
