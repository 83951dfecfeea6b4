import type { ReactNode } from 'react'
import { answerKey, sayFormText, type FormDefinition } from '@caudal/methods/collect/xlsform'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { LevelHeading } from './level-heading.tsx'
import { questionsWithin, type FormNode } from './nest-questions.ts'
import { QuestionField } from './question-field.tsx'
import { RepeatedGroup } from './repeated-group.tsx'
import type { EntryInHand } from './use-entry.ts'
import accountStyles from '../../../../account/account.module.css'

export interface EntryNodesProps {
  readonly definition: FormDefinition
  readonly nodes: readonly FormNode[]
  readonly entry: EntryInHand
  /** Of the headings, from 2. */
  readonly level: number
  /** Which instance of a repeated group they lie in. */
  readonly instance?: string | undefined
}

/** Questions and groups; a group is a section under its label where anything of it is asked. */
export function EntryNodes({
  definition,
  nodes,
  entry,
  level,
  instance,
}: EntryNodesProps): ReactNode {
  const { language } = useSpeaking()
  return nodes.map((node) => {
    if (node.kind === 'question') {
      const { question } = node
      const key = answerKey(question.name, instance)
      return (
        <QuestionField
          key={key}
          definition={definition}
          question={question}
          instance={instance}
          state={entry.state}
          value={entry.answers[key] ?? ''}
          faults={entry.inline}
          onAnswer={entry.answer}
          onLeave={entry.leave}
        />
      )
    }
    const { id, label, repeat } = node.group
    const said = sayFormText(label, language, definition.defaultLanguage)
    if (repeat !== undefined) {
      return (
        <RepeatedGroup key={id} {...{ definition, entry, level }} group={node.group}>
          {(each, inner) => (
            <EntryNodes
              {...{ definition, entry }}
              nodes={node.nodes}
              level={inner}
              instance={each}
            />
          )}
        </RepeatedGroup>
      )
    }
    const isAsked = questionsWithin(node).some(({ name }) =>
      entry.state.relevant.has(answerKey(name, instance)),
    )
    if (!isAsked) return null
    const heading = `g-${id.replaceAll('/', '-')}${instance === undefined ? '' : `--${instance}`}`
    const inner = said === '' ? level : level + 1
    const within = (
      <EntryNodes {...{ definition, entry, instance }} nodes={node.nodes} level={inner} />
    )
    return said === '' ? (
      <div key={id} className={accountStyles['form']}>
        {within}
      </div>
    ) : (
      <section key={id} aria-labelledby={heading} className={accountStyles['form']}>
        <LevelHeading level={level} id={heading}>
          {said}
        </LevelHeading>
        {within}
      </section>
    )
  })
}
