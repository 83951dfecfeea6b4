/** Where things lie in a node's data folder; absolute paths. */
export interface DataFolder {
  readonly root: string
  /** The embedded register, where no server is named. */
  readonly register: string
  /** Parquet files of records: `lake/<record type>/<facts|identities|findings|duplicates>/<batch>/…`. */
  readonly lake: string
  /** Built cubes: `cubes/<cube>/<build>/…parquet`. */
  readonly cubes: string
  /** Boundary sets brought in by the node. */
  readonly boundaries: string
  /** Drawn files of the synthetic region and the truth about it. */
  readonly synthetic: string
  /** Node key and other secrets, mode 0700. */
  readonly keys: string
  /**
   * Staging files, decrypted working copies and the engine's spill files, mode 0700, on a memory
   * file system where there is room; emptied at the end of a batch and at every start.
   */
  readonly workspace: string
}
