import { specialCodes, type Code, type CodeList } from './code-list.ts'
import type { Language } from './language.ts'
import { spellingKey } from './spelling.ts'

interface Index {
  readonly byCode: ReadonlyMap<string, Code>
  readonly bySpelling: ReadonlyMap<string, Code>
}

/** One parent or several whose codes a name means first: a country, the departments of a country. */
export type Within = string | readonly string[]

/** Indexes of a list, by the parents within which a name is meant first; '' for none. */
const indexes = new WeakMap<CodeList, Map<string, Index>>()

/**
 * Codes that every list understands besides its own, with their words.
 *
 * @see SDMX Guidelines for the Creation and Management of SDMX Code Lists (2020), section on
 * generic codes
 */
export const specialCodeTexts: readonly Code[] = [
  { code: specialCodes.total, label: { es: 'Total', en: 'Total', fr: 'Total' } },
  { code: specialCodes.unknown, label: { es: 'Se ignora', en: 'Unknown', fr: 'Inconnu' } },
  {
    code: specialCodes.notApplicable,
    label: { es: 'No se aplica', en: 'Not applicable', fr: 'Sans objet' },
  },
  { code: specialCodes.other, label: { es: 'Otros', en: 'Other', fr: 'Autres' } },
]

function indexOf(list: CodeList, within: Within = []): Index {
  const parents = [within].flat()
  const key = parents.join(' ')
  const known = indexes.get(list) ?? new Map<string, Index>()
  indexes.set(list, known)
  const made = known.get(key) ?? makeIndex(list, new Set(parents))
  known.set(key, made)
  return made
}

function makeIndex(list: CodeList, within: ReadonlySet<string>): Index {
  const byCode = new Map(list.codes.map((code) => [code.code, code]))
  for (const code of specialCodeTexts) if (!byCode.has(code.code)) byCode.set(code.code, code)
  const inside = list.codes.filter(({ parent = '' }) => within.has(parent))
  // A code wins over a label, a label over an alias, a code inside over one outside.
  const bySpelling = new Map<string, Code | null>()
  addNames(bySpelling, [...byCode.values()], ({ code }) => [code])
  addNames(bySpelling, inside, labelsOf)
  // An own code may take a name that the code it counts as bears beside its own.
  const own = list.codes.filter(
    ({ standing, parent = '' }) =>
      standing === 'own' && (list.parentList === undefined || within.has(parent)),
  )
  addNames(bySpelling, own, labelsOf)
  addNames(bySpelling, own, aliasesOf)
  addNames(bySpelling, inside, aliasesOf)
  addNames(bySpelling, list.codes, labelsOf)
  addNames(bySpelling, list.codes, aliasesOf)
  const meant = [...bySpelling].filter((entry): entry is [string, Code] => entry[1] !== null)
  return { byCode, bySpelling: new Map(meant) }
}

function labelsOf(code: Code): readonly string[] {
  return Object.values(code.label)
}

function aliasesOf(code: Code): readonly string[] {
  return code.aliases ?? []
}

/**
 * Adds names that mean nothing yet. A name that two codes bear means neither: two posts that face
 * each other across a border often share theirs.
 */
function addNames(
  bySpelling: Map<string, Code | null>,
  codes: readonly Code[],
  namesOf: (code: Code) => readonly string[],
): void {
  const added = new Map<string, Code | null>()
  for (const code of codes) {
    for (const name of namesOf(code)) {
      const key = spellingKey(name)
      if (bySpelling.has(key)) continue
      const other = added.get(key)
      added.set(key, other === undefined || other === code ? code : null)
    }
  }
  for (const [key, code] of added) bySpelling.set(key, code)
}

/**
 * The code a text stands for: by code, by label in any of the three languages, by alias; accents,
 * capitals and spaces aside. Undefined where the list does not know it, or where two codes bear
 * the name.
 *
 * @param within Parents whose codes a name means first: the country whose posts are spoken of.
 * @example findCode(getCodeList('sex'), 'FEMENINO')?.code // => 'F'
 */
export function findCode(list: CodeList, text: string, within?: Within): Code | undefined {
  const index = indexOf(list, within)
  return index.byCode.get(text) ?? index.bySpelling.get(spellingKey(text))
}

/**
 * Whether a text is a code of the list, written exactly; `_T`, `_U`, `_Z` and `_O` are of every
 * list.
 *
 * @example isKnownCode(getCodeList('sex'), 'female') // => false
 */
export function isKnownCode(list: CodeList, code: string): boolean {
  return indexOf(list).byCode.has(code)
}

/**
 * The words for a code; the code itself where the list does not know it, so that nothing that was
 * counted goes unnamed.
 *
 * @example labelOf(getCodeList('sex'), 'F', 'es') // => 'Mujeres'
 */
export function labelOf(list: CodeList, code: string, language: Language): string {
  return indexOf(list).byCode.get(code)?.label[language] ?? code
}

/**
 * Every spelling key the list understands with the code it stands for; what a bulk import looks
 * values up in.
 *
 * @param within Parents whose codes a name means first, as for {@link findCode}.
 */
export function listSpellings(
  list: CodeList,
  within?: Within,
): readonly (readonly [key: string, code: string])[] {
  return [...indexOf(list, within).bySpelling].map(([key, code]) => [key, code.code] as const)
}
