import type { Text } from './language.ts'

/** One code of a code list. */
export interface Code {
  readonly code: string
  readonly label: Text
  /** The code one level up (a department's country, a country's region). */
  readonly parent?: string
  /** Other spellings that sources use for it, in any language: names, national codes. */
  readonly aliases?: readonly string[]
  /** First and last day on which the code is in force, ISO dates; open where absent. */
  readonly validFrom?: string
  readonly validTo?: string
  /** The code that stands for it after its last day: the municipality that a former one lies in. */
  readonly replacedBy?: string
  /** The code in the SDMX cross-domain list, where it differs. */
  readonly sdmx?: string
  /**
   * Standing of a code that is not simply in force: `user-assigned` (left to users by the
   * standard), `reserved`, `withdrawn`, `source` (a code of a source, of no standard), `own` (a code
   * that the users of a node have added to the list).
   */
  readonly standing?: 'user-assigned' | 'reserved' | 'withdrawn' | 'source' | 'own'
  /** Of an own code: the code of the platform that it counts as where countries are compared. */
  readonly standard?: string
  /** What a reader must know of the code. */
  readonly note?: Text
}

/** A list of codes with its official source. Code lists are data. */
export interface CodeList {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly source: { readonly owner: string; readonly title: string; readonly url?: string }
  /** The list that parents are codes of; absent: this one. */
  readonly parentList?: string
  /** What a reader must know of the list: which dates of its codes are known, and which are not. */
  readonly note?: Text
  readonly codes: readonly Code[]
}

/** Codes every list understands besides its own, as SDMX writes them. */
export const specialCodes = {
  total: '_T',
  unknown: '_U',
  notApplicable: '_Z',
  other: '_O',
} as const
