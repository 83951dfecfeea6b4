import { closeSync, openSync, read, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Observation, ObservationStream, SeriesHead } from '@caudal/methods/exchange'
import { endsOfSeries } from './ends-of-series.ts'
import {
  indexName,
  layout,
  packedName,
  PackedPiece,
  recordBytes,
  type PackedManifest,
} from './packed-layout.ts'
import type { Availability, FigureQuestion } from './published-figures.ts'
import { SaidOfFigures } from './said-of-figures.ts'
import { SeriesIndex, type WantedCodes } from './series-index.ts'

/** Figures that were packed, and what their series are described with. */
export interface PackedFile {
  readonly folder: string
  /** Instant of the dissemination, milliseconds since 1970. */
  readonly at: number
  readonly packed: PackedManifest
  /** Ids in the order of the key. */
  readonly dimensions: readonly string[]
  readonly seriesAttributes: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const readAt = promisify(read)

/** Bytes up to which the way to another thread and back takes longer than to read them. */
const readHere = 64 * 1024

/** Observations read at once, and how many that are not wanted are read through. */
const recordsAtOnce = 8192
const readThrough = 1024

/** Observations told at once: what becomes text is gone before the collector would call it old. */
const toldAtOnce = 1024

/** Reads packed figures at their places, in bounded memory and without the engine. */
export class PackedFigures {
  readonly #file: PackedFile
  readonly #places: ReadonlyMap<string, ReadonlyMap<string, number>>
  #index: Promise<SeriesIndex> | undefined

  constructor(file: PackedFile) {
    this.#file = file
    this.#places = new Map(
      file.dimensions.map((id, d) => [
        id,
        new Map(file.packed.codes[d]!.map((code, place) => [code, place])),
      ]),
    )
  }

  /** Whether a question is one of these: others need an order or a comparison of the engine's. */
  static answers({ order, others }: FigureQuestion): boolean {
    return (order ?? []).length === 0 && (others ?? []).length === 0
  }

  async *read(
    question: FigureQuestion,
  ): ObservationStream & AsyncGenerator<readonly Observation[]> {
    const read = this.#observations(question)
    const { first, last } = question
    if (first === undefined && last === undefined) yield* read
    else yield* endsOfSeries(read, first, last)
  }

  /** What there is of a question: codes, periods and counts. */
  async measureAvailability(question: FigureQuestion): Promise<Availability> {
    const { packed, dimensions } = this.#file
    const { columns } = await this.#opened()
    const codes = packed.codes.map(({ length }) => new Uint8Array(length))
    const periods = new Uint8Array(packed.periods.length)
    let seriesCount = 0
    let observationCount = 0
    let counted = -1
    for await (const { piece, places, series, length } of this.#found(question)) {
      for (let i = 0; i < length; i++) {
        periods[piece.shorts[places[i]! * 8 + layout.period]!] = 1
        const of = series[i]!
        if (of === counted) continue
        counted = of
        seriesCount += 1
        for (let d = 0; d < codes.length; d++) codes[d]![columns[d]![of]!] = 1
      }
      observationCount += length
    }
    const met = (words: readonly string[], marks: Uint8Array) =>
      words.filter((_, place) => marks[place] === 1)
    return {
      codes: Object.fromEntries(dimensions.map((id, d) => [id, met(packed.codes[d]!, codes[d]!)])),
      periods: met(packed.periods, periods),
      seriesCount,
      observationCount,
    }
  }

  async *#observations(question: FigureQuestion): AsyncGenerator<readonly Observation[]> {
    const { packed, dimensions, seriesAttributes } = this.#file
    const { columns } = await this.#opened()
    const said = new SaidOfFigures(question.attributes, seriesAttributes)
    const measure = dimensions.indexOf('MEASURE')
    let head: SeriesHead | undefined
    let headOf = -1
    for await (const { piece, places, series, length } of this.#found(question)) {
      let observations: Observation[] = []
      for (let i = 0; i < length; i++) {
        if (observations.length === toldAtOnce) {
          yield observations
          observations = []
        }
        const of = series[i]!
        if (head === undefined || of !== headOf) {
          headOf = of
          const key = columns.map((column, d) => packed.codes[d]![column[of]!]!)
          head = { key, attributes: said.ofSeries(key[measure]!) }
        }
        const at = places[i]!
        const value = piece.values[at * 2 + layout.value]!
        observations.push({
          series: head,
          period: packed.periods[piece.shorts[at * 8 + layout.period]!]!,
          value: Number.isNaN(value) ? null : value,
          attributes: said.ofObservation(
            packed.statuses[piece.bytes[at * recordBytes + layout.status]!],
            packed.confidentialities[piece.bytes[at * recordBytes + layout.confidentiality]!],
          ),
        })
      }
      yield observations
    }
  }

  /**
   * Where in the pieces that are read the observations of a question lie, and of which series. One piece
   * and its places are filled again and again: they are good until the next is asked for.
   */
  async *#found(question: FigureQuestion): AsyncGenerator<FoundPlaces> {
    if (question.deleted === true && this.#file.packed.tombstones === 0) return
    const index = await this.#opened()
    const ranges = index.select(question.boxes.map((box) => this.#wanted(box)))
    if (ranges.length === 0) return
    const isWanted = this.#condition(question)
    let held = new Held(0)
    // Opened at once: two rounds through the pool of threads take longer than a short answer.
    const file = openSync(join(this.#file.folder, packedName), 'r')
    try {
      for (const reading of readings(ranges, index.starts)) {
        const records = reading.to - reading.from
        if (held.places.length < records) held = new Held(records)
        const { piece, places, series } = held
        await readPiece(file, reading, piece)
        let length = 0
        for (const { from, to, series: first } of reading.parts) {
          let of = first
          for (let place = from; place < to; place++) {
            if (place >= index.starts[of + 1]!) of += 1
            if (!isWanted(piece, place - reading.from)) continue
            places[length] = place - reading.from
            series[length] = of
            length += 1
          }
        }
        if (length > 0) yield { piece, places, series, length }
      }
    } finally {
      closeSync(file)
    }
  }

  /** Whether an observation of a series that is wanted is wanted itself. */
  #condition(question: FigureQuestion): (piece: PackedPiece, at: number) => boolean {
    const { packed } = this.#file
    const gone = question.deleted === true ? 1 : 0
    const wanted = question.periods && new Set(question.periods)
    const periods = wanted && Uint8Array.from(packed.periods, (each) => Number(wanted.has(each)))
    const { changedAfter, changedThen } = question
    const changes =
      changedAfter === undefined && changedThen !== true
        ? undefined
        : Uint8Array.from(packed.changes, (at) =>
            Number(
              at > (changedAfter ?? -Infinity) && (changedThen !== true || at === this.#file.at),
            ),
          )
    return ({ bytes, shorts }, at) =>
      bytes[at * recordBytes + layout.gone] === gone &&
      (periods === undefined || periods[shorts[at * 8 + layout.period]!] === 1) &&
      (changes === undefined || changes[shorts[at * 8 + layout.change]!] === 1)
  }

  #wanted(box: FigureQuestion['boxes'][number]): WantedCodes {
    return new Map(
      Object.entries(box).map(([id, codes]) => {
        const places = this.#places.get(id)!
        const marks = new Uint8Array(places.size)
        for (const code of codes) {
          const place = places.get(code)
          if (place !== undefined) marks[place] = 1
        }
        return [this.#file.dimensions.indexOf(id), marks]
      }),
    )
  }

  #opened(): Promise<SeriesIndex> {
    if (this.#index) return this.#index
    const { folder, dimensions, packed } = this.#file
    const opened = readFile(join(folder, indexName)).then((bytes) =>
      SeriesIndex.read(bytes, dimensions.length, packed.series),
    )
    opened.catch(() => (this.#index = undefined))
    this.#index = opened
    return opened
  }
}

/** A piece with what of it is wanted: the first `length` of the places and of their series. */
interface FoundPlaces {
  readonly piece: PackedPiece
  readonly places: Int32Array
  readonly series: Int32Array
  readonly length: number
}

class Held {
  readonly piece: PackedPiece
  readonly places: Int32Array
  readonly series: Int32Array

  constructor(records: number) {
    this.piece = new PackedPiece(records)
    this.places = new Int32Array(records)
    this.series = new Int32Array(records)
  }
}

interface Reading {
  readonly from: number
  to: number
  readonly parts: { readonly from: number; readonly to: number; readonly series: number }[]
}

/** What is read at once: ranges that lie near each other together, a long one in several turns. */
function* readings(ranges: readonly number[], starts: Uint32Array): Generator<Reading> {
  let reading: Reading | undefined
  for (let i = 0; i < ranges.length; i += 2) {
    let series = ranges[i]!
    const end = starts[ranges[i + 1]!]!
    for (let from = starts[series]!; from < end;) {
      if (
        reading &&
        (from - reading.to > readThrough || from - reading.from >= recordsAtOnce - readThrough)
      ) {
        yield reading
        reading = undefined
      }
      reading ??= { from, to: from, parts: [] }
      const to = Math.min(end, reading.from + recordsAtOnce)
      while (starts[series + 1]! <= from) series += 1
      reading.parts.push({ from, to, series })
      reading.to = to
      from = to
    }
  }
  if (reading) yield reading
}

async function readPiece(
  file: number,
  { from, to }: Reading,
  { bytes }: PackedPiece,
): Promise<void> {
  const whole = (to - from) * recordBytes
  for (let done = 0; done < whole;) {
    const at = from * recordBytes + done
    const bytesRead =
      whole <= readHere
        ? readSync(file, bytes, done, whole - done, at)
        : (await readAt(file, bytes, done, whole - done, at)).bytesRead
    if (bytesRead === 0) throw new Error(`${packedName} ends early`)
    done += bytesRead
  }
}
