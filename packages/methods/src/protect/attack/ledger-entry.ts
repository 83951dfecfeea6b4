import type { PrimaryRule } from '../primary/targets.ts'
import type { Dependency } from '../table/dependency.ts'
import type { PublicHierarchies } from './public-cells.ts'

/** What a release showed of one cube, and what its node knows of the cells. */
export interface LedgerEntry {
  /** Name of the release. */
  readonly release: string
  /** The cube that it is of, where cubes have ties; one without is attacked by itself. */
  readonly cube?: string
  /** Entries of the same vintage were counted from the same records. */
  readonly vintage: string
  readonly tables: readonly LedgerTable[]
  readonly hierarchies: PublicHierarchies
  /** What codes of its dimensions tell of each other. */
  readonly dependencies?: readonly Dependency[]
  /** Zeros may be hidden (group disclosure lets them be, or all is hidden): a hidden cell need not hold anybody. */
  readonly mayHideZeros?: true
}

export interface LedgerTable {
  readonly name: string
  readonly dimensions: readonly string[]
  readonly rows: readonly LedgerRow[]
}

export interface LedgerRow {
  readonly codes: readonly string[]
  readonly value: number
  /** Persons behind it, where they are known: what was added between two vintages is of the difference. */
  readonly persons?: number
  /** Of a hidden cell of one person: cells of the same number are of the same person in this release. */
  readonly alone?: number
  readonly hidden?: true
  /** Least and greatest value that the public could not rule out; null: any above. */
  readonly open?: readonly [low: number, high: number | null]
  /** What an attacker must be able to believe of a sensitive cell: at least this. */
  readonly reach?: number
  /** … and that each of these cells of the table, which contain it, exceeds it by at least `beyond`. */
  readonly within?: readonly { readonly codes: readonly string[]; readonly beyond: number }[]
  readonly rule?: HidingReason
  /** Of a cell that only keeps another hidden: the nearest sensitive one, and how many totals lie between. */
  readonly guards?: {
    readonly dimensions: readonly string[]
    readonly codes: readonly string[]
    readonly totals: number
  }
}

/**
 * Why a cell is hidden: the rule by which it is sensitive; `secondary`: it only keeps another hidden;
 * `level`: all of its level of detail is hidden; `earlier`: for what earlier releases tell of it.
 */
export type HidingReason = PrimaryRule | 'secondary' | 'level' | 'earlier'
