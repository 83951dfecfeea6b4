import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { repairJourney } from '@caudal/methods/link'
import {
  checkCriterion,
  decideMigrations,
  residenceCriteria,
  type GivenState,
  type ResidenceCriterion,
} from '@caudal/methods/measure/residence'
import { openDuckDb, readQuery, type LakeEngine } from '../../store/index.ts'
import { createOutcomeColumns, placeOutcomes, type OutcomeColumns } from './outcome-columns.ts'
import { outcomeHeader, outcomeLine, type WrittenCrossing } from './outcome-csv.ts'
import { residenceFileRefusals } from './refusals.ts'

export interface ResidenceFileOptions {
  readonly criterion: ResidenceCriterion
  /** First day that is no longer observed, days since 1970-01-01. */
  readonly observedUntil: number
  readonly observedFrom?: number | undefined
  readonly duplicateMinutes: number
  /** File of states known from outside: person_id, state, as_of. */
  readonly initial?: string | undefined
}

/** How many rows the file had, and how many of them have no answer. */
export interface ResidenceFileReport {
  readonly rows: number
  readonly migrations: number
  readonly undecided: number
  readonly problems: number
}

interface SortedCrossing {
  readonly file_row: number
  readonly person_id: string
  readonly minute: number | null
  readonly day: number | null
  readonly direction: number
  readonly given: readonly GivenState[] | null
}

/** Twelve months in sixteen, unless the series says otherwise. */
export const defaultCriterion: ResidenceCriterion = residenceCriteria['twelve-in-sixteen']

const crossingColumns = ['person_id', 'crossed_at', 'direction'] as const
const stateColumns = ['person_id', 'state', 'as_of'] as const
const linesAtOnce = 4096

/**
 * Applies the residence rule to a file of crossings and writes one line per row, in its order.
 * The engine reads and sorts; the rule is one ordered pass that holds 23 bytes a row.
 *
 * @throws Refusal where the criterion has no meaning or a file cannot be read
 */
export async function measureResidenceFile(
  file: string,
  options: ResidenceFileOptions,
  write: (text: string) => Promise<void>,
): Promise<ResidenceFileReport> {
  checkCriterion(options.criterion)
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-residence-'))
  const engine = await openDuckDb({ temporaryFolder: scratch })
  try {
    await checkColumns(engine, file, crossingColumns)
    if (options.initial !== undefined) await checkStates(engine, options.initial)
    const columns = await decideFile(engine, file, options)
    return await writeAnswer(engine, file, columns, write)
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

const readCsv = (parameter: string) =>
  `read_csv(${parameter}, all_varchar = true, header = true, max_line_size = 16777216)`

async function decideFile(
  engine: LakeEngine,
  file: string,
  options: ResidenceFileOptions,
): Promise<OutcomeColumns> {
  const [counted] = await engine.rows<{ rows: number }>(
    `select count(*) as rows from ${readCsv('$1')}`,
    [file],
  )
  const columns = createOutcomeColumns(counted?.rows ?? 0)
  const crossings = readQuery('./crossings.sql', import.meta.url).replace(
    /\{crossings\}$/m,
    readCsv('$1'),
  )
  const sorted =
    options.initial === undefined
      ? engine.stream<SortedCrossing>(crossings, [file])
      : engine.stream<SortedCrossing>(withStates(crossings), [file, options.initial])

  const person = new PersonRows()
  const decide = () => {
    if (person.length > 0) decidePerson(person, options, columns)
  }
  for await (const rows of sorted) {
    for (const row of rows) {
      if (row.person_id !== person.id) {
        decide()
        person.start(row.person_id, row.given ?? [])
      }
      person.add(row)
    }
  }
  decide()
  return columns
}

/** The rows of the person that is being read. */
class PersonRows {
  id: string | undefined
  given: readonly GivenState[] = []
  readonly fileRows: number[] = []
  readonly minutes: number[] = []
  readonly days: number[] = []
  readonly directions: number[] = []

  get length(): number {
    return this.fileRows.length
  }

  start(id: string, given: readonly GivenState[]): void {
    this.id = id
    this.given = given
    for (const column of [this.fileRows, this.minutes, this.days, this.directions])
      column.length = 0
  }

  add(row: SortedCrossing): void {
    this.fileRows.push(row.file_row)
    this.minutes.push(row.minute ?? Number.NaN)
    this.days.push(row.day ?? Number.NaN)
    this.directions.push(row.direction)
  }
}

function decidePerson(
  person: PersonRows,
  options: ResidenceFileOptions,
  columns: OutcomeColumns,
): void {
  const { observedUntil, observedFrom, duplicateMinutes } = options
  const journey = repairJourney(person, {
    observedUntil,
    duplicateMinutes,
    personKnown: person.id !== '',
  })
  const outcomes = decideMigrations(
    { days: journey.days, firstIsArrival: journey.firstIsArrival, length: journey.days.length },
    options.criterion,
    { observedUntil, observedFrom, given: person.given },
  )
  placeOutcomes(columns, person.fileRows, journey, outcomes)
}

function withStates(crossings: string): string {
  return `
    with crossings as (${crossings}),
    states as (
      select person_id, list({state: state::integer, day: as_of::date - date '1970-01-01'} order by as_of::date) as given
      from ${readCsv('$2')} group by person_id
    )
    select crossings.*, given from crossings left join states using (person_id)
    order by person_id, minute nulls last, file_row`
}

async function checkStates(engine: LakeEngine, file: string): Promise<void> {
  await checkColumns(engine, file, stateColumns)
  const [bad] = await engine.rows<{ line: number; state: string | null; day: string | null }>(
    `select line, state, as_of as day
     from (select row_number() over () + 1 as line, * from ${readCsv('$1')})
     where state is null or state not in ('0', '1')
       or as_of is null or not regexp_full_match(as_of, '\\d{4}-\\d{2}-\\d{2}') or try_cast(as_of as date) is null
     order by line limit 1`,
    [file],
  )
  if (bad === undefined) return
  throw residenceFileRefusals.refuse('state-unreadable', {
    line: bad.line,
    file: basename(file),
    state: bad.state ?? '',
    day: bad.day ?? '',
  })
}

async function checkColumns(
  engine: LakeEngine,
  file: string,
  needed: readonly string[],
): Promise<void> {
  const columns = await engine
    .rows<{ column_name: string }>(`describe select * from ${readCsv('$1')}`, [file])
    .catch((error: Error) => {
      throw unreadable(file, error)
    })
  const present = columns.map(({ column_name: name }) => name)
  const missing = needed.find((name) => !present.includes(name))
  if (missing !== undefined) {
    throw residenceFileRefusals.refuse('crossings-column-missing', {
      file: basename(file),
      column: missing,
      columns: present.join(', '),
      needed: needed.join(', '),
    })
  }
}

async function writeAnswer(
  engine: LakeEngine,
  file: string,
  columns: OutcomeColumns,
  write: (text: string) => Promise<void>,
): Promise<ResidenceFileReport> {
  await write(outcomeHeader)
  const written = engine.stream<WrittenCrossing>(
    `select ${crossingColumns.join(', ')} from ${readCsv('$1')}`,
    [file],
  )
  let row = 0
  let lines: string[] = []
  for await (const crossings of written) {
    for (const crossing of crossings) {
      lines.push(outcomeLine(crossing, columns, row))
      row += 1
    }
    if (lines.length >= linesAtOnce) {
      await write(lines.join(''))
      lines = []
    }
  }
  await write(lines.join(''))
  return reportOf(columns)
}

function reportOf({ migration, problems }: OutcomeColumns): ResidenceFileReport {
  let migrations = 0
  let undecided = 0
  let withProblem = 0
  for (let row = 0; row < migration.length; row += 1) {
    if (problems[row] !== 0) withProblem += 1
    else if (migration[row] === 1) migrations += 1
    else if (migration[row] !== 0) undecided += 1
  }
  return { rows: migration.length, migrations, undecided, problems: withProblem }
}

function unreadable(file: string, error: Error): Error {
  const reason = error.message.split('\n')[0] ?? ''
  return residenceFileRefusals.refuse('crossings-unreadable', {
    file: basename(file),
    reason: reason.replace(/^.*?Error: /, ''),
  })
}
