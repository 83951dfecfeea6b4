import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'

/** What stands where an answer will: that it is on its way, or what kept it. */
export function Loading<Answer>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Answer>
  readonly children: (answer: Answer) => ReactNode
}): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.isError && !query.isFetching) {
    return <ProblemNotice error={query.error} retry={() => void query.refetch()} />
  }
  return (
    <div aria-busy="true">
      <SlowNotice />
    </div>
  )
}
