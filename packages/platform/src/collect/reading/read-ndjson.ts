import { collectRefusals } from '../refusals.ts'
import { CopiedRecords } from './copied-records.ts'
import { readJsonObject } from './json-fields.ts'
import type { TableOfFormat, TextPass } from './table.ts'
import { textLines } from './text-lines.ts'

/**
 * Copies a text with one JSON object a line into the workspace. Unlike an array, such a text
 * survives a broken line: it is a fault of its own and the rest comes in. A key that appears
 * after the first object makes the copy be made again with all keys.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export async function readNdjson(pass: TextPass): Promise<TableOfFormat> {
  const keys: string[] = []
  const first = await copyLines(pass, keys)
  return first ?? (await copyLines(pass, keys))!
}

/** @param keys the columns; those that appear on the way are added, and then there is no table */
async function copyLines(pass: TextPass, keys: string[]): Promise<TableOfFormat | undefined> {
  const records = await CopiedRecords.begin(pass)
  const known = new Set(keys)
  let columns: readonly string[] | undefined = keys.length > 0 ? keys.slice() : undefined
  try {
    for await (const lines of textLines(pass.text())) {
      for (const { text, number } of lines) {
        if (text === undefined) {
          records.fault('line.too-long', number)
          continue
        }
        if (text.trim() === '') continue
        const read = readJsonObject(text)
        if ('fault' in read) {
          records.fault(read.fault, number, read.key)
          continue
        }
        for (const key of read.fields.keys()) {
          if (known.has(key)) continue
          known.add(key)
          keys.push(key)
        }
        columns ??= keys.slice()
        if (keys.length === columns.length) {
          records.sound(
            columns.map((column) => read.fields.get(column)),
            number,
          )
        }
      }
      await records.settle()
    }
  } finally {
    await records.close()
  }
  if (columns === undefined) {
    throw collectRefusals.refuse('file-without-records', { file: pass.request.source.file })
  }
  return keys.length > columns.length ? undefined : records.table(columns)
}
