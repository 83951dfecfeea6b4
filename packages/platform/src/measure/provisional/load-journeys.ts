import { civilNumber } from '@caudal/methods/numerics'
import type { Journeys } from '@caudal/methods/measure/provisional'
import { readQuery, type LakeEngine } from '../../store/index.ts'
import { readingPlainFile, type PlainFile } from '../../collect/plain-csv/plain-csv.ts'

const crossingColumns = ['person_id', 'crossed_at', 'direction'] as const

/** Journeys of a file, and the names of the groups that their codes stand for. */
export interface LoadedJourneys {
  readonly journeys: Journeys
  /** Names by code; empty where the file has none. */
  readonly groups: readonly string[]
}

/**
 * Reads crossings whole into columns of numbers: some fifty bytes a row. Rows without a person are
 * nobody's history and left aside.
 *
 * @param group column that figures are published by; all in one group where absent
 * @param traits columns that crossings are compared by, the coarsest first; the quarter is added
 */
export async function loadJourneys(
  engine: LakeEngine,
  file: PlainFile,
  group: string | undefined,
  traits: readonly string[],
): Promise<LoadedJourneys> {
  // The names of columns are the user's: in SQL they have places instead.
  const coded = [...(group === undefined ? [] : [group]), ...traits]
  const place = (column: string) => `c${file.header.indexOf(column)}`
  const kept = [
    ...crossingColumns.map((column) => `${place(column)} as ${column}`),
    ...coded.map((column, at) => `${place(column)} as t${at}`),
  ]
  await readingPlainFile(file, () =>
    engine.run(`create table written as select ${kept.join(', ')} from (${file.select('$1')})`, [
      file.path,
    ]),
  )
  await engine.run(`create table persons as
    select person_id, row_number() over ()::integer as person
    from (select distinct person_id from written where person_id is not null)`)
  for (const at of coded.keys()) {
    await engine.run(`create table codes${at} as
      select coalesce(t${at}, '') as name, (row_number() over (order by name) - 1)::integer as code
      from (select distinct t${at} from written)`)
  }
  const joins = coded.map(
    (_, at) => `join codes${at} on codes${at}.name = coalesce(written.t${at}, '')`,
  )
  const codes = coded.map((_, at) => `codes${at}.code as code${at}`)
  const sorted = engine.numbers(`
    select ${['person', 'day', 'crossings.direction', 'minute', ...codes].join(', ')}
    from (${readQuery('../residence/crossings.sql', import.meta.url)}) as crossings
    join written on written.rowid = file_row ${joins.join(' ')}
    where person > 0
    order by person, minute, file_row`)

  const [counted] = await engine.rows<{ rows: number }>(
    'select count(person_id) as rows from written',
  )
  const rows = counted!.rows
  const minutes = new Float64Array(rows)
  const days = new Int32Array(rows)
  const directions = new Int8Array(rows)
  const numbers = coded.map(() => new Int32Array(rows))
  const starts: number[] = []
  let at = 0
  let person = 0
  for await (const { columns, length } of sorted) {
    days.set(columns[1]!, at)
    directions.set(columns[2]!, at)
    minutes.set(columns[3]!, at)
    numbers.forEach((into, trait) => into.set(columns[4 + trait]!, at))
    for (let row = 0; row < length; row += 1) {
      if (columns[0]![row] === person) continue
      person = columns[0]![row]!
      starts.push(at + row)
    }
    at += length
  }
  starts.push(rows)
  const quarters = Int32Array.from(days, quarterOf)
  const names =
    group === undefined
      ? ['']
      : await engine.rows<{ name: string }>('select name from codes0 order by code')
  return {
    journeys: {
      starts: Int32Array.from(starts),
      minutes,
      days,
      directions,
      traits: [...numbers.slice(group === undefined ? 0 : 1), quarters],
      groups: group === undefined ? new Int32Array(rows) : numbers[0]!,
    },
    groups: names.map((row) => (typeof row === 'string' ? row : row.name)),
  }
}

function quarterOf(day: number): number {
  return Math.floor(((Math.floor(civilNumber(day) / 100) % 100) - 1) / 3)
}
