import type { Queryable } from '../../store/index.ts'
import { listRegisterTables, quoted } from './register-tables.ts'

/** Values that are hard to carry: signs that quote, letters beyond ASCII, fractions, more than 53 bits. */
const hard: Readonly<Record<string, string>> = {
  text: `'said "María" \\ ''so'''||chr(10)||'ñ €'`,
  'text[]': `array['a,b', '{"c"}', 'ñ']`,
  uuid: `'6f1c2c1e-0000-4000-8000-000000000001'`,
  bytea: `decode('00ff5c27', 'hex')`,
  bigint: '9007199254740993',
  integer: '2147483646',
  smallint: '32767',
  'double precision': '0.1 + 0.2',
  boolean: 'true',
  date: `'2026-02-28'`,
  'timestamp with time zone': `'2026-06-01 12:34:56.789012+00'`,
  jsonb: `'{"a": [1.10, null, "\\"ñ\\""], "0": {}}'`,
}

/** Where a table takes some values only. */
const fitting: Readonly<Record<string, string>> = {
  'account_links.kind': `'recovery'`,
  'account_links.approved_by': 'null',
  'account_sessions.stage': `'full'`,
  'account_sessions.method': `'link'`,
  'accounts.language': `'es'`,
  'accounts.status': `'active'`,
  'accounts.created_by': 'null',
  'alerts.kind': `'change'`,
  'alerts.basis': `'year'`,
  'audit_nodes.hash': `decode(repeat('5c', 32), 'hex')`,
  'backups.manifest': `'[]'`,
  'retention_runs.erased': `'[]'`,
  'capacity_assessments.country': `'SLV'`,
  'clock_seen.uptime_seconds': '12.5',
  'cube_builds.files': `'[]'`,
  'cube_builds.batches': `'[]'`,
  'releases.id': `'r-v1'`,
  'erased_persons.digest': `repeat('a', 64)`,
  'erased_records.record_id': `'12345678901234567890'`,
  'forms.form': `'returns'`,
  'forms.country': `'SLV'`,
  'form_entries.state': `'waiting'`,
  'link_decisions.kind': `'same'`,
  'link_decisions.one_id': `'1'`,
  'link_decisions.other_id': `'2'`,
  'link_decisions.undoes': 'null',
  'link_runs.base': 'null',
  'jobs.status': `'done'`,
  'own_codes.code_list': `'departments'`,
  'own_codes.code': `'SV-99'`,
  'own_codes.version': '1',
  'own_codes.country': `'SLV'`,
  'own_codes.label': `'{"es": "Ñ", "en": "N", "fr": "N"}'`,
  'own_codes.aliases': `'[]'`,
  'own_codes.parent': 'null',
  'own_codes.standard': 'null',
  'own_codes.replaced_by': 'null',
  'release_announcements.kind': `'announced'`,
  'release_announcements.due': `'2026-07'`,
  'release_events.kind': `'approved'`,
  'restricted_records.record_id': `'1'`,
  'retention_runs.kind': `'daily'`,
  'retention_runs.outcome': `'done'`,
  'series_breaks.country': `'SLV'`,
  'series_breaks.from_period': `'2024-Q1'`,
  'submission_duties.every': `'month'`,
  'submission_duties.grace_days': '730',
  'submissions.state': `'draft'`,
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  /** The table and column that it refers to. */
  readonly refers: string | null
  readonly referred: string | null
}

/** Gives every table of the register that is empty a row, with a value in every column that takes one. */
export async function fillEveryTable(register: Queryable): Promise<void> {
  const columns = await register.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
       f.confrelid::regclass::text as refers, r.attname as referred
     from pg_class as c
     join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attidentity = '' and a.attgenerated = ''
     left join lateral (
       select confrelid, confkey[array_position(conkey, a.attnum)] as key
       from pg_constraint where contype = 'f' and conrelid = c.oid and a.attnum = any (conkey)
       order by cardinality(conkey) desc limit 1
     ) as f on true
     left join pg_attribute as r on r.attrelid = f.confrelid and r.attnum = f.key
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     order by c.relname, a.attnum`,
  )
  for (const { name } of await listRegisterTables(register)) {
    const own = columns.filter(({ table }) => table === name)
    const values = own.map(
      ({ column, type, refers, referred }) =>
        fitting[`${name}.${column}`] ??
        (refers === null
          ? hard[type]
          : `(select ${quoted(referred!)} from ${quoted(refers)} order by 1 limit 1)`) ??
        'null',
    )
    const [filled] = await register.query(`select 1 from ${quoted(name)} limit 1`)
    // where rows are there, some tables take no other in this way: the log is written in groups
    if (filled !== undefined) continue
    await register.query(
      `insert into ${quoted(name)} (${own.map(({ column }) => quoted(column)).join(', ')})
       values (${values.join(', ')})`,
    )
  }
}
