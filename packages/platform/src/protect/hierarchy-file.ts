import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { HierarchyLine } from '@caudal/methods/protect'
import { readPlainRows } from '../collect/plain-csv/read-plain-rows.ts'
import { protectRefusals } from './refusals.ts'
import type { Specification } from './specification.ts'

/** Hierarchies of a specification, by dimension. */
export type Hierarchies = ReadonlyMap<string, readonly HierarchyLine[]>

/** Reads the hierarchy files named in a specification; their paths start from its folder. */
export async function readHierarchies(spec: Specification, specFile: string): Promise<Hierarchies> {
  const found = new Map<string, readonly HierarchyLine[]>()
  for (const { column, hierarchy } of spec.dimensions) {
    if (hierarchy === undefined) continue
    const path = [
      isAbsolute(hierarchy) ? hierarchy : join(dirname(specFile), hierarchy),
      resolve(hierarchy),
    ].find((candidate) => existsSync(candidate))
    if (path === undefined) throw protectRefusals.refuse('file-missing', { file: hierarchy })
    found.set(column, await readHierarchyFile(path))
  }
  return found
}

async function readHierarchyFile(path: string): Promise<HierarchyLine[]> {
  const rows = await readPlainRows(path, ['code', 'parent'])
  return rows.map(({ code, parent }) => ({
    code: (code ?? '').trim(),
    parent: (parent ?? '').trim(),
  }))
}
