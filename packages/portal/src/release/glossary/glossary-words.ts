import type { Language } from '@caudal/methods/vocabulary'

interface GlossaryWords {
  readonly title: string
  readonly lead: string
  readonly letters: string
  readonly index: string
  readonly search: string
  /** How many are found, in which `{n}` stands for the number. */
  readonly found: { readonly one: string; readonly many: string; readonly none: string }
  readonly sources: string
}

export const glossaryWords: Readonly<Record<Language, GlossaryWords>> = {
  es: {
    title: 'Glosario',
    lead: 'Las palabras de la estadística migratoria en español, inglés y francés, tal como las definen las fuentes oficiales.',
    letters: 'Letras',
    index: 'Todos los términos',
    search: 'Busque un término en cualquiera de los tres idiomas',
    found: {
      one: '1 término',
      many: '{n} términos',
      none: 'Ningún término lo contiene. Pruebe con menos letras o en otro idioma.',
    },
    sources: 'Fuentes',
  },
  en: {
    title: 'Glossary',
    lead: 'The words of migration statistics in English, Spanish and French, as official sources define them.',
    letters: 'Letters',
    index: 'All terms',
    search: 'Find a term, in any of the three languages',
    found: {
      one: '1 term',
      many: '{n} terms',
      none: 'No term has it. Try fewer letters, or another language.',
    },
    sources: 'Sources',
  },
  fr: {
    title: 'Glossaire',
    lead: 'Les mots de la statistique des migrations en français, espagnol et anglais, tels que les sources officielles les définissent.',
    letters: 'Lettres',
    index: 'Tous les termes',
    search: 'Chercher un terme dans l’une des trois langues',
    found: {
      one: '1 terme',
      many: '{n} termes',
      none: 'Aucun terme ne le contient. Essayez moins de lettres, ou une autre langue.',
    },
    sources: 'Sources',
  },
}
