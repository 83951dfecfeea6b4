import { messageRefusals } from './message-refusals.ts'

/** A record of a file of comma-separated values, with the line it begins in. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

const longestRecord = 1_000_000

/**
 * Records of CSV text, piece by piece.
 *
 * @throws Refusal `sdmx-message.malformed`
 * @see RFC 4180 (2005)
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  separator: ',' | ';' | undefined,
): AsyncGenerator<readonly CsvRecord[]> {
  const reader = new RecordReader(separator)
  for await (const piece of text) {
    reader.push(piece)
    if (reader.found.length > 0) yield reader.found.splice(0)
  }
  reader.end()
  if (reader.found.length > 0) yield reader.found.splice(0)
}

class RecordReader {
  readonly found: CsvRecord[] = []
  #separator: string | undefined
  #cells: string[] = []
  #cell = ''
  #line = 1
  #begins = 1
  #isQuoted = false
  /** A quote was met inside a quoted cell: a second one means itself, anything else ends it. */
  #isPending = false
  #wasReturn = false
  #isFirst = true

  constructor(separator: string | undefined) {
    this.#separator = separator
  }

  push(text: string): void {
    let from = this.#isFirst && text.startsWith('\ufeff') ? 1 : 0
    this.#separator ??= text.slice(0, 2000).split('\n')[0]!.includes(';') ? ';' : ','
    this.#isFirst = false
    for (; from < text.length; from++) this.#take(text[from]!)
  }

  end(): void {
    if (this.#isQuoted && !this.#isPending) {
      throw messageRefusals.refuse('malformed', { line: this.#begins, reason: '"' })
    }
    if (this.#cell !== '' || this.#cells.length > 0) this.#endRecord()
  }

  #take(character: string): void {
    if (this.#isQuoted) {
      if (this.#isPending) {
        this.#isPending = false
        if (character === '"') {
          this.#add('"')
          return
        }
        this.#isQuoted = false
      } else {
        if (character === '"') this.#isPending = true
        else {
          if (character === '\n') this.#line += 1
          this.#add(character)
        }
        return
      }
    }
    if (character === '\n' && this.#wasReturn) {
      this.#wasReturn = false
      return
    }
    this.#wasReturn = character === '\r'
    if (character === '"' && this.#cell === '') this.#isQuoted = true
    else if (character === this.#separator) {
      this.#cells.push(this.#cell)
      this.#cell = ''
    } else if (character === '\n' || character === '\r') {
      this.#line += 1
      if (this.#cell !== '' || this.#cells.length > 0) this.#endRecord()
      this.#begins = this.#line
    } else this.#add(character)
  }

  #add(character: string): void {
    this.#cell += character
    if (this.#cell.length > longestRecord) {
      throw messageRefusals.refuse('too-deep', { most: 1, longest: longestRecord })
    }
  }

  #endRecord(): void {
    this.#cells.push(this.#cell)
    this.found.push({ cells: this.#cells, line: this.#begins })
    this.#cells = []
    this.#cell = ''
  }
}
