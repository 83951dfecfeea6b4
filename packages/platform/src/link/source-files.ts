import { basename } from 'node:path'
import {
  columnRole,
  linkSettingsRefusals,
  type LinkSettings,
  type ObservedColumn,
} from '@caudal/methods/link'
import { openPlainFile, readingPlainFile, type PlainFile } from '../collect/plain-csv/plain-csv.ts'
import { plainFileRefusals } from '../collect/plain-csv/refusals.ts'
import type { LakeEngine } from '../store/index.ts'
import type { SourceTable } from './prepared-records.ts'
import { linkRefusals } from './refusals.ts'
import { dateDigitsSql, literal } from './text-sql.ts'

/** What was read: the records in `link_source`, their columns, and the name of the id column. */
export interface ReadFiles {
  readonly source: SourceTable
  readonly id: string
  readonly observed: readonly ObservedColumn[]
  /** Columns that stand in one file only, and are not compared. */
  readonly unshared: readonly string[]
  /** Ids that stand in both files. */
  readonly sharedIds: number
}

const idNames = ['id', 'rec_id', 'record_id', 'unique_id']

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
  for (const path of files) plain.push(await openPlainFile(path, []))
  const headers = plain.map(({ header }) => header)
  const shared = headers[0]!.filter((name) => headers.every((header) => header.includes(name)))
  const id = idColumn(shared, settings, files)
  for (const column of columnsNamed(settings)) {
    const at = headers.findIndex((header) => !header.includes(column))
    if (at !== -1) {
      throw linkSettingsRefusals.refuse('settings-column-missing', {
        column,
        file: basename(files[at]!),
        columns: headers[at]!.join(', '),
      })
    }
  }
  const columns = only ?? shared.filter((name) => name !== id)
  for (const column of columns) {
    const at = headers.findIndex((header) => !header.includes(column))
    if (at !== -1) {
      const details = { column, file: basename(files[at]!), columns: headers[at]!.join(', ') }
      throw linkSettingsRefusals.refuse('settings-column-missing', details)
    }
  }
  const selects = plain.map((file, at) => {
    const values = columns.map((name, k) => `nullif(trim(${columnOf(file, name)}), '') as c${k}`)
    return `select ${at + 1}::utinyint as file, trim(${columnOf(file, id)}) as id, ${values.join(', ')}
      from (${file.select(`$${at + 1}`)})`
  })
  // the first file decides what is unreadable before the second is met
  for (const file of plain) await refuseBadIds(engine, file, id)
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
    id,
    observed: await observeColumns(engine, columns, counted!.first + counted!.second),
    unshared: [...new Set(headers.flat())].filter((name) => !shared.includes(name)),
    sharedIds: both!.ids,
  }
}

/** What a column of a file is called in SQL. @throws Refusal where two columns have its name */
function columnOf({ name: file, header }: PlainFile, column: string): string {
  if (header.indexOf(column) !== header.lastIndexOf(column)) {
    throw plainFileRefusals.refuse('column-twice', { file, column })
  }
  return `c${header.indexOf(column)}`
}

function idColumn(
  columns: readonly string[],
  settings: LinkSettings,
  files: readonly string[],
): string {
  if (settings.id !== undefined) {
    if (columns.includes(settings.id)) return settings.id
    throw linkSettingsRefusals.refuse('settings-column-missing', {
      column: settings.id,
      file: files.map((file) => basename(file)).join(', '),
      columns: columns.join(', '),
    })
  }
  const named =
    columns.find((name) => idNames.includes(name)) ??
    columns.find((name) => idNames.includes(name.trim().toLowerCase())) ??
    columns.find((name) => columnRole(name) === 'id')
  if (named !== undefined) return named
  throw linkRefusals.refuse('id-not-found', {
    file: files.map((file) => basename(file)).join(', '),
    columns: columns.join(', '),
  })
}

/** Every column that settings speak of. */
function columnsNamed(settings: LinkSettings): string[] {
  const ofRule = (rule: NonNullable<LinkSettings['blocking']>[number]) =>
    rule.flatMap((part) =>
      typeof part === 'string'
        ? [part]
        : part.with === undefined
          ? [part.column]
          : [part.column, part.with],
    )
  const rules = [
    ...(settings.blocking ?? []),
    ...(settings.em?.rules ?? []),
    ...(settings.prior?.deterministic ?? []),
  ]
  const compared = (settings.comparisons ?? []).flatMap(({ column, frequencyWithin }) =>
    frequencyWithin === undefined ? [column] : [column, frequencyWithin],
  )
  return [...new Set([...compared, ...rules.flatMap(ofRule)])]
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
