import type { FormDefinition, FormMapping } from '@caudal/methods/collect/xlsform'
import { readQuery, type CaudalNode } from '../../store/index.ts'
import { formRefusals } from './refusals.ts'

/** A version of a form that an institution keeps, with the newest mapping of its answers. */
export interface KeptForm {
  readonly id: number
  readonly institution: string
  /** ISO 3166-1 alpha-3; empty where nobody said it. */
  readonly country: string
  readonly form: string
  readonly version: number
  readonly title: string
  readonly fileName: string
  readonly sha256: string
  readonly definition: FormDefinition
  readonly keptBy: string
  /** ISO instants. */
  readonly keptAt: string
  readonly mappingId: number | null
  readonly mapping: FormMapping | null
  readonly withdrawnBecause: string | null
  readonly withdrawnAt: string | null
  /** Records entered that are in no batch yet, and forms that are not filled in to their end. */
  readonly waiting: number
  readonly drafts: number
  /** Records of those waiting that a request of a person holds back. */
  readonly held: number
}

/** A form whose answers are records. */
export type UsableForm = KeptForm & {
  readonly mapping: FormMapping
  readonly mappingId: number
}

/**
 * Forms of an institution, or of every institution.
 *
 * @param enteredBy Account whose entries alone are counted; those of everybody where absent.
 */
export function selectForms(
  node: CaudalNode,
  institution: string | undefined,
  id?: number,
  enteredBy?: string,
): Promise<KeptForm[]> {
  const sql = readQuery('./queries/forms.sql', import.meta.url)
  return node.register.query<KeptForm>(sql, [institution ?? null, id ?? null, enteredBy ?? null])
}

/**
 * A version of a form of an institution.
 *
 * @throws {Refusal} collect.forms.unknown: of another institution, or of none
 */
export async function getKeptForm(
  node: CaudalNode,
  id: number,
  institution: string | undefined,
  enteredBy?: string,
): Promise<KeptForm> {
  // The register's ids are 32-bit integers; anything else is no form.
  const isId = Number.isInteger(id) && id > 0 && id < 2 ** 31
  const [found] = isId ? await selectForms(node, institution, id, enteredBy) : []
  if (found === undefined) throw formRefusals.refuse('unknown', { form: String(id) })
  return found
}

/** @throws {Refusal} collect.forms.withdrawn, collect.forms.not-mapped */
export function checkUsable(form: KeptForm): UsableForm {
  const { title, version, mapping, mappingId, withdrawnAt } = form
  if (withdrawnAt !== null) throw formRefusals.refuse('withdrawn', { title, version })
  if (mapping === null || mappingId === null) {
    throw formRefusals.refuse('not-mapped', { title, version })
  }
  return { ...form, mapping, mappingId }
}
