import type { SendStep } from '../send/steps.ts'

/** What the pages say on which a file is sent, explained, tried and taken in. */
export interface SendWording {
  readonly send: string
  readonly title: string
  readonly lead: string
  readonly file: string
  readonly fileHint: string
  readonly sending: (percent: string) => string
  readonly looking: string
  readonly goOn: string
  readonly goOnWith: (name: string) => string
  readonly resume: (name: string) => string
  readonly unfinished: string
  readonly states: Readonly<
    Record<'receiving' | 'draft' | 'imported' | 'discarded' | 'expired', string>
  >
  readonly discard: string
  readonly discardNamed: (name: string) => string
  readonly by: (who: string, day: string) => string
  readonly step: (at: number, of: number) => string
  readonly steps: Readonly<Record<SendStep, string>>
  readonly next: string
  readonly back: string
  readonly sure: (percent: string) => string
  readonly layout: {
    readonly lead: string
    readonly recordType: string
    readonly format: string
    readonly formats: Readonly<Record<string, string>>
    readonly encoding: string
    readonly automatic: string
    readonly delimiter: string
    readonly delimiters: Readonly<Record<string, string>>
    readonly sheet: string
    readonly headerRows: string
    readonly headerRowsHint: string
    readonly typeUnsure: (label: string) => string
    readonly couldBe: string
    readonly otherTable: (row: number) => string
    readonly typeLacks: (fields: string) => string
    readonly skipLines: string
    readonly decimal: string
    readonly point: string
    readonly comma: string
    readonly missing: string
    readonly missingHint: string
    readonly read: string
    readonly columns: string
    readonly column: string
    readonly values: string
    readonly whole: string
  }
  readonly columns: {
    readonly lead: string
    readonly needed: string
    readonly others: string
    readonly fieldHead: string
    readonly columnHead: string
    readonly none: string
    readonly derived: string
    readonly constant: string
    readonly constantValue: string
    readonly datePattern: string
    readonly rival: (pattern: string) => string
    readonly unplaced: string
    readonly columnOf: (field: string) => string
  }
  readonly codes: {
    readonly lead: string
    readonly nothing: string
    readonly text: string
    readonly times: string
    readonly means: string
    readonly meaningOf: (text: string) => string
    readonly open: (count: number) => string
    readonly unclear: (typed: string) => string
  }
  readonly rules: {
    readonly lead: string
    readonly level: (rule: string) => string
    readonly usual: (level: string) => string
    readonly reject: string
    readonly warn: string
    readonly off: string
    readonly reason: string
    readonly source: string
  }
  readonly source: {
    readonly lead: string
    readonly titles: Readonly<Record<'es' | 'en' | 'fr', string>>
    readonly owner: string
    readonly licence: string
    readonly licenceHint: string
    readonly citation: string
    readonly citationHint: string
    readonly dataset: string
    readonly datasetHint: string
  }
  readonly trial: {
    readonly lead: string
    readonly fault: string
    readonly toFault: string
    readonly start: string
    readonly again: string
    readonly stop: string
    readonly stopped: string
    readonly progress: Readonly<Record<'collect.try' | 'collect.take-in', string>>
    readonly counts: Readonly<
      Record<'read' | 'accepted' | 'rejected' | 'repeated' | 'notCounted' | 'leftOut', string>
    >
    readonly why: string
    readonly sound: string
    readonly examples: string
    readonly line: string
    readonly finding: string
    readonly value: string
    readonly level: string
    readonly records: string
    readonly unmapped: string
    readonly toCodes: string
    readonly meant: string
    readonly newColumns: (columns: string) => string
    readonly repeatsNotSought: (batches: string) => string
    readonly takeIn: (count: string) => string
    readonly nothing: string
    readonly download: string
  }
  readonly done: {
    readonly title: string
    readonly lead: string
    readonly toReport: string
    readonly another: string
    readonly closed: string
  }
}
