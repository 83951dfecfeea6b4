import { z } from 'zod'

/**
 * A source profile: how one institution writes one kind of file, and what it means.
 * JSON, versioned, per country and source. Nothing in it is code.
 */
const text = z.strictObject({ es: z.string(), en: z.string(), fr: z.string() })

const titled = z.union([z.string(), text])

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')

export const encodings = ['utf-8', 'windows-1252', 'latin-1', 'utf-16le', 'utf-16be'] as const

/** Formats that a source may send. */
export const formats = ['csv', 'tsv', 'fixed', 'json', 'ndjson', 'xlsx', 'parquet'] as const

const layout = z
  .strictObject({
    format: z
      .enum(formats)
      .describe(
        'csv: values parted by a delimiter. tsv: by tabs. fixed: columns of fixed width. json: an array of objects. ndjson: one object a line. xlsx: a sheet of a workbook. parquet.',
      ),
    encoding: z
      .enum(encodings)
      .optional()
      .describe('Without it the byte order mark decides, else UTF-8.'),
    delimiter: z.string().min(1).max(4).optional(),
    quote: z.string().length(1).optional(),
    skipLines: z.int().min(0).optional().describe('Lines, or rows of a sheet, before the header.'),
    sheet: z
      .union([z.string().min(1), z.int().min(1)])
      .optional()
      .describe('Sheet of a workbook by its name or its place from 1; default the first.'),
    headerRows: z
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe(
        'Rows of headings, default 1. Of a sheet those above a column are joined with " / " to its name, merged cells standing for all they cover. 0: a CSV or TSV without names, whose columns are `#1`, `#2` …',
      ),
    headerFill: z
      .boolean()
      .optional()
      .describe('Headings above hold for the empty cells to their right, up to the next one.'),
    columns: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          start: z.int().min(1).describe('First letter of the column, from 1.'),
          width: z.int().min(1).describe('Letters.'),
        }),
      )
      .min(1)
      .optional()
      .describe('Columns of a text of fixed width.'),
    lineLength: z
      .int()
      .min(1)
      .optional()
      .describe('Letters of every line of a text of fixed width; others are rejected.'),
    skipAfterHeader: z
      .int()
      .min(0)
      .optional()
      .describe('Lines after the header line that are not data (units).'),
    hxlTags: z
      .boolean()
      .optional()
      .describe(
        'The line after the headings is left out where it holds nothing but tags of the Humanitarian Exchange Language (`#adm1+name`); where it holds anything else it is a record.',
      ),
    archiveMember: z
      .string()
      .optional()
      .describe('Member of a zip archive, as a glob; needed only where it holds several files.'),
    missing: z
      .array(z.string())
      .optional()
      .describe('Values that mean "no answer" in every column, besides the empty one.'),
    decimal: z.enum(['.', ',']).optional().describe('Mark before the fraction; default a point.'),
    thousands: z
      .enum([',', '.', ' ', "'"])
      .optional()
      .describe('Mark between groups of three digits.'),
    htmlEntities: z
      .boolean()
      .optional()
      .describe('Texts hold character references of HTML (&#039; &amp;) that are to be undone.'),
  })
  .describe('How the file is written.')

const codeRule = z.strictObject({
  from: z.string(),
  to: z
    .string()
    .describe(
      'The code. After a regular expression, `\\1` stands for what its first group matched.',
    ),
  regex: z
    .boolean()
    .optional()
    .describe('`from` is a regular expression that must match the whole value.'),
  ignoreCase: z.boolean().optional().describe('The regular expression does not mind capitals.'),
  validFrom: isoDate.optional().describe("First day of the record's date on which it holds."),
  validTo: isoDate.optional().describe("Last day of the record's date on which it holds."),
})

const fieldMapping = z
  .strictObject({
    column: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe('Column of the file by its header. Several: the first that is not missing.'),
    constant: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .describe('The same value in every record.'),
    template: z
      .string()
      .optional()
      .describe(
        'A template of columns, `{year}-{month}`, read like a column afterwards; missing where one of them is.',
      ),
    missing: z
      .array(z.string())
      .optional()
      .describe('Values that mean "no answer" in this field, besides those of the layout.'),
    extract: z
      .string()
      .optional()
      .describe('Regular expression whose first group is kept, before anything else is read.'),
    date: z
      .union([z.string(), z.array(z.string()).min(1)])
      .optional()
      .describe(
        'Date pattern in Unicode letters: `dd/MM/yyyy HH:mm`; X is the difference from Greenwich (`Z`, `-06:00`). `excel`: days as spreadsheets count them, 45292 for 1 January 2024. Several: the first that reads.',
      ),
    timeZone: z
      .string()
      .optional()
      .describe(
        'Time zone (IANA, `UTC`) whose clock this column shows, where it is not that of the profile; its instants become times of the profile’s zone.',
      ),
    pivotYear: z
      .int()
      .min(1900)
      .max(2100)
      .optional()
      .describe('Last year that a two-digit year may mean: with 2030, 30 is 2030 and 31 is 1931.'),
    periodOf: z
      .enum(['year', 'semester', 'quarter', 'month'])
      .optional()
      .describe('For periods: the period of this length that the date lies in.'),
    codes: z
      .union([z.record(z.string(), z.string()), z.array(codeRule)])
      .optional()
      .describe(
        "Source code to code. Codes, labels and aliases of the field's own list need no entry.",
      ),
    codeList: z
      .string()
      .optional()
      .describe('Code list of this source, in place of the one the field is declared with.'),
    unmapped: z
      .enum(['unknown', 'reject', 'keep'])
      .optional()
      .describe(
        'What an unmapped code becomes: `_U` with a finding (default), a rejected record, or itself.',
      ),
    times: z.number().optional().describe('Multiply a number: 1000 for a file in thousands.'),
    decimal: z.enum(['.', ',']).optional().describe('Where this field differs from the layout.'),
    thousands: z
      .enum([',', '.', ' ', "'"])
      .optional()
      .describe('Where this field differs from the layout.'),
  })
  .describe('Where a field comes from: one of `column`, `template` or `constant`.')

export const sourceProfileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
    version: z.int().min(1),
    recordType: z.string(),
    title: text,
    dataset: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
      .describe(
        'Dataset the records join; several profiles (vintages, layouts) may feed one dataset.',
      ),
    country: z
      .string()
      .length(3)
      .optional()
      .describe('ISO 3166-1 alpha-3 of the country whose institution keeps the file.'),
    source: z.strictObject({
      owner: z.string(),
      title: titled.describe('As its owner titles it; in three languages where the owner does.'),
      licence: z.string(),
      url: z.string().optional(),
      citation: titled,
    }),
    synthetic: z
      .boolean()
      .default(false)
      .describe('Drawn, not observed: everything made from it says so.'),
    timeZone: z
      .string()
      .optional()
      .describe(
        'Time zone (IANA, `America/Tegucigalpa`) of the places where the records were made: their dates and times of day are those of its clocks, daylight saving included.',
      ),
    layout,
    split: z
      .array(
        z.strictObject({
          column: z.string().min(1).describe('Column of the file that says several things.'),
          pattern: z
            .string()
            .describe(
              'Regular expression that must match the whole value; each named group, `(?<name>…)`, is a column of that name for `fields`.',
            ),
          ignoreCase: z.boolean().optional().describe('The pattern does not mind capitals.'),
        }),
      )
      .optional()
      .describe('One column to several: `(?<department>[^/]+) / (?<municipality>.+)`.'),
    unpivot: z
      .strictObject({
        keep: z.array(z.string()),
        nameTo: z.string(),
        valueTo: z.string(),
        dropMissing: z
          .boolean()
          .default(true)
          .describe('Rows with no value are left out (counted), not kept as missing.'),
      })
      .optional()
      .describe('Wide to long: every column not kept becomes a row.'),
    leaveOut: z
      .array(
        z.strictObject({
          column: z.string(),
          values: z.array(z.string()).min(1),
          reason: text,
        }),
      )
      .default([])
      .describe('Rows that are no records (totals printed among the rows): counted, left out.'),
    fields: z.record(z.string(), fieldMapping),
    ignore: z
      .array(z.string())
      .default([])
      .describe('Columns known and not wanted. Any other unmapped column is reported as new.'),
    rules: z
      .record(
        z.string(),
        z.strictObject({ level: z.enum(['reject', 'warn', 'off']), reason: z.string().min(1) }),
      )
      .default({})
      .describe('Rules switched or re-levelled for this source, each with its reason.'),
  })
  .describe('How one institution writes one kind of file, and what it means.')

export type SourceProfile = z.infer<typeof sourceProfileSchema>
export type FieldMapping = z.infer<typeof fieldMapping>
export type Layout = z.infer<typeof layout>
