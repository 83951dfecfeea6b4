import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { ReportCell, ReportDocument } from './report-document.ts'

/** A report as a workbook: one sheet a section, the first with what the batch is. */
export async function reportWorkbook(report: ReportDocument): Promise<Buffer> {
  const { title, synthetic, standing, intro, facts, sections, none } = report
  const names = new Set<string>()
  const cover: Cell[][] = [
    [bold(title)],
    ...(synthetic === undefined ? [] : [[bold(synthetic)]]),
    ...(standing === undefined ? [] : [[bold(standing)]]),
    [text(intro)],
    [],
    ...facts.map(([name, value]) => [bold(name), text(value)]),
  ]
  const sheets = [
    { sheet: nameOf(title, names), data: cover, columns: [{ width: 40 }, { width: 60 }] },
    ...sections.map(({ heading, note, also, table }) => ({
      sheet: nameOf(heading, names),
      data: [
        [bold(heading)],
        ...(note === undefined ? [] : [[text(note)]]),
        [],
        ...(table === undefined
          ? [[text(none)]]
          : [
              table.head.map(bold),
              ...table.rows.map((row, at) =>
                row.map((value) => cell(value, table.marked?.[at] ?? false)),
              ),
            ]),
        ...(also === undefined ? [] : [[], [text(also)]]),
      ] as Cell[][],
      columns: (table?.head ?? ['']).map((_, at) => ({ width: at === 1 ? 48 : 24 })),
    })),
  ]
  return writeExcelFile(sheets).toBuffer()
}

/** A name that spreadsheets take: at most 31 letters, none of their signs, each once. */
function nameOf(heading: string, taken: Set<string>): string {
  const plain = heading.replace(/[[\]:*?/\\]/g, ' ').slice(0, 28)
  let name = plain
  for (let again = 2; taken.has(name.toLowerCase()); again += 1) name = `${plain} ${again}`
  taken.add(name.toLowerCase())
  return name
}

// A type of its own for every value: a text is never taken for a formula.
function text(value: string): Cell {
  return { value, type: String }
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' }
}

function cell(value: ReportCell, standsOut: boolean): Cell {
  if (value === null) return null
  const look = standsOut ? ({ fontWeight: 'bold', backgroundColor: '#FFF1D6' } as const) : {}
  return typeof value === 'number'
    ? { value, type: Number, ...look }
    : { value, type: String, ...look }
}
