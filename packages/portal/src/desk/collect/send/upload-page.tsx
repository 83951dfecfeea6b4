import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { FileField } from '../../../account/form/file-field.tsx'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { sayDay } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { askNode, tellNode } from '../../../node-api/ask-node.ts'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { sendFile } from './send-file.ts'
import { ProgressBar } from './progress-bar.tsx'
import { submissionQuery, submissionsQuery, type OpenedSubmission } from './submission.ts'
import styles from '../../desk.module.css'

/** The first page of an import: choose a file, or go on with one that is not finished. */
export function UploadPage(): ReactNode {
  return <SignedInOnly operation="collect.import">{() => <Upload />}</SignedInOnly>
}

function Upload(): ReactNode {
  const { send: words } = useCollectWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const sent = useQuery(submissionsQuery)
  const [file, setFile] = useState<File>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [received, setReceived] = useState<number>()
  usePageTitle(words.title)
  const unfinished = (sent.data?.submissions ?? []).filter(({ state }) =>
    ['receiving', 'draft'].includes(state),
  )

  const send = useDeed(async (chosen: File) => {
    const same = unfinished.find(
      ({ state, fileName, fileBytes }) =>
        state === 'receiving' && fileName === chosen.name && fileBytes === chosen.size,
    )
    const partBytes = sent.data?.partBytes ?? 2 ** 20
    try {
      const id = await sendFile(chosen, same, partBytes, language, setReceived)
      const opened = await askNode<OpenedSubmission>(
        `/api/collect/submissions/${id}?language=${language}`,
        new AbortController().signal,
      )
      client.setQueryData(submissionQuery(String(id), language).queryKey, opened)
      // A file whose profile is known and sound needs nothing but to be tried.
      const step = opened.fault === null ? 'trial' : 'layout'
      await navigate({
        to: '/$language/desk/collect/send/$id/$step',
        params: { language, id: String(id), step },
      })
    } finally {
      setReceived(undefined)
      await client.invalidateQueries(submissionsQuery)
    }
  })
  const discard = useDeed(async (id: number) => {
    await tellNode('DELETE', `/api/collect/submissions/${id}`, language)
    await client.invalidateQueries(submissionsQuery)
  })
  const share = received === undefined || !file ? undefined : received / Math.max(1, file.size)

  return (
    <div className={styles['page']} data-narrow="">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Form
        problem={send.problem ?? discard.problem}
        faults={faults}
        onSend={() => {
          setFaults(file ? [] : [{ field: 'file', what: account.needed(words.file) }])
          if (file) void send.run(file)
        }}
      >
        <FileField
          id="file"
          label={words.file}
          hint={words.fileHint}
          disabled={send.busy}
          onFile={setFile}
        />
        {share !== undefined && (
          <ProgressBar
            label={share < 1 ? words.sending(formatPercent(share, language)) : words.looking}
            done={share}
          />
        )}
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={send.busy}>
            {words.goOn}
          </button>
        </div>
      </Form>
      {unfinished.length > 0 && (
        <section aria-labelledby="unfinished">
          <h2 id="unfinished">{words.unfinished}</h2>
          <ul className={styles['list']}>
            {unfinished.map(({ id, fileName, state, sentBy, changedAt }) => (
              <li key={id}>
                <span>
                  {state === 'draft' ? (
                    <Link
                      to="/$language/desk/collect/send/$id/$step"
                      params={{ language, id: String(id), step: 'layout' }}
                      aria-label={words.goOnWith(fileName)}
                    >
                      {fileName}
                    </Link>
                  ) : (
                    fileName
                  )}
                  <br />
                  <span className="hint">
                    {words.states[state]} · {words.by(sentBy, sayDay(changedAt, language))}
                    {state === 'receiving' && ` · ${words.resume(fileName)}`}
                  </span>
                </span>
                <button
                  className="button"
                  data-quiet=""
                  type="button"
                  disabled={discard.busy}
                  aria-label={words.discardNamed(fileName)}
                  onClick={() => void discard.run(id)}
                >
                  {words.discard}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
