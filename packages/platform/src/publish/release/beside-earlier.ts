import type { Asked, LedgerEntry } from '@caudal/methods/protect'
import type { ReleasedCube } from './releases.ts'

/** Beside what a release is protected. */
export interface BesideEarlier {
  /** The release to be protected. */
  readonly release: string
  /**
   * Releases of the cube, and of cubes that are tied to it, that are out, oldest first: what they hid, and
   * hardly changed, stays hidden. Then the tied cubes of the same release that are protected already.
   */
  readonly earlier: readonly LedgerEntry[]
  /** Other cubes of the same records, with which it is not attacked: nothing ties them to it. */
  readonly notAttackedWith: readonly ReleasedCube[]
  /** What the last round of its draft began with; absent while it is drafted. */
  readonly asked?: Asked
  /** Its draft protected it together with cubes of the same release that are tied to it. */
  readonly wasTogether?: true
}
