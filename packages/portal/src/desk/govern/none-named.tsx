import { useState, type ReactNode } from 'react'
import type { RegisterDocument } from '@caudal/methods/govern'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { countFound, PersonSearch, type Found } from './person-search.tsx'
import { usePutRequest } from './use-put-request.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/**
 * A request that names no record: it is looked for anew, and either what is found is named in it, or the person is
 * answered that nothing is held.
 */
export function NoneNamed({
  id,
  version,
  content,
  onNamed,
  onAnswered,
}: {
  readonly id: string
  readonly version: number
  readonly content: RegisterDocument<'request'>
  readonly onNamed: () => void
  /** Told of the certificate, and of where nobody could be looked for, in words; '' where everywhere was. */
  readonly onAnswered: (certificate: string, unsearched: string) => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const put = usePutRequest()
  const [found, setFound] = useState<Found>()
  const count = countFound(found)
  const name = useDeed(async () => {
    const { records = [], entries = [] } = found ?? {}
    await put(id, version, { ...content, records: [...records], entries: [...entries] })
    onNamed()
  })
  const answer = useDeed(async () => {
    const path = `/api/govern/requests/${id}/none-held`
    const body = { fields: found?.fields ?? {} }
    const { certificate, unsearched } = await tellNode<{
      certificate: string
      unsearched: { records: number; files: number }
    }>('POST', path, language, body)
    const { records, files } = unsearched
    onAnswered(certificate, records + files > 0 ? words.unsearched(records, files) : '')
  })
  const deed = count > 0 ? name : answer
  return (
    <section className={styles['stack']}>
      <p>{words.noneNamed}</p>
      <PersonSearch found={found} onFound={setFound} />
      {found !== undefined && (
        <>
          <p>{count > 0 ? words.nameLead : words.noneHeldLead}</p>
          <Trouble problem={deed.problem} />
          <div className={styles['buttons']}>
            <button
              className="button"
              data-primary=""
              type="button"
              disabled={deed.busy}
              onClick={() => void deed.run()}
            >
              {count > 0 ? words.name : words.noneHeld}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
