import type { ReactNode } from 'react'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** That the clock was set forward, what follows from it, and what whoever decides on releases can do. */
export function ClockAhead({
  seconds,
  mayConfirm,
  confirmed,
}: {
  readonly seconds: number
  readonly mayConfirm: boolean
  readonly confirmed: () => void
}): ReactNode {
  const { clock: words } = usePublishWords()
  const { language } = useSpeaking()
  const confirm = useDeed(async () => {
    await tellNode('POST', '/api/publish/clock/confirmed', language, {})
    confirmed()
  })
  return (
    <section className={styles['part']} aria-labelledby="clock">
      <h2 id="clock">{words.title}</h2>
      <p>{words.lead(Math.max(1, Math.round(seconds / 60)).toLocaleString(language))}</p>
      <Trouble problem={confirm.problem} />
      {mayConfirm && (
        <button
          className="button"
          type="button"
          disabled={confirm.busy}
          onClick={() => void confirm.run()}
        >
          {words.confirm}
        </button>
      )}
    </section>
  )
}
