import { isSame, urnOf, type Reference } from '../information-model/reference.ts'
import type { RepresentationMap, Structure, StructureMap } from '../information-model/structures.ts'
import { nameableXml, referenceXml } from './structure-xml-parts.ts'
import { element, escapeXml } from './xml-text.ts'

/**
 * A map between two structures as a structure set of 2.1: one structure map, and a code list map for
 * each list of values it translates. Values that a pattern stands for, and values that are always
 * the same, have no place in 2.1: the annotations say them.
 *
 * @see SDMXStructureStructureSet.xsd
 */
export function structureSetElement(map: StructureMap, every: readonly Structure[]): string {
  const lists = map.components
    .map(({ representationMap }) => representationMap)
    .filter((reference) => reference !== undefined)
    .map((reference) => findMap(reference, every))
    .filter((found) => found !== undefined)
    .filter(({ source, target }) => source !== 'String' && target !== 'String')
  const distinct = [...new Map(lists.map((list) => [list.id, list])).values()]
  const fixed = map.fixed.map(({ target, value }) => ({
    type: 'FIXED_VALUE',
    id: target,
    title: value,
  }))
  const annotated = { ...map, annotations: [...(map.annotations ?? []), ...fixed] }
  return element(
    'str:StructureSet',
    {
      id: map.id,
      urn: urnOf(map, '2.1'),
      agencyID: map.agency,
      version: map.version,
      isFinal: map.isFinal ?? false,
      isExternalReference: map.isStub ? true : undefined,
    },
    nameableXml(annotated),
    map.isStub ? '' : distinct.map(codelistMap).join('') + structureMap(map, distinct),
  )
}

function structureMap(map: StructureMap, lists: readonly RepresentationMap[]): string {
  return element(
    'str:StructureMap',
    { id: map.id },
    nameableXml({ id: map.id, name: map.name }),
    referenceXml('str:Source', map.source),
    referenceXml('str:Target', map.target),
    ...map.components.map(({ source, target, representationMap }) => {
      const list = lists.find((each) => representationMap && isSame(each, representationMap))
      return element(
        'str:ComponentMap',
        {},
        element('str:Source', {}, componentRef(source)),
        element('str:Target', {}, componentRef(target)),
        list
          ? element(
              'str:RepresentationMapping',
              {},
              element('str:CodelistMap', {}, element('Ref', { id: list.id })),
            )
          : '',
      )
    }),
  )
}

function codelistMap(list: RepresentationMap): string {
  const pairs = list.mappings.filter(({ isPattern }) => isPattern !== true)
  return element(
    'str:CodelistMap',
    { id: list.id },
    nameableXml({ id: list.id, name: list.name }),
    referenceXml('str:Source', list.source as Reference),
    referenceXml('str:Target', list.target as Reference),
    ...pairs.map(({ source, target }) =>
      element(
        'str:CodeMap',
        {},
        element('str:Source', {}, element('Ref', { id: escapeXml(source) })),
        element('str:Target', {}, element('Ref', { id: escapeXml(target) })),
      ),
    ),
  )
}

function componentRef(id: string): string {
  const [name, list] = componentClass(id)
  return element('Ref', {
    id,
    containerID: list,
    package: 'datastructure',
    class: name,
  })
}

function componentClass(id: string): [name: string, list: string] {
  if (id === 'TIME_PERIOD') return ['TimeDimension', 'DimensionDescriptor']
  if (id === 'OBS_VALUE') return ['PrimaryMeasure', 'MeasureDescriptor']
  const attribute =
    /^(OBS_STATUS|CONF_STATUS|UNIT_MULT|DECIMALS|DATA_SOURCE|METHOD|EMBARGO_TIME|COMMENT_OBS|OBS_FLAG)$/
  return attribute.test(id)
    ? ['Attribute', 'AttributeDescriptor']
    : ['Dimension', 'DimensionDescriptor']
}

function findMap(reference: Reference, every: readonly Structure[]): RepresentationMap | undefined {
  return every.find((each) => isSame(each, reference)) as RepresentationMap | undefined
}
