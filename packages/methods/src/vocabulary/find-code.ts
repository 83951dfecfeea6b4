import { specialCodes, type Code, type CodeList } from './code-list.ts'
import type { Language } from './language.ts'
import { spellingKey } from './spelling.ts'

interface Index {
  readonly byCode: ReadonlyMap<string, Code>
  readonly bySpelling: ReadonlyMap<string, Code>
}

const indexes = new WeakMap<CodeList, Index>()

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

function indexOf(list: CodeList): Index {
  const known = indexes.get(list)
  if (known) return known
  const byCode = new Map<string, Code>()
  const bySpelling = new Map<string, Code>()
  const add = (spelling: string, code: Code) => {
    const key = spellingKey(spelling)
    if (!bySpelling.has(key)) bySpelling.set(key, code)
  }
  for (const code of list.codes) byCode.set(code.code, code)
  for (const code of specialCodeTexts) if (!byCode.has(code.code)) byCode.set(code.code, code)
  // A code wins over a label, a label over an alias, an earlier entry over a later one.
  for (const code of byCode.values()) add(code.code, code)
  for (const code of list.codes) for (const label of Object.values(code.label)) add(label, code)
  for (const code of list.codes) for (const alias of code.aliases ?? []) add(alias, code)
  const index = { byCode, bySpelling }
  indexes.set(list, index)
  return index
}

/**
 * The code a text stands for: by code, by label in any of the three languages, by alias; accents,
 * capitals and spaces aside. Undefined where the list does not know it.
 *
 * @example findCode(getCodeList('sex'), 'FEMENINO')?.code // => 'F'
 */
export function findCode(list: CodeList, text: string): Code | undefined {
  const index = indexOf(list)
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
 * Every spelling the list understands with the code it stands for, exact spellings first kept;
 * what a bulk import looks values up in.
 */
export function listSpellings(list: CodeList): readonly (readonly [key: string, code: string])[] {
  return [...indexOf(list).bySpelling].map(([key, code]) => [key, code.code] as const)
}
