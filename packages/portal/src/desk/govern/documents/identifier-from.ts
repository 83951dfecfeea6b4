import type { WrittenRegister } from '@caudal/methods/govern'
import type { Draft } from './draft.ts'

/** Registers whose documents are known by a day and a number rather than by a name. */
const dated: readonly WrittenRegister[] = ['complaint', 'breach', 'derogation']

/**
 * An identifier to begin with: the title in lower case, digits and hyphens; for what has no title, its
 * register and a number that nobody else has.
 *
 * @param drawn that number, in digits and lower case
 */
export function identifierFrom(register: WrittenRegister, draft: Draft, drawn: string): string {
  if (dated.includes(register)) return `${register}-${drawn}`
  const title = draft['title'] ?? draft['account'] ?? ''
  if (typeof title !== 'string') return ''
  return title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
}
