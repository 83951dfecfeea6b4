import type { FormAnswers, FormDefinition, FormQuestion } from './form-definition.ts'

/** Most times that a repeated group is answered in one form. */
export const mostInstances = 50

/**
 * Under which name the answer to a question stands: its own, and within a repeat the instance after a
 * sign that no name has.
 *
 * @example answerKey('age', 'k3') // => 'age#k3'
 */
export function answerKey(question: string, instance?: string): string {
  return instance === undefined ? question : `${question}#${instance}`
}

/**
 * The question and the instance of a name under which an answer stands.
 *
 * @example questionOfKey('age#k3') // => ['age', 'k3']
 */
export function questionOfKey(key: string): readonly [question: string, instance?: string] {
  const sign = key.indexOf('#')
  return sign < 0 ? [key] : [key.slice(0, sign), key.slice(sign + 1)]
}

/** Under which name it stands how often a repeated group is answered. */
export function instancesKey(repeat: string): string {
  return `${repeat}#`
}

/**
 * The instances of a repeated group, in their order: names that stay with them, whichever others come
 * and go.
 *
 * @example instancesOf({ 'member#': 'a1 b2' }, 'member') // => ['a1', 'b2']
 */
export function instancesOf(answers: FormAnswers, repeat: string): readonly string[] {
  const key = instancesKey(repeat)
  const text = Object.hasOwn(answers, key) ? answers[key]! : ''
  return [...new Set(text.split(' '))].filter((each) => /^[a-z0-9]{1,16}$/.test(each))
}

/** Answers with another instance of a repeated group at its end. */
export function withInstance(answers: FormAnswers, repeat: string, instance: string): FormAnswers {
  const all = [...instancesOf(answers, repeat), instance]
  return { ...answers, [instancesKey(repeat)]: all.join(' ') }
}

/** Answers without an instance of a repeated group, and without all that was answered in it. */
export function withoutInstance(
  { questions, groups }: Pick<FormDefinition, 'questions' | 'groups'>,
  answers: FormAnswers,
  repeat: string,
  instance: string,
): FormAnswers {
  const repeats = repeatsOf({ questions, groups })
  const kept = Object.entries(answers).filter(([key]) => {
    const [question, of] = questionOfKey(key)
    return of !== instance || repeats.get(question) !== repeat
  })
  const left = instancesOf(answers, repeat).filter((each) => each !== instance)
  return { ...Object.fromEntries(kept), [instancesKey(repeat)]: left.join(' ') }
}

/** The repeated group that each question lies in, by name; questions outside of any are not in it. */
export function repeatsOf({
  questions,
  groups,
}: Pick<FormDefinition, 'questions' | 'groups'>): ReadonlyMap<string, string> {
  const repeated = new Set(groups.filter(({ repeat }) => repeat !== undefined).map(({ id }) => id))
  if (repeated.size === 0) return new Map()
  return new Map(
    questions.flatMap((question): [string, string][] => {
      const id = repeatAround(question, repeated)
      return id === undefined ? [] : [[question.name, id]]
    }),
  )
}

function repeatAround({ groups }: FormQuestion, repeated: ReadonlySet<string>): string | undefined {
  return groups.find((id) => repeated.has(id))
}

/** The name that a group gives itself: the last part of its id. */
export function ownName(group: string): string {
  return group.split('/').at(-1)!
}
