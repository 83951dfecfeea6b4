import type { Cube } from '../cube.ts'
import { personsNote, repairNote } from './outcome-notes.ts'
import {
  ageFromSingle,
  birthStatus,
  citizenshipStatus,
  daysOf,
  statusColumns,
  statusFields,
} from './outcome-dimensions.ts'
import { birthCountry, citizenship, coded, reportingCountry, sex } from './person-dimensions.ts'

const stays = { es: 'estancias', en: 'stays', fr: 'séjours' }

/** How long people stay after an arrival, and beyond what they were granted. */
export const stayLengths: Cube = {
  id: 'stays',
  title: {
    es: 'Estancias: duración y tiempo autorizado',
    en: 'Stays: length and authorised time',
    fr: 'Séjours : durée et temps autorisé',
  },
  description: {
    es: 'Estancias desde cada entrada hasta la salida siguiente, por duración, y las que exceden lo autorizado, según las trayectorias de personas enlazadas.',
    en: 'Stays from each arrival to the next departure, by length, and those beyond what was authorised, by the journeys of linked persons.',
    fr: 'Séjours de chaque entrée à la sortie suivante, par durée, et ceux qui dépassent l’autorisation, selon les parcours de personnes appariées.',
  },
  universe: {
    es: 'Toda entrada de una persona enlazada, en el día en que entró; la estancia que no ha terminado sigue abierta al fin de la observación.',
    en: 'Every arrival of a linked person, on the day of arrival; a stay that has not ended is open at the end of observation.',
    fr: 'Toute entrée d’une personne appariée, au jour d’entrée ; un séjour non terminé est ouvert à la fin de l’observation.',
  },
  recordType: 'outcome',
  view: {
    fields: [
      ...statusFields,
      { id: 'length', type: 'code' },
      { id: 'authorisation', type: 'code' },
      { id: 'ended', type: 'integer' },
      { id: 'overstay_days', type: 'integer' },
    ],
    sql: (facts) => `
select *, ${statusColumns},
  case when stay_days is null then 'open' when stay_days = 0 then 'same-day' when stay_days <= 7 then '1-7'
    when stay_days <= 30 then '8-30' when stay_days <= 90 then '31-90' when stay_days <= 180 then '91-180'
    when stay_days < 365 then '181-364' else '365-' end as length,
  (stay_days is not null)::integer as ended,
  case when authorised_days is null then 'not-known'
    when coalesce(next_on, observed_until) - crossed_on > authorised_days then 'beyond'
    when stay_days is null then 'running' else 'within' end as authorisation,
  case when authorised_days is not null
    then greatest(0, coalesce(next_on, observed_until) - crossed_on - authorised_days) end as overstay_days
from ${facts} where direction = 'arrival'`,
  },
  dimensions: [
    reportingCountry,
    daysOf('crossed_on'),
    coded('length', 'stay-lengths', {
      es: 'Duración de la estancia',
      en: 'Length of stay',
      fr: 'Durée du séjour',
    }),
    coded('authorisation', 'stay-authorisations', {
      es: 'Respecto de lo autorizado',
      en: 'Against what was authorised',
      fr: 'Au regard de l’autorisation',
    }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Purpose', fr: 'Motif' }),
    sex,
    ageFromSingle,
  ],
  measures: [
    {
      id: 'stays',
      label: { es: 'Estancias', en: 'Stays', fr: 'Séjours' },
      unit: stays,
      aggregate: 'count',
    },
    {
      id: 'stay_days',
      label: {
        es: 'Días de las estancias terminadas',
        en: 'Days of ended stays',
        fr: 'Jours des séjours terminés',
      },
      unit: { es: 'días', en: 'days', fr: 'jours' },
      aggregate: 'sum',
      field: 'stay_days',
      absent: 'zero',
      rates: [
        {
          by: 'ended',
          label: { es: 'Duración media', en: 'Mean length', fr: 'Durée moyenne' },
          unit: { es: 'días por estancia', en: 'days per stay', fr: 'jours par séjour' },
          factor: 1,
          decimals: 1,
        },
      ],
    },
    {
      id: 'ended',
      label: { es: 'Estancias terminadas', en: 'Ended stays', fr: 'Séjours terminés' },
      unit: stays,
      aggregate: 'sum',
      field: 'ended',
      absent: 'zero',
    },
    {
      id: 'authorised',
      label: {
        es: 'Estancias con tiempo autorizado',
        en: 'Stays with an authorised time',
        fr: 'Séjours à durée autorisée',
      },
      unit: stays,
      aggregate: 'count',
      when: { field: 'authorisation', codes: ['within', 'beyond', 'running'] },
    },
    {
      id: 'overstays',
      label: {
        es: 'Estancias que exceden lo autorizado',
        en: 'Stays beyond what was authorised',
        fr: 'Séjours au-delà de l’autorisation',
      },
      unit: stays,
      aggregate: 'count',
      when: { field: 'authorisation', codes: ['beyond'] },
      rates: [
        {
          by: 'authorised',
          label: {
            es: 'Parte que excede lo autorizado',
            en: 'Share beyond what was authorised',
            fr: 'Part au-delà de l’autorisation',
          },
          unit: {
            es: '% de las estancias con tiempo autorizado',
            en: '% of stays with an authorised time',
            fr: '% des séjours à durée autorisée',
          },
          factor: 100,
          decimals: 1,
        },
      ],
    },
    {
      id: 'persons',
      label: { es: 'Personas', en: 'Persons', fr: 'Personnes' },
      unit: { es: 'personas distintas', en: 'distinct persons', fr: 'personnes distinctes' },
      aggregate: 'distinct',
      field: 'person',
    },
    {
      id: 'imputed',
      label: {
        es: 'Junto a un cruce intercalado',
        en: 'Beside an inserted crossing',
        fr: 'À côté d’un franchissement inséré',
      },
      unit: stays,
      aggregate: 'count',
      when: { field: 'beside_gap', codes: ['1'] },
    },
  ],
  protection: 'release',
  methodVersion: '2',
  notes: [
    personsNote,
    repairNote,
    {
      es: 'Una salida sin registrar alarga la estancia: exceder lo autorizado es un indicio de los registros, no una falta probada de la persona.',
      en: 'A departure that was not recorded lengthens the stay: being beyond what was authorised is a sign in the records, not a proven fault of the person.',
      fr: 'Une sortie non enregistrée allonge le séjour : dépasser l’autorisation est un indice des registres, non une faute prouvée de la personne.',
    },
  ],
  opening: { rows: ['country', 'length'], columns: ['time.year'] },
}
