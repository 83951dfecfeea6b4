import type { Reference } from '../information-model/reference.ts'

/** What is read of the structures of others: what data are checked and understood with. */
export interface ReadStructures {
  readonly codelists: readonly ReadCodelist[]
  readonly dataStructures: readonly ReadDataStructure[]
  readonly dataflows: readonly ReadDataflow[]
  readonly constraints: readonly ReadConstraint[]
}

export interface ReadCodelist {
  readonly reference: Reference
  /** Code → the code above it; undefined where there is none. */
  readonly codes: ReadonlyMap<string, string | undefined>
}

export interface ReadComponent {
  readonly id: string
  readonly codelist?: Reference
  readonly textType?: string
  readonly maxLength?: number
  readonly mandatory?: boolean
}

export interface ReadDataStructure {
  readonly reference: Reference
  /** Without the time. */
  readonly dimensions: readonly ReadComponent[]
  readonly hasTime: boolean
  readonly attributes: readonly ReadComponent[]
}

export interface ReadDataflow {
  readonly reference: Reference
  readonly structure: Reference | undefined
}

/** Codes that are left of a component, or the time within which there are data. */
export interface ReadKey {
  readonly id: string
  readonly values: readonly string[]
  readonly range?: { readonly start: string; readonly end: string }
}

/** What data there may be or are. */
export interface ReadConstraint {
  readonly reference: Reference
  readonly keys: readonly ReadKey[]
  readonly seriesCount?: number
  readonly observationCount?: number
}
