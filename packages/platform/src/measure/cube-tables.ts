import { join } from 'node:path'
import { quoteText } from '@caudal/methods/collect'
import { readParquet } from '@caudal/methods/measure'
import type { CaudalNode } from '../store/index.ts'
import type { InTurn } from './bounded-turns.ts'

/** Bytes of a row in memory, at most, as columns of ordinals and measures are small. */
const bytesOfColumn = 6

interface Held {
  readonly name: string
  readonly bytes: number
  readonly loaded: Promise<void>
  ready: boolean
  users: number
  usedAt: number
}

/**
 * Roll-ups held in the memory of the engine, loaded when first asked for and within a budget; the
 * one unused for longest makes room. What does not fit is read from its file.
 */
export class CubeTables {
  readonly #node: CaudalNode
  readonly #budget: number
  readonly #inTurn: InTurn
  readonly #held = new Map<string, Held>()
  readonly #prefix: string
  #clock = 0
  #numbered = 0
  #bytes = 0

  /**
   * @param budget bytes of memory; 0 reads files alone
   * @param inTurn lets loading take turns, so that it does not crowd out questions
   */
  constructor(node: CaudalNode, budget: number, inTurn: InTurn) {
    this.#node = node
    this.#inTurn = inTurn
    this.#budget = budget
    this.#prefix = `cube_table_${(instances += 1)}`
  }

  /** Runs `work` on the relation of a file, which stays in place until it ends. */
  async use<Result>(
    path: string,
    size: { readonly rows: number; readonly columns: number },
    work: (relation: string) => Promise<Result>,
  ): Promise<Result> {
    const file = readParquet([join(this.#node.folder.root, path)])
    const held = this.#hold(path, size.rows * size.columns * bytesOfColumn)
    if (!held) return work(file)
    // While a table is being loaded, the file answers.
    if (!held.ready) return work(file)
    held.users += 1
    held.usedAt = this.#clock += 1
    try {
      return await work(`"${held.name}"`)
    } finally {
      held.users -= 1
    }
  }

  /** Loads a file ahead of the first question, where it fits without displacing another. */
  async warm(
    path: string,
    size: { readonly rows: number; readonly columns: number },
  ): Promise<void> {
    const bytes = size.rows * size.columns * bytesOfColumn
    if (this.#bytes + bytes > this.#budget) return
    await this.#hold(path, bytes)?.loaded
  }

  /** Bytes held, as reckoned. */
  get bytes(): number {
    return this.#bytes
  }

  #hold(path: string, bytes: number): Held | undefined {
    const known = this.#held.get(path)
    if (known) return known
    if (bytes > this.#budget || !this.#makeRoom(bytes)) return undefined
    const name = `${this.#prefix}_${(this.#numbered += 1)}`
    const file = quoteText(join(this.#node.folder.root, path))
    const loaded = this.#inTurn(() =>
      this.#node.lake.run(`create table "${name}" as select * from read_parquet(${file})`),
    )
    const held: Held = { name, bytes, loaded, ready: false, users: 0, usedAt: (this.#clock += 1) }
    this.#held.set(path, held)
    this.#bytes += bytes
    loaded.then(
      () => {
        held.ready = true
      },
      () => this.#forget(path, held),
    )
    return held
  }

  #makeRoom(bytes: number): boolean {
    while (this.#bytes + bytes > this.#budget) {
      const idle = [...this.#held].filter(([, held]) => held.ready && held.users === 0)
      const oldest = idle.sort(([, a], [, b]) => a.usedAt - b.usedAt)[0]
      if (!oldest) return false
      this.#forget(...oldest)
      void this.#node.lake.run(`drop table if exists "${oldest[1].name}"`).catch(() => {})
    }
    return true
  }

  #forget(path: string, held: Held): void {
    if (this.#held.get(path) !== held) return
    this.#held.delete(path)
    this.#bytes -= held.bytes
  }
}

let instances = 0
