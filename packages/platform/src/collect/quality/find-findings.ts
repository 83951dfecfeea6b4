import { quoteText, type RuleLevel } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'

/** One row per record and rule that it breaks. */
export interface Finding {
  /** Number of the record in the file, from 1. */
  readonly record: number
  /** Number of its first line as a text editor counts, from 1. */
  readonly line: number
  /** Number of the record in the lake; null where it was rejected. */
  readonly recordId: number | bigint | null
  readonly rule: string
  readonly level: RuleLevel
  /** Fields that the rule looks at, joined by commas; null where the record could not be read. */
  readonly field: string | null
  /** What was found; identity values are masked. */
  readonly value: string | null
  readonly expected: string | null
}

export interface Findings {
  readonly total: number
  readonly findings: readonly Finding[]
}

/**
 * The first findings of a batch in the order of the file.
 *
 * @param worstFirst those for which a record was rejected before all others
 */
export async function findFindings(
  engine: LakeEngine,
  paths: readonly string[],
  limit: number,
  worstFirst = false,
): Promise<Findings> {
  if (paths.length === 0) return { total: 0, findings: [] }
  const files = `read_parquet([${paths.map(quoteText).join(', ')}])`
  const [all] = await engine.rows<{ total: number }>(`SELECT count(*) AS total FROM ${files}`)
  const findings = await engine.rows<Finding>(
    `SELECT record, line, record_id AS "recordId", rule, level, field, value, expected ` +
      `FROM ${files} ORDER BY ${worstFirst ? `level = 'warn', ` : ''}record, line, rule, field LIMIT $1`,
    [limit],
  )
  return { total: all!.total, findings }
}
