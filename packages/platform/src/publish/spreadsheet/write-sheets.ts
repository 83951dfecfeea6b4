import { Worker } from 'node:worker_threads'

/** One cell: a text, a number, or nothing; `strong` for headings and totals. */
export type SheetCell =
  | string
  | number
  | null
  | {
      readonly value: string | number | null
      readonly strong?: boolean
      readonly right?: boolean
      /** Number format of spreadsheets: `#,##0`. */
      readonly format?: string
      /** Columns that the cell covers; the cells it covers are null. */
      readonly span?: number
      readonly wrap?: boolean
    }

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** Characters. */
  readonly columnWidths: readonly number[]
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
}

const thread = new URL('../../../bin/caudal-thread.js', import.meta.url)

/** Memory of the thread that packs a workbook, in mebibytes. */
const memory = 1024

/**
 * Packs sheets into an XLSX workbook, in a thread of its own: packing takes seconds for a large
 * table, and the server has others to answer meanwhile.
 */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  return (await writeWorkbooks([sheets]))[0]!
}

/** Packs several workbooks in one thread, in their order. */
export function writeWorkbooks(workbooks: readonly (readonly Sheet[])[]): Promise<Buffer[]> {
  if (workbooks.length === 0) return Promise.resolve([])
  return new Promise((resolve, reject) => {
    const packed: Buffer[] = []
    const worker = new Worker(thread, {
      workerData: { entry: 'spreadsheet-worker', workbooks },
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    worker.on('message', (bytes: Uint8Array) => {
      packed.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      if (packed.length === workbooks.length) resolve(packed)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      reject(new Error(`the spreadsheet thread ended with code ${code}`))
    })
  })
}
