import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

export type SubmissionState = 'receiving' | 'draft' | 'imported' | 'discarded' | 'expired'

/** A file that somebody of the institution has sent, as a list shows it. */
export interface ListedSubmission {
  readonly id: number
  readonly fileName: string
  readonly fileBytes: number
  readonly receivedBytes: number
  readonly state: SubmissionState
  readonly sentBy: string
  readonly changedAt: string
  readonly became: number | null
}

/** How a field of the record is read, as the JSON of a source profile has it. */
export interface FieldDraft {
  readonly column?: string | readonly string[]
  readonly constant?: string | number | boolean
  readonly template?: string
  readonly date?: string | readonly string[]
  readonly codes?: Readonly<Record<string, string>> | readonly CodeRuleDraft[]
  readonly timeZone?: string
  /** The parts that `profile-controls.ts` names. */
  readonly [part: string]: unknown
}

/** Rows that are no records: counted, left out. */
export interface LeaveOutDraft {
  readonly column: string
  readonly values: readonly string[]
  readonly reason: Readonly<Record<Language, string>>
}

/** A line of a code map: a text, or an expression, and what it means, for a time or always. */
export interface CodeRuleDraft {
  readonly from: string
  readonly to: string
  readonly regex?: boolean
  readonly ignoreCase?: boolean
  readonly validFrom?: string
  readonly validTo?: string
}

/** A column that says several things. */
export interface SplitDraft {
  readonly column: string
  readonly pattern: string
  readonly ignoreCase?: boolean
}

/** Wide to long. */
export interface UnpivotDraft {
  readonly keep: readonly string[]
  readonly nameTo: string
  readonly valueTo: string
  readonly dropMissing?: boolean
}

/** A draft of a source profile: the JSON that `caudal profile suggest` writes. */
export interface ProfileDraft {
  readonly id: string
  readonly dataset: string
  readonly recordType: string
  readonly title: Readonly<Record<Language, string>>
  readonly source: Readonly<Record<string, string>>
  readonly layout: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, FieldDraft>>
  readonly ignore?: readonly string[]
  readonly timeZone?: string
  readonly split?: readonly SplitDraft[]
  readonly unpivot?: UnpivotDraft
  readonly leaveOut?: readonly LeaveOutDraft[]
  readonly rules?: Readonly<Record<string, { readonly level: string; readonly reason: string }>>
  readonly [other: string]: unknown
}

export interface Fault {
  readonly code: string
  readonly what: string
  readonly advice: string
  readonly place: string | null
}

export interface SampledColumn {
  readonly name: string
  readonly values: readonly string[]
  readonly different: number
  readonly filled: number
}

export interface CodeRow {
  readonly from: string
  readonly count: number
  readonly to: string | null
  readonly proposed: string | null
  readonly isKnown: boolean
  readonly confidence: number
}

export interface CodedField {
  readonly field: string
  readonly list: string
  readonly rows: readonly CodeRow[]
}

export interface Trial {
  readonly rows: Readonly<
    Record<'read' | 'accepted' | 'rejected' | 'repeated' | 'notCounted' | 'leftOut', number>
  >
  readonly rules: readonly {
    readonly rule: string
    readonly level: 'reject' | 'warn'
    readonly levelLabel: string
    readonly message: string
    readonly count: number
  }[]
  readonly examples: readonly {
    readonly line: number
    readonly levelLabel: string
    readonly message: string
    readonly fields: readonly string[]
    readonly value: string | null
  }[]
  readonly unmapped: readonly {
    readonly label: string
    readonly code: string
    readonly count: number
    readonly suggestion: string | null
  }[]
  readonly newColumns: readonly string[]
  /** Batches of the same days in which repeats could not be looked for. */
  readonly repeatsNotSought: readonly number[]
}

export interface Work {
  readonly kind: 'collect.try' | 'collect.take-in'
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly step: string | null
  readonly problem: Omit<Fault, 'place'> | null
}

/** A submission as it was left: draft, what the file was found to hold, what was tried. */
export interface OpenedSubmission extends ListedSubmission {
  readonly revision: number
  readonly profile: ProfileDraft | null
  readonly fault: Fault | null
  readonly suggestion?: {
    readonly recordTypes: readonly {
      readonly id: string
      readonly label: string
      readonly confidence: number
      /** Labels of what marks the type and has no column. */
      readonly lacks: readonly string[]
    }[]
    readonly isTypeSure: boolean
    /** Rows of the sheet at which another table begins. */
    readonly otherTables: readonly number[]
    readonly layout: readonly { readonly part: string; readonly confidence: number }[]
    readonly fields: readonly {
      readonly field: string
      readonly column: string
      readonly confidence: number
      readonly rivalPattern?: string
    }[]
    readonly columns: readonly SampledColumn[]
    readonly missing: readonly string[]
    /** The first lines of a text, as they stand. */
    readonly head: readonly string[]
  }
  readonly codes: readonly CodedField[]
  readonly trial?: Trial
  readonly job?: Work
}

export interface DescribedField {
  readonly id: string
  readonly type: string
  readonly label: string
  readonly definition: string
  readonly isRequired: boolean
  readonly isDerived: boolean
  readonly codeList: string | null
}

export interface DescribedRecordType {
  readonly id: string
  readonly label: string
  readonly fields: readonly DescribedField[]
  readonly rules: readonly {
    readonly id: string
    readonly level: 'reject' | 'warn'
    readonly message: string
    readonly source: string
  }[]
}

export const submissionsQuery = queryOptions({
  queryKey: ['account-items', 'submissions'],
  queryFn: ({ signal }) =>
    askNode<{ submissions: readonly ListedSubmission[]; partBytes: number }>(
      '/api/collect/submissions',
      signal,
    ),
  staleTime: 0,
})

export const submissionQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'submission', id, language],
    queryFn: ({ signal }) =>
      askNode<OpenedSubmission>(`/api/collect/submissions/${id}?language=${language}`, signal),
    // A draft changes by one's own hand alone; the page asks again where work goes on.
    staleTime: Infinity,
  })

export const recordTypesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['record-types', language],
    queryFn: ({ signal }) =>
      askNode<{
        recordTypes: readonly { id: string; label: string; definition: string }[]
      }>(`/api/collect/record-types?language=${language}`, signal),
    staleTime: Infinity,
  })

export const recordTypeQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['record-type', id, language],
    queryFn: ({ signal }) =>
      askNode<DescribedRecordType>(
        `/api/collect/record-types/${encodeURIComponent(id)}?language=${language}`,
        signal,
      ),
    staleTime: Infinity,
  })

export const codeListQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['code-list', id, language],
    queryFn: ({ signal }) =>
      askNode<{ id: string; codes: readonly { code: string; label: string }[] }>(
        `/api/collect/code-lists/${encodeURIComponent(id)}?language=${language}`,
        signal,
      ),
    staleTime: Infinity,
  })
