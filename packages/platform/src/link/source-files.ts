import { basename } from 'node:path'
import { linkSettingsRefusals, type LinkSettings, type ObservedColumn } from '@caudal/methods/link'
import { openPlainFile, readingPlainFile, type PlainFile } from '../collect/plain-csv/plain-csv.ts'
import { plainFileRefusals } from '../collect/plain-csv/refusals.ts'
import type { LakeEngine } from '../store/index.ts'
import type { SourceTable } from './prepared-records.ts'
import { linkRefusals } from './refusals.ts'
import {
  idColumns,
  refuseMissingColumns,
  sharedColumns,
  type SharedColumn,
} from './shared-columns.ts'
import { dateDigitsSql, literal } from './text-sql.ts'

/** What was read: the records in `link_source`, their columns, and the name of the id column. */
export interface ReadFiles {
  readonly source: SourceTable
  readonly id: string
  readonly observed: readonly ObservedColumn[]
  /** Columns that stand in one file only, and are not compared. */
  readonly unshared: readonly string[]
  /** Columns that the files call by other names and that say the same. */
  readonly matched: readonly SharedColumn[]
  /** Ids that stand in both files. */
  readonly sharedIds: number
}

/**
 * Reads one or two CSV files into `link_source`: records in the order of file and id, whatever order
 * they were written in, with the columns that all files have.
 *
 * @param only the columns to read; all that the files share where absent
 * @throws Refusal where a file cannot be read, ids are missing or repeat, or settings name columns
 * that are not there
 */
export async function readFiles(
  engine: LakeEngine,
  files: readonly string[],
  settings: LinkSettings,
  only?: readonly string[],
): Promise<ReadFiles> {
  const plain: PlainFile[] = []
  for (const path of files)
    plain.push(await openPlainFile(path, only === undefined ? [] : ['id', ...only]))
  const ids = idColumns(plain, settings)
  const shared = sharedColumns(plain, ids)
  refuseMissingColumns(settings, plain, ids, shared)
  if (shared.length === 0) refuseNothingShared(plain)
  const taken = shared.filter(({ name }) => only?.includes(name) ?? true)
  const columns = taken.map(({ name }) => name)
  const selects = plain.map((file, at) => {
    const values = taken.map(
      ({ names }, k) => `nullif(trim(${columnOf(file, names[at]!)}), '') as c${k}`,
    )
    return `select ${[`${at + 1}::utinyint as file`, `trim(${columnOf(file, ids[at]!)}) as id`, ...values].join(', ')}
      from (${file.select(`$${at + 1}`)})`
  })
  // the first file decides what is unreadable before the second is met
  for (const [at, file] of plain.entries()) await refuseBadIds(engine, file, ids[at]!)
  const together = { ...plain[0]!, name: plain.map(({ name }) => name).join(', ') }
  await readingPlainFile(together, () =>
    engine.run(
      `create or replace temp table link_source as
     select (row_number() over (order by file, try_cast(id as bigint) nulls last, id) - 1)::integer as n, *
     from (${selects.join(' union all ')})`,
      files,
    ),
  )
  const [counted] = await engine.rows<{ first: number; second: number }>(
    'select count(*) filter (file = 1) as first, count(*) filter (file = 2) as second from link_source',
  )
  const empty = files.findIndex((_, at) => (at === 0 ? counted!.first : counted!.second) === 0)
  if (empty !== -1)
    throw linkRefusals.refuse('file-without-records', { file: basename(files[empty]!) })
  const [both] = await engine.rows<{ ids: number }>(
    'select count(*) as ids from (select id from link_source group by id having count(distinct file) > 1)',
  )
  return {
    source: { columns, records: [counted!.first, counted!.second] },
    id: ids[0]!,
    observed: await observeColumns(engine, columns, counted!.first + counted!.second),
    unshared: plain.flatMap(({ header }, at) =>
      header.filter((name) => name !== ids[at] && !shared.some(({ names }) => names[at] === name)),
    ),
    matched: shared.filter(({ name, names }) => names.some((one) => one !== name)),
    sharedIds: both!.ids,
  }
}

/** @throws Refusal always: there is no column to compare */
function refuseNothingShared([first, second]: readonly PlainFile[]): never {
  const columns = first!.header.join(', ')
  if (second === undefined) throw linkSettingsRefusals.refuse('nothing-to-compare', { columns })
  throw linkRefusals.refuse('nothing-shared', {
    first: first!.name,
    columns,
    second: second.name,
    others: second.header.join(', '),
  })
}

/** What a column of a file is called in SQL. @throws Refusal where two columns have its name */
function columnOf({ name: file, header }: PlainFile, column: string): string {
  if (header.indexOf(column) !== header.lastIndexOf(column)) {
    throw plainFileRefusals.refuse('column-twice', { file, column })
  }
  return `c${header.indexOf(column)}`
}

async function refuseBadIds(engine: LakeEngine, plain: PlainFile, id: string): Promise<void> {
  const file = plain.name
  const column = columnOf(plain, id)
  const [bad] = await readingPlainFile(plain, () =>
    engine.rows<{ id: string | null; records: number }>(
      `select nullif(trim(${column}), '') as id, count(*) as records from (${plain.select('$1')})
       group by 1 having count(*) > 1 or id is null order by id nulls first limit 1`,
      [plain.path],
    ),
  )
  if (bad === undefined) return
  const { records } = bad
  throw bad.id === null
    ? linkRefusals.refuse('id-missing', { file, column: id, records })
    : linkRefusals.refuse('id-repeats', { file, column: id, id: bad.id, records })
}

/** Distinct values that are read as dates and addresses, to learn what a column without a name holds. */
const valuesRead = 5000

async function observeColumns(
  engine: LakeEngine,
  columns: readonly string[],
  records: number,
): Promise<ObservedColumn[]> {
  const observed: ObservedColumn[] = []
  const nothing = ['null', 'none', 'nan', 'n/a', 'unknown', 's/d', '-', '?', '.']
    .map(literal)
    .join(', ')
  for (const [k, name] of columns.entries()) {
    await engine.run(
      `create or replace temp table link_observed as
       select c${k} as raw, count(*) as c from link_source
       where c${k} is not null and lower(c${k}) not in (${nothing}) group by c${k}`,
    )
    const [counted] = await engine.rows<{ values: number; distinct: number }>(
      'select coalesce(sum(c), 0)::bigint as values, count(*) as distinct from link_observed',
    )
    const [read] = await engine.rows<{ dates: number | null; emails: number | null }>(
      `select count(*) filter (${dateDigitsSql('raw', 'day-first')} is not null and length(raw) >= 6) / count(*) as dates,
         count(*) filter (contains(raw, '@')) / count(*) as emails
       from (select raw from link_observed order by hash(raw), raw limit ${valuesRead})`,
    )
    observed.push({
      name,
      records,
      ...counted!,
      dates: read?.dates ?? 0,
      emails: read?.emails ?? 0,
    })
  }
  await engine.run('drop table if exists link_observed')
  return observed
}
