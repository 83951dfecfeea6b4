import type { Cube } from '../cube.ts'
import { modeByPost, statusByCountry } from './dependent-dimensions.ts'
import { personsNote, repairNote } from './outcome-notes.ts'
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

/** Without a limit, or with a departure that nobody recorded, nothing can be said of the limit. */
const unknown = 'authorised_days is null or next_inserted = 1'

/** Days from the arrival to the departure, or to the first day that is no longer observed. */
const present = '(coalesce(next_on, observed_until) - crossed_on)'

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
  case when ${unknown} then 'not-known' when ${present} > authorised_days then 'beyond'
    when stay_days is null then 'running' else 'within' end as authorisation,
  case when not (${unknown}) then greatest(0, ${present} - authorised_days) end as overstay_days
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
    countryDimension('counterpart_country', {
      es: 'País de procedencia',
      en: 'Country come from',
      fr: 'Pays de provenance',
    }),
    coded('border_post', 'border-posts', {
      es: 'Puesto fronterizo',
      en: 'Border post',
      fr: 'Poste frontière',
    }),
    coded('mode', 'mode', { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' }),
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Purpose', fr: 'Motif' }),
    sex,
    ageFromSingle,
  ],
  dependencies: [...statusByCountry, modeByPost],
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
      id: 'overstay_days',
      label: {
        es: 'Días más allá de lo autorizado',
        en: 'Days beyond what was authorised',
        fr: 'Jours au-delà de l’autorisation',
      },
      unit: { es: 'días', en: 'days', fr: 'jours' },
      aggregate: 'sum',
      field: 'overstay_days',
      absent: 'zero',
      rates: [
        {
          by: 'overstays',
          label: {
            es: 'Días más allá de lo autorizado, en promedio',
            en: 'Mean days beyond what was authorised',
            fr: 'Jours au-delà de l’autorisation, en moyenne',
          },
          unit: {
            es: 'días por estancia que excede',
            en: 'days per stay beyond',
            fr: 'jours par séjour au-delà',
          },
          factor: 1,
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
  methodVersion: '3',
  notes: [
    personsNote,
    repairNote,
    {
      es: 'Lo autorizado es lo concedido a la entrada o, si llega más lejos, la validez de un permiso concedido durante la estancia. Con 30 días autorizados, quien sale 30 días después de entrar no excede; quien sale a los 31, sí.',
      en: 'What is authorised is what was granted on arrival or, where that reaches further, the validity of a permit granted for the stay. With 30 days authorised, who leaves 30 days after arriving is not beyond; who leaves after 31 is.',
      fr: 'L’autorisation est celle accordée à l’entrée ou, si elle va plus loin, la validité d’un titre accordé pendant le séjour. Avec 30 jours autorisés, qui sort 30 jours après l’entrée ne dépasse pas ; qui sort au 31e, si.',
    },
    {
      es: 'Donde la salida no fue registrada sino intercalada no se dice si se excedió lo autorizado. Si la persona consta aún en el país, puede faltar el registro de su salida: exceder lo autorizado es un indicio de los registros, no una falta probada.',
      en: 'Where the departure was not recorded but inserted, nothing is said of the limit. Where the person is still in the country by the records, the record of departure may be missing: being beyond is a sign in the records, not a proven fault.',
      fr: 'Là où la sortie n’a pas été enregistrée mais insérée, rien n’est dit de la limite. Si la personne est encore là selon les registres, sa sortie peut manquer : dépasser est un indice des registres, non une faute prouvée.',
    },
  ],
  opening: { rows: ['country', 'length'], columns: ['time.year'] },
}
