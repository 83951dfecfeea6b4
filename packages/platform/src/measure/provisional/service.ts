import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvLine } from '@caudal/methods/measure'
import {
  backTest,
  estimateProvisional,
  figureInterval,
  figureStatus,
  listCells,
  summariseBackTest,
  type BackTestSummary,
  type ProvisionalFigure,
} from '@caudal/methods/measure/provisional'
import { isoDay } from '@caudal/methods/numerics'
import { checkCriterion, type ResidenceCriterion } from '@caudal/methods/measure/residence'
import { openDuckDb } from '../../store/index.ts'
import { openPlainFile } from '../../collect/plain-csv/plain-csv.ts'
import { loadJourneys } from './load-journeys.ts'

export interface ProvisionalFileOptions {
  readonly criterion: ResidenceCriterion
  /** Ends of observation, one a release. */
  readonly releases: readonly number[]
  readonly observedFrom?: number | undefined
  readonly duplicateMinutes: number
  /** Column that figures are published by. */
  readonly group?: string | undefined
  /** Columns that crossings are compared by, the coarsest first. */
  readonly traits: readonly string[]
}

export interface ProvisionalReport {
  readonly figures: number
  /** Of the last release. */
  readonly dispersion: number
  readonly backTest: BackTestSummary
}

const header = [
  'release',
  'month',
  'direction',
  'group',
  'crossings',
  'decided',
  'undecided',
  'estimate',
  'standard_error',
  'low_80',
  'high_80',
  'low_95',
  'high_95',
  'status',
]

/**
 * Estimates the migrations of every month in a file of crossings as each release sees them, and
 * writes one line a release, month, direction and group.
 *
 * @throws Refusal where the criterion has no meaning or the file cannot be read
 */
export async function estimateProvisionalFile(
  path: string,
  options: ProvisionalFileOptions,
  write: (text: string) => Promise<void>,
): Promise<ProvisionalReport> {
  checkCriterion(options.criterion)
  const file = await openPlainFile(path, [
    'person_id',
    'crossed_at',
    'direction',
    ...(options.group === undefined ? [] : [options.group]),
    ...options.traits,
  ])
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-provisional-'))
  const engine = await openDuckDb({ temporaryFolder: join(scratch, 'spill') })
  try {
    const { journeys, groups } = await loadJourneys(engine, file, options.group, options.traits)
    const cells = listCells(journeys)
    await write(csvLine(header))
    let figures = 0
    let dispersion = 1
    let summary = summariseBackTest({ tested: [], dispersion })
    for (const observedUntil of options.releases) {
      const release = { ...options, observedUntil }
      const tested = backTest(journeys, cells, release)
      dispersion = tested.dispersion
      summary = summariseBackTest(tested)
      const found = estimateProvisional(journeys, cells, { ...release, dispersion })
      figures += found.length
      const lines = found.map((figure) =>
        figureLine(figure, observedUntil, groups, options.criterion),
      )
      await write(lines.join(''))
    }
    return { figures, dispersion, backTest: summary }
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

function figureLine(
  figure: ProvisionalFigure,
  observedUntil: number,
  groups: readonly string[],
  criterion: ResidenceCriterion,
): string {
  const [low80, high80] = figureInterval(figure, 80)
  const [low95, high95] = figureInterval(figure, 95)
  return csvLine([
    isoDay(observedUntil),
    `${Math.floor(figure.month / 100)}-${String(figure.month % 100).padStart(2, '0')}`,
    figure.direction === 1 ? 'arrival' : 'departure',
    groups[figure.group]!,
    figure.crossings,
    figure.decided,
    figure.undecided,
    ...[figure.estimate, Math.sqrt(figure.variance), low80, high80, low95, high95].map(rounded),
    figureStatus(figure.month, observedUntil, criterion),
  ])
}

/** Thousandths of a migration are more than anyone can use. */
const rounded = (value: number) => Math.round(value * 1000) / 1000
