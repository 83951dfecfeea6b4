import { z } from 'zod'

/**
 * An office: how the border posts of one country write a crossing down. The layout is data, so
 * that a further country needs no code.
 */
const share = z.number().min(0).max(1)
const codes = z.record(z.string(), z.string())

export const countryCodings = ['alpha-3', 'alpha-2', 'm49', 'es', 'es-upper', 'en'] as const

const column = z.strictObject({
  header: z.string(),
  write: z.enum([
    'crossed-on',
    'crossed-at',
    'direction',
    'border-post',
    'mode',
    'full-name',
    'family-names',
    'first-family-name',
    'second-family-name',
    'married-name',
    'given-names',
    'sex',
    'birth-date',
    'citizenship',
    'birth-country',
    'residence-country',
    'counterpart-country',
    'document-issuer',
    'document-type',
    'document-number',
    'purpose',
    'authorised-days',
    'carrier',
  ]),
  /** Letters of Unicode date patterns: yyyy MM dd d M HH mm ss. */
  format: z.string().optional(),
  codes: codes.optional(),
  /** Codes in use from a day on, in place of `codes`. */
  since: z.strictObject({ day: z.string(), codes }).optional(),
  countries: z.enum(countryCodings).optional(),
  quoted: z.boolean().optional(),
  /** Share of records in which the column is left blank. */
  blank: share.optional(),
  /** What is written where nothing is known. */
  missing: z.string().optional(),
  /** A value that no list has, for the planted unknown codes. */
  unknown: z.string().optional(),
})

export const errorParametersSchema = z.strictObject({
  about: z.string(),
  rates: z.record(z.string(), share),
  lateDays: z.array(z.tuple([share, z.number()])),
})

/** How the file of an office is written. */
export const officeFileSchema = z.strictObject({
  name: z.string(),
  /** Name of the member where the file is packed in a zip archive. */
  member: z.string().optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'latin-1', 'utf-16le']),
  byteOrderMark: z.boolean(),
  delimiter: z.string().length(1),
  newline: z.enum(['\n', '\r\n']),
})

export const officeParametersSchema = z.strictObject({
  country: z.string().length(3),
  profile: z.string(),
  file: officeFileSchema,
  /** `title` as documents print them, `upper` in capitals, `plain` capitals without accents. */
  nameStyle: z.enum(['title', 'upper', 'plain']),
  /** Share of records at airports that are read by machine: ICAO 9303 spelling. */
  machineReadable: share,
  /** Multiplies the common error rates. */
  errorFactors: z.record(z.string(), z.number().min(0)),
  columns: z.array(column).min(1),
})

export type OfficeParameters = z.infer<typeof officeParametersSchema>
export type OfficeColumn = z.infer<typeof column>
export type ErrorParameters = z.infer<typeof errorParametersSchema>
export type CountryCoding = (typeof countryCodings)[number]
