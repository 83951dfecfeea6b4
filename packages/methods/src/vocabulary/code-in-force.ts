import { specialCodes, type Code, type CodeList } from './code-list.ts'

const special: ReadonlySet<string> = new Set(Object.values(specialCodes))

/**
 * Whether a code is in force on a day: from its first day to its last, both included.
 *
 * @param date ISO date, or a time whose day counts
 * @example isInForce({ code: 'SV01001', label: { es: '', en: '', fr: '' }, validFrom: '2024-05-01' }, '2024-04-30') // => false
 */
export function isInForce({ validFrom, validTo }: Code, date: string): boolean {
  const day = date.slice(0, 10)
  return day >= (validFrom ?? '0000') && day <= (validTo ?? '9999')
}

/**
 * Whether a list has a code and the code is in force on a day; the codes that every list
 * understands always are.
 */
export function isKnownOn(list: CodeList, code: string, date: string): boolean {
  if (special.has(code)) return true
  const found = codesById(list).get(code)
  return found !== undefined && isInForce(found, date)
}

/**
 * The code that stands for another on a day: itself while it is in force, afterwards the one that
 * took its place, and so on. A code that nothing replaces stays what it is, and so does one whose
 * time has not come: what it will cover had more than one code before.
 *
 * @param date ISO date; null where none is known, then the code as it stands
 * @see Ley Especial para la Reestructuración Municipal (El Salvador, 2023), article 1: every former
 * municipality lies whole in one of the new ones
 */
export function codeOn(list: CodeList, code: string, date: string | null): string {
  if (date === null) return code
  let standing = code
  // As often as there are changes; a circle of replacements ends where it began.
  for (const seen = new Set<string>(); !seen.has(standing);) {
    seen.add(standing)
    const known = codesById(list).get(standing)
    const isOver = known?.validTo !== undefined && date.slice(0, 10) > known.validTo
    if (isOver && known.replacedBy !== undefined) standing = known.replacedBy
  }
  return standing
}

/** A code that another takes the place of, from a day on. */
export interface Replacement {
  readonly code: string
  /** Last day on which the code stands for itself. */
  readonly until: string
  readonly by: string
}

/** The codes of a list that others took the place of, those replaced first before their heirs. */
export function listReplacements(list: CodeList): readonly Replacement[] {
  return list.codes
    .flatMap(({ code, validTo, replacedBy }) =>
      validTo === undefined || replacedBy === undefined
        ? []
        : [{ code, until: validTo, by: replacedBy }],
    )
    .toSorted((one, other) => (one.until < other.until ? -1 : Number(one.until > other.until)))
}

const byId = new WeakMap<CodeList, ReadonlyMap<string, Code>>()

function codesById(list: CodeList): ReadonlyMap<string, Code> {
  const known = byId.get(list) ?? new Map(list.codes.map((each) => [each.code, each]))
  byId.set(list, known)
  return known
}
