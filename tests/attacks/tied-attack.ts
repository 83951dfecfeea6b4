import type { LedgerEntry } from '../../packages/methods/src/protect/index.ts'
import { attackRelease } from './attack-release.ts'
import {
  knowsZeros,
  publicKnowledge,
  type Knowledge,
  type OutsideAttacker,
} from './outside-attacker.ts'
import type { Requirement } from './requirements.ts'
import { keyOf, viewOf, type DrawnPermit, type ReleasedPermits } from './tied-records.ts'
import { trees, type cubes } from './tied-tables.ts'

/** Persons below which a cell is sensitive. */
export const threshold = 3

/** What a stranger sees of a release. */
export function shownBy(
  cube: keyof typeof cubes,
  permits: readonly DrawnPermit[],
  entry: LedgerEntry,
): ReleasedPermits {
  const names = new Map<string, string>(Object.entries(trees).map(([name, tree]) => [tree, name]))
  const cells = new Map<string, number | undefined>()
  for (const { dimensions, rows } of entry.tables) {
    for (const { codes, value, hidden } of rows) {
      const own = Object.fromEntries(
        dimensions.flatMap((tree, at) =>
          codes[at] === '_T' ? [] : [[names.get(tree) ?? tree, codes[at]!]],
        ),
      )
      cells.set(keyOf(own), hidden === true ? undefined : value)
    }
  }
  return { cube, permits, cells, vintage: entry.vintage }
}

/** Cells of few persons, and what was added by few, as whoever protects them has to see it. */
function requirementsOf(view: ReturnType<typeof viewOf>): Requirement[] {
  return [...view.cells.values()].flatMap(({ key, parts, truth }) =>
    parts.size > 0 && parts.size < threshold && truth > 0 && !/^added:(?!refused)/.test(key)
      ? [{ key, reach: Math.max(truth + 1, threshold) }]
      : [],
  )
}

/** Whoever knows the cells of some releases that nobody else is in. */
const aloneIn =
  (person: string, releases: readonly ReleasedPermits[], zerosAreShown: boolean): Knowledge =>
  ({ key, parts, truth, mayBeEmpty }) => {
    const isAlone = parts.size === 1 && (parts.get(person) ?? 0) > 0
    const isKnown = ({ vintage, cube }: ReleasedPermits) => key.startsWith(`${vintage}/${cube} `)
    if (isAlone && releases.some(isKnown)) return [truth, truth]
    return [zerosAreShown && !mayBeEmpty ? 1 : 0, Number.POSITIVE_INFINITY]
  }

/**
 * Attacks releases of both cubes as the public, as who reads zeros, and as every person who knows the cells that he
 * is alone in: of one release at a time (releases keep no names by which their node could tell more), or of those
 * that were protected together.
 */
export function attackShown(
  attacker: OutsideAttacker,
  shown: readonly ReleasedPermits[],
  persons: ReadonlySet<string>,
  zerosAreShown: boolean,
  together: readonly ReleasedPermits[] = [],
) {
  const view = viewOf(shown)
  const asked = requirementsOf(view)
  const attackers = new Map<string, Knowledge>([['the public', publicKnowledge]])
  if (zerosAreShown) attackers.set('who reads zeros', knowsZeros)
  const found = [attackRelease(attacker, view, attackers, asked)]
  const apart = shown.filter((each) => !together.includes(each)).map((each) => [each])
  for (const known of [...apart, together]) {
    // what shows nothing tells nobody more than they knew before
    const cells = known.flatMap((each) => [...each.cells.values()])
    if (cells.every((value) => value === undefined)) continue
    const each = [...persons].map(
      (person) => [person, aloneIn(person, known, zerosAreShown)] as const,
    )
    found.push(attackRelease(attacker, view, new Map(each), asked))
  }
  return {
    findings: found.flatMap(({ findings }) => findings),
    attacked: found.reduce((sum, { attacked }) => sum + attacked, 0),
  }
}
