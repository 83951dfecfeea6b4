import { getCodeList } from '../vocabulary/code-lists/index.ts'

let numbers: ReadonlyMap<string, readonly string[]> | undefined

/**
 * The number that a country's statistical office gives a municipality, as its own institutions write it:
 * the code without the letters of the country; where municipalities were joined, those before that, by
 * which offices wrote in most of the years drawn. Empty where no list has one.
 *
 * @param own municipality of the drawn region: ISO 3166-2 of the department, and its place in it from 1
 * @example municipalityNumber('HN-AT.03') // => '0103'
 */
export function municipalityNumber(own: string): string {
  const [department = '', place = ''] = own.split('.')
  numbers ??= numbersByDepartment()
  return numbers.get(department)?.[Number(place) - 1] ?? ''
}

function numbersByDepartment(): Map<string, string[]> {
  const isoOf = new Map(
    getCodeList('departments').codes.map(({ code, aliases = [] }) => [code, aliases]),
  )
  const found = new Map<string, string[]>()
  const { codes } = getCodeList('municipalities')
  const joined = new Set(codes.flatMap(({ parent, replacedBy }) => (replacedBy ? [parent] : [])))
  for (const { code, parent, replacedBy } of codes) {
    if (joined.has(parent) && replacedBy === undefined) continue
    const number = code.replace(/^[A-Z]+/, '')
    for (const iso of isoOf.get(parent ?? '') ?? []) {
      const own = found.get(iso)
      if (own === undefined) found.set(iso, [number])
      else own.push(number)
    }
  }
  for (const own of found.values()) own.sort()
  return found
}
