import type { BatchQuality } from './quality/batch-quality.ts'
import type { Finding } from './quality/find-findings.ts'

/** What became of a file. */
export interface ImportReport {
  /**
   * `already-received`: this very file is in the lake; nothing was changed. `tried`: nothing was to be
   * changed, and there is no batch (0).
   */
  readonly status: 'imported' | 'already-received' | 'tried'
  readonly batch: number
  readonly dataset: string
  readonly recordType: string
  readonly profile: string
  readonly profileVersion: number
  readonly file: string
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  /** Records flagged as repeats, beyond the first of their group; kept, and not counted. */
  readonly rowsFlaggedDuplicate: number
  readonly quality: BatchQuality
  /** Of a trial: the first findings, as the batch would have kept them. */
  readonly examples?: readonly Finding[]
  /** Wall time of each step in seconds; empty where nothing was imported. */
  readonly seconds: Readonly<Partial<Record<ImportStep, number>>>
}

/** The steps of an import, in order. */
export const importSteps = ['read', 'stage', 'split', 'repeats', 'accept'] as const

export type ImportStep = (typeof importSteps)[number]

/** Told while an import is under way: the step, and how much of the whole is done, from 0 to 1. */
export type ImportProgress = (done: number, step: ImportStep, rows?: number) => void
