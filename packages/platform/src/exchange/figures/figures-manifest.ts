import type { ProviderFacts } from '@caudal/methods/exchange'
import type { PackedManifest } from './packed-layout.ts'

/** What a dissemination says of itself, in `figures.json` beside its file. */
export interface FiguresManifest {
  readonly cube: string
  /** Version of the cube and of the way its figures are made. */
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly dimensions: readonly string[]
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly periods: readonly string[]
  readonly seriesCount: number
  readonly observationCount: number
  readonly attributes: Readonly<Record<string, string>>
  readonly providers: readonly ProviderFacts[]
  readonly synthetic: boolean
  /** What was packed; absent where the engine alone reads the figures. */
  readonly packed?: PackedManifest | undefined
}

export const manifestName = 'figures.json'
export const figuresName = 'figures.parquet'

/** Changes whenever figures of an earlier program must be made anew. */
export const figuresVersion = 5
