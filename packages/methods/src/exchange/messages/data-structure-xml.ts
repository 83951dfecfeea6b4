import { componentUrn, type ItemReference } from '../information-model/reference.ts'
import type {
  Attribute,
  DataStructure,
  Representation,
  TextFormat,
} from '../information-model/structures.ts'
import { itemReferenceXml, referenceXml } from './structure-xml-parts.ts'
import { element } from './xml-text.ts'

/** The components of a data structure. @see SDMXStructureDataStructure.xsd */
export function dataStructureContent(structure: DataStructure): string {
  const dimensions = structure.dimensions.map((dimension, index) =>
    element(
      'str:Dimension',
      {
        id: dimension.id,
        urn: componentUrn(structure, 'Dimension', dimension.id),
        position: String(index + 1),
      },
      concept(dimension.concept),
      local(dimension.representation),
    ),
  )
  const time = structure.time
    ? element(
        'str:TimeDimension',
        {
          id: 'TIME_PERIOD',
          urn: componentUrn(structure, 'TimeDimension', 'TIME_PERIOD'),
          position: String(structure.dimensions.length + 1),
        },
        concept(structure.time.concept),
        local({ format: { type: 'ObservationalTimePeriod' } }),
      )
    : ''
  return element(
    'str:DataStructureComponents',
    {},
    element('str:DimensionList', { id: 'DimensionDescriptor' }, ...dimensions, time),
    structure.attributes.length === 0
      ? ''
      : element(
          'str:AttributeList',
          { id: 'AttributeDescriptor' },
          ...structure.attributes.map((each) => attributeXml(structure, each)),
        ),
    element(
      'str:MeasureList',
      { id: 'MeasureDescriptor' },
      element(
        'str:PrimaryMeasure',
        { id: 'OBS_VALUE', urn: componentUrn(structure, 'PrimaryMeasure', 'OBS_VALUE') },
        concept(structure.measure.concept),
        local({ format: { type: 'Double' } }),
      ),
    ),
  )
}

export function formatXml(format: TextFormat): string {
  return element('str:TextFormat', {
    textType: format.type,
    maxLength: format.maxLength === undefined ? undefined : String(format.maxLength),
  })
}

function attributeXml(structure: DataStructure, attribute: Attribute): string {
  const { relationship } = attribute
  const related =
    relationship === 'dataset'
      ? element('str:None', {})
      : relationship === 'observation'
        ? element('str:PrimaryMeasure', {}, element('Ref', { id: 'OBS_VALUE' }))
        : relationship.dimensions
            .map((id) => element('str:Dimension', {}, element('Ref', { id })))
            .join('')
  return element(
    'str:Attribute',
    {
      id: attribute.id,
      urn: componentUrn(structure, 'DataAttribute', attribute.id),
      assignmentStatus: attribute.mandatory ? 'Mandatory' : 'Conditional',
    },
    concept(attribute.concept),
    local(attribute.representation),
    element('str:AttributeRelationship', {}, related),
  )
}

const concept = (reference: ItemReference) =>
  itemReferenceXml('str:ConceptIdentity', reference, 'Concept')

function local(representation: Representation): string {
  return element(
    'str:LocalRepresentation',
    {},
    'codelist' in representation
      ? referenceXml('str:Enumeration', representation.codelist)
      : formatXml(representation.format),
  )
}
