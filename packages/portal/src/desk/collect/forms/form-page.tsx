import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ownName, repeatsOfRecords, sayFormText } from '@caudal/methods/collect/xlsform'
import { sayDay } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { EntriesSection } from './entries-section.tsx'
import { formQuery, type OpenedForm } from './forms.ts'
import { QuestionsTable } from './questions-table.tsx'
import { UnsupportedTable } from './unsupported-table.tsx'
import { WithdrawForm } from './withdraw-form.tsx'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** One version of a form: what waits, what it fills, what it asks, what is not supported. */
export function FormPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.enter">
      {({ operations }) => <Shown mayKeep={operations.includes('collect.import')} />}
    </SignedInOnly>
  )
}

function Shown({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const { one: words } = useFormsWords()
  const { language } = useSpeaking()
  const { id } = useParams({ from: '/$language/desk/collect/forms/$id' })
  const form = useQuery(formQuery(id, language))
  usePageTitle(form.data?.title ?? '')
  if (form.isError) {
    return (
      <div className={styles['page']}>
        <h1>{words.all}</h1>
        <ProblemNotice error={form.error} retry={() => void form.refetch()} />
      </div>
    )
  }
  return form.data === undefined ? (
    <div className={styles['page']} aria-busy="true" />
  ) : (
    <OneForm form={form.data} mayKeep={mayKeep} />
  )
}

function OneForm({
  form,
  mayKeep,
}: {
  readonly form: OpenedForm
  /** Whether one keeps the forms and the records of the institution, or enters records alone. */
  readonly mayKeep: boolean
}): ReactNode {
  const { one: words, unsupported } = useFormsWords()
  const { language } = useSpeaking()
  const { version, title, keptBy, keptAt, fileName, recordType, dataset, notKept } = form
  const id = String(form.id)
  const isStanding = form.withdrawnAt === null
  const repeated =
    form.mapping === null
      ? []
      : repeatsOfRecords(form.definition, form.mapping).map((repeat) => {
          const group = form.definition.groups.find((each) => each.id === repeat)
          return sayFormText(group?.label ?? {}, language) || ownName(repeat)
        })
  const isUsable = isStanding && form.mapping !== null
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        <div className={styles['buttons']}>
          {isUsable && (
            <Link
              className="button"
              data-primary=""
              to="/$language/desk/collect/forms/$id/entry/$entry"
              params={{ language, id, entry: 'new' }}
            >
              {words.fillIn}
            </Link>
          )}
          {isStanding && mayKeep && (
            <Link
              className="button"
              data-primary={isUsable ? undefined : ''}
              to="/$language/desk/collect/forms/$id/fields"
              params={{ language, id }}
            >
              {isUsable ? words.changeFields : words.confirmFields}
            </Link>
          )}
        </div>
      </div>
      {form.withdrawnBecause !== null && (
        <p className={styles['caution']}>{words.withdrawn(form.withdrawnBecause)}</p>
      )}
      {isStanding && form.mapping === null && <p>{words.notMapped}</p>}
      {form.mapping !== null && (
        <EntriesSection id={id} isStanding={isStanding} mayHandIn={mayKeep} />
      )}
      <dl className={styles['facts']}>
        <div>
          <dt>{words.version(version)}</dt>
          <dd>{words.keptBy(keptBy, sayDay(keptAt, language))}</dd>
        </div>
        <div>
          <dt>{words.file}</dt>
          <dd>{fileName}</dd>
        </div>
        {recordType !== null && (
          <div>
            <dt>{words.record}</dt>
            <dd>{recordType}</dd>
          </div>
        )}
        {dataset !== null && (
          <div>
            <dt>{words.dataset}</dt>
            <dd>{dataset}</dd>
          </div>
        )}
      </dl>
      {repeated.map((said) => (
        <p key={said}>{words.perRepeat(said)}</p>
      ))}
      {notKept.length > 0 && <p>{words.notKeptCount(notKept.length)}</p>}
      {form.unsupportedParts.length > 0 && (
        <div className={styles['part']}>
          <h2 id="unsupported">{unsupported.title}</h2>
          <UnsupportedTable heading="unsupported" rows={form.unsupportedParts} />
        </div>
      )}
      <details>
        <summary id="asks">{words.asks}</summary>
        <QuestionsTable form={form} heading="asks" />
      </details>
      {isStanding && mayKeep && <WithdrawForm id={id} />}
      <div className={styles['buttons']}>
        <a
          className="button"
          data-quiet=""
          download={`${form.form}-${version}.json`}
          href={definitionAddress(form)}
        >
          {words.download}
        </a>
        <Link
          className="button"
          data-quiet=""
          to="/$language/desk/collect/forms"
          params={{ language }}
        >
          {words.all}
        </Link>
      </div>
    </div>
  )
}

function definitionAddress({ form, version, mapping, definition }: OpenedForm): string {
  const text = JSON.stringify({ form, version, mapping, definition }, null, 2)
  return `data:application/json;charset=utf-8,${encodeURIComponent(text)}`
}
