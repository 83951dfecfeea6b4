import type { AccountWording } from '../words/account-wording.ts'
import type { Fault } from './form.tsx'

/** The fields that are empty, each by its label. */
export function findEmpty(
  words: AccountWording,
  fields: Readonly<Record<string, readonly [label: string, value: string]>>,
): Fault[] {
  return Object.entries(fields)
    .filter(([, [, value]]) => value.trim() === '')
    .map(([field, [label]]) => ({ field, what: words.needed(label) }))
}
