import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import styles from './desk.module.css'

/** A page of the desk that shows what one query brings: what it is about, what is wrong, what is there. */
export function QueriedPage({
  title,
  lead,
  query,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly query: UseQueryResult
  readonly children: ReactNode
}): ReactNode {
  usePageTitle(title)
  return (
    <div className={styles['page']} aria-busy={query.isPending}>
      <h1>{title}</h1>
      <p>{lead}</p>
      {query.isError && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {children}
    </div>
  )
}
