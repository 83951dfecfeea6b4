import { tellNode } from '../node-api/ask-node.ts'
import { Problem } from '../node-api/problem.ts'
import type { AccountWording } from './words/account-wording.ts'

/** Leaves for the identity provider, to sign in or to tie its identity to the account. */
export async function goToProvider(
  path: '/api/govern/sign-in/provider' | '/api/govern/account/identity',
  language: string,
): Promise<void> {
  const { address } = await tellNode<{ address: string }>('POST', path, language, { language })
  location.assign(address)
}

/** What was refused on the way back, as the address says; taken out of the address. */
export function takeRefusal(words: AccountWording): Problem | undefined {
  const code = /^#refused=([\w.-]+)$/.exec(location.hash)?.[1]
  if (code === undefined) return undefined
  history.replaceState(history.state, '', location.pathname)
  const unknown = code === 'govern.accounts.provider-unknown-person'
  return unknown
    ? new Problem(403, code, words.provider.unknown, words.provider.unknownAdvice)
    : new Problem(502, code, words.provider.failed, words.provider.failedAdvice)
}
