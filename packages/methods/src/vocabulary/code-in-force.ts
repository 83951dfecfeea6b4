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
  return day >= (validFrom ?? '0000') && day <= (validTo ?? '9999-12-31')
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
 * time has not come: what it will cover had more than one code before. An own code of a node is, outside
 * its days, the code of the platform that it counts as.
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
    if (known === undefined || isInForce(known, date)) break
    const isOver = known.validTo !== undefined && date.slice(0, 10) > known.validTo
    if (isOver && known.replacedBy !== undefined) standing = known.replacedBy
    else if (known.standard !== undefined) standing = known.standard
  }
  return standing
}

/**
 * The last days after which texts of a list are read otherwise: because a code gives way to another, or
 * because an own code begins or ends, in order.
 */
export function listTurns(list: CodeList): string[] {
  const turns = list.codes.flatMap(({ validFrom, validTo, replacedBy, standard }) => [
    ...(standard !== undefined && validFrom !== undefined ? [dayBefore(validFrom)] : []),
    ...(validTo !== undefined && (replacedBy ?? standard) !== undefined ? [validTo] : []),
  ])
  return [...new Set(turns)].sort()
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const byId = new WeakMap<CodeList, ReadonlyMap<string, Code>>()

function codesById(list: CodeList): ReadonlyMap<string, Code> {
  const known = byId.get(list) ?? new Map(list.codes.map((each) => [each.code, each]))
  byId.set(list, known)
  return known
}
