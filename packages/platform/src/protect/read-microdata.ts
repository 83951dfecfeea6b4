import { basename } from 'node:path'
import type { LakeEngine } from '../store/index.ts'
import type { Microdata } from './microdata.ts'
import { openPlainFile, readingPlainFile } from '../collect/plain-csv/plain-csv.ts'
import { protectRefusals } from './refusals.ts'
import type { Specification } from './specification.ts'

/** Largest whole number that every later step holds exactly, with room for sums of sums. */
const exactUpTo = 2 ** 50

/**
 * Reads a microdata file into the engine's table `records`: one row per record.
 *
 * @param leastDecimals decimals in which amounts are counted at least
 */
export async function readMicrodata(
  engine: LakeEngine,
  path: string,
  spec: Specification,
  leastDecimals = 0,
): Promise<Microdata> {
  const file = basename(path)
  const plain = await openPlainFile(path, [])
  const { header } = plain
  const column = (name: string) => {
    const at = header.indexOf(name)
    if (at === -1) throw protectRefusals.refuse('column-missing', { file, column: name })
    return `c${at}`
  }
  const dimensions = spec.dimensions.map(({ column: name }) => column(name))
  const person = spec.person === undefined ? undefined : column(spec.person)
  const sum = 'sum' in spec.measure ? column(spec.measure.sum) : undefined
  await readingPlainFile(plain, () =>
    engine.run(
      `create or replace temp table lines as
       select row_number() over () as line, * from (${plain.select('$1')})`,
      [path],
    ),
  )
  const [{ count } = { count: 0 }] = await engine.rows<{ count: number }>(
    'select count(*) as count from lines',
  )
  if (count === 0) throw protectRefusals.refuse('file-empty', { file })
  const decimals =
    sum === undefined ? 0 : await checkAmounts(engine, sum, spec, file, leastDecimals)
  if (person !== undefined) await checkPersons(engine, person, spec.person!, file)
  const codes = dimensions
    .map((name, d) => `coalesce(nullif(trim(${name}), ''), '_U') as d${d}`)
    .join(', ')
  const amount =
    sum === undefined
      ? '1::hugeint'
      : `round(trim(${sum})::decimal(38, 12) * ${10 ** decimals})::hugeint`
  await engine.run(
    `create or replace temp table records as
     select ${codes}, ${person === undefined ? 'line' : `trim(${person})`}::varchar as person, ${amount} as amount from lines`,
  )
  await engine.run('drop table lines')
  for (const [d, { column: name }] of spec.dimensions.entries()) {
    await refusePersonColumn(engine, d, name)
  }
  return {
    engine,
    decimals,
    byPerson: person !== undefined,
    codes: await Promise.all(
      dimensions.map(async (_, d) => {
        const rows = await engine.rows<{ code: string }>(
          `select distinct d${d} as code from records order by code`,
        )
        return rows.map(({ code }) => code)
      }),
    ),
  }
}

/** Checks that amounts are numbers, none negative, and says how many decimals they have. */
async function checkAmounts(
  engine: LakeEngine,
  column: string,
  spec: Specification,
  file: string,
  leastDecimals: number,
): Promise<number> {
  const name = 'sum' in spec.measure ? spec.measure.sum : ''
  const bad = await engine.rows<{ value: string | null }>(
    `select ${column} as value from lines
     where try_cast(trim(${column}) as decimal(38, 12)) is null limit 1`,
  )
  if (bad.length > 0) {
    const value = bad[0]!.value ?? ''
    throw protectRefusals.refuse('amount-not-a-number', { file, column: name, value })
  }
  const negative = await engine.rows<{ value: string }>(
    `select ${column} as value from lines where trim(${column})::decimal(38, 12) < 0 limit 1`,
  )
  if (negative.length > 0) {
    throw protectRefusals.refuse('contribution-negative', {
      file,
      column: name,
      value: negative[0]!.value,
    })
  }
  const [row] = await engine.rows<{ decimals: number; total: number }>(
    `select max(length(rtrim(split_part(trim(${column})::decimal(38, 12)::varchar, '.', 2), '0')))
       as decimals, sum(${column}::double) as total from lines`,
  )
  let decimals = Math.min(6, Math.max(leastDecimals, row?.decimals ?? 0))
  while (decimals > 0 && row!.total * 10 ** decimals > exactUpTo) decimals -= 1
  if ((row?.total ?? 0) * 10 ** decimals > exactUpTo) {
    throw protectRefusals.refuse('amount-too-large', { file, column: name })
  }
  return decimals
}

async function checkPersons(
  engine: LakeEngine,
  column: string,
  name: string,
  file: string,
): Promise<void> {
  const marks = noPerson.map((mark) => `'${mark}'`).join(', ')
  const [row] = await engine.rows<{ count: number; records: number; line: number; mark: string }>(
    `with person as (select line, coalesce(trim(${column}), '') as person from lines)
     select count(*) filter (where lower(person) in (${marks})) as count, count(*) as records,
       min(line) filter (where lower(person) in (${marks})) as line,
       min_by(person, line) filter (where lower(person) in (${marks})) as mark
     from person`,
  )
  if ((row?.count ?? 0) === 0) return
  const { count, records, line, mark } = row!
  throw protectRefusals.refuse('person-missing', {
    file,
    column: name,
    count,
    records,
    // the header is a line too
    line: line + 1,
    mark: mark === '' ? emptyMark : `“${mark}”`,
  })
}

/** What files write where nobody is known: of each, all records would be taken for those of one person. */
const noPerson = ['', 'na', 'n/a', '#n/a', 'n/d', 's/d', 'null', 'none', 'nan', '-', '--', '.', '?']
const emptyMark = { es: 'vacío', en: 'empty', fr: 'vide' }

/** A column with another code for every person names persons, whatever it is called. */
async function refusePersonColumn(engine: LakeEngine, d: number, name: string): Promise<void> {
  const [row] = await engine.rows<{ persons: number; codes: number; pairs: number }>(
    `select count(distinct person) as persons, count(distinct d${d}) as codes,
       count(distinct (d${d}, person)) as pairs from records`,
  )
  const { persons, codes, pairs } = row!
  if (persons >= 10 && codes === persons && pairs === persons) {
    throw protectRefusals.refuse('spec-publishes-person', { column: name })
  }
}
