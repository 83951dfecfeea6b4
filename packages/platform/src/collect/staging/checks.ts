import {
  mappedColumns,
  type CompiledCheck,
  type CompiledMapping,
  type RuleLevel,
} from '@caudal/methods/collect'

/**
 * One thing that may be wrong with a record, and the bit that says so in the staging file. Checks
 * of reading look at the source's text, checks of rules at the fields made of it.
 */
export interface Check {
  readonly id: string
  readonly level: RuleLevel
  readonly fields: readonly string[]
  /** Column of the staging file, and the bit in it. */
  readonly mask: string
  readonly bit: number
  /** Whether a finding shows the source's text rather than the fields' values. */
  readonly showsSource: boolean
}

/** Everything that may be found of a record: in reading its values, then by the rules. */
export function checksOf(mapping: CompiledMapping, rules: readonly CompiledCheck[]): Check[] {
  const reading = mapping.columns
    .filter((column) => column.textSql !== undefined)
    .map((column) => ({
      id: column.finding,
      level: column.findingLevel,
      fields: [column.field.id],
      mask: column.finding === 'value.unmapped' ? mappedColumns.unmapped : mappedColumns.unreadable,
      bit: column.bit,
      showsSource: true,
    }))
  const ruled = rules.map((check) => ({
    id: check.ruleId,
    level: check.level,
    fields: check.rule.fields,
    mask: mappedColumns.failed,
    bit: check.bit,
    showsSource: false,
  }))
  return [...reading, ...ruled]
}

/** The mask columns that checks take up, in order. */
export function masksOf(checks: readonly Check[]): string[] {
  return [...new Set(checks.map((check) => check.mask))]
}

/** The bits of a mask that reject a record. */
export function rejectingBits(checks: readonly Check[], mask: string): bigint {
  return checks
    .filter((check) => check.mask === mask && check.level === 'reject')
    .reduce((bits, check) => bits | (1n << BigInt(check.bit)), 0n)
}
