import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  attack,
  type AttackReport,
  Contradiction,
  type Figures,
  type Leak,
  makeDimension,
  makeProgramme,
  type MeasureKind,
  type Programme,
  protectProgramme,
} from '@caudal/methods/protect'
import { openDuckDb } from '../store/index.ts'
import { readHierarchies, type Hierarchies } from './hierarchy-file.ts'
import { countFigures } from './microdata.ts'
import { writeProtectedFolder } from './protected-folder.ts'
import { readPublishedFolder, type PublishedFolder } from './published-folder.ts'
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
}

export type Progress = (step: 'read' | 'suppress' | 'attack', done: number) => void

/** Protects tables counted from a file of records, and writes them into a folder. */
export async function protectMicrodata(
  path: string,
  specFile: string,
  folder: string,
  progress: Progress = () => {},
): Promise<ProtectReport> {
  const started = performance.now()
  const { spec, hierarchies } = await readSpec(specFile)
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'caudal-protect-'))
  const engine = await openDuckDb({ temporaryFolder, connections: 1 }).catch((error: unknown) => {
    rmSync(temporaryFolder, { recursive: true, force: true })
    throw error
  })
  try {
    const input = await engine.session(async (session) => {
      const microdata = await readMicrodata(session, path, spec)
      progress('read', 0.5)
      const dimensions = spec.dimensions.map(({ column }, d) =>
        makeDimension(column, microdata.codes[d]!, hierarchies.get(column)),
      )
      const programme = makeProgramme(dimensions, tablesOf(spec, dimensions))
      const figures = await countFigures(microdata, programme, ranksOf(spec))
      return { programme, figures, decimals: microdata.decimals }
    })
    progress('read', 1)
    const counts = 'count' in spec.measure
    const kind = { counts, countsPersons: counts && spec.person === undefined }
    return await protectAndWrite({ ...input, kind, spec, hierarchies, folder, started }, progress)
  } finally {
    engine.close()
    rmSync(temporaryFolder, { recursive: true, force: true })
  }
}

/** Protects tables that come as cells, and writes them into a folder. */
export async function protectCells(
  path: string,
  specFile: string,
  folder: string,
  progress: Progress = () => {},
): Promise<ProtectReport> {
  const started = performance.now()
  const { spec, hierarchies } = await readSpec(specFile)
  const { countsPersons, ...input } = await readCells(path, spec, hierarchies)
  progress('read', 1)
  const kind = { counts: 'count' in spec.measure, countsPersons }
  return await protectAndWrite({ ...input, kind, spec, hierarchies, folder, started }, progress)
}

export interface FolderAttack {
  readonly report: AttackReport
  readonly published: PublishedFolder
  readonly leaks: readonly (Leak & { readonly table: string; readonly codes: readonly string[] })[]
}

/** Attacks the tables of a folder with nothing but its CSV files and the specification. */
export async function attackFolder(
  folder: string,
  specFile: string | undefined,
  all: boolean,
  progress: (done: number) => void = () => {},
): Promise<FolderAttack> {
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
  const published = await readPublishedFolder(folder, spec, parentOf, all)
  const solver = openHighsSolver()
  try {
    const report = await attack(published.tables, parents, published.wanted, solver, {
      whole: true,
      progress,
    })
    const leaks = report.leaks.map((leak) => ({ ...leak, ...published.places.get(leak.cell)! }))
    return { report, published, leaks }
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw protectRefusals.refuse('tables-contradict', { folder, reason: error.message })
  } finally {
    await solver.close()
  }
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
  readonly started: number
}

async function protectAndWrite(input: ProtectInput, progress: Progress): Promise<ProtectReport> {
  const { programme, figures, decimals, kind, spec, hierarchies, folder, started } = input
  const solver = openHighsSolver()
  try {
    const weights = spec.weights ?? 'value'
    const done = await protectProgramme(programme, figures, rulesOf(spec), solver, {
      kind,
      weights,
      progress,
    })
    const tally = (status: string) => done.statuses.filter((each) => each === status).length
    const unit = weights === 'value' ? 10 ** decimals : 1
    const { suppression, statuses } = done
    const report: ProtectReport = {
      cells: programme.cellCount,
      suppressed: tally('primary') + tally('secondary'),
      primary: tally('primary'),
      secondary: tally('secondary'),
      empty: tally('empty'),
      weights,
      cost: suppression.cost / unit,
      bound: suppression.bound / unit,
      gap: suppression.gap,
      method: suppression.method,
      time: Math.round(performance.now() - started) / 1000,
      attack: {
        leaks: done.attack.leaks.length,
        cellsAttacked: done.attack.cellsAttacked,
        components: done.attack.components,
        problemsSolved: done.attack.problemsSolved,
        clearedByWitness: done.attack.clearedByWitness,
      },
    }
    const tables = { programme, values: figures.values, decimals, statuses }
    writeProtectedFolder(folder, tables, spec, hierarchies, report)
    return report
  } finally {
    await solver.close()
  }
}
