import type { FormDefinition, FormQuestion } from './form-definition.ts'
import { parseXpath } from './parse-xpath.ts'
import { ownName } from './repeats.ts'
import { questionsIn, type Xpath } from './xpath.ts'

const parsed = new Map<string, Xpath>()

/** An expression that is known to be readable, parsed once. */
export function xpathOf(text: string): Xpath {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const xpath = parseXpath(text, true)
  // Forms come and go in a server that stays.
  if (parsed.size > 5000) parsed.clear()
  parsed.set(text, xpath)
  return xpath
}

/** The questions that an expression names. */
export function questionsOf(text: string): readonly string[] {
  return questionsIn(xpathOf(text))
}

/** Expressions that decide whether a question is asked: its own and those of its groups. */
export function relevanceOf(
  { relevant, groups }: FormQuestion,
  ofGroups: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  return [...groups.map((id) => ofGroups.get(id)), relevant].filter((text) => text !== undefined)
}

/** Questions in an order in which each comes after all that it depends on. */
export interface QuestionOrder {
  readonly questions: readonly FormQuestion[]
  /** Names of questions that are asked, or computed, depending on themselves. */
  readonly circular: readonly string[]
}

export function orderQuestions({
  questions,
  groups,
}: Pick<FormDefinition, 'questions' | 'groups'>): QuestionOrder {
  const byName = new Map(questions.map((question) => [question.name, question]))
  const ofGroups = new Map(groups.map(({ id, relevant }) => [id, relevant]))
  // How often a repeated group is answered depends on whether it is asked.
  const ofRepeats = new Map(
    groups.flatMap(({ id, repeat, relevant }) =>
      repeat === undefined || relevant === undefined ? [] : [[ownName(id), relevant] as const],
    ),
  )
  const ordered: FormQuestion[] = []
  const circular: string[] = []
  const state = new Map<string, 'under-way' | 'done'>()
  // On a stack of its own: a form may have a chain of two thousand questions.
  for (const question of questions) {
    const stack: { question: FormQuestion; needs: string[] }[] = []
    const enter = (each: FormQuestion): void => {
      state.set(each.name, 'under-way')
      const texts = [...relevanceOf(each, ofGroups), each.calculation ?? []].flat()
      const needs = texts.flatMap(questionsOf)
      const ofCounted = needs.flatMap((name) => questionsOf(ofRepeats.get(name) ?? '0'))
      stack.push({ question: each, needs: [...needs, ...ofCounted] })
    }
    if (!state.has(question.name)) enter(question)
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = byName.get(top.needs.pop() ?? '')
      if (next === undefined) {
        if (top.needs.length > 0) continue
        state.set(top.question.name, 'done')
        ordered.push(top.question)
        stack.pop()
      } else if (state.get(next.name) === 'under-way') {
        if (!circular.includes(next.name)) circular.push(next.name)
      } else if (!state.has(next.name)) enter(next)
    }
  }
  return { questions: ordered, circular }
}
