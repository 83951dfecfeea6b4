import { z } from 'zod'
import { countryCodings, officeFileSchema } from './office-parameters.ts'

/**
 * A desk: how one country's permit office, register of residents or reception centre writes its
 * file. The layout is data, so that a further country needs no code.
 */
const share = z.number().min(0).max(1)

/** What a desk may write, and how: a day, a code, a country, a number or a text. */
export const deskValues = {
  'applied-on': 'day',
  'decided-on': 'day',
  'permit-type': 'code',
  procedure: 'code',
  decision: 'code',
  'valid-from': 'day',
  'valid-to': 'day',
  'file-number': 'text',
  'started-on': 'day',
  'ended-on': 'day',
  'end-reason': 'code',
  'migratory-status': 'code',
  'next-country': 'place',
  'returned-on': 'day',
  'return-type': 'code',
  'return-means': 'code',
  mode: 'code',
  'border-post': 'text',
  centre: 'text',
  accompaniment: 'code',
  'family-unit': 'text',
  'family-size': 'number',
  'departed-on': 'day',
  motive: 'code',
  'previous-returns': 'number',
  need: 'code',
  referral: 'code',
  'victim-on-journey': 'code',
  'intended-country': 'place',
  'counterpart-country': 'place',
  purpose: 'code',
  department: 'text',
  municipality: 'text',
  'destination-department': 'text',
  education: 'code',
  'marital-status': 'code',
  occupation: 'code',
  citizenship: 'place',
  'birth-country': 'place',
  'previous-country': 'place',
  sex: 'code',
  age: 'number',
  'birth-date': 'day',
  'document-number': 'text',
} as const

export type DeskValue = keyof typeof deskValues

const names = [
  'full-name',
  'family-names',
  'first-family-name',
  'second-family-name',
  'given-names',
] as const

const column = z.strictObject({
  header: z.string(),
  write: z.enum([...(Object.keys(deskValues) as [DeskValue, ...DeskValue[]]), ...names]),
  /** Letters of Unicode date patterns. */
  format: z.string().optional(),
  codes: z.record(z.string(), z.string()).optional(),
  countries: z.enum(countryCodings).optional(),
  /** Written in capitals. */
  upper: z.boolean().optional(),
  quoted: z.boolean().optional(),
  /** Share of records in which the column is left blank. */
  blank: share.optional(),
  /** What is written where nothing is known. */
  missing: z.string().optional(),
  /** A value that no list has, written at the desk's rate of unknown codes. */
  unknown: z.string().optional(),
})

export const deskParametersSchema = z.strictObject({
  country: z.string().length(3),
  recordType: z.enum(['permit', 'residence', 'return']),
  profile: z.string(),
  file: officeFileSchema,
  nameStyle: z.enum(['title', 'upper', 'plain']),
  rates: z.strictObject({
    /** Families' names misspelt. */
    misspelt: share,
    /** Lines written twice. */
    repeated: share,
    /** Lines with a code that no list has. */
    unknownCode: share,
    /** Events that nobody wrote down. */
    notRecorded: share,
  }),
  columns: z.array(column).min(1),
})

export type DeskParameters = z.infer<typeof deskParametersSchema>
export type DeskColumn = z.infer<typeof column>
