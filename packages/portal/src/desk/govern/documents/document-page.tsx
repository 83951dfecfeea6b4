import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import {
  isWrittenRegister,
  registerFields,
  registers,
  type WrittenRegister,
} from '@caudal/methods/govern'
import { sayMoment } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import type { Who } from '../../../account/who.ts'
import { NotFoundPage } from '../../../frame/not-found-page.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { documentQuery, type Stored } from '../govern-queries.ts'
import { useGovernWords } from '../words/govern-words.ts'
import { DocumentActs } from './document-acts.tsx'
import { DocumentForm, isSigned } from './document-form.tsx'
import { isOver, stateOf, type DocumentState } from './document-state.ts'
import { valueAt, type Content, type Draft } from './draft.ts'
import { writingOperation } from './new-document-page.tsx'
import { ProcessedUnder } from './processed-under.tsx'
import { SaidValue, sayPerson, type Named } from './said-value.tsx'
import { Standing } from './standing.tsx'
import { useOffered } from './use-offered.ts'
import styles from '../../desk.module.css'

/** One document of a register: what it says, what can be done about it, what it said before. */
export function DocumentPage(): ReactNode {
  const { register, id } = useParams({ from: '/$language/desk/govern/registers/$register/$id' })
  if (!isWrittenRegister(register)) return <NotFoundPage />
  return (
    <SignedInOnly operation="govern.read-registers">
      {(who) => <FoundDocument key={`${register} ${id}`} register={register} id={id} who={who} />}
    </SignedInOnly>
  )
}

interface FoundProps {
  readonly register: WrittenRegister
  readonly id: string
  readonly who: Who
}

function FoundDocument({ register, id, who }: FoundProps): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const found = useQuery(documentQuery(register, id))
  const offered = useOffered(true)
  const [editing, setEditing] = useState(false)
  const [written, setWritten] = useState<Draft>()
  const [said, setSaid] = useState('')
  const [newest] = found.data?.versions ?? []
  const content = newest?.content as Content | undefined
  const [now] = useState(() => new Date().toISOString())
  const state = newest && stateOf(register, newest.content, now)
  const title = titleOf(content) ?? id
  usePageTitle(title)
  const again = () => client.invalidateQueries({ queryKey: ['account-items', 'govern'] })
  const mayWrite = register !== 'derogation' && who.operations.includes(writingOperation(register))
  const named = { ...offered, people: found.data?.people ?? {} }
  return (
    <div className={styles['page']} data-narrow="" aria-busy={found.isPending || offered.isPending}>
      <div>
        <p className="eyebrow">{registers[register].label[language]}</p>
        <h1>{title}</h1>
      </div>
      <output>{said}</output>
      {found.isError && <ProblemNotice error={found.error} />}
      {newest !== undefined && content !== undefined && !offered.isPending && (
        <>
          {editing ? (
            <DocumentForm
              key={`${newest.version} ${written === undefined}`}
              register={register}
              id={id}
              content={content}
              version={newest.version}
              offered={offered}
              {...(written === undefined ? {} : { written })}
              onConflict={(draft) => void again().then(() => setWritten(draft))}
              onSaved={() => {
                setEditing(false)
                setWritten(undefined)
                setSaid(words.documents.saved)
                void again()
              }}
            />
          ) : (
            <>
              <Facts register={register} content={content} named={named} state={state} />
              <DocumentActs
                register={register}
                document={newest}
                who={who}
                onDone={(text) => {
                  setSaid(text)
                  void again()
                }}
              />
              {mayWrite && !found.data!.mayChange && <p>{words.documents.keptElsewhere}</p>}
              {mayWrite && found.data!.mayChange && !(isSigned(content) && isOver(state)) && (
                <div className={styles['buttons']}>
                  <button
                    className="button"
                    type="button"
                    onClick={() => {
                      setSaid('')
                      setEditing(true)
                    }}
                  >
                    {isSigned(content) ? words.documents.end : words.documents.change}
                  </button>
                </div>
              )}
            </>
          )}
          {register === 'activity' && <ProcessedUnder activity={id} />}
          <Versions versions={found.data!.versions} named={named} register={register} />
        </>
      )}
      <p>
        <Link to="/$language/desk/govern/registers/$register" params={{ language, register }}>
          {registers[register].label[language]}
        </Link>
      </p>
    </div>
  )
}

/** What people call the document; undefined where it has no name of its own. */
function titleOf(content: Content = {}): string | undefined {
  const { title: given, name, account, because } = content
  const title = given ?? name ?? account ?? because
  return typeof title === 'string' ? title : undefined
}

function Facts({
  register,
  content,
  named,
  state,
}: {
  readonly register: WrittenRegister
  readonly content: Content
  readonly named: Named
  /** How it stands now; of what it said before, nothing. */
  readonly state?: DocumentState | undefined
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const shown = registerFields[register].filter(
    ({ place, optional, when }) =>
      (!optional && when === undefined) || valueAt(content, place) !== undefined,
  )
  return (
    <dl className={styles['facts']}>
      {state !== undefined && (
        <div>
          <dt>{words.standing}</dt>
          <dd>
            <Standing state={state} />
          </dd>
        </div>
      )}
      {shown.map((field) => (
        <div key={field.place}>
          <dt>{field.label[language]}</dt>
          <dd>
            <SaidValue field={field} value={valueAt(content, field.place)} named={named} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Every version that the document has had, the newest first; the earlier ones open. */
function Versions({
  versions,
  named,
  register,
}: {
  readonly versions: readonly Stored[]
  readonly named: Named
  readonly register: WrittenRegister
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{words.documents.versions}</h2>
      {versions.map(({ version, changedBy, changedAt, content }, at) => {
        const by = words.documents.versionBy(
          version,
          sayPerson(changedBy, named, words),
          sayMoment(changedAt, language),
        )
        if (at === 0) return <p key={version}>{by}</p>
        return (
          <details key={version}>
            <summary>{by}</summary>
            <Facts register={register} content={content} named={named} />
          </details>
        )
      })}
    </section>
  )
}
