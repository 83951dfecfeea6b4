import type { ReactNode } from 'react'
import type { RegisterDocument } from '@caudal/methods/govern'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useWho } from '../../account/who.ts'
import { usePutRequest } from './use-put-request.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** A request of which it is not known yet whether it comes from the person: whoever checks it says so, and for nobody else. */
export function PendingIdentity({
  id,
  version,
  content,
  onDone,
}: {
  readonly id: string
  readonly version: number
  readonly content: RegisterDocument<'request'>
  readonly onDone: () => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const put = usePutRequest()
  const who = useWho()
  const account = who.data?.account ?? undefined
  const check = useDeed(async () => {
    if (account === undefined) return
    await put(id, version, { ...content, state: 'verified', identityCheckedBy: account.id })
    onDone()
  })
  return (
    <section className={styles['stack']}>
      <p>{words.pendingLead}</p>
      <Trouble problem={check.problem} />
      <div className={styles['buttons']}>
        <button
          className="button"
          data-primary=""
          type="button"
          disabled={check.busy || account === undefined}
          onClick={() => void check.run()}
        >
          {words.markChecked}
        </button>
      </div>
    </section>
  )
}
