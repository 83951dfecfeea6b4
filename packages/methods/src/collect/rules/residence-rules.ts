import type { EditRule } from '../edit-rule.ts'
import {
  any,
  compare,
  field,
  isGiven,
  isMissing,
  not,
  oneOf,
  receivedOn,
  value,
} from './expression-words.ts'
import { eventRules, personRules, unknown } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { recommendations } from './sources.ts'

const recordType = 'residence'
const event = {
  day: 'started_on',
  of: {
    es: 'de inicio de la residencia',
    en: 'of the start of residence',
    fr: 'de début de résidence',
  },
}

/** What must hold of a spell of residence. */
export const residenceRules: readonly EditRule[] = [
  ...eventRules(recordType, event),
  ...personRules(recordType, event),
  ...placeRules(recordType, event, ['municipality']),
  unknown(recordType, 'migratory_status', {
    es: 'la condición migratoria',
    en: 'the migratory status',
    fr: 'le statut migratoire',
  }),
  {
    id: 'residence.ends-before-it-starts',
    recordType,
    level: 'reject',
    holds: compare(field('started_on'), '<=', field('ended_on')),
    fields: ['started_on', 'ended_on'],
    message: {
      es: 'La residencia termina antes de empezar.',
      en: 'The residence ends before it starts.',
      fr: 'La résidence prend fin avant de commencer.',
    },
    source: recommendations,
  },
  {
    id: 'residence.ended-in-future',
    recordType,
    level: 'warn',
    holds: compare(field('ended_on'), '<=', receivedOn),
    fields: ['ended_on'],
    message: {
      es: 'La residencia consta como terminada en un día que aún no ha llegado.',
      en: 'The residence is recorded as ended on a day that has not come yet.',
      fr: 'La résidence est enregistrée comme terminée à un jour encore à venir.',
    },
    source: recommendations,
  },
  {
    id: 'residence.end-reason-without-end',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['ended_on'],
    holds: any(isMissing('end_reason'), oneOf(field('end_reason'), '_Z'), isGiven('ended_on')),
    fields: ['ended_on', 'end_reason'],
    message: {
      es: 'Consta por qué terminó la residencia, pero no cuándo.',
      en: 'It is stated why the residence ended, but not when.',
      fr: 'Le motif de fin de résidence est donné, mais pas la date.',
    },
    source: recommendations,
  },
  {
    id: 'residence.end-without-reason',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['end_reason'],
    holds: any(isMissing('ended_on'), isGiven('end_reason')),
    fields: ['ended_on', 'end_reason'],
    message: {
      es: 'La residencia terminó y no consta por qué.',
      en: 'The residence ended and it is not stated why.',
      fr: 'La résidence a pris fin sans que le motif soit indiqué.',
    },
    source: recommendations,
  },
  {
    id: 'residence.days-disagree',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['residence_days', 'ended_on'],
    holds: compare(field('residence_days'), '=', {
      op: '+',
      left: { op: 'date-difference', from: field('started_on'), to: field('ended_on') },
      right: value(1),
    }),
    fields: ['residence_days', 'started_on', 'ended_on'],
    message: {
      es: 'Los días de residencia no son los que hay entre sus fechas.',
      en: 'The days of residence are not those between its dates.',
      fr: 'Les jours de résidence ne sont pas ceux entre ses dates.',
    },
    source: recommendations,
  },
  {
    id: 'residence.over-110-years',
    recordType,
    level: 'warn',
    holds: compare(field('residence_days'), '<=', value(40177)),
    fields: ['started_on', 'ended_on'],
    message: {
      es: 'La residencia dura más de 110 años.',
      en: 'The residence lasts more than 110 years.',
      fr: 'La résidence dure plus de 110 ans.',
    },
    source: recommendations,
  },
  {
    id: 'residence.previous-country-is-country',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('previous_country'), '!=', field('country')),
      oneOf(field('previous_country'), '_U'),
    ),
    fields: ['country', 'previous_country'],
    message: {
      es: 'El país de residencia anterior es el mismo que registra.',
      en: 'The country of previous residence is the reporting country itself.',
      fr: 'Le pays de résidence antérieure est le pays déclarant lui-même.',
    },
    source: recommendations,
  },
  {
    id: 'residence.next-country-without-departure',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('next_country'),
      isMissing('end_reason'),
      oneOf(field('end_reason'), 'departure', 'expulsion', 'renunciation', '_U'),
    ),
    fields: ['next_country', 'end_reason'],
    message: {
      es: 'Consta a qué país se fue la persona, pero la residencia no terminó por salida.',
      en: 'A country of next residence is given, but the residence did not end by departure.',
      fr: 'Un pays de résidence suivante est donné, mais la résidence n’a pas pris fin par un départ.',
    },
    source: recommendations,
  },
  {
    id: 'residence.national-with-permit',
    recordType,
    level: 'warn',
    holds: any(
      isMissing('permit_type'),
      compare(field('citizenship'), '!=', field('country')),
      oneOf(field('citizenship'), '_U'),
      oneOf(field('permit_type'), 'naturalization', '_Z', '_U'),
    ),
    fields: ['country', 'citizenship', 'permit_type'],
    message: {
      es: 'Una persona nacional del país reside con un permiso.',
      en: 'A citizen of the country resides under a permit.',
      fr: 'Un ressortissant du pays réside avec un titre.',
    },
    source: recommendations,
  },
  {
    id: 'residence.visitor-resides',
    recordType,
    level: 'warn',
    holds: not(oneOf(field('migratory_status'), 'visitor', 'in-transit', 'crew')),
    fields: ['migratory_status'],
    message: {
      es: 'Una persona visitante, en tránsito o tripulante consta como residente.',
      en: 'A visitor, a person in transit or a crew member is recorded as a resident.',
      fr: 'Un visiteur, une personne en transit ou un membre d’équipage figure comme résident.',
    },
    source: recommendations,
  },
]
