import type { EditRule } from '../edit-rule.ts'
import {
  any,
  all,
  compare,
  field,
  isGiven,
  isMissing,
  not,
  oneOf,
  value,
} from './expression-words.ts'
import { eventRules, personRules, unknown } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { permits, recommendations } from './sources.ts'

const recordType = 'permit'
const event = {
  day: 'recorded_on',
  of: { es: 'del registro', en: 'of the record', fr: 'd’enregistrement' },
}

/** What must hold of a permit. */
export const permitRules: readonly EditRule[] = [
  ...eventRules(recordType, event),
  ...personRules(recordType, event),
  ...placeRules(recordType, event, ['municipality']),
  unknown(recordType, 'permit_type', {
    es: 'el tipo de permiso',
    en: 'the type of permit',
    fr: 'le type de titre',
  }),
  unknown(recordType, 'decision', {
    es: 'la resolución',
    en: 'the decision',
    fr: 'la décision',
  }),
  {
    id: 'permit.decided-before-applied',
    recordType,
    level: 'warn',
    holds: compare(field('applied_on'), '<=', field('decided_on')),
    fields: ['applied_on', 'decided_on'],
    message: {
      es: 'La resolución es anterior a la solicitud.',
      en: 'The decision lies before the application.',
      fr: 'La décision est antérieure à la demande.',
    },
    source: permits,
  },
  {
    id: 'permit.pending-with-decision-date',
    recordType,
    level: 'warn',
    holds: any(isMissing('decided_on'), compare(field('decision'), '!=', value('pending'))),
    fields: ['decision', 'decided_on'],
    message: {
      es: 'Consta una fecha de resolución, pero el trámite sigue pendiente.',
      en: 'A date of decision is given, but the procedure is still pending.',
      fr: 'Une date de décision est donnée, mais la démarche est encore en cours.',
    },
    source: permits,
  },
  {
    id: 'permit.decision-without-date',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['decided_on'],
    holds: any(
      isGiven('decided_on'),
      not(oneOf(field('decision'), 'granted', 'refused', 'revoked')),
    ),
    fields: ['decision', 'decided_on'],
    message: {
      es: 'El permiso está resuelto y no consta cuándo.',
      en: 'The permit was decided on, and when is not stated.',
      fr: 'Le titre a fait l’objet d’une décision dont la date manque.',
    },
    source: permits,
  },
  {
    id: 'permit.validity-backwards',
    recordType,
    level: 'reject',
    holds: compare(field('valid_from'), '<=', field('valid_to')),
    fields: ['valid_from', 'valid_to'],
    message: {
      es: 'El permiso vence antes de empezar.',
      en: 'The permit expires before it begins.',
      fr: 'Le titre expire avant de commencer.',
    },
    source: permits,
  },
  {
    id: 'permit.validity-disagrees',
    recordType,
    level: 'warn',
    onlyWhereGiven: ['validity_days', 'valid_from', 'valid_to'],
    holds: compare(field('validity_days'), '=', {
      op: '+',
      left: { op: 'date-difference', from: field('valid_from'), to: field('valid_to') },
      right: value(1),
    }),
    fields: ['validity_days', 'valid_from', 'valid_to'],
    message: {
      es: 'Los días de validez no son los que hay entre sus fechas.',
      en: 'The days of validity are not those between its dates.',
      fr: 'Les jours de validité ne sont pas ceux entre ses dates.',
    },
    source: permits,
  },
  {
    id: 'permit.temporary-over-ten-years',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('validity_days'), '<=', value(3653)),
      not(
        oneOf(
          field('permit_type'),
          'visitor-visa',
          'transit-visa',
          'temporary-residence',
          'work-permit',
          'seasonal-work-permit',
          'study-permit',
          'extension-of-stay',
        ),
      ),
    ),
    fields: ['permit_type', 'valid_from', 'valid_to'],
    message: {
      es: 'Un permiso temporal vale más de diez años.',
      en: 'A temporary permit is valid for more than ten years.',
      fr: 'Un titre temporaire est valable plus de dix ans.',
    },
    source: permits,
  },
  {
    id: 'permit.seasonal-over-one-year',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('validity_days'), '<=', value(366)),
      compare(field('permit_type'), '!=', value('seasonal-work-permit')),
    ),
    fields: ['permit_type', 'valid_from', 'valid_to'],
    message: {
      es: 'Un permiso de temporada vale más de un año.',
      en: 'A seasonal permit is valid for more than a year.',
      fr: 'Un titre saisonnier est valable plus d’un an.',
    },
    source: permits,
  },
  {
    id: 'permit.refused-with-validity',
    recordType,
    level: 'warn',
    holds: any(
      all(isMissing('valid_from'), isMissing('valid_to')),
      not(oneOf(field('decision'), 'refused', 'inadmissible', 'withdrawn')),
    ),
    fields: ['decision', 'valid_from', 'valid_to'],
    message: {
      es: 'El permiso se denegó o desistió y tiene fechas de validez.',
      en: 'The permit was refused or withdrawn and has dates of validity.',
      fr: 'Le titre a été refusé ou retiré et porte des dates de validité.',
    },
    source: permits,
  },
  {
    id: 'permit.of-national',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('citizenship'), '!=', field('country')),
      oneOf(field('citizenship'), '_U'),
      oneOf(field('permit_type'), 'naturalization'),
    ),
    fields: ['country', 'citizenship', 'permit_type'],
    message: {
      es: 'El permiso es de una persona nacional del país, que no lo necesita.',
      en: 'The permit is of a citizen of the country, who needs none.',
      fr: 'Le titre est au nom d’un ressortissant du pays, qui n’en a pas besoin.',
    },
    source: recommendations,
  },
  {
    id: 'permit.child-worker',
    recordType,
    level: 'warn',
    holds: any(
      compare(field('age'), '>=', value(14)),
      not(
        oneOf(
          field('permit_type'),
          'work-permit',
          'seasonal-work-permit',
          'cross-border-work-permit',
        ),
      ),
    ),
    fields: ['age', 'permit_type'],
    message: {
      es: 'Un permiso de trabajo es de una persona menor de 14 años.',
      en: 'A work permit is of a person under 14.',
      fr: 'Un permis de travail est au nom d’une personne de moins de 14 ans.',
    },
    source: 'ILO, Minimum Age Convention, 1973 (No. 138), article 2',
  },
]
