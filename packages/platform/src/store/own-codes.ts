import { additionTo, type CodeList, type OwnCode, type Text } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { CaudalNode } from './node.ts'
import { readQuery } from './read-query.ts'
import type { Queryable } from './register.ts'

/** A code that users of a node added to a list, as its newest version has it. */
export interface KeptCode extends OwnCode {
  readonly id: number
  /** 1: added; 2: ended. */
  readonly version: number
  readonly institution: string
  /** ISO 3166-1 alpha-3; empty where nobody said it. */
  readonly country: string
  readonly label: Text
  readonly aliases: readonly string[]
  readonly because: string
  readonly keptBy: string
  /** ISO instant. */
  readonly keptAt: string
}

/** The codes that users of the node added, in the order in which they came. */
export async function selectOwnCodes(register: Queryable, list?: string): Promise<KeptCode[]> {
  const sql = readQuery('./queries/own-codes.sql', import.meta.url)
  const rows = await register.query<{ [Key in keyof KeptCode]: KeptCode[Key] | null }>(sql, [
    list ?? null,
  ])
  return rows.map((row) => {
    const given = Object.entries(row).filter(([, value]) => value !== null)
    return Object.fromEntries(given) as unknown as KeptCode
  })
}

/** Number of what was last done to the own codes of a node: one added or ended; 0 of none. */
export async function newestOwnCode(register: Queryable): Promise<number> {
  const [row] = await register.query<{ newest: number }>(
    'select coalesce(max(id), 0)::integer as newest from own_codes',
  )
  return row?.newest ?? 0
}

interface KeptBook {
  readonly newest: number
  readonly book: CodeListBook
}

const kept = new WeakMap<object, KeptBook>()
const standard = createCodeListBook()

/**
 * The code lists of a node: those of the platform with the codes that its users have added. The same
 * book as long as none is added or ended, by this process or another.
 *
 * @param beside lists that one piece of work brings along
 */
export async function nodeCodeLists(
  { register }: Pick<CaudalNode, 'register'>,
  beside: readonly CodeList[] = [],
): Promise<CodeListBook> {
  if (beside.length > 0) return bookWith(await selectOwnCodes(register), beside)
  const newest = await newestOwnCode(register)
  const known = kept.get(register)
  if (known?.newest === newest) return known.book
  const book = newest === 0 ? standard : bookWith(await selectOwnCodes(register))
  kept.set(register, { newest, book })
  return book
}

/** The book of the platform with own codes in their lists. */
export function bookWith(own: readonly OwnCode[], beside: readonly CodeList[] = []): CodeListBook {
  const lists = [...new Set(own.map(({ list }) => list))].flatMap((id) => standard.find(id) ?? [])
  return createCodeListBook([...lists.map((list) => additionTo(list, own)), ...beside])
}
