/** An area of a boundary set, as far as joining needs it. */
export interface KnownArea {
  readonly code: string
  readonly name?: string | undefined
  /** Other codes for it. */
  readonly also?: readonly string[] | undefined
}

export interface AreaJoin {
  /** Code of the table → code of the boundary set. */
  readonly found: ReadonlyMap<string, string>
  /** Codes of the table joined by their name alone. */
  readonly byName: readonly string[]
  /** Codes of the table that no area answers to. */
  readonly missing: readonly string[]
}

/**
 * Joins areas of a table to areas of a boundary set: by code, by another official code, then by
 * name where exactly one area has it. Never two codes of a table to one area.
 *
 * @example joinAreas([{ code: 'GT-GU', label: 'Guatemala' }], [{ code: 'GT01', also: ['GT-GU'] }]).found.get('GT-GU') // => 'GT01'
 */
export function joinAreas(
  table: readonly { readonly code: string; readonly label: string }[],
  known: readonly KnownArea[],
): AreaJoin {
  const byCode = new Map<string, string>()
  for (const { code, also } of known) for (const other of also ?? []) byCode.set(other, code)
  for (const { code } of known) byCode.set(code, code)
  const byName = namesOf(known)

  const found = new Map<string, string>()
  const taken = new Set<string>()
  const take = (code: string, area: string | undefined): boolean => {
    if (area === undefined || taken.has(area)) return false
    found.set(code, area)
    taken.add(area)
    return true
  }
  const unmatched = table.filter(({ code }) => !take(code, byCode.get(code)))
  const named = unmatched.filter(({ code, label }) => take(code, byName.get(plainName(label))))
  return {
    found,
    byName: named.map(({ code }) => code),
    missing: unmatched.filter(({ code }) => !found.has(code)).map(({ code }) => code),
  }
}

function namesOf(known: readonly KnownArea[]): Map<string, string> {
  const areas = new Map<string, string>()
  const shared = new Set<string>()
  for (const { code, name } of known) {
    if (name === undefined) continue
    const plain = plainName(name)
    if (areas.has(plain)) shared.add(plain)
    areas.set(plain, code)
  }
  for (const name of shared) areas.delete(name)
  return areas
}

const kindsOfArea =
  /\b(region|department|departamento|departement|province|provincia|district|distrito|city|ciudad|state|estado|etat|municipio|municipality|parish|county|autonomous|autonoma)\b/g

/**
 * A name without accents, capitals, marks and the word for the kind of area.
 *
 * @example plainName('Departamento de Petén') // => 'peten'
 */
export function plainName(name: string): string {
  const bare = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  const short = bare.replace(kindsOfArea, ' ').replace(/^\s*(?:(?:de|del|of|du|la|el|the)\s+)+/, '')
  const words = (short.trim() === '' ? bare : short).trim()
  return words.replace(/\s+/g, ' ')
}
