import { useEffect, useRef, useState, type ReactNode } from 'react'
import {
  instancesKey,
  mostInstances,
  ownName,
  sayFormText,
  type FormDefinition,
  type FormGroup,
} from '@caudal/methods/collect/xlsform'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { useFormsWords } from '../words/forms-words.ts'
import { drawInstanceName } from './entry-moment.ts'
import { LevelHeading } from './level-heading.tsx'
import { fieldId } from './question-field.tsx'
import type { EntryInHand } from './use-entry.ts'
import accountStyles from '../../../../account/account.module.css'
import styles from '../../../desk.module.css'

/** A group that is answered several times: its instances, each removed by itself, and one more. */
export function RepeatedGroup({
  definition,
  group,
  entry,
  level,
  children,
}: {
  readonly definition: FormDefinition
  readonly group: FormGroup
  readonly entry: EntryInHand
  readonly level: number
  readonly children: (instance: string, level: number) => ReactNode
}): ReactNode {
  const { entry: words } = useFormsWords()
  const { language } = useSpeaking()
  const heading = useRef<HTMLHeadingElement>(null)
  const [added, setAdded] = useState<string>()
  const state = entry.state.repeats.get(group.id)
  if (state === undefined) return null
  const { instances, wanted } = state
  const label = sayFormText(group.label, language, definition.defaultLanguage) || ownName(group.id)
  const id = fieldId(instancesKey(group.id))
  const fault = entry.inline.find(({ field }) => field === id)
  const isFull = instances.length >= (wanted ?? mostInstances)
  return (
    <section aria-labelledby={id} className={accountStyles['form']}>
      <LevelHeading level={level} id={id} ref={heading} tabIndex={-1}>
        {words.all(label, instances.length)}
      </LevelHeading>
      {wanted !== undefined && <p className="hint">{words.wanted(label, wanted)}</p>}
      {fault && <p className={accountStyles['wrong']}>{fault.what}</p>}
      {instances.map((instance, at) => (
        <Instance
          key={instance}
          name={words.instance(label, at + 1)}
          id={`${id}-${instance}`}
          level={level + 1}
          isAdded={instance === added}
          onRemove={() => {
            const isAnswered = Object.entries(entry.answers).some(
              ([key, answer]) => key.endsWith(`#${instance}`) && answer !== '',
            )
            if (isAnswered && !window.confirm(words.removeSure(words.instance(label, at + 1))))
              return
            entry.removeInstance(group.id, instance)
            heading.current?.focus()
          }}
        >
          {children(instance, level + 2)}
        </Instance>
      ))}
      {!isFull && (
        <div className={styles['buttons']}>
          <button
            className="button"
            type="button"
            onClick={() => {
              const name = drawInstanceName()
              setAdded(name)
              entry.addInstance(group.id, name)
            }}
          >
            {words.addInstance(label)}
          </button>
        </div>
      )}
    </section>
  )
}

function Instance({
  name,
  id,
  level,
  isAdded,
  onRemove,
  children,
}: {
  readonly name: string
  readonly id: string
  readonly level: number
  /** It was just asked for: whoever asked goes on there. */
  readonly isAdded: boolean
  readonly onRemove: () => void
  readonly children: ReactNode
}): ReactNode {
  const { entry: words } = useFormsWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isAdded) heading.current?.focus()
  }, [isAdded])
  return (
    <section aria-labelledby={id} className={`${accountStyles['form']} ${styles['instance']}`}>
      <div className={styles['head']}>
        <LevelHeading level={level} id={id} ref={heading} tabIndex={-1}>
          {name}
        </LevelHeading>
        <button
          className="button"
          data-quiet=""
          type="button"
          aria-label={words.removeNamed(name)}
          onClick={onRemove}
        >
          {words.remove}
        </button>
      </div>
      {children}
    </section>
  )
}
