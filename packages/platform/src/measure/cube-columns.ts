import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import type { CellColumns } from '@caudal/methods/measure'
import type { CaudalNode } from '../store/index.ts'
import type { InTurn } from './bounded-turns.ts'

/** What of a roll-up is held as columns: its file, rows, level columns and measures. */
export interface ColumnsWanted {
  readonly path: string
  readonly rows: number
  readonly levels: readonly string[]
  readonly measures: readonly string[]
}

/** Rows that cross at once: one group of a file, which one thread reads, in its order. */
const rowsAtOnce = 122_880

/** Rows up to which adding up takes this process a few milliseconds at most. */
const mostRows = 5 * rowsAtOnce

/** Highest ordinal that travels as one character, below the surrogates. */
const mostCodes = 0xd000

/**
 * Small roll-ups held as columns in this process, loaded when first asked for and within a budget:
 * most questions are answered from them in less time than an engine takes to understand one.
 */
export class CubeColumns {
  readonly #node: CaudalNode
  readonly #budget: number
  readonly #inTurn: InTurn
  readonly #held = new Map<string, { readonly bytes: number; columns?: CellColumns }>()
  #bytes = 0

  /**
   * @param budget bytes of memory; 0 holds nothing
   * @param inTurn lets loading take turns, so that it does not crowd out questions
   */
  constructor(node: CaudalNode, budget: number, inTurn: InTurn) {
    this.#node = node
    this.#inTurn = inTurn
    this.#budget = budget
  }

  /** The columns, where they are at hand; else loading begins and the caller asks elsewhere. */
  find(wanted: ColumnsWanted): CellColumns | undefined {
    const held = this.#held.get(wanted.path)
    if (held) {
      // Last used, last out: a Map keeps the order of insertion.
      this.#held.delete(wanted.path)
      this.#held.set(wanted.path, held)
      return held.columns
    }
    void this.load(wanted).catch(() => {})
    return undefined
  }

  /** Whether columns are small enough to be held. */
  isSmall(wanted: ColumnsWanted): boolean {
    return wanted.rows <= mostRows && bytesOf(wanted) <= this.#budget
  }

  /** Loads columns, where they are small enough. */
  async load(wanted: ColumnsWanted): Promise<void> {
    if (!this.isSmall(wanted) || this.#held.has(wanted.path)) return
    const bytes = bytesOf(wanted)
    const held: { readonly bytes: number; columns?: CellColumns } = { bytes }
    this.#held.set(wanted.path, held)
    this.#bytes += bytes
    for (const path of this.#held.keys()) {
      if (this.#bytes <= this.#budget) break
      if (path !== wanted.path) this.#forget(path)
    }
    try {
      held.columns = await this.#inTurn(() => this.#read(wanted))
    } catch (error) {
      this.#forget(wanted.path)
      throw error
    }
  }

  async #read({ path, rows, levels, measures }: ColumnsWanted): Promise<CellColumns> {
    const file = quoteText(join(this.#node.folder.root, path))
    const ordinals = new Map(levels.map((level) => [level, new Uint16Array(rows)]))
    const values = new Map(measures.map((measure) => [measure, new Float64Array(rows)]))
    // One character an ordinal: a text crosses from the engine at once, a row object at a time.
    const columns = [
      ...levels.map((level, i) => `string_agg(chr(1 + ${quoteName(level)}), '') as l${i}`),
      ...measures.map((measure, i) => `list(cast(${quoteName(measure)} as double)) as m${i}`),
    ]
    for (let from = 0; from < rows; from += rowsAtOnce) {
      const [part] = await this.#node.lake.rows(
        `select ${columns.join(', ')} from read_parquet(${file}, file_row_number = true)
         where file_row_number >= ${from} and file_row_number < ${from + rowsAtOnce}`,
      )
      levels.forEach((level, i) => {
        const text = part![`l${i}`] as string
        const column = ordinals.get(level)!
        for (let k = 0; k < text.length; k++) column[from + k] = text.charCodeAt(k) - 1
      })
      measures.forEach((measure, i) => {
        const given = part![`m${i}`] as (number | null)[]
        const column = values.get(measure)!
        for (let k = 0; k < given.length; k++) column[from + k] = given[k] ?? NaN
      })
    }
    return { rows, ordinals, measures: values }
  }

  #forget(path: string): void {
    const held = this.#held.get(path)
    if (!held) return
    this.#held.delete(path)
    this.#bytes -= held.bytes
  }
}

function bytesOf({ rows, levels, measures }: ColumnsWanted): number {
  return rows * (2 * levels.length + 8 * measures.length)
}

/** Whether the ordinals of a level of so many codes can travel as characters. */
export function travelsAsText(codes: number): boolean {
  return codes <= mostCodes
}
