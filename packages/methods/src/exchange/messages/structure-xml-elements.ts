import {
  itemUrn,
  urnOf,
  type ItemReference,
  type Reference,
} from '../information-model/reference.ts'
import { namesOf } from '../information-model/structure-kind.ts'
import type { Category, Contact, Nameable, Structure } from '../information-model/structures.ts'
import { constraintContent } from './constraint-xml.ts'
import { dataStructureContent, formatXml } from './data-structure-xml.ts'
import { metadataStructureContent } from './metadata-structure-xml.ts'
import { itemReferenceXml, nameableXml, referenceXml } from './structure-xml-parts.ts'
import { element, escapeXml } from './xml-text.ts'
import { wordsXml } from './xml-header.ts'

/** A maintainable structure as an element of a structure message. */
export function structureElement(structure: Structure, serviceUrl: string | undefined): string {
  const names = namesOf(structure.kind)
  return element(
    `str:${names.class21 ?? names.class}`,
    maintainableAttributes(structure, serviceUrl),
    nameableXml(structure),
    contentOf(structure),
  )
}

/** Attributes that every maintainable structure has; a stub says where the whole is to be had. */
function maintainableAttributes(structure: Structure, serviceUrl: string | undefined) {
  const { kind, agency, id, version } = structure
  const fixed = kind === 'agencyscheme' || kind === 'dataproviderscheme'
  const resource = namesOf(kind).rest1
  return {
    id,
    urn: urnOf(structure, '2.1'),
    agencyID: agency,
    version,
    isFinal: fixed ? undefined : (structure.isFinal ?? false),
    isExternalReference: structure.isStub ? true : undefined,
    structureURL:
      structure.isStub && serviceUrl !== undefined && resource !== undefined
        ? `${serviceUrl}/${resource}/${agency}/${id}/${version}`
        : undefined,
    isPartial: 'isPartial' in structure && structure.isPartial ? true : undefined,
    type:
      structure.kind === 'dataconstraint'
        ? structure.role === 'actual'
          ? 'Actual'
          : 'Allowed'
        : undefined,
  }
}

function contentOf(structure: Structure): string {
  switch (structure.kind) {
    case 'codelist':
      return structure.codes
        .map((code) =>
          item(
            'str:Code',
            { ...structure, item: code.id },
            code,
            // SDMX 2.1 extends no list, and a parent must be in the same one.
            structure.extends ? '' : parentXml(code.parent),
          ),
        )
        .join('')
    case 'conceptscheme':
      return structure.concepts
        .map(({ representation, parent, ...concept }) => {
          const core =
            representation === undefined
              ? ''
              : element(
                  'str:CoreRepresentation',
                  {},
                  'codelist' in representation
                    ? referenceXml('str:Enumeration', representation.codelist)
                    : formatXml(representation.format),
                )
          const own = { ...structure, item: concept.id }
          return item('str:Concept', own, concept, parentXml(parent) + core)
        })
        .join('')
    case 'agencyscheme':
      return structure.agencies
        .map((agency) =>
          item(
            'str:Agency',
            { ...structure, item: agency.id },
            agency,
            contactsXml(agency.contacts),
          ),
        )
        .join('')
    case 'dataproviderscheme':
      return structure.providers
        .map((provider) =>
          item(
            'str:DataProvider',
            { ...structure, item: provider.id },
            provider,
            contactsXml(provider.contacts),
          ),
        )
        .join('')
    case 'categoryscheme':
      return categoriesXml(structure, structure.categories, '')
    case 'dataflow':
      return structure.isStub ? '' : referenceXml('str:Structure', structure.structure)
    case 'metadataflow':
      return structure.isStub ? '' : referenceXml('str:Structure', structure.structure)
    case 'categorisation':
      if (structure.isStub) return ''
      return (
        referenceXml('str:Source', structure.source) +
        itemReferenceXml('str:Target', structure.target, 'Category')
      )
    case 'provisionagreement':
      return (
        referenceXml('str:StructureUsage', structure.dataflow) +
        itemReferenceXml('str:DataProvider', structure.provider, 'DataProvider')
      )
    case 'dataconstraint':
      return structure.isStub ? '' : constraintContent(structure)
    case 'datastructure':
      return structure.isStub ? '' : dataStructureContent(structure)
    case 'metadatastructure':
      return structure.isStub ? '' : metadataStructureContent(structure)
    case 'metadataproviderscheme':
    case 'representationmap':
    case 'structuremap':
      return ''
  }
  return structure satisfies never
}

function categoriesXml(scheme: Reference, categories: readonly Category[], above: string): string {
  return categories
    .map((category) => {
      const path = above === '' ? category.id : `${above}.${category.id}`
      const below = categoriesXml(scheme, category.categories ?? [], path)
      return item('str:Category', { ...scheme, item: path }, category, below)
    })
    .join('')
}

function item(name: string, reference: ItemReference, nameable: Nameable, content: string): string {
  return element(name, { id: nameable.id, urn: itemUrn(reference) }, nameableXml(nameable), content)
}

function parentXml(parent: string | undefined): string {
  return parent === undefined ? '' : element('str:Parent', {}, element('Ref', { id: parent }))
}

function contactsXml(contacts: readonly Contact[] | undefined): string {
  return (contacts ?? [])
    .map(({ name, email, uri }) =>
      element(
        'str:Contact',
        {},
        wordsXml('com:Name', name),
        uri === undefined ? '' : element('str:URI', {}, escapeXml(uri)),
        email === undefined ? '' : element('str:Email', {}, escapeXml(email)),
      ),
    )
    .join('')
}
