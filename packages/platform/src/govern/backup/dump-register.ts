import type { Queryable, Register } from '../../store/index.ts'
import { listRegisterTables, quoted, type RegisterTable } from './register-tables.ts'

const rowsAtOnce = 500

/** What `dumpRegister` tells of the state that it read, before the first row. */
export interface DumpSnapshot {
  readonly transaction: Queryable
  readonly tables: readonly RegisterTable[]
}

/**
 * Reads the whole register in one state of it: `write` is given the rows of each table as lines of
 * JSON. Nothing else is kept in memory.
 */
export async function dumpRegister<Result>(
  register: Register,
  begin: (snapshot: DumpSnapshot) => Promise<Result>,
  write: (lines: string) => Promise<void>,
): Promise<Result> {
  return await register.transaction(async (transaction) => {
    await transaction.query('set transaction isolation level repeatable read, read only')
    const tables = await listRegisterTables(transaction)
    const result = await begin({ transaction, tables })
    for (const table of tables) await dumpTable(transaction, table, write)
    return result
  })
}

async function dumpTable(
  transaction: Queryable,
  table: RegisterTable,
  write: (lines: string) => Promise<void>,
): Promise<void> {
  await write(
    `${JSON.stringify({ table: table.name, columns: table.columns, numbers: table.numbers })}\n`,
  )
  const order = table.key.length > 0 ? ` order by ${table.key.map(quoted).join(', ')}` : ''
  const columns = table.columns.map(quoted).join(', ')
  await transaction.query(
    `declare backup_rows no scroll cursor for
     select to_jsonb(t)::text as row from (select ${columns} from ${quoted(table.name)}${order}) as t`,
  )
  for (;;) {
    const rows = await transaction.query<{ row: string }>(`fetch ${rowsAtOnce} from backup_rows`)
    if (rows.length === 0) break
    await write(rows.map(({ row }) => `${row}\n`).join(''))
  }
  await transaction.query('close backup_rows')
  await write('\n')
}
