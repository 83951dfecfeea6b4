import type { ClusterFault } from '@caudal/methods/link'

/** A cluster that could not be one person, and what became of it. */
export interface ClusterFinding {
  readonly fault: ClusterFault
  /** Records of the cluster before it was split. */
  readonly records: number
  readonly parts: number
  /** Place of its least record in the order of file and id. */
  readonly least: number
}
