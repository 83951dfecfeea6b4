import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import type { LakeEngine, NumberColumns } from '../../store/index.ts'
import {
  indexName,
  layout,
  packedName,
  PackedPiece,
  recordBytes,
  type PackedManifest,
} from './packed-layout.ts'
import { SeriesIndex } from './series-index.ts'

/** Most memory that the series of one set of figures may take, in bytes. */
const mostIndexBytes = 48 * 2 ** 20

/** Most words of one dictionary: places are of 15 bits. */
const mostWords = 32_767

const recordsAtOnce = 16_384

/**
 * Writes the figures of a Parquet file, which lies in order, a second time as {@link PackedManifest}
 * says: from there a question of a few series is answered without the engine.
 *
 * @param folder where the two files go
 * @returns undefined where there are too many series to hold: such figures are read by the engine
 */
export async function packFigures(
  lake: LakeEngine,
  parquet: string,
  dimensions: readonly string[],
  folder: string,
): Promise<PackedManifest | undefined> {
  const file = `read_parquet(${quoteText(parquet)})`
  const words = async (column: string) => {
    const rows = await lake.rows<{ word: string }>(
      `select distinct ${column}::varchar as word from ${file} where ${column} is not null order by word`,
    )
    return rows.map(({ word }) => word)
  }
  const codes: string[][] = []
  for (const id of dimensions) codes.push(await words(quoteName(id)))
  const [periods, changes, statuses, confidentialities] = [
    await words('t'),
    await words('u'),
    await words('o'),
    await words('c'),
  ]
  const dictionaries = [...codes, periods, changes, statuses, confidentialities]
  if (dictionaries.some(({ length }) => length > mostWords)) return undefined
  const sql = `select ${[
    ...dimensions.map((id, d) => placeSql(quoteName(id), codes[d]!)),
    placeSql('t', periods),
    placeSql('u', changes),
    placeSql('o', statuses),
    placeSql('c', confidentialities),
    'x::tinyint',
    "coalesce(v, 'nan'::double)",
  ].join(', ')} from ${file}`
  const packed = await write(lake.numbers(sql), dimensions.length, folder)
  if (!packed) return undefined
  const numbers = changes.map(Number)
  return { ...packed, codes, periods, changes: numbers, statuses, confidentialities }
}

/** Place of a word in its dictionary, -1 where there is none. */
function placeSql(column: string, words: readonly string[]): string {
  if (words.length === 0) return '(-1)::smallint'
  const list = words.map(quoteText).join(', ')
  return `coalesce(enum_code(${column}::varchar::enum(${list}))::smallint, (-1)::smallint)`
}

async function write(
  pieces: AsyncIterable<NumberColumns>,
  dimensions: number,
  folder: string,
): Promise<Pick<PackedManifest, 'series' | 'observations' | 'tombstones'> | undefined> {
  const most = Math.floor(mostIndexBytes / (4 + 2 * dimensions))
  const starts = new Growing(most + 1)
  const keys = Array.from({ length: dimensions }, () => new Growing(most))
  const { values, shorts, bytes } = new PackedPiece(recordsAtOnce)
  const file = await open(join(folder, packedName), 'w', 0o600)
  let observations = 0
  let tombstones = 0
  let filled = 0
  const last = new Int32Array(dimensions).fill(-1)
  try {
    const flush = async () => {
      await file.writeFile(new Uint8Array(bytes.buffer, bytes.byteOffset, filled * recordBytes))
      filled = 0
    }
    for await (const { columns, length } of pieces) {
      for (let row = 0; row < length; row++) {
        let isNew = false
        for (let d = 0; d < dimensions; d++) {
          const place = columns[d]![row]!
          if (place !== last[d]) {
            isNew = true
            last[d] = place
          }
        }
        if (isNew) {
          if (starts.length === most) return undefined
          starts.push(observations)
          for (let d = 0; d < dimensions; d++) keys[d]!.push(last[d]!)
        }
        const gone = columns[dimensions + 4]![row]!
        values[filled * 2 + layout.value] = columns[dimensions + 5]![row]!
        shorts[filled * 8 + layout.period] = columns[dimensions]![row]!
        shorts[filled * 8 + layout.change] = columns[dimensions + 1]![row]!
        bytes[filled * recordBytes + layout.status] = columns[dimensions + 2]![row]!
        bytes[filled * recordBytes + layout.confidentiality] = columns[dimensions + 3]![row]!
        bytes[filled * recordBytes + layout.gone] = gone
        observations += 1
        tombstones += gone
        filled += 1
        if (filled === recordsAtOnce) await flush()
      }
    }
    await flush()
  } finally {
    await file.close()
  }
  const series = starts.length
  starts.push(observations)
  const index = new SeriesIndex(
    keys.map((key) => Uint16Array.from(key.taken())),
    Uint32Array.from(starts.taken()),
  )
  const target = await open(join(folder, indexName), 'w', 0o600)
  try {
    for (const part of index.bytes()) await target.write(part)
  } finally {
    await target.close()
  }
  return { series, observations, tombstones }
}

/** Whole numbers of which it is not known how many there will be. */
class Growing {
  #held = new Int32Array(1024)
  readonly #most: number
  length = 0

  constructor(most: number) {
    this.#most = most
  }

  push(value: number): void {
    if (this.length === this.#held.length) {
      const wider = new Int32Array(Math.min(this.#most, 2 * this.length))
      wider.set(this.#held)
      this.#held = wider
    }
    this.#held[this.length] = value
    this.length += 1
  }

  taken(): Int32Array {
    return this.#held.subarray(0, this.length)
  }
}
