import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { isCurrent, listMigrations, migrate, type Migration } from './migrations.ts'
import { storeRefusals } from './refusals.ts'
import { openRegisterPool } from './register-pool.ts'
import type { Register } from './register.ts'

const oldestVersion = 160_000

/** Whether the address names a PostgreSQL server; an empty one means the embedded register. */
export function isServerAddress(address: string | undefined): address is string {
  if (address === undefined || address === '') return false
  if (/^postgres(ql)?:\/\//.test(address)) return true
  throw storeRefusals.refuse('register-address-unknown')
}

/**
 * A server on another machine is reached over TLS, with a certificate that is checked, or not at all.
 * @throws {Refusal} store.register-transport-open
 */
function checkRegisterTransport(address: string): void {
  const { hostname, searchParams } = new URL(address)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, '')
  const isHere =
    host === '' ||
    host.startsWith('/') ||
    host === 'localhost' ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  // an older word of the driver's, `ssl`, may take back what sslmode says
  const checked = searchParams.get('sslmode') === 'verify-full' && !searchParams.has('ssl')
  if (!isHere && !checked) throw storeRefusals.refuse('register-transport-open', { host })
}

/** Tells two register addresses apart without telling what they are. */
export function digestOfAddress(address: string): string {
  const { host, pathname, search } = new URL(address)
  return createHash('sha256').update(`${host}${pathname}${search}`).digest('hex').slice(0, 16)
}

/**
 * Opens the register on a PostgreSQL server as the app role.
 * @throws {Refusal} store.register-transport-open, store.register-too-old, store.register-gone
 */
export async function openServerRegister(address: string): Promise<Register> {
  checkRegisterTransport(address)
  const register = openRegisterPool(
    {
      connectionString: address,
      max: 10,
      connectionTimeoutMillis: 15_000,
      options:
        '-c timezone=UTC -c idle_in_transaction_session_timeout=60000 -c client_min_messages=warning',
      application_name: 'caudal',
    },
    true,
  )
  try {
    const [row] = await register.query<{ version: number; text: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as text`,
    )
    if (row === undefined || row.version < oldestVersion) {
      throw storeRefusals.refuse('register-too-old', { version: row?.text ?? '' })
    }
  } catch (error) {
    await register.close()
    throw error
  }
  return register
}

/**
 * Migrates as the owner role (`CAUDAL_REGISTER_OWNER`; the app role itself where absent) and
 * gives the app role what it needs: to read and write rows, but in append-only tables only to add.
 */
export async function migrateServerRegister(
  app: Register,
  ownerAddress: string | undefined,
  migrations: readonly Migration[] = listMigrations(),
): Promise<void> {
  if (!isServerAddress(ownerAddress)) {
    await migrate(app, migrations)
    return
  }
  const [role] = await app.query<{ name: string }>('select current_user as name')
  const owner = await openServerRegister(ownerAddress)
  try {
    await migrate(owner, migrations)
    await owner.query(grantsFor(role!.name))
  } finally {
    await owner.close()
  }
  if (!(await isCurrent(app, migrations)))
    throw new Error('The owner role and the app role of the register see different tables.')
}

/** Idempotent, and run at every start, so that tables of later migrations are covered too. */
function grantsFor(role: string): string {
  const name = `"${role.replaceAll('"', '""')}"`
  return `
    do $$
    declare
      appended regclass;
    begin
      if current_user = ${literal(role)} then
        return;
      end if;
      grant usage on schema public to ${name};
      grant select, insert, update, delete on all tables in schema public to ${name};
      grant usage, select on all sequences in schema public to ${name};
      for appended in
        select tgrelid::regclass from pg_trigger where tgname = 'append_only_statement'
      loop
        execute format('revoke update, delete, truncate on %s from ${name.replaceAll('%', '%%').replaceAll("'", "''")}', appended);
      end loop;
      revoke insert on schema_migrations from ${name};
    end
    $$`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
