import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  attackFolder,
  protectCells,
  protectMicrodata,
  type ProtectReport,
} from '../../packages/platform/src/protect/service.ts'
import type { Coarsened } from '@caudal/methods/protect'
import { attackersOf, attackRelease, type AttackResult } from './attack-release.ts'
import { attackRevision } from './attack-revision.ts'
import { cellsFileOf } from './cells-file.ts'
import { readFolder, type OutsideAttacker, type OutsideView } from './outside-attacker.ts'
import { drawRecords, recordsCsv, reviseRecords, type RandomRecords } from './random-records.ts'
import { requirementsOf, type Requirement } from './requirements.ts'

/** How a release is brought: its records, its cells, or its records twice. */
export type TrialKind = 'table' | 'cells' | 'added' | 'corrected'

export interface Trial extends AttackResult {
  readonly kind: TrialKind
  readonly release: RandomRecords
  readonly view: OutsideView
  readonly requirements: readonly Requirement[]
  /** What the door itself says of the folder that it wrote: leaks that `caudal protect attack` finds. */
  readonly ownLeaks: number
  /** Seconds that protection took, without the attack from outside. */
  readonly seconds: number
  /** What hid whole levels of detail, or all that had changed, as a last resort; empty where nothing did. */
  readonly coarsened: readonly Coarsened[]
  /** Cells of the last release, and those of them that are shown. */
  readonly cells: number
  readonly shown: number
}

const kinds: readonly TrialKind[] = ['table', 'table', 'cells', 'added', 'table', 'corrected']

export const kindOf = (seed: number): TrialKind => kinds[seed % kinds.length]!

/** Protects the release of a seed file by file, as its owner would, and attacks what was written. */
export async function runTrial(seed: number, attacker: OutsideAttacker): Promise<Trial> {
  const started = performance.now()
  let seconds = 0
  const kind = kindOf(seed)
  const release = drawRecords(seed)
  const folder = mkdtempSync(join(tmpdir(), 'caudal-outside-'))
  const path = (name: string) => join(folder, name)
  const reports: ProtectReport[] = []
  try {
    for (const [column, text] of Object.entries(release.hierarchies)) {
      writeFileSync(path(`${column}.csv`), text)
    }
    writeFileSync(path('spec.json'), JSON.stringify(release.spec))
    const protectRecords = async (each: RandomRecords, out: string, earlier: readonly string[]) => {
      writeFileSync(path(`${out}-records.csv`), recordsCsv(each))
      const records = path(`${out}-records.csv`)
      const report = await protectMicrodata(
        records,
        path('spec.json'),
        path(out),
        undefined,
        earlier,
      )
      reports.push(report)
      const view = readFolder(path(out), each)
      return { view, requirements: requirementsOf(view, each) }
    }
    let done: { view: OutsideView; requirements: Requirement[] }
    let marked: ReadonlySet<string> = new Set()
    if (kind === 'cells') {
      const cells = cellsFileOf(release, seed)
      marked = cells.marked
      writeFileSync(path('cells.csv'), cells.text)
      reports.push(await protectCells(path('cells.csv'), path('spec.json'), path('out')))
      const view = readFolder(path('out'), release)
      done = { view, requirements: requirementsOf(view, release, marked) }
    } else done = await protectRecords(release, 'out', [])
    let result: AttackResult
    if (kind === 'added' || kind === 'corrected') {
      const later = reviseRecords(release, seed, kind === 'corrected')
      const after = await protectRecords(later, 'later', [path('out')])
      seconds = (performance.now() - started) / 1000
      result = attackRevision(attacker, release, done, after, kind === 'corrected')
    } else {
      seconds = (performance.now() - started) / 1000
      const attackers = attackersOf(done.view, release)
      result = attackRelease(attacker, done.view, attackers, done.requirements)
    }
    const { leaks } = await attackFolder(path('out'), undefined, false)
    const last = reports.at(-1)!
    return {
      kind,
      release,
      ...done,
      ...result,
      seconds,
      ownLeaks: leaks.length,
      coarsened: reports.flatMap(({ coarsened }) => coarsened ?? []),
      cells: last.cells,
      shown: last.cells - last.suppressed,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
