import {
  type FoundEntry,
  type FoundGroup,
  hashLeaf,
  proveGroup,
  sameHash,
} from '@caudal/methods/govern'
import { type Queryable, readQuery } from '../../store/index.ts'
import type { LogKeys } from './log-keys.ts'

const groupsAtOnce = 64

interface GroupRow {
  readonly first: number
  readonly size: number
  readonly note: string
  readonly places: readonly number[]
  readonly leaves: readonly string[]
  readonly seals: readonly string[]
  readonly entries: readonly string[]
}

/**
 * The log as it lies in the register, group by group, with what the node's key tells of each entry:
 * whether its seal holds. Entries that belong to no group come last, as a group of their own without
 * a note.
 */
export async function* readLog(
  register: Queryable,
  keys: Pick<LogKeys, 'isSealed'>,
): AsyncGenerator<FoundGroup> {
  let size = 0
  for await (const group of readGroups(register, keys)) {
    yield group
    size = Math.max(size, group.size)
  }
  const strays = await register.query<{ index: number; entry: string }>(
    'select index, entry from audit_entries where index >= $1 order by index limit 1000',
    [size],
  )
  if (strays.length > 0) {
    const entries = strays.map(({ index, entry }) => ({
      index,
      entry,
      path: new Uint8Array(0),
      sealBroken: true,
    }))
    yield { first: strays[0]!.index, note: '', entries }
  }
}

/**
 * The groups of the log from a place on, up to now.
 * @param from place at which the first of them may begin
 */
export async function* readGroups(
  register: Queryable,
  keys: Pick<LogKeys, 'isSealed'>,
  from = 0,
): AsyncGenerator<FoundGroup & { readonly size: number }> {
  for (let next = from; ;) {
    const rows = await register.query<GroupRow>(
      readQuery('./queries/groups.sql', import.meta.url),
      [next, groupsAtOnce],
    )
    for (const row of rows) {
      yield { ...describeGroup(row, keys), size: row.size }
      next = row.first + 1
    }
    if (rows.length < groupsAtOnce) return
  }
}

function describeGroup(row: GroupRow, keys: Pick<LogKeys, 'isSealed'>): FoundGroup {
  // a leaf that its seal holds is the one that was written, whatever the entry says now
  const leaves = row.entries.map((entry, place) => {
    const index = row.places[place]!
    const stored = Buffer.from(row.leaves[place]!, 'hex')
    const sealed = keys.isSealed(index, stored, Buffer.from(row.seals[place]!, 'hex'))
    const found = hashLeaf(Buffer.from(entry))
    return { true: sealed ? stored : found, broken: !sealed || !sameHash(found, stored) }
  })
  const whole = row.places.length === row.size - row.first
  const paths = whole ? proveGroup(leaves.map((leaf) => leaf.true)).paths : []
  const entries = row.entries.map((entry, place): FoundEntry => ({
    index: row.places[place]!,
    entry,
    path: paths[place] ?? new Uint8Array(0),
    ...(leaves[place]!.broken ? { sealBroken: true } : {}),
  }))
  return { first: row.first, note: row.note, entries }
}
