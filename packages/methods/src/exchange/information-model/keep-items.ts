import type { Category, Structure } from './structures.ts'

/**
 * A scheme with the items asked for alone (categories with those above them); undefined where it has
 * none of them, or is no scheme.
 */
export function keepItems(
  structure: Structure,
  asked: 'all' | readonly string[],
): Structure | undefined {
  if (asked === 'all') return structure
  const wanted = new Set(asked)
  const pick = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.filter(({ id }) => wanted.has(id))
  switch (structure.kind) {
    case 'codelist':
      return partial({ ...structure, codes: pick(structure.codes) }, 'codes')
    case 'conceptscheme':
      return partial({ ...structure, concepts: pick(structure.concepts) }, 'concepts')
    case 'agencyscheme':
      return partial({ ...structure, agencies: pick(structure.agencies) }, 'agencies')
    case 'dataproviderscheme':
      return partial({ ...structure, providers: pick(structure.providers) }, 'providers')
    case 'metadataproviderscheme':
      return partial({ ...structure, providers: pick(structure.providers) }, 'providers')
    case 'categoryscheme':
      return partial(
        { ...structure, categories: keepCategories(structure.categories, wanted) },
        'categories',
      )
    default:
      return undefined
  }
}

/** The categories of these nested ids, each below those above it. */
export function keepCategories(
  categories: readonly Category[],
  wanted: ReadonlySet<string>,
  above = '',
): Category[] {
  return categories.flatMap((category) => {
    const path = above === '' ? category.id : `${above}.${category.id}`
    const { categories: below, ...own } = category
    const kept = keepCategories(below ?? [], wanted, path)
    if (kept.length > 0) return [{ ...own, categories: kept }]
    return wanted.has(path) ? [own] : []
  })
}

function partial<Scheme extends Structure>(
  scheme: Scheme,
  items: keyof Scheme,
): Scheme | undefined {
  const left = scheme[items] as readonly unknown[]
  return left.length === 0 ? undefined : { ...scheme, isPartial: true }
}
