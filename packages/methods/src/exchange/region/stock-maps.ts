import type { Text } from '../../vocabulary/index.ts'
import type { Reference } from '../information-model/reference.ts'
import {
  areasOfEurostat,
  areasOfOecd,
  oecdArea,
  eurostatAge,
  eurostatFlag,
  eurostatGeo,
  eurostatSex,
  listOf,
} from './exchange-codes.ts'
import type { ExchangeCodes, ExchangeMap } from './exchange-map.ts'

/** Who migrants of a stock are told by: their country of birth, which is their origin, or their citizenship. */
interface Origin {
  readonly id: 'BIRTH' | 'CITIZENSHIP'
  readonly own: 'COUNTERPART_AREA' | 'CITIZENSHIP'
  readonly name: Text
}

const birth: Origin = {
  id: 'BIRTH',
  own: 'COUNTERPART_AREA',
  name: {
    es: 'Población nacida en el extranjero',
    en: 'Foreign-born population',
    fr: 'Population née à l’étranger',
  },
}
const citizenship: Origin = {
  id: 'CITIZENSHIP',
  own: 'CITIZENSHIP',
  name: { es: 'Población extranjera', en: 'Foreign population', fr: 'Population étrangère' },
}

/** What a stock of migrants does not tell apart; it has no purpose, duration or mode. */
function heldOf({ own }: Origin): Record<string, string> {
  return {
    MEASURE: 'MIGRANT_STOCK',
    UNIT_MEASURE: 'PS',
    ...(own === 'CITIZENSHIP' ? { COUNTERPART_AREA: '_T' } : { CITIZENSHIP: '_T' }),
    BIRTH_PLACE: '_T',
    PURPOSE: '_Z',
    DURATION: '_Z',
    MODE_TRANSPORT: '_Z',
  }
}

const byOrigin =
  'COUNTERPART_AREA is the country of birth; in figures of the United Nations it is the citizenship where a country does not count by birth'

/**
 * All foreigners, or all born abroad, are everybody of a stock of migrants: its total. In a stock by
 * citizenship they are no pair: `_T` is everybody there, born abroad or not.
 */
function oecd(origin: Origin, structure: string, dimension: string, measure: string): ExchangeMap {
  const total: [string, string][] = origin === birth ? [['_T', 'W']] : []
  const codes: ExchangeCodes = {
    id: `ORIGIN_${origin.id}_OECD`,
    own: 'CL_AREA',
    other: listOf('OECD', 'CL_AREA'),
    pairs: [...total, ...areasOfOecd],
  }
  return {
    id: `OECD_STOCK_${origin.id}`,
    name: withAgency(origin.name, 'OCDE', 'OECD', 'OCDE'),
    own: 'MIGRATION',
    other: structureOf('OECD.ELS.IMD', structure),
    otherDimensions: [
      'REF_AREA',
      dimension,
      'FREQ',
      'MEASURE',
      'SEX',
      'BIRTH_PLACE',
      'EDUCATION_LEV',
      'UNIT_MEASURE',
    ],
    components: [
      { own: 'FREQ', other: 'FREQ' },
      { own: 'REF_AREA', other: 'REF_AREA', codes: oecdArea },
      { own: origin.own, other: dimension, codes },
      { own: 'SEX', other: 'SEX' },
      { own: 'OBS_STATUS', other: 'OBS_STATUS' },
    ],
    ownHeld: { ...heldOf(origin), AGE: '_T' },
    otherHeld: { MEASURE: measure, BIRTH_PLACE: '_Z', EDUCATION_LEV: '_Z', UNIT_MEASURE: 'PS' },
    different: ['REF_AREA', origin.own],
    source: `OECD, International Migration Database, ${structure}, ${measure}`,
    unverified: `M of SEX, of which no figures are published; ${byOrigin}`,
  }
}

/** Population on 1 January. Of those born abroad FOR is everybody; all foreigners have no code that is a pair. */
function eurostat(origin: Origin, dataset: string, dimension: string): ExchangeMap {
  const total: [string, string][] = origin === birth ? [['_T', 'FOR']] : []
  return {
    id: `ESTAT_STOCK_${origin.id}`,
    name: withAgency(origin.name, 'Eurostat', 'Eurostat', 'Eurostat'),
    own: 'MIGRATION',
    other: structureOf('ESTAT', dataset),
    otherDimensions: ['freq', dimension, 'age', 'unit', 'sex', 'geo'],
    components: [
      { own: 'FREQ', other: 'freq' },
      {
        own: origin.own,
        other: dimension,
        codes: {
          id: `ORIGIN_${origin.id}_ESTAT`,
          own: 'CL_AREA',
          other: listOf('ESTAT', origin === birth ? 'C_BIRTH' : 'CITIZEN'),
          pairs: [...total, ['_U', 'UNK'], ...areasOfEurostat],
        },
      },
      { own: 'AGE', other: 'age', codes: eurostatAge },
      { own: 'SEX', other: 'sex', codes: eurostatSex },
      { own: 'REF_AREA', other: 'geo', codes: eurostatGeo },
      { own: 'OBS_STATUS', other: 'OBS_FLAG', codes: eurostatFlag },
    ],
    ownHeld: heldOf(origin),
    otherHeld: { unit: 'NR' },
    different: ['REF_AREA', origin.own],
    source: `Eurostat, ${dataset.toLowerCase()}; Regulation (EC) 862/2007, article 3`,
    unverified: `Eurostat counts on 1 January, the United Nations at mid-year; UNK; single years of age; letters of OBS_FLAG but b, e and p; ${byOrigin}`,
  }
}

function structureOf(agency: string, id: string): Reference {
  return { kind: 'datastructure', agency, id, version: '1.0' }
}

function withAgency(name: Text, es: string, en: string, fr: string): Text {
  return { es: `${name.es}, ${es}`, en: `${name.en}, ${en}`, fr: `${name.fr}, ${fr}` }
}

/**
 * Stocks of migrants in the structures of the OECD and Eurostat. The SDGs have no series of them.
 *
 * @see sdmx.oecd.org, OECD.ELS.IMD:DSD_MIG_F (B14) and DSD_MIG (B15); ec.europa.eu/eurostat,
 *   migr_pop3ctb and migr_pop1ctz
 */
export const stockMaps: readonly ExchangeMap[] = [
  oecd(birth, 'DSD_MIG_F', 'BIRTH_COUNTRY', 'B14'),
  oecd(citizenship, 'DSD_MIG', 'CITIZENSHIP', 'B15'),
  eurostat(birth, 'MIGR_POP3CTB', 'c_birth'),
  eurostat(citizenship, 'MIGR_POP1CTZ', 'citizen'),
]
