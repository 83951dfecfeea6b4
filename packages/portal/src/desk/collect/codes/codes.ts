import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

/** What own codes of a list hang from; null where none can be added. */
export type Opening = 'standard' | 'parent' | null

/** A code list of the node. */
export interface ListedList {
  readonly id: string
  readonly title: string
  readonly codes: number
  readonly own: number
  readonly opening: Opening
}

export interface ShownCode {
  readonly code: string
  readonly label: string
  readonly parent: string
  readonly standard: string
  readonly validFrom: string
  readonly validTo: string
  readonly replacedBy: string
  readonly own: boolean
  readonly because: string | null
  readonly keptBy: string | null
  readonly institution: string | null
}

/** A code list with every code. */
export interface ShownList {
  readonly id: string
  readonly title: string
  readonly source: { readonly owner: string; readonly title: string; readonly url?: string }
  /** What a reader must know of the dates of its codes. */
  readonly note: string | null
  readonly opening: Opening
  /** The list that the places of this one lie in, with the codes in force by their names. */
  readonly above?: {
    readonly id: string
    readonly title: string
    readonly codes: readonly { readonly code: string; readonly label: string }[]
  }
  readonly codes: readonly ShownCode[]
}

const lists = ['account-items', 'codes'] as const

/** Asks anew whatever is known of codes, and offers them in forms as they are now. */
export async function forgetCodes(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['code-list'] })
  await client.invalidateQueries({ queryKey: lists })
}

/** What would become of a line of a file of codes. */
export interface ToldLine {
  /** From 1, the header aside. */
  readonly row: number
  readonly act: 'refuse' | 'add' | 'end' | 'same'
  readonly list: string
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validTo: string
  readonly what?: string
  readonly advice?: string
}

/** What would become of a file of codes. */
export interface ReadCodes {
  readonly counts: Readonly<Record<ToldLine['act'], number>>
  /** Some of them, those that are refused first. */
  readonly lines: readonly ToldLine[]
}

/** What has become of it. */
export interface TakenIn {
  readonly added: number
  readonly ended: number
  readonly same: number
}

export const listsQuery = (language: Language) =>
  queryOptions({
    queryKey: [...lists, language],
    queryFn: ({ signal }) =>
      askNode<{ lists: readonly ListedList[] }>(`/api/collect/codes?language=${language}`, signal),
    staleTime: 0,
  })

export const listQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: [...lists, id, language],
    queryFn: ({ signal }) =>
      askNode<ShownList>(
        `/api/collect/codes/${encodeURIComponent(id)}?language=${language}`,
        signal,
      ),
    staleTime: 0,
  })
