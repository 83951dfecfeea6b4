import type { Layout } from '@caudal/methods/collect'
import type { RuleLevel } from '@caudal/methods/collect'
import type { RepeatKind } from '../staging/repeats-sql.ts'

/** How often a rule was broken in a batch. */
export interface FindingCount {
  readonly rule: string
  readonly level: RuleLevel
  /** Records. */
  readonly count: number
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
  /** Timeliness: days from the last day that the batch covers to its receipt; null without dates. */
  readonly daysUntilReceived?: number | null
}
