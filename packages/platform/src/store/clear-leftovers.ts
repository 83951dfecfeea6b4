import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildNames, type CubeBuild } from './cube-builds.ts'
import { listIncoming, removeIncoming, subfolders } from './incoming.ts'
import type { CaudalNode } from './node.ts'

/**
 * Removes what killed processes left in the lake and among the cubes: files that the register does
 * not know, and folders of work that nobody does any more. For the owner of the data folder, at its
 * start.
 * @param others whether processes that are no guests of this owner may be at work: with a register
 *   on a server they reach it without the owner, and what they are working on stays. Guests of an
 *   earlier owner of the embedded register can record nothing any more.
 */
export async function clearLeftovers(node: CaudalNode, others: boolean): Promise<void> {
  await clearLake(node, others)
  await clearCubes(node, others)
}

async function clearLake(node: CaudalNode, others: boolean): Promise<void> {
  const { lake } = node.folder
  const found = subfolders(lake).flatMap((recordType) =>
    subfolders(join(lake, recordType)).flatMap((kind) => entriesOf(join(lake, recordType, kind))),
  )
  const beingWorkedOn = others ? namesBeingWorkedOn(lake) : new Set<string>()
  const rows = await node.register.query<{ id: number; names: string[] }>(
    `select id, array(
       select regexp_replace(file ->> 'path', '^.*/', '') from jsonb_array_elements(files) as file
     ) as names from batches`,
  )
  removeUnknown(found, beingWorkedOn, new Set(rows.map((row) => String(row.id))))
  if (!others)
    removeOtherGenerations(found, new Map(rows.map(({ id, names }) => [String(id), names])))
  removeAbandoned(lake, beingWorkedOn)
}

/** Files of an erasure that was cut short, on either side of the moment it counted. */
function removeOtherGenerations(
  found: readonly { name: string; path: string }[],
  known: ReadonlyMap<string, readonly string[]>,
): void {
  for (const { name, path } of found) {
    const names = known.get(name)
    if (names === undefined) continue
    for (const file of readdirSync(path)) {
      if (!names.includes(file)) rmSync(join(path, file), { recursive: true, force: true })
    }
  }
}

async function clearCubes(node: CaudalNode, others: boolean): Promise<void> {
  const { cubes } = node.folder
  const found = subfolders(cubes).flatMap((cube) => entriesOf(join(cubes, cube)))
  const beingWorkedOn = others ? namesBeingWorkedOn(cubes) : new Set<string>()
  // a register that is not migrated yet knows its files, and not all that is said of them
  const builds = await node.register.query<Pick<CubeBuild, 'files'>>(
    'select files from cube_builds',
  )
  removeUnknown(found, beingWorkedOn, new Set(builds.flatMap(buildNames)))
  removeAbandoned(cubes, beingWorkedOn)
}

/**
 * To be called with what was found first, then what is being worked on, then what the register
 * knows: work that ends in between leaves `.incoming` only after the register knows it.
 */
function removeUnknown(
  found: readonly { name: string; path: string }[],
  beingWorkedOn: ReadonlySet<string>,
  known: ReadonlySet<string>,
): void {
  for (const { name, path } of found) {
    if (!known.has(name) && !beingWorkedOn.has(name)) rmSync(path, { recursive: true, force: true })
  }
}

function entriesOf(path: string): { name: string; path: string }[] {
  return subfolders(path).map((name) => ({ name, path: join(path, name) }))
}

function namesBeingWorkedOn(area: string): Set<string> {
  return new Set(
    listIncoming(area)
      .filter((incoming) => incoming.beingWorkedOn)
      .map((incoming) => incoming.name),
  )
}

function removeAbandoned(area: string, beingWorkedOn: ReadonlySet<string>): void {
  for (const { name } of listIncoming(area))
    if (!beingWorkedOn.has(name)) removeIncoming(area, name)
}
