import { type Actor, type Decision, decideKeeping, type RegisterName } from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { heed } from '../authorise.ts'
import type { StoredDocument } from './documents.ts'
import { countriesOfDocument } from './kept-country.ts'

/** Registers that tell what persons asked or suffered, or why one is looked into. */
const toldOfPersons: ReadonlySet<RegisterName> = new Set([
  'request',
  'complaint',
  'breach',
  'notice',
  'derogation',
])

/** What the policy says of seeing a document. */
type Seeing = (document: StoredDocument) => Promise<Decision>

/**
 * Who sees the documents of a register. Those that tell of single persons are seen where they are kept: in the country
 * of the institution that was asked. Besides, each sees the notices to the own institution, and what he or she has
 * asked for. The auditor sees all, and so does whoever holds the machine.
 * @see docs/decisions/0109-registers-are-kept-by-their-country.md
 */
function seeingOf(node: CaudalNode, actor: Actor): Seeing {
  const known = new Map<string, Promise<string[]>>()
  return async ({ register, id, content }) => {
    const { owner, institution, request, records, recipient, requestedBy } = content as Partial<
      Record<'owner' | 'institution' | 'request' | 'recipient' | 'requestedBy', string>
    > & { readonly records?: readonly { readonly batch: number }[] }
    const isOpen = !toldOfPersons.has(register) || actor.roles.includes('auditor')
    const isTo =
      (register === 'notice' && recipient === actor.institution) ||
      (register === 'derogation' && requestedBy === actor.id)
    if (isOpen || isTo) return decideKeeping(actor, [])
    // many documents are of one institution or request: their country is looked up once
    const about = JSON.stringify([
      register,
      owner,
      institution,
      request,
      records?.map(({ batch }) => batch),
    ])
    const countries = known.get(about) ?? countriesOfDocument(node.register, register, id, content)
    known.set(about, countries)
    return decideKeeping(actor, await countries)
  }
}

/** The documents that somebody may see, in their order. */
export async function seenOf<Name extends RegisterName>(
  node: CaudalNode,
  actor: Actor,
  documents: readonly StoredDocument<Name>[],
): Promise<StoredDocument<Name>[]> {
  const decide = seeingOf(node, actor)
  const seen: StoredDocument<Name>[] = []
  for (const document of documents) {
    if ((await decide(document)).outcome === 'allow') seen.push(document)
  }
  return seen
}

/**
 * Whether somebody may see a document in all its versions.
 * @throws {Refusal} policy.another-country, logged
 */
export async function checkSeen(
  node: CaudalNode,
  actor: Actor,
  versions: readonly StoredDocument[],
): Promise<void> {
  const decide = seeingOf(node, actor)
  for (const version of versions) {
    const subject = `${version.register}:${version.id}`
    await heed(node, actor, 'govern.read-registers', await decide(version), { subject })
  }
}
