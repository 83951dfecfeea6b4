import { z } from 'zod'

/**
 * A source profile: how one institution writes one kind of file, and what it means.
 * JSON, versioned, per country and source. Nothing in it is code.
 */
const text = z.strictObject({ es: z.string(), en: z.string(), fr: z.string() })

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')

export const encodings = ['utf-8', 'windows-1252', 'latin-1', 'utf-16le', 'utf-16be'] as const

const layout = z.strictObject({
  format: z.enum(['csv', 'json']),
  /** Without it: the byte order mark decides, else UTF-8. */
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().min(1).max(4).optional(),
  quote: z.string().length(1).optional(),
  /** Lines before the header line. */
  skipLines: z.int().min(0).optional(),
  /** Lines after the header line that are not data (HXL tags, units). */
  skipAfterHeader: z.int().min(0).optional(),
  /** Member of a zip archive, as a glob; needed only where the archive holds several files. */
  archiveMember: z.string().optional(),
  /** Values that mean "no answer" in every column, besides the empty one. */
  missing: z.array(z.string()).optional(),
  decimal: z.enum(['.', ',']).optional(),
  thousands: z.enum([',', '.', ' ', "'"]).optional(),
})

const codeRule = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** `from` is a regular expression that must match the whole value. */
  regex: z.boolean().optional(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
})

const fieldMapping = z.strictObject({
  /** Column of the file by its header. Several: the first that is not missing. */
  column: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** The same value in every record. */
  constant: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** A template of columns, `{year}-{month}`, read like a column afterwards. */
  template: z.string().optional(),
  /** Date pattern in Unicode letters: `dd/MM/yyyy HH:mm`. Several: the first that reads. */
  date: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Two-digit years: years up to this many years after the file's newest year are this century. */
  pivotYear: z.int().min(1900).max(2100).optional(),
  /** Source code → code. Codes of the field's own list and their aliases need no entry. */
  codes: z.union([z.record(z.string(), z.string()), z.array(codeRule)]).optional(),
  /** What an unmapped code becomes: `_U` with a finding (default), or the record is rejected. */
  unmapped: z.enum(['unknown', 'reject']).optional(),
  /** Multiply a number (thousands to units). */
  times: z.number().optional(),
  /** Regular expression whose first group is kept. */
  extract: z.string().optional(),
})

export const sourceProfileSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  version: z.int().min(1),
  recordType: z.string(),
  title: text,
  /** Dataset the records join; several profiles (vintages, layouts) may feed one dataset. */
  dataset: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** ISO 3166-1 alpha-3 of the country whose institution keeps the file. */
  country: z.string().length(3).optional(),
  source: z.strictObject({
    owner: z.string(),
    title: z.string(),
    licence: z.string(),
    url: z.string().optional(),
    citation: z.string(),
  }),
  /** Drawn, not observed: everything made from it says so. */
  synthetic: z.boolean().default(false),
  layout,
  /** Wide to long: every column not kept becomes a row. */
  unpivot: z
    .strictObject({
      keep: z.array(z.string()),
      nameTo: z.string(),
      valueTo: z.string(),
      /** Rows with no value are left out (counted), not kept as missing. */
      dropMissing: z.boolean().default(true),
    })
    .optional(),
  fields: z.record(z.string(), fieldMapping),
  /** Columns known and not wanted. Any other unmapped column is reported as new. */
  ignore: z.array(z.string()).default([]),
  /** Rules switched or re-levelled for this source, each with its reason. */
  rules: z
    .record(
      z.string(),
      z.strictObject({ level: z.enum(['reject', 'warn', 'off']), reason: z.string().min(1) }),
    )
    .default({}),
})

export type SourceProfile = z.infer<typeof sourceProfileSchema>
export type FieldMapping = z.infer<typeof fieldMapping>
export type Layout = z.infer<typeof layout>
