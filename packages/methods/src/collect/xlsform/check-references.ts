import type { FormDefinition, FormFault, FormQuestion, UnsupportedPart } from './form-definition.ts'
import { questionsOf, orderQuestions } from './order-questions.ts'
import { ownName } from './repeats.ts'

/** The expressions of a question, with what it means where one of them cannot be followed. */
const parts = {
  relevant: 'always-asked',
  constraint: 'not-checked',
  calculation: 'not-computed',
  required: 'not-required',
  choiceFilter: 'all-choices-offered',
} as const satisfies Partial<Record<keyof FormQuestion, UnsupportedPart['meaning']>>

/**
 * Looks whether every question that an expression or a label names is there, and whether any is asked
 * depending on itself. An expression that names a question which was left out is left out as well.
 *
 * @param silent names that are known and have no answer
 */
export function checkReferences(
  definition: FormDefinition,
  silent: ReadonlySet<string>,
): { readonly definition: FormDefinition; readonly faults: readonly FormFault[] } {
  const names = new Set([
    ...definition.questions.map(({ name }) => name),
    // how often a group is answered is asked by its name
    ...definition.groups.filter(({ repeat }) => repeat !== undefined).map(({ id }) => ownName(id)),
  ])
  const faults: FormFault[] = []
  const unsupported = [...definition.unsupported]

  /** Whether an expression can be followed; what cannot is noted. */
  function follows(
    text: string,
    place: { readonly row: number; readonly name: string },
    part: string,
    meaning: UnsupportedPart['meaning'],
  ): boolean {
    const strangers = questionsOf(text).filter((name) => !names.has(name))
    const unknown = strangers.filter((name) => !silent.has(name))
    const where = { sheet: 'survey', ...place, part, text } as const
    if (unknown.length > 0) faults.push({ ...where, fault: 'question-unknown' })
    else if (strangers.length > 0) unsupported.push({ ...where, meaning })
    return strangers.length === 0
  }

  const questions = definition.questions.map((question) => {
    const kept: Record<string, unknown> = { ...question }
    for (const [part, meaning] of Object.entries(parts)) {
      const text = question[part as keyof typeof parts]
      if (text !== undefined && !follows(text, placeOf(question), part, meaning)) delete kept[part]
    }
    const standing = question.default
    if (standing !== undefined && 'expression' in standing) {
      const { expression } = standing
      if (!follows(expression, placeOf(question), 'default', 'nothing-filled-in')) {
        delete kept['default']
      }
    }
    return kept as unknown as FormQuestion
  })
  const groups = definition.groups.map(({ relevant, repeat, ...group }) => {
    const place = { row: group.row, name: group.id }
    const count = repeat?.count
    const isCounted = count !== undefined && follows(count, place, 'repeat_count', 'not-checked')
    return {
      ...group,
      ...(relevant !== undefined && follows(relevant, place, 'relevant', 'always-asked')
        ? { relevant }
        : {}),
      ...(repeat === undefined ? {} : { repeat: isCounted ? { count } : {} }),
    }
  })
  const checked = { ...definition, questions, groups, unsupported }
  for (const name of orderQuestions(checked).circular) {
    const question = questions.find((each) => each.name === name)!
    const text = question.relevant ?? question.calculation ?? ''
    faults.push({
      sheet: 'survey',
      ...placeOf(question),
      part: question.relevant === undefined ? 'calculation' : 'relevant',
      text,
      fault: 'circular',
    })
  }
  return { definition: checked, faults }
}

function placeOf({ row, name }: FormQuestion): { readonly row: number; readonly name: string } {
  return { row, name }
}
