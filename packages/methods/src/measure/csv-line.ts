import { neutralText } from './neutral-text.ts'

/**
 * One line of CSV with its line end.
 *
 * @example csvLine(['a "b"', -1, null, '-1']) // => `"a ""b""",-1,,'-1\r\n`
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values
    .map((value) => {
      if (value === null) return ''
      if (typeof value === 'number') return String(value)
      const text = neutralText(value)
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')}\r\n`
}
