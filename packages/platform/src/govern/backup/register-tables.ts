import type { Queryable } from '../../store/index.ts'

/** A table of the register as it is put aside. */
export interface RegisterTable {
  readonly name: string
  /** Columns that are stored, without those that the database computes. */
  readonly columns: readonly string[]
  /** Columns of the primary key: the order in which rows are put aside. */
  readonly key: readonly string[]
  /** Identity columns, with the last number that was given out; null where none was. */
  readonly numbers: readonly { readonly column: string; readonly last: number | null }[]
}

/** Tables that belong to a register itself and are made anew with it. */
const ownTables = ['schema_migrations', 'node']

/**
 * The tables of the register, those that others refer to before them, so that rows can be put back
 * in this order.
 */
export async function listRegisterTables(register: Queryable): Promise<RegisterTable[]> {
  const tables = await register.query<{ name: string; columns: string[]; key: string[] }>(
    `select
       c.relname as name,
       array(
         select a.attname::text from pg_attribute as a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum
       ) as columns,
       array(
         select a.attname::text
         from pg_index as i, unnest(i.indkey) with ordinality as k (attnum, place), pg_attribute as a
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum
         order by k.place
       ) as key
     from pg_class as c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
     order by c.relname`,
    [ownTables],
  )
  const numbers = await register.query<{ name: string; column: string; last: number | null }>(
    `select c.relname as name, a.attname as column,
       (select last_value from pg_sequences
        where format('%I.%I', schemaname, sequencename)
          = pg_get_serial_sequence(format('%I', c.relname), a.attname)) as last
     from pg_attribute as a join pg_class as c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and pg_get_serial_sequence(format('%I', c.relname), a.attname) is not null`,
  )
  const references = await register.query<{ name: string; refers: string }>(
    `select c.conrelid::regclass::text as name, c.confrelid::regclass::text as refers
     from pg_constraint as c where c.contype = 'f'`,
  )
  const described = tables.map((table) => ({
    ...table,
    numbers: numbers
      .filter(({ name }) => name === table.name)
      .map(({ column, last }) => ({ column, last })),
  }))
  return inOrderOfReference(described, references)
}

function inOrderOfReference(
  tables: readonly RegisterTable[],
  references: readonly { name: string; refers: string }[],
): RegisterTable[] {
  const ordered: RegisterTable[] = []
  const visit = (table: RegisterTable, above: readonly string[]) => {
    if (ordered.includes(table) || above.includes(table.name)) return
    for (const { name, refers } of references) {
      const referred = tables.find((each) => each.name === refers)
      if (name === table.name && referred !== undefined) visit(referred, [...above, table.name])
    }
    ordered.push(table)
  }
  for (const table of tables) visit(table, [])
  return ordered
}

/** A name as SQL quotes it. Names come from the database's own catalogue. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
