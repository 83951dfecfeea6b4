export interface OpenNodeOptions {
  /** The data folder; created where it is not there. */
  readonly root: string
  /** Address of a PostgreSQL server; `CAUDAL_REGISTER` where absent; '' for the embedded register. */
  readonly registerUrl?: string
  /** Address for the owner role, which migrates; `CAUDAL_REGISTER_OWNER` where absent. */
  readonly registerOwnerUrl?: string
  /**
   * `server` must own the folder; `command` owns it or is the guest of a server; `worker` is always
   * the guest of the process that started it.
   */
  readonly role?: 'server' | 'command' | 'worker'
  /** Last migration to apply, for a restore of an earlier state; all of them where absent. */
  readonly lastMigration?: number
  /** Memory of the lake engine in bytes; half the machine's where absent. */
  readonly memoryLimit?: number
  /** Threads of the lake engine; all cores where absent. */
  readonly threads?: number
}
