import { join } from 'node:path'
import { collectRefusals } from '../refusals.ts'
import { nameColumns } from './column-names.ts'
import { readCsvHead, type CsvHead } from './csv-head.ts'
import { CsvScanner } from './csv-scanner.ts'
import type { TableOfFormat, TextPass } from './table.ts'
import type { RecordObserver } from './reading-fault.ts'
import { RecordLog } from './record-log.ts'
import { TextWriter } from './text-writer.ts'

/**
 * Looks a CSV text through. Where the engine may read the file itself, a first pass finds out
 * whether it can; only a file that is not plain costs a second pass, which copies it. The first
 * pass hurries over plain stretches, so that the engine may still refuse a record: then the
 * caller asks again, carefully.
 */
export async function readCsv(pass: TextPass): Promise<TableOfFormat> {
  if (pass.isEngineReadable && !pass.request.isCareful) {
    const looked = await scan(pass, false)
    if (looked.head.isPlain && looked.scanner.isPlain) {
      const { skipLines = 0, headerRows = 1, skipAfterHeader = 0 } = pass.request.layout
      const below = headerRows === 0 ? 0 : skipAfterHeader + (looked.head.hasTags ? 1 : 0)
      const skip = skipLines + headerRows + below
      return tableOf(pass, looked, { path: pass.request.path, skip })
    }
  }
  const copied = await scan(pass, true)
  return tableOf(pass, copied, { path: copied.copyPath, skip: 0 })
}

interface Looked {
  readonly head: CsvHead
  readonly scanner: CsvScanner
  readonly log: RecordLog
  readonly copyPath: string
}

async function scan(pass: TextPass, makesCopy: boolean): Promise<Looked> {
  const { request } = pass
  const { source } = request
  const folder = await pass.folder()
  const log = new RecordLog(folder)
  const copyPath = join(folder, 'records.csv')
  const copy = makesCopy ? new TextWriter(copyPath) : undefined
  const observer: RecordObserver = {
    shift: (index, recordShift, lineShift) => log.shift(index, recordShift, lineShift),
    fault: (fault) => log.fault(fault),
    ...(copy ? { sound: (bytes: Buffer) => copy.write(bytes) } : {}),
  }
  try {
    const { head, rest } = await readCsvHead(pass.text(), request, source.file)
    const start = {
      line: head.nextLine,
      fields: head.header.length,
      lineEnd: head.lineEnd,
      leavesFieldsToEngine: !makesCopy,
    }
    const scanner = new CsvScanner(head.dialect, start, observer)
    for await (const chunk of rest) {
      scanner.push(chunk)
      await copy?.settle()
      await log.settle()
    }
    scanner.end()
    if (scanner.soundRecords + scanner.faultyRecords === 0) {
      throw collectRefusals.refuse('file-without-records', { file: source.file })
    }
    return { head, scanner, log, copyPath }
  } finally {
    await copy?.close()
    await log.close()
  }
}

function tableOf(
  pass: TextPass,
  looked: Looked,
  csv: { path: string; skip: number },
): TableOfFormat {
  const { head, scanner, log } = looked
  return {
    csv: {
      ...csv,
      isCopy: csv.path !== pass.request.path,
      delimiter: head.dialect.delimiter.toString(),
      quote: String.fromCharCode(head.dialect.quote),
      lineEnd: head.lineEnd,
    },
    ...nameColumns(head.header),
    soundRecords: scanner.soundRecords,
    faultyRecords: scanner.faultyRecords,
    log,
  }
}
