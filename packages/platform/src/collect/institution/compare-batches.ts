import { getRecordType, quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import { getBatch, type Batch, type CaudalNode } from '../../store/index.ts'
import { collectRefusals } from '../refusals.ts'
import { factsOf } from './report-figures.ts'

/** A cell whose figure differs between two batches. */
export interface ChangedCell {
  /** Codes by dimension, in the order of {@link BatchComparison.by}. */
  readonly codes: readonly (string | null)[]
  readonly before: number
  readonly after: number
}

export interface BatchComparison {
  readonly before: Batch
  readonly after: Batch
  /** What the figures are broken down by: `month`, then fields. */
  readonly by: readonly string[]
  /** What is counted: records, or the field that is summed. */
  readonly figure: string
  readonly total: { readonly before: number; readonly after: number }
  readonly cells: number
  readonly changed: number
  /** The largest changes first. */
  readonly cellsChanged: readonly ChangedCell[]
  /** Fields of which a part of the figure has another value than before, whatever it is broken down by. */
  readonly moved: readonly MovedField[]
}

/** How much of the figure went from one value of a field to another at the least: what the total itself gained or lost may hide more. */
export interface MovedField {
  readonly field: string
  readonly moved: number
}

/** Dimensions of a comparison where none are named, by record type: what tables are made by. */
const usual: Readonly<Record<string, readonly string[]>> = {
  movement: ['country', 'direction', 'border_post'],
  permit: ['country', 'permit_type', 'decision'],
  residence: ['country', 'migratory_status'],
  return: ['country', 'return_type', 'counterpart_country', 'sex'],
  incident: ['country', 'cause'],
  displacement: ['country', 'department', 'cause'],
  'survey-response': ['country', 'survey'],
  observation: ['measure', 'period', 'ref_area', 'counterpart_area', 'sex', 'age'],
}
const summed: Readonly<Record<string, string>> = { observation: 'value', displacement: 'persons' }

/**
 * What changed from one batch to another of the same dataset, cell by cell: a correction beside
 * what it corrects.
 *
 * @param by Fields to break down by, and `month`; the usual ones of the record type where absent.
 * @throws {Refusal} store.batch-unknown, collect.batches-not-comparable, collect.field-unknown
 */
export async function compareBatches(
  node: CaudalNode,
  ids: { readonly before: number; readonly after: number },
  by?: readonly string[],
  limit = 200,
): Promise<BatchComparison> {
  const before = await getBatch(node, ids.before)
  const after = await getBatch(node, ids.after)
  if (before.dataset !== after.dataset) {
    throw collectRefusals.refuse('batches-not-comparable', {
      before: `${before.id} (${before.dataset})`,
      after: `${after.id} (${after.dataset})`,
    })
  }
  const recordType = getRecordType(before.recordType)
  const { dateField } = recordType
  const usually = by === undefined && recordType.id !== 'observation'
  const hasMonth = dateField !== undefined && (usually || (by ?? []).includes('month'))
  const fields = fieldsOf(recordType, hasMonth ? by?.filter((id) => id !== 'month') : by)
  const dimensions = [
    ...(hasMonth ? [`strftime(${quoteName(dateField)}, '%Y-%m') AS "month"`] : []),
    ...fields.map((id) => `CAST(${quoteName(id)} AS VARCHAR) AS ${quoteName(id)}`),
  ]
  const names = [...(hasMonth ? ['month'] : []), ...fields]
  const figure = summed[recordType.id]
  const measure = figure === undefined ? 'count(*)' : `sum(${quoteName(figure)})`
  const cells = (batch: Batch) =>
    `SELECT ${dimensions.join(', ')}, CAST(${measure} AS DOUBLE) AS figure FROM ${factsOf(node, [batch])} GROUP BY ALL`
  const columns = names.map(quoteName)
  const joined = columns.map((name) => `b.${name} IS NOT DISTINCT FROM a.${name}`).join(' AND ')
  const both = `(
    SELECT ${columns.map((name) => `coalesce(a.${name}, b.${name}) AS ${name}`).join(', ')},
      coalesce(b.figure, 0) AS before, coalesce(a.figure, 0) AS after
    FROM (${cells(before)}) AS b FULL OUTER JOIN (${cells(after)}) AS a ON ${joined}
  )`
  const [all] = await node.lake.rows<{ cells: number; changed: number; b: number; a: number }>(
    `SELECT count(*) AS cells, count(*) FILTER (before <> after) AS changed, sum(before) AS b, sum(after) AS a FROM ${both}`,
  )
  const rows = await node.lake.rows<Record<string, string | number | null>>(
    `SELECT * FROM ${both} WHERE before <> after
    ORDER BY abs(after - before) DESC, ${columns.join(', ')} LIMIT ${limit}`,
  )
  const moved = await node.lake.rows<MovedField>(
    `SELECT * FROM (${movedSql(recordType, measure, factsOf(node, [before]), factsOf(node, [after]))})
    WHERE moved > 0 ORDER BY moved DESC, field`,
  )
  return {
    before,
    after,
    by: names,
    moved,
    figure: figure ?? 'records',
    total: { before: Number(all!.b), after: Number(all!.a) },
    cells: Number(all!.cells),
    changed: Number(all!.changed),
    cellsChanged: rows.map((row) => ({
      codes: names.map((name) => row[name] as string | null),
      before: Number(row['before']),
      after: Number(row['after']),
    })),
  }
}

/** Fields that figures can be broken down by. */
export function countableFields({ fields }: RecordType): RecordType['fields'] {
  return fields.filter(
    ({ type, sensitivity }) =>
      sensitivity !== 'identity' && (type === 'code' || type === 'period' || type === 'boolean'),
  )
}

function movedSql(recordType: RecordType, measure: string, before: string, after: string): string {
  const figures = (facts: string, field: string) =>
    `SELECT CAST(${quoteName(field)} AS VARCHAR) AS code, CAST(${measure} AS DOUBLE) AS figure FROM ${facts} GROUP BY ALL`
  return countableFields(recordType)
    .map(
      ({ id }) => `
      SELECT ${quoteText(id)} AS field,
        (sum(abs(coalesce(a.figure, 0) - coalesce(b.figure, 0)))
          - abs(sum(coalesce(a.figure, 0)) - sum(coalesce(b.figure, 0)))) / 2 AS moved
      FROM (${figures(before, id)}) AS b FULL OUTER JOIN (${figures(after, id)}) AS a
        ON b.code IS NOT DISTINCT FROM a.code`,
    )
    .join(' UNION ALL ')
}

function fieldsOf(recordType: RecordType, by: readonly string[] | undefined): readonly string[] {
  const fields = by ?? usual[recordType.id] ?? ['country']
  const open = recordType.fields.filter(({ sensitivity }) => sensitivity !== 'identity')
  const unknown = fields.find((id) => !open.some((field) => field.id === id))
  if (unknown === undefined) return fields
  throw collectRefusals.refuse('field-unknown', {
    field: unknown,
    recordType: recordType.id,
    known: open.map(({ id }) => id).join(', '),
  })
}
