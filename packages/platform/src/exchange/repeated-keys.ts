import { quoteText } from '@caudal/methods/collect'
import type { ReadObservation } from '@caudal/methods/exchange'
import type { LakeEngine } from '../store/index.ts'

/** An observation of a key and period that stood before. */
export interface RepeatedKey {
  readonly key: string
  /** Counted from the first of the file. */
  readonly observation: number
  readonly line: number | undefined
}

const marksAtOnce = 16_384
const wantedAtOnce = 50_000

/**
 * Finds the keys that stand twice in a file of any size, in bounded memory. A first reading leaves a mark
 * of 64 bits of each key with the engine; only where marks are equal are the keys themselves compared,
 * in a second reading.
 */
export class RepeatedKeys {
  readonly #lake: LakeEngine
  readonly #one = new Int32Array(marksAtOnce)
  readonly #other = new Int32Array(marksAtOnce)
  readonly #places = new Float64Array(marksAtOnce)
  #filled = 0
  #observations = 0

  private constructor(lake: LakeEngine) {
    this.#lake = lake
  }

  /** @param lake a session of the engine, whose tables go with it */
  static async begin(lake: LakeEngine): Promise<RepeatedKeys> {
    await lake.run('create temp table marks (one integer, other integer, place double)')
    return new RepeatedKeys(lake)
  }

  /** Takes the key of the next observation of the first reading. */
  async add(key: string): Promise<void> {
    this.#observations += 1
    const [one, other] = markOf(key)
    this.#one[this.#filled] = one
    this.#other[this.#filled] = other
    this.#places[this.#filled] = this.#observations
    this.#filled += 1
    if (this.#filled === marksAtOnce) await this.#flush()
  }

  /**
   * Keys and periods that stood before, in the order of the file.
   *
   * @param read reads the file again from its beginning
   */
  async *list(
    read: () => Promise<AsyncIterable<readonly ReadObservation[]>>,
    keyOf: (observation: ReadObservation) => string,
  ): AsyncGenerator<RepeatedKey> {
    await this.#flush()
    await this.#lake.run(`create temp table wanted as
      select place from marks semi join (
        select one, other from marks group by one, other having count(*) > 1) as equal
      using (one, other)`)
    let wanted = await this.#wantedAfter(0)
    if (wanted.length === 0) return
    await this.#lake.run('create temp table seen (place double, line bigint, key varchar)')
    let place = 0
    let next = 0
    for await (const observations of await read()) {
      const rows: string[] = []
      for (const each of observations) {
        place += 1
        if (place !== wanted[next]) continue
        rows.push(`(${place}, ${each.line ?? 'null'}, ${quoteText(keyOf(each))})`)
        next += 1
        if (next < wanted.length) continue
        wanted = await this.#wantedAfter(place)
        next = 0
      }
      if (rows.length > 0) await this.#lake.run(`insert into seen values ${rows.join(', ')}`)
      if (wanted.length === 0) break
    }
    const rows = this.#lake.stream<{ place: number; line: number | null; key: string }>(
      `select place, line, key from seen
       qualify row_number() over (partition by key order by place) > 1 order by place`,
    )
    for await (const chunk of rows) {
      for (const { place: observation, line, key } of chunk) {
        yield { key, observation, line: line ?? undefined }
      }
    }
  }

  async #wantedAfter(place: number): Promise<number[]> {
    const rows = await this.#lake.rows<{ place: number }>(
      `select place from wanted where place > $1 order by place limit ${wantedAtOnce}`,
      [place],
    )
    return rows.map((row) => row.place)
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return
    const columns = [this.#one, this.#other, this.#places]
    await this.#lake.append('marks', { columns, length: this.#filled })
    this.#filled = 0
  }
}

/** Two words of 32 bits of a text; texts that differ may have the same. */
function markOf(text: string): readonly [number, number] {
  let one = 0x811c9dc5 | 0
  let other = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x5f356495)
    other ^= other >>> 15
  }
  return [one, other]
}
