import { z } from 'zod'
import { countryCodings } from './office-parameters.ts'

/**
 * A sheet: how one country's institution writes incidents, rounds of displacement, answers of a survey,
 * figures, or births and deaths, in whatever format it keeps them. The layout is data, so that a further country needs no code.
 */
const column = z.strictObject({
  header: z.string(),
  /** The heading above, where several columns share one. */
  group: z.string().optional(),
  /** What is written: a value of the record by its name. */
  write: z.string(),
  /** Letters of Unicode date patterns: yyyy MM dd. */
  format: z.string().optional(),
  codes: z.record(z.string(), z.string()).optional(),
  countries: z.enum(countryCodings).optional(),
  /** A number is written as one, where the format tells numbers from texts. */
  number: z.boolean().optional(),
  /** Mark before the fraction. */
  decimal: z.enum(['.', ',']).optional(),
  upper: z.boolean().optional(),
  /** What is written where nothing is known. */
  missing: z.string().optional(),
  /** Letters of the column in a text of fixed width. */
  width: z.int().min(1).optional(),
})

export const sheetParametersSchema = z.strictObject({
  country: z.string().length(3),
  recordType: z.enum(['incident', 'displacement', 'survey-response', 'observation']),
  /** What it tells where that is not all there is of the record type: the births and deaths of a civil registry. */
  subject: z.enum(['vital-events']).optional(),
  profile: z.string(),
  file: z.strictObject({
    name: z.string(),
    format: z.enum(['csv', 'tsv', 'fixed', 'json', 'ndjson', 'xlsx', 'zip']),
    encoding: z.enum(['utf-8', 'windows-1252', 'latin-1', 'utf-16le']),
    newline: z.enum(['\n', '\r\n']),
    delimiter: z.string().length(1).optional(),
    /** Lines or rows above the headings. */
    above: z.array(z.string()).optional(),
    /** Name of the sheet of a workbook, or of the member of an archive. */
    inside: z.string().optional(),
  }),
  columns: z.array(column).min(1),
})

export type SheetParameters = z.infer<typeof sheetParametersSchema>
