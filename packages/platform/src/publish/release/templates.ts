import { findCube } from '@caudal/methods/measure'
import { periodLabel } from '@caudal/methods/publish'
import { findCode, type Language, type Text } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { readPlan, type DraftedPlan, type ReleasePlan } from './plan.ts'
import { releaseRefusals } from './refusals.ts'

export interface TemplateParameters {
  readonly country?: string
  /** `2019-05` or `2019`. */
  readonly period?: string
  readonly threshold?: number
}

interface Template {
  readonly id: string
  readonly needs: readonly ('country' | 'month' | 'year')[]
  readonly title: (place: Text, period: Text) => Text
  /** Figures, cube by cube; those of cubes that a node does not have are left out. */
  readonly figures: (at: Place) => readonly { id: string; cube: string; table: string }[]
}

interface Place {
  readonly country: string
  readonly period: string
  /** Twelve months before the month. */
  readonly yearBefore: string
}

const month = 'month'
const year = 'year'

/** The sheets that institutions publish as a rule. */
const templates: readonly Template[] = [
  {
    id: 'monthly-flows',
    needs: ['country', month],
    title: (place, period) => ({
      es: `${place.es}: entradas y salidas, ${period.es}`,
      en: `${place.en}: arrivals and departures, ${period.en}`,
      fr: `${place.fr} : entrées et sorties, ${period.fr}`,
    }),
    figures: ({ country, period, yearBefore }) => {
      const held = `where=country:${country};time.month:${period}`
      return [
        [
          'by-month',
          `rows=time.month&columns=direction&where=country:${country};time.month:${yearBefore}..${period}`,
        ],
        ['by-citizenship', `rows=citizenship&columns=direction&${held}`],
        ['by-age-and-sex', `rows=age.broad&columns=direction,sex&${held}`],
        ['by-purpose', `rows=purpose&columns=direction&${held}`],
        ['by-post', `rows=border_post&columns=direction&${held}`],
        ['by-mode', `rows=mode&columns=direction&${held}`],
      ].map(([id, table]) => ({ id: id!, cube: 'movements', table: table! }))
    },
  },
  {
    id: 'monthly-returns',
    needs: ['country', month],
    title: (place, period) => ({
      es: `${place.es}: personas retornadas, ${period.es}`,
      en: `${place.en}: returned migrants, ${period.en}`,
      fr: `${place.fr} : personnes de retour, ${period.fr}`,
    }),
    figures: ({ country, period, yearBefore }) => {
      const held = `where=country:${country};time.month:${period}`
      return [
        [
          'by-month',
          `rows=time.month&columns=sex&where=country:${country};time.month:${yearBefore}..${period}`,
        ],
        ['by-provenance', `rows=counterpart_country&columns=sex&${held}`],
        ['by-type', `rows=return_type&columns=return_means&${held}`],
        ['by-accompaniment', `rows=accompaniment&columns=sex&${held}`],
        ['by-department', `rows=origin_department&columns=sex&${held}`],
      ].map(([id, table]) => ({ id: id!, cube: 'returns', table: table! }))
    },
  },
  {
    id: 'yearly-profile',
    needs: ['country', year],
    title: (place, period) => ({
      es: `${place.es}: perfil migratorio ${period.es}`,
      en: `${place.en}: migration profile ${period.en}`,
      fr: `${place.fr} : profil migratoire ${period.fr}`,
    }),
    figures: ({ country, period }) => {
      const held = `where=country:${country};time.year:${period}`
      return [
        {
          id: 'flows-by-month',
          cube: 'movements',
          table: `rows=time.month&columns=direction&${held}`,
        },
        {
          id: 'flows-by-region',
          cube: 'movements',
          table: `rows=citizenship.region&columns=direction&${held}`,
        },
        {
          id: 'flows-by-age-and-sex',
          cube: 'movements',
          table: `rows=age.broad&columns=direction,sex&${held}`,
        },
        { id: 'returns-by-month', cube: 'returns', table: `rows=time.month&columns=sex&${held}` },
        {
          id: 'returns-by-provenance',
          cube: 'returns',
          table: `rows=counterpart_country&columns=sex&${held}`,
        },
        {
          id: 'migrations-by-age-and-sex',
          cube: 'migrations',
          table: `rows=age.broad&columns=direction,sex&${held}`,
        },
        {
          id: 'migrations-by-region',
          cube: 'migrations',
          table: `rows=citizenship.region&columns=direction&${held}`,
        },
        {
          id: 'residents-by-age-and-sex',
          cube: 'resident-stocks',
          table: `rows=age.broad&columns=sex&where=country:${country};time:${period}`,
        },
        { id: 'stays-by-length', cube: 'stays', table: `rows=length&columns=sex&${held}` },
        {
          id: 'permits-by-type',
          cube: 'permit-events',
          table: `rows=permit_type&columns=event&${held}`,
        },
        {
          id: 'stock-by-origin',
          cube: 'un-migrant-stock',
          table: `rows=origin&columns=time&where=destination:${country}`,
        },
      ]
    },
  },
  {
    id: 'regional-overview',
    needs: [year],
    title: (_, period) => ({
      es: `La región: panorama migratorio ${period.es}`,
      en: `The region: migration overview ${period.en}`,
      fr: `La région : panorama migratoire ${period.fr}`,
    }),
    figures: ({ period }) => [
      {
        id: 'flows-by-country',
        cube: 'movements',
        table: `rows=country&columns=direction&where=time.year:${period}`,
      },
      {
        id: 'flows-by-citizenship',
        cube: 'movements',
        table: `rows=citizenship.region&columns=country&where=time.year:${period}`,
      },
      {
        id: 'migrations-by-country',
        cube: 'migrations',
        table: `rows=country&columns=direction&where=time.year:${period}`,
      },
      {
        id: 'returns-by-country',
        cube: 'returns',
        table: `rows=country&columns=sex&where=time.year:${period}`,
      },
      {
        id: 'deaths-by-year',
        cube: 'missing-migrants',
        table: 'rows=time.year&columns=region',
      },
    ],
  },
]

export const templateNames: readonly string[] = templates.map(({ id }) => id)

/** The templates, and what each asks for. */
export function listTemplates(): readonly Pick<Template, 'id' | 'needs'>[] {
  return templates.map(({ id, needs }) => ({ id, needs }))
}

/**
 * What a series of a template tells of its sheet, as `planOfTemplate` names it; undefined for a series of another kind.
 *
 * @example sheetOfSeries('monthly-flows-svl-2019-05') // => undefined
 * @example sheetOfSeries('monthly-flows-slv-2019-05') // => { template: 'monthly-flows', country: 'SLV', period: '2019-05' }
 */
export function sheetOfSeries(
  series: string,
): { readonly template: string; readonly country?: string; readonly period: string } | undefined {
  const template = templates.find(({ id }) => series.startsWith(`${id}-`))
  if (template === undefined) return undefined
  const rest = series.slice(template.id.length + 1)
  if (!template.needs.includes('country')) return { template: template.id, period: rest }
  const country = rest.slice(0, 3).toUpperCase()
  if (findCode(getCodeList('countries'), country)?.code !== country || rest[3] !== '-') {
    return undefined
  }
  return { template: template.id, country, period: rest.slice(4) }
}

/** What a sheet is without for want of records, as people call it. */
export function namesLeftOut(
  { leftOut = [], figures }: DraftedPlan,
  language: Language,
): readonly string[] {
  return leftOut.map((cube) => {
    const title = findCube(cube)?.title[language] ?? cube
    return figures.some((figure) => figure.cube === cube)
      ? `${title} (${someTables[language]})`
      : title
  })
}

const someTables: Text = {
  es: 'parte de sus tablas',
  en: 'some of its tables',
  fr: 'une partie de ses tableaux',
}

/**
 * The plan that a template makes of a country and a period.
 *
 * @throws refusals: no such template, a parameter that it needs
 */
export function planOfTemplate(name: string, parameters: TemplateParameters): ReleasePlan {
  const template = templates.find(({ id }) => id === name)
  if (template === undefined) {
    throw releaseRefusals.refuse('template-unknown', {
      template: name.slice(0, 80),
      valid: templateNames.join(', '),
    })
  }
  const { country = '', period = '', threshold = 3 } = parameters
  const countries = getCodeList('countries')
  const place = country === '' ? undefined : findCode(countries, country)
  const needs = (parameter: string, met: boolean) => {
    if (met) return
    throw releaseRefusals.refuse('template-parameter', { template: name, parameter })
  }
  if (template.needs.includes('country')) needs('--country', place !== undefined)
  if (template.needs.includes(month)) needs('--period', /^\d{4}-(0[1-9]|1[0-2])$/.test(period))
  if (template.needs.includes(year)) needs('--period', /^\d{4}$/.test(period))
  const at = {
    country: place?.code ?? '',
    period,
    yearBefore: `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`,
  }
  const named = (language: keyof Text) => periodLabel(period, language)
  const empty = { es: '', en: '', fr: '' }
  return readPlan({
    series: [name, ...(place === undefined ? [] : [place.code.toLowerCase()]), period].join('-'),
    template: name,
    title: template.title(place?.label ?? empty, {
      es: named('es'),
      en: named('en'),
      fr: named('fr'),
    }),
    figures: template.figures(at).filter(({ cube }) => findCube(cube) !== undefined),
    rules: { threshold, pPercent: 10 },
  })
}
