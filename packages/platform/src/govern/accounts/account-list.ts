import { roles as roleWords } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import type { AccountSeen } from './administration.ts'
import { accountWords } from './command-words.ts'

/** Accounts as a table of text: columns as wide as their longest cell. */
export function writeAccounts(list: readonly AccountSeen[], language: Language): string {
  const words = accountWords[language]
  const rows = list.map((account) => [
    account.name,
    account.shownName,
    words.status[account.status],
    account.roles.map((role) => roleWords[role][language]).join(', '),
    [account.institution, account.country].filter(Boolean).join(', ') || '–',
    account.lastSeenAt?.slice(0, 10) ?? '–',
  ])
  if (rows.length === 0) return ''
  const all = [[...words.columns], ...rows]
  const widths = words.columns.map((_, column) =>
    Math.max(...all.map((row) => [...row[column]!].length)),
  )
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell + ' '.repeat(widths[column]! - [...cell].length))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
