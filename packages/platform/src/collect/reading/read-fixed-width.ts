import { collectRefusals } from '../refusals.ts'
import { CopiedRecords } from './copied-records.ts'
import type { TableOfFormat, TextPass } from './table.ts'
import { textLines } from './text-lines.ts'

/**
 * Copies a text of fixed width into the workspace: every column a stretch of letters, the spaces
 * around its value cut off. A line that ends before a column leaves it empty, since systems cut
 * off spaces at the end; where the layout says how long lines are, others are faulty.
 */
export async function readFixedWidth(pass: TextPass): Promise<TableOfFormat> {
  const { layout, source } = pass.request
  const columns = layout.columns ?? []
  const skipped = (layout.skipLines ?? 0) + (layout.skipAfterHeader ?? 0)
  const records = await CopiedRecords.begin(pass)
  try {
    for await (const lines of textLines(pass.text())) {
      for (const { text, number } of lines) {
        if (number <= skipped || text === undefined || text.trim() === '') {
          if (text === undefined && number > skipped) records.fault('line.too-long', number)
          continue
        }
        if (text.includes('\0')) {
          records.fault('line.zero-byte', number)
          continue
        }
        // Letters, not bytes and not halves of letters.
        const letters = /[^\0-\uffff]/u.test(text) ? Array.from(text) : text
        if (layout.lineLength !== undefined && letters.length !== layout.lineLength) {
          const expected = String(layout.lineLength)
          records.fault('line.width', number, String(letters.length), expected)
          continue
        }
        const values = columns.map(({ start, width }) => {
          const value = letters.slice(start - 1, start - 1 + width)
          return (typeof value === 'string' ? value : value.join('')).trim()
        })
        records.sound(values, number)
      }
      await records.settle()
    }
  } finally {
    await records.close()
  }
  if (records.count === 0) {
    throw collectRefusals.refuse('file-without-records', { file: source.file })
  }
  return records.table(columns.map(({ name }) => name))
}
