import {
  nearestName,
  openLists,
  type CodeList,
  type Language,
  type OwnCodeFault,
  type Refusal,
} from '@caudal/methods/vocabulary'
import {
  getCodeList,
  listCodeLists,
  type CodeListBook,
} from '@caudal/methods/vocabulary/code-lists'
import { codeRefusals } from './refusals.ts'

const names = {
  es: { es: 'español', en: 'Spanish', fr: 'espagnol' },
  en: { es: 'inglés', en: 'English', fr: 'anglais' },
  fr: { es: 'francés', en: 'French', fr: 'français' },
} as const

const open = { es: 'sin fin', en: 'no end', fr: 'sans fin' } as const

/** What is said to whoever adds or ends a code that something speaks against. */
export function refusalOfCode(fault: OwnCodeFault): Refusal {
  switch (fault.kind) {
    case 'list-unknown': {
      const list = fault.list.slice(0, 80)
      const named = new Map(
        listCodeLists().flatMap(({ id, title }) =>
          [id, ...Object.values(title)].map((name) => [name, id] as const),
        ),
      )
      const nearest = named.get(nearestName(list, [...named.keys()]) ?? '')
      return codeRefusals.refuse('list-unknown', { list, nearest: nearest ?? openLists.join(', ') })
    }
    case 'list-closed':
      return codeRefusals.refuse('list-closed', { list: titleOf(fault.list) })
    case 'name-missing':
      return codeRefusals.refuse('name-missing', { language: names[fault.language] })
    case 'code-exists':
    case 'code-ended':
      return codeRefusals.refuse(fault.kind, {
        code: fault.code,
        from: fault.from,
        until: fault.until === '' ? open : fault.until,
      })
    case 'parent-missing':
    case 'standard-missing':
      return codeRefusals.refuse(fault.kind, { list: titleOf(fault.list) })
    case 'parent-unknown':
    case 'parent-not-in-force':
    case 'standard-unknown':
    case 'code-unknown':
      return codeRefusals.refuse(fault.kind, {
        code: fault.code.slice(0, 80),
        list: titleOf(fault.list),
      })
    case 'code-malformed':
      return codeRefusals.refuse('code-malformed', { code: fault.code.slice(0, 80) })
    case 'day-wrong':
      return codeRefusals.refuse('day-wrong', { day: fault.day.slice(0, 40) })
    case 'name-taken': {
      const { name, code, label } = fault
      const said = (language: Language) => `${code} (${label[language]})`
      return codeRefusals.refuse('name-taken', {
        name,
        code: { es: said('es'), en: said('en'), fr: said('fr') },
      })
    }
    case 'standard-redefined':
    case 'end-before-start':
    case 'replacement-unfit':
    case 'has-children': {
      const { kind, ...details } = fault
      return codeRefusals.refuse(kind, details)
    }
  }
  return fault satisfies never
}

function titleOf(list: string) {
  return getCodeList(list).title
}

/** A list of a node. @throws {Refusal} collect.codes.list-unknown */
export function findList(book: CodeListBook, id: string): CodeList {
  const list = book.find(id)
  if (list === undefined) throw refusalOfCode({ kind: 'list-unknown', list: id })
  return list
}
