/**
 * The country-of-nationality rule: how many nationals of X sought asylum or protection is never
 * told to X. A cell is withheld when it names a nationality and a protection purpose at once
 * (each by a code, not by a total) and goes to that country, or to the public, which includes it.
 */
export interface NationalityRule {
  /** The dimension of nationality. */
  readonly dimension: string
  /** The dimension that says asylum or protection. */
  readonly purpose: string
  /** Its codes that do. */
  readonly codes: readonly string[]
  /** The country that receives the figures; absent: everyone. */
  readonly towards?: string
}

/**
 * Whether a cell may not go where it is going under the rule.
 *
 * @param code the cell's code in a dimension, `_T` for a total
 * @see UNHCR, Policy on the Protection of Personal Data of Persons of Concern (2015), 6.3
 * @example
 * isWithheld({ dimension: 'citizenship', purpose: 'purpose', codes: ['asylum'] },
 *   (name) => ({ citizenship: 'HND', purpose: 'asylum' })[name]) // => true
 */
export function isWithheld(
  rule: NationalityRule,
  code: (dimension: string) => string | undefined,
): boolean {
  const nationality = code(rule.dimension)
  const purpose = code(rule.purpose)
  if (nationality === undefined || nationality === '_T' || purpose === undefined) return false
  if (rule.towards !== undefined && rule.towards !== nationality) return false
  return rule.codes.includes(purpose)
}
