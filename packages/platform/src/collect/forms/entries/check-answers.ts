import { readSourceProfile, type EditRule } from '@caudal/methods/collect'
import {
  checkEntry,
  entryDay,
  formFollower,
  formRow,
  type AnswerFault,
  type FormAnswers,
  type FormSurroundings,
} from '@caudal/methods/collect/xlsform'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { UsableForm } from '../kept-form.ts'
import { profileOf } from '../profile-of-form.ts'

/** What the node finds in some answers, whatever the page that sent them has found. */
export interface CheckedAnswers {
  /** Answers that count: of questions that are asked, with what is computed. */
  readonly answers: FormAnswers
  /** By the form itself. */
  readonly faults: readonly AnswerFault[]
  /** Edit rules of the record type that the record fails; none where the form has faults. */
  readonly failed: readonly EditRule[]
  /** Answers that no field could read: field and text. */
  readonly unread: readonly {
    readonly rule: string
    readonly field: string
    readonly text: string
    readonly level: 'reject' | 'warn'
  }[]
}

/** Follows the form once more, makes the record, and checks it by the rules that imports are checked by. */
export function checkAnswers(
  form: UsableForm,
  given: FormAnswers,
  surroundings: FormSurroundings,
): CheckedAnswers {
  const { answers, faults } = formFollower(form.definition)(given, surroundings)
  if (faults.length > 0) return { answers, faults, failed: [], unread: [] }
  const book = createCodeListBook()
  const profile = readSourceProfile(profileOf(form, form.mapping, form.mappingId), book)
  const row = formRow(form.definition, answers, surroundings.today)
  const find = (id: string) => book.find(id)
  const { record, failed } = checkEntry(row, profile, find, surroundings.today)
  // What a form never asks, nobody can answer for: such a warning is found in the batch, not here.
  const isAnswerable = ({ level, fields }: EditRule) =>
    level === 'reject' || fields.some((id) => isQuestion(form.mapping.fields[id]?.column))
  return { answers, faults, failed: failed.filter(isAnswerable), unread: record.findings }
}

function isQuestion(column: string | undefined): boolean {
  return column !== undefined && column !== entryDay
}
