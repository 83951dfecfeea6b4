import { JourneyRepair, JourneyRows, type RepairOptions } from '@caudal/methods/link'
import { readQuery, type LakeEngine } from '../../store/index.ts'

/** Crossings that are read at once, and repaired before the next are. */
const crossingsAtOnce = 524_288

/** How the crossings of a country's persons fared; counts of crossings unless said otherwise. */
export interface RepairCounts {
  readonly crossings: number
  readonly inserted: number
  /** Crossings that are not part of a history. */
  readonly problems: number
  /** Persons whose whole history was set aside. */
  readonly setAside: number
}

/**
 * Repairs the journeys of `link_crossings`: makes `link_repaired` (row, problem, gap, ordered, place,
 * day), one row per recorded crossing, and `link_inserted` (person, place, day, direction, row), one
 * per crossing that had to be inserted, with the row of the recorded one after it. One ordered pass in
 * parts, whose memory is that of a part and of the longest history.
 */
export async function repairCrossings(
  session: LakeEngine,
  options: RepairOptions,
): Promise<RepairCounts> {
  const order = readQuery('./crossings.sql', import.meta.url)
  await session.run(`create or replace temp table link_ordered as ${order}`)
  await session.run(`create or replace temp table link_repaired
    (row integer, problem tinyint, gap tinyint, ordered tinyint, place integer, day integer)`)
  await session.run(`create or replace temp table link_inserted
    (person integer, place integer, day integer, direction tinyint, row integer)`)
  const [table] = await session.rows<{ crossings: number }>(
    'select count(*) as crossings from link_ordered',
  )
  const pass = new RepairPass(options)
  for (let from = 0; from < table!.crossings; from += crossingsAtOnce) {
    for await (const { columns, length } of session.numbers(
      `select person, row, day, direction, timed, minute from link_ordered
       where rowid >= ${from} and rowid < ${from + crossingsAtOnce} order by rowid`,
    )) {
      const [persons, rows, days, directions, timed, minutes] = columns
      for (let at = 0; at < length; at += 1) {
        pass.take(persons![at]!, {
          row: rows![at]!,
          day: days![at]!,
          direction: directions![at]!,
          timed: timed![at] === 1,
          minute: minutes![at]!,
        })
      }
    }
    if (from + crossingsAtOnce >= table!.crossings) pass.end()
    await pass.handOver(session)
  }
  await session.run('drop table link_ordered')
  return { crossings: table!.crossings, ...pass.counts }
}

type Numbers = Int8Array | Int32Array

/** Rows of numbers that wait for the engine to take them over. */
class Waiting {
  readonly #columns: Numbers[]
  length = 0

  constructor(...columns: Numbers[]) {
    this.#columns = columns
  }

  add(...values: number[]): void {
    if (this.length === this.#columns[0]!.length) {
      this.#columns.forEach((column, at) => {
        const bigger =
          column instanceof Int8Array
            ? new Int8Array(2 * column.length)
            : new Int32Array(2 * column.length)
        bigger.set(column)
        this.#columns[at] = bigger
      })
    }
    values.forEach((value, at) => (this.#columns[at]![this.length] = value))
    this.length += 1
  }

  async handOver(session: LakeEngine, table: string): Promise<void> {
    await session.append(table, { columns: this.#columns, length: this.length })
    this.length = 0
  }
}

const tiny = () => new Int8Array(4096)
const whole = () => new Int32Array(4096)

/** One pass over crossings in order of person and instant. */
class RepairPass {
  readonly #repair: JourneyRepair
  readonly #rows = new JourneyRows()
  readonly #repaired = new Waiting(whole(), tiny(), tiny(), tiny(), whole(), whole())
  readonly #inserted = new Waiting(whole(), whole(), whole(), tiny(), whole())
  counts = { inserted: 0, problems: 0, setAside: 0 }

  constructor(options: RepairOptions) {
    this.#repair = new JourneyRepair(options)
  }

  take(person: number, crossing: Parameters<JourneyRows['add']>[0]): void {
    if (person !== this.#rows.person) {
      this.end()
      this.#rows.begin(person)
    }
    this.#rows.add(crossing)
  }

  /** Repairs the journey that has come whole. */
  end(): void {
    const rows = this.#rows
    if (rows.length === 0) return
    rows.orderUntimed()
    const journey = this.#repair.repair(rows)
    if (journey.length === 0) this.counts.setAside += 1
    let next = 0
    for (let row = 0; row < rows.length; row += 1) {
      const place = journey.places[row]!
      const problem = journey.problems[row]!
      if (problem !== 0) this.counts.problems += 1
      for (; place !== -1 && next < place; next += 1) {
        // the history alternates, so the direction of a place follows from the first
        const arrival = (next % 2 === 0) === journey.firstIsArrival
        const values = [rows.person, next, journey.days[next]!, arrival ? 1 : 0, rows.rows[row]!]
        this.#inserted.add(...values)
        this.counts.inserted += 1
      }
      if (place !== -1) next = place + 1
      this.#repaired.add(
        rows.rows[row]!,
        problem,
        journey.imputed[row]!,
        rows.ordered[row]!,
        place,
        place === -1 ? rows.days[row]! : journey.days[place]!,
      )
    }
    rows.length = 0
  }

  async handOver(session: LakeEngine): Promise<void> {
    await this.#repaired.handOver(session, 'link_repaired')
    await this.#inserted.handOver(session, 'link_inserted')
  }
}
