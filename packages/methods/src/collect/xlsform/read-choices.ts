import type { FormChoice, FormCodeList, FormRow, UnsupportedPart } from './form-definition.ts'
import { readRow } from './form-row.ts'

/** Columns of the sheet `choices` that say what a choice is, and filter nothing. */
const own = /^(list_name|name|label|media_.*|order|\$.*|kobo--.*)$/

/** The lists of choices of a form. A choice that stands twice in its list is offered once. */
export function readChoices(
  rows: readonly FormRow[],
  unsupported: UnsupportedPart[],
): readonly FormCodeList[] {
  const lists = new Map<string, Map<string, FormChoice>>()
  rows.forEach((cells, at) => {
    const row = readRow(cells)
    const id = row.text('list_name')
    const code = row.text('name')
    if (id === '' && code === '') return
    const codes = lists.get(id) ?? new Map<string, FormChoice>()
    if (id !== '') lists.set(id, codes)
    // A code with a space in it could not be told from two codes.
    if (id === '' || code === '' || codes.has(code) || /\s/.test(code)) {
      unsupported.push({
        sheet: 'choices',
        row: at + 2,
        name: id,
        part: 'name',
        text: code,
        meaning: 'choice-left-out',
      })
      return
    }
    for (const [column, text] of row.filled) {
      if (!column.startsWith('media_')) continue
      unsupported.push({
        sheet: 'choices',
        row: at + 2,
        name: id,
        part: column,
        text,
        meaning: 'media-not-shown',
      })
    }
    const columns = Object.fromEntries(row.filled.filter(([column]) => !own.test(column)))
    codes.set(code, {
      code,
      label: row.words('label'),
      ...(Object.keys(columns).length > 0 ? { columns } : {}),
    })
  })
  return [...lists].map(([id, codes]) => ({ id, codes: [...codes.values()] }))
}
