import { builtInFindings, getRecordType, listRules } from '@caudal/methods/collect'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { messagesWithoutNumbers, readingMessages, sayCount } from './reading-messages.ts'

/** What is said of a record because of whose it is. */
const personMessages: Readonly<Record<string, Text>> = {
  'person.erased': {
    es: 'El registro es de una persona que fue borrada a su pedido: queda apartado hasta que la delegación de protección de datos decida.',
    en: 'The record is of a person who was erased on request: it is set aside until the data protection officer decides.',
    fr: 'L’enregistrement est celui d’une personne effacée à sa demande : il est mis à part jusqu’à la décision de la délégation à la protection des données.',
  },
}

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
  const { found, expected } = details
  const isNumbered = (found ?? '') !== '' && (expected ?? '') !== ''
  const text = (isNumbered ? undefined : messagesWithoutNumbers[rule]) ?? findText(recordType, rule)
  if (text === undefined) return rule
  return text[language]
    .replace('{fields}', sayCount(found ?? '', 'fields', language))
    .replace('{letters}', sayCount(found ?? '', 'letters', language))
    .replace('{found}', found ?? '…')
    .replace('{expected}', expected ?? '…')
}

function findText(recordType: string, rule: string): Text | undefined {
  const known: Readonly<Record<string, Text>> = { ...readingMessages, ...personMessages }
  return (
    known[rule] ??
    builtInFindings.find((finding) => finding.id === rule)?.message ??
    listRules(getRecordType(recordType)).find((each) => each.id === rule)?.message
  )
}
