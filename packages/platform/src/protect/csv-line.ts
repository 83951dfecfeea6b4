/** Writes one line of CSV, quoting where needed. */
export function csvLine(fields: readonly string[]): string {
  return `${fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')}\n`
}
