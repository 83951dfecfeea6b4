import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isCurrent, listMigrations, migrate, type Migration } from './migrations.ts'
import { openEmbeddedRegister } from './embedded-register.ts'
import { dataFolder, createDataFolder } from './data-folder.ts'
import type { Register } from './register.ts'
import { openServerRegister } from './server-register.ts'
import { describeOnBothRegisters, describeOnPostgres, withTestFolder } from './testing.ts'

function migration(number: number, sql: string): Migration {
  return { number, name: 'more', sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

const known = listMigrations()

async function expectMigrationsToHold(register: Register): Promise<void> {
  await migrate(register)
  expect(await migrate(register)).toEqual([])
  const next = Math.max(...known.map(({ number }) => number)) + 1

  const broken = [
    ...known,
    migration(next, 'create table half (a integer); select nothing from nowhere'),
  ]
  await expect(migrate(register, broken)).rejects.toMatchObject({ code: '42P01' })
  expect(await register.query(`select to_regclass('half') as found`)).toEqual([{ found: null }])

  const mended = [...known, migration(next, 'create table half (a integer)')]
  expect(await migrate(register, mended)).toEqual([next])

  const altered = [...known, migration(next, 'create table half (a bigint)')]
  await expect(migrate(register, altered)).rejects.toMatchObject({
    code: 'store.migration-altered',
    details: { migration: `${String(next).padStart(4, '0')}-more` },
  })
  await expect(isCurrent(register)).rejects.toMatchObject({ code: 'store.register-newer' })
}

describe('Migrations (embedded register)', () => {
  it('are applied once, each whole or not at all, and refused where they were altered', async () => {
    expect.hasAssertions()
    await withTestFolder(async (_openHere, root) => {
      const folder = dataFolder(root)
      createDataFolder(folder)
      const { register, close } = await openEmbeddedRegister(folder)
      await expectMigrationsToHold(register)
      await close()
    })
  })
})

describeOnPostgres('Migrations', (postgres) => {
  it('are applied once, each whole or not at all, and refused where they were altered', async () => {
    expect.hasAssertions()
    const database = await postgres.createDatabase()
    const register = await openServerRegister(postgres.addressOf('caudal_owner', database))
    await expectMigrationsToHold(register)
    await register.close()
  })

  it('are applied once by several migrators at the same time', async () => {
    const database = await postgres.createDatabase()
    const registers = await Promise.all(
      [1, 2, 3, 4].map(() => openServerRegister(postgres.addressOf('caudal_owner', database))),
    )
    const applied = await Promise.all(registers.map((register) => migrate(register)))
    expect(applied.flat().toSorted((one, other) => one - other)).toEqual(
      known.map(({ number }) => number),
    )
    await Promise.all(registers.map((register) => register.close()))
  })

  it('leave the app role unable to make, change or drop tables', async () => {
    const node = await postgres.openNode()
    for (const sql of [
      'create table extra (a integer)',
      'alter table jobs add column extra integer',
      'drop table jobs',
      'alter table schema_migrations disable trigger all',
      'drop trigger append_only_statement on schema_migrations',
      `insert into schema_migrations (number, name, sha256) values (99, 'x', 'x')`,
    ]) {
      await expect(node.register.query(sql)).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describeOnBothRegisters('Every query of the store', (openTestNode) => {
  it('is understood by the register', async () => {
    const { register } = await openTestNode()
    const directory = new URL('./queries/', import.meta.url)
    const files = readdirSync(directory).filter((name) => name.endsWith('.sql'))
    expect(files.length).toBeGreaterThan(8)
    for (const file of files) {
      const sql = readFileSync(new URL(file, directory), 'utf8')
      expect(sql).toMatch(/^-- Grain: /)
      await register.transaction(async (transaction) => {
        await transaction.query(`prepare checked as ${sql}`)
        await transaction.query('deallocate checked')
      })
    }
  })
})
