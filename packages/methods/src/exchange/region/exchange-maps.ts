import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import type { Text } from '../../vocabulary/index.ts'
import type { Reference } from '../information-model/reference.ts'

/** Codes of one component here and there. */
export interface ExchangeCodes {
  readonly id: string
  readonly own: string
  /** Code list of the other agency. */
  readonly other: Reference
  readonly pairs: readonly (readonly [own: string, other: string])[]
}

/** Components that are the same thing in both structures; their codes too, where none are listed. */
interface ExchangeComponent {
  readonly own: string
  readonly other: string
  readonly codes?: ExchangeCodes
}

/**
 * A structure of the platform beside one of another agency. What only one of the two tells apart is
 * held at one code (`ownHeld`, `otherHeld`): an observation with another code there has no place in
 * the other structure.
 */
export interface ExchangeMap {
  readonly id: string
  readonly name: Text
  readonly own: string
  readonly other: Reference
  /** Dimensions of the other structure in the order of its key, the time left out. */
  readonly otherDimensions: readonly string[]
  readonly components: readonly ExchangeComponent[]
  readonly ownHeld: Readonly<Record<string, string>>
  readonly otherHeld: Readonly<Record<string, string>>
  readonly source: string
  /** What could not be held against published queries or lists of the other agency. */
  readonly unverified: string
}

const list = (agency: string, id: string): Reference => ({
  kind: 'codelist',
  agency,
  id,
  version: '1.0',
})

const countries = getCodeList('countries').codes.filter(({ code }) => /^[A-Z]{3}$/.test(code))
const aliasOf = (code: (typeof countries)[number], form: RegExp) =>
  code.aliases?.find((alias) => form.test(alias))

/** Greece and the United Kingdom are not called by their letters of ISO 3166. */
const oddOfEurostat: Readonly<Record<string, string>> = { GRC: 'EL', GBR: 'UK', XKX: 'XK' }

const areasOfEurostat = countries.flatMap((code): [string, string][] => {
  const two = oddOfEurostat[code.code] ?? aliasOf(code, /^[A-Z]{2}$/)
  return two === undefined ? [] : [[code.code, two]]
})
const areasOfSdg = countries.flatMap((code): [string, string][] => {
  const number = aliasOf(code, /^\d{3}$/)
  return number === undefined ? [] : [[code.code, String(Number(number))]]
})

const ages = getCodeList('age-groups')
  .codes.map(({ code }) => code)
  .filter((code) => code.startsWith('Y'))
  .map((code): [string, string] => [
    code,
    code === 'Y0T4' ? 'Y_LT5' : code.replace(/^Y(\d+)T(\d+)$/, 'Y$1-$2'),
  ])

const eurostatGeo: ExchangeCodes = {
  id: 'AREA_ESTAT',
  own: 'CL_AREA',
  other: list('ESTAT', 'GEO'),
  pairs: areasOfEurostat,
}
const eurostatCitizen: ExchangeCodes = {
  id: 'CITIZEN_ESTAT',
  own: 'CL_AREA',
  other: list('ESTAT', 'CITIZEN'),
  pairs: [['_T', 'TOTAL'], ['_U', 'UNK'], ...areasOfEurostat],
}
const eurostatSex: ExchangeCodes = {
  id: 'SEX_ESTAT',
  own: 'CL_SEX',
  other: list('ESTAT', 'SEX'),
  pairs: [
    ['_T', 'T'],
    ['F', 'F'],
    ['M', 'M'],
    ['_U', 'UNK'],
  ],
}
const eurostatAge: ExchangeCodes = {
  id: 'AGE_ESTAT',
  own: 'CL_AGE',
  other: list('ESTAT', 'AGE'),
  pairs: [['_T', 'TOTAL'], ['_U', 'UNK'], ...ages],
}
const eurostatFlag: ExchangeCodes = {
  id: 'STATUS_ESTAT',
  own: 'CL_OBS_STATUS',
  other: list('ESTAT', 'OBS_FLAG'),
  pairs: [
    ['B', 'b'],
    ['E', 'e'],
    ['F', 'f'],
    ['P', 'p'],
    ['U', 'u'],
    ['N', 'n'],
  ],
}

/** What migration of Eurostat, of a year and more, does not tell apart. */
const longTerm = {
  COUNTERPART_AREA: '_T',
  BIRTH_PLACE: '_T',
  PURPOSE: '_T',
  DURATION: 'long-term',
  MODE_TRANSPORT: '_T',
}

function eurostat(id: string, dataset: string, measure: string, name: Text): ExchangeMap {
  return {
    id,
    name,
    own: 'MIGRATION',
    other: { kind: 'datastructure', agency: 'ESTAT', id: dataset, version: '1.0' },
    otherDimensions: ['freq', 'citizen', 'agedef', 'age', 'unit', 'sex', 'geo'],
    components: [
      { own: 'FREQ', other: 'freq' },
      { own: 'CITIZENSHIP', other: 'citizen', codes: eurostatCitizen },
      { own: 'AGE', other: 'age', codes: eurostatAge },
      { own: 'SEX', other: 'sex', codes: eurostatSex },
      { own: 'REF_AREA', other: 'geo', codes: eurostatGeo },
      { own: 'OBS_STATUS', other: 'OBS_FLAG', codes: eurostatFlag },
    ],
    ownHeld: { MEASURE: measure, UNIT_MEASURE: 'PS', ...longTerm },
    otherHeld: { agedef: 'COMPLET', unit: 'NR' },
    source: `Eurostat, ${dataset.toLowerCase()}; Regulation (EC) 862/2007, article 2`,
    unverified:
      'UNK of citizen, age and sex; single years of age; letters of OBS_FLAG but b, e and p',
  }
}

const otherDimensionsOfSdg = [
  'URBANISATION',
  'INCOME_WEALTH_QUANTILE',
  'EDUCATION_LEV',
  'OCCUPATION',
  'CUST_BREAKDOWN',
  'COMPOSITE_BREAKDOWN',
  'DISABILITY_STATUS',
  'ACTIVITY',
  'PRODUCT',
]

/**
 * The structures of other agencies that figures of the platform are written in.
 *
 * @see sdmx.oecd.org, OECD.ELS.IMD:DSD_MIG; ec.europa.eu/eurostat, migr_imm1ctz and migr_emi1ctz;
 *   data.un.org, IAEG-SDGs:DF_SDG_GLH, series SM_DTH_MIGR (indicator 10.7.3)
 */
export const exchangeMaps: readonly ExchangeMap[] = [
  {
    id: 'OECD_MIG',
    name: {
      es: 'Flujos por nacionalidad, OCDE',
      en: 'Flows by nationality, OECD',
      fr: 'Flux par nationalité, OCDE',
    },
    own: 'MIGRATION',
    other: { kind: 'datastructure', agency: 'OECD.ELS.IMD', id: 'DSD_MIG', version: '1.0' },
    otherDimensions: [
      'REF_AREA',
      'CITIZENSHIP',
      'FREQ',
      'MEASURE',
      'SEX',
      'BIRTH_PLACE',
      'EDUCATION_LEV',
      'UNIT_MEASURE',
    ],
    components: [
      { own: 'FREQ', other: 'FREQ' },
      {
        own: 'REF_AREA',
        other: 'REF_AREA',
        codes: {
          id: 'AREA_OECD',
          own: 'CL_AREA',
          other: list('OECD', 'CL_AREA'),
          pairs: countries.map(({ code }) => [code, code]),
        },
      },
      {
        // W is all foreigners there, _T everybody here: they are not the same, and no pair.
        own: 'CITIZENSHIP',
        other: 'CITIZENSHIP',
        codes: {
          id: 'CITIZENSHIP_OECD',
          own: 'CL_AREA',
          other: list('OECD', 'CL_AREA'),
          pairs: countries.map(({ code }) => [code, code]),
        },
      },
      {
        own: 'MEASURE',
        other: 'MEASURE',
        codes: {
          id: 'MEASURE_OECD',
          own: 'CL_MEASURE',
          other: list('OECD.ELS.IMD', 'CL_MIG_MEASURE'),
          pairs: [
            ['MIGRATION_IN', 'B11'],
            ['MIGRATION_OUT', 'B12'],
          ],
        },
      },
      { own: 'SEX', other: 'SEX' },
      { own: 'OBS_STATUS', other: 'OBS_STATUS' },
    ],
    ownHeld: { UNIT_MEASURE: 'PS', AGE: '_T', ...longTerm },
    otherHeld: { BIRTH_PLACE: '_Z', EDUCATION_LEV: '_Z', UNIT_MEASURE: 'PS' },
    source: 'OECD, International Migration Database, B11 and B12',
    unverified: 'M of SEX, of which no figures are published; areas that are no members',
  },
  eurostat('ESTAT_IMMIGRATION', 'MIGR_IMM1CTZ', 'MIGRATION_IN', {
    es: 'Inmigración por nacionalidad, Eurostat',
    en: 'Immigration by citizenship, Eurostat',
    fr: 'Immigration par nationalité, Eurostat',
  }),
  eurostat('ESTAT_EMIGRATION', 'MIGR_EMI1CTZ', 'MIGRATION_OUT', {
    es: 'Emigración por nacionalidad, Eurostat',
    en: 'Emigration by citizenship, Eurostat',
    fr: 'Émigration par nationalité, Eurostat',
  }),
  {
    id: 'SDG_DEATHS',
    name: {
      es: 'Muertes y desapariciones durante la migración, indicador 10.7.3 de los ODS',
      en: 'Deaths and disappearances during migration, SDG indicator 10.7.3',
      fr: 'Décès et disparitions au cours de la migration, indicateur 10.7.3 des ODD',
    },
    own: 'INCIDENTS',
    other: { kind: 'datastructure', agency: 'IAEG-SDGs', id: 'SDG', version: '1.9' },
    otherDimensions: [
      'FREQ',
      'REPORTING_TYPE',
      'SERIES',
      'REF_AREA',
      'SEX',
      'AGE',
      ...otherDimensionsOfSdg,
    ],
    components: [
      {
        own: 'FREQ',
        other: 'FREQ',
        codes: {
          id: 'FREQ_SDG',
          own: 'CL_FREQ',
          other: list('SDMX', 'CL_FREQ'),
          pairs: [['A', 'A']],
        },
      },
      {
        own: 'MEASURE',
        other: 'SERIES',
        codes: {
          id: 'SERIES_SDG',
          own: 'CL_MEASURE',
          other: list('IAEG-SDGs', 'CL_SERIES'),
          pairs: [['DEAD_AND_MISSING', 'SM_DTH_MIGR']],
        },
      },
      {
        own: 'REF_AREA',
        other: 'REF_AREA',
        codes: {
          id: 'AREA_SDG',
          own: 'CL_AREA',
          other: list('IAEG-SDGs', 'CL_AREA'),
          pairs: [['_T', '1'], ...areasOfSdg],
        },
      },
      { own: 'OBS_STATUS', other: 'OBS_STATUS' },
    ],
    ownHeld: { UNIT_MEASURE: 'PS', INCIDENT_REGION: '_T', ROUTE: '_T', CAUSE: '_T' },
    otherHeld: {
      REPORTING_TYPE: 'N',
      SEX: '_T',
      AGE: '_T',
      ...Object.fromEntries(otherDimensionsOfSdg.map((id) => [id, '_T'])),
    },
    source: 'United Nations, SDG Global Database, SM_DTH_MIGR; M49',
    unverified: 'N of REPORTING_TYPE, which the global database does not publish for this series',
  },
]
