import { quoteName } from '@caudal/methods/collect'
import type { CellColumns } from '@caudal/methods/measure'
import type { CaudalNode } from '../store/index.ts'
import type { InTurn } from './bounded-turns.ts'

/** What of a roll-up is held as columns: its files, rows, level columns and measures. */
export interface ColumnsWanted {
  /** Changes with its files. */
  readonly key: string
  readonly rows: number
  /** Its parts, one file each: rows, and SQL that selects those from one on and before another. */
  readonly parts: readonly {
    readonly rows: number
    readonly sql: (from: number, to: number) => string
  }[]
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
    const held = this.#held.get(wanted.key)
    if (held) {
      // Last used, last out: a Map keeps the order of insertion.
      this.#held.delete(wanted.key)
      this.#held.set(wanted.key, held)
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
    if (!this.isSmall(wanted) || this.#held.has(wanted.key)) return
    const bytes = bytesOf(wanted)
    const held: { readonly bytes: number; columns?: CellColumns } = { bytes }
    this.#held.set(wanted.key, held)
    this.#bytes += bytes
    for (const key of this.#held.keys()) {
      if (this.#bytes <= this.#budget) break
      if (key !== wanted.key) this.#forget(key)
    }
    try {
      held.columns = await this.#inTurn(() => this.#read(wanted))
    } catch (error) {
      this.#forget(wanted.key)
      throw error
    }
  }

  async #read({ parts, rows, levels, measures }: ColumnsWanted): Promise<CellColumns> {
    const ordinals = new Map(levels.map((level) => [level, new Uint16Array(rows)]))
    const values = new Map(measures.map((measure) => [measure, new Float64Array(rows)]))
    // One character an ordinal: a text crosses from the engine at once, a row object at a time.
    const columns = [
      ...levels.map((level, i) => `string_agg(chr(1 + ${quoteName(level)}), '') as l${i}`),
      ...measures.map((measure, i) => `list(cast(${quoteName(measure)} as double)) as m${i}`),
    ]
    let before = 0
    for (const part of parts) {
      for (let from = 0; from < part.rows; from += rowsAtOnce) {
        const [read] = await this.#node.lake.rows(
          `select ${columns.join(', ')} from (${part.sql(from, from + rowsAtOnce)})`,
        )
        const at = before + from
        levels.forEach((level, i) => {
          const text = read![`l${i}`] as string
          const column = ordinals.get(level)!
          for (let k = 0; k < text.length; k++) column[at + k] = text.charCodeAt(k) - 1
        })
        measures.forEach((measure, i) => {
          const given = read![`m${i}`] as (number | null)[]
          const column = values.get(measure)!
          for (let k = 0; k < given.length; k++) column[at + k] = given[k] ?? NaN
        })
      }
      before += part.rows
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
