import type { PublicHierarchies } from './public-cells.ts'

/** Codes of several releases in one tree each: what one of them lists, all of them know. */
export function joinHierarchies(
  entries: readonly { readonly hierarchies: PublicHierarchies }[],
): Record<string, Map<string, string>> {
  const joined: Record<string, Map<string, string>> = {}
  for (const { hierarchies } of entries) {
    for (const [dimension, parents] of Object.entries(hierarchies)) {
      joined[dimension] ??= new Map()
      for (const [code, parent] of parents) joined[dimension].set(code, parent)
    }
  }
  return joined
}

/** Whether a cell lies within another: each of its codes at or below that of the other. */
export function isPartOf(
  part: Readonly<Record<string, string>>,
  whole: Readonly<Record<string, string>>,
  parents: Readonly<Record<string, ReadonlyMap<string, string>>>,
): boolean {
  return Object.entries(whole).every(([dimension, code]) => {
    if (code === '_T') return true
    let at = part[dimension] ?? '_T'
    while (at !== code && at !== '' && at !== '_T') at = parents[dimension]?.get(at) ?? ''
    return at === code
  })
}

/** Steps from the codes of a cell up to the totals, over all dimensions. */
export function depthOf(
  codes: Readonly<Record<string, string>>,
  parents: Readonly<Record<string, ReadonlyMap<string, string>>>,
): number {
  let depth = 0
  for (const [dimension, code] of Object.entries(codes)) {
    for (let at = code; at !== '_T' && at !== ''; at = parents[dimension]?.get(at) ?? '') depth += 1
  }
  return depth
}
