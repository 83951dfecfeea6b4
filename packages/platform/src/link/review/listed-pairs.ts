import { getField, getRecordType } from '@caudal/methods/collect'
import { matchProbability, priorWeight, levelName, levelWords } from '@caudal/methods/link'
import type { Text } from '@caudal/methods/vocabulary'
import { getBatch, type CaudalNode } from '../../store/index.ts'
import { filesOf, relationOf } from '../persons/read-identities.ts'
import type { LinkRun } from '../persons/link-runs.ts'
import { isOwnSql, type OwnBatches } from '../persons/own-circle.ts'
import { bandsOf } from '../weighed-pairs.ts'

/** How one comparison of a pair was counted. */
export interface CountedComparison {
  /** Field of the record. */
  readonly field: string
  readonly label: Text
  /** As levels are called in settings (`exact`, `jaro-winkler 0.92`), or `missing`, `different`. */
  readonly level: string
  /** What that level is called for people. */
  readonly says: Text
  /** What it adds to the weight, bits. */
  readonly bits: number
}

/** A pair as a run weighed it: from the prior, comparison by comparison, to its weight. */
export interface WeighedPair {
  /** Numbers of the two cards. */
  readonly one: string
  readonly other: string
  /** Bits; a pair that a person decided has no weight of its own. */
  readonly weight: number | null
  readonly probability: number | null
  /** The weight that two records have before anything is compared, bits. */
  readonly prior: number
  readonly comparisons: readonly CountedComparison[]
  /** What kinship takes away, bits. */
  readonly kin: number
  /** What the crossings of both say, taken together, bits. */
  readonly crossings: number
  /** Whether the run has the two as one person. */
  readonly together: boolean
}

interface PairRow {
  readonly one: string
  readonly other: string
  readonly weight: number
  readonly levels: readonly number[]
  readonly bits: readonly number[]
  readonly crossings: number
  readonly together: boolean
}

const columns =
  'record_id::varchar as one, other_id::varchar as other, weight, levels, bits, crossings, together'

/** Weight from which a decision, not evidence, speaks, bits. */
const beyondEvidence = 1e5

export async function pairsRelation(node: CaudalNode, run: LinkRun): Promise<string> {
  return relationOf(filesOf(node, await getBatch(node, run.id), 'pairs'))
}

export async function personsRelation(node: CaudalNode, run: LinkRun): Promise<string> {
  return relationOf(filesOf(node, await getBatch(node, run.id), 'persons'))
}

/**
 * Pairs that wait for a person: near enough to be asked about, and not one person's in the run. The
 * likeliest come first.
 */
export async function listOpenPairs(
  node: CaudalNode,
  run: LinkRun,
  decided: readonly { readonly one: string; readonly other: string }[],
  page: { readonly from: number; readonly count: number },
  own: OwnBatches,
): Promise<{ readonly open: number; readonly pairs: WeighedPair[] }> {
  const relation = `(select * from ${await pairsRelation(node, run)} where not together and weight >= ${bandsOf(run.specification).review}
    and ${isOwnSql('record_id', own)}
    and (record_id::varchar || ' ' || other_id::varchar) not in (select unnest(string_split($1, ','))))`
  const known = [decided.map(({ one, other }) => `${one} ${other}`).join(',')]
  const [count] = await node.lake.rows<{ open: number }>(
    `select count(*) as open from ${relation}`,
    known,
  )
  const rows = await node.lake.rows<PairRow>(
    `select ${columns} from ${relation} order by weight desc, record_id, other_id
     limit ${page.count} offset ${page.from}`,
    known,
  )
  return { open: count!.open, pairs: rows.map((row) => weighedPair(run, row)) }
}

/** A pair as the run lists it; pairs too unlikely to be asked about are not listed. */
export async function findListedPair(
  node: CaudalNode,
  run: LinkRun,
  one: string,
  other: string,
): Promise<WeighedPair | undefined> {
  const [row] = await node.lake.rows<PairRow>(
    `select ${columns} from ${await pairsRelation(node, run)}
     where record_id::varchar = $1 and other_id::varchar = $2`,
    [one, other],
  )
  return row === undefined ? undefined : weighedPair(run, row)
}

/** The pairs that a run lists among the cards of one person. */
export async function listPairsWithin(
  node: CaudalNode,
  run: LinkRun,
  person: string,
): Promise<WeighedPair[]> {
  const rows = await node.lake.rows<PairRow>(
    `with cards as (
       select distinct card from ${await personsRelation(node, run)} where person::varchar = $1)
     select ${columns} from ${await pairsRelation(node, run)}
     where record_id in (select card from cards) and other_id in (select card from cards)
     order by weight desc, record_id, other_id`,
    [person],
  )
  return rows.map((row) => weighedPair(run, row))
}

/** Most cards of one person that an explanation shows. */
const mostCards = 200

/** The cards of a person, in the order of their numbers. */
export async function listCardsOf(
  node: CaudalNode,
  run: LinkRun,
  person: string,
): Promise<string[]> {
  const rows = await node.lake.rows<{ card: string }>(
    `select distinct card::varchar as card, card as number
     from ${await personsRelation(node, run)} where person::varchar = $1
     order by number limit ${mostCards}`,
    [person],
  )
  return rows.map(({ card }) => card)
}

/** The card that a record is of in a run, and its person. */
export async function findCard(
  node: CaudalNode,
  run: LinkRun,
  record: string,
): Promise<{ readonly card: string; readonly person: string } | undefined> {
  const [row] = await node.lake.rows<{ card: string; person: string }>(
    `select card::varchar as card, person::varchar as person
     from ${await personsRelation(node, run)}
     where (record_id::varchar = $1 or card::varchar = $1) and card is not null limit 1`,
    [record],
  )
  return row
}

export function weighedPair(run: LinkRun, row: PairRow): WeighedPair {
  const decided = Math.abs(row.weight) > beyondEvidence
  const prior = priorWeight(run.model.lambda)
  const counted = prior + row.bits.reduce((sum, bits) => sum + bits, 0)
  return {
    one: row.one,
    other: row.other,
    weight: decided ? null : row.weight,
    probability: decided ? null : matchProbability(row.weight),
    prior,
    comparisons: run.specification.comparisons.map((comparison, k) => {
      const place = row.levels[k]!
      const known = comparison.levels[place - 1]
      const level = known === undefined ? (place === 0 ? 'missing' : 'different') : levelName(known)
      return {
        field: comparison.column,
        label: getField(getRecordType('movement'), comparison.column).label,
        level,
        says: levelWords(level),
        bits: row.bits[k]!,
      }
    }),
    kin: decided ? 0 : Math.min(0, row.weight - row.crossings - counted),
    crossings: decided ? 0 : row.crossings,
    together: row.together,
  }
}
