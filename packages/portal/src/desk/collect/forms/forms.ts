import { queryOptions } from '@tanstack/react-query'
import type {
  FormAnswers,
  FormCodeSuggestion,
  FormDefinition,
  FormFieldMapping,
  FormMapping,
  FormPlace,
} from '@caudal/methods/collect/xlsform'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'
import type { Work } from '../send/submission.ts'

/** A version of a form, as a list shows it. */
export interface ListedForm {
  readonly id: number
  readonly institution: string
  readonly form: string
  readonly version: number
  readonly title: string
  readonly fileName: string
  readonly keptBy: string
  readonly keptAt: string
  readonly mappingId: number | null
  readonly withdrawnBecause: string | null
  readonly withdrawnAt: string | null
  readonly waiting: number
  readonly drafts: number
  readonly held: number
  readonly recordType: string | null
  readonly dataset: string | null
  readonly questions: number
}

/** What of a workbook is not supported, with what that means. */
export interface UnsupportedRow extends FormPlace {
  readonly meaning: string
}

/** What of a workbook has to be corrected. */
export interface FaultRow extends FormPlace {
  readonly fault: string
}

export interface OpenedForm extends ListedForm {
  readonly definition: FormDefinition
  readonly mapping: FormMapping | null
  readonly unsupportedParts: readonly UnsupportedRow[]
  /** Names of questions whose answers no field keeps. */
  readonly notKept: readonly string[]
}

/** A workbook as it was read, of which nothing is kept. */
export interface ReadWorkbook {
  readonly fileName: string
  readonly definition: FormDefinition
  readonly faults: readonly FaultRow[]
  readonly unsupportedParts: readonly UnsupportedRow[]
}

export interface ProposedField {
  readonly id: string
  readonly type: string
  readonly label: string
  readonly definition: string
  readonly codeList: string | null
  readonly isRequired: boolean
  readonly isDerived: boolean
  readonly mapping: FormFieldMapping | null
}

export interface Proposal {
  readonly recordType: string
  readonly label: string
  readonly dataset: string
  readonly fields: readonly ProposedField[]
}

export interface ListedEntry {
  readonly id: string
  readonly enteredBy: string
  readonly state: 'draft' | 'waiting'
  readonly records: number
  /** A request of the person holds it back. */
  readonly isHeld: boolean
  readonly handIn: string | null
  readonly changedAt: string
}

/** The newest entries of a form, and how many there are in all. */
export interface ListedEntries {
  readonly entries: readonly ListedEntry[]
  readonly waiting: number
  readonly drafts: number
  readonly held: number
  /** Days after which a draft that nobody touches is erased. */
  readonly daysOfDrafts: number
  readonly job: HandInWork | null
}

/** The work of handing records in, with the batch that they became. */
export interface HandInWork extends Omit<Work, 'kind'> {
  readonly result: { readonly batch: number; readonly rowsAccepted: number } | null
}

export interface Entered {
  readonly saved: boolean
  /** Of the entry as it is kept now. */
  readonly revision?: number
  readonly faults: readonly {
    readonly question: string
    readonly kind: 'required' | 'not-of-type' | 'not-a-choice' | 'constraint' | 'too-long' | 'count'
    readonly wanted?: number
    readonly message?: Readonly<Record<string, string>>
  }[]
  readonly findings: readonly {
    readonly id: string
    readonly level: 'reject' | 'warn'
    readonly levelLabel: string
    readonly message: string
    readonly questions: readonly string[]
  }[]
}

const api = '/api/collect/forms'

export const formsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'forms', language],
    queryFn: ({ signal }) =>
      askNode<{ forms: readonly ListedForm[] }>(`${api}?language=${language}`, signal),
    staleTime: 0,
  })

export const formQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'forms', id, language],
    queryFn: ({ signal }) => askNode<OpenedForm>(`${api}/${id}?language=${language}`, signal),
    // Its definition never changes; what waits is asked for again by the page that shows it.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })

export const proposalQuery = (id: string, recordType: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'form-proposal', id, recordType, language],
    queryFn: ({ signal }) =>
      askNode<Proposal>(
        `${api}/${id}/proposal?recordType=${encodeURIComponent(recordType)}&language=${language}`,
        signal,
      ),
    staleTime: Infinity,
  })

export const codesQuery = (id: string, recordType: string, field: string, column: string) =>
  queryOptions({
    queryKey: ['account-items', 'form-codes', id, recordType, field, column],
    queryFn: ({ signal }) =>
      askNode<{ codes: readonly FormCodeSuggestion[] }>(
        `${api}/${id}/codes?${new URLSearchParams({ recordType, field, column }).toString()}`,
        signal,
      ),
    staleTime: Infinity,
  })

export const entriesQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'form-entries', id, language],
    queryFn: ({ signal }) =>
      askNode<ListedEntries>(`${api}/${id}/entries?language=${language}`, signal),
    staleTime: 0,
  })

/** Answers are read once, and never kept by the page for longer than it shows them. */
export const entryQuery = (id: string, entry: string) =>
  queryOptions({
    queryKey: ['account-items', 'form-entry', id, entry],
    queryFn: ({ signal }) =>
      askNode<{ answers: FormAnswers; state: 'draft' | 'waiting'; revision: number }>(
        `${api}/${id}/entries/${entry}`,
        signal,
      ),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
