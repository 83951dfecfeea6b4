import type { Reference } from '../information-model/reference.ts'
import type { StructureKind } from '../information-model/structure-kind.ts'

/** The agency that maintains the structures of the platform. */
export const agencyId = 'CAUDAL'

/** A reference to a structure of the platform. */
export function ownReference<Kind extends StructureKind>(
  kind: Kind,
  id: string,
  version = '1.0.0',
): Reference & { readonly kind: Kind } {
  return { kind, agency: agencyId, id, version }
}

export const migrationConcepts = ownReference('conceptscheme', 'CS_MIGRATION')
export const providersScheme = ownReference('dataproviderscheme', 'DATA_PROVIDERS', '1.0')
export const topicsScheme = ownReference('categoryscheme', 'TOPICS')
