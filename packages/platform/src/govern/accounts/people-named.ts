import type { Queryable } from '../../store/index.ts'

/** The names by which accounts are shown, for those whose identifiers stand anywhere in what is said. */
export async function namesOfPeople(
  register: Queryable,
  said: unknown,
): Promise<Readonly<Record<string, string>>> {
  const ids = JSON.stringify(said).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  const rows = await register.query<{ id: string; name: string }>(
    'select id::text, shown_name as name from accounts where id::text = any ($1)',
    [[...new Set(ids)]],
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The name by which an account is shown; what stands in the register where it is none. */
export async function personName(register: Queryable, id: string): Promise<string> {
  return (await namesOfPeople(register, id))[id] ?? id
}
