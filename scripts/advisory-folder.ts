// A copy of a database of advisories in the format of OSV (https://ossf.github.io/osv-schema/), such as a
// clone of github.com/github/advisory-database: for places where no registry says which weaknesses are known.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNewer } from './library-times.ts'
import type { LockedComponent } from './locked-components.ts'

interface AffectedPackage {
  readonly package: { readonly ecosystem: string; readonly name: string }
  readonly ranges?: readonly {
    readonly type: string
    readonly events: readonly {
      readonly introduced?: string
      readonly fixed?: string
      readonly last_affected?: string
    }[]
  }[]
  readonly versions?: readonly string[]
}

interface Advisory {
  readonly id: string
  readonly published: string
  readonly withdrawn?: string
  readonly affected?: readonly AffectedPackage[]
}

/** What a copy says of components, and of when its newest advisory is. */
export interface FolderAnswer {
  readonly advisories: number
  /** ISO date of the newest advisory. */
  readonly newest: string
  readonly known: readonly { readonly id: string; readonly library: string }[]
}

/** Whether a version lies in one of the ranges, from where a weakness came in to where it was remedied. */
export function isAffected(version: string, { ranges = [], versions = [] }: AffectedPackage) {
  const reached = (bound: string) => bound === '0' || !isNewer(bound, version)
  return (
    versions.includes(version) ||
    ranges.some(({ events }) => {
      let inside = false
      for (const { introduced, fixed, last_affected: last } of events) {
        if (introduced !== undefined && reached(introduced)) inside = true
        if (fixed !== undefined && reached(fixed)) inside = false
        if (last !== undefined && isNewer(version, last)) inside = false
      }
      return inside
    })
  )
}

/** Holds components against every advisory of a folder. */
export function askFolder(folder: string, components: readonly LockedComponent[]): FolderAnswer {
  const versionsOf = new Map<string, LockedComponent[]>()
  for (const component of components) {
    versionsOf.set(component.name, [...(versionsOf.get(component.name) ?? []), component])
  }
  const known = new Map<string, { id: string; library: string }>()
  let advisories = 0
  let newest = ''
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue
    const advisory = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<Advisory>
    const { id, published, withdrawn, affected = [] } = advisory
    if (id === undefined || published === undefined) continue
    advisories += 1
    if (published > newest) newest = published
    if (withdrawn !== undefined) continue
    for (const each of affected) {
      if (each.package.ecosystem !== 'npm') continue
      for (const { name, version } of versionsOf.get(each.package.name) ?? []) {
        if (isAffected(version, each)) known.set(`${id} ${name}`, { id, library: name })
      }
    }
  }
  return { advisories, newest: newest.slice(0, 10), known: [...known.values()] }
}
