import type { Text } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'

/** By what recall is told apart. */
export type GroupKind = 'sex' | 'citizenship' | 'names'

const kindsOfNames: Readonly<Record<string, Text>> = {
  'two-surnames': { es: 'dos apellidos', en: 'two surnames', fr: 'deux noms de famille' },
  'one-surname': { es: 'un apellido', en: 'one surname', fr: 'un nom de famille' },
  particles: {
    es: 'apellidos con partículas (de, de la, del)',
    en: 'surnames with particles (de, de la, del)',
    fr: 'noms à particules (de, de la, del)',
  },
  married: { es: 'apellido de casada', en: 'married name', fr: 'nom d’usage' },
}

const unknown: Text = { es: 'no consta', en: 'not known', fr: 'non connu' }

const standard = createCodeListBook()
const lists = {
  sex: 'sex',
  citizenship: 'countries',
  countries: 'countries',
  posts: 'border-posts',
}

/** What a group, a country or a border post is called; the code itself where no list knows it. */
export function labelOf(
  kind: GroupKind | 'countries' | 'posts',
  code: string,
  book: CodeListBook = standard,
): Text {
  const label =
    kind === 'names'
      ? kindsOfNames[code]
      : book.get(lists[kind]).codes.find((each) => each.code === code)?.label
  return label ?? (code === '' || code === '_U' ? unknown : { es: code, en: code, fr: code })
}
