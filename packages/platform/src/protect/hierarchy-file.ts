import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { HierarchyLine } from '@caudal/methods/protect'
import { readPlainCsv } from './plain-csv.ts'
import { protectRefusals } from './refusals.ts'
import type { Specification } from './specification.ts'

/** Hierarchies of a specification, by dimension. */
export type Hierarchies = ReadonlyMap<string, readonly HierarchyLine[]>

/** Reads the hierarchy files named in a specification; their paths start from its folder. */
export function readHierarchies(spec: Specification, specFile: string): Hierarchies {
  const found = new Map<string, readonly HierarchyLine[]>()
  for (const { column, hierarchy } of spec.dimensions) {
    if (hierarchy === undefined) continue
    const path = [
      isAbsolute(hierarchy) ? hierarchy : join(dirname(specFile), hierarchy),
      resolve(hierarchy),
    ].find((candidate) => existsSync(candidate))
    if (path === undefined) throw protectRefusals.refuse('file-missing', { file: hierarchy })
    found.set(column, readHierarchyFile(path))
  }
  return found
}

function readHierarchyFile(path: string): HierarchyLine[] {
  const { header, rows } = readPlainCsv(readFileSync(path), basename(path))
  const code = header.indexOf('code')
  const parent = header.indexOf('parent')
  for (const [column, at] of [
    ['code', code],
    ['parent', parent],
  ] as const) {
    if (at === -1) {
      throw protectRefusals.refuse('column-missing', { file: basename(path), column })
    }
  }
  return rows.map((row) => ({ code: row[code]!.trim(), parent: row[parent]!.trim() }))
}
