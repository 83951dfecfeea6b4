import { componentsOf } from './children.ts'
import { isSame, type ItemReference, type Reference } from './reference.ts'
import type { Category, Structure } from './structures.ts'

/** The items of schemes that a structure refers to by themselves. */
export function usedItems(structure: Structure): ItemReference[] {
  switch (structure.kind) {
    case 'datastructure':
      return componentsOf(structure).map(({ concept }) => concept)
    case 'metadatastructure':
      return structure.attributes.map(({ concept }) => concept)
    case 'provisionagreement':
      return [structure.provider]
    case 'categorisation':
      return [structure.target]
    default:
      return []
  }
}

/**
 * Whether a structure uses what is left of a scheme: any of its items, where it refers to items, or the
 * scheme as a whole.
 */
export function usesItemsOf(structure: Structure, scheme: Structure): boolean {
  const used = usedItems(structure).filter((item) => isSame(item, scheme as Reference))
  if (used.length === 0) return true
  const left = new Set(itemIds(scheme))
  return used.some(({ item }) => left.has(item))
}

/** Ids of the items of a scheme, nested ones with those above them. */
function itemIds(scheme: Structure): string[] {
  switch (scheme.kind) {
    case 'codelist':
      return scheme.codes.map(({ id }) => id)
    case 'conceptscheme':
      return scheme.concepts.map(({ id }) => id)
    case 'agencyscheme':
      return scheme.agencies.map(({ id }) => id)
    case 'dataproviderscheme':
    case 'metadataproviderscheme':
      return scheme.providers.map(({ id }) => id)
    case 'categoryscheme':
      return categoryPaths(scheme.categories, '')
    default:
      return []
  }
}

function categoryPaths(categories: readonly Category[], above: string): string[] {
  return categories.flatMap(({ id, categories: below }) => {
    const path = above === '' ? id : `${above}.${id}`
    return [path, ...categoryPaths(below ?? [], path)]
  })
}
