import { basename } from 'node:path'
import { readXlsForm, type FormDefinition, type FormRow } from '@caudal/methods/collect'
import { openByteSource } from '../reading/byte-source.ts'
import { usualExpansionLimit } from '../reading/expansion-limit.ts'
import { openWorkbook, type Workbook } from '../reading/xlsx/open-workbook.ts'
import { sheetRows } from '../reading/xlsx/sheet-rows.ts'
import { collectRefusals } from '../refusals.ts'

/** Rows of a sheet of a form; more is no form. */
const mostRows = 50_000

/**
 * The definition of a form that is kept as an XLSForm workbook.
 *
 * @throws {Refusal} where it is no workbook or has no sheet `survey`
 */
export async function readFormFile(path: string): Promise<FormDefinition> {
  const file = basename(path)
  const source = await openByteSource(path, undefined, usualExpansionLimit, 'xlsx')
  if (source.packing !== 'plain') {
    throw collectRefusals.refuse('workbook-broken', { file, reason: source.packing })
  }
  const workbook = await openWorkbook(path, file, usualExpansionLimit)
  try {
    const survey = await rowsOf(workbook, 'survey', file)
    if (survey.length === 0) {
      throw collectRefusals.refuse('sheet-missing', {
        file,
        sheet: 'survey',
        sheets: workbook.sheets.join(', '),
      })
    }
    return readXlsForm({
      survey,
      choices: await rowsOf(workbook, 'choices', file),
      settings: await rowsOf(workbook, 'settings', file),
    })
  } finally {
    workbook.close()
  }
}

/** Rows by the names of the first row, each at its own place: empty rows between them included. */
async function rowsOf(workbook: Workbook, wanted: string, file: string): Promise<FormRow[]> {
  const sheet = workbook.sheets.find((name) => name.trim().toLowerCase() === wanted)
  if (sheet === undefined) return []
  let header: readonly string[] | undefined
  const rows: FormRow[] = []
  for await (const some of sheetRows(workbook, sheet, file)) {
    for (const { number, cells } of some) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim())
        continue
      }
      if (number > mostRows) throw collectRefusals.refuse('workbook-too-large', { file })
      while (rows.length < number - 2) rows.push({})
      rows.push(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
    }
  }
  return rows
}
