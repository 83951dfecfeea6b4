/** A part of a profile that is one control, with the types of field that it is of use for. */
export interface ProfilePart {
  readonly part: string
  /** `lines`: several texts, parted by a vertical bar. `yes`: true or not said. */
  readonly kind: 'text' | 'number' | 'lines' | 'choice' | 'yes'
  readonly choices?: readonly string[]
  /** Types of field; all where absent. */
  readonly types?: readonly string[]
  /** Formats of file; all where absent. */
  readonly formats?: readonly string[]
}

const dates = ['date', 'timestamp', 'period']
const numbers = ['integer', 'decimal']
const lined = ['csv', 'tsv', 'fixed']

/** Parts of a field's mapping that the page of columns shows under "how its values are read". */
export const fieldParts: readonly ProfilePart[] = [
  { part: 'missing', kind: 'lines' },
  { part: 'extract', kind: 'text' },
  { part: 'pivotYear', kind: 'number', types: dates },
  {
    part: 'periodOf',
    kind: 'choice',
    choices: ['year', 'semester', 'quarter', 'month'],
    types: ['period'],
  },
  { part: 'codeList', kind: 'text', types: ['code'] },
  { part: 'unmapped', kind: 'choice', choices: ['reject', 'keep'], types: ['code'] },
  { part: 'times', kind: 'number', types: numbers },
  { part: 'decimal', kind: 'choice', choices: ['.', ','], types: numbers },
  { part: 'thousands', kind: 'choice', choices: [',', '.', ' ', "'"], types: numbers },
]

/** Parts of the layout that its page shows under "more about the file". */
export const layoutParts: readonly ProfilePart[] = [
  { part: 'quote', kind: 'text', formats: ['csv'] },
  { part: 'skipAfterHeader', kind: 'number', formats: ['csv', 'tsv', 'xlsx'] },
  { part: 'hxlTags', kind: 'yes', formats: ['csv', 'tsv', 'xlsx'] },
  { part: 'headerFill', kind: 'yes', formats: ['xlsx'] },
  { part: 'lineLength', kind: 'number', formats: ['fixed'] },
  { part: 'archiveMember', kind: 'text' },
  { part: 'thousands', kind: 'choice', choices: [',', '.', ' ', "'"] },
  { part: 'htmlEntities', kind: 'yes', formats: [...lined, 'json', 'ndjson', 'xlsx'] },
]

/** The parts of the schema whose controls are made by hand, by the page that holds them. */
export const controlsByHand = {
  layout: [
    ['format', 'layout-step'],
    ['encoding', 'layout-step'],
    ['delimiter', 'layout-step'],
    ['sheet', 'layout-step'],
    ['headerRows', 'layout-step'],
    ['skipLines', 'layout-step'],
    ['decimal', 'layout-step'],
    ['missing', 'layout-step'],
    ['columns', 'layout-step'],
  ],
  field: [
    ['column', 'field-source'],
    ['template', 'field-source'],
    ['constant', 'field-source'],
    ['date', 'columns-step'],
    ['timeZone', 'columns-step'],
    ['codes', 'codes-step'],
  ],
  profile: [
    ['dataset', 'source-step'],
    ['title', 'source-step'],
    ['source', 'source-step'],
    ['recordType', 'layout-step'],
    ['layout', 'layout-step'],
    ['unpivot', 'layout-step'],
    ['leaveOut', 'layout-step'],
    ['timeZone', 'columns-step'],
    ['split', 'columns-step'],
    ['fields', 'columns-step'],
    ['ignore', 'columns-step'],
    ['rules', 'rules-step'],
  ],
} as const
