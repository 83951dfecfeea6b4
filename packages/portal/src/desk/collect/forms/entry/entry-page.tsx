import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import {
  firstAnswers,
  questionOfKey,
  sayFormText,
  type FormAnswers,
} from '@caudal/methods/collect/xlsform'
import { Form } from '../../../../account/form/form.tsx'
import { SignedInOnly } from '../../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../../frame/page-title.ts'
import { ProblemNotice } from '../../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { entryQuery, formQuery, type OpenedForm } from '../forms.ts'
import { languageName } from '../language-name.ts'
import { useFormsWords } from '../words/forms-words.ts'
import { drawEntryNumber, localMoment } from './entry-moment.ts'
import { EntryNodes } from './entry-nodes.tsx'
import { nestQuestions } from './nest-questions.ts'
import { useEntry } from './use-entry.ts'
import { Warnings } from './warnings.tsx'
import accountStyles from '../../../../account/account.module.css'
import styles from '../../../desk.module.css'

/** A form of the institution, to be filled in. */
export function EntryPage(): ReactNode {
  return <SignedInOnly operation="collect.enter">{() => <Opened />}</SignedInOnly>
}

function Opened(): ReactNode {
  const { language } = useSpeaking()
  const { id, entry } = useParams({
    from: '/$language/desk/collect/forms/$id/entry/$entry',
  })
  const form = useQuery(formQuery(id, language))
  const isNew = entry === 'new'
  const kept = useQuery({ ...entryQuery(id, entry), enabled: !isNew })
  // Each record entered after another has a number of its own, and begins with an empty form.
  const [drawn, setDrawn] = useState(drawEntryNumber)
  const number = isNew ? drawn : entry
  usePageTitle(form.data?.title ?? '')
  const failed = [form, kept].find(({ isError }) => isError)
  const isReady = form.data !== undefined && (isNew || kept.data !== undefined)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={!isReady && !failed}>
      <h1>{form.data?.title ?? '…'}</h1>
      {failed && <ProblemNotice error={failed.error} />}
      {isReady && (
        <Entry
          key={number}
          form={form.data}
          number={number}
          given={isNew ? undefined : kept.data}
          {...(isNew ? { onAnother: () => setDrawn(drawEntryNumber()) } : {})}
        />
      )}
    </div>
  )
}

function Entry({
  form,
  number,
  given,
  onAnother,
}: {
  readonly form: OpenedForm
  readonly number: string
  readonly given: { readonly answers: FormAnswers; readonly revision: number } | undefined
  readonly onAnother?: () => void
}): ReactNode {
  const { entry: words } = useFormsWords()
  const { language } = useSpeaking()
  const { definition, notKept } = form
  const [first] = useState(() => {
    const now = localMoment(new Date())
    return given?.answers ?? firstAnswers(definition, { now, today: now.slice(0, 10), language })
  })
  const entry = useEntry(form, number, first, given?.revision ?? null)
  const nodes = useMemo(() => nestQuestions(definition), [definition])
  if (entry.outcome === 'saved') return <Saved form={form} onAnother={onAnother} />
  const { languages, defaultLanguage } = definition
  const shown = languages.includes(language) ? language : defaultLanguage || languages[0]
  const asked = new Set([...entry.state.relevant].map((key) => questionOfKey(key)[0]))
  const lost = definition.questions.filter(({ name }) => notKept.includes(name) && asked.has(name))
  return (
    <Form
      problem={entry.send.problem}
      faults={entry.summary}
      onSend={() => void entry.send.run(false)}
    >
      {shown !== undefined && shown !== language && (
        <p className="hint">{words.otherLanguage(languageName(shown, language))}</p>
      )}
      <EntryNodes definition={definition} nodes={nodes} entry={entry} level={2} />
      {lost.length > 0 && (
        <p className="hint">
          {words.notKept(
            lost
              .map(({ name, label }) => sayFormText(label, language, defaultLanguage) || name)
              .join(' · '),
          )}
        </p>
      )}
      <Warnings warnings={entry.warnings} confirmed={entry.confirmed} onConfirm={entry.confirm} />
      {entry.outcome === 'draft' && <output>{words.draftKept}</output>}
      <div className={styles['buttons']}>
        <button className="button" data-primary="" type="submit" disabled={entry.send.busy}>
          {words.save}
        </button>
        <button
          className="button"
          type="button"
          disabled={entry.send.busy}
          onClick={() => void entry.send.run(true)}
        >
          {words.keepDraft}
        </button>
        <Link
          className="button"
          data-quiet=""
          to="/$language/desk/collect/forms/$id"
          params={{ language, id: String(form.id) }}
        >
          {words.toForm}
        </Link>
      </div>
    </Form>
  )
}

function Saved({
  form,
  onAnother,
}: {
  readonly form: OpenedForm
  readonly onAnother: (() => void) | undefined
}): ReactNode {
  const { entry: words } = useFormsWords()
  const { language } = useSpeaking()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const id = String(form.id)
  return (
    <>
      <div className={accountStyles['done']}>
        <h2 ref={heading} tabIndex={-1}>
          {words.saved}
        </h2>
        <p>{words.savedLead}</p>
      </div>
      <div className={styles['buttons']}>
        {onAnother ? (
          <button className="button" data-primary="" type="button" onClick={onAnother}>
            {words.another}
          </button>
        ) : (
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/collect/forms/$id/entry/$entry"
            params={{ language, id, entry: 'new' }}
          >
            {words.another}
          </Link>
        )}
        <Link className="button" to="/$language/desk/collect/forms/$id" params={{ language, id }}>
          {words.toForm}
        </Link>
      </div>
    </>
  )
}
