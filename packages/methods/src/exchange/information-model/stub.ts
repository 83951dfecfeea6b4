import type { Structure } from './structures.ts'

/**
 * What is left of a structure in a stub: its identity and name, and in a complete one its
 * description and annotations. A provision agreement keeps its two references, without which SDMX-ML
 * 2.1 allows none.
 */
export function stubOf(structure: Structure, completeness: 'bare' | 'complete'): Structure {
  const { description, annotations, ...rest } = structure
  const kept =
    completeness === 'complete'
      ? { ...(description && { description }), ...(annotations && { annotations }) }
      : {}
  const bare = { ...rest, ...kept, isStub: true } as Structure
  switch (bare.kind) {
    case 'agencyscheme':
      return { ...bare, agencies: [] }
    case 'dataproviderscheme':
    case 'metadataproviderscheme':
      return { ...bare, providers: [] }
    case 'categoryscheme':
      return { ...bare, categories: [] }
    case 'codelist':
      return { ...bare, codes: [] }
    case 'conceptscheme':
      return { ...bare, concepts: [] }
    case 'dataconstraint':
      return { ...bare, region: [], attachedTo: [] }
    case 'structuremap':
      return { ...bare, components: [], fixed: [] }
    case 'representationmap':
      return { ...bare, mappings: [] }
    case 'datastructure':
      return { ...bare, dimensions: [], attributes: [] }
    case 'metadatastructure':
      return { ...bare, attributes: [] }
    case 'metadataflow':
    case 'dataflow':
    case 'categorisation':
    case 'provisionagreement':
      return bare
  }
  return bare satisfies never
}
