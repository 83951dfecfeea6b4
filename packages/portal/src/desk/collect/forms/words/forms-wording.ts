import type { QuestionType, WrittenType } from '@caudal/methods/collect/xlsform'
import type { Entered } from '../forms.ts'

/** What the pages of forms say. */
export interface FormsWording {
  readonly list: {
    readonly none: string
    readonly noneToFill: string
    readonly add: string
    readonly form: string
    readonly questions: string
    readonly record: string
    readonly waiting: string
    readonly state: string
    readonly states: Readonly<Record<'mapped' | 'unmapped' | 'withdrawn', string>>
    readonly versionNamed: (title: string, version: number) => string
    readonly fillIn: string
    readonly fillInNamed: (title: string, version: number) => string
  }
  readonly bring: {
    readonly title: string
    readonly lead: string
    readonly file: string
    readonly fileHint: string
    readonly read: string
    readonly keep: string
    readonly understood: (title: string, questions: number, lists: number) => string
    readonly languages: (names: string) => string
    readonly faults: string
    readonly faultsLead: string
    readonly allSupported: string
  }
  readonly unsupported: {
    readonly title: string
    readonly place: string
    readonly sheetRow: (sheet: string, row: number) => string
    readonly what: string
    readonly why: string
    readonly meaning: string
  }
  readonly one: {
    readonly version: (version: number) => string
    readonly keptBy: (name: string, day: string) => string
    readonly file: string
    readonly record: string
    readonly dataset: string
    readonly notMapped: string
    readonly confirmFields: string
    readonly changeFields: string
    readonly fillIn: string
    readonly asks: string
    readonly question: string
    readonly type: string
    readonly becomes: string
    readonly condition: string
    readonly notKept: string
    readonly notKeptCount: (count: number) => string
    readonly shownOnly: string
    readonly types: Readonly<Record<QuestionType, string>>
    readonly entries: string
    readonly noEntries: string
    readonly moreEntries: (count: number) => string
    readonly entry: string
    readonly entered: string
    readonly states: Readonly<Record<'draft' | 'waiting', string>>
    readonly open: string
    readonly openNamed: (moment: string) => string
    readonly discard: string
    readonly discardNamed: (moment: string) => string
    readonly ownEntries: string
    readonly clerkLead: string
    readonly records: (count: number) => string
    readonly held: string
    readonly heldLead: (count: number) => string
    readonly draftsUntil: (days: number) => string
    readonly perRepeat: (label: string) => string
    readonly handInLead: string
    readonly handIn: (count: number) => string
    readonly handingIn: string
    readonly handedIn: (count: number) => string
    readonly toBatch: string
    readonly withdraw: string
    readonly withdrawLead: string
    readonly because: string
    readonly withdrawn: (because: string) => string
    readonly all: string
    readonly download: string
  }
  readonly fields: {
    readonly title: (title: string) => string
    readonly lead: string
    readonly recordType: string
    readonly needed: string
    readonly others: string
    readonly field: string
    readonly source: string
    readonly sourceOf: (field: string) => string
    readonly nothing: string
    readonly constant: string
    readonly constantOf: (field: string) => string
    readonly entryDay: string
    readonly entryUnit: string
    readonly entrySize: string
    readonly parts: Readonly<Record<'latitude' | 'longitude' | 'accuracy', string>>
    readonly place: (question: string, place: number) => string
    readonly derived: string
    readonly codes: (field: string) => string
    readonly codesKnown: (count: number) => string
    readonly choice: string
    readonly code: string
    readonly codeOf: (choice: string) => string
    readonly unknown: string
    readonly notKept: string
    readonly notKeptLead: string
    readonly everythingKept: string
    readonly dataset: string
    readonly datasetHint: string
    readonly licence: string
    readonly licenceHint: string
    readonly confirm: string
    readonly fieldMissing: (field: string) => string
    readonly back: string
  }
  readonly entry: {
    readonly required: string
    readonly noAnswer: string
    readonly choose: string
    readonly computed: string
    readonly save: string
    readonly keepDraft: string
    readonly draftKept: string
    readonly saved: string
    readonly savedLead: string
    readonly another: string
    readonly toForm: string
    readonly otherLanguage: (language: string) => string
    readonly notKept: (names: string) => string
    readonly faults: Readonly<
      Record<
        Exclude<Entered['faults'][number]['kind'], 'count' | 'not-of-type'>,
        (question: string) => string
      >
    >
    /** What is to be written instead, by the type of the question. */
    readonly notOfType: Readonly<Record<WrittenType, (question: string) => string>>
    readonly all: (label: string, count: number) => string
    readonly instance: (label: string, place: number) => string
    readonly addInstance: (label: string) => string
    readonly remove: string
    readonly removeNamed: (name: string) => string
    readonly removeSure: (name: string) => string
    readonly wanted: (label: string, count: number) => string
    readonly latitude: string
    readonly longitude: string
    readonly findPlace: string
    readonly placeNotFound: string
    readonly placeHint: string
    readonly accuracy: (metres: string) => string
    readonly leave: string
    readonly check: string
    readonly checkLead: string
    readonly confirm: string
  }
}
