import type { LakeEngine } from '../../store/index.ts'
import type { LinkModel } from '../link-model.ts'
import type { LinkSpecification } from '@caudal/methods/link'
import { decidedWeight } from '../grouped-records.ts'
import { weighAnewSql } from '../weighed-pairs.ts'
import type { LinkDecision } from '../review/decisions.ts'

/**
 * Makes `link_decided` (l, r, verdict): pairs of cards of which something was ever decided; 1 one
 * person, 0 two, nothing where it was undone. A decision holds for the cards that its records are of now.
 */
export async function readDecided(
  session: LakeEngine,
  decisions: readonly LinkDecision[],
): Promise<void> {
  await session.run(
    'create or replace temp table link_decided (l integer, r integer, verdict integer)',
  )
  // the oldest first: of several about one pair the newest counts
  const ordered = decisions.toReversed().map(({ id, one, other, kind, undoneBy }) => ({
    id,
    one,
    other,
    verdict: undoneBy === null ? (kind === 'same' ? 1 : 0) : null,
  }))
  if (ordered.length === 0) return
  await session.run(
    `insert into link_decided
     with given as (
       select unnest(from_json($1, '[{"id":"BIGINT","one":"BIGINT","other":"BIGINT","verdict":"INTEGER"}]')) as d
     ),
     placed as (
       select least(a.n, b.n) as l, greatest(a.n, b.n) as r, d.id, d.verdict from given
       join link_card_of as a on a.record_id = d.one join link_card_of as b on b.record_id = d.other
       where a.n <> b.n
     )
     select l, r, arg_max(verdict, id) filter (verdict is not null) from placed group by l, r`,
    [JSON.stringify(ordered)],
  )
}

/**
 * Puts decisions in the place of evidence in `link_weighed`: decided pairs are accepted or gone, pairs
 * whose decision was undone are weighed again.
 */
export async function applyDecided(
  session: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  review: number,
): Promise<void> {
  const [row] = await session.rows<{ pairs: number }>('select count(*) as pairs from link_decided')
  if (row!.pairs === 0) return
  await session.run(
    `delete from link_weighed where exists (
       select 1 from link_decided as d where d.l = link_weighed.l and d.r = link_weighed.r)`,
  )
  await session.run(
    `insert into link_weighed select l, r, null, ${decidedWeight} from link_decided where verdict = 1`,
  )
  const undone = 'select l, r from link_decided where verdict is null'
  await session.run(
    `insert into link_weighed
     select l, r, null, weight from (${weighAnewSql(spec, model, undone)}) where weight >= ${review}`,
  )
}
