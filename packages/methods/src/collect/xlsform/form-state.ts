import { isDate } from '../calendar.ts'
import { evaluateXpath } from './evaluate-xpath.ts'
import type { FormChoice, FormDefinition, FormQuestion, FormText } from './form-definition.ts'
import { orderQuestions, relevanceOf, xpathOf } from './order-questions.ts'
import { sayFormText } from './say-form-text.ts'
import type { XpathContext } from './xpath-functions.ts'
import { toText, toTruth, type XpathValue } from './xpath-values.ts'

/** Answers by question, as they are typed or chosen; several choices are parted by spaces. */
export type FormAnswers = Readonly<Record<string, string>>

/** When and by which tongue a form is filled in. */
export interface FormSurroundings {
  /** ISO date and ISO moment (`2024-03-01T09:30:00`) of the place. */
  readonly today: string
  readonly now: string
  readonly language: string
}

/** What is wrong with an answer. */
export interface AnswerFault {
  readonly question: string
  readonly kind: 'required' | 'not-of-type' | 'not-a-choice' | 'constraint' | 'too-long'
  /** What the form itself says of it. */
  readonly message?: FormText
}

/** A form with some answers: what is asked now, and what holds. */
export interface FormState {
  /** Questions that are asked, computed or shown now. */
  readonly relevant: ReadonlySet<string>
  /** Answers that count: those of relevant questions, computed ones included. */
  readonly answers: FormAnswers
  /** Questions that need an answer now. */
  readonly required: ReadonlySet<string>
  /** What is offered now, of each question with choices. */
  readonly choices: ReadonlyMap<string, readonly FormChoice[]>
  readonly faults: readonly AnswerFault[]
}

/** Most letters of one answer. */
const mostLetters = 4000

/**
 * Follows a form: which of its questions are asked given some answers, what is computed, what is
 * offered, and what is wrong. A question that is not asked has no answer, whatever was given before.
 *
 * @throws nothing of the answers: any text may be given, for any name
 */
export function formFollower(
  definition: FormDefinition,
): (given: FormAnswers, surroundings: FormSurroundings) => FormState {
  const { questions: ordered } = orderQuestions(definition)
  const ofGroups = new Map(definition.groups.map(({ id, relevant }) => [id, relevant]))
  const lists = new Map(definition.codeLists.map(({ id, codes }) => [id, codes]))
  const byName = new Map(definition.questions.map((question) => [question.name, question]))

  return (given, surroundings) => {
    const answers = new Map<string, string>()
    const relevant = new Set<string>()
    const contextOf = (question: FormQuestion | undefined, choice?: FormChoice): XpathContext => ({
      ...surroundings,
      answer: (name) => typed(byName.get(name), answers.get(name) ?? ''),
      self: question === undefined ? '' : typed(question, answers.get(question.name) ?? ''),
      column: (name) => columnOfChoice(choice, name, surroundings.language),
      choiceLabel: (name, code) => {
        const choices = lists.get(byName.get(name)?.list ?? '') ?? []
        const chosen = choices.find((each) => each.code === code)
        return chosen === undefined ? '' : sayFormText(chosen.label, surroundings.language)
      },
    })
    const holds = (text: string, question: FormQuestion, choice?: FormChoice) =>
      toTruth(evaluateXpath(xpathOf(text), contextOf(question, choice)))

    for (const question of ordered) {
      if (!relevanceOf(question, ofGroups).every((text) => holds(text, question))) continue
      relevant.add(question.name)
      const answer = answerOf(question, given, surroundings, () =>
        evaluateXpath(xpathOf(question.calculation!), contextOf(question)),
      )
      if (answer !== '') answers.set(question.name, answer)
    }

    const required = new Set<string>()
    const choices = new Map<string, readonly FormChoice[]>()
    const faults: AnswerFault[] = []
    for (const question of definition.questions) {
      const { name, list, choiceFilter, constraint } = question
      if (!relevant.has(name)) continue
      if (list !== undefined) {
        const all = lists.get(list) ?? []
        const offered =
          choiceFilter === undefined
            ? all
            : all.filter((choice) => holds(choiceFilter, question, choice))
        choices.set(name, offered)
      }
      const isRequired = question.required !== undefined && holds(question.required, question)
      if (isRequired && isAsked(question)) required.add(name)
      const answer = answers.get(name) ?? ''
      if (answer === '') {
        if (required.has(name)) faults.push(faultOf(question, 'required'))
        continue
      }
      const wrong = problemOf(question, answer, choices.get(name))
      if (wrong !== undefined) faults.push(faultOf(question, wrong))
      else if (constraint !== undefined && !holds(constraint, question)) {
        faults.push(faultOf(question, 'constraint'))
      }
    }
    return { relevant, answers: Object.fromEntries(answers), required, choices, faults }
  }
}

/**
 * The answers that stand in a form when it is opened: its defaults.
 *
 * @returns texts by question
 */
export function firstAnswers(
  definition: FormDefinition,
  surroundings: FormSurroundings,
): FormAnswers {
  const answers: Record<string, string> = {}
  for (const { name, default: standing, type } of definition.questions) {
    if (type === 'start') answers[name] = surroundings.now
    if (standing === undefined) continue
    answers[name] =
      'value' in standing
        ? standing.value
        : plain(
            evaluateXpath(xpathOf(standing.expression), {
              ...surroundings,
              answer: (other) => answers[other] ?? '',
              self: '',
            }),
          )
  }
  return answers
}

/** Whether somebody is asked: notes, computed values and moments are not. */
export function isAsked({ type, calculation, readOnly }: FormQuestion): boolean {
  if (calculation !== undefined || readOnly === true) return false
  return !['note', 'calculate', 'hidden', 'start', 'end', 'today'].includes(type)
}

function answerOf(
  question: FormQuestion,
  given: FormAnswers,
  { today, now }: FormSurroundings,
  compute: () => XpathValue,
): string {
  if (question.calculation !== undefined) return plain(compute())
  const own = (Object.hasOwn(given, question.name) ? given[question.name]! : '').trim()
  switch (question.type) {
    case 'note':
    case 'calculate':
      return ''
    case 'today':
      return today
    case 'end':
      return now
    case 'start':
      return problemOf({ ...question, type: 'timestamp' }, own, []) === undefined ? own : now
    case 'choices':
      return own.split(/\s+/).join(' ')
    default:
      return own
  }
}

/** A number is compared as one; everything else as it is written. */
function typed(question: FormQuestion | undefined, answer: string): XpathValue {
  const isNumber = question?.type === 'integer' || question?.type === 'decimal'
  return isNumber && /^[+-]?\d+(\.\d+)?$/.test(answer) ? Number(answer) : answer
}

/** A result as an answer: what is no number is none. */
function plain(value: XpathValue): string {
  return typeof value === 'number' && !Number.isFinite(value) ? '' : toText(value)
}

function problemOf(
  { type }: FormQuestion,
  answer: string,
  offered: readonly FormChoice[] | undefined,
): AnswerFault['kind'] | undefined {
  const isChoice = (code: string) => offered?.some((choice) => choice.code === code) === true
  if (answer.length > mostLetters) return 'too-long'
  switch (type) {
    case 'integer':
      return /^[+-]?\d{1,9}$/.test(answer) ? undefined : 'not-of-type'
    case 'decimal':
      return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(answer) ? undefined : 'not-of-type'
    case 'date':
      return isDate(answer) ? undefined : 'not-of-type'
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(answer) ? undefined : 'not-of-type'
    case 'timestamp':
      return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(answer) &&
        isDate(answer.slice(0, 10))
        ? undefined
        : 'not-of-type'
    case 'acknowledge':
      return answer === 'OK' ? undefined : 'not-a-choice'
    case 'choice':
      return isChoice(answer) ? undefined : 'not-a-choice'
    case 'choices': {
      const chosen = answer.split(' ')
      const isSound = new Set(chosen).size === chosen.length && chosen.every(isChoice)
      return isSound ? undefined : 'not-a-choice'
    }
    default:
      return undefined
  }
}

function faultOf(question: FormQuestion, kind: AnswerFault['kind']): AnswerFault {
  const message =
    kind === 'required'
      ? question.requiredMessage
      : kind === 'constraint'
        ? question.constraintMessage
        : undefined
  return { question: question.name, kind, ...(message === undefined ? {} : { message }) }
}

function columnOfChoice(choice: FormChoice | undefined, name: string, language: string): string {
  if (choice === undefined) return ''
  if (name === 'name') return choice.code
  if (name === 'label') return sayFormText(choice.label, language)
  return choice.columns?.[name] ?? ''
}
