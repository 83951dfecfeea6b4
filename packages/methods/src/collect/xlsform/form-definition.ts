/** A row of a sheet of the form, by the names in its header. */
export type FormRow = Readonly<Record<string, string>>

/** The sheets of an XLSForm; a sheet that the workbook lacks is undefined. */
export interface XlsForm {
  readonly survey: readonly FormRow[]
  readonly choices: readonly FormRow[] | undefined
  readonly settings: readonly FormRow[] | undefined
}

/** Words by language as the form gives them; `default` for a column without a language. */
export type FormText = Readonly<Record<string, string>>

/**
 * What a question is answered with. `note` says something and asks nothing; `calculate` is computed;
 * `place` is a latitude and a longitude in degrees, parted by a space (WGS 84), with altitude and accuracy in
 * metres where they are known; `start`, `end` and `today` are filled in by whoever shows the form.
 */
export type QuestionType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'choice'
  | 'choices'
  | 'acknowledge'
  | 'place'
  | 'note'
  | 'calculate'
  | 'hidden'
  | 'start'
  | 'end'
  | 'today'

/** Types whose answers are written, and may be of another kind. */
export type WrittenType = Extract<
  QuestionType,
  'integer' | 'decimal' | 'date' | 'time' | 'timestamp' | 'place'
>

/** One question. Expressions are texts of XPath, which are known to be readable. */
export interface FormQuestion {
  readonly name: string
  readonly type: QuestionType
  /** Row of the sheet `survey` as the spreadsheet counts, the header being 1. */
  readonly row: number
  readonly label: FormText
  readonly hint?: FormText
  /** Groups that the question lies in, outermost first. */
  readonly groups: readonly string[]
  /** Whether an answer is needed: an expression. */
  readonly required?: string
  readonly requiredMessage?: FormText
  /** Code list of a question with choices. */
  readonly list?: string
  /** Which choices are offered: an expression in which a bare name is a column of the choice. */
  readonly choiceFilter?: string
  /** Asked only where this is true. */
  readonly relevant?: string
  /** What must hold of an answer. */
  readonly constraint?: string
  readonly constraintMessage?: FormText
  readonly calculation?: string
  /** The answer that stands there at first: a text, or an expression. */
  readonly default?: { readonly value: string } | { readonly expression: string }
  readonly readOnly?: true
  readonly appearance?: 'multiline' | 'minimal'
}

export interface FormGroup {
  /** Names of the groups around it and its own, parted by slashes. */
  readonly id: string
  readonly row: number
  readonly label: FormText
  readonly relevant?: string
  /** Answered as often as there are instances; `count` says how many there have to be: an expression. */
  readonly repeat?: { readonly count?: string }
}

export interface FormChoice {
  readonly code: string
  readonly label: FormText
  /** Other columns of its row, for choice filters. */
  readonly columns?: Readonly<Record<string, string>>
}

export interface FormCodeList {
  readonly id: string
  readonly codes: readonly FormChoice[]
}

/** Where in the workbook something stands. */
export interface FormPlace {
  readonly sheet: 'survey' | 'choices' | 'settings'
  /** Row as the spreadsheet counts, the header being 1. */
  readonly row: number
  readonly name: string
  /** The column, or what of the row is meant. */
  readonly part: string
  /** What stands there. */
  readonly text: string
}

/** What of a form has no counterpart, and what that means for whoever fills it in. */
export interface UnsupportedPart extends FormPlace {
  readonly meaning:
    | 'question-left-out'
    | 'asked-once'
    | 'always-asked'
    | 'not-checked'
    | 'not-computed'
    | 'not-required'
    | 'all-choices-offered'
    | 'nothing-filled-in'
    | 'shown-plainly'
    | 'media-not-shown'
    | 'choice-left-out'
    | 'setting-unused'
}

/** Why a workbook cannot become a form. */
export interface FormFault extends FormPlace {
  readonly fault:
    | 'no-questions'
    | 'no-choices-sheet'
    | 'type-unknown'
    | 'name-missing'
    | 'name-wrong'
    | 'name-twice'
    | 'list-unknown'
    | 'group-not-closed'
    | 'group-not-open'
    | 'unreadable'
    | 'question-unknown'
    | 'circular'
    | 'too-many'
}

/** A form as a definition: its questions, code lists, and what could not be taken over. */
export interface FormDefinition {
  readonly title: string
  /** Identifier and version that the form gives itself; empty where it gives none. */
  readonly id: string
  readonly version: string
  readonly defaultLanguage: string
  /** Languages of its words, by code where it is known. */
  readonly languages: readonly string[]
  readonly questions: readonly FormQuestion[]
  readonly groups: readonly FormGroup[]
  readonly codeLists: readonly FormCodeList[]
  readonly unsupported: readonly UnsupportedPart[]
}

/**
 * Answers by question, as they are typed or chosen; several choices are parted by spaces. Those within a
 * repeated group stand under `answerKey`, and its instances under `instancesKey`.
 */
export type FormAnswers = Readonly<Record<string, string>>
