import type { ResidenceFileOptions } from './service.ts'

interface Row {
  readonly person: string
  readonly crossedAt: string
  readonly direction: string
}

interface Given {
  readonly person: string
  readonly state: 0 | 1
  readonly day: number
}

interface Answer {
  before: 0 | 1 | null
  beforeOn: number | null
  after: 0 | 1 | null
  afterOn: number | null
  migration: 0 | 1 | null
  migrationOn: number | null
}

/** A crossing of the history; `row` is undefined where it had to be supposed. */
interface Crossing {
  readonly day: number
  readonly isArrival: boolean
  readonly row?: number
  beside?: boolean
}

const aDay = 86_400_000
const isoOf = (day: number | null) =>
  day === null ? '' : new Date(day * aDay).toISOString().slice(0, 10)

/**
 * What `caudal measure residence` must write, for tests: the words of its definition carried out on a
 * calendar with `Date`, one row and one day at a time. It shares no code with the product, and finds the
 * day an answer became certain by ending observation on one day after another.
 */
export function answerFileDayByDay(
  rows: readonly Row[],
  options: Omit<ResidenceFileOptions, 'initial'>,
  given: readonly Given[] = [],
): string[] {
  const read = rows.map(readRow)
  const answers = rows.map(() => ',,,,,,,,history-set-aside')
  for (const person of new Set(rows.map((row) => row.person))) {
    if (person === '') {
      rows.forEach((row, at) => {
        if (row.person === '' && read[at] === undefined) answers[at] = ',,,,,,,,date-invalid'
      })
      continue
    }
    const own = rows.flatMap((row, at) => (row.person === person ? [at] : []))
    const kept: number[] = []
    let broken = false
    const problem = (at: number, name: string, breaks = false) => {
      answers[at] = `,,,,,,,,${name}`
      broken ||= breaks
    }
    const ordered = own
      .filter((at) => {
        if (read[at] === undefined) problem(at, 'date-invalid', true)
        return read[at] !== undefined
      })
      .toSorted((a, b) => read[a]!.instant - read[b]!.instant || a - b)
    for (const at of ordered) {
      const { day, instant, direction } = read[at]!
      const twin = kept.findLast((each) => read[each]!.direction === direction)
      if (day >= options.observedUntil) problem(at, 'after-observation')
      else if (direction === undefined) problem(at, 'direction-unknown', true)
      else if (
        twin !== undefined &&
        instant - read[twin]!.instant <= options.duplicateMinutes * 60_000
      ) {
        problem(at, 'duplicate')
      } else kept.push(at)
    }
    for (const at of kept) {
      const clash = kept.some((each) => each !== at && read[each]!.instant === read[at]!.instant)
      if (clash) problem(at, 'same-instant', true)
    }
    if (broken) continue
    const history = supplyMissing(kept.map((at) => ({ ...read[at]!, row: at })))
    const known = given.filter((each) => each.person === person)
    const decided = decide(history, options, known)
    history.forEach(({ row, beside, day }, k) => {
      if (row === undefined) return
      const { before, after, migration, beforeOn, afterOn, migrationOn } = decided[k]!
      const end = Math.min(day + options.criterion.windowDays, options.observedUntil)
      const present = placesOf(history, end)
        .slice(day - history[0]!.day)
        .filter(Boolean).length
      answers[row] = [
        ...[before, after, migration].map((value) => value ?? ''),
        ...[beforeOn, afterOn, migrationOn].map(isoOf),
        present,
        beside ? 1 : 0,
        '',
      ].join(',')
    })
  }
  return rows.map(
    ({ person, crossedAt, direction }, at) => `${person},${crossedAt},${direction},${answers[at]}`,
  )
}

function readRow({ crossedAt, direction }: Row) {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|([+-])(\d\d):?(\d\d))?)?$/.exec(
      crossedAt,
    )
  if (parts === null) return undefined
  const [year, month, date, hour, minute, second] = parts
    .slice(1, 7)
    .map((text) => Number(text ?? 0))
  const day = Date.UTC(year!, month! - 1, date) / aDay
  if (isoOf(day) !== crossedAt.slice(0, 10) || hour! > 23 || minute! > 59 || second! > 59) {
    return undefined
  }
  const zone = Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0)
  const local = day * aDay + ((hour! * 60 + minute!) * 60 + second!) * 1000
  const known = ['arrival', 'departure'].includes(direction.toLowerCase())
  return {
    day,
    instant: local - (parts[8] === '-' ? -zone : zone) * 60_000,
    direction: known ? direction.toLowerCase() : undefined,
  }
}

/** Two arrivals in a row imply a departure halfway, two departures an arrival. */
function supplyMissing(
  kept: readonly { day: number; direction: string | undefined; row: number }[],
): Crossing[] {
  const history: Crossing[] = []
  for (const { day, direction, row } of kept) {
    const last = history.at(-1)
    const isArrival = direction === 'arrival'
    const own: Crossing = { day: Math.max(day, last?.day ?? day), isArrival, row }
    if (last?.isArrival === isArrival) {
      history.push({ day: last.day + Math.floor((own.day - last.day) / 2), isArrival: !isArrival })
      last.beside = own.beside = true
    }
    history.push(own)
  }
  return history
}

/** Whether the person is in the country, one entry a day from the first crossing to `end`. */
function placesOf(history: readonly Crossing[], end: number): boolean[] {
  const places: boolean[] = []
  for (let day = history[0]!.day; day < end; day += 1) {
    places.push(history.findLast((crossing) => crossing.day <= day)!.isArrival)
  }
  return places
}

function decide(
  history: readonly Crossing[],
  { criterion, observedUntil, observedFrom }: Omit<ResidenceFileOptions, 'initial'>,
  given: readonly Given[],
): Answer[] {
  if (history.length === 0) return []
  const { thresholdDays: V, windowDays: W } = criterion
  const first = history[0]!
  const places = placesOf(history, observedUntil)
  const spent = (isArrival: boolean, from: number, to: number) =>
    places.slice(from - first.day, to - first.day).filter((inside) => inside === isArrival).length

  /** Whether a crossing that could migrate did, for all that is known when observation ends. */
  const outcome = (k: number, end: number): 0 | 1 | null => {
    const { day, isArrival } = history[k]!
    const observed = Math.min(end - day, W)
    const opposite = spent(!isArrival, day, day + observed)
    if (observed < W - V) return null
    if (opposite > W - V) return 0
    if (observed >= W) return 1
    return opposite > observed - V ? null : 1
  }

  const waiting = given.filter(({ day }) => day > first.day).toSorted((a, b) => a.day - b.day)
  let since = 0
  const answers: Answer[] = []
  history.forEach(({ day, isArrival }, k) => {
    let before: 0 | 1 | null
    let beforeOn: number | null
    if (k === 0) {
      const opposite = isArrival ? 0 : 1
      const known = given
        .filter((each) => each.day <= day)
        .toSorted((a, b) => a.day - b.day)
        .at(-1)
      const longSeen = observedFrom !== undefined && day - observedFrom >= V
      before = longSeen || known === undefined ? opposite : known.state
      beforeOn = day
    } else {
      before = answers[k - 1]!.after
      beforeOn = before === null ? null : Math.max(day, answers[k - 1]!.afterOn!)
    }
    while (beforeOn !== null && waiting.length > 0 && beforeOn >= waiting[0]!.day) {
      const { state } = waiting.shift()!
      if (state !== before) since = k
      before = state
    }
    const answer: Answer = {
      before,
      beforeOn,
      after: null,
      afterOn: null,
      migration: null,
      migrationOn: null,
    }
    answers.push(answer)
    if (before === (isArrival ? 1 : 0)) {
      Object.assign(answer, { after: before, afterOn: beforeOn })
      Object.assign(answer, { migration: 0, migrationOn: beforeOn })
    } else if (before !== null) {
      let end = day + 1
      while (end < observedUntil && outcome(k, end) === null) end += 1
      const found = outcome(k, end)
      if (found !== null) {
        const on = Math.max(beforeOn!, found === 1 ? end : end - 1)
        Object.assign(answer, { after: found === 1 ? 1 - before : before, afterOn: on })
        Object.assign(answer, { migration: found, migrationOn: on })
      }
    }
    for (let i = since; i < k; i += 1) {
      const could = answers[i]!.before === (history[i]!.isArrival ? 0 : 1)
      const isOpen = could && outcome(i, day) === null && history[i]!.isArrival !== isArrival
      if (!isOpen || answer.migration === 1) continue
      if (spent(history[i]!.isArrival, history[i]!.day, day) >= 2 * V - W) continue
      const on = Math.max(day, answers[i]!.beforeOn!)
      answer.migrationOn = answer.migration === 0 ? Math.min(on, answer.migrationOn!) : on
      answer.migration = 0
    }
  })
  for (const answer of answers) {
    if (answer.migration === 0 && answer.migrationOn! >= observedUntil) {
      Object.assign(answer, { migration: null, migrationOn: null })
    }
  }
  return answers
}
