import type { Figures } from '../table/figures.ts'
import { isRest, type Programme } from '../table/programme.ts'
import { dominanceLevel } from './dominance.ts'
import { groupLevel } from './group.ts'
import { isWithheld, type NationalityRule } from './nationality.ts'
import { pPercentLevel } from './p-percent.ts'
import { thresholdLevel } from './threshold.ts'

/** The rules by which cells are sensitive; only those named apply. */
export interface PrimaryRules {
  readonly threshold?: number
  readonly pPercent?: number
  /** Size of the coalition of the p % rule; 1 where absent. */
  readonly contributors?: number
  readonly dominance?: readonly [n: number, k: number]
  readonly group?: number
  readonly nationality?: NationalityRule | readonly NationalityRule[]
  /** Percent by which amounts hidden for few persons must be uncertain; 10 where absent. */
  readonly margin?: number
}

export type PrimaryRule =
  'threshold' | 'pPercent' | 'dominance' | 'group' | 'nationality' | 'marked' | 'revision'

/**
 * What an attacker must be able to believe: that the cell is higher by `need`, or, with `parent`,
 * that the rest of the parent (parent − cell) is.
 */
export interface Target {
  readonly cell: number
  readonly rule: PrimaryRule
  /** Whole units, at least 1. */
  readonly need: number
  readonly parent?: number
}

export interface MeasureKind {
  /** Whether a value counts persons, so that the frequency threshold applies to it as it is. */
  readonly countsPersons: boolean
  /** Whether a value counts something (persons or crossings). */
  readonly counts: boolean
}

export const defaultMargin = 10

/** Lists every sensitive cell with what it needs: one target a cell and one more a parent. */
export function listTargets(
  programme: Programme,
  figures: Figures,
  rules: PrimaryRules,
  kind: MeasureKind,
): Target[] {
  const targets: Target[] = []
  for (let cell = 0; cell < programme.cellCount; cell += 1) {
    // what a total holds besides its shown parts is told by them: its persons are protected like any
    const found = upwardTarget(programme, figures, rules, kind, cell)
    if (found !== undefined) targets.push(found)
  }
  if (rules.group !== undefined) addGroupTargets(programme, figures, rules.group, targets)
  return targets
}

function upwardTarget(
  programme: Programme,
  figures: Figures,
  rules: PrimaryRules,
  kind: MeasureKind,
  cell: number,
): Target | undefined {
  const value = figures.values[cell]!
  const persons = figures.contributors[cell]!
  const largest = figures.largest.map((ranked) => ranked[cell]!)
  const margin = rules.margin ?? defaultMargin
  let best: Target | undefined
  const consider = (rule: PrimaryRule, level: number | undefined) => {
    if (level === undefined) return
    // rounding errors of the formula must not ask for one unit more
    const need = Math.max(1, Math.ceil(level - 1e-9 * Math.max(1, Math.abs(level))))
    if (best === undefined || need > best.need) best = { cell, rule, need }
  }
  if (rules.threshold !== undefined) {
    consider(
      'threshold',
      thresholdLevel(value, persons, rules.threshold, kind.countsPersons ? undefined : margin),
    )
    // crossings are counted too: the interval reaches the threshold in any case
    if (kind.counts && persons > 0 && persons < rules.threshold) {
      consider('threshold', Math.max(1, rules.threshold - value))
    }
  }
  if (rules.pPercent !== undefined) {
    consider('pPercent', pPercentLevel(value, largest, rules.pPercent, rules.contributors ?? 1))
  }
  if (rules.dominance !== undefined) {
    consider('dominance', dominanceLevel(value, largest, ...rules.dominance))
  }
  if (figures.marked?.[cell] === 1) {
    const reach = kind.counts ? Math.max(1, (rules.threshold ?? 0) - value) : 1
    consider('marked', Math.max(reach, kind.countsPersons ? 1 : (value * margin) / 100))
  }
  if ((figures.needs?.[cell] ?? 0) > 0) consider('revision', figures.needs![cell])
  const nationality = [rules.nationality ?? []].flat()
  if (nationality.some((rule) => isNationalityCell(programme, rule, cell))) {
    const reach = Math.max(1, (rules.threshold ?? 3) - value)
    consider('nationality', kind.counts ? reach : Math.max(1, (value * margin) / 100))
  }
  return best
}

function isNationalityCell(programme: Programme, rule: NationalityRule, cell: number): boolean {
  const width = programme.dimensions.length
  return isWithheld(rule, (name) => {
    const d = programme.dimensions.findIndex((dimension) => dimension.name === name)
    if (d === -1) return undefined
    return programme.dimensions[d]!.codes[programme.codes[cell * width + d]!]
  })
}

function addGroupTargets(
  programme: Programme,
  figures: Figures,
  k: number,
  targets: Target[],
): void {
  const { starts, cells, count } = programme.relations
  const { firstTie = count } = programme.joined ?? {}
  for (let relation = 0; relation < firstTie; relation += 1) {
    const first = starts[relation]!
    const end = starts[relation + 1]!
    // an only child always holds everyone: that says nothing about anybody
    if (end - first === 2) continue
    const parent = cells[first]!
    for (let at = first + 1; at < end; at += 1) {
      const cell = cells[at]!
      if (isRest(programme, cell) || isRest(programme, parent)) continue
      const need = groupLevel(figures.contributors[cell]!, figures.contributors[parent]!, k)
      if (need === undefined) continue
      targets.push({ cell, rule: 'group', need: Math.max(1, need), parent })
    }
  }
}
