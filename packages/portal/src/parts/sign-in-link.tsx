import type { ReactNode } from 'react'
import type { Problem } from '../node-api/problem.ts'
import { signInAddress } from '../node-api/way-back.ts'
import { useSpeaking } from '../words/speaking.tsx'

/** What is refused because nobody is signed in any more; not a wrong password or code. */
const refusedToStrangers: ReadonlySet<string> = new Set([
  'policy.not-signed-in',
  'govern.accounts.session-ended',
])

/** The way to sign in, and back to this page, beside a refusal that a sign-in would mend. */
export function SignInLink({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const { language, words } = useSpeaking()
  if (problem === undefined || !refusedToStrangers.has(problem.code)) return null
  return (
    <a className="button" data-primary="" href={signInAddress(language, location)}>
      {words.problem.signIn}
    </a>
  )
}
