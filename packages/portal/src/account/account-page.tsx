import { useEffect, useState, type ReactNode } from 'react'
import { takeWayBack, wayBack } from '../node-api/way-back.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { OwnAccount } from './own/own-account.tsx'
import { SignIn } from './sign-in.tsx'
import { useWho } from './who.ts'
import styles from './account.module.css'

/** The account of whoever is signed in; the way in for everybody else. */
export function AccountPage(): ReactNode {
  const who = useWho()
  if (who.isPending) {
    return (
      <div aria-busy="true" className={styles['whole']}>
        <SlowNotice />
      </div>
    )
  }
  if (who.isError) {
    return (
      <div className={styles['whole']}>
        <ProblemNotice error={who.error} retry={() => void who.refetch()} />
      </div>
    )
  }
  return who.data.account === null ? (
    <SignIn second={who.data.next === 'second-factor'} provider={who.data.provider ?? undefined} />
  ) : (
    <SignedIn>
      <OwnAccount who={who.data} />
    </SignedIn>
  )
}

/** The page that somebody signed in to come back to; the account where there is none. */
function SignedIn({ children }: { readonly children: ReactNode }): ReactNode {
  const [isLeaving] = useState(() => wayBack(location.search) !== undefined)
  useEffect(() => {
    const back = takeWayBack(location.search)
    // as the page was left: what it keeps of before the sign-in is asked anew
    if (back !== undefined) location.replace(back)
  }, [])
  return isLeaving ? <div aria-busy="true" className={styles['whole']} /> : children
}
