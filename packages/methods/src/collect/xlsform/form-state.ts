import { isDate } from '../calendar.ts'
import { evaluateXpath } from './evaluate-xpath.ts'
import type {
  FormAnswers,
  FormChoice,
  FormDefinition,
  FormGroup,
  FormQuestion,
  FormText,
} from './form-definition.ts'
import { orderQuestions, relevanceOf, xpathOf } from './order-questions.ts'
import { isPlace } from './place-answer.ts'
import {
  answerKey,
  instancesKey,
  instancesOf,
  mostInstances,
  ownName,
  repeatsOf,
} from './repeats.ts'
import { sayFormText } from './say-form-text.ts'
import type { XpathContext } from './xpath-functions.ts'
import { toNumber, toText, toTruth, type XpathValue } from './xpath-values.ts'

/** When and by which tongue a form is filled in. */
export interface FormSurroundings {
  /** ISO date and ISO moment (`2024-03-01T09:30:00`) of the place. */
  readonly today: string
  readonly now: string
  readonly language: string
}

/** What is wrong with an answer. */
export interface AnswerFault {
  /** Name of the question; of a repeated one {@link answerKey}, of a group {@link instancesKey}. */
  readonly question: string
  /** `count`: the group is not answered as often as the form wants. */
  readonly kind: 'required' | 'not-of-type' | 'not-a-choice' | 'constraint' | 'too-long' | 'count'
  /** How often a group is to be answered. */
  readonly wanted?: number
  /** What the form itself says of it. */
  readonly message?: FormText
}

/** A repeated group with some answers. */
export interface RepeatState {
  readonly instances: readonly string[]
  /** How often the form wants it to be answered; as often as one likes where absent. */
  readonly wanted?: number
}

/** A form with some answers: what is asked now, and what holds. Questions by the key of their answer. */
export interface FormState {
  /** Questions that are asked, computed or shown now. */
  readonly relevant: ReadonlySet<string>
  /** Answers that count: those of relevant questions, computed ones included. */
  readonly answers: FormAnswers
  /** Questions that need an answer now. */
  readonly required: ReadonlySet<string>
  /** What is offered now, of each question with choices. */
  readonly choices: ReadonlyMap<string, readonly FormChoice[]>
  /** Repeated groups that are asked now, by id. */
  readonly repeats: ReadonlyMap<string, RepeatState>
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
  const repeatBy = repeatsOf(definition)
  // a repeat within a repeat is listed; forms that were kept before it could be left empty say so too
  const rowsAskedOnce = new Set(
    definition.unsupported.filter(({ meaning }) => meaning === 'asked-once').map(({ row }) => row),
  )
  const askedOnce = new Set(
    definition.groups.filter(({ row }) => rowsAskedOnce.has(row)).map(({ id }) => id),
  )
  const repeated = definition.groups.filter(({ repeat }) => repeat !== undefined)

  return (given, surroundings) => {
    const answers = new Map<string, string>()
    const relevant = new Set<string>()
    const all = new Map(repeated.map(({ id }) => [id, instancesOf(given, id)]))
    const contextOf = (
      question: FormQuestion | undefined,
      instance?: string,
      choice?: FormChoice,
    ): XpathContext => {
      const own = question === undefined ? undefined : repeatBy.get(question.name)
      const answer = (name: string, of?: string) =>
        typed(byName.get(name), answers.get(answerKey(name, of)) ?? '')
      return {
        ...surroundings,
        answer: (name) => {
          const repeat = repeatBy.get(name)
          if (repeat === undefined) return answer(name)
          // seen from outside, the first of them stands for all, as XPath has it
          return answer(name, repeat === own ? instance : (all.get(repeat)?.[0] ?? ''))
        },
        each: (name) => {
          const repeat = repeatBy.get(name)
          if (repeat !== undefined) return (all.get(repeat) ?? []).map((of) => answer(name, of))
          const group = repeated.find(({ id }) => ownName(id) === name)
          if (group === undefined) return undefined
          return isGroupAsked(group) ? (all.get(group.id) ?? []).map((_, at) => at + 1) : []
        },
        isOwn: (name) => own !== undefined && repeatBy.get(name) === own,
        position: own === undefined ? 0 : (all.get(own) ?? []).indexOf(instance ?? '') + 1,
        self: question === undefined ? '' : answer(question.name, instance),
        column: (name) => columnOfChoice(choice, name, surroundings.language),
        choiceLabel: (name, code) => {
          const choices = lists.get(byName.get(name)?.list ?? '') ?? []
          const chosen = choices.find((each) => each.code === code)
          return chosen === undefined ? '' : sayFormText(chosen.label, surroundings.language)
        },
      }
    }
    const holds = (text: string, context: XpathContext) =>
      toTruth(evaluateXpath(xpathOf(text), context))
    const isGroupAsked = (group: FormGroup) =>
      groupsAround(group).every((id) => {
        const text = ofGroups.get(id)
        return text === undefined || holds(text, contextOf(undefined))
      })
    const instancesFor = (question: FormQuestion): readonly (string | undefined)[] => {
      const repeat = repeatBy.get(question.name)
      return repeat === undefined ? [undefined] : (all.get(repeat) ?? []).slice(0, mostInstances)
    }

    for (const question of ordered) {
      for (const instance of instancesFor(question)) {
        const context = contextOf(question, instance)
        if (!relevanceOf(question, ofGroups).every((text) => holds(text, context))) continue
        const key = answerKey(question.name, instance)
        relevant.add(key)
        const answer = answerOf(question, given, key, surroundings, () =>
          evaluateXpath(xpathOf(question.calculation!), context),
        )
        if (answer !== '') answers.set(key, answer)
      }
    }

    /** Whether nothing was answered in the repeat within a repeat that the question lies in. */
    const isLeftEmpty = ({ groups }: FormQuestion, instance?: string) => {
      const once = groups.find((id) => askedOnce.has(id))
      const isAnswered = ({ name, default: standing }: FormQuestion) => {
        const answer = answers.get(answerKey(name, instance)) ?? ''
        const isDefault =
          standing !== undefined && !('value' in standing && answer !== standing.value)
        return answer !== '' && !isDefault
      }
      return (
        once !== undefined &&
        !definition.questions.some(
          (each) => each.groups.includes(once) && isAsked(each) && isAnswered(each),
        )
      )
    }

    const required = new Set<string>()
    const choices = new Map<string, readonly FormChoice[]>()
    const repeats = new Map<string, RepeatState>()
    const faults: AnswerFault[] = []
    for (const group of repeated) {
      if (!isGroupAsked(group)) continue
      const instances = all.get(group.id) ?? []
      const count = group.repeat?.count
      const wanted =
        count === undefined
          ? undefined
          : wantedOf(evaluateXpath(xpathOf(count), contextOf(undefined)))
      repeats.set(group.id, { instances, ...(wanted === undefined ? {} : { wanted }) })
      if (instances.length > 0) answers.set(instancesKey(group.id), instances.join(' '))
      const expected = wanted ?? (instances.length > mostInstances ? mostInstances : undefined)
      if (expected !== undefined && instances.length !== expected) {
        faults.push({ question: instancesKey(group.id), kind: 'count', wanted: expected })
      }
    }
    for (const question of definition.questions) {
      for (const instance of instancesFor(question)) {
        const key = answerKey(question.name, instance)
        if (!relevant.has(key)) continue
        const { list, choiceFilter, constraint } = question
        const context = contextOf(question, instance)
        if (list !== undefined) {
          const every = lists.get(list) ?? []
          const offered =
            choiceFilter === undefined
              ? every
              : every.filter((choice) => holds(choiceFilter, contextOf(question, instance, choice)))
          choices.set(key, offered)
        }
        const isRequired = question.required !== undefined && holds(question.required, context)
        if (isRequired && isAsked(question) && !isLeftEmpty(question, instance)) required.add(key)
        const answer = answers.get(key) ?? ''
        if (answer === '') {
          if (required.has(key)) faults.push(faultOf(question, key, 'required'))
          continue
        }
        const wrong = problemOf(question, answer, choices.get(key))
        if (wrong !== undefined) faults.push(faultOf(question, key, wrong))
        else if (constraint !== undefined && !holds(constraint, context)) {
          faults.push(faultOf(question, key, 'constraint'))
        }
      }
    }
    const kept = Object.fromEntries(answers)
    return { relevant, answers: kept, required, choices, repeats, faults }
  }
}

/** How often a group is to be answered, by what its expression gives; undefined where that is no number. */
function wantedOf(value: XpathValue): number | undefined {
  const count = Math.trunc(toNumber(value))
  return Number.isFinite(count) ? Math.min(Math.max(count, 0), mostInstances) : undefined
}

/** A group and those around it, by id, the outermost first. */
function groupsAround({ id }: FormGroup): readonly string[] {
  const parts = id.split('/')
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/**
 * The answers that stand in a form when it is opened: its defaults, with one instance of each repeated
 * group.
 *
 * @returns texts by question
 */
export function firstAnswers(
  definition: FormDefinition,
  surroundings: FormSurroundings,
): FormAnswers {
  const answers: Record<string, string> = {}
  for (const { id, repeat } of definition.groups) {
    if (repeat !== undefined) answers[instancesKey(id)] = '1'
  }
  const repeatBy = repeatsOf(definition)
  for (const question of definition.questions) {
    fillFirst(question, repeatBy.has(question.name) ? '1' : undefined, answers, surroundings)
  }
  return answers
}

/** The answers that stand in a new instance of a repeated group. */
export function firstAnswersOf(
  definition: FormDefinition,
  repeat: string,
  instance: string,
  before: FormAnswers,
  surroundings: FormSurroundings,
): FormAnswers {
  const answers: Record<string, string> = { ...before }
  const repeatBy = repeatsOf(definition)
  for (const question of definition.questions) {
    if (repeatBy.get(question.name) === repeat) fillFirst(question, instance, answers, surroundings)
  }
  return answers
}

function fillFirst(
  { name, default: standing, type }: FormQuestion,
  instance: string | undefined,
  answers: Record<string, string>,
  surroundings: FormSurroundings,
): void {
  const key = answerKey(name, instance)
  if (type === 'start') answers[key] = surroundings.now
  if (standing === undefined) return
  const answer = (other: string) =>
    answers[answerKey(other, instance)] ?? answers[answerKey(other)] ?? ''
  answers[key] =
    'value' in standing
      ? standing.value
      : plain(evaluateXpath(xpathOf(standing.expression), { ...surroundings, answer, self: '' }))
}

/** Whether somebody is asked: notes, computed values and moments are not. */
export function isAsked({ type, calculation, readOnly }: FormQuestion): boolean {
  if (calculation !== undefined || readOnly === true) return false
  return !['note', 'calculate', 'hidden', 'start', 'end', 'today'].includes(type)
}

function answerOf(
  question: FormQuestion,
  given: FormAnswers,
  key: string,
  { today, now }: FormSurroundings,
  compute: () => XpathValue,
): string {
  if (question.calculation !== undefined) return plain(compute())
  const own = (Object.hasOwn(given, key) ? given[key]! : '').trim()
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
    case 'place':
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
    case 'place':
      return isPlace(answer) ? undefined : 'not-of-type'
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

function faultOf(question: FormQuestion, key: string, kind: AnswerFault['kind']): AnswerFault {
  const message =
    kind === 'required'
      ? question.requiredMessage
      : kind === 'constraint'
        ? question.constraintMessage
        : undefined
  return { question: key, kind, ...(message === undefined ? {} : { message }) }
}

function columnOfChoice(choice: FormChoice | undefined, name: string, language: string): string {
  if (choice === undefined) return ''
  if (name === 'name') return choice.code
  if (name === 'label') return sayFormText(choice.label, language)
  return choice.columns?.[name] ?? ''
}
