import { openingOf } from '../own-codes/index.ts'
import type { CodeList } from '../code-list.ts'
import type { Language, Text } from '../language.ts'
import { listCodeLists } from './book.ts'

const words: Readonly<Record<'title' | 'lead' | 'head' | 'notes', Text>> = {
  title: { es: 'Listas de códigos', en: 'Code lists', fr: 'Listes de codes' },
  lead: {
    es: 'Con su fuente oficial. A las abiertas un nodo añade códigos propios: los de categorías cuentan como un código común, los de lugares están en un lugar de la lista superior.',
    en: 'With their official source. To open ones a node adds codes of its own: those of categories count as a common code, those of places lie in a place of the list above.',
    fr: 'Avec leur source officielle. Aux listes ouvertes, un nœud ajoute des codes propres : ceux de catégories comptent comme un code commun, ceux de lieux se trouvent dans un lieu de la liste supérieure.',
  },
  head: {
    es: '| Lista | Título | Códigos | Con fechas | Códigos propios | Fuente |',
    en: '| List | Title | Codes | With dates | Own codes | Source |',
    fr: '| Liste | Titre | Codes | Avec dates | Codes propres | Source |',
  },
  notes: {
    es: 'Qué fechas se conocen',
    en: 'Which dates are known',
    fr: 'Quelles dates sont connues',
  },
}

const openings: Readonly<Record<'standard' | 'parent' | 'closed', Text>> = {
  standard: {
    es: 'cuentan como uno común',
    en: 'count as a common one',
    fr: 'comptent comme un commun',
  },
  parent: { es: 'están en un lugar', en: 'lie in a place', fr: 'se trouvent dans un lieu' },
  closed: { es: 'cerrada', en: 'closed', fr: 'fermée' },
}

/** The page of every code list of the platform: title, source, whether own codes are added, what is known of dates. */
export function renderCodeListsPage(language: Language): string {
  const lists = listCodeLists().toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const rows = lists.map((list) => rowOf(list, language))
  const notes = lists.flatMap(({ id, title, note }) =>
    note === undefined ? [] : [`### ${title[language]} (\`${id}\`)`, '', note[language], ''],
  )
  return [
    `# ${words.title[language]}`,
    '',
    words.lead[language],
    '',
    words.head[language],
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `## ${words.notes[language]}`,
    '',
    ...notes,
  ].join('\n')
}

function rowOf({ id, title, codes, source }: CodeList, language: Language): string {
  const dated = codes.filter(
    ({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined,
  )
  const opening = openings[openingOf(id) ?? 'closed'][language]
  const cells = [
    `\`${id}\``,
    title[language],
    codes.length,
    dated.length === 0 ? '–' : dated.length,
    opening,
    `${source.owner}: ${source.title}`,
  ]
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
}
