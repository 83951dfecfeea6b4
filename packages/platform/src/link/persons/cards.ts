import type { LakeEngine } from '../../store/index.ts'
import { columnOf, linkedFields } from './linked-fields.ts'

/** What a run has to link: records grouped to cards. */
export interface Cards {
  readonly cards: number
  /** Place of the first card that the base does not know; all are new without a base. */
  readonly firstFresh: number
  /** Cards whose values tell how frequent they are. */
  readonly trained: number
  /** Records with an identity, and all. */
  readonly named: number
  readonly records: number
}

const columns = linkedFields.map((_, at) => `c${at}`)
const given = columnOf('given_names')
const family = columnOf('family_names')
const born = columnOf('birth_date')
const document = columnOf('document_number')

/** A record that names nobody cannot be linked. */
const namedSql = `(${given} is not null or ${family} is not null or ${document} is not null)`

/**
 * Equal rows are one card only where they hold enough to be one person's: a name with a document, or
 * a whole name with the date of birth. Two rows that say JOSÉ LÓPEZ and nothing else are two cards.
 */
const wholeSql = `((${document} is not null and (${given} is not null or ${family} is not null or ${born} is not null))
  or (${given} is not null and ${family} is not null and ${born} is not null))`

/**
 * Groups `link_rows` to cards: rows of one circle that say exactly the same are linked once and stand for
 * all their records. Makes `link_source` (n, file, id, c0, …, trained), earlier cards first, and `link_card_of`
 * (record_id, n). The file of a card is its circle: what is not of one file is not compared.
 *
 * The number of a card is the least of its records when it was first seen, and stays. A card of the base
 * whose names have been erased since stays too, to be compared no more.
 *
 * @param base relation of record_id and card of the run to go on from
 * @param trainedBatches batches that taught how to weigh, where the base did
 */
export async function makeCards(
  session: LakeEngine,
  base: string | undefined,
  trainedBatches: readonly number[] | undefined,
): Promise<Cards> {
  const keys = columns.join(', ')
  const known = base === undefined ? 'null::bigint' : 'b.card'
  const join = base === undefined ? '' : `left join ${base} as b on b.record_id = r.record_id`
  const trained =
    trainedBatches === undefined
      ? 'true'
      : `(record_id >> 36) in (${[...trainedBatches, -1].join(', ')})`
  await session.run(
    `create or replace temp table link_named as
     select r.*, ${known} as card,
       case when ${wholeSql} then null when ${namedSql} then r.record_id else ${known} end as solo
     from link_rows as r ${join} where ${namedSql} or ${known} is not null`,
  )
  await session.run(
    `create or replace temp table link_cards as
     select row_number() over (order by known desc, card)::integer - 1 as n, * from (
       select coalesce(min(card), min(record_id)) as card, bool_or(card is not null) as known,
         bool_or(card is null) as grew,
         bool_or(${trained}) as trained, min(record_id) as least, count(*) as records, solo, circle, ${keys}
       from link_named group by solo, circle, ${keys})`,
  )
  await session.run(
    `create or replace temp table link_source as
     select n, circle as file, card::varchar as id, ${keys}, trained from link_cards`,
  )
  const same = ['solo', 'circle', ...columns].map((key) => `r.${key} is not distinct from c.${key}`)
  await session.run(
    `create or replace temp table link_card_of as
     select r.record_id, r.record_type, c.n, c.card
     from link_named as r join link_cards as c on ${same.join(' and ')}`,
  )
  await session.run('drop table link_named')
  const [counts] = await session.rows<Omit<Cards, 'records' | 'named'> & { named: number }>(
    `select count(*) as cards, count(*) filter (known) as "firstFresh",
       count(*) filter (trained) as trained, coalesce(sum(records), 0)::bigint as named from link_cards`,
  )
  const [rows] = await session.rows<{ records: number }>(
    'select count(*) as records from link_rows',
  )
  return { ...counts!, ...rows! }
}
