import { useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { Problem } from '../../node-api/problem.ts'
import { SignInLink } from '../../parts/sign-in-link.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { isPasskeyProblem } from '../passkey-problem.ts'
import { useAccountWords } from '../words/account-words.ts'
import styles from '../account.module.css'

/** A field that is wrong: which, and what to do about it. */
export interface Fault {
  readonly field: string
  readonly what: string
}

// One and the same, so that nothing seems to have changed where nothing is wrong.
const none: readonly Fault[] = []

/**
 * A form of one page. What is wrong stands at its head, with a link to each field, and takes the focus;
 * the browser's own bubbles stay away.
 */
export function Form({
  problem,
  faults = none,
  onSend,
  children,
}: {
  readonly problem: Problem | undefined
  readonly faults?: readonly Fault[]
  readonly onSend: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSend()
      }}
    >
      <Trouble problem={problem} faults={faults} />
      {children}
    </form>
  )
}

/** The summary of what is wrong; nothing where nothing is. */
export function Trouble({
  problem,
  faults = none,
}: {
  readonly problem: Problem | undefined
  readonly faults?: readonly Fault[]
}): ReactNode {
  const account = useAccountWords()
  const { words } = useSpeaking()
  const box = useRef<HTMLDivElement>(null)
  const some = problem !== undefined || faults.length > 0
  useLayoutEffect(() => {
    // Each trouble anew takes the focus, the second wrong password as the first; before it is painted,
    // so that nobody types into a field that is about to lose it.
    if (problem !== undefined || faults.length > 0) box.current?.focus()
  }, [problem, faults])
  if (!some) return null
  const reached = (problem?.status ?? 1) > 0
  const [what, advice] =
    problem !== undefined && isPasskeyProblem(problem.code)
      ? account.passkeyProblems[problem.code]
      : [
          problem?.what ?? (reached ? words.problem.server : words.problem.network),
          problem?.advice ?? (reached ? words.problem.serverAdvice : words.problem.networkAdvice),
        ]
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1}>
      <h2>{account.errorTitle}</h2>
      {problem && (
        <>
          <p>{what}</p>
          <p>{advice}</p>
          <SignInLink problem={problem} />
        </>
      )}
      {faults.map(({ field, what }) => (
        <p key={field}>
          <a
            href={`#${field}`}
            onClick={(event) => {
              event.preventDefault()
              document.getElementById(field)?.focus()
            }}
          >
            {what}
          </a>
        </p>
      ))}
    </div>
  )
}
