import type { Language, Text } from '../vocabulary/index.ts'
import type { Calculation } from './calculation.ts'

type Named = Exclude<Calculation, `rate-${string}`>

interface CalculationWords {
  /** What stands beside the measure: "Crossings: share of the row". */
  readonly label: Text
  /** What a reader must know of it. */
  readonly note: Text
}

/** The words of what a table shows of its measure; a rate has those of its cube. */
export const calculationWords: Readonly<Record<Named, CalculationWords>> = {
  'row-share': {
    label: { es: '% de la fila', en: '% of the row', fr: '% de la ligne' },
    note: {
      es: 'Cada cifra es su parte, en por ciento, del total de su fila.',
      en: 'Each figure is its share, in per cent, of the total of its row.',
      fr: 'Chaque chiffre est sa part, en pour cent, du total de sa ligne.',
    },
  },
  'column-share': {
    label: { es: '% de la columna', en: '% of the column', fr: '% de la colonne' },
    note: {
      es: 'Cada cifra es su parte, en por ciento, del total de su columna.',
      en: 'Each figure is its share, in per cent, of the total of its column.',
      fr: 'Chaque chiffre est sa part, en pour cent, du total de sa colonne.',
    },
  },
  'total-share': {
    label: { es: '% del total', en: '% of the total', fr: '% du total' },
    note: {
      es: 'Cada cifra es su parte, en por ciento, del total de la tabla.',
      en: 'Each figure is its share, in per cent, of the total of the table.',
      fr: 'Chaque chiffre est sa part, en pour cent, du total du tableau.',
    },
  },
  change: {
    label: {
      es: 'variación sobre el período anterior',
      en: 'change on the previous period',
      fr: 'variation sur la période précédente',
    },
    note: {
      es: 'Cada cifra es el cambio, en por ciento, sobre el período anterior. De cifras pequeñas, un cambio en por ciento dice poco.',
      en: 'Each figure is the change, in per cent, on the previous period. Of small figures a change in per cent says little.',
      fr: 'Chaque chiffre est la variation, en pour cent, sur la période précédente. Sur de petits chiffres, elle dit peu.',
    },
  },
  'year-change': {
    label: {
      es: 'variación sobre el año anterior',
      en: 'change on the year before',
      fr: 'variation sur un an',
    },
    note: {
      es: 'Cada cifra es el cambio, en por ciento, sobre el mismo período del año anterior.',
      en: 'Each figure is the change, in per cent, on the same period of the year before.',
      fr: 'Chaque chiffre est la variation, en pour cent, sur la même période de l’année précédente.',
    },
  },
  difference: {
    label: {
      es: 'diferencia con el período anterior',
      en: 'difference from the previous period',
      fr: 'différence avec la période précédente',
    },
    note: {
      es: 'Cada cifra es la diferencia con la del período anterior.',
      en: 'Each figure is the difference from that of the previous period.',
      fr: 'Chaque chiffre est la différence avec celui de la période précédente.',
    },
  },
  'year-difference': {
    label: {
      es: 'diferencia con el año anterior',
      en: 'difference from the year before',
      fr: 'différence avec l’année précédente',
    },
    note: {
      es: 'Cada cifra es la diferencia con la del mismo período del año anterior.',
      en: 'Each figure is the difference from that of the same period of the year before.',
      fr: 'Chaque chiffre est la différence avec celui de la même période de l’année précédente.',
    },
  },
  index: {
    label: { es: 'índice ({base} = 100)', en: 'index ({base} = 100)', fr: 'indice ({base} = 100)' },
    note: {
      es: 'Cada cifra es un índice: la de {base}, el primer período completo de la tabla, es 100.',
      en: 'Each figure is an index: that of {base}, the first whole period of the table, is 100.',
      fr: 'Chaque chiffre est un indice : celui de {base}, la première période entière du tableau, est 100.',
    },
  },
}

const comparedWith: Text = {
  es: '{period} se compara con {base}, el anterior que hay en los datos.',
  en: '{period} is compared with {base}, the one before it in the data.',
  fr: '{period} est comparé à {base}, la précédente dans les données.',
}

const each: Text = {
  es: 'Cada cifra es {numerator} dividido por {denominator}: {unit}.',
  en: 'Each figure is {numerator} divided by {denominator}: {unit}.',
  fr: 'Chaque chiffre est {numerator} divisé par {denominator} : {unit}.',
}

const inhabitants: Text = {
  es: 'Cada cifra es {numerator} por 1\u202f000 habitantes, de toda edad y sexo, a mitad de su año, de los países en que se contó. Un mes se divide por los habitantes de su año, sin llevarlo a un año entero. No hay tasa donde falta la población de un país o de un año, ni de varios años juntos.',
  en: 'Each figure is {numerator} per 1,000 inhabitants, of all ages and both sexes, at the middle of its year, of the countries in which it was counted. A month is divided by the inhabitants of its year, and not made into a whole year. There is no rate where the population of a country or a year is missing, nor of several years together.',
  fr: 'Chaque chiffre est {numerator} pour 1 000 habitants, de tous âges et des deux sexes, au milieu de son année, des pays où il a été compté. Un mois est divisé par les habitants de son année, sans être ramené à une année entière. Il n’y a pas de taux là où manque la population d’un pays ou d’une année, ni pour plusieurs années ensemble.',
}

/** What a rate per inhabitants divides by, and where there is none. */
export function sayInhabitants(numerator: string, language: Language): string {
  return fill(inhabitants, language, { numerator })
}

/** Fills the details of a phrase in. */
function fill(text: Text, language: Language, details: Readonly<Record<string, string>>): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole)
}

/** "2019 is compared with 2015": said where the two are not neighbours. */
export function sayCompared(period: string, base: string, language: Language): string {
  return fill(comparedWith, language, { period, base })
}

/** What a rate divides by what. */
export function sayRate(
  numerator: string,
  denominator: string,
  unit: string,
  language: Language,
): string {
  return fill(each, language, { numerator, denominator, unit })
}

/** Label and note of a calculation; `base` is the period that an index starts from. */
export function sayCalculation(
  id: Named,
  language: Language,
  base = '—',
): { readonly label: string; readonly note: string } {
  const { label, note } = calculationWords[id]
  return { label: fill(label, language, { base }), note: fill(note, language, { base }) }
}
