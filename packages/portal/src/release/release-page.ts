import type { TableResult } from '@caudal/methods/publish'
import type { BoundaryFile } from '../explore/map/boundary-areas.ts'
import type { Language } from '@caudal/methods/vocabulary'

/** What a baked page is made from: the figures of a release in one language, and what goes with them. */
export interface ReleasePage {
  readonly id: string
  readonly language: Language
  readonly title: string
  /** Who publishes it, by name; absent where nobody knows. */
  readonly institution?: string
  readonly synthetic: boolean
  readonly figures: readonly ReleaseFigure[]
  /** Outlines of countries, for maps. */
  readonly world: BoundaryFile | undefined
}

export interface ReleaseFigure {
  readonly id: string
  readonly result: TableResult
  /** Ids of the dimensions of time of its cube. */
  readonly timeIds: readonly string[]
  /** Whether it was protected for this release; else its figures were public already. */
  readonly isReleased: boolean
}
