import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { Pair } from '../link-queries.ts'
import { useLinkWords } from '../words/link-words.ts'
import deskStyles from '../../desk.module.css'
import accountStyles from '../../../account/account.module.css'

/** One person, or two. */
export type Verdict = 'same' | 'different'

/** The field of the reason, which a key that chooses leads to. */
export const reasonField = 'because'

/** What is decided of a pair, and why; Enter in the reason decides. */
export function DecideForm({
  country,
  pair,
  verdict,
  onVerdict,
  lastReason,
  decided,
}: {
  readonly country: string
  readonly pair: Pair
  readonly verdict: Verdict | undefined
  readonly onVerdict: (verdict: Verdict) => void
  readonly lastReason: string
  readonly decided: (decision: number, verdict: Verdict, because: string) => void
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const [because, setBecause] = useState(lastReason)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const deed = useDeed(async (chosen: Verdict) => {
    const { decision } = await tellNode<{ decision: number }>(
      'POST',
      '/api/link/decisions',
      language,
      { country, one: pair.one, other: pair.other, kind: chosen, because: because.trim() },
    )
    decided(decision, chosen, because.trim())
  })
  const send = () => {
    const wrong: Fault[] = []
    if (verdict === undefined) wrong.push({ field: 'verdict-same', what: words.decide.choose })
    if (because.trim() === '') wrong.push({ field: reasonField, what: words.decide.reasonNeeded })
    setFaults(wrong)
    if (wrong.length === 0) void deed.run(verdict!)
  }
  return (
    <Form problem={deed.problem} faults={faults} onSend={send}>
      <fieldset className={accountStyles['choices']}>
        <legend>{words.decide.question}</legend>
        {(['same', 'different'] as const).map((each) => (
          <label key={each} className={accountStyles['choice']}>
            <input
              id={`verdict-${each}`}
              type="radio"
              name="verdict"
              value={each}
              checked={verdict === each}
              onChange={() => onVerdict(each)}
            />
            {words.kinds[each]}
          </label>
        ))}
      </fieldset>
      <TextField
        id={reasonField}
        label={words.decide.reason}
        hint={words.decide.reasonHint}
        value={because}
        onText={setBecause}
        onFocus={({ target }) => target.select()}
        faults={faults}
        maxLength={1000}
        autoComplete="off"
      />
      <div className={deskStyles['buttons']}>
        <button type="submit" className="button" data-primary="" disabled={deed.busy}>
          {words.decide.send}
        </button>
      </div>
    </Form>
  )
}
