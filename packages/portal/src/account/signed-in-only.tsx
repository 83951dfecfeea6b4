import { useEffect, type ReactNode } from 'react'
import type { Operation } from '@caudal/methods/govern'
import { forgetWayBack } from '../node-api/way-back.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { SignIn } from './sign-in.tsx'
import { useAccountWords } from './words/account-words.ts'
import { useWho, type Who } from './who.ts'
import styles from './account.module.css'

/**
 * A page for those who are signed in and may do something, or one of several things. Whoever is not
 * signed in is asked to, at this address: the page follows, and nothing of it is lost.
 */
export function SignedInOnly({
  operation,
  children,
}: {
  readonly operation: Operation | readonly Operation[]
  readonly children: (who: Who) => ReactNode
}): ReactNode {
  const who = useWho()
  const words = useAccountWords()
  if (who.isError) {
    return (
      <div className={styles['whole']}>
        <ProblemNotice error={who.error} retry={() => void who.refetch()} />
      </div>
    )
  }
  if (who.data === undefined) {
    return (
      <div aria-busy="true" className={styles['whole']}>
        <SlowNotice />
      </div>
    )
  }
  if (who.data.account === null) {
    const { next, provider } = who.data
    return <SignIn second={next === 'second-factor'} provider={provider ?? undefined} />
  }
  const { operations } = who.data
  if (![operation].flat().some((each) => operations.includes(each))) {
    return (
      <div className={styles['whole']}>
        <h1>{words.notAllowed}</h1>
      </div>
    )
  }
  return <Reached>{children(who.data)}</Reached>
}

/** The page that was asked for: a sign-in by a provider that was begun for another is forgotten. */
function Reached({ children }: { readonly children: ReactNode }): ReactNode {
  useEffect(forgetWayBack, [])
  return children
}
