import { createHash, createHmac } from 'node:crypto'
import type { Actor } from '@caudal/methods/govern'
import { nodeSecret, type CaudalNode } from '../../store/index.ts'
import { publishRefusals } from '../refusals.ts'

export interface QueryBudgetOptions {
  /** Different tables of persons a day that an account is shown. */
  readonly ofAccounts?: number
  /** The same of an address from which strangers ask. */
  readonly ofStrangers?: number
  readonly now?: () => Date
}

/** Askers whose questions of the day are remembered in this process; of others the register is asked. */
const mostAskers = 2000

/**
 * How many different tables of persons somebody may be shown in a day (UTC). The same table again
 * costs nothing, since it is the same; what is shown of public figures or of a release is free.
 *
 * Noise is a function of who is in a cell, so that averaging takes many cells around one person; this
 * bounds how many are to be had.
 */
export class QueryBudget {
  readonly #node: CaudalNode
  readonly #limits: { readonly person: number; readonly anonymous: number }
  readonly #now: () => Date
  readonly #asked = new Map<string, Promise<Set<string>>>()
  #day = ''

  constructor(node: CaudalNode, options: QueryBudgetOptions = {}) {
    const { ofAccounts = 2000, ofStrangers = 1000, now = () => new Date() } = options
    this.#node = node
    this.#limits = { person: ofAccounts, anonymous: ofStrangers }
    this.#now = now
  }

  /**
   * Spends one question of an asker, where it is a new one.
   *
   * @throws Refusal `publish.question-budget-spent`
   */
  async spend(asker: string, question: string): Promise<void> {
    const day = this.#now().toISOString().slice(0, 10)
    if (day !== this.#day) await this.#begin(day)
    const asked = await this.#askedBy(asker, day)
    const digest = createHash('sha256').update(question).digest('base64url').slice(0, 22)
    if (asked.has(digest)) return
    const limit = this.#limits[asker.startsWith('account:') ? 'person' : 'anonymous']
    if (asked.size >= limit) {
      const tomorrow = Date.parse(`${day}T00:00:00Z`) + 86_400_000
      throw publishRefusals.refuse('question-budget-spent', {
        limit,
        seconds: Math.ceil((tomorrow - this.#now().getTime()) / 1000),
      })
    }
    asked.add(digest)
    await this.#node.register.query(
      `insert into perturbed_questions (asker, day, question) values ($1, $2, $3)
       on conflict do nothing`,
      [asker, day, digest],
    )
  }

  async #begin(day: string): Promise<void> {
    this.#day = day
    this.#asked.clear()
    await this.#node.register.query('delete from perturbed_questions where day < $1', [day])
  }

  #askedBy(asker: string, day: string): Promise<Set<string>> {
    let asked = this.#asked.get(asker)
    if (asked === undefined) {
      asked = this.#node.register
        .query<{ question: string }>(
          'select question from perturbed_questions where asker = $1 and day = $2',
          [asker, day],
        )
        .then((rows) => new Set(rows.map(({ question }) => question)))
      for (const oldest of this.#asked.keys()) {
        if (this.#asked.size < mostAskers) break
        this.#asked.delete(oldest)
      }
      this.#asked.set(asker, asked)
      asked.catch(() => this.#asked.delete(asker))
    }
    return asked
  }
}

/** Names whoever asks: an account, or a stranger by a hash of the address that nobody can turn back. */
export async function askerOf(node: CaudalNode, actor: Actor, address: string): Promise<string> {
  if (actor.kind !== 'anonymous') return `account:${actor.id}`
  const secret = await nodeSecret(node, 'perturbation')
  return `address:${createHmac('sha256', secret).update(address).digest('base64url').slice(0, 22)}`
}
