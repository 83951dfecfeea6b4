import { platformStructures, StructureBook } from '@caudal/methods/exchange'
import { nodeCodeLists, selectOwnCodes, type CaudalNode } from '../store/index.ts'
import type { FigureSet, PublishedFigures } from './figures/published-figures.ts'
import type { OwedTables } from './owed-tables.ts'

/** The structures and figures of one moment, which fit each other. */
export interface Shelf {
  readonly book: StructureBook
  readonly sets: readonly FigureSet[]
  /** Changes with any of them. */
  readonly version: string
  /** Instant of the newest figures, milliseconds since 1970. */
  readonly updatedAt: number
}

/** Keeps the structures that were derived from the figures until the figures change. */
export class StructureShelf {
  readonly #node: CaudalNode
  readonly #figures: PublishedFigures
  readonly #owed: OwedTables
  readonly #startedAt: number
  #shelf: Shelf | undefined

  constructor(node: CaudalNode, figures: PublishedFigures, owed: OwedTables, startedAt: number) {
    this.#node = node
    this.#figures = figures
    this.#owed = owed
    this.#startedAt = startedAt
  }

  async open(): Promise<Shelf> {
    const [sets, owed, book, own] = await Promise.all([
      this.#figures.list(),
      this.#owed.list(),
      nodeCodeLists(this.#node),
      selectOwnCodes(this.#node.register),
    ])
    const codes = own.map(({ id }) => id).join(' ')
    const version = [...sets.map((set) => set.version), JSON.stringify(owed), codes].join('\n')
    if (this.#shelf?.version === version) return this.#shelf
    const newest = Math.max(this.#startedAt, ...sets.map(presentOf))
    this.#shelf = {
      book: new StructureBook(
        platformStructures(
          sets.map(({ facts }) => facts),
          owed,
          { book, own },
        ),
      ),
      sets,
      version,
      updatedAt: newest,
    }
    return this.#shelf
  }
}

/** Instant of the present dissemination. */
export function presentOf(set: FigureSet): number {
  return set.disseminations.at(-1)!.at
}
