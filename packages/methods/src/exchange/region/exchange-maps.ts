import type { Text } from '../../vocabulary/index.ts'
import {
  areasOfOecd,
  oecdArea,
  oecdMigration,
  areasOfSdg,
  eurostatAge,
  eurostatCitizen,
  eurostatFlag,
  eurostatGeo,
  eurostatSex,
  listOf,
} from './exchange-codes.ts'
import type { Reference } from '../information-model/reference.ts'
import type { ExchangeCodes, ExchangeMap } from './exchange-map.ts'
import { registeredMaps } from './registered-maps.ts'
import { stockMaps } from './stock-maps.ts'

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

const sdg: Reference = {
  kind: 'datastructure',
  agency: 'IAEG-SDGs',
  id: 'SDG',
  version: '1.9',
}

const dimensionsOfSdg = [
  'FREQ',
  'REPORTING_TYPE',
  'SERIES',
  'REF_AREA',
  'SEX',
  'AGE',
  ...otherDimensionsOfSdg,
]

const yearOfSdg: ExchangeCodes = {
  id: 'FREQ_SDG',
  own: 'CL_FREQ',
  other: listOf('SDMX', 'CL_FREQ'),
  pairs: [['A', 'A']],
}

const areaOfSdg: ExchangeCodes = {
  id: 'AREA_SDG',
  own: 'CL_AREA',
  other: listOf('IAEG-SDGs', 'CL_AREA'),
  pairs: [['_T', '1'], ...areasOfSdg],
}

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
    ...oecdMigration,
    components: [
      { own: 'FREQ', other: 'FREQ' },
      { own: 'REF_AREA', other: 'REF_AREA', codes: oecdArea },
      {
        // W is all foreigners there, _T everybody here: they are not the same, and no pair.
        own: 'CITIZENSHIP',
        other: 'CITIZENSHIP',
        codes: {
          id: 'CITIZENSHIP_OECD',
          own: 'CL_AREA',
          other: listOf('OECD', 'CL_AREA'),
          pairs: areasOfOecd,
        },
      },
      {
        own: 'MEASURE',
        other: 'MEASURE',
        codes: {
          id: 'MEASURE_OECD',
          own: 'CL_MEASURE',
          other: listOf('OECD.ELS.IMD', 'CL_MIG_MEASURE'),
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
    other: sdg,
    otherDimensions: dimensionsOfSdg,
    components: [
      { own: 'FREQ', other: 'FREQ', codes: yearOfSdg },
      {
        own: 'MEASURE',
        other: 'SERIES',
        codes: {
          id: 'SERIES_SDG',
          own: 'CL_MEASURE',
          other: listOf('IAEG-SDGs', 'CL_SERIES'),
          pairs: [['DEAD_AND_MISSING', 'SM_DTH_MIGR']],
        },
      },
      { own: 'REF_AREA', other: 'REF_AREA', codes: areaOfSdg },
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
  {
    id: 'SDG_INDICATORS',
    name: {
      es: 'Indicadores de migración de los ODS',
      en: 'SDG indicators of migration',
      fr: 'Indicateurs des ODD sur les migrations',
    },
    own: 'INDICATORS',
    other: sdg,
    otherDimensions: dimensionsOfSdg,
    components: [
      { own: 'FREQ', other: 'FREQ', codes: yearOfSdg },
      {
        own: 'MEASURE',
        other: 'SERIES',
        codes: {
          id: 'SERIES_INDICATORS_SDG',
          own: 'CL_MEASURE',
          other: listOf('IAEG-SDGs', 'CL_SERIES'),
          // Indicators alone of which a series of the global database is the same quotient.
          pairs: [
            ['IND_SDG_8_8_2', 'SL_LBR_NTLCPL'],
            ['IND_SDG_10_7_3', 'SM_DTH_MIGR'],
            ['IND_SDG_10_7_4', 'SM_POP_REFG_OR'],
            ['IND_SDG_10_C_1', 'SI_RMT_COST'],
            ['IND_SDG_10_C_1_SMART', 'SI_RMT_COST_SC'],
            ['IND_SDG_17_3_2', 'BX_TRF_PWKR'],
          ],
        },
      },
      { own: 'REF_AREA', other: 'REF_AREA', codes: areaOfSdg },
      { own: 'SEX', other: 'SEX' },
      { own: 'OBS_STATUS', other: 'OBS_STATUS' },
      {
        own: 'UNIT_MEASURE',
        other: 'UNIT_MEASURE',
        codes: {
          id: 'UNIT_SDG',
          own: 'CL_UNIT_MEASURE',
          other: listOf('IAEG-SDGs', 'CL_UNIT_MEASURE'),
          pairs: [
            ['PS', 'NUMBER'],
            ['PT', 'PT'],
            ['PER_100000', 'PER_100000_POP'],
            ['SCORE', 'SCORE'],
          ],
        },
      },
    ],
    ownHeld: {
      AGE: '_T',
      COUNTERPART_AREA: '_T',
      CITIZENSHIP_STATUS: '_T',
      BIRTH_STATUS: '_T',
    },
    otherHeld: {
      REPORTING_TYPE: 'N',
      AGE: '_T',
      ...Object.fromEntries(otherDimensionsOfSdg.map((id) => [id, '_T'])),
    },
    source:
      'United Nations, SDG Global Database, series of indicators 8.8.2, 10.7, 10.c.1 and 17.3.2',
    unverified:
      'N of REPORTING_TYPE, which the global database does not publish; codes of units but PER_100000_POP',
  },
  ...stockMaps,
  ...registeredMaps,
]
