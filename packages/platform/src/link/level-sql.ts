import type { Comparison, Level } from '@caudal/methods/link'
import { emailOfNameSql } from './email-of-name.ts'
import { formsOf } from './prepared-records.ts'

/**
 * The place of a pair's level in a comparison, as an SQL expression over `l` and `r`: 0 is missing, 1
 * the best level, and so on; disagreement is last.
 */
export function levelSql(comparisons: readonly Comparison[], k: number): string {
  const comparison = comparisons[k]!
  const missing = [`l.x${k} is null`, `r.x${k} is null`]
  for (const column of comparison.silentWhenSwapped ?? []) {
    const other = comparisons.findIndex((one) => one.column === column)
    if (other !== -1) missing.push(swappedSql(comparisons, other))
  }
  const ofName = emailOfNameSql(comparisons, k)
  if (ofName !== undefined) missing.push(ofName.silent)
  const levels = comparison.levels.map((level, at) => {
    const condition = conditionSql(level, comparisons, k)
    return `when ${condition} then ${at + 1}`
  })
  if (ofName !== undefined)
    levels.unshift(`when ${ofName.apart} then ${comparison.levels.length + 1}`)
  return `case when ${missing.join(' or ')} then 0 ${levels.join(' ')} else ${comparison.levels.length + 1} end`
}

/**
 * Given name here is family name there: as they sound by their first words, or the same words in any order; one
 * of the two may be misspelt or an initial; both may where their first letters are kept.
 */
function swappedSql(comparisons: readonly Comparison[], k: number): string {
  const other = comparisons.findIndex(({ column }) => column === comparisons[k]!.swappedWith)
  if (other === -1 || !hasForm(comparisons[k]!, 'f') || !hasForm(comparisons[other]!, 'f'))
    return 'false'
  const here = (form: string) => `l.${form}${k} = r.${form}${other}`
  const there = (form: string) => `l.${form}${other} = r.${form}${k}`
  const alike = (left: number, right: number) =>
    `jaro_winkler_similarity(l.x${left}, r.x${right}) >= 0.88`
  const begins = (left: number, right: number) => `left(l.x${left}, 1) = left(r.x${right}, 1)`
  const rest = (left: number, right: number) =>
    `(case when length(l.x${left}) = 1 or length(r.x${right}) = 1 then ${begins(left, right)} else ${alike(left, right)} end)`
  return `coalesce((case when ${here('f')} then ${there('f')} or ${rest(other, k)}
      when ${there('f')} then ${rest(k, other)}
      when ${here('w')} then ${there('w')}
      else ${begins(k, other)} and ${begins(other, k)} and ${rest(k, other)} and ${rest(other, k)}
        and length(l.x${k} || l.x${other}) > 2 and length(r.x${k} || r.x${other}) > 2 end)
    and l.w${k} <> l.w${other} and l.f${k} <> l.f${other}, false)`
}

/** Characters that are left of a text cut off, at the least. */
const shortestCut = 4

function hasForm({ kind }: Comparison, form: string): boolean {
  return formsOf(kind).includes(form)
}

function conditionSql(level: Level, comparisons: readonly Comparison[], k: number): string {
  const comparison = comparisons[k]!
  const equal = (form: string) =>
    hasForm(comparison, form) ? `l.${form}${k} = r.${form}${k}` : `l.x${k} = r.x${k}`
  const [left, right] = [`l.x${k}`, `r.x${k}`]
  switch (level.is) {
    case 'exact':
      return equal('x')
    case 'swapped':
      return swappedSql(comparisons, k)
    case 'same-words':
      return equal('w')
    case 'same-sound':
      return equal('s')
    case 'first-word':
      return equal('f')
    case 'last-word':
      return equal('z')
    case 'same-local-part':
      return equal('f')
    case 'words-within':
      return hasForm(comparison, 'l') ? withinSql(comparison, k) : 'false'
    case 'cut-off':
      return `(least(length(${left}), length(${right})) >= ${shortestCut} and (starts_with(${left}, ${right}) or starts_with(${right}, ${left})))`
    case 'initials':
      // a word of one letter on either side, and the shorter row of initials begins the longer; of a full
      // name the last word is written out
      return hasForm(comparison, 'i')
        ? `((l.h${k} or r.h${k}) and (starts_with(l.i${k}, r.i${k}) or starts_with(r.i${k}, l.i${k}))${comparison.kind === 'full-name' ? ` and ${equal('z')}` : ''})`
        : 'false'
    case 'jaro-winkler':
      return `jaro_winkler_similarity(${left}, ${right}) >= ${level.atLeast}`
    case 'jaro-winkler-words':
      return hasForm(comparison, 'w')
        ? `jaro_winkler_similarity(l.w${k}, r.w${k}) >= ${level.atLeast}`
        : `jaro_winkler_similarity(${left}, ${right}) >= ${level.atLeast}`
    case 'damerau-levenshtein':
      return editsSql(left, right, level.atMost)
    case 'day-month-swapped':
      return `(left(${left}, 4) = left(${right}, 4) and substr(${left}, 5, 2) = substr(${right}, 7, 2) and substr(${left}, 7, 2) = substr(${right}, 5, 2))`
    case 'two-parts':
      return `((left(${left}, 4) = left(${right}, 4))::int + (substr(${left}, 5, 2) = substr(${right}, 5, 2))::int + (substr(${left}, 7, 2) = substr(${right}, 7, 2))::int >= 2)`
    case 'same-year':
      return `left(${left}, 4) = left(${right}, 4)`
    case 'same-start':
      return `(length(${left}) >= ${level.length} and left(${left}, ${level.length}) = left(${right}, ${level.length}))`
    case 'same-end':
      return `(length(${left}) >= ${level.length} and right(${left}, ${level.length}) = right(${right}, ${level.length}))`
    case 'within':
      return `coalesce(abs(try_cast(${left} as double) - try_cast(${right} as double)) <= ${level.difference}, false)`
  }
}

/**
 * Every word of one text in the other. Lists are dear to compare: the number of words must differ,
 * and of names a first or last word must sound alike, before they are.
 */
function withinSql(comparison: Comparison, k: number): string {
  const lists = `(list_has_all(l.l${k}, r.l${k}) or list_has_all(r.l${k}, l.l${k}))`
  const ends = hasForm(comparison, 'f')
    ? `(l.f${k} = r.f${k} or l.z${k} = r.z${k} or l.f${k} = r.z${k} or l.z${k} = r.f${k})`
    : `(contains(l.x${k}, left(r.x${k}, 4)) or contains(r.x${k}, left(l.x${k}, 4)))`
  return `case when l.c${k} = r.c${k} then false when not ${ends} then false else ${lists} end`
}

/**
 * Edits are dear to count, so that cheaper measures answer first where they can: texts of one length
 * by the places in which they differ (an exchange of neighbours differs in two), the others by a
 * similarity under which no two texts of five letters or more lie within two edits.
 */
function editsSql(left: string, right: string, most: number): string {
  const distance = `damerau_levenshtein(${left}, ${right}) <= ${most}`
  if (most > 2) return `(abs(length(${left}) - length(${right})) <= ${most} and ${distance})`
  if (most === 1) {
    return `case when strlen(${left}) = strlen(${right}) then
        case hamming(${left}, ${right}) when 0 then true when 1 then true when 2 then ${distance} else false end
      when abs(strlen(${left}) - strlen(${right})) > 1 then false
      else ${distance} end`
  }
  return `case when abs(strlen(${left}) - strlen(${right})) > 2 then false
    when strlen(${left}) >= 5 and strlen(${right}) >= 5 and jaro_winkler_similarity(${left}, ${right}) < 0.7 then false
    else ${distance} end`
}

/**
 * What the frequencies of the values that a pair agrees on exactly add to its weight, bits, over the
 * comparisons `counted`.
 */
export function frequencySql(
  comparisons: readonly Comparison[],
  counted: (comparison: Comparison) => boolean,
): string {
  const parts = comparisons.flatMap((comparison, k) => {
    if (!comparison.termFrequency || !counted(comparison)) return []
    if (!comparison.levels.some(({ is }) => is === 'exact')) return []
    const silent = (comparison.silentWhenSwapped ?? []).map((column) => {
      const other = comparisons.findIndex((one) => one.column === column)
      return `not ${swappedSql(comparisons, other)}`
    })
    const when = [`l.x${k} = r.x${k}`, ...silent].join(' and ')
    // where a value is counted within groups, the commoner of the two counts
    const counts = `case when ${when} then least(l.t${k}, r.t${k}) else 0 end`
    const ofName = emailOfNameSql(comparisons, k)
    if (ofName === undefined) return [counts]
    return [`case when ${ofName.patterned} then least(l.q${k}, r.q${k}) else ${counts} end`]
  })
  return parts.length === 0 ? '0::float' : `(${parts.join(' + ')})::float`
}

/** A pattern of levels as one number: each comparison is a digit of its own base. */
export interface PatternCode {
  readonly sql: string
  readonly type: 'bigint' | 'hugeint'
  /** Places of levels as in `PatternTable`: −1 missing, 0 best. */
  decode(code: bigint): number[]
}

export function patternCode(comparisons: readonly Comparison[]): PatternCode {
  const bases = comparisons.map(({ levels }) => BigInt(levels.length + 2))
  let product = 1n
  const steps = bases.map((base) => {
    const step = product
    product *= base
    return step
  })
  const type = product < 2n ** 62n ? 'bigint' : 'hugeint'
  const sql = comparisons
    .map((_, k) => `(${levelSql(comparisons, k)})::${type} * ${steps[k]!}::${type}`)
    .join(' + ')
  return {
    sql: `(${sql})`,
    type,
    decode(code) {
      return bases.map((base, k) => Number((code / steps[k]!) % base) - 1)
    },
  }
}
