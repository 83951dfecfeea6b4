import { join } from 'node:path'
import type { FaultKind, ReadingFault } from './reading-fault.ts'
import { TextWriter } from './text-writer.ts'

/**
 * What the reading of one file leaves beside the records: where their numbers shift, and the
 * faulty ones. Files of the workspace, since a file may hold millions of either.
 */
export class RecordLog {
  /** CSV without header: index of a sound record, record shift, line shift; ascending. */
  readonly shiftsPath: string
  /** CSV without header: record, line, kind, found, expected; in the order of the file. */
  readonly faultsPath: string
  readonly faultCounts = new Map<FaultKind, number>()
  #shiftCount = 0
  #firstShift = { record: 1, line: 1 }
  readonly #shifts: TextWriter
  readonly #faults: TextWriter

  constructor(folder: string) {
    this.#shifts = new TextWriter(join(folder, 'shifts.csv'))
    this.#faults = new TextWriter(join(folder, 'faults.csv'))
    this.shiftsPath = this.#shifts.path
    this.faultsPath = this.#faults.path
  }

  shift(index: number, recordShift: number, lineShift: number): void {
    this.#shiftCount += 1
    if (this.#shiftCount === 1) this.#firstShift = { record: recordShift, line: lineShift }
    this.#shifts.write(`${index},${recordShift},${lineShift}\n`)
  }

  /** The shift of every sound record, where it is the same for all; else undefined. */
  get onlyShift(): { readonly record: number; readonly line: number } | undefined {
    return this.#shiftCount > 1 ? undefined : this.#firstShift
  }

  fault(fault: ReadingFault): void {
    this.faultCounts.set(fault.kind, (this.faultCounts.get(fault.kind) ?? 0) + 1)
    const found = (fault.found ?? '').replaceAll('"', '""')
    this.#faults.write(
      `${fault.record},${fault.line},${fault.kind},"${found}",${fault.expected ?? ''}\n`,
    )
  }

  async settle(): Promise<void> {
    await this.#shifts.settle()
    await this.#faults.settle()
  }

  async close(): Promise<void> {
    await this.#shifts.close()
    await this.#faults.close()
  }
}
