import { getRecordType, listRecordTypes, listRules } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { specialCodeTexts, type Language } from '@caudal/methods/vocabulary'
import { collectRefusals } from '../refusals.ts'
import { submissionRefusals } from './refusals.ts'

/** The record types there are, by their names. */
export function listRecordTypeLabels(language: Language) {
  return listRecordTypes().map(({ id, label, definition }) => ({
    id,
    label: label[language],
    definition: definition[language],
  }))
}

/** The fields and rules of a record type in a reader's language. @throws {Refusal} collect.record-type-unknown */
export function describeRecordType(id: string, language: Language) {
  const all = listRecordTypes()
  if (!all.some((each) => each.id === id)) {
    throw collectRefusals.refuse('record-type-unknown', {
      recordType: id,
      known: all.map((each) => each.id).join(', '),
    })
  }
  const recordType = getRecordType(id)
  return {
    id,
    label: recordType.label[language],
    fields: recordType.fields.map((field) => ({
      id: field.id,
      type: field.type,
      label: field.label[language],
      definition: field.definition[language],
      isRequired: field.required === true,
      isDerived: field.derived !== undefined,
      codeList: field.codeList ?? null,
    })),
    rules: listRules(recordType).map((rule) => ({
      id: rule.id,
      level: rule.level,
      message: rule.message[language],
      source: rule.source,
    })),
  }
}

/** The codes of a list with their labels. @throws {Refusal} collect.submissions.list-unknown */
export function describeCodeList(book: CodeListBook, id: string, language: Language) {
  const list = book.find(id)
  if (list === undefined) throw submissionRefusals.refuse('list-unknown', { list: id })
  const own = new Set(list.codes.map(({ code }) => code))
  return {
    id,
    codes: [...list.codes, ...specialCodeTexts.filter(({ code }) => !own.has(code))].map(
      ({ code, label }) => ({ code, label: label[language] }),
    ),
  }
}
