import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { FileField } from '../../../account/form/file-field.tsx'
import { Form, Trouble, type Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { sendBytes } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import { forgetCodes, type ReadCodes, type TakenIn } from './codes.ts'
import { CodeLines } from './code-lines.tsx'
import styles from '../../desk.module.css'

/** Brings a file of codes: what would become of each line, and then, once that is right, all of it. */
export function CodeFilePage(): ReactNode {
  return <SignedInOnly operation="collect.keep-codes">{() => <CodeFile />}</SignedInOnly>
}

function CodeFile(): ReactNode {
  const { file: words, all } = useCodesWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [because, setBecause] = useState('')
  const [read, setRead] = useState<ReadCodes>()
  const [taken, setTaken] = useState<TakenIn>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.title)
  const send = <Answer,>(path: string, { name }: File, bytes: Blob) => {
    const query = new URLSearchParams({ file: name, language, because }).toString()
    return sendBytes<Answer>(`/api/collect/codes/file${path}?${query}`, language, bytes, 'POST')
  }
  const look = useDeed(async (chosen: File) => {
    setRead(undefined)
    setTaken(undefined)
    setRead(await send<ReadCodes>('/reading', chosen, chosen))
  })
  const keep = useDeed(async (chosen: File) => {
    const done = await send<TakenIn>('', chosen, chosen)
    await forgetCodes(client)
    setRead(undefined)
    setTaken(done)
  })
  const forget = () => {
    setRead(undefined)
    setTaken(undefined)
    look.forget()
    keep.forget()
  }
  return (
    <div className={styles['page']}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>
        {words.columns} <code className={styles['said']}>{words.columnNames}</code>
      </p>
      <Form
        problem={look.problem}
        faults={faults}
        onSend={() => {
          setFaults(file ? [] : [{ field: 'codes', what: account.needed(words.file) }])
          if (file) void look.run(file)
        }}
      >
        <FileField
          id="codes"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv"
          disabled={look.busy || keep.busy}
          onFile={(chosen) => {
            setFile(chosen)
            forget()
          }}
        />
        <TextField
          id="because"
          label={words.because}
          hint={words.becauseHint}
          maxLength={1000}
          value={because}
          onText={(text) => {
            setBecause(text)
            forget()
          }}
        />
        <div className={styles['buttons']}>
          <button
            className="button"
            data-primary={read === undefined ? '' : undefined}
            type="submit"
            disabled={look.busy}
          >
            {words.read}
          </button>
        </div>
      </Form>
      <output>{taken && words.taken(taken.added, taken.ended, taken.same)}</output>
      {read && file && (
        <>
          <CodeLines read={read} />
          <Trouble problem={keep.problem} />
          {read.counts.refuse === 0 && read.counts.add + read.counts.end > 0 && (
            <div className={styles['buttons']}>
              <button
                className="button"
                data-primary=""
                type="button"
                disabled={keep.busy}
                onClick={() => void keep.run(file)}
              >
                {words.keep}
              </button>
            </div>
          )}
        </>
      )}
      <p>
        <Link to="/$language/desk/collect/codes" params={{ language }}>
          {all}
        </Link>
      </p>
    </div>
  )
}
