import type { ReactNode } from 'react'
import { Problem } from '../node-api/problem.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { SignInLink } from './sign-in-link.tsx'
import styles from './notices.module.css'

/** What happened, what it means and what to do, where an answer of the node should have been. */
export function ProblemNotice({
  error,
  retry,
  children,
}: {
  readonly error: unknown
  readonly retry?: () => void
  readonly children?: ReactNode
}): ReactNode {
  const { language, words } = useSpeaking()
  const problem = error instanceof Problem ? error : new Problem(500)
  const reached = problem.status > 0
  const refused = reached && problem.status < 500
  return (
    <div className={styles['problem']} role="alert">
      <h2>{refused ? words.problem.refused : words.problem.title}</h2>
      <p>{problem.what ?? (reached ? words.problem.server : words.problem.network)}</p>
      <p>
        {problem.advice ?? (reached ? words.problem.serverAdvice : words.problem.networkAdvice)}
      </p>
      <p className={styles['actions']}>
        {retry && !refused && (
          <button type="button" className="button" onClick={retry}>
            {words.problem.retry}
          </button>
        )}
        <SignInLink problem={problem} />
        {!reached && (
          <a className="button" href={`/${language}/offline`}>
            {words.problem.kept}
          </a>
        )}
        {children}
      </p>
    </div>
  )
}
