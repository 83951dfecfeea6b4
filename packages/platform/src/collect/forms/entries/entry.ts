import type { FormAnswers } from '@caudal/methods/collect/xlsform'
import { readQuery, sealText, unsealText, type CaudalNode } from '../../../store/index.ts'

/**
 * - `draft`: being filled in. `waiting`: checked, and in no batch yet.
 * - `imported`: in a batch. `withdrawn`: discarded before it was in one. `erased`: at the wish of the
 *   person, or because it had waited for as long as it may.
 */
export type EntryState = 'draft' | 'waiting' | 'imported' | 'withdrawn' | 'erased'

/** A form that was filled in, without its answers. */
export interface FormEntry {
  readonly id: string
  readonly form: number
  readonly mapping: number | null
  readonly enteredBy: string
  /** The account, whatever it is called. */
  readonly enteredById: string
  readonly state: EntryState
  /** Records that it is: several where a repeated group is. */
  readonly records: number
  /** Changes with every change; from 1. */
  readonly revision: number
  readonly handIn: string | null
  readonly job: number | null
  readonly became: number | null
  /** ISO instants. */
  readonly createdAt: string
  readonly changedAt: string
  /** A request of the person is not answered yet, or restricts its use: it stays as it is. */
  readonly isHeld: boolean
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
  readonly ids?: readonly string[]
  readonly handIn?: string
  readonly states?: readonly EntryState[]
  /** Most entries of a form, the newest ones. */
  readonly most?: number
  /** Account that entered them. */
  readonly enteredBy?: string | undefined
}

/** Entries in the order in which they were begun. */
export function selectEntries(
  node: CaudalNode,
  { form, id, ids, handIn, states, most, enteredBy }: EntryConditions,
): Promise<SealedEntry[]> {
  const sql = readQuery('./queries/entries.sql', import.meta.url)
  return node.register.query<SealedEntry>(sql, [
    form ?? null,
    id ?? null,
    handIn ?? null,
    states ?? null,
    most ?? null,
    enteredBy ?? null,
    ids ?? null,
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
