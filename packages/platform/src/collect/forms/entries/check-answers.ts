import { readSourceProfile, type EditRule } from '@caudal/methods/collect'
import {
  answerKey,
  checkEntry,
  entryDay,
  formColumns,
  formFollower,
  formRows,
  instancesKey,
  repeatsOf,
  repeatsOfRecords,
  type AnswerFault,
  type FormAnswers,
  type FormSurroundings,
} from '@caudal/methods/collect/xlsform'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { UsableForm } from '../kept-form.ts'
import { profileOf } from '../profile-of-form.ts'

/** Which of several records of a form something was found in: its instance and its place, from 1. */
export interface RecordOfForm {
  readonly instance?: string
  readonly place?: number
}

/** What the node finds in some answers, whatever the page that sent them has found. */
export interface CheckedAnswers {
  /** Answers that count: of questions that are asked, with what is computed. */
  readonly answers: FormAnswers
  /** Records that they are. */
  readonly records: number
  /** By the form itself. */
  readonly faults: readonly AnswerFault[]
  /** Edit rules of the record type that a record fails; none where the form has faults. */
  readonly failed: readonly (RecordOfForm & {
    readonly rule: EditRule
    /** Keys of the answers that it is about. */
    readonly keys: readonly string[]
  })[]
  /** Answers that no field could read: field and text. */
  readonly unread: readonly (RecordOfForm & {
    readonly rule: string
    readonly field: string
    readonly text: string
    readonly level: 'reject' | 'warn'
    readonly keys: readonly string[]
  })[]
}

/** Follows the form once more, makes the records, and checks them by the rules that imports are checked by. */
export function checkAnswers(
  form: UsableForm,
  given: FormAnswers,
  surroundings: FormSurroundings,
  book: CodeListBook,
): CheckedAnswers {
  const { definition, mapping, mappingId } = form
  const { answers, faults } = formFollower(definition)(given, surroundings)
  const day = surroundings.today
  const rows = formRows(definition, mapping, answers, { day })
  const found = { answers, records: rows.length, failed: [], unread: [] }
  if (faults.length > 0) return { ...found, faults }
  if (rows.length === 0) {
    // Without anybody in it, the form is nobody's record.
    const question = instancesKey(repeatsOfRecords(definition, mapping)[0]!)
    return { ...found, faults: [{ question, kind: 'count', wanted: 1 }] }
  }
  const profile = readSourceProfile(profileOf(form, mapping, mappingId), book)
  const questions = new Map(formColumns(definition).map(({ id, question }) => [id, question?.name]))
  const repeatBy = repeatsOf(definition)
  const checked = rows.map(({ instance, row }, at) => {
    const { record, failed } = checkEntry(row, profile, (id) => book.find(id), day)
    const of = instance === undefined ? {} : { instance, place: at + 1 }
    const keyOf = (field: string): string[] => {
      const question = questions.get(mapping.fields[field]?.column ?? '')
      if (question === undefined) return []
      return [answerKey(question, repeatBy.has(question) ? instance : undefined)]
    }
    return {
      // What a form never asks, nobody can answer for: such a warning is found in the batch, not here.
      failed: failed
        .filter((rule) => rule.level === 'reject' || rule.fields.some(isAsked))
        .map((rule) => ({ ...of, rule, keys: [...new Set(rule.fields.flatMap(keyOf))] })),
      unread: record.findings.map((each) => ({ ...of, ...each, keys: keyOf(each.field) })),
    }
  })
  function isAsked(field: string): boolean {
    const { column } = mapping.fields[field] ?? {}
    return column !== undefined && column !== entryDay
  }
  return {
    ...found,
    faults,
    failed: checked.flatMap(({ failed }) => failed),
    unread: checked.flatMap(({ unread }) => unread),
  }
}

/** By what a person confirms a warning: the rule, and which record of the form it is about. */
export function warningId(found: { readonly instance?: string }, rule: string): string {
  return found.instance === undefined ? rule : `${rule}#${found.instance}`
}
