import type { Language, Text } from '../vocabulary/index.ts'
import { formatNumber } from './number-format.ts'

/** Who is expected to report: what the months of coverage are counted over. */
export type ReportingUnit = 'border-post' | 'office' | 'centre' | 'department'

/** How far one country's records reach. */
export interface CountryCoverage {
  readonly country: string
  /** ISO dates of the first and the last record. */
  readonly from: string
  readonly until: string
  readonly days: number | null
  readonly months: number | null
  readonly units: number | null
}

/**
 * What a reader must know of the quality of the figures of a cube. Shares from 0 to 1, of its records;
 * null where a share means nothing for them.
 */
export interface QualityFigures {
  /** Made up of what is around them: crossings inserted between two records. */
  readonly imputed: number | null
  /** Not decided yet, so that figures will change. */
  readonly provisional: number | null
  /** In no person's history, or of nobody whom linkage found. */
  readonly unmatched: number | null
  /** Days with a record, of all days from the first to the last, over countries. */
  readonly days: number | null
  /** Months with a record, of all months from the first to the last, over countries. */
  readonly months: number | null
  /**
   * Months in which a unit reported, of all months of its country, over units; of departments, those
   * that have a record at all.
   */
  readonly units: number | null
  readonly unit: ReportingUnit | null
  /** Records that have each dimension, by its id; those that it cannot apply to left out. */
  readonly known: Readonly<Record<string, number>>
  readonly countries: readonly CountryCoverage[]
}

const words = {
  head: { es: 'Calidad', en: 'Quality', fr: 'Qualité' },
  days: {
    es: 'hay registros en el {share} de los días',
    en: 'there are records on {share} of the days',
    fr: 'il y a des enregistrements {share} des jours',
  },
  months: {
    es: 'hay registros en el {share} de los meses',
    en: 'there are records in {share} of the months',
    fr: 'il y a des enregistrements {share} des mois',
  },
  'border-post': {
    es: 'los puestos fronterizos informaron en el {share} de los meses en que podían',
    en: 'border posts reported in {share} of the months in which they could',
    fr: 'les postes frontière ont déclaré {share} des mois où ils le pouvaient',
  },
  office: {
    es: 'las oficinas informaron en el {share} de los meses en que podían',
    en: 'offices reported in {share} of the months in which they could',
    fr: 'les bureaux ont déclaré {share} des mois où ils le pouvaient',
  },
  centre: {
    es: 'los centros de recepción informaron en el {share} de los meses en que podían',
    en: 'reception centres reported in {share} of the months in which they could',
    fr: 'les centres d’accueil ont déclaré {share} des mois où ils le pouvaient',
  },
  department: {
    es: 'constan registros del {share} de los departamentos',
    en: '{share} of the departments have records',
    fr: '{share} des départements ont des enregistrements',
  },
  imputed: {
    es: '{share} de los registros junto a un cruce intercalado o intercalados ellos mismos',
    en: '{share} of the records beside an inserted crossing, or inserted themselves',
    fr: '{share} des enregistrements à côté d’un franchissement inséré, ou insérés eux-mêmes',
  },
  provisional: {
    es: '{share} por decidir todavía',
    en: '{share} still to be decided',
    fr: '{share} encore à décider',
  },
  unmatched: {
    es: '{share} sin persona enlazada',
    en: '{share} without a linked person',
    fr: '{share} sans personne appariée',
  },
  known: {
    es: 'Registros que tienen cada variable de la tabla: {shares}.',
    en: 'Records that have each variable of the table: {shares}.',
    fr: 'Enregistrements qui ont chaque variable du tableau : {shares}.',
  },
  'source-changed': {
    es: 'los registros se leen de otra fuente o con otro formato',
    en: 'records are read from another source or in another layout',
    fr: 'les enregistrements viennent d’une autre source ou sous une autre forme',
  },
  'posts-changed': {
    es: 'informan la mitad o el doble de puestos, oficinas o centros que en los seis meses anteriores',
    en: 'half or twice as many posts, offices or centres report as in the six months before',
    fr: 'moitié moins ou deux fois plus de postes, bureaux ou centres transmettent que les six mois précédents',
  },
} as const satisfies Readonly<Record<string, Text>>

/** A break that was found in the records. */
export interface BreakFound {
  readonly country: string
  readonly from: string
  readonly reason: 'source-changed' | 'posts-changed'
}

/** Breaks in words, one sentence each; undefined where there is none. */
export function breaksSentence(
  breaks: readonly BreakFound[],
  labelOf: (country: string) => string,
  language: Language,
): string | undefined {
  const colon = language === 'fr' ? ' : ' : ': '
  const said = breaks.map(
    ({ country, from, reason }) =>
      `${labelOf(country)}, ${from}${colon}${words[reason][language]}.`,
  )
  return said.length === 0 ? undefined : said.join(' ')
}

/**
 * A share in words, whole per cent: what is hardly anything or nearly all is never said to be nothing
 * or all.
 *
 * @example shareText(0.0004, 'en') // => '<1%'
 * @example shareText(0.9996, 'en') // => '>99%'
 */
export function shareText(share: number, language: Language): string {
  const percent = Math.round(share * 100)
  const sign = language === 'en' ? '%' : '\u202f%'
  if (percent === 0 && share > 0) return `<1${sign}`
  if (percent === 100 && share < 1) return `>99${sign}`
  return `${formatNumber(percent, language)}${sign}`
}

/**
 * The quality of the figures of a cube in one sentence: coverage, then what is imputed, undecided and
 * unmatched. Undefined where nothing is known of any.
 */
export function qualitySentence(
  { days, months, units, unit, imputed, provisional, unmatched }: QualityFigures,
  language: Language,
): string | undefined {
  const said = (word: keyof typeof words, share: number | null | undefined) =>
    typeof share === 'number'
      ? [words[word][language].replace('{share}', shareText(share, language))]
      : []
  const parts = [
    ...said('days', days),
    ...said('months', months),
    ...(unit ? said(unit, units) : []),
    ...said('imputed', imputed),
    ...said('provisional', provisional),
    ...said('unmatched', unmatched),
  ]
  if (parts.length === 0) return undefined
  return `${words.head[language]}${language === 'fr' ? ' : ' : ': '}${parts.join(language === 'fr' ? '\u202f; ' : '; ')}.`
}

/**
 * How many records have each of some variables, where not all have all; undefined where they have.
 *
 * @param variables dimensions of the cube, with their labels
 */
export function knownSentence(
  { known }: Pick<QualityFigures, 'known'>,
  variables: readonly { readonly id: string; readonly label: Text }[],
  language: Language,
): string | undefined {
  const lacking = variables.flatMap(({ id, label }) => {
    const share = known[id]
    return share === undefined || share >= 1
      ? []
      : [`${label[language]} ${shareText(share, language)}`]
  })
  return lacking.length === 0
    ? undefined
    : words.known[language].replace('{shares}', lacking.join(', '))
}
