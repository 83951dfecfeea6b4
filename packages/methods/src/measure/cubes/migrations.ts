import type { Cube } from '../cube.ts'
import { criterionNote, personsNote, repairNote } from './outcome-notes.ts'
import {
  ageFromSingle,
  birthStatus,
  citizenshipStatus,
  daysOf,
  statusColumns,
  statusFields,
} from './outcome-dimensions.ts'
import { citizenship, coded, countryDimension, reportingCountry, sex } from './person-dimensions.ts'

const migrations = {
  es: 'migraciones: cambios de residencia',
  en: 'migrations: changes of residence',
  fr: 'migrations : changements de résidence',
}
const crossings = { es: 'cruces', en: 'crossings', fr: 'franchissements' }

/** Migrant arrivals and departures by the outcome rule, with what is still undecided beside them. */
export const migrationFlows: Cube = {
  id: 'migrations',
  title: {
    es: 'Migraciones: llegadas y salidas de migrantes',
    en: 'Migrations: migrant arrivals and departures',
    fr: 'Migrations : arrivées et départs de migrants',
  },
  description: {
    es: 'Cruces que cambiaron el país de residencia habitual, según las trayectorias de personas enlazadas, con la migración neta y lo que aún está por decidir.',
    en: 'Crossings that changed the country of usual residence, by the journeys of linked persons, with net migration and what is still undecided.',
    fr: 'Franchissements qui ont changé le pays de résidence habituelle, selon les parcours de personnes appariées, avec la migration nette et ce qui reste indécis.',
  },
  universe: {
    es: 'Llegadas y salidas de migrantes por puestos habilitados, de nacionales y de extranjeros; y los cruces que podrían serlo, contados aparte.',
    en: 'Migrant arrivals and departures over authorised posts, of nationals and foreigners; and crossings that may be such, counted apart.',
    fr: 'Arrivées et départs de migrants aux postes habilités, nationaux et étrangers ; et les franchissements qui pourraient l’être, comptés à part.',
  },
  recordType: 'outcome',
  view: {
    fields: [...statusFields, { id: 'net', type: 'integer' }, { id: 'migrant', type: 'integer' }],
    sql: (facts) => `
select *, ${statusColumns},
  case when outcome <> 'migration' then 0 when direction = 'arrival' then 1 else -1 end as net,
  case when outcome = 'migration' then person end as migrant
from ${facts} where outcome <> 'no-migration'`,
  },
  dimensions: [
    reportingCountry,
    daysOf('crossed_on'),
    coded('direction', 'direction', { es: 'Sentido', en: 'Direction', fr: 'Sens' }),
    coded('outcome', 'residence-outcomes', { es: 'Resultado', en: 'Outcome', fr: 'Résultat' }),
    citizenship,
    countryDimension('birth_country', {
      es: 'País de nacimiento',
      en: 'Country of birth',
      fr: 'Pays de naissance',
    }),
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
    sex,
    ageFromSingle,
  ],
  measures: [
    {
      id: 'migrations',
      label: { es: 'Migraciones', en: 'Migrations', fr: 'Migrations' },
      unit: migrations,
      aggregate: 'count',
      when: { field: 'outcome', codes: ['migration'] },
    },
    {
      id: 'net',
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
      label: { es: 'Migrantes', en: 'Migrants', fr: 'Migrants' },
      unit: { es: 'personas distintas', en: 'distinct persons', fr: 'personnes distinctes' },
      aggregate: 'distinct',
      field: 'migrant',
    },
    {
      id: 'undecided',
      label: { es: 'Cruces por decidir', en: 'Undecided crossings', fr: 'Franchissements indécis' },
      unit: crossings,
      aggregate: 'count',
      when: { field: 'outcome', codes: ['undecided'] },
    },
    {
      id: 'imputed',
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
  methodVersion: '1',
  notes: [
    criterionNote,
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
