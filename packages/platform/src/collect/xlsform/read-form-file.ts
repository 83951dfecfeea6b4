import { basename } from 'node:path'
import { readXlsForm, type FormRow, type ReadForm } from '@caudal/methods/collect/xlsform'
import { openByteSource } from '../reading/byte-source.ts'
import type { ExpansionLimit } from '../reading/expansion-limit.ts'
import { openWorkbook, type Workbook } from '../reading/xlsx/open-workbook.ts'
import { sheetRows } from '../reading/xlsx/sheet-rows.ts'
import { containerRefusals } from '../reading/container-refusals.ts'
import { xlsformRefusals } from './refusals.ts'

/** Rows of a sheet of a form; more is no form. */
const mostRows = 50_000

/** A form is a small workbook; what expands further is taken for a bomb. */
const formExpansion: ExpansionLimit = {
  ratios: [{ ratio: 200, from: 8 * 2 ** 20 }],
  bytes: 128 * 2 ** 20,
}

/**
 * The definition of a form that is kept as an XLSForm workbook, and its faults. Macros and links to
 * other files are parts of the workbook that nobody opens.
 *
 * @throws {Refusal} where it is no workbook, has no sheet `survey`, or expands too far
 */
export async function readFormFile(path: string): Promise<ReadForm> {
  const file = basename(path)
  const source = await openByteSource(path, undefined, formExpansion, 'xlsx')
  if (source.packing !== 'plain') {
    throw containerRefusals.refuse('workbook-broken', { file, reason: source.packing })
  }
  const workbook = await openWorkbook(path, file, formExpansion)
  try {
    const survey = await rowsOf(workbook, 'survey', file)
    if (survey === undefined || survey.length === 0) {
      const sheets = workbook.sheets.join(', ')
      throw xlsformRefusals.refuse('sheet-missing', { file, sheet: 'survey', sheets })
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
async function rowsOf(
  workbook: Workbook,
  wanted: string,
  file: string,
): Promise<FormRow[] | undefined> {
  const sheet = workbook.sheets.find((name) => name.trim().toLowerCase() === wanted)
  if (sheet === undefined) return undefined
  let header: readonly string[] | undefined
  const rows: FormRow[] = []
  for await (const some of sheetRows(workbook, sheet, file)) {
    for (const { number, cells } of some) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim())
        continue
      }
      if (number > mostRows) throw containerRefusals.refuse('workbook-too-large', { file })
      while (rows.length < number - 2) rows.push({})
      const named = header.map((name, at) => [name, cells[at] ?? ''] as const)
      rows.push(Object.fromEntries(named.filter(([name]) => name !== '')))
    }
  }
  return rows
}
