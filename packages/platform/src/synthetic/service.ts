import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  blockCount,
  emptyPopulation,
  emptyVitalCount,
  errorKinds,
  populationScale,
  type Office,
  type RegionOptions,
} from '@caudal/methods/synthetic'
import { dataFolder, openDuckDb } from '../store/index.ts'
import type { AssembledFile } from './assemble.ts'
import { addCounts, emptyCounts, type BlockCounts } from './draw-blocks.ts'
import { DrawCrew } from './draw-crew.ts'
import type { DrawTask } from './draw-tasks.ts'
import { compileDrawing } from './drawing.ts'
import {
  abandonFolder,
  beginFolder,
  finishFolder,
  manifestName,
  type DrawingFolder,
} from './drawing-folder.ts'
import { completeOptions, type DrawRegionOptions } from './drawing-options.ts'
import { manifestKind, notice, type DrawnFile, type RegionManifest } from './manifest.ts'
import { sheetRecords, writePopulation } from './other-files.ts'
import { writeSheet } from './sheet-files.ts'
import { parameterFolder, readRegionParameters, type AllParameters } from './region-parameters.ts'
import { fingerprint, writeTruthFiles } from './truth-files.ts'

/** How far a drawing has come, from 0 to 1. */
export type OnDrawn = (done: number) => void

/** Memory of the engine that writes the tables of the truth. */
const engineMemory = 512 * 2 ** 20
const engineThreads = 2

/** Threads of a drawing: one per core, no more than pay. */
function crewSize(blocks: number): number {
  return Math.max(1, Math.min(availableParallelism(), 8, Math.floor(blocks / 8)))
}

/** Where a node keeps its region, by the root of its data folder. */
export function regionFolder(root: string): string {
  return join(dataFolder(root).synthetic, 'region')
}

/**
 * Draws the synthetic region: the files that border posts would have written, a file of incidents
 * and one of population, and the truth about them. The same options give the same bytes. The
 * folder appears when it is whole.
 *
 * @throws {Refusal} synthetic.folder-not-empty, synthetic.country-unknown, synthetic.years-invalid, …
 */
export async function drawRegion(
  given: DrawRegionOptions,
  onDrawn: OnDrawn = () => {},
): Promise<RegionManifest> {
  const parameters = await readRegionParameters()
  const options = completeOptions(given, parameters)
  const folder = await beginFolder(given.out)
  try {
    const manifest = await draw(parameters, options, folder, given, onDrawn)
    given.signal?.throwIfAborted()
    await finishFolder(folder)
    onDrawn(1)
    return manifest
  } catch (error) {
    await abandonFolder(folder)
    throw error
  }
}

async function draw(
  parameters: AllParameters,
  options: RegionOptions,
  { draft }: DrawingFolder,
  { signal, threads }: DrawRegionOptions,
  onDrawn: OnDrawn,
): Promise<RegionManifest> {
  const records = join(draft, 'records')
  const truth = join(draft, 'truth')
  const spill = join(draft, 'spill')
  for (const one of [records, truth, spill]) await mkdir(one)
  const { model, offices, desks, plan } = compileDrawing(parameters, options, spill)
  const blocks = blockCount(options.persons)
  const parts = threads ?? crewSize(blocks)
  const crew = new DrawCrew(parts, { options, spillFolder: spill, recordsFolder: records })
  const counts = emptyCounts(model, offices.length)
  const files: DrawnFile[] = []
  try {
    let drawn = 0
    const cut = (part: number) => Math.floor((blocks * part) / parts)
    const blockTasks = Array.from({ length: parts }, (_, part): DrawTask => {
      return { kind: 'blocks', part, first: cut(part), last: cut(part + 1) }
    })
    const drawnCounts = await crew.work<BlockCounts>(blockTasks, signal, () => {
      drawn += 1
      onDrawn((0.75 * drawn) / blocks)
    })
    for (const one of drawnCounts) addCounts(counts, one)
    const fileTasks = [...offices, ...desks].map((_, office): DrawTask => ({
      kind: 'file',
      office,
      parts,
    }))
    let buckets = 0
    const assembled = await crew.work<AssembledFile>(fileTasks, signal, () => {
      buckets += 1
      onDrawn(0.75 + (0.15 * buckets) / (plan.buckets * fileTasks.length))
    })
    for (const [i, file] of assembled.entries()) {
      const desk = desks[i - offices.length]?.parameters
      const profile = desk?.profile ?? offices[i]!.parameters.profile
      // An office that has nothing to tell sends no file; a header alone would be refused.
      if (file.records === 0) await rm(join(records, file.name))
      else files.push(drawnFile(profile, desk?.recordType ?? 'movement', file))
    }
  } finally {
    await crew.end()
  }
  const population = { ...emptyPopulation(model), counts: counts.population }
  const vital = { ...emptyVitalCount(model), counts: counts.vital }
  const others = { model, population, vital, parameters: parameters.figures }
  const inhabitants = await writePopulation(model, population, records)
  files.push(drawnFile('synthetic-population', 'observation', inhabitants))
  const told = sheetRecords(others)
  for (const sheet of parameters.sheets) {
    const own = told[sheet.subject ?? sheet.recordType].get(sheet.country)
    if (own === undefined) continue
    files.push(drawnFile(sheet.profile, sheet.recordType, writeSheet(model, sheet, own, records)))
  }
  const tables = await writeTruth(spill, truth, parts, offices.length, desks.length, signal)
  onDrawn(0.97)
  await rm(spill, { recursive: true })
  await copyDeclarations(files, draft)
  const manifest: RegionManifest = {
    kind: manifestKind,
    version: 1,
    synthetic: true,
    notice,
    options,
    files,
    truth: tables,
    codeLists: ['code-lists/border-posts.json'],
    counts: { ...summary(counts), errors: errorsByCountry(offices, counts) },
    populationScale: populationScale(model, population),
  }
  const drawn = join(truth, 'drawn.json')
  const { files: _files, truth: _truth, ...said } = manifest
  await writeFile(drawn, `${JSON.stringify(said, null, 2)}\n`)
  const whole = {
    ...manifest,
    truth: [...tables, { path: 'truth/drawn.json', ...(await fingerprint(drawn)) }],
  }
  await writeFile(join(draft, manifestName), `${JSON.stringify(whole, null, 2)}\n`)
  return whole
}

async function writeTruth(
  source: string,
  target: string,
  parts: number,
  offices: number,
  desks: number,
  signal: AbortSignal | undefined,
) {
  const engine = await openDuckDb({
    temporaryFolder: source,
    memoryLimit: engineMemory,
    // As many on every machine: how rows are grouped may depend on it.
    threads: engineThreads,
    connections: 1,
  })
  try {
    return await writeTruthFiles(engine, source, target, parts, offices, desks, () =>
      signal?.throwIfAborted(),
    )
  } finally {
    engine.close()
  }
}

function drawnFile(profile: string, recordType: string, file: AssembledFile): DrawnFile {
  return {
    path: `records/${file.name}`,
    profile,
    dataset: profile,
    recordType,
    profilePath: `profiles/${profile}.json`,
    bytes: file.bytes,
    sha256: file.sha256,
    records: file.records,
  }
}

/** Profiles and border posts go with the files, so that the folder explains itself. */
async function copyDeclarations(files: readonly DrawnFile[], draft: string): Promise<void> {
  await mkdir(join(draft, 'profiles'))
  await mkdir(join(draft, 'code-lists'))
  for (const { profilePath } of files) {
    await copyFile(join(parameterFolder, profilePath), join(draft, profilePath))
  }
  await copyFile(
    join(parameterFolder, 'border-posts.json'),
    join(draft, 'code-lists', 'border-posts.json'),
  )
}

function summary({ persons, crossings, unrecorded, records, registrations }: BlockCounts) {
  return { persons, crossings, unrecorded, records, registrations }
}

function errorsByCountry(offices: readonly Office[], counts: BlockCounts) {
  return Object.fromEntries(
    offices.map((office, i) => [
      office.parameters.country,
      Object.fromEntries(
        errorKinds.map((kind, k) => [kind, counts.errors[i * errorKinds.length + k]!]),
      ),
    ]),
  )
}
