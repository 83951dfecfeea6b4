import { rename, rm } from 'node:fs/promises'
import type { LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { putNumbers } from './put-numbers.ts'
import { linkCommandRefusals } from './command-refusals.ts'
import { literal } from './text-sql.ts'
import type { LinkModel } from './link-model.ts'
import { weighAnewSql, type Bands } from './weighed-pairs.ts'

export interface AnswerCounts {
  readonly accepted: number
  readonly review: number
  readonly persons: number
}

/** Makes `link_persons` (n, person): the number of its person for every record, from 1. */
export async function numberPersons(engine: LakeEngine, persons: Int32Array): Promise<void> {
  const joined: number[] = []
  persons.forEach((person, n) => {
    if (person !== n) joined.push(n)
  })
  await putNumbers(
    engine,
    'link_joined',
    joined,
    joined.map((n) => persons[n]!),
  )
  await engine.run(
    `create or replace temp table link_persons as
     select n, dense_rank() over (order by least) as person
     from (select s.n, coalesce(j.number, s.n) as least from link_source as s left join link_joined as j using (n))`,
  )
  await engine.run('drop table link_joined')
}

/**
 * Adds to `link_weighed` the pairs of one person that no rule brought about, or that weigh too little alone
 * to be listed: records joined through others are one person's too.
 */
export async function listJoinedPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
): Promise<void> {
  const joined = `select a.n as l, b.n as r from link_persons as a join link_persons as b
    on a.person = b.person and a.n < b.n
    anti join link_weighed as w on w.l = a.n and w.r = b.n`
  await engine.run(
    `insert into link_weighed select l, r, null, weight from (${weighAnewSql(spec, model, joined)})`,
  )
}

/**
 * A listed pair is accepted where both records are one person's, for review where its weight asks for
 * it and they are not (cut, or a better partner was found, or too weak alone), rejected below.
 */
const decisionSql = (review: number) =>
  `case when a.person = b.person then 'accept' when weight < ${review} then 'reject' else 'review' end`

/** Writes pairs and persons, each file whole or not at all. */
export async function writeAnswers(
  engine: LakeEngine,
  { review }: Bands,
  to: { readonly pairs?: string | undefined; readonly clusters?: string | undefined },
): Promise<AnswerCounts> {
  const decided = `from link_weighed as w join link_persons as a on a.n = w.l join link_persons as b on b.n = w.r`
  if (to.pairs !== undefined) {
    await writeCsv(
      engine,
      `select s.id as id_left, t.id as id_right, round(weight, 4) as weight,
         round(1 / (1 + pow(2, -weight)), 6) as probability, ${decisionSql(review)} as decision
       ${decided} join link_source as s on s.n = w.l join link_source as t on t.n = w.r
       order by w.weight desc, w.l, w.r`,
      to.pairs,
    )
  }
  if (to.clusters !== undefined) {
    await writeCsv(
      engine,
      `select s.id, p.person, s.file from link_source as s join link_persons as p using (n) order by n`,
      to.clusters,
    )
  }
  const [pairs] = await engine.rows<{ accepted: number; review: number }>(
    `select count(*) filter (decision = 'accept') as accepted, count(*) filter (decision = 'review') as review
     from (select ${decisionSql(review)} as decision ${decided})`,
  )
  const [persons] = await engine.rows<{ persons: number }>(
    'select count(distinct person) as persons from link_persons',
  )
  return { ...pairs!, ...persons! }
}

/** Copies a query to a CSV file that appears when it is complete. */
export async function writeCsv(engine: LakeEngine, query: string, file: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  try {
    await engine.run(`copy (${query}) to ${literal(partial)} (format csv, header true)`)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    if (!/IO Error|ENOENT|EACCES|EISDIR|Cannot open/.test(String(error))) throw error
    const reason = ((error as Error).message.split('\n')[0] ?? '').replace(/^.*?Error: /, '')
    throw linkCommandRefusals.refuse('file-not-written', { file, reason })
  }
}
