import type { DataFolder } from './data-folder.ts'
import type { Keyring } from './keyring.ts'
import type { LakeEngine } from './lake-engine.ts'
import type { Register } from './register.ts'

/** One node: one data folder with its own register, lake and keys. */
export interface CaudalNode {
  readonly folder: DataFolder
  readonly register: Register
  readonly lake: LakeEngine
  readonly keyring: Keyring
  /** Whether this process owns the data folder; else it is a guest of the process that does. */
  readonly owner: boolean
  close(): Promise<void>
}
