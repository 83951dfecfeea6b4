/**
 * Text that a spreadsheet shows instead of running it: a text that begins like a formula gets an
 * apostrophe before it. Numbers are never texts here, so a leading minus of a number stays.
 *
 * @see OWASP, CSV Injection; the full-width signs are taken for formulas by some spreadsheets
 * @example neutralText('=HYPERLINK("x")') // => `'=HYPERLINK("x")`
 * @example neutralText('El Salvador') // => 'El Salvador'
 */
export function neutralText(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text)
    ? `'${text}`
    : text
}
