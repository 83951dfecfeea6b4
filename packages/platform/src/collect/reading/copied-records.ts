import { join } from 'node:path'
import { nameColumns } from './column-names.ts'
import type { FaultKind } from './reading-fault.ts'
import { RecordLog } from './record-log.ts'
import type { TableOfFormat, TextPass } from './table.ts'
import { TextWriter } from './text-writer.ts'

/**
 * The records of a format that the engine does not read by itself, copied into the workspace as
 * CSV: every value a text, an absent one empty.
 */
export class CopiedRecords {
  readonly #copy: TextWriter
  readonly #log: RecordLog
  #sound = 0
  #faulty = 0
  #shift = { record: Number.NaN, line: Number.NaN }

  private constructor(folder: string) {
    this.#copy = new TextWriter(join(folder, 'records.csv'))
    this.#log = new RecordLog(folder)
  }

  static async begin(pass: TextPass): Promise<CopiedRecords> {
    return new CopiedRecords(await pass.folder())
  }

  /** Records so far, faulty ones included. */
  get count(): number {
    return this.#sound + this.#faulty
  }

  /** @param line number of the record's first line, or of its row in a spreadsheet */
  sound(values: readonly (string | undefined)[], line: number): void {
    const shift = { record: 1 + this.#faulty, line: line - this.#sound }
    if (shift.record !== this.#shift.record || shift.line !== this.#shift.line) {
      this.#log.shift(this.#sound, shift.record, shift.line)
      this.#shift = shift
    }
    this.#sound += 1
    this.#copy.write(csvLine(values))
  }

  fault(kind: FaultKind, line: number, found?: string, expected?: string): void {
    this.#faulty += 1
    this.#log.fault({
      kind,
      record: this.count,
      line,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    })
  }

  async settle(): Promise<void> {
    await this.#copy.settle()
    await this.#log.settle()
  }

  async close(): Promise<void> {
    await this.#copy.close()
    await this.#log.close()
  }

  table(header: readonly string[]): TableOfFormat {
    return {
      csv: {
        path: this.#copy.path,
        isCopy: true,
        delimiter: ',',
        quote: '"',
        lineEnd: '\n',
        skip: 0,
      },
      ...nameColumns(header),
      soundRecords: this.#sound,
      faultyRecords: this.#faulty,
      log: this.#log,
    }
  }
}

function csvLine(values: readonly (string | undefined)[]): string {
  let line = ''
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]
    if (at > 0) line += ','
    if (value !== undefined && value !== '') line += `"${value.replaceAll('"', '""')}"`
  }
  return `${line}\n`
}
