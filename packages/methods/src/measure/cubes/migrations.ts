import type { Cube } from '../cube.ts'
import { modeByPost, statusByCountry } from './dependent-dimensions.ts'
import { criteriaNote, personsNote, repairNote } from './outcome-notes.ts'
import {
  ageFromSingle,
  birthStatus,
  citizenshipStatus,
  daysOf,
  statusColumns,
  statusFields,
} from './outcome-dimensions.ts'
import {
  birthCountry,
  citizenship,
  coded,
  countryDimension,
  reportingCountry,
  sex,
} from './person-dimensions.ts'

const migrations = {
  es: 'migraciones: cambios de residencia',
  en: 'migrations: changes of residence',
  fr: 'migrations : changements de résidence',
}
const crossings = { es: 'cruces', en: 'crossings', fr: 'franchissements' }

/** Purposes of those who come to live in the country. */
export const settlingPurposes = ['work', 'study', 'family', 'settlement', 'protection', 'return']

const isCounted = (condition: string) =>
  `case when ${condition} then 'migration' else 'no-migration' end`

/** What a crossing is by each criterion, as SQL over the facts. */
const counted: Readonly<Record<string, string>> = {
  'twelve-in-sixteen': 'outcome',
  'nine-in-twelve': 'nine_in_twelve',
  'six-months-and-a-day': 'six_months_and_a_day',
  'declared-purpose': isCounted(
    `inserted = 0 and purpose in (${settlingPurposes.map((code) => `'${code}'`).join(', ')})`,
  ),
  'residence-permit': isCounted('by_permit = 1'),
}

/** Criteria by which a crossing is a migration. */
export const migrationCriteria: readonly string[] = Object.keys(counted)

/** Migrant arrivals and departures by the outcome rule, with what is still undecided beside them. */
export const migrationFlows: Cube = {
  id: 'migrations',
  title: {
    es: 'Migraciones: llegadas y salidas de migrantes',
    en: 'Migrations: migrant arrivals and departures',
    fr: 'Migrations : arrivées et départs de migrants',
  },
  description: {
    es: 'Cruces que cambiaron el país de residencia habitual, según las trayectorias de personas enlazadas, con la migración neta y lo que aún está por decidir, por el criterio que se elija.',
    en: 'Crossings that changed the country of usual residence, by the journeys of linked persons, with net migration and what is still undecided, by the criterion chosen.',
    fr: 'Franchissements qui ont changé le pays de résidence habituelle, selon les parcours de personnes appariées, avec la migration nette et ce qui reste indécis, selon le critère choisi.',
  },
  universe: {
    es: 'Llegadas y salidas de migrantes por puestos habilitados, de nacionales y de extranjeros; y los cruces que podrían serlo, contados aparte.',
    en: 'Migrant arrivals and departures over authorised posts, of nationals and foreigners; and crossings that may be such, counted apart.',
    fr: 'Arrivées et départs de migrants aux postes habilités, nationaux et étrangers ; et les franchissements qui pourraient l’être, comptés à part.',
  },
  recordType: 'outcome',
  view: {
    fields: [
      ...statusFields,
      { id: 'criterion', type: 'code' },
      { id: 'net', type: 'integer' },
      { id: 'migrant', type: 'integer' },
    ],
    sql: (facts) => `
with fact as (select * from ${facts}), counted as (
${Object.entries(counted)
  .map(
    ([criterion, outcome]) =>
      `select *, '${criterion}' as criterion, ${outcome} as result from fact where ${outcome} <> 'no-migration'`,
  )
  .join('\nunion all ')}
)
select * exclude (result) replace (result as outcome), ${statusColumns},
  case when result <> 'migration' then 0 when direction = 'arrival' then 1 else -1 end as net,
  case when result = 'migration' then person end as migrant
from counted`,
  },
  dimensions: [
    reportingCountry,
    daysOf('crossed_on'),
    {
      ...coded('criterion', 'migration-criteria', {
        es: 'Criterio de migración',
        en: 'Criterion of migration',
        fr: 'Critère de migration',
      }),
      shownAlone: 'twelve-in-sixteen',
    },
    coded('direction', 'direction', { es: 'Sentido', en: 'Direction', fr: 'Sens' }),
    coded('outcome', 'residence-outcomes', { es: 'Resultado', en: 'Outcome', fr: 'Résultat' }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    countryDimension('counterpart_country', {
      es: 'País anterior o siguiente',
      en: 'Previous or next country',
      fr: 'Pays précédent ou suivant',
    }),
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Purpose', fr: 'Motif' }),
    coded('border_post', 'border-posts', {
      es: 'Puesto fronterizo',
      en: 'Border post',
      fr: 'Poste frontière',
    }),
    coded('mode', 'mode', { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' }),
    sex,
    ageFromSingle,
  ],
  dependencies: [...statusByCountry, modeByPost],
  measures: [
    {
      id: 'migrations',
      notAdditiveOver: ['criterion'],
      undecidedBy: 'undecided',
      label: { es: 'Migraciones', en: 'Migrations', fr: 'Migrations' },
      unit: migrations,
      aggregate: 'count',
      when: { field: 'outcome', codes: ['migration'] },
    },
    {
      id: 'net',
      notAdditiveOver: ['criterion'],
      undecidedBy: 'undecided',
      label: { es: 'Migración neta', en: 'Net migration', fr: 'Migration nette' },
      unit: {
        es: 'llegadas menos salidas de migrantes',
        en: 'migrant arrivals less departures',
        fr: 'arrivées moins départs de migrants',
      },
      aggregate: 'sum',
      field: 'net',
      absent: 'zero',
    },
    {
      id: 'persons',
      notAdditiveOver: ['criterion'],
      undecidedBy: 'undecided',
      label: { es: 'Migrantes', en: 'Migrants', fr: 'Migrants' },
      unit: { es: 'personas distintas', en: 'distinct persons', fr: 'personnes distinctes' },
      aggregate: 'distinct',
      field: 'migrant',
    },
    {
      id: 'undecided',
      notAdditiveOver: ['criterion'],
      label: { es: 'Cruces por decidir', en: 'Undecided crossings', fr: 'Franchissements indécis' },
      unit: crossings,
      aggregate: 'count',
      when: { field: 'outcome', codes: ['undecided'] },
    },
    {
      id: 'imputed',
      notAdditiveOver: ['criterion'],
      label: {
        es: 'Junto a un cruce intercalado',
        en: 'Beside an inserted crossing',
        fr: 'À côté d’un franchissement inséré',
      },
      unit: crossings,
      aggregate: 'count',
      when: { field: 'beside_gap', codes: ['1'] },
    },
  ],
  protection: 'release',
  methodVersion: '3',
  notes: [
    criteriaNote,
    personsNote,
    repairNote,
    {
      es: 'Lo que está por decidir no es cero: hasta que un mes sea definitivo sus migraciones son un mínimo.',
      en: 'What is undecided is not zero: until a month is final its migrations are a minimum.',
      fr: 'Ce qui est indécis n’est pas zéro : tant qu’un mois n’est pas définitif, ses migrations sont un minimum.',
    },
  ],
  opening: { rows: ['country', 'direction'], columns: ['time.year'] },
}
