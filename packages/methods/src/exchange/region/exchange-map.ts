import type { Text } from '../../vocabulary/index.ts'
import type { Reference } from '../information-model/reference.ts'

/** Codes of one component here and there. */
export interface ExchangeCodes {
  readonly id: string
  readonly own: string
  /** Code list of the other agency. */
  readonly other: Reference
  readonly pairs: readonly (readonly [own: string, other: string])[]
}

/** Components that are the same thing in both structures; their codes too, where none are listed. */
interface ExchangeComponent {
  readonly own: string
  readonly other: string
  readonly codes?: ExchangeCodes
}

/**
 * A structure of the platform beside one of another agency. What only one of the two tells apart is
 * held at one code (`ownHeld`, `otherHeld`): an observation with another code there has no place in
 * the other structure.
 */
export interface ExchangeMap {
  readonly id: string
  readonly name: Text
  readonly own: string
  readonly other: Reference
  /** Dimensions of the other structure in the order of its key, the time left out. */
  readonly otherDimensions: readonly string[]
  readonly components: readonly ExchangeComponent[]
  readonly ownHeld: Readonly<Record<string, string>>
  readonly otherHeld: Readonly<Record<string, string>>
  readonly source: string
  /**
   * Components of the own structure whose codes must differ: who lives where he was born, or of where he
   * is a citizen, is no migrant, though other agencies count him in the same table.
   */
  readonly different?: readonly [string, string]
  /** What could not be held against published queries or lists of the other agency. */
  readonly unverified: string
}
