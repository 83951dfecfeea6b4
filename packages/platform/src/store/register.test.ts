import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { createDataFolder, dataFolder } from './data-folder.ts'
import { openEmbeddedRegister } from './embedded-register.ts'
import type { CaudalNode } from './node.ts'
import { copyTestRegister, describeOnBothRegisters, withTestFolder } from './testing.ts'
import { countUp, startScenario } from './testing-scenarios.ts'

async function newCounter(node: CaudalNode): Promise<number> {
  const [row] = await node.register.query<{ id: number }>(
    "insert into jobs (kind, input, status) values ('counter', '{}', 'done') returning id",
  )
  return row?.id ?? 0
}

async function readCounter(
  node: CaudalNode,
  counter: number,
): Promise<{ value: number; marks: number } | undefined> {
  const [row] = await node.register.query<{ value: number; marks: number }>(
    `select priority as value, (select count(*) from jobs where kind = 'mark') as marks from jobs where id = $1`,
    [counter],
  )
  return row
}

describeOnBothRegisters('The register', (openTestNode) => {
  it('gives values as register.ts says', async () => {
    const { register } = await openTestNode()
    const [row] = await register.query(
      `select 7::bigint as small, 9007199254740993::bigint as large, '{"a": [1]}'::jsonb as json,
         date '2020-02-29' as date, timestamptz '2020-02-29 12:00:00.25+02' as instant,
         timestamp '2020-02-29 12:00:00' as local, 1.10::numeric as exact, null::bigint as nothing,
         array[1, null]::bigint[] as many, array[date '2020-01-01'] as dates, true as yes, 1.5::float8 as real`,
    )
    expect(row).toEqual({
      small: 7,
      large: 9007199254740993n,
      json: { a: [1] },
      date: '2020-02-29',
      instant: '2020-02-29T10:00:00.25Z',
      local: '2020-02-29T12:00:00',
      exact: '1.10',
      nothing: null,
      many: [1, null],
      dates: ['2020-01-01'],
      yes: true,
      real: 1.5,
    })
  })

  it('takes objects, arrays, nulls and any text as parameters', async () => {
    const { register } = await openTestNode()
    const text = `'; drop table jobs; -- "ñandú" \\ \u{1F30E}`
    expect(
      await register.query(
        'select $1::text as text, $2::jsonb as json, $3::int[] as list, $4::text as nothing',
        [text, { name: text }, [1, 2], null],
      ),
    ).toEqual([{ text, json: { name: text }, list: [1, 2], nothing: null }])
  })

  it('rolls back a transaction that throws, and passes the exception on', async () => {
    const node = await openTestNode()
    const counter = await newCounter(node)
    const failure = new Error('half way')
    await expect(
      node.register.transaction(async (transaction) => {
        await transaction.query('update jobs set priority = 5 where id = $1', [counter])
        throw failure
      }),
    ).rejects.toBe(failure)
    expect((await readCounter(node, counter))?.value).toBe(0)
  })

  it('goes on after an error in a query and in a transaction', async () => {
    const { register } = await openTestNode()
    await expect(register.query('select nothing from nowhere')).rejects.toMatchObject({
      code: '42P01',
    })
    await expect(
      register.transaction((transaction) => transaction.query('select 1/0')),
    ).rejects.toMatchObject({ code: '22012' })
    expect(await register.query('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('refuses to be used beside the transaction that is under way', async () => {
    const { register } = await openTestNode()
    await expect(
      register.transaction(async () => {
        await register.query('select 1')
      }),
    ).rejects.toThrow('use the transaction passed in')
    await expect(register.transaction(() => register.transaction(async () => {}))).rejects.toThrow(
      'use the transaction passed in',
    )
  })

  it('keeps concurrent transactions of one process apart', async () => {
    const node = await openTestNode()
    const counter = await newCounter(node)
    const committed = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => countUp(node.register, counter, 15, seed)),
    )
    const total = committed.reduce((sum, count) => sum + count, 0)
    expect(await readCounter(node, counter)).toEqual({ value: total, marks: total })
    expect(total).toBeGreaterThan(10)
  })
})

describe('The embedded register', () => {
  it('keeps concurrent transactions of several processes apart', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere({ role: 'server' })
      const counter = await newCounter(node)
      const { root } = node.folder
      const others = [11, 12].map((seed) =>
        startScenario('countUp', { root, counter, times: 120, seed }),
      )
      const own = await countUp(node.register, counter, 120, 13)
      const results = (await Promise.all(others.map((other) => other.result()))) as {
        committed: number
        owner: boolean
      }[]
      expect(results.map((result) => result.owner)).toEqual([false, false])
      const total = results.reduce((sum, result) => sum + result.committed, own)
      expect(await readCounter(node, counter)).toEqual({ value: total, marks: total })
    })
  })

  it('rolls back the transaction of a process that is killed', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere({ role: 'server' })
      const counter = await newCounter(node)
      const other = startScenario('hangInTransaction', { root: node.folder.root, counter })
      expect(await other.message()).toBe('hanging')
      const waiting = readCounter(node, counter)
      expect(await Promise.race([waiting, pause(200, 'waits')])).toBe('waits')
      await other.kill()
      expect((await waiting)?.value).toBe(0)
    })
  })

  it('ends a transaction that lies idle while others wait', async () => {
    await withTestFolder(async (_openHere, root) => {
      const folder = dataFolder(root)
      createDataFolder(folder)
      await copyTestRegister(root)
      const { register, close } = await openEmbeddedRegister(folder, 100)
      const idle = register
        .transaction(async (transaction) => {
          await transaction.query('update jobs set priority = 1')
          await pause(1500)
          await transaction.query('select 1')
        })
        .catch((error: unknown) => error)
      await pause(50)
      expect(await register.query('select 1 as one')).toEqual([{ one: 1 }])
      expect(await idle).toMatchObject({ code: 'store.register-gone' })
      await close()
    })
  })

  it('answers plain clients of PostgreSQL, each query whole', async () => {
    await withTestFolder(async (_openHere, root) => {
      const folder = dataFolder(root)
      createDataFolder(folder)
      await copyTestRegister(root)
      const { socket, close } = await openEmbeddedRegister(folder)
      const clients = await Promise.all(
        [1, 2, 3].map(async () => {
          const client = new Client({ host: socket, user: 'postgres', database: 'postgres' })
          await client.connect()
          return client
        }),
      )
      await Promise.all(
        clients.map(async (client, number) => {
          for (let count = 0; count < 100; count += 1) {
            const { rows } = await client.query('select $1::int as number, $2::int as count', [
              number,
              count,
            ])
            expect(rows).toEqual([{ number, count }])
          }
        }),
      )
      const large = await clients[0]?.query(`select repeat('x', 3000000) as text`)
      expect(large?.rows).toEqual([{ text: 'x'.repeat(3_000_000) }])
      await Promise.all(clients.map((client) => client.end()))
      await close()
    })
  })
})

describeOnBothRegisters('The app role', (openTestNode) => {
  it('reads and writes rows, but adds only to append-only tables', async () => {
    const { register } = await openTestNode()
    await register.query(`insert into jobs (kind, input, status) values ('x', '{}', 'done')`)
    for (const sql of [
      'update schema_migrations set name = name',
      'delete from schema_migrations',
      'truncate schema_migrations',
      'update node set key_id = key_id',
      'delete from node',
    ]) {
      await expect(register.query(sql)).rejects.toThrow(
        /append-only|permission denied|must be owner/,
      )
    }
  })
})
