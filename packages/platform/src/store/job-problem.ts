import {
  type Language,
  languages,
  Refusal,
  type RefusalDetails,
  type Text,
} from '@caudal/methods/vocabulary'
import { kindOfError } from './log-error.ts'
import { refusalOfError } from './refusal-of-error.ts'
import { jobRefusals } from './job-refusals.ts'

/** Why a job failed, as the register keeps it: the words of a refusal in each language. */
export interface JobProblem {
  readonly code: string
  readonly status: number
  readonly what: Text
  readonly advice: Text
  readonly details: RefusalDetails
}

/**
 * What was thrown by a job, as a problem. A bug is told by its kind alone: its words are those of a program,
 * in one language, and those of a database quote the values that it stumbled over.
 */
export function problemOf(error: unknown): JobProblem {
  const refusal =
    refusalOfError(error) ?? jobRefusals.refuse('job-failed', { reason: faultOf(error) })
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
  if (problem === null) return jobRefusals.refuse('job-failed', { reason: '?' })
  // the words are complete: their details have been filled in
  return new Refusal(problem.code, problem, problem.details)
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' ? `${kindOfError(error)} ${code}` : kindOfError(error)
}

function inEachLanguage(word: (language: Language) => string): Text {
  return Object.fromEntries(
    languages.map((language) => [language, word(language)]),
  ) as unknown as Text
}
