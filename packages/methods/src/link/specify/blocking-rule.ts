/**
 * What two records must share to be compared at all: keys of columns, all of them. The keys of a
 * column, by name; `names` is the pair of given and family name in either order.
 */
export const blockingKeys = [
  'value',
  'sound',
  'words',
  'names',
  'first-word',
  'last-word',
  'start-3',
  'start-4',
  'end-4',
  'end-7',
  'year',
  'month-day',
  'local-part',
] as const

export type BlockingKey = (typeof blockingKeys)[number]

export interface BlockingPart {
  readonly column: string
  readonly by: BlockingKey
  /** Of `names`: the column of the family name. */
  readonly with?: string | undefined
}

/** One rule: pairs that agree on every part are compared. */
export type BlockingRule = readonly BlockingPart[]

/**
 * A rule in words, for reports.
 *
 * @example describeRule([{ column: 'surname', by: 'sound' }, { column: 'dob', by: 'value' }]) // => 'surname (sound) + dob'
 */
export function describeRule(rule: BlockingRule): string {
  return rule
    .map(({ column, by, with: other }) =>
      by === 'value' ? column : by === 'names' ? `${column} and ${other}` : `${column} (${by})`,
    )
    .join(' + ')
}

/** The columns that a rule holds equal, wholly or in part. */
export function columnsOfRule(rule: BlockingRule): string[] {
  return rule.flatMap(({ column, with: other }) =>
    other === undefined ? [column] : [column, other],
  )
}
