import {
  type Language,
  languages,
  Refusal,
  type RefusalDetails,
  type Text,
} from '@caudal/methods/vocabulary'
import { storeRefusals } from './refusals.ts'

/** Why a job failed, as the register keeps it: the words of a refusal in each language. */
export interface JobProblem {
  readonly code: string
  readonly status: number
  readonly what: Text
  readonly advice: Text
  readonly details: RefusalDetails
}

/** What was thrown by a job, as a problem; a bug is told by its message. */
export function problemOf(error: unknown): JobProblem {
  const refusal =
    error instanceof Refusal
      ? error
      : storeRefusals.refuse('job-failed', {
          reason: error instanceof Error ? error.message : String(error),
        })
  return {
    code: refusal.code,
    status: refusal.status,
    what: inEachLanguage((language) => refusal.what(language)),
    advice: inEachLanguage((language) => refusal.advice(language)),
    details: refusal.details,
  }
}

/** The refusal that a job in a worker was met with, for the process that waits for it. */
export function refusalOfProblem(problem: JobProblem | null): Refusal {
  if (problem === null) return storeRefusals.refuse('job-failed', { reason: '?' })
  // the words are complete: their details have been filled in
  return new Refusal(problem.code, problem, problem.details)
}

function inEachLanguage(word: (language: Language) => string): Text {
  return Object.fromEntries(
    languages.map((language) => [language, word(language)]),
  ) as unknown as Text
}
