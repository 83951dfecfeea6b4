import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storeRefusals } from './refusals.ts'
import type { Queryable, Register } from './register.ts'

/** One numbered step of the register's tables: `migrations/0001-first.sql`. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Key of the advisory lock that keeps two migrators apart. */
const migratorsLock = 4_236_830_501

/** The migrations of this version, in their order. */
export function listMigrations(
  directory: string = fileURLToPath(new URL('./migrations', import.meta.url)),
): Migration[] {
  return readdirSync(directory)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${directory}/${file}`, 'utf8')
      // a checkout may turn line ends around, which is no change of the migration
      const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, sha256 }
    })
}

/**
 * Brings the register to the present tables: each migration in one transaction with its record.
 * @returns the numbers applied now; empty where nothing was to be done
 * @throws {Refusal} store.migration-altered, store.register-newer
 */
export async function migrate(
  register: Register,
  migrations: readonly Migration[] = listMigrations(),
): Promise<number[]> {
  if (await isCurrent(register, migrations)) return []
  await register.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [migratorsLock])
    await transaction.query(`
      create table if not exists schema_migrations (
        number integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`)
  })
  const applied: number[] = []
  for (const migration of migrations) {
    await register.transaction(async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock($1)', [migratorsLock])
      if (await isApplied(transaction, migration)) return
      await transaction.query(migration.sql)
      await transaction.query(
        'insert into schema_migrations (number, name, sha256) values ($1, $2, $3)',
        [migration.number, migration.name, migration.sha256],
      )
      applied.push(migration.number)
    })
  }
  return applied
}

/**
 * Whether all of `migrations` are applied, unaltered, and none that this version does not know.
 * @throws {Refusal} store.migration-altered, store.register-newer
 */
export async function isCurrent(
  register: Queryable,
  migrations: readonly Migration[] = listMigrations(),
): Promise<boolean> {
  const [table] = await register.query<{ found: boolean }>(
    "select to_regclass('schema_migrations') is not null as found",
  )
  if (!table?.found) return false
  const rows = await register.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from schema_migrations order by number',
  )
  for (const row of rows) {
    const known = migrations.find((migration) => migration.number === row.number)
    if (known === undefined) {
      throw storeRefusals.refuse('register-newer', { migration: nameOf(row.number, row.name) })
    }
    refuseAltered(known, row.sha256)
  }
  return rows.length === migrations.length
}

async function isApplied(transaction: Queryable, migration: Migration): Promise<boolean> {
  const [row] = await transaction.query<{ sha256: string }>(
    'select sha256 from schema_migrations where number = $1',
    [migration.number],
  )
  if (row !== undefined) refuseAltered(migration, row.sha256)
  return row !== undefined
}

function refuseAltered(migration: Migration, sha256: string): void {
  if (migration.sha256 === sha256) return
  throw storeRefusals.refuse('migration-altered', {
    migration: nameOf(migration.number, migration.name),
  })
}

function nameOf(number: number, name: string): string {
  return `${String(number).padStart(4, '0')}-${name}`
}
