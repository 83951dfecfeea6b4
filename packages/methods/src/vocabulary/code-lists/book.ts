import type { CodeList } from '../code-list.ts'
import { builtInCodeLists } from './built-in.ts'

/** Looks code lists up by id. */
export interface CodeListBook {
  /** @throws Error where there is none of that id. */
  get(id: string): CodeList
  find(id: string): CodeList | undefined
  list(): readonly CodeList[]
}

/**
 * The code lists of the platform with those that a country or a dataset adds. An addition whose
 * id is known extends that list: its codes replace those of the same code and follow the others;
 * one with a new id is a list of its own.
 *
 * @example createCodeListBook([{ ...getCodeList('sex'), codes: [{ code: 'X', label: { es: 'X', en: 'X', fr: 'X' } }] }]).get('sex').codes.length // => 6
 */
export function createCodeListBook(additions: readonly CodeList[] = []): CodeListBook {
  const lists = new Map<string, CodeList>()
  for (const list of [...builtInCodeLists, ...additions]) {
    const known = lists.get(list.id)
    lists.set(list.id, known ? extendCodeList(known, list) : list)
  }
  return {
    find: (id) => lists.get(id),
    list: () => [...lists.values()],
    get(id) {
      const list = lists.get(id)
      if (!list) throw new Error(`No code list "${id}"`)
      return list
    },
  }
}

function extendCodeList(list: CodeList, addition: CodeList): CodeList {
  const codes = new Map(list.codes.map((code) => [code.code, code]))
  for (const code of addition.codes) codes.set(code.code, code)
  return { ...list, codes: [...codes.values()] }
}

const builtIn = createCodeListBook()

/**
 * A code list of the platform.
 *
 * @throws Error where there is none of that id.
 * @example getCodeList('sex').codes.map((code) => code.code) // => ['F', 'M', '_O', '_U', '_T']
 */
export function getCodeList(id: string): CodeList {
  return builtIn.get(id)
}

/** Every code list of the platform. */
export function listCodeLists(): readonly CodeList[] {
  return builtIn.list()
}
