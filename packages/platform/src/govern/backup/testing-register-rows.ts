import type { CaudalNode } from '../../store/index.ts'
import { listRegisterTables, quoted } from './register-tables.ts'

/** Every row of every table, in the order of its key, but for what tells one register from another. */
export async function rowsOfRegister(
  node: CaudalNode,
  without: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const { name, columns, key } of await listRegisterTables(node.register)) {
    if (without.includes(name)) continue
    const found = await node.register.query<{ row: string }>(
      `select to_jsonb(t)::text as row from (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) as t
       order by ${key.length > 0 ? key.map(quoted).join(', ') : '1'}`,
    )
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}
