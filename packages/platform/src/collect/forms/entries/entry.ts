import type { FormAnswers } from '@caudal/methods/collect/xlsform'
import { readQuery, sealText, unsealText, type CaudalNode } from '../../../store/index.ts'

/**
 * - `draft`: being filled in. `waiting`: checked, and in no batch yet.
 * - `imported`: in a batch. `withdrawn`: discarded before it was in one.
 */
export type EntryState = 'draft' | 'waiting' | 'imported' | 'withdrawn'

/** A form that was filled in, without its answers. */
export interface FormEntry {
  readonly id: string
  readonly form: number
  readonly mapping: number | null
  readonly enteredBy: string
  readonly state: EntryState
  readonly handIn: string | null
  readonly job: number | null
  readonly became: number | null
  /** ISO instants. */
  readonly createdAt: string
  readonly changedAt: string
}

/** What a person answered, and on which day. */
export interface SealedAnswers {
  readonly answers: FormAnswers
  /** ISO date. */
  readonly day: string
}

/** An entry with what is sealed in it. */
export interface SealedEntry extends FormEntry {
  readonly sealed: string | null
  readonly wrappedKey: string | null
}

/** Which entries of a form are meant. */
export interface EntryConditions {
  readonly form?: number
  readonly id?: string
  readonly handIn?: string
  readonly states?: readonly EntryState[]
  /** Most entries of a form, the newest ones. */
  readonly most?: number
}

/** Entries in the order in which they were begun. */
export function selectEntries(
  node: CaudalNode,
  { form, id, handIn, states, most }: EntryConditions,
): Promise<SealedEntry[]> {
  const sql = readQuery('./queries/entries.sql', import.meta.url)
  return node.register.query<SealedEntry>(sql, [
    form ?? null,
    id ?? null,
    handIn ?? null,
    states ?? null,
    most ?? null,
  ])
}

/** Seals answers by a key of their own, which goes with them. */
export function sealAnswers(
  node: CaudalNode,
  id: string,
  content: SealedAnswers,
): { readonly sealed: string; readonly wrapped: string } {
  const { key, wrapped } = node.keyring.createDataKey()
  return { sealed: sealText(JSON.stringify(content), key, placeOf(id)), wrapped }
}

/** The answers of an entry; undefined where they are gone: in a batch, or discarded. */
export function openAnswers(
  node: CaudalNode,
  { id, sealed, wrappedKey }: SealedEntry,
): SealedAnswers | undefined {
  if (sealed === null || wrappedKey === null) return undefined
  const key = node.keyring.unwrapDataKey(wrappedKey)
  return JSON.parse(unsealText(sealed, key, placeOf(id))) as SealedAnswers
}

function placeOf(id: string): string {
  return `form entry ${id}`
}
