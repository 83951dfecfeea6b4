import { protectMethodRefusals } from '../refusals.ts'

/** The code of a total, in every dimension. */
export const totalCode = '_T'

/** One line of a hierarchy file: roots have an empty parent. */
export interface HierarchyLine {
  readonly code: string
  readonly parent: string
}

/**
 * A dimension of a programme of tables. Codes are known by their position; the last position of its
 * tree is the total, `_T`, above the roots.
 */
export interface Dimension {
  readonly name: string
  readonly codes: readonly string[]
  /** Position of the parent of each code; the total's own is −1. */
  readonly parents: Int32Array
  readonly children: readonly (readonly number[])[]
  /** Position of `_T`. */
  readonly total: number
  /** Codes behind the total that stand for what totals hold besides shown parts, with the leaves in each. */
  readonly rests?: readonly { readonly code: number; readonly leaves: readonly number[] }[]
}

/**
 * Makes a dimension of the codes that occur and, where there is a hierarchy, their ancestors.
 *
 * @param occurring codes that records carry (the leaves); with `anyLevel`, codes of any level
 * @throws a refusal where the hierarchy is broken or a code has no place in it
 * @example
 * makeDimension('place', ['GT01', 'GT02'], [
 *   { code: 'GT', parent: '' },
 *   { code: 'GT01', parent: 'GT' },
 *   { code: 'GT02', parent: 'GT' },
 * ]).codes // => ['GT', 'GT01', 'GT02', '_T']
 */
export function makeDimension(
  name: string,
  occurring: Iterable<string>,
  hierarchy?: readonly HierarchyLine[],
  anyLevel = false,
): Dimension {
  const codes = new Set(occurring)
  if (codes.has(totalCode)) {
    throw protectMethodRefusals.refuse('code-reserved', { dimension: name })
  }
  const parentOf = checkHierarchy(name, hierarchy ?? [])
  const kept = new Set<string>()
  const withChildren = new Set<string>()
  for (const code of codes) {
    if (hierarchy !== undefined && !parentOf.has(code)) {
      // what nobody knows lies in no part of the hierarchy: it stands beside the roots
      if (code !== unknownCode) {
        throw protectMethodRefusals.refuse('code-outside-hierarchy', { dimension: name, code })
      }
      parentOf.set(code, '')
    }
    kept.add(code)
    for (let up = parentOf.get(code) ?? ''; up !== ''; up = parentOf.get(up) ?? '') {
      kept.add(up)
      withChildren.add(up)
    }
  }
  if (!anyLevel) {
    for (const code of codes) {
      if (withChildren.has(code)) {
        throw protectMethodRefusals.refuse('code-not-a-leaf', { dimension: name, code })
      }
    }
  }
  return arrange(name, [...kept], parentOf)
}

const unknownCode = '_U'

function checkHierarchy(
  dimension: string,
  hierarchy: readonly HierarchyLine[],
): Map<string, string> {
  const parentOf = new Map<string, string>()
  for (const { code, parent } of hierarchy) {
    if (code === totalCode) throw protectMethodRefusals.refuse('code-reserved', { dimension })
    if (parentOf.has(code)) {
      throw protectMethodRefusals.refuse('hierarchy-code-twice', { dimension, code })
    }
    parentOf.set(code, parent)
  }
  for (const [code, parent] of parentOf) {
    if (parent !== '' && !parentOf.has(parent)) {
      throw protectMethodRefusals.refuse('hierarchy-parent-missing', { dimension, code, parent })
    }
  }
  for (const code of parentOf.keys()) {
    let steps = 0
    for (let up = code; up !== ''; up = parentOf.get(up) ?? '') {
      steps += 1
      if (steps > parentOf.size) {
        throw protectMethodRefusals.refuse('hierarchy-circle', { dimension, code })
      }
    }
  }
  return parentOf
}

/** Parents before their children, siblings in the order of their codes, the total last. */
function arrange(name: string, kept: string[], parentOf: ReadonlyMap<string, string>): Dimension {
  const below = new Map<string, string[]>()
  for (const code of kept.sort(byCode)) {
    const parent = parentOf.get(code) ?? ''
    const siblings = below.get(parent)
    if (siblings === undefined) below.set(parent, [code])
    else siblings.push(code)
  }
  const codes: string[] = []
  const pending = (below.get('') ?? []).toReversed()
  while (pending.length > 0) {
    const code = pending.pop()!
    codes.push(code)
    pending.push(...(below.get(code) ?? []).toReversed())
  }
  const total = codes.length
  codes.push(totalCode)
  const position = new Map(codes.map((code, at) => [code, at]))
  const parents = new Int32Array(codes.length).fill(-1)
  const children: number[][] = codes.map(() => [])
  for (let at = 0; at < total; at += 1) {
    const parent = parentOf.get(codes[at]!) ?? ''
    const above = parent === '' ? total : position.get(parent)!
    parents[at] = above
    children[above]!.push(at)
  }
  return { name, codes, parents, children, total }
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
