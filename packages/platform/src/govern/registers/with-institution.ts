import type { Actor, RegisterName } from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { findDocument } from './documents.ts'

type Content = Record<string, unknown>

/** Registers whose documents concern an institution or, where they say so, the whole node. */
const concerning: ReadonlySet<RegisterName> = new Set(['breach', 'complaint'])

/**
 * A breach or a complaint that says nothing of an institution is of the one that it named before or, where it is new, of
 * whoever enters it: left out by a program, it would be shown to every country, and changed by each. `null` says that it
 * is of the whole node.
 */
export async function withInstitution(
  register: Queryable,
  name: RegisterName,
  content: Content,
  before: Readonly<Content> | undefined,
  actor: Actor,
): Promise<Content> {
  const { institution, ...rest } = content
  if (!concerning.has(name) || typeof institution === 'string') return content
  if (institution === null) return rest
  if (institution !== undefined) return content
  const own = before === undefined ? actor.institution : before['institution']
  if (typeof own !== 'string' || own === '') return content
  const isKnown =
    before !== undefined || (await findDocument(register, 'institution', own)) !== undefined
  return isKnown ? { ...content, institution: own } : content
}
