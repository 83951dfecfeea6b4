import { useNavigate } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import type { Operation } from '@caudal/methods/govern'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { useAccountWords } from './words/account-words.ts'
import { useWho, type Who } from './who.ts'
import styles from './account.module.css'

/** A page for those who are signed in and may do something; whoever is not is led to the way in. */
export function SignedInOnly({
  operation,
  children,
}: {
  readonly operation: Operation
  readonly children: (who: Who) => ReactNode
}): ReactNode {
  const who = useWho()
  const words = useAccountWords()
  const { language } = useSpeaking()
  const navigate = useNavigate()
  const nobody = who.data?.account === null
  useEffect(() => {
    if (nobody) void navigate({ to: '/$language/account', params: { language }, replace: true })
  }, [nobody, navigate, language])
  if (who.isError) {
    return (
      <div className={styles['whole']}>
        <ProblemNotice error={who.error} retry={() => void who.refetch()} />
      </div>
    )
  }
  if (who.data === undefined || who.data.account === null) {
    return (
      <div aria-busy="true" className={styles['whole']}>
        <SlowNotice />
      </div>
    )
  }
  if (!who.data.operations.includes(operation)) {
    return (
      <div className={styles['whole']}>
        <h1>{words.notAllowed}</h1>
      </div>
    )
  }
  return children(who.data)
}
