import {
  getRecordType,
  sampleSplitColumns,
  sampleUnpivotedColumns,
  sourceProfileSchema,
  suggestCodes,
  type CodeSuggestion,
  type Field,
} from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { Refusal, type Language } from '@caudal/methods/vocabulary'
import type { Job } from '../../store/index.ts'
import type { ImportStep } from '../import-report.ts'
import { collectWords } from '../report/words.ts'
import { describeTrial } from './describe-trial.ts'
import { namePlaces } from './name-places.ts'
import type { OpenedSubmission } from './service.ts'
import type { Submission } from './submission.ts'

/** Texts of a column that are shown so that a person knows it again. */
const shownValues = 6

/** A submission as a list shows it: nothing of the file but its name. */
export function describeListed(submission: Submission) {
  const { wrappedKey: _, profile, ...listed } = submission
  return { ...listed, hasProfile: profile !== null }
}

/** A submission as the pages of an import need it, in the reader's language. */
export function describeOpened(opened: OpenedSubmission, language: Language, book: CodeListBook) {
  const { submission, suggestion, trial, job, fault } = opened
  const { wrappedKey: _, ...shown } = submission
  return {
    ...shown,
    fault: describeFault(fault, language, submission.profile?.['recordType']),
    suggestion: suggestion && {
      recordTypes: suggestion.recordTypes.map(({ id, confidence, lacks }) => {
        const { label, fields } = getRecordType(id)
        const missing = lacks.flatMap(([first]) => fields.find((field) => field.id === first) ?? [])
        return {
          id,
          label: label[language],
          confidence,
          lacks: missing.map((field) => field.label[language]),
        }
      }),
      isTypeSure: suggestion.isTypeSure,
      // drafts of before have none
      otherTables: suggestion.otherTables ?? [],
      layout: suggestion.layout,
      fields: suggestion.fields.map(({ field, column, confidence, rivalPattern }) => ({
        field,
        column,
        confidence,
        rivalPattern,
      })),
      columns: suggestion.columns.map(({ name, values, rows, empty }) => ({
        name,
        values: values.slice(0, shownValues).map(({ text }) => text),
        different: values.length,
        filled: rows === 0 ? 0 : (rows - empty) / rows,
      })),
      missing: suggestion.missing,
      head: suggestion.head ?? [],
      rows: suggestion.rows,
    },
    codes: describeCodes(opened, book),
    trial: trial && describeTrial(trial, language, book),
    job: job && describeJob(job, language),
  }
}

/** Where a job stands, for whoever waits for it. */
export function describeJob(job: Job, language: Language) {
  const { kind, status, progress, problem, result } = job
  const step = progress?.step as ImportStep | undefined
  return {
    kind,
    status,
    done: progress?.done ?? 0,
    step: step === undefined ? null : collectWords[language].steps[step],
    problem:
      problem === null
        ? null
        : { code: problem.code, what: problem.what[language], advice: problem.advice[language] },
    result: status === 'done' ? result : null,
  }
}

/** What is wrong with a draft, in words. */
function describeFault(fault: unknown, language: Language, recordType: unknown) {
  if (fault === undefined) return null
  if (!(fault instanceof Refusal)) throw fault
  const { place } = fault.details
  return {
    code: fault.code,
    what: namePlaces(fault.what(language), listedType(recordType), language),
    advice: fault.advice(language),
    place: typeof place === 'string' ? place : null,
  }
}

/** For every coded field of the draft that has a column: its texts, and what each would become. */
function describeCodes({ submission, suggestion }: OpenedSubmission, book: CodeListBook) {
  const { profile } = submission
  if (profile === null || suggestion === undefined) return []
  const fields = (profile['fields'] ?? {}) as Readonly<Record<string, FieldDraft | undefined>>
  const recordType = listedType(profile['recordType'])
  // A draft may be on its way: what cannot be read yet divides nothing.
  const split = sourceProfileSchema.shape.split.safeParse(profile['split'])
  const unpivot = sourceProfileSchema.shape.unpivot.safeParse(profile['unpivot'])
  const ignore = sourceProfileSchema.shape.ignore.safeParse(profile['ignore'])
  const long = sampleUnpivotedColumns(unpivot.data, suggestion.columns, ignore.data)
  const columns = [...sampleSplitColumns(split.data, long), ...long]
  return (recordType?.fields ?? []).flatMap((field: Field) => {
    const mapping = fields[field.id]
    const list = book.find(mapping?.codeList ?? field.codeList ?? '')
    const column = columns.find(({ name }) => name === mapping?.column)
    if (field.type !== 'code' || list === undefined || column === undefined) return []
    const country = typeof profile['country'] === 'string' ? profile['country'] : undefined
    const within = list.parentList === 'countries' ? country : undefined
    const proposed = suggestCodes(column, list, within)
    return [{ field: field.id, list: list.id, rows: proposed.map(withDraft(mapping?.codes)) }]
  })
}

interface FieldDraft {
  readonly column?: unknown
  readonly codeList?: string
  readonly codes?: unknown
}

/** A proposal with what the draft says of the same text; rules by regular expressions stay as they are. */
function withDraft(codes: unknown) {
  const said = Array.isArray(codes)
    ? Object.fromEntries(
        (codes as readonly CodeRule[]).filter(isPlain).map(({ from, to }) => [from, to]),
      )
    : ((codes ?? {}) as Readonly<Record<string, string>>)
  return ({ from, to, confidence, count }: CodeSuggestion) => {
    const own = said[from]
    return {
      from,
      count,
      to: own ?? (confidence === 1 ? to : undefined) ?? null,
      proposed: to ?? null,
      isKnown: confidence === 1,
      confidence,
    }
  }
}

interface CodeRule {
  readonly from: string
  readonly to: string
  readonly regex?: boolean
  readonly validFrom?: string
  readonly validTo?: string
}

/** A line that means the same always, and no expression. */
function isPlain({ regex, validFrom, validTo }: CodeRule): boolean {
  return regex !== true && validFrom === undefined && validTo === undefined
}

function listedType(id: unknown) {
  try {
    return getRecordType(String(id))
  } catch {
    return undefined
  }
}
