import { guessFixedColumns, type FixedStretch } from './guess-fixed-columns.ts'
import { guessMissing, looksLikeHeader, type FileSample, type TextSample } from './layout-guess.ts'

/** Lines above the data that may be a title or a header. */
const mostHead = 10

/** A sample of a text of fixed width, its columns found in its lines of data. */
export function sampleFixedWidth({ start, encoding, encodingConfidence }: TextSample): FileSample {
  const all = start.split(/\r\n|\n|\r/)
  const filled = all.flatMap((text, at) => (text.trim() === '' ? [] : [{ text, at }]))
  const { head, data } = partHead(filled)
  const texts = data.map(({ text }) => text)
  const stretches = guessFixedColumns(texts)
  const header = head.at(-1)
  const names = header === undefined ? [] : namesAbove(header.text, stretches)
  const hasHeader = header !== undefined && looksLikeHeader(names)
  const skipLines = head.length === 0 ? 0 : header!.at + 1
  const length = Math.max(1, ...texts.map((text) => text.length))
  // A column reaches up to the next, so that values longer than those of the sample fit.
  const columns = stretches.map(({ from }, at) => ({
    name: (hasHeader && names[at]) || `#${at + 1}`,
    start: from + 1,
    width: (stretches[at + 1]?.from ?? length) - from,
  }))
  const rows = texts.map((text) =>
    columns.map(({ start: first, width }) => text.slice(first - 1, first - 1 + width).trim()),
  )
  const missing = guessMissing(rows)
  return {
    layout: {
      format: 'fixed',
      encoding,
      columns,
      ...(skipLines > 0 ? { skipLines } : {}),
      ...(missing.length > 0 ? { missing: [...missing] } : {}),
    },
    lines: [
      { part: 'format', value: 'fixed', confidence: columns.length > 1 ? 0.6 : 0.1 },
      { part: 'encoding', value: encoding, confidence: encodingConfidence },
      ...(skipLines > 0 ? [{ part: 'skipLines' as const, value: skipLines, confidence: 0.7 }] : []),
      { part: 'columns', value: columns.map(({ name }) => name), confidence: 0.4 },
      ...(missing.length > 0
        ? [{ part: 'missing' as const, value: missing, confidence: 0.8 }]
        : []),
    ],
    columns: columns.map(({ name }) => name),
    titles: head.slice(0, hasHeader ? -1 : undefined).map(({ text }) => text),
    rows,
  }
}

interface Line {
  readonly text: string
  readonly at: number
}

/** The lines above the first of data: those without a figure, where nearly all others have some. */
function partHead(lines: readonly Line[]): { head: readonly Line[]; data: readonly Line[] } {
  const hasFigure = ({ text }: Line) => /\d/.test(text)
  const rest = lines.slice(Math.min(mostHead, Math.floor(lines.length / 2)))
  if (rest.filter(hasFigure).length < rest.length * 0.9) {
    // Lines of words alone: the first is a header where its own words part as those below do.
    const stretches = guessFixedColumns(lines.slice(1).map(({ text }) => text))
    const [first, second] = [lines[0], lines[1]].map((line) =>
      looksLikeHeader(cellsOf(line?.text ?? '', stretches)),
    )
    return first && !second
      ? { head: lines.slice(0, 1), data: lines.slice(1) }
      : { head: [], data: lines }
  }
  const isShort = ({ text }: Line) => text.trim().length < rest[0]!.text.trim().length / 2
  let at = 0
  while (at < Math.min(mostHead, lines.length - 1)) {
    const line = lines[at]!
    const isTitle = isShort(line) && lines.slice(at, at + mostHead).some((one) => !hasFigure(one))
    if (hasFigure(line) && !isTitle) break
    at += 1
  }
  return { head: lines.slice(0, at), data: lines.slice(at) }
}

function cellsOf(text: string, stretches: readonly FixedStretch[]): readonly string[] {
  return stretches.map(({ from, to }) => text.slice(from, to).trim())
}

/** The words of a header line, each to the column above which it begins or that it reaches into. */
function namesAbove(text: string, stretches: readonly FixedStretch[]): readonly string[] {
  const names = stretches.map((): string[] => [])
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const end = index + word.length
    const overlaps = stretches.map(({ from, to }) => Math.min(end, to) - Math.max(index, from))
    const most = Math.max(...overlaps)
    const at = most > 0 ? overlaps.indexOf(most) : nearest(index, stretches)
    names[at]?.push(word)
  }
  return names.map((words) => words.join(' '))
}

function nearest(index: number, stretches: readonly FixedStretch[]): number {
  const distances = stretches.map(({ from }) => Math.abs(from - index))
  return distances.indexOf(Math.min(...distances))
}
