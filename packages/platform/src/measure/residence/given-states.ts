import type { GivenState } from '@caudal/methods/measure/residence'
import type { LakeEngine } from '../../store/index.ts'
import { readingPlainFile, type PlainFile } from '../../collect/plain-csv/plain-csv.ts'
import { residenceFileRefusals } from './refusals.ts'

export const stateColumns = ['person_id', 'state', 'as_of'] as const

/**
 * States of residence known from outside, by number of the person, in order of their day. Persons
 * without crossings are left aside.
 *
 * @throws Refusal where a line gives no state, or two lines contradict each other
 */
export async function readGivenStates(
  engine: LakeEngine,
  file: PlainFile,
): Promise<Map<number, GivenState[]>> {
  await readingPlainFile(file, () =>
    engine.run(
      `create table states as
       select person_id, trim(state) as state, trim(as_of) as as_of
       from (${file.select('$1', stateColumns)})`,
      [file.path],
    ),
  )
  await refuseUnreadable(engine, file.name)
  await refuseContradiction(engine, file.name)
  const given = new Map<number, GivenState[]>()
  const sorted = engine.numbers(
    `select distinct person, state::tinyint, (as_of::date - date '1970-01-01')::integer as day
     from states join persons using (person_id) order by person, day`,
  )
  for await (const { columns, length } of sorted) {
    const [persons, states, days] = columns
    for (let row = 0; row < length; row += 1) {
      const known = given.get(persons![row]!) ?? []
      known.push({ state: states![row] === 1 ? 1 : 0, day: days![row]! })
      given.set(persons![row]!, known)
    }
  }
  return given
}

async function refuseUnreadable(engine: LakeEngine, file: string): Promise<void> {
  const [bad] = await engine.rows<{ line: number; state: string | null; day: string | null }>(
    `select rowid + 2 as line, state, as_of as day from states
     where state is null or state not in ('0', '1')
       or as_of is null or not regexp_full_match(as_of, '\\d{4}-\\d{2}-\\d{2}')
       or try_cast(as_of as date) is null
     order by line limit 1`,
  )
  if (bad === undefined) return
  throw residenceFileRefusals.refuse('state-unreadable', {
    line: bad.line,
    file,
    state: bad.state ?? '',
    day: bad.day ?? '',
  })
}

async function refuseContradiction(engine: LakeEngine, file: string): Promise<void> {
  const [twice] = await engine.rows<{ line: number; day: string }>(
    `select max(rowid) + 2 as line, as_of as day from states
     group by person_id, as_of having min(state) <> max(state) order by line limit 1`,
  )
  if (twice === undefined) return
  throw residenceFileRefusals.refuse('state-contradicted', {
    line: twice.line,
    file,
    day: twice.day,
  })
}
