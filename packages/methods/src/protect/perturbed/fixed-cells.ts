import {
  levelCodes,
  levelReference,
  type CubeDomain,
  type CubeQuery,
  type FixedAxis,
  type FixedCells,
  type LevelReference,
} from '../../measure/index.ts'
import { protectMethodRefusals } from '../refusals.ts'

/** The part of a question that says which cells it asks for. */
export type CellsAsked = Pick<CubeQuery, 'rows' | 'columns' | 'where'>

/** Dimensions that a fixed hypercube has at most, held ones included. */
export const mostDimensions = 5

/**
 * Says which cells of a fixed hypercube a question is answered from. A hypercube is a combination of
 * levels, one a dimension; its cells hold everybody with those codes, whoever asks, so no question can
 * draw a line of its own around somebody. What a question asks beyond (several codes of a dimension
 * that it does not show, a coarser level than the one it selects by) is a sum of such cells.
 *
 * Assumes that all conditions on a dimension hold at once.
 *
 * @throws the refusals `levels-cross` (two levels of a dimension of which neither lies in the other)
 *   and `hypercube-too-deep` (more dimensions than
 *   {@link mostDimensions}, not counting those held at the code of their whole)
 */
export function fixCells(asked: CellsAsked, domain: CubeDomain): FixedCells {
  const shown = [...asked.rows, ...asked.columns]
  const used = new Map<string, LevelReference[]>()
  for (const reference of [...shown, ...asked.where.map((each) => each.reference)]) {
    const own = used.get(reference.dimension.id) ?? []
    used.set(reference.dimension.id, [...own, reference])
  }
  const crossed = [...used.keys()].filter((id) => !isWhole(id, asked))
  if (crossed.length > mostDimensions) {
    throw protectMethodRefusals.refuse('hypercube-too-deep', {
      limit: mostDimensions,
      count: crossed.length,
      dimensions: crossed.join(', '),
    })
  }
  const axes: FixedAxis[] = []
  const held: FixedCells['held'][number][] = []
  for (const [id, references] of used) {
    const chain = references.toSorted((a, b) => a.depth - b.depth)
    chain.slice(1).forEach((coarser, at) => {
      if (!nests(id, chain[at]!.depth, coarser.depth, domain)) {
        const levels = `${chain[at]!.id}, ${coarser.id}`
        throw protectMethodRefusals.refuse('levels-cross', { levels })
      }
    })
    const { dimension, depth } = chain[0]!
    const reference = levelReference(dimension, depth)
    const conditions = asked.where.filter((each) => each.reference.dimension.id === id)
    const codes = codesThatMeet(reference, conditions, domain)
    const isShown = shown.some((each) => each.dimension.id === id)
    if (!isShown && codes.length === 1) held.push({ reference, code: codes[0]! })
    else axes.push({ reference, codes })
  }
  return { axes, held }
}

/** Whether a dimension is only held at the code of its whole: that draws no line around anybody. */
function isWhole(id: string, { rows, columns, where }: CellsAsked): boolean {
  if ([...rows, ...columns].some(({ dimension }) => dimension.id === id)) return false
  return where
    .filter(({ reference }) => reference.dimension.id === id)
    .every(({ reference, codes }) => codes.every((code) => code === reference.dimension.shownAlone))
}

/** Codes of a level all of whose finest codes meet conditions at its own or coarser levels. */
function codesThatMeet(
  { dimension, depth }: LevelReference,
  conditions: CellsAsked['where'],
  domain: CubeDomain,
): string[] {
  const own = domain[dimension.id]?.[depth]
  if (own === undefined) return []
  const kept = own.codes.map(() => true)
  for (const { reference, codes } of conditions) {
    const level = domain[dimension.id]![reference.depth]!
    const allowed = new Set(codes)
    own.of.forEach((ordinal, finest) => {
      if (!allowed.has(level.codes[level.of[finest]!]!)) kept[ordinal] = false
    })
  }
  return levelCodes(domain, dimension.id, depth).filter((_, ordinal) => kept[ordinal])
}

/** Whether every code of one level lies in one code of another. */
export function nests(id: string, finer: number, coarser: number, domain: CubeDomain): boolean {
  const inner = domain[id]?.[finer]
  const outer = domain[id]?.[coarser]
  if (inner === undefined || outer === undefined) return false
  const parents = new Map<number, number>()
  return inner.of.every((own, finest) => {
    const parent = outer.of[finest]!
    if (!parents.has(own)) parents.set(own, parent)
    return parents.get(own) === parent
  })
}
