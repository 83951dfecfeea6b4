import type { CodeList } from '@caudal/methods/vocabulary'
import type { Queryable } from '../store/index.ts'
import type { ImportProgress } from './import-report.ts'
import type { ProfileSource } from './profiles/load-profile.ts'

export interface ImportRequest {
  /** Path of the file, in any format that a layout has, plain, .gz or .zip. */
  readonly file: string
  /** Id of a profile that comes with the platform, path of a JSON file, or its content. */
  readonly profile: ProfileSource
  /** Find out what would become of it, and leave everything as it is. */
  readonly trial?: boolean
  readonly onProgress?: ImportProgress
  /** Code lists beside those of the platform. */
  readonly codeLists?: readonly CodeList[]
  /** Batches of the same dataset that this file corrects: they count no more once it is accepted. */
  readonly supersedes?: readonly number[]
  /** Why it corrects them, in words; kept with them. */
  readonly because?: string
  /** ISO date on which the file was received; today where absent. */
  readonly receivedOn?: string
  /** What else is part of the transaction that records the batch; a refusal of it leaves no batch. */
  readonly within?: (transaction: Queryable, batch: number) => Promise<void>
}
