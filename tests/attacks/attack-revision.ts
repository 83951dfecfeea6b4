import { attackersOf, attackRelease, type AttackResult, type Finding } from './attack-release.ts'
import type { OutsideAttacker, OutsideCell, OutsideView } from './outside-attacker.ts'
import type { RandomRecords } from './random-records.ts'
import type { Requirement } from './requirements.ts'

/** Fewer persons than this must not be told by what changes between two releases, where no rule says. */
const fewestChanged = 3

/**
 * Attacks a release and its revision together. Where records were only added, the later one is the
 * earlier and something that is not negative, for the public and for every contributor, who knows what
 * is their own in both; of a correction nothing is known beforehand, and cells shown in both are compared.
 */
export function attackRevision(
  attacker: OutsideAttacker,
  release: RandomRecords,
  before: { readonly view: OutsideView; readonly requirements: readonly Requirement[] },
  after: { readonly view: OutsideView; readonly requirements: readonly Requirement[] },
  corrected: boolean,
): AttackResult {
  const fewest = release.spec.primary.threshold ?? fewestChanged
  const own = [before, after].map(({ view, requirements }) =>
    attackRelease(attacker, view, attackersOf(view, release), requirements),
  )
  const view = joinViews(before.view, after.view)
  const together = corrected
    ? { findings: shownChanges(before.view, after.view, fewest), attacked: 0, undecided: 0 }
    : attackRelease(attacker, view, attackersOf(view, release), [
        ...before.requirements.map((each) => within('1', each)),
        ...after.requirements.map((each) => within('2', each)),
        ...additions(view, fewest),
      ])
  const all = [...own, together]
  return {
    findings: all.flatMap(({ findings }) => findings),
    attacked: all.reduce((sum, { attacked }) => sum + attacked, 0),
    undecided: all.reduce((sum, { undecided }) => sum + undecided, 0),
  }
}

const within = (vintage: string, { key, parent, reach }: Requirement): Requirement => ({
  key: `${vintage}:${key}`,
  reach,
  ...(parent === undefined ? {} : { parent: `${vintage}:${parent}` }),
})

/** Both releases, and for every cell of both what was added to it. */
function joinViews(before: OutsideView, after: OutsideView): OutsideView {
  const cells = new Map<string, OutsideCell>()
  const sums: (readonly string[])[] = []
  for (const [vintage, view] of [
    ['1', before],
    ['2', after],
  ] as const) {
    for (const cell of view.cells.values()) {
      const key = `${vintage}:${cell.key}`
      cells.set(key, { ...cell, key })
    }
    for (const sum of view.sums) sums.push(sum.map((key) => `${vintage}:${key}`))
  }
  for (const [name, { parts, truth }] of before.cells) {
    const later = after.cells.get(name)
    if (later === undefined) continue
    const added = new Map<string, number>()
    for (const [person, part] of later.parts) {
      const more = part - (parts.get(person) ?? 0)
      if (more !== 0) added.set(person, more)
    }
    const key = `added:${name}`
    cells.set(key, {
      key,
      shown: undefined,
      status: 'primary',
      truth: later.truth - truth,
      parts: added,
      mayBeEmpty: true,
    })
    sums.push([`2:${name}`, `1:${name}`, key])
  }
  return { cells, sums }
}

function additions({ cells }: OutsideView, fewest: number): Requirement[] {
  return [...cells.values()].flatMap(({ key, truth, parts }) =>
    key.startsWith('added:') && parts.size > 0 && parts.size < fewest && truth > 0
      ? [{ key, reach: Math.max(truth + 1, fewest) }]
      : [],
  )
}

/** Cells shown in both whose change is of a few persons. */
function shownChanges(before: OutsideView, after: OutsideView, fewest: number): Finding[] {
  const findings: Finding[] = []
  for (const [key, { shown, parts }] of before.cells) {
    const later = after.cells.get(key)
    if (later?.shown === undefined || shown === undefined) continue
    const moved = [...new Set([...parts.keys(), ...later.parts.keys()])].filter(
      (person) => parts.get(person) !== later.parts.get(person),
    )
    const change = Math.abs(later.shown - shown)
    if (moved.length === 0 || moved.length >= fewest || change === 0) continue
    findings.push({ who: 'the public', key, low: change, high: change, required: fewest })
  }
  return findings
}
