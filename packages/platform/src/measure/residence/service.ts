import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkCriterion,
  residenceCriteria,
  type ResidenceCriterion,
} from '@caudal/methods/measure/residence'
import { openDuckDb, readQuery, type LakeEngine } from '../../store/index.ts'
import { openPlainFile, readingPlainFile } from '../../collect/plain-csv/plain-csv.ts'
import { decideCrossings, type DecisionOptions } from './decide-crossings.ts'
import { readGivenStates, stateColumns } from './given-states.ts'
import { answerSql, OutcomeTable, type ResidenceFileReport } from './outcome-table.ts'

export type { ResidenceFileReport } from './outcome-table.ts'

export interface ResidenceFileOptions extends DecisionOptions {
  /** File of states known from outside: person_id, state, as_of. */
  readonly initial?: string | undefined
}

/** Twelve months in sixteen, unless the series says otherwise. */
export const defaultCriterion: ResidenceCriterion = residenceCriteria['twelve-in-sixteen']

const crossingColumns = ['person_id', 'crossed_at', 'direction'] as const

/**
 * Applies the residence rule to a file of crossings and writes one line per row, in its order.
 * The engine reads, sorts and writes; the rule is one ordered pass between.
 *
 * @throws Refusal where the criterion has no meaning or a file cannot be read
 */
export async function measureResidenceFile(
  file: string,
  options: ResidenceFileOptions,
  write: (part: Uint8Array) => Promise<void>,
): Promise<ResidenceFileReport> {
  checkCriterion(options.criterion)
  const crossings = await openPlainFile(file, crossingColumns)
  const states =
    options.initial === undefined ? undefined : await openPlainFile(options.initial, stateColumns)
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-residence-'))
  const engine = await openDuckDb({ temporaryFolder: join(scratch, 'spill') })
  try {
    await readingPlainFile(crossings, () =>
      engine.run(`create table written as ${crossings.select('$1', crossingColumns)}`, [
        crossings.path,
      ]),
    )
    await engine.run(`create table persons as
      select person_id, row_number() over ()::integer as person
      from (select distinct person_id from written where person_id is not null)`)
    const given = states === undefined ? new Map() : await readGivenStates(engine, states)
    const table = new OutcomeTable(engine)
    await table.create()
    const sorted = engine.numbers(readQuery('./crossings.sql', import.meta.url))
    await decideCrossings(sorted, options, given, table)
    await writeAnswer(engine, join(scratch, 'answer.csv'), write)
    return table.report
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

async function writeAnswer(
  engine: LakeEngine,
  answer: string,
  write: (part: Uint8Array) => Promise<void>,
): Promise<void> {
  await engine.run(`copy (${answerSql}) to '${answer.replaceAll("'", "''")}' (format csv, header)`)
  for await (const part of createReadStream(answer, { highWaterMark: 2 ** 20 })) {
    await write(part as Uint8Array)
  }
}
