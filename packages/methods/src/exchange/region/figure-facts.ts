import type { RecordedBreak } from '../../measure/index.ts'
import type { Text } from '../../vocabulary/index.ts'
import type { Words } from '../information-model/structures.ts'

/** Who gave the data of a dataflow. */
export interface ProviderFacts {
  readonly id: string
  readonly name: Words
}

/** What is known of the figures of one cube: the rest of its structures is derived from it. */
export interface FigureFacts {
  readonly cube: string
  /** Codes that occur, by dimension of the structure. */
  readonly codes: Readonly<Record<string, readonly string[]>>
  /** First and last period. */
  readonly periods: { readonly start: string; readonly end: string } | undefined
  readonly seriesCount: number
  readonly observationCount: number
  readonly providers: readonly ProviderFacts[]
  /** Breaks in its series that were recorded. */
  readonly breaks?: readonly RecordedBreak[]
  /** A part of it is drawn, about nobody. */
  readonly synthetic: boolean
  /** Coverage, and what is imputed, undecided or of nobody. */
  readonly quality?: Text | undefined
  /** Where the records themselves show that series break, and why. */
  readonly foundBreaks?: Text | undefined
}

/**
 * The id of a provider by its name: letters without accents, in capitals, joined by underscores.
 *
 * @example providerId('Banco de México') // => 'BANCO_DE_MEXICO'
 */
export function providerId(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
  return /^[A-Z]/.test(plain) ? plain : `P_${plain}`
}
