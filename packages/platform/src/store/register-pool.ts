import { AsyncLocalStorage } from 'node:async_hooks'
import { Pool, type PoolClient, type PoolConfig, type QueryResult } from 'pg'
import { storeRefusals } from './refusals.ts'
import type { Queryable, Register } from './register.ts'
import { settingsOfSight } from './sight.ts'
import { registerTypes } from './register-values.ts'

/** Errors of a connection that is no longer there, by system error or SQLSTATE. */
const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '25P03',
])

/**
 * A register over a pool of PostgreSQL connections: the one driver for the embedded register
 * and for a server.
 * @param walled whether the register holds its users to what is in their sight: each connection is
 *   then told, before it is used, for whom
 */
export function openRegisterPool(configuration: PoolConfig, walled = false): Register {
  const pool = new Pool({ ...configuration, types: registerTypes, allowExitOnIdle: true })
  // a lost idle connection is replaced at its next use, which reports what is wrong
  pool.on('error', () => {})
  // and so is one that is lost in the middle of a transaction
  pool.on('connect', (client) => client.on('error', () => {}))
  const inTransaction = new AsyncLocalStorage<{ open: boolean }>()

  function refuseOutsideUse(): void {
    if (inTransaction.getStore()?.open) {
      throw new Error(
        'The register was used beside the transaction that is under way: use the transaction passed in.',
      )
    }
  }

  const told = new WeakMap<PoolClient, string>()

  async function connect(): Promise<PoolClient> {
    // of whoever asks now, not of whoever gives a connection back later
    const settings = Object.entries(settingsOfSight())
    let client: PoolClient
    try {
      client = await pool.connect()
    } catch (error) {
      throw explained(error)
    }
    const wanted = JSON.stringify(settings)
    if (!walled || told.get(client) === wanted) return client
    try {
      told.delete(client)
      const calls = settings.map(
        (_, place) => `set_config($${2 * place + 1}, $${2 * place + 2}, false)`,
      )
      await client.query(`select ${calls.join(', ')}`, settings.flat())
      told.set(client, wanted)
      return client
    } catch (error) {
      // never lent with the sight of somebody else
      client.release(error as Error)
      throw explained(error)
    }
  }

  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
      refuseOutsideUse()
      const client = await connect()
      let failure: Error | undefined
      try {
        return await queryWith<Row>(client, sql, parameters)
      } catch (error) {
        failure = error as Error
        throw explained(error)
      } finally {
        client.release(isGone(failure) ? failure : undefined)
      }
    },

    async transaction<Result>(work: (transaction: Queryable) => Promise<Result>) {
      refuseOutsideUse()
      const client = await connect()
      const state = { open: true }
      let broken: Error | undefined
      try {
        await client.query('begin')
        const transaction: Queryable = {
          query(sql, parameters = []) {
            if (!state.open) throw new Error('The transaction has ended already.')
            return queryWith(client, sql, parameters)
          },
        }
        const result = await inTransaction.run(state, () => work(transaction))
        state.open = false
        await client.query('commit')
        return result
      } catch (error) {
        state.open = false
        await client.query('rollback').catch((failure: Error) => (broken = failure))
        throw explained(error)
      } finally {
        client.release(broken)
      }
    },

    isInTransaction: () => inTransaction.getStore()?.open === true,

    async close() {
      await pool.end()
    },
  }
}

async function queryWith<Row extends object>(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  // without parameters several statements may stand in one string; the rows are the last one's
  const result =
    parameters.length === 0 ? await client.query(sql) : await client.query(sql, [...parameters])
  const last = Array.isArray(result) ? (result.at(-1) as QueryResult) : result
  return last.rows as Row[]
}

function isGone(error: unknown): boolean {
  if (error === undefined) return false
  const code = (error as { code?: string }).code
  return (
    (code !== undefined && goneCodes.has(code)) ||
    (error instanceof Error && /Connection terminated|not queryable/.test(error.message))
  )
}

function explained(error: unknown): unknown {
  if (!isGone(error)) return error
  const reason = (error as { code?: string }).code ?? (error as Error).message
  return Object.assign(storeRefusals.refuse('register-gone', { reason }), { cause: error })
}
