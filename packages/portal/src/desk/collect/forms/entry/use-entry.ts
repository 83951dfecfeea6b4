import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import {
  firstAnswersOf,
  formFollower,
  ownName,
  questionOfKey,
  repeatsOf,
  sayFormText,
  withInstance,
  withoutInstance,
  type AnswerFault,
  type FormAnswers,
  type FormState,
  type WrittenType,
} from '@caudal/methods/collect/xlsform'
import type { Fault } from '../../../../account/form/form.tsx'
import { useDeed, type Deed } from '../../../../account/form/use-deed.ts'
import { tellNode } from '../../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { entriesQuery, type Entered, type OpenedForm } from '../forms.ts'
import { useFormsWords } from '../words/forms-words.ts'
import { localMoment } from './entry-moment.ts'
import { fieldId } from './question-field.tsx'
import { useLeftFields } from './use-left-fields.ts'

/** A form that is being filled in. */
export interface EntryInHand {
  readonly answers: FormAnswers
  readonly state: FormState
  /** What is wrong with fields that the person has left, or has tried to save. */
  readonly inline: readonly Fault[]
  /** What was wrong when it was last to be saved. */
  readonly summary: readonly Fault[]
  /** Warnings of the node that nobody has confirmed. */
  readonly warnings: Entered['findings']
  readonly confirmed: readonly string[]
  readonly outcome: 'saved' | 'draft' | undefined
  readonly send: Deed<readonly [draft: boolean]>
  answer(key: string, answer: string): void
  /** Answers a repeated group once more, or takes an instance of it away. */
  addInstance(repeat: string, instance: string): void
  removeInstance(repeat: string, instance: string): void
  leave(key: string): void
  confirm(ids: readonly string[]): void
}

/** Follows a form while it is filled in, and sends it to the node, which checks everything again. */
export function useEntry(
  form: OpenedForm,
  number: string,
  first: FormAnswers,
  firstRevision: number | null,
): EntryInHand {
  const { entry: words } = useFormsWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { definition } = form
  const id = String(form.id)
  const [answers, setAnswers] = useState(first)
  const [revision, setRevision] = useState(firstRevision)
  const [moment, setMoment] = useState(() => localMoment(new Date()))
  const [isDirty, setDirty] = useState(false)
  const [left, leave] = useLeftFields()
  const [isTried, setTried] = useState(false)
  const [summary, setSummary] = useState<readonly Fault[]>([])
  const [warnings, setWarnings] = useState<Entered['findings']>([])
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [outcome, setOutcome] = useState<'saved' | 'draft'>()
  const follow = useMemo(() => formFollower(definition), [definition])
  const state = useMemo(
    () => follow(answers, { now: moment, today: moment.slice(0, 10), language }),
    [follow, answers, moment, language],
  )

  // Answers on the page alone are lost with it: whoever leaves is asked first.
  useBlocker({
    shouldBlockFn: () => isDirty && !window.confirm(words.leave),
    enableBeforeUnload: isDirty,
  })

  const repeatBy = useMemo(() => repeatsOf(definition), [definition])
  const labelOfGroup = (id: string) => {
    const group = definition.groups.find((each) => each.id === id)
    return (group && sayFormText(group.label, language, definition.defaultLanguage)) || ownName(id)
  }
  /** Which instance of which group a key belongs to, in words; nothing outside of any. */
  const placeOf = (key: string) => {
    const [name, instance = ''] = questionOfKey(key)
    const repeat = repeatBy.get(name)
    if (repeat === undefined) return ''
    const place = (state.repeats.get(repeat)?.instances ?? []).indexOf(instance) + 1
    return words.instance(labelOfGroup(repeat), place)
  }
  const labelOf = (key: string) => {
    const [name] = questionOfKey(key)
    const question = definition.questions.find((each) => each.name === name)
    const said =
      (question && sayFormText(question.label, language, definition.defaultLanguage)) || name
    return [said, placeOf(key)].filter(Boolean).join(', ')
  }
  const inWords = ({ question, kind, message, wanted }: AnswerFault): Fault => {
    const field = fieldId(question)
    if (kind === 'count') {
      return { field, what: words.wanted(labelOfGroup(questionOfKey(question)[0]), wanted ?? 1) }
    }
    if (kind === 'not-of-type') {
      const [name] = questionOfKey(question)
      const type = definition.questions.find((each) => each.name === name)?.type
      return { field, what: endOnce(words.notOfType[type as WrittenType](labelOf(question))) }
    }
    if (message === undefined) {
      return { field, what: endOnce(words.faults[kind](labelOf(question))) }
    }
    const said = sayFormText(message, language, definition.defaultLanguage)
    const place = placeOf(question)
    return { field, what: place === '' ? said : `${place}: ${said}` }
  }
  const change = (next: (before: FormAnswers) => FormAnswers) => {
    setDirty(true)
    setMoment(localMoment(new Date()))
    setOutcome(undefined)
    setAnswers(next)
  }
  const inline = state.faults
    .filter(({ question, kind }) => isTried || (kind !== 'required' && left.has(question)))
    .map(inWords)

  const send = useDeed(async (draft: boolean) => {
    setOutcome(undefined)
    if (!draft) {
      setTried(true)
      setSummary(state.faults.map(inWords))
      if (state.faults.length > 0) return
    }
    const entered = await tellNode<Entered>(
      'PUT',
      `/api/collect/forms/${id}/entries/${number}?language=${language}`,
      language,
      {
        answers,
        revision,
        draft,
        mapping: form.mappingId,
        confirmed,
        moment: localMoment(new Date()),
      },
    )
    if (entered.saved) {
      setRevision(entered.revision ?? null)
      setDirty(false)
      setOutcome(draft ? 'draft' : 'saved')
      await client.invalidateQueries(entriesQuery(id, language))
      return
    }
    const rejected = entered.findings.filter(({ level }) => level === 'reject')
    setSummary(
      oneAField([
        ...entered.faults.map(inWords),
        ...rejected.map(({ message, questions }) => ({
          field: fieldId(questions[0] ?? definition.questions[0]!.name),
          what: message,
        })),
      ]),
    )
    setWarnings(rejected.length > 0 ? [] : entered.findings)
  })

  return {
    answers,
    state,
    inline,
    summary,
    warnings,
    confirmed,
    outcome,
    send,
    answer: (key, answer) => change((before) => ({ ...before, [key]: answer })),
    addInstance: (repeat, instance) =>
      change((before) => {
        const now = localMoment(new Date())
        const surroundings = { now, today: now.slice(0, 10), language }
        const more = withInstance(before, repeat, instance)
        return firstAnswersOf(definition, repeat, instance, more, surroundings)
      }),
    removeInstance: (repeat, instance) =>
      change((before) => withoutInstance(definition, before, repeat, instance)),
    leave,
    confirm: setConfirmed,
  }
}

/** A sentence that ends with a question as the form asks it, with a sign of its own, needs no point. */
function endOnce(said: string): string {
  return said.replace(/([?!.:…])\.$/, '$1')
}

/** What is wrong of each field, in one place. */
function oneAField(faults: readonly Fault[]): readonly Fault[] {
  const said = new Map<string, string>()
  for (const { field, what } of faults) {
    said.set(field, [said.get(field), what].filter(Boolean).join(' '))
  }
  return [...said].map(([field, what]) => ({ field, what }))
}
