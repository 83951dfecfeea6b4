import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { listDocuments, type StoredDocument } from './documents.ts'
import { decideCountry } from './kept-country.ts'

/**
 * Agreements and undertakings that are somebody's to keep, as far as it matters when they end: an undertaking that
 * another one of the same person outlasts is left out.
 */
export async function listEnding(
  node: CaudalNode,
  actor: Actor,
): Promise<StoredDocument<'agreement' | 'undertaking'>[]> {
  const [agreements, undertakings] = await Promise.all([
    listDocuments(node.register, 'agreement'),
    listDocuments(node.register, 'undertaking'),
  ])
  const last = undertakings.filter(
    ({ content: { account, until } }) =>
      !undertakings.some(
        ({ content }) => nameOf(content.account) === nameOf(account) && content.until > until,
      ),
  )
  const kept: StoredDocument<'agreement' | 'undertaking'>[] = []
  for (const document of [...agreements, ...last]) {
    const { register, id, content } = document
    const { outcome } = await decideCountry(node, actor, register, id, content)
    if (outcome === 'allow') kept.push(document)
  }
  return kept
}

/** As `undertaking_until` compares the names of accounts. */
function nameOf(account: string): string {
  return account.trim().toLowerCase()
}
