import type { Cube } from '@caudal/methods/measure'
import {
  protectTogether,
  togetherAsAsked,
  type LedgerEntry,
  type PrimaryRules,
  type Solver,
  type WhyApart,
} from '@caudal/methods/protect'
import { nationalityRules } from '../../protect/nationality-rules.ts'
import type { BesideEarlier } from './beside-earlier.ts'
import type { CountedCube, CountedFigures } from './count-figures.ts'
import type { ReleasePlan } from './plan.ts'
import {
  cubeRelease,
  protectAlone,
  protectedFigures,
  type ProtectedFigures,
} from './protect-figures.ts'
import { groupTied } from './same-records.ts'

/** A cube of a release after protection, and beside what that was. */
export interface ProtectedCube {
  readonly figures: ProtectedFigures
  readonly beside: BesideEarlier
  /** Other cubes of the release that it was protected together with, as one problem. */
  readonly together?: readonly string[]
  /** Why it was not, where others of the release are tied to it. */
  readonly oneByOne?: WhyApart
}

/** Of a cube what is out; `shown`: what the release shows of cubes that are protected already. */
export type BesideOf = (cube: string, shown: readonly LedgerEntry[]) => BesideEarlier

type Progress = (step: 'suppress' | 'attack', done: number) => void

type Counted = CountedCube & { readonly counted: CountedFigures }

/**
 * Protects the cubes of a release: those that are tied by their definitions together, as one problem; where that
 * does not end well, one after the other, each beside those before. A release that is verified is protected in the
 * way that its draft was.
 */
export async function protectCubes(
  cubes: readonly CountedCube[],
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress,
  besideOf: BesideOf,
): Promise<ReadonlyMap<string, ProtectedCube>> {
  const own = new Map(cubes.filter(isCounted).map((each) => [each.facts.cube.id, each]))
  const done = new Map<string, ProtectedCube>()
  for (const ids of groupTied([...own.keys()])) {
    const group = ids.map((id) => own.get(id)!)
    const found = await protectGroup(group, plan, solver, progress, besideOf)
    ids.forEach((id, at) => done.set(id, found[at]!))
  }
  return done
}

const isCounted = (each: CountedCube): each is Counted => each.counted !== undefined

async function protectGroup(
  group: readonly Counted[],
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress,
  besideOf: BesideOf,
): Promise<ProtectedCube[]> {
  const found = await protectAsOne(group, plan, solver, progress, besideOf)
  if (typeof found === 'object') return found
  const done: ProtectedCube[] = []
  for (const { facts, counted } of group) {
    const shown = done.map(({ figures }) => figures.release.entry)
    const beside = besideOf(facts.cube.id, shown)
    const release = cubeRelease(beside.release, facts, counted, rulesFor(plan, facts.cube))
    const alone = await protectAlone(release, counted, solver, progress, beside)
    done.push({
      figures: protectedFigures(counted, alone),
      beside,
      ...(found === undefined ? {} : { oneByOne: found }),
    })
  }
  return done
}

/** Undefined where there is but one cube, or the draft was made otherwise. */
async function protectAsOne(
  group: readonly Counted[],
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress,
  besideOf: BesideOf,
): Promise<ProtectedCube[] | WhyApart | undefined> {
  const [first] = group
  const isAlike = group.every(({ counted }) => counted.kind.counts === first!.counted.kind.counts)
  if (group.length === 1 || !isAlike) return undefined
  const besides = group.map(({ facts }) => besideOf(facts.cube.id, []))
  const asked = besides.flatMap((each) => each.asked ?? [])
  if (asked.length > 0 && besides.some(({ wasTogether }) => wasTogether !== true)) return undefined
  const releases = group.map(({ facts, counted }, at) =>
    cubeRelease(besides[at]!.release, facts, counted, rulesFor(plan, facts.cube)),
  )
  const options = { kind: first!.counted.kind, weights: 'value' as const, progress }
  const earlier = allOf(besides)
  const found =
    asked.length === 0
      ? await protectTogether(releases, solver, options, earlier)
      : await togetherAsAsked(releases, solver, options, earlier, asked)
  if (typeof found === 'string') return found
  return group.map(({ facts, counted }, at) => ({
    figures: protectedFigures(counted, found[at]!),
    beside: besides[at]!,
    together: group.map((each) => each.facts.cube.id).filter((id) => id !== facts.cube.id),
  }))
}

/** What is out of any of the cubes, once each. */
function allOf(besides: readonly BesideEarlier[]): LedgerEntry[] {
  const entries = besides.flatMap(({ earlier }) => earlier)
  return [
    ...new Map(entries.map((entry) => [`${entry.release} ${entry.cube ?? ''}`, entry])).values(),
  ]
}

function rulesFor({ rules }: ReleasePlan, cube: Cube): PrimaryRules {
  const { threshold, pPercent, dominance, group } = rules
  return {
    threshold,
    ...(pPercent === undefined ? {} : { pPercent }),
    ...(dominance === undefined ? {} : { dominance }),
    ...(group === undefined ? {} : { group }),
    nationality: nationalityRules(cube),
  }
}
