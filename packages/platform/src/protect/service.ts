import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  attack,
  type AttackReport,
  type Coarsened,
  Contradiction,
  type Figures,
  type Leak,
  makeDimension,
  makeProgramme,
  type MeasureKind,
  type Programme,
  figuresByName,
  knownVintage,
  protectWithLedger,
  type ProtectedRelease,
  type WorkSpent,
} from '@caudal/methods/protect'
import { openDuckDb } from '../store/index.ts'
import {
  inUnitsOf,
  readLedgers,
  releaseOf,
  writeLedger,
  type FolderLedger,
} from './folder-ledger.ts'
import { attackTogether, type FolderRelease } from './attack-together.ts'
import { readHierarchies, type Hierarchies } from './hierarchy-file.ts'
import { countFigures } from './microdata.ts'
import { writeProtectedFolder } from './protected-folder.ts'
import { readPublishedFolder, type CellPlace, type PublishedFolder } from './published-folder.ts'
import { ranksOf, readCells } from './read-cells.ts'
import { readMicrodata } from './read-microdata.ts'
import { protectRefusals } from './refusals.ts'
import { openHighsSolver } from './solver/highs-solver.ts'
import { readSpecification, rulesOf, type Specification } from './specification.ts'

/** Cells that fit a machine of modest memory at once. */
const mostCells = 400_000

export interface ProtectReport {
  readonly cells: number
  readonly suppressed: number
  readonly primary: number
  readonly secondary: number
  readonly empty: number
  readonly weights: 'value' | 'cells'
  readonly cost: number
  readonly bound: number
  readonly gap: number
  readonly method: string
  /** Seconds. */
  readonly time: number
  readonly attack: {
    readonly leaks: number
    readonly cellsAttacked: number
    readonly components: number
    readonly problemsSolved: number
    readonly clearedByWitness: number
  }
  /** What the solver did, in units that are the same on every machine, and how much it was allowed. */
  readonly work: WorkSpent
  /** Levels of detail that are hidden whole, as a last resort; null where none had to be. */
  readonly coarsened: Coarsened | null
  /** Names of earlier releases that it was attacked together with. */
  readonly earlier: readonly string[]
}

export type Progress = (step: 'read' | 'suppress' | 'attack', done: number) => void

/**
 * Protects tables counted from a file of records, and writes them into a folder.
 *
 * @param earlier folders of earlier releases, oldest first: these tables must be safe beside them
 */
export async function protectMicrodata(
  path: string,
  specFile: string,
  folder: string,
  progress: Progress = () => {},
  earlier: readonly string[] = [],
): Promise<ProtectReport> {
  const started = performance.now()
  const ledgers = readLedgers(earlier)
  const { spec, hierarchies } = await readSpec(specFile)
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'caudal-protect-'))
  const engine = await openDuckDb({ temporaryFolder, connections: 1 }).catch((error: unknown) => {
    rmSync(temporaryFolder, { recursive: true, force: true })
    throw error
  })
  try {
    const input = await engine.session(async (session) => {
      const microdata = await readMicrodata(session, path, spec, finestOf(ledgers))
      progress('read', 0.5)
      const dimensions = spec.dimensions.map(({ column }, d) =>
        makeDimension(column, microdata.codes[d]!, hierarchies.get(column)),
      )
      const programme = makeProgramme(dimensions, tablesOf(spec, dimensions))
      // where zeros may be hidden, contributors know less of other cells than that they are not empty
      const asksEverybody = microdata.byPerson || spec.primary.group !== undefined
      const figures = await countFigures(microdata, programme, ranksOf(spec), asksEverybody)
      return { programme, figures, decimals: microdata.decimals }
    })
    progress('read', 1)
    const counts = 'count' in spec.measure
    const kind = { counts, countsPersons: counts && spec.person === undefined }
    return await protectAndWrite(
      { ...input, kind, spec, hierarchies, folder, ledgers, started },
      progress,
    )
  } finally {
    engine.close()
    rmSync(temporaryFolder, { recursive: true, force: true })
  }
}

const finestOf = (ledgers: readonly FolderLedger[]) =>
  Math.max(0, ...ledgers.map(({ decimals }) => decimals))

/** Protects tables that come as cells, and writes them into a folder; see {@link protectMicrodata}. */
export async function protectCells(
  path: string,
  specFile: string,
  folder: string,
  progress: Progress = () => {},
  earlier: readonly string[] = [],
): Promise<ProtectReport> {
  const started = performance.now()
  const ledgers = readLedgers(earlier)
  const { spec, hierarchies } = await readSpec(specFile)
  const { countsPersons, ...input } = await readCells(path, spec, hierarchies, finestOf(ledgers))
  progress('read', 1)
  const kind = { counts: 'count' in spec.measure, countsPersons }
  return await protectAndWrite(
    { ...input, kind, spec, hierarchies, folder, ledgers, started },
    progress,
  )
}

export interface FolderAttack {
  readonly report: AttackReport
  readonly published: PublishedFolder
  readonly leaks: readonly (Omit<Leak, 'by'> & CellPlace)[]
}

/**
 * Attacks the tables of a folder with nothing but its CSV files and the specification.
 *
 * @param earlier folders of earlier releases, oldest first: all are attacked together as well, by what
 *   their CSV files show and, for what has to stay hidden, their ledgers say
 */
export async function attackFolder(
  folder: string,
  specFile: string | undefined,
  all: boolean,
  progress: (done: number) => void = () => {},
  earlier: readonly string[] = [],
): Promise<FolderAttack> {
  const { published, parents, spec } = await readPublished(folder, specFile, all)
  const releases: FolderRelease[] = []
  for (const [at, ledger] of readLedgers(
    earlier.length === 0 ? [] : [...earlier, folder],
  ).entries()) {
    const other = earlier[at]
    const own =
      other === undefined ? published : (await readPublished(other, undefined, all)).published
    releases.push({ ledger, published: own })
  }
  const solver = openHighsSolver()
  try {
    const report = await attack(published.tables, parents, published.wanted, solver, {
      whole: true,
      progress,
    })
    const alone = report.leaks.map((leak) => ({ ...leak, ...published.places.get(leak.cell)! }))
    const together =
      releases.length === 0 ? [] : await attackTogether(releases, spec.primary.threshold, solver)
    return { report, published, leaks: onceEach([...alone, ...together]) }
  } catch (error) {
    const contradiction = contradictionIn(error)
    if (contradiction === undefined) throw error
    throw protectRefusals.refuse('tables-contradict', { folder, reason: contradiction.message })
  } finally {
    await solver.close()
  }
}

/** Tables that contradict themselves, or the ones before them. */
function contradictionIn(error: unknown): Contradiction | undefined {
  if (error instanceof Contradiction) return error
  const { cause } = error as Error
  return cause instanceof Contradiction ? cause : undefined
}

async function readPublished(folder: string, specFile: string | undefined, all: boolean) {
  const { spec, hierarchies } = await readSpec(specFile ?? join(folder, 'spec.json'))
  const parents = Object.fromEntries(
    [...hierarchies].map(([dimension, lines]) => [
      dimension,
      new Map(lines.map(({ code, parent }) => [code, parent])),
    ]),
  )
  for (const [dimension, lines] of hierarchies) {
    // a broken hierarchy is refused here too: additivity could not be read from it
    makeDimension(dimension, [], lines)
  }
  const parentOf = (dimension: string, code: string) => parents[dimension]?.get(code) || '_T'
  return { spec, parents, published: await readPublishedFolder(folder, spec, parentOf, all) }
}

type PlacedLeak = FolderAttack['leaks'][number]

/** Leaks of one cell as one, the first: a cell falls short or it does not. */
function onceEach(leaks: readonly PlacedLeak[]): PlacedLeak[] {
  const seen = new Map<string, PlacedLeak>()
  for (const leak of leaks) {
    const key = `${leak.table}\n${leak.codes.join('\n')}`
    if (!seen.has(key)) seen.set(key, leak)
  }
  return [...seen.values()]
}

async function readSpec(
  specFile: string,
): Promise<{ spec: Specification; hierarchies: Hierarchies }> {
  let text: string
  try {
    text = readFileSync(specFile, 'utf8')
  } catch {
    throw protectRefusals.refuse('file-missing', { file: specFile })
  }
  const spec = readSpecification(text, basename(specFile))
  return { spec, hierarchies: await readHierarchies(spec, specFile) }
}

function tablesOf(spec: Specification, dimensions: readonly { codes: readonly string[] }[]) {
  const tables = spec.tables.map((table) =>
    table.map((name) => spec.dimensions.findIndex(({ column }) => column === name)),
  )
  const cells = tables.reduce(
    (sum, table) => sum + table.reduce((product, d) => product * dimensions[d]!.codes.length, 1),
    0,
  )
  if (cells > mostCells) throw protectRefusals.refuse('too-many-cells', { cells, most: mostCells })
  return tables
}

interface ProtectInput {
  readonly programme: Programme
  readonly figures: Figures
  readonly decimals: number
  readonly kind: MeasureKind
  readonly spec: Specification
  readonly hierarchies: Hierarchies
  readonly folder: string
  readonly ledgers: readonly FolderLedger[]
  readonly started: number
}

/** Tables of fewer persons than the threshold are of a group that is told by their being published. */
function refuseTooFew({ programme, figures, spec }: ProtectInput): void {
  const { threshold } = spec.primary
  const whole = programme.find(programme.dimensions.map(({ total }) => total))
  if (threshold === undefined || whole === undefined) return
  const persons = figures.contributors[whole]!
  if (persons === 0 || persons >= threshold) return
  throw protectRefusals.refuse('too-few-persons', { persons, threshold })
}

async function protectAndWrite(input: ProtectInput, progress: Progress): Promise<ProtectReport> {
  const { programme, figures, decimals, kind, spec, hierarchies, folder, ledgers } = input
  refuseTooFew(input)
  const solver = openHighsSolver()
  try {
    const weights = spec.weights ?? 'value'
    const earlier = ledgers.map((ledger) => inUnitsOf(ledger, decimals))
    const own = releaseOf(folder, programme, figures)
    const vintage = knownVintage(figuresByName(programme, figures), earlier) ?? own.vintage
    const release = await protectWithLedger(
      { programme, figures, release: own.release, vintage },
      rulesOf(spec),
      solver,
      { kind, weights, progress },
      earlier,
    ).catch((error: unknown) => {
      const contradiction = contradictionIn(error)
      if (contradiction === undefined) throw error
      throw protectRefusals.refuse('tables-contradict', { folder, reason: contradiction.message })
    })
    const { statuses } = release.outcome
    const report = reportOf(input, release, weights === 'value' ? 10 ** decimals : 1)
    const tables = { programme, values: figures.values, decimals, statuses }
    const ledger = writeLedger({ entry: release.entry, decimals })
    writeProtectedFolder(folder, tables, spec, hierarchies, report, ledger)
    return report
  } finally {
    await solver.close()
  }
}

function reportOf(
  { programme, spec, ledgers, started }: ProtectInput,
  { outcome, attack: together, work }: ProtectedRelease,
  unit: number,
): ProtectReport {
  const { suppression, statuses, attack: own } = outcome
  const tally = (status: string) => statuses.filter((each) => each === status).length
  const both = (read: (report: AttackReport) => number) =>
    read(own) + (together === undefined ? 0 : read(together))
  return {
    cells: programme.cellCount,
    suppressed: tally('primary') + tally('secondary'),
    primary: tally('primary'),
    secondary: tally('secondary'),
    empty: tally('empty'),
    weights: spec.weights ?? 'value',
    cost: suppression.cost / unit,
    bound: suppression.bound / unit,
    gap: suppression.gap,
    method: suppression.method,
    time: Math.round(performance.now() - started) / 1000,
    attack: {
      leaks: both(({ leaks }) => leaks.length),
      cellsAttacked: both(({ cellsAttacked }) => cellsAttacked),
      components: both(({ components }) => components),
      problemsSolved: both(({ problemsSolved }) => problemsSolved),
      clearedByWitness: both(({ clearedByWitness }) => clearedByWitness),
    },
    work,
    coarsened: outcome.coarsened ?? null,
    earlier: ledgers.map(({ entry }) => entry.release),
  }
}
