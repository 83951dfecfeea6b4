import type { Layout } from '@caudal/methods/collect'
import type { RuleLevel } from '@caudal/methods/collect'
import type { RepeatKind } from '../staging/repeats-sql.ts'

/** How often a rule was broken in a batch. */
export interface FindingCount {
  readonly rule: string
  readonly level: RuleLevel
  /** Records. */
  readonly count: number
  /** Of lines with another number of fields or letters: how many they have (`3`, `3–9`), and should. */
  readonly found?: string
  readonly expected?: string
}

/** A code of the source that neither its profile nor the code list knows. */
export interface UnmappedCode {
  readonly field: string
  /** The source's text. */
  readonly code: string
  /** Records that hold it. */
  readonly count: number
  /** The code whose spelling is most like it, for a person to confirm. */
  readonly suggestion: string | null
}

/** What was met on the way from a file to a batch; kept with the batch in the register. */
export interface BatchQuality {
  readonly encoding: string
  readonly byteOrderMark: boolean
  readonly packing: 'plain' | 'zip' | 'gzip'
  readonly archiveMember: string | null
  readonly format: Layout['format']
  readonly delimiter: string | null
  /** Columns that the profile neither reads nor ignores. */
  readonly newColumns: readonly string[]
  /** Columns that the profile reads and the file does not have. */
  readonly absentColumns: readonly string[]
  /** Names that the header gives to more than one column. */
  readonly repeatedColumns: readonly string[]
  /** Rows that the profile leaves out on purpose: cells without a value, wide to long. */
  readonly leftOut: number
  readonly findings: readonly FindingCount[]
  /** The most frequent ones. */
  readonly unmapped: readonly UnmappedCode[]
  /** Different unmapped codes in all. */
  readonly unmappedCodes: number
  /** Share of accepted records that have the field, from 0 to 1, by field. */
  readonly completeness: Readonly<Record<string, number>>
  /** Records flagged beyond the first of their group, by kind. */
  readonly repeats: Readonly<Partial<Record<RepeatKind, number>>>
  /** Of the flagged records, those that no figure counts: another of their group stands for them. */
  readonly repeatsNotCounted?: number
  /**
   * Earlier batches of the same days in which repeats could not be looked for, because the key of their
   * identities is destroyed. What is in both is counted twice.
   */
  readonly repeatsNotSought?: readonly number[]
  /** Names of the files of facts in which repeats were looked for last; absent for those of the import. */
  readonly repeatsSoughtIn?: readonly string[]
  /** Timeliness: days from the last day that the batch covers to its receipt; null without dates. */
  readonly daysUntilReceived?: number | null
  /**
   * Timeliness: days from the event to the receipt, at most, for half of the records and for 95 in a
   * hundred of them; null without dates.
   */
  readonly daysFromEvent?: { readonly half: number; readonly most: number } | null
  /** Validity: records read of which nothing was found, neither in reading nor by a rule. */
  readonly withoutFinding?: number
}
