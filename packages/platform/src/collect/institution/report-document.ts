import { getRecordType, type RecordType } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import type { Batch } from '../../store/index.ts'
import type { BatchQuality } from '../quality/batch-quality.ts'
import type { Finding } from '../quality/find-findings.ts'
import { findingMessage } from '../quality/finding-message.ts'
import { findingValue } from '../quality/finding-value.ts'
import { collectWords } from '../report/words.ts'
import type { RepeatKind } from '../staging/repeats-sql.ts'
import type { ReportFigures } from './report-figures.ts'
import { reportWords, type ReportWords } from './report-words.ts'
import { sayDays, sayMonth } from './said-day.ts'
import { toldPercent } from './told-percent.ts'

export type ReportCell = string | number | null

/** A table of a report: numbers stay numbers, so that a workbook can reckon with them. */
export interface ReportTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReportCell[])[]
  /** For each row, whether it stands out: a post with days that are missing. */
  readonly marked?: readonly boolean[]
}

export interface ReportSection {
  readonly heading: string
  readonly note?: string
  /** Said below, whether there is a table or not. */
  readonly also?: string
  /** Absent where there is nothing to report. */
  readonly table: ReportTable | undefined
}

/** A report as a document, from which its page and its workbook are written. */
export interface ReportDocument {
  readonly language: Language
  readonly title: string
  readonly synthetic: string | undefined
  /** That the file counts no more, and why; undefined where it counts. */
  readonly standing: string | undefined
  readonly intro: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly sections: readonly ReportSection[]
  readonly none: string
}

export interface ReportSource {
  readonly batch: Batch
  /** Who keeps the file, and what the dataset is called. */
  readonly institution: string
  readonly datasetTitle: string
  readonly synthetic: boolean
  readonly figures: ReportFigures
  readonly examples: readonly Finding[]
  /** The code lists of the node. */
  readonly codeLists: CodeListBook
}

function standingOf(batch: Batch, words: ReportWords): string | undefined {
  const { status, withdrawnBecause, supersededBy, supersededBecause } = batch
  if (status === 'accepted') return undefined
  const said =
    status === 'withdrawn' ? words.withdrawn : words.superseded(String(supersededBy ?? '–'))
  const because = status === 'withdrawn' ? withdrawnBecause : supersededBecause
  return [said, because && words.because(because)].filter(Boolean).join(' ')
}

/** The report on a batch, in the language of the institution that sent it. */
export function reportDocument(source: ReportSource, language: Language): ReportDocument {
  const words = reportWords[language]
  const { batch, figures } = source
  const quality = batch.quality as unknown as BatchQuality
  const recordType = getRecordType(batch.recordType)
  const percent = (part: number, whole: number) => (whole === 0 ? null : toldPercent(part, whole))
  const levels = collectWords[language].levels
  const fieldLabel = (id: string) =>
    recordType.fields.find((field) => field.id === id)?.label[language] ?? id
  const isAggregate = ['observation', 'displacement'].includes(recordType.id)
  const notBrought = Object.entries(quality.completeness).flatMap(([field, share]) =>
    share === 0 ? [fieldLabel(field)] : [],
  )
  const section = (
    heading: string,
    head: readonly string[],
    rows: readonly (readonly ReportCell[])[],
    note?: string,
    marked?: readonly boolean[],
  ): ReportSection => ({
    heading,
    ...(note === undefined ? {} : { note }),
    table:
      rows.length === 0 ? undefined : { head, rows, ...(marked === undefined ? {} : { marked }) },
  })
  return {
    language,
    title: words.title(batch.fileName),
    synthetic: source.synthetic ? words.synthetic : undefined,
    standing: standingOf(batch, words),
    intro: words.intro(source.institution),
    facts: [
      [words.facts[0], source.institution],
      [words.facts[1], batch.fileName],
      [words.facts[2], sayDays(batch.receivedAt.slice(0, 10), language)],
      [words.facts[3], `${batch.profileId} (${batch.profileVersion})`],
      [words.facts[4], source.datasetTitle],
      ...(figures.span === undefined
        ? []
        : [
            [
              words.facts[5],
              sayDays(`${figures.span.first} – ${figures.span.last}`, language),
            ] as const,
          ]),
    ],
    sections: [
      section(
        words.counts,
        ['', words.counts, '%'],
        [
          [words.countRows[0], batch.rowsRead, 100],
          [words.countRows[1], batch.rowsAccepted, percent(batch.rowsAccepted, batch.rowsRead)],
          [words.countRows[2], batch.rowsRejected, percent(batch.rowsRejected, batch.rowsRead)],
          [words.countRows[3], quality.leftOut, null],
          [
            words.countRows[4],
            batch.rowsFlaggedDuplicate,
            percent(batch.rowsFlaggedDuplicate, batch.rowsRead),
          ],
          ...(quality.repeatsNotCounted === undefined
            ? []
            : [
                [
                  words.countRows[5],
                  quality.repeatsNotCounted,
                  percent(quality.repeatsNotCounted, batch.rowsRead),
                ],
              ]),
        ],
      ),
      section(words.qualityFigures, words.qualityHead, qualityRows(batch, quality, words)),
      section(
        words.rules,
        words.ruleHead,
        quality.findings.map(({ level, rule, count, ...lines }) => [
          levels[level],
          findingMessage(batch.recordType, rule, language, lines),
          count,
          percent(count, batch.rowsRead),
          rule,
        ]),
        words.rulesNote,
      ),
      section(
        words.examples,
        words.exampleHead,
        source.examples.map(({ line, level, rule, field, value, expected }) => [
          Number(line),
          levels[level],
          `${findingMessage(batch.recordType, rule, language, { found: value, expected })}${
            field === null
              ? ''
              : ` (${field
                  .split(',')
                  .map((each) => fieldLabel(each.trim()))
                  .join(', ')})`
          }`,
          findingValue(batch.recordType, field, value, language, source.codeLists),
        ]),
      ),
      section(
        words.codes,
        words.codeHead,
        quality.unmapped.map(({ field, code, count, suggestion }) => [
          fieldLabel(field),
          code,
          count,
          suggestion === null
            ? null
            : suggested(recordType, field, suggestion, language, source.codeLists),
        ]),
        words.codesNote,
      ),
      section(
        words.repeats,
        words.repeatHead,
        Object.entries(quality.repeats).map(([kind, count]) => [
          collectWords[language].repeatKinds[kind as RepeatKind],
          count,
        ]),
        [
          words.repeatsNote,
          ...((quality.repeatsNotSought ?? []).length === 0
            ? []
            : [collectWords[language].repeatsNotSought(quality.repeatsNotSought!.join(', '))]),
        ].join(' '),
      ),
      {
        ...section(
          words.fields,
          words.fieldHead,
          Object.entries(quality.completeness)
            .filter(([, share]) => share > 0 && share < 1)
            .toSorted((a, b) => a[1] - b[1])
            .map(([field, share]) => [fieldLabel(field), toldPercent(share, 1)]),
        ),
        ...(notBrought.length === 0 ? {} : { also: words.notBrought(notBrought.join(', ')) }),
      },
      section(
        words.coverage,
        words.coverageHead,
        figures.coverage.map(({ post, records, days, missingDays, missing, hasMore }) => [
          place(recordType, post, source.codeLists, language) ?? words.all,
          Number(records),
          Number(days),
          Number(missingDays),
          sayDays(missing, language) + (hasMore ? ' …' : ''),
        ]),
        words.coverageNote,
        figures.coverage.map(({ missingDays }) => Number(missingDays) > 0),
      ),
      section(
        words.months,
        words.monthHead,
        figures.months.map(({ month, records, yearBefore }) => [
          sayMonth(month, language),
          Number(records),
          yearBefore === null ? null : Number(yearBefore),
          yearBefore === null ? null : Number(records) - Number(yearBefore),
        ]),
      ),
      ...(figures.yearBefore === undefined
        ? []
        : [
            section(
              words.figures,
              words.figuresHead,
              figures.yearBefore.changes.map(({ of, value, yearBefore }) => [
                of,
                value,
                yearBefore,
                Math.round((value - yearBefore) * 100) / 100,
                percent(value - yearBefore, yearBefore),
              ]),
              words.figuresNote(figures.yearBefore.known),
            ),
          ]),
      {
        ...section(
          words.arithmetic,
          words.arithmeticHead,
          figures.arithmetic.map(({ dimension, of, total, parts }) => [
            fieldLabel(dimension),
            of,
            total,
            parts,
            Math.round((parts - total) * 100) / 100,
          ]),
          words.arithmeticNote,
        ),
        ...(isAggregate ? { also: words.arithmeticRule } : {}),
      },
      section(
        words.columns,
        ['', words.columns],
        [
          [words.newColumns, quality.newColumns.join(', ')] as const,
          [words.absentColumns, quality.absentColumns.join(', ')] as const,
        ].filter(([, columns]) => columns !== ''),
      ),
    ],
    none: words.none,
  }
}

/** What a delivery is worth, each measure that is known of it. */
function qualityRows(
  batch: Batch,
  { withoutFinding, completeness, unmappedCodes, daysFromEvent }: BatchQuality,
  { qualityRows: names }: (typeof reportWords)[Language],
): ReportCell[][] {
  const given = Object.values(completeness).filter((share) => share > 0)
  const mean = given.reduce((sum, share) => sum + share, 0) / given.length
  return [
    ...(withoutFinding === undefined || batch.rowsRead === 0
      ? []
      : [[names.withoutFinding, toldPercent(withoutFinding, batch.rowsRead)]]),
    ...(given.length === 0 ? [] : [[names.completeness, toldPercent(mean, 1)]]),
    ...(batch.rowsAccepted === 0
      ? []
      : [[names.repeats, toldPercent(batch.rowsFlaggedDuplicate, batch.rowsAccepted)]]),
    [names.unmapped, unmappedCodes],
    ...(daysFromEvent
      ? [
          [names.half, daysFromEvent.half],
          [names.most, daysFromEvent.most],
        ]
      : []),
  ]
}

function suggested(
  recordType: RecordType,
  fieldId: string,
  code: string,
  language: Language,
  book: CodeListBook,
): string {
  const list = recordType.fields.find(({ id }) => id === fieldId)?.codeList
  if (list === undefined) return code
  return `${labelOf(book.get(list), code, language)} (${code})`
}

/** What a post is called; undefined for all of them together. */
function place(
  recordType: RecordType,
  post: string,
  book: CodeListBook,
  language: Language,
): string | undefined {
  if (post === '_T') return undefined
  for (const id of ['border_post', 'department'] as const) {
    const list = recordType.fields.find((field) => field.id === id)?.codeList
    if (list === undefined) continue
    const label = labelOf(book.get(list), post, language)
    if (label !== post) return label
  }
  return post
}
