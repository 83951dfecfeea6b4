import type { Sex } from './names.ts'

/** A stretch of usual residence in one place; `to` is the day after the last, absent while open. */
export interface ResidenceSpell {
  readonly place: number
  readonly from: number
  readonly to: number
  readonly reason: string
  /** Moved away from the posts. */
  readonly irregular: boolean
}

/** One passage of a border post: what truly happened, recorded or not. */
export interface Crossing {
  /** Index of the country whose border it is (always a drawn one). */
  readonly country: number
  readonly post: number
  readonly direction: 'arrival' | 'departure'
  /** Minutes since 1 January 1970, local time of the post. */
  readonly minute: number
  readonly mode: string
  /** Where the person came from, or goes to: the next country on the way. */
  readonly counterpart: number
  readonly purpose: string
  /** Days of the planned stay, for arrivals of a visit; 0 otherwise. */
  readonly stayDays: number
  /** Away from every post: truly crossed, and nobody could write it down. */
  readonly irregular: boolean
}

/** A journey there and back, or a one-way move: the crossings on the way, in order of time. */
export interface Journey {
  /** First and last minute away. */
  readonly start: number
  readonly end: number
  /** A move of residence outranks a family trip, a family trip one's own. */
  readonly rank: number
  readonly purpose: string
  readonly crossings: readonly Crossing[]
}

export type Behaviour =
  | 'stays-home'
  | 'occasional'
  | 'frequent'
  | 'commuter'
  | 'seasonal'
  | 'driver'
  | 'diaspora'
  | 'visitor'
  | 'border-life'
  | 'transit'
  | 'child'

/** A synthetic person. Days count from 1 January 1970. */
export interface Person {
  /** From 1. */
  readonly id: number
  readonly household: number
  readonly sex: Sex
  readonly birthDay: number
  /** `Infinity` while alive at the end of the drawn years. */
  readonly deathDay: number
  readonly given: readonly string[]
  readonly paternal: string
  /** Empty where the person has one family name. */
  readonly maternal: string
  /** Family name of the husband where she uses it; empty otherwise. */
  readonly marriedName: string
  readonly marriedOn: number
  /** Index of the place. */
  readonly citizenship: number
  readonly secondCitizenship: number
  readonly birthPlace: number
  /** ISO 3166-2 code of the department of origin, empty outside the drawn countries. */
  readonly department: string
  /** Department and a number within it, `GT-12.07`. */
  readonly municipality: string
  behaviour: Behaviour
  spells: ResidenceSpell[]
  /** In order of time, within the drawn years. */
  crossings: Crossing[]
}
