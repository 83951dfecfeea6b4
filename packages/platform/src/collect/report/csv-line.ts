/** What a spreadsheet would take for the start of a formula. */
const formulaStart = /^[=+\-@\t\r]/

/**
 * One line of CSV with its line end. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers, which nobody else wrote, stay numbers.
 *
 * @see OWASP, "CSV Injection"
 * @example csvLine([12, '=cmd()', 'a,b', null]) // => `12,'=cmd(),"a,b",\r\n`
 */
export function csvLine(values: readonly (string | number | bigint | null)[]): string {
  const cells = values.map((value) => {
    if (typeof value !== 'string') return value === null ? '' : String(value)
    const text = formulaStart.test(value) ? `'${value}` : value
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${cells.join(',')}\r\n`
}
