import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDb } from './duckdb-engine.ts'
import type { LakeEngine } from './lake-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'caudal-test-lake-'))
let engine: LakeEngine

beforeAll(async () => {
  engine = await openDuckDb({
    temporaryFolder: join(folder, 'spill'),
    memoryLimit: 512 * 2 ** 20,
    threads: 2,
  })
})

afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('The lake engine', () => {
  it('gives plain values', async () => {
    const [row] = await engine.rows(`select 1::tinyint as tiny, 9007199254740991::bigint as safe,
      9007199254740993::bigint as unsafe, 12.50::decimal(18, 2) as decimal,
      12345678901234567890.12::decimal(38, 2) as long, 'NaN'::double as nan, 'Infinity'::double as infinite,
      date '2020-02-29' as date, date '0044-03-15' as old, timestamp '2020-02-29 23:59:59.5' as local,
      timestamptz '2020-02-29 12:00:00+02' as instant, time '12:30:00' as time, true as yes, null as nothing,
      [1, null, 3] as list, {'a': 1, 'b': date '2020-01-01'} as struct, map {'k': 1} as map,
      '6f1c8a1e-0000-4000-8000-000000000000'::uuid as uuid, 'a'::enum ('a', 'b') as code, sum(3) as total`)
    expect(row).toEqual({
      tiny: 1,
      safe: 9007199254740991,
      unsafe: 9007199254740993n,
      decimal: 12.5,
      long: '12345678901234567890.12',
      nan: null,
      infinite: null,
      date: '2020-02-29',
      old: '0044-03-15',
      local: '2020-02-29T23:59:59.5',
      instant: '2020-02-29T10:00:00Z',
      time: '12:30:00',
      yes: true,
      nothing: null,
      list: [1, null, 3],
      struct: { a: 1, b: '2020-01-01' },
      map: [{ key: 'k', value: 1 }],
      uuid: '6f1c8a1e-0000-4000-8000-000000000000',
      code: 'a',
      total: 3,
    })
  })

  it('gives and takes columns of numbers as arrays', async () => {
    await engine.session(async (session) => {
      await session.run('create temp table measured (day integer, kind tinyint, share double)')
      const length = 5000
      const day = Int32Array.from({ length }, (_, row) => row - 100)
      const kind = Int8Array.from({ length }, (_, row) => (row % 2 === 0 ? 1 : -1))
      const share = Float64Array.from(day, (value) => value / 8)
      await session.append('measured', { columns: [day, kind, share], length })
      const read: number[][] = [[], [], []]
      for await (const rows of session.numbers('select * from measured order by day desc')) {
        rows.columns.forEach((column, at) => read[at]!.push(...column))
      }
      expect(read).toEqual([day, kind, share].map((column) => [...column].reverse()))
      await expect(
        session.append('measured', { columns: [kind, kind, share], length }),
      ).rejects.toThrow('is not Int8Array')
    })
    const text = engine.numbers(`select 'a' as code`)
    await expect(text[Symbol.asyncIterator]().next()).rejects.toThrow('cast it to a number')
  })

  it('takes text, numbers, truth values and nothing as parameters', async () => {
    const text = `'; drop table x; -- ñ \u{1F30E}`
    expect(
      await engine.rows(
        'select $1 as text, $2 + 1 as whole, $3 as real, $4 as yes, $5 as nothing, $6 as large',
        [text, 41, 0.5, true, null, 2n ** 62n],
      ),
    ).toEqual([{ text, whole: 42, real: 0.5, yes: true, nothing: null, large: 2n ** 62n }])
  })

  it('runs several statements in one go', async () => {
    await engine.session(async (session) => {
      await session.run('create temp table t as select 1 as a; insert into t values (2)')
      expect(await session.rows('select sum(a) as sum from t')).toEqual([{ sum: 3 }])
    })
  })

  it('streams a result of any size with little memory', async () => {
    const before = process.memoryUsage().rss
    let rows = 0
    let most = 0
    for await (const chunk of engine.stream<{ range: number; text: string }>(
      `select range, repeat('x', 100) || range as text from range(3000000)`,
    )) {
      expect(chunk.length).toBeLessThanOrEqual(2048)
      rows += chunk.length
      if (rows % 204_800 === 0) most = Math.max(most, process.memoryUsage().rss - before)
    }
    expect(rows).toBe(3_000_000)
    expect(most).toBeLessThan(300 * 2 ** 20)
  })

  it('can be left in the middle of a stream', async () => {
    for (let times = 0; times < 20; times += 1) {
      for await (const chunk of engine.stream('select range from range(100000000)')) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
    }
    expect(await engine.rows('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('runs statements of several callers at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const [row] = await engine.rows<{ index: number; sum: number }>(
          'select $1 as index, sum(range) as sum from range(100000)',
          [index],
        )
        return row
      }),
    )
    expect(answers).toEqual(Array.from({ length: 60 }, (_, index) => ({ index, sum: 4999950000 })))
  })

  it('keeps temporary tables and settings within their session', async () => {
    await Promise.all(
      [1, 2, 3].map((value) =>
        engine.session(async (session) => {
          await session.run('create temp table own (value integer)')
          await session.run('insert into own values ($1)', [value])
          await session.run(`set session timezone = 'America/Panama'`)
          expect(await session.rows('select value from own')).toEqual([{ value }])
        }),
      ),
    )
    await expect(engine.rows('select * from own')).rejects.toThrow('own')
    expect(await engine.rows(`select current_setting('TimeZone') as zone`)).toEqual([
      { zone: 'UTC' },
    ])
  })

  it('answers the statements of a session in their order, though they are given at once', async () => {
    await engine.session(async (session) => {
      await session.run('create temp table steps (step integer)')
      await Promise.all(
        Array.from({ length: 20 }, (_, step) =>
          session.run('insert into steps select $1 where (select count(*) from steps) = $1', [
            step,
          ]),
        ),
      )
      expect(await session.rows('select count(*) as steps from steps')).toEqual([{ steps: 20 }])
    })
  })

  it('goes on after an error', async () => {
    await expect(engine.rows('select * from nowhere')).rejects.toThrow('nowhere')
    await expect(engine.rows(`select 'x'::integer`)).rejects.toThrow('x')
    expect(await engine.rows('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('stops what runs when it is interrupted', async () => {
    setTimeout(() => engine.interrupt(), 200)
    await expect(
      engine.rows('select sum(hash(a.range) + b.range) from range(10000000) a, range(10000000) b'),
    ).rejects.toThrow(/interrupt/i)
    expect(await engine.rows('select 1 as one')).toEqual([{ one: 1 }])
  })

  it('spills to its own folder only, and within its memory', async () => {
    const small = await openDuckDb({
      temporaryFolder: join(folder, 'small'),
      memoryLimit: 100 * 2 ** 20,
      threads: 2,
    })
    const sorting = small.rows(
      `select count(*) as rows from (select hash(range) as h, range from range(12000000) order by h limit 11999999)`,
    )
    let spilt = false
    const watch = setInterval(() => {
      spilt ||= existsSync(join(folder, 'small')) && readdirSync(join(folder, 'small')).length > 0
    }, 5)
    expect(await sorting).toEqual([{ rows: 11_999_999 }])
    clearInterval(watch)
    expect(spilt).toBe(true)
    small.close()
  })

  it('reaches no network and loads nothing that was not shipped', async () => {
    await expect(engine.run('install httpfs')).rejects.toThrow(/extension|download/i)
    await expect(engine.run('load spatial')).rejects.toThrow(/extension|not found/i)
    await expect(
      engine.rows(`select * from read_parquet('https://127.0.0.1:9/x.parquet')`),
    ).rejects.toThrow(/httpfs|extension/i)
    expect(
      await engine.rows(
        `select name, value from duckdb_settings() where name in
         ('autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions') order by name`,
      ),
    ).toEqual([
      { name: 'allow_community_extensions', value: 'false' },
      { name: 'autoinstall_known_extensions', value: 'false' },
      { name: 'autoload_known_extensions', value: 'false' },
    ])
  })

  it('is closed while statements run, which then fail', async () => {
    const other = await openDuckDb({
      temporaryFolder: join(folder, 'other'),
      threads: 1,
      connections: 1,
    })
    const running = other.rows(
      'select sum(hash(a.range) + b.range) from range(10000000) a, range(10000000) b',
    )
    const waiting = other.rows('select 1')
    const outcomes = Promise.allSettled([running, waiting])
    setTimeout(() => other.close(), 100)
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(other.rows('select 1')).rejects.toThrow('closed')
    other.close()
  })
})
