import type { StructureKind } from './structure-kind.ts'

/** Which versions are asked for: numbers, or the latest in production (`+`), of all states (`~`). */
export type VersionAsked = 'all' | readonly string[]

export type Detail =
  | 'full'
  | 'allstubs'
  | 'referencestubs'
  | 'allcompletestubs'
  | 'referencecompletestubs'
  | 'referencepartial'

export type ReferenceScope =
  'none' | 'parents' | 'parentsandsiblings' | 'ancestors' | 'children' | 'descendants' | 'all'

/** A question for structures, the same whichever version of the interface it came through. */
export interface StructureQuery {
  /** Kinds that match; several for `structure` and `organisationscheme`. */
  readonly kinds: readonly StructureKind[]
  readonly agencies: 'all' | readonly string[]
  readonly ids: 'all' | readonly string[]
  /** Numbers, `latest` (the latest in production, or `+`) or `~` (the latest of any state). */
  readonly versions: VersionAsked
  /** Items of schemes; nested ids joined by dots. */
  readonly items: 'all' | readonly string[]
  /** Constraints of one role alone. */
  readonly role?: 'actual' | 'allowed'
  readonly detail: Detail
  readonly scopes: readonly ReferenceScope[]
  /** What refers to what matches, or is referred to by it, of these kinds. */
  readonly referencedKinds: readonly StructureKind[]
  /** Of constraints that are referred to, those of one role alone. */
  readonly referencedRole?: 'actual' | 'allowed'
}

export const wholeQuery: Omit<StructureQuery, 'kinds'> = {
  agencies: 'all',
  ids: 'all',
  versions: ['latest'],
  items: 'all',
  detail: 'full',
  scopes: ['none'],
  referencedKinds: [],
}
