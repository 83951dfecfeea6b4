import type { CellNeeds, Coarsened, LedgerEntry } from '@caudal/methods/protect'

/** What earlier releases ask of the cells of a cube. */
export interface BesideEarlier {
  /** What cells need beside the rules. */
  readonly needs?: CellNeeds
  /** Releases of the cube that are out, oldest first: what they hid, and hardly changed, stays hidden. */
  readonly earlier?: readonly LedgerEntry[]
  /** Levels of detail that are hidden whole, because nothing finer was safe beside them. */
  readonly coarsen?: Pick<Coarsened, 'levels' | 'because'>
}
