/** A column of a text of fixed width: its first letter, from 0, and the letter after its last. */
export interface FixedStretch {
  readonly from: number
  readonly to: number
}

/** Lines that are looked at. */
const mostLines = 400
/** Share of the lines that must agree. */
const almostAll = 0.97

/**
 * Where the columns of lines of fixed width lie: between letters that are spaces in every line, and,
 * where columns touch, around days that stand at the same place in every line and where figures end and
 * letters begin in every line.
 *
 * @param lines of data, without header
 */
export function guessFixedColumns(lines: readonly string[]): readonly FixedStretch[] {
  const looked = lines.slice(0, mostLines)
  const length = Math.max(0, ...looked.map((line) => line.trimEnd().length))
  const isGap = Array.from({ length }, (_, at) => looked.every((line) => (line[at] ?? ' ') === ' '))
  const stretches: FixedStretch[] = []
  for (let from = 0; from < length; from += 1) {
    if (isGap[from]) continue
    let to = from
    while (to < length && !isGap[to]) to += 1
    stretches.push(...cutStretch(looked, { from, to }))
    from = to
  }
  return stretches
}

/** A stretch without a gap, cut where its columns touch. */
function cutStretch(lines: readonly string[], { from, to }: FixedStretch): FixedStretch[] {
  const texts = lines.map((line) => line.slice(from, to)).filter((text) => text.trim() !== '')
  if (texts.length < 3) return [{ from, to }]
  const cuts = new Set<number>()
  for (let at = 0; at < to - from; at += 1) {
    const length = lengthOfDay(texts, at)
    if (length > 0) {
      cuts.add(at).add(at + length)
      at += length - 1
    } else if (at > 0 && share(texts, (text) => endsFigures(text, at)) === 1) cuts.add(at)
  }
  const ends = [...cuts].filter((at) => at > 0 && at < to - from).sort((a, b) => a - b)
  return [0, ...ends].map((start, place) => ({
    from: from + start,
    to: from + (ends[place] ?? to - from),
  }))
}

/** Letters of the day, and of the time that follows it, that every text has at a place; 0 of none. */
function lengthOfDay(texts: readonly string[], at: number): number {
  const days = [/^(?:19|20)\d\d([-/.]?)\d\d\1\d\d/, /^\d\d([-/.]?)\d\d\1(?:19|20)\d\d/]
  for (const day of days) {
    // Figures that go on before it are a longer number.
    if (share(texts, (text) => /\d/.test(text[at - 1] ?? '') && /^\d{8}/.test(text.slice(at))) > 0)
      continue
    const found = texts.map((text) => day.exec(text.slice(at, at + 10))?.[0] ?? '')
    const length = found[0]!.length
    const areDays = share(found, (text) => text.length === length && isDay(text)) >= almostAll
    if (length === 0 || !areDays || new Set(found).size < 2) continue
    return length + lengthOfTime(texts, at + length)
  }
  return 0
}

function lengthOfTime(texts: readonly string[], at: number): number {
  const time = /^(?:[ T]?(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|(?:[01]\d|2[0-3])[0-5]\d(?!\d))/
  const found = texts.map((text) => time.exec(text.slice(at))?.[0] ?? '')
  const length = found[0]!.length
  return share(found, (text) => text.length === length) === 1 ? length : 0
}

function isDay(text: string): boolean {
  const figures = text.replaceAll(/\D/g, '')
  const isYearFirst = /^(19|20)\d\d([-/.]|\d{4}$)/.test(text) && Number(figures.slice(4, 6)) <= 12
  const [one, other] = isYearFirst
    ? [figures.slice(4, 6), figures.slice(6, 8)]
    : [figures.slice(0, 2), figures.slice(2, 4)]
  const [least, most] = [Number(one), Number(other)].sort((a, b) => a - b)
  return least! >= 1 && least! <= 12 && most! <= 31
}

function endsFigures(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at] ?? '')
}

function share(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.filter(test).length / Math.max(1, texts.length)
}
