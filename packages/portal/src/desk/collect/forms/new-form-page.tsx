import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { FileField } from '../../../account/form/file-field.tsx'
import { Form, Trouble, type Fault } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { sendBytes } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { formsQuery, type ListedForm, type ReadWorkbook } from './forms.ts'
import { languageName } from './language-name.ts'
import { UnsupportedTable } from './unsupported-table.tsx'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** Chooses a workbook, shows what was understood of it, and keeps it. */
export function NewFormPage(): ReactNode {
  return <SignedInOnly operation="collect.import">{() => <NewForm />}</SignedInOnly>
}

function NewForm(): ReactNode {
  const { bring: words } = useFormsWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [file, setFile] = useState<File>()
  const [read, setRead] = useState<ReadWorkbook>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  usePageTitle(words.title)
  const address = (path: string, { name }: File) =>
    `/api/collect/forms${path}?${new URLSearchParams({ file: name, language }).toString()}`
  const look = useDeed(async (chosen: File) => {
    setRead(undefined)
    setRead(await sendBytes<ReadWorkbook>(address('/reading', chosen), language, chosen, 'POST'))
  })
  const keep = useDeed(async (chosen: File) => {
    const kept = await sendBytes<ListedForm>(address('', chosen), language, chosen, 'POST')
    await client.invalidateQueries(formsQuery(language))
    const id = String(kept.id)
    await navigate({
      to:
        kept.mappingId === null
          ? '/$language/desk/collect/forms/$id/fields'
          : '/$language/desk/collect/forms/$id',
      params: { language, id },
    })
  })
  const forget = () => {
    setRead(undefined)
    look.forget()
    keep.forget()
  }
  return (
    <div className={styles['page']}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Form
        problem={look.problem}
        faults={faults}
        onSend={() => {
          setFaults(file ? [] : [{ field: 'workbook', what: account.needed(words.file) }])
          if (file) void look.run(file)
        }}
      >
        <FileField
          id="workbook"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={look.busy || keep.busy}
          onFile={(chosen) => {
            setFile(chosen)
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
      {read && file && (
        <>
          <Understood read={read} />
          <Trouble problem={keep.problem} />
          {read.faults.length === 0 && (
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
    </div>
  )
}

function Understood({ read }: { readonly read: ReadWorkbook }): ReactNode {
  const { bring: words, unsupported } = useFormsWords()
  const { language } = useSpeaking()
  const { definition, faults, unsupportedParts, fileName } = read
  const title = definition.title || fileName
  return (
    <>
      <output>
        {words.understood(title, definition.questions.length, definition.codeLists.length)}
        {definition.languages.length > 0 &&
          ` ${words.languages(definition.languages.map((each) => languageName(each, language)).join(', '))}`}
      </output>
      {faults.length > 0 && (
        <div className={styles['caution']}>
          <h2 id="faults">{words.faults}</h2>
          <p>{words.faultsLead}</p>
          <UnsupportedTable heading="faults" rows={faults} />
        </div>
      )}
      {unsupportedParts.length > 0 ? (
        <div className={styles['part']}>
          <h2 id="unsupported">{unsupported.title}</h2>
          <UnsupportedTable heading="unsupported" rows={unsupportedParts} />
        </div>
      ) : (
        faults.length === 0 && <p>{words.allSupported}</p>
      )}
    </>
  )
}
