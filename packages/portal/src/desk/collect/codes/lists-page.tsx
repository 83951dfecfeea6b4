import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { QueriedPage } from '../../queried-page.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import { listsQuery, type ListedList } from './codes.ts'
import styles from '../../desk.module.css'

/** The code lists of the node: those that take codes of its own first. */
export function CodeListsPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.read-batches">
      {({ operations }) => <Lists mayKeep={operations.includes('collect.keep-codes')} />}
    </SignedInOnly>
  )
}

function Lists({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  const query = useQuery(listsQuery(language))
  const lists = query.data?.lists ?? []
  return (
    <QueriedPage title={words.title} lead={words.lead} query={query}>
      <ListTable title={words.open} lists={lists.filter(({ opening }) => opening !== null)} />
      <div className={styles['buttons']}>
        {mayKeep && (
          <Link className="button" to="/$language/desk/collect/codes/file" params={{ language }}>
            {words.file.title}
          </Link>
        )}
        {lists.some(({ own }) => own > 0) && (
          <a className="button" href="/api/collect/codes.csv" download="codes.csv">
            {words.download}
          </a>
        )}
      </div>
      <details>
        <summary>{words.closed}</summary>
        <p>{words.closedLead}</p>
        <ListTable title={words.closed} lists={lists.filter(({ opening }) => opening === null)} />
      </details>
    </QueriedPage>
  )
}

function ListTable({
  title,
  lists,
}: {
  readonly title: string
  readonly lists: readonly ListedList[]
}): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  if (lists.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.list}</th>
          <th scope="col" data-number="">
            {words.codes}
          </th>
          <th scope="col" data-number="">
            {words.own}
          </th>
        </tr>
      </thead>
      <tbody>
        {lists.map(({ id, title: name, codes, own }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/$language/desk/collect/codes/$list" params={{ language, list: id }}>
                {name}
              </Link>
            </th>
            <td data-number="">{formatNumber(codes, language)}</td>
            <td data-number="">{own === 0 ? '–' : formatNumber(own, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
