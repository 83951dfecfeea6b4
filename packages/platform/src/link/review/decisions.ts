import type { PairVerdict } from '@caudal/methods/link'
import { readQuery, type Queryable } from '../../store/index.ts'

/** What somebody decided of a pair of cards, and whether it still holds. */
export interface LinkDecision extends PairVerdict {
  readonly id: number
  readonly country: string
  readonly because: string
  readonly decidedBy: string
  /** Run in which it was decided, and the weight of the pair there, bits. */
  readonly run: number
  readonly weight: number | null
  /** ISO instant. */
  readonly decidedAt: string
  /** Number of the undoing; null as long as the decision holds. */
  readonly undoneBy: number | null
  readonly undoneBecause: string | null
  readonly undoneByWhom: string | null
}

/** All decisions of a country (of all where absent), the newest first, undone ones too. */
export function listDecisions(register: Queryable, country?: string): Promise<LinkDecision[]> {
  const sql = readQuery('../queries/link-decisions.sql', import.meta.url)
  return register.query<LinkDecision>(sql, [country ?? null])
}

/** Number of the newest decision or undoing of a country; 0 where there is none. */
export async function newestDecision(register: Queryable, country: string): Promise<number> {
  const [row] = await register.query<{ newest: number }>(
    'select coalesce(max(id), 0) as newest from link_decisions where country = $1',
    [country],
  )
  return row!.newest
}

/** Records a decision or an undoing, as part of a transaction. @returns its number */
export async function insertDecision(
  transaction: Queryable,
  decision: {
    readonly country: string
    readonly kind: 'same' | 'different' | 'undone'
    readonly one: string
    readonly other: string
    readonly undoes?: number
    readonly because: string
    readonly decidedBy: string
    readonly run: number
    readonly weight: number | null
  },
): Promise<number> {
  const { country, kind, one, other, undoes, because, decidedBy, run, weight } = decision
  const [row] = await transaction.query<{ id: number }>(
    `insert into link_decisions (country, kind, one_id, other_id, undoes, because, decided_by, run, weight)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [country, kind, one, other, undoes ?? null, because, decidedBy, run, weight],
  )
  return row!.id
}
