import type { Text } from '../../vocabulary/index.ts'

const words: Readonly<Record<string, Text>> = {
  missing: { es: 'falta en un lado', en: 'missing on one side', fr: 'absent d’un côté' },
  different: { es: 'distinto', en: 'different', fr: 'différent' },
  exact: { es: 'igual', en: 'the same', fr: 'identique' },
  swapped: { es: 'nombre y apellido cambiados', en: 'names swapped', fr: 'noms intervertis' },
  'same-words': {
    es: 'mismas palabras, otro orden',
    en: 'same words, other order',
    fr: 'mêmes mots, autre ordre',
  },
  'words-within': {
    es: 'uno contiene al otro',
    en: 'one within the other',
    fr: 'l’un contient l’autre',
  },
  'cut-off': {
    es: 'uno es el comienzo del otro',
    en: 'one is the beginning of the other',
    fr: 'l’un est le début de l’autre',
  },
  initials: { es: 'iniciales', en: 'initials', fr: 'initiales' },
  'same-sound': { es: 'suena igual', en: 'sounds the same', fr: 'même sonorité' },
  'jaro-winkler': { es: 'muy parecido', en: 'much alike', fr: 'très proche' },
  'jaro-winkler-words': {
    es: 'palabras muy parecidas',
    en: 'words much alike',
    fr: 'mots très proches',
  },
  'damerau-levenshtein': {
    es: 'pocas letras cambian',
    en: 'few letters differ',
    fr: 'peu de lettres diffèrent',
  },
  'day-month-swapped': {
    es: 'día y mes cambiados',
    en: 'day and month swapped',
    fr: 'jour et mois intervertis',
  },
  'two-parts': {
    es: 'coinciden dos de tres partes',
    en: 'two parts of three agree',
    fr: 'deux parties sur trois concordent',
  },
  'same-year': { es: 'mismo año', en: 'same year', fr: 'même année' },
  'same-start': { es: 'mismo comienzo', en: 'same beginning', fr: 'même début' },
  'same-end': { es: 'mismo final', en: 'same end', fr: 'même fin' },
  'first-word': { es: 'misma primera palabra', en: 'same first word', fr: 'même premier mot' },
  'last-word': { es: 'misma última palabra', en: 'same last word', fr: 'même dernier mot' },
  'same-local-part': {
    es: 'misma parte antes de @',
    en: 'same part before the @',
    fr: 'même partie avant @',
  },
  within: { es: 'números cercanos', en: 'numbers close by', fr: 'nombres voisins' },
}

/**
 * What a level of agreement is called for people.
 *
 * @param level name of a level, with its threshold or without; or `missing`, `different`
 * @example levelWords('jaro-winkler 0.92').en // => 'much alike'
 */
export function levelWords(level: string): Text {
  const name = level.split(' ')[0]!
  return words[name] ?? { es: level, en: level, fr: level }
}
