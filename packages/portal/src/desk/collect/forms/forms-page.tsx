import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { formsQuery, type ListedForm } from './forms.ts'
import { formsSection } from './section.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** The forms of one's institution, every version, with what waits in each. */
export function FormsPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.enter">
      {({ operations }) => <Forms mayKeep={operations.includes('collect.import')} />}
    </SignedInOnly>
  )
}

function Forms({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const { list: words } = useFormsWords()
  const { language } = useSpeaking()
  const forms = useQuery(formsQuery(language))
  const title = formsSection.title[language]
  usePageTitle(title)
  const all = forms.data?.forms ?? []
  return (
    <div className={styles['page']} aria-busy={forms.isPending}>
      <div className={styles['head']}>
        <h1 id="forms">{title}</h1>
        {mayKeep && (
          <div className={styles['buttons']}>
            <Link
              className="button"
              data-primary={all.length === 0 ? '' : undefined}
              to="/$language/desk/collect/forms/new"
              params={{ language }}
            >
              {words.add}
            </Link>
          </div>
        )}
      </div>
      {forms.isError && <ProblemNotice error={forms.error} retry={() => void forms.refetch()} />}
      {forms.data !== undefined && all.length === 0 && (
        <p>{mayKeep ? words.none : words.noneToFill}</p>
      )}
      {all.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.form}</th>
              <th scope="col" data-wide="">
                {words.questions}
              </th>
              <th scope="col" data-wide="">
                {words.record}
              </th>
              <th scope="col">{words.waiting}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((form) => (
              <FormRow key={form.id} form={form} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function FormRow({ form }: { readonly form: ListedForm }): ReactNode {
  const { list: words } = useFormsWords()
  const { language } = useSpeaking()
  const { id, title, version, questions, recordType, waiting, drafts, withdrawnAt } = form
  const state = withdrawnAt !== null ? 'withdrawn' : form.mappingId === null ? 'unmapped' : 'mapped'
  return (
    <tr>
      <th scope="row">
        <Link to="/$language/desk/collect/forms/$id" params={{ language, id: String(id) }}>
          {words.versionNamed(title, version)}
        </Link>
      </th>
      <td data-wide="">{questions}</td>
      <td data-wide="">{recordType ?? '–'}</td>
      <td>{waiting + drafts}</td>
      <td>
        {state === 'mapped' ? (
          <Link
            to="/$language/desk/collect/forms/$id/entry/$entry"
            params={{ language, id: String(id), entry: 'new' }}
            aria-label={words.fillInNamed(title, version)}
          >
            {words.fillIn}
          </Link>
        ) : (
          words.states[state]
        )}
      </td>
    </tr>
  )
}
