import { builtInFindings, getRecordType, listRules } from '@caudal/methods/collect'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { readingMessages } from './reading-messages.ts'

/**
 * What a finding says, in the reader's language; its id where the rule is no longer known.
 *
 * @param details what stands for `{found}` and `{expected}`
 */
export function findingMessage(
  recordType: string,
  rule: string,
  language: Language,
  details: { readonly found?: string | null; readonly expected?: string | null } = {},
): string {
  const text = findText(recordType, rule)
  if (text === undefined) return rule
  return text[language]
    .replace('{found}', details.found ?? '…')
    .replace('{expected}', details.expected ?? '…')
}

function findText(recordType: string, rule: string): Text | undefined {
  const known: Readonly<Record<string, Text>> = readingMessages
  return (
    known[rule] ??
    builtInFindings.find((finding) => finding.id === rule)?.message ??
    listRules(getRecordType(recordType)).find((each) => each.id === rule)?.message
  )
}
