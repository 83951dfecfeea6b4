import type { Queryable } from '../../store/index.ts'
import type { ContentReader } from './content-reader.ts'
import { ArchiveDamage } from './archive-damage.ts'
import { listRegisterTables, quoted, type RegisterTable } from './register-tables.ts'

/** Bytes of rows put back in one statement, about. */
const bytesAtOnce = 4 * 2 ** 20

interface TableHead {
  readonly table: string
  readonly columns: readonly string[]
  readonly numbers: RegisterTable['numbers']
}

/**
 * Puts rows back into the empty tables of a register, in the caller's transaction. Triggers rest
 * meanwhile: append-only tables are filled as they were, in one piece.
 * @param transaction of the role that owns the tables
 */
export async function loadTables(transaction: Queryable, reader: ContentReader): Promise<void> {
  const known = new Set((await listRegisterTables(transaction)).map(({ name }) => name))
  const triggers = await transaction.query<{ relation: string; trigger: string; state: string }>(
    `select t.tgrelid::regclass::text as relation, t.tgname as trigger, t.tgenabled as state
     from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
  )
  for (const { relation, trigger } of triggers) {
    await transaction.query(`alter table ${relation} disable trigger ${quoted(trigger)}`)
  }
  for (;;) {
    const line = await reader.line()
    if (line === undefined) throw new ArchiveDamage()
    const head = JSON.parse(line) as Partial<TableHead>
    if (head.table === undefined) break
    if (!known.has(head.table)) throw new ArchiveDamage()
    await loadTable(transaction, head as TableHead, reader)
  }
  for (const { relation, trigger, state } of triggers) {
    const how = state === 'A' ? 'enable always' : state === 'R' ? 'enable replica' : 'enable'
    if (state !== 'D') {
      await transaction.query(`alter table ${relation} ${how} trigger ${quoted(trigger)}`)
    }
  }
}

async function loadTable(
  transaction: Queryable,
  { table, columns, numbers }: TableHead,
  reader: ContentReader,
): Promise<void> {
  const names = columns.map(quoted).join(', ')
  const insert =
    `insert into ${quoted(table)} (${names}) overriding system value ` +
    `select ${names} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`
  let rows: string[] = []
  let bytes = 0
  const flush = async () => {
    if (rows.length > 0) await transaction.query(insert, [`[${rows.join(',')}]`])
    rows = []
    bytes = 0
  }
  for (;;) {
    const line = await reader.line()
    if (line === undefined) throw new ArchiveDamage()
    if (line === '') break
    rows.push(line)
    bytes += line.length
    if (bytes > bytesAtOnce) await flush()
  }
  await flush()
  for (const { column, last } of numbers) {
    if (last === null) continue
    await transaction.query(`select setval(pg_get_serial_sequence($1, $2), $3)`, [
      quoted(table),
      column,
      last,
    ])
  }
}

/** Passes over the tables of an archive; puts the rows of those that `rows` names into it. */
export async function readTables(
  reader: ContentReader,
  rows: Record<string, object[]>,
): Promise<void> {
  for (;;) {
    const line = await reader.line()
    if (line === undefined) throw new ArchiveDamage()
    const { table } = JSON.parse(line) as Partial<TableHead>
    if (table === undefined) return
    const wanted = Object.hasOwn(rows, table) ? rows[table] : undefined
    for (;;) {
      const row = await reader.line()
      if (row === undefined) throw new ArchiveDamage()
      if (row === '') break
      wanted?.push(JSON.parse(row) as object)
    }
  }
}
