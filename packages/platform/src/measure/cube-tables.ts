import type { CaudalNode } from '../store/index.ts'
import type { InTurn } from './bounded-turns.ts'

/** Bytes of a row in memory, at most, as columns of ordinals and measures are small. */
const bytesOfColumn = 6

/** A roll-up as a table: what it is known by, where it is read from, and its size. */
export interface TableWanted {
  /** Changes with its files. */
  readonly key: string
  /** Relation over its files. */
  readonly relation: string
  readonly rows: number
  readonly columns: number
}

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

  /** Runs `work` on the relation of a table, which stays in place until it ends. */
  async use<Result>(
    wanted: TableWanted,
    work: (relation: string) => Promise<Result>,
  ): Promise<Result> {
    const held = this.#hold(wanted)
    if (!held) return work(wanted.relation)
    // While a table is being loaded, the files answer.
    if (!held.ready) return work(wanted.relation)
    held.users += 1
    held.usedAt = this.#clock += 1
    try {
      return await work(`"${held.name}"`)
    } finally {
      held.users -= 1
    }
  }

  /** Loads a table ahead of the first question, where it fits without displacing another. */
  async warm(wanted: TableWanted): Promise<void> {
    if (this.#bytes + bytesOf(wanted) > this.#budget) return
    await this.#hold(wanted)?.loaded
  }

  /** Bytes held, as reckoned. */
  get bytes(): number {
    return this.#bytes
  }

  #hold(wanted: TableWanted): Held | undefined {
    const { key, relation } = wanted
    const known = this.#held.get(key)
    if (known) return known
    const bytes = bytesOf(wanted)
    if (bytes > this.#budget || !this.#makeRoom(bytes)) return undefined
    const name = `${this.#prefix}_${(this.#numbered += 1)}`
    const loaded = this.#inTurn(() =>
      this.#node.lake.run(`create table "${name}" as select * from ${relation}`),
    )
    const held: Held = { name, bytes, loaded, ready: false, users: 0, usedAt: (this.#clock += 1) }
    this.#held.set(key, held)
    this.#bytes += bytes
    loaded.then(
      () => {
        held.ready = true
      },
      () => this.#forget(key, held),
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

  #forget(key: string, held: Held): void {
    if (this.#held.get(key) !== held) return
    this.#held.delete(key)
    this.#bytes -= held.bytes
  }
}

const bytesOf = ({ rows, columns }: TableWanted) => rows * columns * bytesOfColumn

let instances = 0
