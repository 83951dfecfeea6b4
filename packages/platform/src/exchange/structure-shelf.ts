import { createHash } from 'node:crypto'
import { platformStructures, StructureBook, type OwedTable } from '@caudal/methods/exchange'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { nodeCodeLists, selectOwnCodes, type CaudalNode } from '../store/index.ts'
import type { FigureSet, PublishedFigures } from './figures/published-figures.ts'
import type { OwedTables } from './owed-tables.ts'

/** The structures and figures of one moment, which fit each other. */
export interface Shelf {
  readonly book: StructureBook
  readonly sets: readonly FigureSet[]
  /** Changes with any of them. */
  readonly version: string
  /** Since when structures and figures are these, milliseconds since 1970. */
  readonly updatedAt: number
}

interface Belief {
  readonly at: number
  readonly shelf: Promise<Shelf>
  next?: Belief
}

/**
 * Keeps the structures that were derived from the figures until the figures change. Whether they have is
 * asked once a second at most: the register answers in this process, and holds up everybody meanwhile.
 */
export class StructureShelf {
  readonly #node: CaudalNode
  readonly #figures: PublishedFigures
  readonly #owed: OwedTables
  readonly #now: () => number
  readonly #believedFor: number
  readonly #startedAt: number
  #shelf: Shelf | undefined
  #owedThen: readonly OwedTable[] | undefined
  #bookThen: CodeListBook | undefined
  #believed: Belief | undefined

  /**
   * @param believedFor milliseconds for which the shelf of a moment is believed; for as long again nobody
   *   waits for the next
   */
  constructor(
    node: CaudalNode,
    figures: PublishedFigures,
    owed: OwedTables,
    now: () => number,
    believedFor: number,
  ) {
    this.#node = node
    this.#figures = figures
    this.#owed = owed
    this.#now = now
    this.#believedFor = believedFor
    this.#startedAt = now()
  }

  open(): Promise<Shelf> {
    const age = this.#believed ? Math.abs(this.#now() - this.#believed.at) : Infinity
    if (!this.#believed || age > 2 * this.#believedFor) {
      this.#believed = this.#look()
    } else if (age > this.#believedFor && !this.#believed.next) {
      const before = this.#believed
      before.next = this.#look()
      before.next.shelf.then(
        () => {
          if (this.#believed === before) this.#believed = before.next
        },
        () => {},
      )
    }
    return this.#believed.shelf
  }

  #look(): Belief {
    const looked: Belief = { at: this.#now(), shelf: this.#derive() }
    looked.shelf.catch(() => {
      if (this.#believed === looked || this.#believed?.next === looked) this.#believed = undefined
    })
    return looked
  }

  async #derive(): Promise<Shelf> {
    const [sets, owed, book] = await Promise.all([
      this.#figures.list(),
      this.#owed.list(),
      nodeCodeLists(this.#node),
    ])
    const before = this.#shelf
    if (
      before?.sets.length === sets.length &&
      sets.every((set, index) => set === before.sets[index]) &&
      book === this.#bookThen &&
      (owed === this.#owedThen || JSON.stringify(owed) === JSON.stringify(this.#owedThen))
    ) {
      return before
    }
    const own = await selectOwnCodes(this.#node.register)
    this.#owedThen = owed
    this.#bookThen = book
    this.#shelf = {
      book: new StructureBook(
        platformStructures(
          sets.map(({ facts }) => facts),
          owed,
          { book, own },
        ),
      ),
      sets,
      version: createHash('sha256')
        .update(
          [
            ...sets.map((set) => set.version),
            JSON.stringify(owed),
            own.map(({ id }) => id).join(' '),
          ].join('\n'),
        )
        .digest('base64url'),
      updatedAt: Math.max(before ? this.#now() : this.#startedAt, ...sets.map(presentOf)),
    }
    return this.#shelf
  }
}

/** Instant of the present dissemination. */
export function presentOf(set: FigureSet): number {
  return set.disseminations.at(-1)!.at
}
