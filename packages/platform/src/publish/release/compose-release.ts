import { findCube, type QueryAnswer, type RecordedBreak } from '@caudal/methods/measure'
import { tiedCubes, tiesOf } from '@caudal/methods/measure/ties'
import type {
  Dependency,
  LedgerEntry,
  LedgerTable,
  PublicHierarchies,
  Solver,
} from '@caudal/methods/protect'
import { resolveTable, type OpenSpan, type ResolvedTable } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import type { TableResult } from '@caudal/methods/publish'
import type { Batch, CaudalNode } from '../../store/index.ts'
import type { BakedFigure } from './bake.ts'
import { countFigures, type CountedCube, type ReadFacts } from './count-figures.ts'
import { withCubeFacts } from './cube-facts.ts'
import { specOf, type DraftedPlan } from './plan.ts'
import { protectCubes, type BesideOf, type ProtectedCube } from './protect-cubes.ts'
import type { ProtectedFigures } from './protect-figures.ts'
import type { CubeFindings, ReleaseSource } from './releases.ts'
import { releaseRefusals } from './refusals.ts'
import { onlyShown } from './same-records.ts'
import { showFigure } from './shown-figure.ts'
import { findThinFigures } from './thin-figures.ts'

/** A release counted and protected, before it is attacked with the ledger and written. */
export interface ComposedRelease {
  /** As asked, without the figures of too few persons. */
  readonly plan: DraftedPlan
  readonly figures: readonly BakedFigure[]
  readonly sources: readonly ReleaseSource[]
  readonly findings: readonly CubeFindings[]
  /** What each protected cube shows, with the truth behind it. Never leaves the node. */
  readonly shown: readonly ShownCube[]
}

/** What a release shows of one cube, as kept for the ledger. */
export interface ShownCube {
  readonly cube: string
  readonly vintage: string
  readonly tables: readonly LedgerTable[]
  readonly hierarchies: Readonly<Record<string, readonly (readonly [string, string])[]>>
  /** What codes of its dimensions tell of each other. */
  readonly dependencies?: readonly Dependency[]
  /** Its rules let zeros be hidden. */
  readonly mayHideZeros?: true
  /** From when to when something was undecided, by country and criterion; absent where nothing was. */
  readonly open?: readonly (readonly [key: string, span: OpenSpan])[]
}

/** What a release is counted from. */
export interface ReleaseRecords {
  batchesOf(cube: string): Promise<readonly Batch[]>
  /** What linkage found, by batches. */
  readonly links: readonly Batch[]
  /** Breaks in the series of a cube that the release tells. */
  breaksOf(cube: string): Promise<readonly RecordedBreak[]>
}

/** Told what is being done, and how far it is. */
export type ReleaseProgress = (step: 'count' | 'suppress' | 'attack' | 'bake', done: number) => void

/**
 * Counts the figures of a plan in the batches given for each cube, and protects them.
 *
 * @param besideOf by cube, what was released before of it and what is tied to it; `shown`: cubes of this release
 *   that are protected already
 */
export async function composeRelease(
  node: CaudalNode,
  asked: DraftedPlan,
  { batchesOf, links, breaksOf }: ReleaseRecords,
  solver: Solver,
  progress: ReleaseProgress,
  besideOf: BesideOf,
): Promise<ComposedRelease> {
  const cubes: CountedCube[] = []
  const sources: ReleaseSource[] = []
  const findings: CubeFindings[] = []
  const shown: ShownCube[] = []
  let plan = asked
  for (const id of new Set(asked.figures.map(({ cube }) => cube))) {
    const cube = findCube(id)!
    const [batches, breaks] = [await batchesOf(id), await breaksOf(id)]
    progress('count', 0)
    await withCubeFacts(node, cube, batches, { links, breaks }, async (facts) => {
      progress('count', 1)
      const tables = new Map(
        plan.figures
          .filter((figure) => figure.cube === id)
          .map((figure) => [
            figure.id,
            resolveTable(cube, specOf(figure.table), facts.domain, facts.lists),
          ]),
      )
      // one that is counted again was drafted without them
      if (cube.protection !== 'none' && besideOf(id, []).asked === undefined) {
        const thin = await findThinFigures(facts, tables, plan.rules.threshold)
        plan = withoutThin(plan, thin)
        for (const figure of thin) tables.delete(figure)
      }
      if (tables.size === 0) return
      const counted = await countFigures(facts, tables)
      cubes.push(counted)
      sources.push(sourceOf(counted.facts, links, breaks))
    })
  }
  const done = await protectCubes(cubes, plan, solver, progress, besideOf)
  const results = new Map<string, Omit<BakedFigure, 'id'>>()
  for (const { facts, tables, answers } of cubes) {
    const { id } = facts.cube
    const own = done.get(id)
    for (const [figure, table] of tables) {
      const answer = answers.get(figure)!
      results.set(figure, inEveryLanguage(figure, facts, table, answer, own?.figures))
    }
    if (own === undefined) continue
    findings.push(findingsOf(id, own, plan))
    const spans = [...(facts.open?.spans ?? [])]
    shown.push({
      ...shownCube(id, own.figures.release.entry),
      ...(spans.length === 0 ? {} : { open: spans }),
    })
  }
  const figures = plan.figures.map(({ id }) => ({ id, ...results.get(id)! }))
  return { plan, figures, sources, findings, shown }
}

/**
 * A plan without figures of too few persons, where a template asks for them.
 *
 * @throws the refusals `figure-thin`, where somebody asks for them, and `sheet-empty`
 */
function withoutThin(plan: DraftedPlan, thin: readonly string[]): DraftedPlan {
  const [first] = thin
  if (first === undefined) return plan
  if (plan.template === 'own') {
    const { threshold } = plan.rules
    throw releaseRefusals.refuse('figure-thin', { figure: first, threshold })
  }
  const figures = plan.figures.filter(({ id }) => !thin.includes(id))
  if (figures.length === 0) throw releaseRefusals.refuse('sheet-empty', { series: plan.series })
  const cubes = plan.figures.filter(({ id }) => thin.includes(id)).map(({ cube }) => cube)
  return { ...plan, figures, leftOut: [...new Set([...(plan.leftOut ?? []), ...cubes])] }
}

function shownCube(
  cube: string,
  { vintage, tables, hierarchies, dependencies, mayHideZeros }: LedgerEntry,
): ShownCube {
  return {
    cube,
    vintage,
    tables,
    hierarchies: Object.fromEntries(
      Object.entries(hierarchies).map(([name, parents]) => [name, [...parents]]),
    ),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(mayHideZeros === undefined ? {} : { mayHideZeros }),
  }
}

/** A cube that a release showed, as an entry of the ledger. */
export function ledgerEntry(
  release: string,
  { cube, vintage, tables, hierarchies, dependencies, mayHideZeros }: ShownCube,
): LedgerEntry {
  const parents: PublicHierarchies = Object.fromEntries(
    Object.entries(hierarchies).map(([name, lines]) => [name, new Map(lines)]),
  )
  return {
    release,
    cube,
    vintage,
    tables,
    hierarchies: parents,
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(mayHideZeros === undefined ? {} : { mayHideZeros }),
  }
}

function inEveryLanguage(
  figure: string,
  facts: ReadFacts,
  table: ResolvedTable,
  answer: QueryAnswer,
  done: ProtectedFigures | undefined,
): Omit<BakedFigure, 'id'> {
  const results = Object.fromEntries(
    languages.map((language) => [
      language,
      showFigure(figure, facts, table, answer, language, done),
    ]),
  ) as Record<Language, TableResult>
  const timeIds = facts.cube.dimensions.filter(({ kind }) => kind === 'time').map(({ id }) => id)
  return { results, timeIds, isReleased: done !== undefined }
}

function sourceOf(
  { cube, snapshot, batches }: ReadFacts,
  links: readonly Batch[],
  breaks: readonly RecordedBreak[],
): ReleaseSource {
  return {
    cube: cube.id,
    snapshot,
    methodVersion: cube.methodVersion,
    protection: cube.protection,
    ...(links.length > 0 && cube.protection !== 'none' && { links: links.map(({ id }) => id) }),
    ...(breaks.length > 0 && { breaks: breaks.map(({ id }) => id) }),
    batches: batches.map(({ id, dataset, rowsAccepted, files }) => ({
      id,
      dataset,
      rows: rowsAccepted,
      facts: files.filter(({ kind }) => kind === 'facts').map(({ sha256 }) => sha256),
    })),
  }
}

function findingsOf(
  cube: string,
  { figures: { tally, release }, beside, together, oneByOne }: ProtectedCube,
  plan: DraftedPlan,
): CubeFindings {
  const { earlier, notAttackedWith } = beside
  const { outcome, keptHidden, work, asked, attack: allAttacked, contradicted = [] } = release
  const named = [
    ...earlier.map(({ release: id, cube: of = cube }) => ({ release: id, cube: of })),
    ...(together ?? []).map((of) => ({ release: beside.release, cube: of })),
  ]
  const tied = named.filter((each) => each.cube !== cube)
  // cubes of which the records say otherwise than their definitions were attacked as if nothing tied them
  const untied = tied.filter((each) =>
    tiesOf(cube).some((tie) => contradicted.includes(tie.id) && tiedCubes(tie).includes(each.cube)),
  )
  const apart = [...onlyShown(notAttackedWith, beside.release, plan), ...untied]
  const { suppression, attack, coarsened } = outcome
  const revisions = [...(asked?.needs ?? [])]
  return {
    cube,
    cells: tally.safe + tally.primary + tally.secondary + tally.empty,
    hidden: tally.primary + tally.secondary,
    empty: tally.empty,
    cost: suppression.cost,
    bound: suppression.bound,
    gap: suppression.gap,
    keptHidden,
    ...(work === undefined ? {} : { work }),
    ...(revisions.length === 0 ? {} : { revisions }),
    ...(asked?.coarsen === undefined ? {} : { coarsen: asked.coarsen }),
    ...(asked === undefined ? {} : { unitsBefore: asked.units }),
    ...(coarsened === undefined ? {} : { coarsened }),
    ...(together === undefined ? {} : { together }),
    ...(oneByOne === undefined ? {} : { oneByOne }),
    attack: {
      cells: attack.cellsAttacked,
      problems: attack.problemsSolved,
      witnesses: attack.clearedByWitness,
    },
    ledger: {
      releases: named.filter((each) => each.cube === cube).map(({ release: id }) => id),
      ...(tied.length === 0 ? {} : { tied }),
      ...(apart.length === 0 ? {} : { notAttackedWith: apart }),
      cells: allAttacked?.cellsAttacked ?? 0,
      problems: allAttacked?.problemsSolved ?? 0,
      witnesses: allAttacked?.clearedByWitness ?? 0,
    },
  }
}
