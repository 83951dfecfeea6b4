import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import {
  blockCount,
  compileOffice,
  compileRegion,
  emptyPopulation,
  errorKinds,
  populationScale,
  type Office,
  type RegionModel,
} from '@caudal/methods/synthetic'
import { openDuckDb } from '../store/index.ts'
import { assembleFile, type AssembledFile } from './assemble.ts'
import { drawBlocks, type BlockCounts } from './draw-blocks.ts'
import {
  abandonFolder,
  beginFolder,
  finishFolder,
  manifestName,
  type DrawingFolder,
} from './drawing-folder.ts'
import { completeOptions, type DrawRegionOptions } from './drawing-options.ts'
import { manifestKind, notice, type DrawnFile, type RegionManifest } from './manifest.ts'
import { writeIncidents, writePopulation } from './other-files.ts'
import { parameterFolder, readRegionParameters } from './region-parameters.ts'
import type { SpillPlan } from './spill.ts'
import { fingerprint, writeTruthFiles } from './truth-files.ts'

/** How far a drawing has come, from 0 to 1. */
export type OnDrawn = (done: number) => void

/** Memory of the engine that writes the tables of the truth. */
const engineMemory = 512 * 2 ** 20

/** Days in a bucket of lines: fewer for larger regions, so that a bucket stays small. */
function bucketDays(persons: number): number {
  return Math.max(3, Math.min(91, Math.round((91 * 1_000_000) / persons)))
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
  const model = compileRegion(parameters, options)
  const offices = options.countries.map((country) => {
    const found = parameters.offices.find((office) => office.country === country)
    if (!found) throw new Error(`no office for ${country}`)
    return compileOffice(model, found, parameters.errors)
  })
  const folder = await beginFolder(given.out)
  try {
    const manifest = await draw(model, offices, folder, given.signal, onDrawn)
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
  model: RegionModel,
  offices: readonly Office[],
  { draft }: DrawingFolder,
  signal: AbortSignal | undefined,
  onDrawn: OnDrawn,
): Promise<RegionManifest> {
  const { options } = model
  const records = join(draft, 'records')
  const truth = join(draft, 'truth')
  const spill = join(draft, 'spill')
  for (const one of [records, truth, spill]) await mkdir(one)
  const days = bucketDays(options.persons)
  const plan: SpillPlan = {
    folder: spill,
    firstDay: model.firstDay,
    bucketDays: days,
    buckets: Math.ceil((model.lastDay - model.firstDay + 1) / days),
    encodings: offices.map((office) => office.parameters.file.encoding),
  }
  const blocks = blockCount(options.persons)
  let block = 0
  const counts = await walk(drawBlocks(model, offices, plan, 0, 0, blocks), signal, () => {
    block += 1
    onDrawn((0.7 * block) / blocks)
  })
  const files: DrawnFile[] = []
  for (const [index, office] of offices.entries()) {
    const file = await walk(assembleFile(office, index, plan, 1, records), signal, () => {})
    files.push(drawnFile(office.parameters.profile, 'movement', file))
    onDrawn(0.7 + (0.18 * (index + 1)) / offices.length)
  }
  const population = { ...emptyPopulation(model), counts: counts.population }
  const scale = populationScale(model, population)
  files.push(drawnFile('synthetic-incidents', 'incident', await writeIncidents(model, records)))
  files.push(
    drawnFile(
      'synthetic-population',
      'observation',
      await writePopulation(model, population, scale, records),
    ),
  )
  const tables = await writeTruth(spill, truth, offices.length, signal, () => {})
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
    populationScale: scale,
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

/** Runs steps one by one, letting others in between them, until done or given up. */
async function walk<Step, Result>(
  steps: Generator<Step, Result>,
  signal: AbortSignal | undefined,
  onStep: (step: Step) => void,
): Promise<Result> {
  try {
    for (;;) {
      signal?.throwIfAborted()
      const step = steps.next()
      if (step.done) return step.value
      onStep(step.value)
      await breathe()
    }
  } finally {
    steps.return(undefined as Result)
  }
}

async function writeTruth(
  source: string,
  target: string,
  offices: number,
  signal: AbortSignal | undefined,
  onTable: () => void,
) {
  const engine = await openDuckDb({
    temporaryFolder: source,
    memoryLimit: engineMemory,
    connections: 1,
  })
  try {
    return await writeTruthFiles(engine, source, target, 1, offices, () => {
      signal?.throwIfAborted()
      onTable()
    })
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

function summary({ persons, crossings, unrecorded, records }: BlockCounts) {
  return { persons, crossings, unrecorded, records }
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
