import { join } from 'node:path'
import { type Batch, type CaudalNode, listBatches } from '../../store/index.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'

/**
 * A record that linkage ties to a person, whatever it says of who it is.
 *
 * - `linked`: linkage has it as that person's. `probability` is that of the weakest link on the surest way to a record
 *   that was found; null where both say the same of who they are, or somebody decided it.
 * - `possible`: linkage could not tell; it waits for a person to decide.
 */
export interface LinkedRecord extends RecordPlace {
  readonly by: 'linked' | 'possible'
  readonly probability: number | null
}

/** Weight from which a decision, not evidence, speaks, bits. */
const beyondEvidence = 1e5

interface Card {
  readonly id: string
  readonly card: string
}
interface Pair {
  readonly one: string
  readonly other: string
  readonly weight: number
  readonly together: boolean
}

/** Records that the runs of linkage that count tie to some records, and how surely. */
export async function findLinked(
  node: CaudalNode,
  seeds: readonly RecordPlace[],
): Promise<LinkedRecord[]> {
  if (seeds.length === 0) return []
  const found = new Map<string, LinkedRecord>()
  const known = new Set(seeds.map(({ recordId }) => BigInt(recordId).toString()))
  for (const batch of await listBatches(node, { recordType: 'journey' })) {
    for (const linked of await linkedIn(node, batch, known)) {
      if (!found.has(linked.recordId)) found.set(linked.recordId, linked)
    }
  }
  return [...found.values()]
}

async function linkedIn(
  node: CaudalNode,
  batch: Batch,
  seeds: ReadonlySet<string>,
): Promise<LinkedRecord[]> {
  const persons = relationOf(node, batch, 'persons')
  const pairs = relationOf(node, batch, 'pairs')
  if (persons === undefined) return []
  const ids = [...seeds].join(', ')
  const cards = await node.lake.rows<Card>(
    `select record_id::varchar as id, card::varchar as card from ${persons}
     where person in (select person from ${persons} where record_id in (${ids}) and person is not null)
     order by record_id`,
  )
  if (cards.length === 0) return []
  const own = [...new Set(cards.map(({ card }) => card))]
  const listed =
    pairs === undefined
      ? []
      : await node.lake.rows<Pair>(
          `select record_id::varchar as one, other_id::varchar as other, weight, together from ${pairs}
           where record_id in (${own.join(', ')}) or other_id in (${own.join(', ')})`,
        )
  const start = cards.filter(({ id }) => seeds.has(id)).map(({ card }) => card)
  const surest = surestWeights(start, listed)
  const linked = cards
    .filter(({ id }) => !seeds.has(id))
    .map(({ id, card }): LinkedRecord => {
      // two cards that no listed pair joins were joined through records that are not there any more
      const weight = surest.get(card) ?? 0
      const probability = weight >= beyondEvidence ? null : probabilityOf(weight)
      return { ...placeOf(id), by: 'linked', probability }
    })
  return [...linked, ...(await possibleIn(node, persons, new Set(own), listed))]
}

/** Records of cards that linkage could neither join to the person nor tell apart. */
async function possibleIn(
  node: CaudalNode,
  persons: string,
  own: ReadonlySet<string>,
  pairs: readonly Pair[],
): Promise<LinkedRecord[]> {
  const weights = new Map<string, number>()
  for (const { one, other, weight, together } of pairs) {
    if (together || weight <= -beyondEvidence) continue
    const stranger = own.has(one) ? other : one
    if (own.has(stranger)) continue
    weights.set(stranger, Math.max(weight, weights.get(stranger) ?? -Infinity))
  }
  if (weights.size === 0) return []
  const rows = await node.lake.rows<Card>(
    `select record_id::varchar as id, card::varchar as card from ${persons}
     where card in (${[...weights.keys()].join(', ')}) order by record_id`,
  )
  return rows.map(({ id, card }) => ({
    ...placeOf(id),
    by: 'possible',
    probability: probabilityOf(weights.get(card)!),
  }))
}

/** For each card that can be reached, the greatest weight of the weakest link on a way from the start; ∞ at it. */
function surestWeights(start: readonly string[], pairs: readonly Pair[]): Map<string, number> {
  const surest = new Map(start.map((card) => [card, Infinity]))
  const joined = pairs
    .filter(({ together }) => together)
    .sort((one, other) => other.weight - one.weight)
  for (let grew = true; grew;) {
    grew = false
    for (const { one, other, weight } of joined) {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const way = Math.min(surest.get(from) ?? -Infinity, weight)
        if (way > (surest.get(to) ?? -Infinity)) {
          surest.set(to, way)
          grew = true
        }
      }
    }
  }
  return surest
}

/** Probability of one person at a weight in bits, the prior included. */
function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}

/** Numbers of records begin with that of their batch. */
function placeOf(id: string): RecordPlace {
  return { batch: Number(BigInt(id) >> 36n), recordId: id }
}

function relationOf(node: CaudalNode, batch: Batch, kind: string): string | undefined {
  const paths = batch.files
    .filter((file) => file.kind === kind)
    .map(({ path }) => `'${join(node.folder.root, path).replaceAll("'", "''")}'`)
  return paths.length === 0 ? undefined : `read_parquet([${paths.join(', ')}])`
}
