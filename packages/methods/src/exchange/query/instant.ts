import { invalid } from './request-address.ts'

const written = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(Z|[+-]\d{2}:\d{2})?$/

/**
 * An instant as milliseconds since 1970, from xs:dateTime or a day. Without an offset it is of the
 * time of the service, UTC.
 *
 * @throws Refusal `sdmx.parameter-invalid`
 * @example readInstant('updatedAfter', '2009-05-15T14:15:00+01:00') // => 1242393300000
 */
export function readInstant(parameter: string, text: string): number {
  const match = written.exec(text)
  const hasTime = text.includes('T')
  const whole = match && (match[1] === undefined && hasTime ? `${text}Z` : text)
  const instant = whole ? Date.parse(whole) : NaN
  if (Number.isNaN(instant)) throw invalid(parameter, text, '2026-01-31T12:00:00Z')
  return instant
}
