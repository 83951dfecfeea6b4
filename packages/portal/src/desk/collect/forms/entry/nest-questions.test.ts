import { expect, test } from 'vitest'
import { readXlsForm } from '@caudal/methods/collect/xlsform'
import { nestQuestions, questionsWithin, type FormNode } from './nest-questions.ts'

test('questions lie in their groups as the form has them, and nothing is lost', () => {
  const { definition } = readXlsForm({
    survey: [
      { type: 'text', name: 'a' },
      { type: 'begin group', name: 'g' },
      { type: 'begin group', name: 'h' },
      { type: 'text', name: 'b' },
      { type: 'end group' },
      { type: 'text', name: 'c' },
      { type: 'end group' },
      { type: 'begin group', name: 'h' },
      { type: 'text', name: 'd' },
      { type: 'end group' },
      { type: 'text', name: 'e' },
    ],
    choices: [],
    settings: [],
  })
  const nodes = nestQuestions(definition)
  const said = (node: FormNode): string =>
    node.kind === 'question'
      ? node.question.name
      : `${node.group.id}(${node.nodes.map(said).join(' ')})`
  expect(nodes.map(said)).toEqual(['a', 'g(g/h(b) c)', 'h(d)', 'e'])
  expect(nodes.flatMap(questionsWithin).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e'])
})
