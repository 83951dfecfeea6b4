import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import type { Reference } from '../information-model/reference.ts'
import type { ExchangeCodes } from './exchange-map.ts'

/** A code list of another agency. */
export const listOf = (agency: string, id: string): Reference => ({
  kind: 'codelist',
  agency,
  id,
  version: '1.0',
})

const countries = getCodeList('countries').codes.filter(({ code }) => /^[A-Z]{3}$/.test(code))
const aliasOf = (code: (typeof countries)[number], form: RegExp) =>
  code.aliases?.find((alias) => form.test(alias))

/** The OECD writes areas by their letters of ISO 3166, but for Kosovo. */
export const areasOfOecd = countries.map(({ code }): [string, string] => [
  code,
  code === 'XKX' ? 'XKV' : code,
])

/** Greece and the United Kingdom are not called by their letters of ISO 3166. */
const oddOfEurostat: Readonly<Record<string, string>> = { GRC: 'EL', GBR: 'UK', XKX: 'XK' }

export const areasOfEurostat = countries.flatMap((code): [string, string][] => {
  const two = oddOfEurostat[code.code] ?? aliasOf(code, /^[A-Z]{2}$/)
  return two === undefined ? [] : [[code.code, two]]
})
/** The numbers of M49. */
export const areasOfSdg = countries.flatMap((code): [string, string][] => {
  const number = aliasOf(code, /^\d{3}$/)
  return number === undefined ? [] : [[code.code, String(Number(number))]]
})

const agesOfEurostat = getCodeList('age-groups')
  .codes.map(({ code }) => code)
  .filter((code) => code.startsWith('Y'))
  .map((code): [string, string] => [
    code,
    code === 'Y0T4' ? 'Y_LT5' : code.replace(/^Y(\d+)T(\d+)$/, 'Y$1-$2'),
  ])

/** The structure of the OECD's international migration database. */
export const oecdMigration = {
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
} as const

export const oecdArea: ExchangeCodes = {
  id: 'AREA_OECD',
  own: 'CL_AREA',
  other: listOf('OECD', 'CL_AREA'),
  pairs: areasOfOecd,
}

export const eurostatGeo: ExchangeCodes = {
  id: 'AREA_ESTAT',
  own: 'CL_AREA',
  other: listOf('ESTAT', 'GEO'),
  pairs: areasOfEurostat,
}
export const eurostatCitizen: ExchangeCodes = {
  id: 'CITIZEN_ESTAT',
  own: 'CL_AREA',
  other: listOf('ESTAT', 'CITIZEN'),
  pairs: [['_T', 'TOTAL'], ['_U', 'UNK'], ...areasOfEurostat],
}
export const eurostatBirth: ExchangeCodes = {
  ...eurostatCitizen,
  id: 'BIRTH_ESTAT',
  other: listOf('ESTAT', 'C_BIRTH'),
}
export const eurostatPartner: ExchangeCodes = {
  ...eurostatCitizen,
  id: 'PARTNER_ESTAT',
  other: listOf('ESTAT', 'PARTNER'),
}
export const eurostatSex: ExchangeCodes = {
  id: 'SEX_ESTAT',
  own: 'CL_SEX',
  other: listOf('ESTAT', 'SEX'),
  pairs: [
    ['_T', 'T'],
    ['F', 'F'],
    ['M', 'M'],
    ['_U', 'UNK'],
  ],
}
export const eurostatAge: ExchangeCodes = {
  id: 'AGE_ESTAT',
  own: 'CL_AGE',
  other: listOf('ESTAT', 'AGE'),
  pairs: [['_T', 'TOTAL'], ['_U', 'UNK'], ...agesOfEurostat],
}
export const eurostatFlag: ExchangeCodes = {
  id: 'STATUS_ESTAT',
  own: 'CL_OBS_STATUS',
  other: listOf('ESTAT', 'OBS_FLAG'),
  pairs: [
    ['B', 'b'],
    ['E', 'e'],
    ['F', 'f'],
    ['P', 'p'],
    ['U', 'u'],
    ['N', 'n'],
  ],
}
