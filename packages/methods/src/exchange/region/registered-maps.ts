import type { Text } from '../../vocabulary/index.ts'
import type { Reference } from '../information-model/reference.ts'
import {
  areasOfOecd,
  eurostatAge,
  eurostatBirth,
  eurostatCitizen,
  eurostatFlag,
  eurostatGeo,
  eurostatPartner,
  eurostatSex,
  listOf,
  oecdArea,
  oecdMigration,
} from './exchange-codes.ts'
import type { ExchangeCodes, ExchangeMap } from './exchange-map.ts'

/** What of the regional structure tells whom a table of Eurostat counts apart. */
type Origin = 'CITIZENSHIP' | 'BIRTH_PLACE' | 'COUNTERPART_AREA'

/** A table of Eurostat: what it counts here, and by what. */
interface EurostatTable {
  readonly id: string
  readonly dataset: string
  readonly measure: string
  readonly origin: Origin
  readonly name: Text
}

const origins: Readonly<
  Record<Origin, { readonly dimension: string; readonly codes: ExchangeCodes }>
> = {
  CITIZENSHIP: { dimension: 'citizen', codes: eurostatCitizen },
  BIRTH_PLACE: { dimension: 'c_birth', codes: eurostatBirth },
  COUNTERPART_AREA: { dimension: 'partner', codes: eurostatPartner },
}

/** Migrations and residents here are of months and quarters too; there they are of years alone. */
const yearly = (other: Reference, id: string): ExchangeCodes => ({
  id,
  own: 'CL_FREQ',
  other,
  pairs: [['A', 'A']],
})
const eurostatYear = yearly(listOf('ESTAT', 'FREQ'), 'FREQ_ESTAT')
const oecdYear = yearly(listOf('SDMX', 'CL_FREQ'), 'FREQ_OECD')

/** Origins that are everybody, but for the one that a table is by. */
const othersTotal = (origin: Origin | undefined, of: readonly Origin[]) =>
  Object.fromEntries(of.filter((id) => id !== origin).map((id) => [id, '_T']))

const flowOrigins: readonly Origin[] = ['CITIZENSHIP', 'BIRTH_PLACE', 'COUNTERPART_AREA']
const stockOrigins: readonly Origin[] = ['CITIZENSHIP', 'BIRTH_PLACE']

/** What migrations of linked persons are held at, where a table tells them by one origin. */
const migrationsHeld = (measure: string, origin: Origin) => ({
  MEASURE: measure,
  UNIT_MEASURE: 'EVENTS',
  ...othersTotal(origin, flowOrigins),
  MIGRATION_CRITERION: 'twelve-in-sixteen',
  BIRTH_STATUS: '_T',
  CITIZENSHIP_STATUS: '_T',
  PURPOSE: '_T',
  BORDER_POST: '_T',
  MODE_TRANSPORT: '_T',
})

const residentsHeld = (origin: Origin) => ({
  MEASURE: 'RESIDENTS',
  UNIT_MEASURE: 'PS',
  ...othersTotal(origin, stockOrigins),
  BIRTH_STATUS: '_T',
  CITIZENSHIP_STATUS: '_T',
})

const populationHeld = (origin: Origin) => ({
  MEASURE: 'POPULATION',
  UNIT_MEASURE: 'PS',
  ...othersTotal(origin, flowOrigins),
  PURPOSE: '_Z',
  DURATION: '_Z',
  MODE_TRANSPORT: '_Z',
})

const unverifiedOfEurostat =
  'UNK of citizen, country of birth, partner, age and sex; single years of age; letters of OBS_FLAG but b, e and p'

function flow({ id, dataset, measure, origin, name }: EurostatTable): ExchangeMap {
  const { dimension, codes } = origins[origin]
  return {
    id,
    name,
    own: 'MIGRATIONS',
    other: { kind: 'datastructure', agency: 'ESTAT', id: dataset, version: '1.0' },
    otherDimensions: ['freq', dimension, 'agedef', 'age', 'unit', 'sex', 'geo'],
    components: [
      { own: 'FREQ', other: 'freq', codes: eurostatYear },
      { own: origin, other: dimension, codes },
      { own: 'AGE', other: 'age', codes: eurostatAge },
      { own: 'SEX', other: 'sex', codes: eurostatSex },
      { own: 'REF_AREA', other: 'geo', codes: eurostatGeo },
      { own: 'OBS_STATUS', other: 'OBS_FLAG', codes: eurostatFlag },
    ],
    ownHeld: migrationsHeld(measure, origin),
    otherHeld: { agedef: 'COMPLET', unit: 'NR' },
    source: `Eurostat, ${dataset.toLowerCase()}; Regulation (EC) 862/2007, articles 2 and 3`,
    unverified: `${unverifiedOfEurostat}; residence is decided over twelve months within sixteen`,
  }
}

const people = (
  id: string,
  own: string,
  dataset: string,
  origin: Origin,
  held: Readonly<Record<string, string>>,
  name: Text,
): ExchangeMap => {
  const { dimension, codes } = origins[origin]
  return {
    id,
    name,
    own,
    other: { kind: 'datastructure', agency: 'ESTAT', id: dataset, version: '1.0' },
    otherDimensions: ['freq', dimension, 'age', 'unit', 'sex', 'geo'],
    components: [
      { own: 'FREQ', other: 'freq', codes: eurostatYear },
      { own: origin, other: dimension, codes },
      { own: 'AGE', other: 'age', codes: eurostatAge },
      { own: 'SEX', other: 'sex', codes: eurostatSex },
      { own: 'REF_AREA', other: 'geo', codes: eurostatGeo },
      { own: 'OBS_STATUS', other: 'OBS_FLAG', codes: eurostatFlag },
    ],
    ownHeld: held,
    otherHeld: { unit: 'NR' },
    source: `Eurostat, ${dataset.toLowerCase()}; Regulation (EC) 862/2007, article 3`,
    unverified: unverifiedOfEurostat,
  }
}

function oecd(
  id: string,
  own: string,
  measure: string,
  held: Readonly<Record<string, string>>,
  name: Text,
): ExchangeMap {
  return {
    id,
    name,
    own,
    ...oecdMigration,
    components: [
      { own: 'FREQ', other: 'FREQ', codes: oecdYear },
      { own: 'REF_AREA', other: 'REF_AREA', codes: oecdArea },
      {
        own: 'CITIZENSHIP',
        other: 'CITIZENSHIP',
        codes: {
          id: 'CITIZENSHIP_OECD',
          own: 'CL_AREA',
          other: listOf('OECD', 'CL_AREA'),
          pairs: areasOfOecd,
        },
      },
      { own: 'SEX', other: 'SEX' },
      { own: 'OBS_STATUS', other: 'OBS_STATUS' },
    ],
    ownHeld: { ...held, AGE: '_T' },
    otherHeld: { MEASURE: measure, BIRTH_PLACE: '_Z', EDUCATION_LEV: '_Z', UNIT_MEASURE: 'PS' },
    different: ['REF_AREA', 'CITIZENSHIP'],
    source: `OECD, International Migration Database, DSD_MIG, ${measure}`,
    unverified: 'M of SEX, of which no figures are published; areas that are no members',
  }
}

const by: Readonly<Record<Origin, Text>> = {
  CITIZENSHIP: { es: 'nacionalidad', en: 'citizenship', fr: 'nationalité' },
  BIRTH_PLACE: { es: 'país de nacimiento', en: 'country of birth', fr: 'pays de naissance' },
  COUNTERPART_AREA: {
    es: 'país anterior o siguiente',
    en: 'previous or next country',
    fr: 'pays précédent ou suivant',
  },
}

const named = (what: Text, origin: Origin, agency: Text): Text => ({
  es: `${what.es} por ${by[origin].es}, ${agency.es}`,
  en: `${what.en} by ${by[origin].en}, ${agency.en}`,
  fr: `${what.fr} par ${by[origin].fr}, ${agency.fr}`,
})
const eurostat: Text = { es: 'Eurostat', en: 'Eurostat', fr: 'Eurostat' }
const oecdName: Text = { es: 'OCDE', en: 'OECD', fr: 'OCDE' }

const arrivals: Text = {
  es: 'Llegadas de migrantes registradas',
  en: 'Registered migrant arrivals',
  fr: 'Arrivées de migrants enregistrées',
}
const departures: Text = {
  es: 'Salidas de migrantes registradas',
  en: 'Registered migrant departures',
  fr: 'Départs de migrants enregistrés',
}
const residents: Text = { es: 'Residentes', en: 'Residents', fr: 'Résidents' }
const population: Text = { es: 'Población', en: 'Population', fr: 'Population' }

const flows: readonly (readonly [dataset: string, direction: 'IN' | 'OUT', origin: Origin])[] = [
  ['MIGR_IMM1CTZ', 'IN', 'CITIZENSHIP'],
  ['MIGR_IMM3CTB', 'IN', 'BIRTH_PLACE'],
  ['MIGR_IMM5PRV', 'IN', 'COUNTERPART_AREA'],
  ['MIGR_EMI1CTZ', 'OUT', 'CITIZENSHIP'],
  ['MIGR_EMI4CTB', 'OUT', 'BIRTH_PLACE'],
  ['MIGR_EMI3NXT', 'OUT', 'COUNTERPART_AREA'],
]

/**
 * What a node counts from its own registers, migrations, residents and population, in the structures of
 * Eurostat and the OECD.
 *
 * @see ec.europa.eu/eurostat, migr_imm1ctz, migr_imm3ctb, migr_imm5prv, migr_emi1ctz, migr_emi4ctb,
 *   migr_emi3nxt, migr_pop1ctz, migr_pop3ctb; sdmx.oecd.org, OECD.ELS.IMD:DSD_MIG (B11, B12, B15)
 */
export const registeredMaps: readonly ExchangeMap[] = [
  ...flows.map(([dataset, direction, origin]) =>
    flow({
      id: `ESTAT_MIGRATIONS_${direction}_${origin}`,
      dataset,
      measure: `MIGRATIONS_${direction}`,
      origin,
      name: named(direction === 'IN' ? arrivals : departures, origin, eurostat),
    }),
  ),
  ...stockOrigins.flatMap((origin) => {
    const dataset = origin === 'CITIZENSHIP' ? 'MIGR_POP1CTZ' : 'MIGR_POP3CTB'
    return [
      people(
        `ESTAT_RESIDENTS_${origin}`,
        'RESIDENT_STOCKS',
        dataset,
        origin,
        residentsHeld(origin),
        named(residents, origin, eurostat),
      ),
      people(
        `ESTAT_POPULATION_${origin}`,
        'MIGRATION',
        dataset,
        origin,
        populationHeld(origin),
        named(population, origin, eurostat),
      ),
    ]
  }),
  ...(['IN', 'OUT'] as const).map((direction) =>
    oecd(
      `OECD_MIGRATIONS_${direction}`,
      'MIGRATIONS',
      direction === 'IN' ? 'B11' : 'B12',
      migrationsHeld(`MIGRATIONS_${direction}`, 'CITIZENSHIP'),
      named(direction === 'IN' ? arrivals : departures, 'CITIZENSHIP', oecdName),
    ),
  ),
  oecd(
    'OECD_RESIDENTS_CITIZENSHIP',
    'RESIDENT_STOCKS',
    'B15',
    residentsHeld('CITIZENSHIP'),
    named(residents, 'CITIZENSHIP', oecdName),
  ),
]
