import type { Cube } from '../cube.ts'
import { departmentOf, statusByCountry } from './dependent-dimensions.ts'
import { linkedPersons, linkedPersonsNote } from './linked-measure.ts'
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
  department,
  municipality,
  repeatsNote,
  reportingCountry,
  sex,
} from './person-dimensions.ts'

/** What becomes of permits: asked for, granted, renewed, refused, ended; and how long decisions take. */
export const permitEvents: Cube = {
  id: 'permit-events',
  title: {
    es: 'Permisos y visas: solicitudes, decisiones y vencimientos',
    en: 'Permits and visas: applications, decisions and expiries',
    fr: 'Titres et visas : demandes, décisions et expirations',
  },
  description: {
    es: 'Lo que pasó con cada permiso el día en que pasó: solicitado, concedido, renovado, denegado o vencido, y los días hasta la decisión.',
    en: 'What happened to each permit on the day on which it happened: applied for, granted, renewed, refused or expired, and the days to the decision.',
    fr: 'Ce qu’il est advenu de chaque titre au jour dit : demandé, accordé, renouvelé, refusé ou expiré, et les jours jusqu’à la décision.',
  },
  universe: {
    es: 'Todo trámite que consta en un registro de permisos: hasta tres hechos por trámite (solicitud, decisión y fin de validez), cada uno en su fecha.',
    en: 'Every procedure that a register of permits has: up to three events a procedure (application, decision and end of validity), each on its day.',
    fr: 'Toute démarche d’un registre des titres : jusqu’à trois événements par démarche (demande, décision, fin de validité), chacun à sa date.',
  },
  recordType: 'permit',
  view: {
    fields: [
      { id: 'event', type: 'code' },
      { id: 'event_on', type: 'date' },
      ...statusFields,
      { id: 'days_to_decision', type: 'integer' },
      { id: 'decision_time', type: 'code' },
      { id: 'timed', type: 'integer' },
    ],
    sql: (facts) => `
with fact as (select * from ${facts}), event as (
  select *, 'applied' as event, applied_on as event_on, null::integer as days_to_decision
  from fact where applied_on is not null
  union all
  select *, case when decision = 'refused' then 'refused'
      when decision <> 'granted' or procedure = 'cancellation' then 'withdrawn'
      when procedure = 'renewal' then 'renewed' else 'granted' end,
    coalesce(decided_on, recorded_on),
    case when decided_on >= applied_on then (decided_on - applied_on)::integer end
  from fact where decision is not null and decision <> 'pending'
  union all
  select *, 'expired', valid_to, null from fact
  where decision = 'granted' and valid_to is not null and procedure is distinct from 'cancellation'
)
select *, ${statusColumns}, (days_to_decision is not null)::integer as timed,
  case when event in ('applied', 'expired') then '_Z' when days_to_decision is null then null
    when days_to_decision <= 30 then '0-30' when days_to_decision <= 60 then '31-60'
    when days_to_decision <= 90 then '61-90' when days_to_decision <= 180 then '91-180'
    when days_to_decision <= 365 then '181-365' else '366-' end as decision_time
from event`,
  },
  dimensions: [
    reportingCountry,
    daysOf('event_on'),
    coded('event', 'permit-events', { es: 'Hecho', en: 'Event', fr: 'Événement' }),
    coded('permit_type', 'permit-types', {
      es: 'Tipo de permiso',
      en: 'Type of permit',
      fr: 'Type de titre',
    }),
    coded('procedure', 'permit-procedures', { es: 'Trámite', en: 'Procedure', fr: 'Démarche' }),
    coded('decision_time', 'decision-times', {
      es: 'Días hasta la decisión',
      en: 'Days to the decision',
      fr: 'Jours jusqu’à la décision',
    }),
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Purpose', fr: 'Motif' }),
    coded('migratory_status', 'migratory-status', {
      es: 'Condición migratoria',
      en: 'Migratory status',
      fr: 'Statut migratoire',
    }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    countryDimension('residence_country', {
      es: 'Residencia anterior',
      en: 'Previous residence',
      fr: 'Résidence antérieure',
    }),
    sex,
    ageFromSingle,
    department('department', { es: 'Departamento', en: 'Department', fr: 'Département' }),
    municipality('municipality', { es: 'Municipio', en: 'Municipality', fr: 'Municipalité' }),
  ],
  dependencies: [...statusByCountry, departmentOf('department', 'municipality')],
  measures: [
    {
      id: 'events',
      label: { es: 'Hechos', en: 'Events', fr: 'Événements' },
      unit: {
        es: 'hechos de un trámite, no personas',
        en: 'events of a procedure, not persons',
        fr: 'événements d’une démarche, non personnes',
      },
      aggregate: 'count',
    },
    {
      id: 'days_to_decision',
      label: {
        es: 'Días hasta la decisión, sumados',
        en: 'Days to the decision, added up',
        fr: 'Jours jusqu’à la décision, cumulés',
      },
      unit: { es: 'días', en: 'days', fr: 'jours' },
      aggregate: 'sum',
      field: 'days_to_decision',
      absent: 'zero',
      rates: [
        {
          by: 'timed',
          label: {
            es: 'Días hasta la decisión, en promedio',
            en: 'Mean days to the decision',
            fr: 'Jours jusqu’à la décision, en moyenne',
          },
          unit: { es: 'días', en: 'days', fr: 'jours' },
          factor: 1,
          decimals: 1,
        },
      ],
    },
    {
      id: 'timed',
      label: {
        es: 'Decisiones con ambas fechas',
        en: 'Decisions with both dates',
        fr: 'Décisions aux deux dates connues',
      },
      unit: { es: 'decisiones', en: 'decisions', fr: 'décisions' },
      aggregate: 'sum',
      field: 'timed',
      absent: 'zero',
    },
    linkedPersons,
  ],
  protection: 'release',
  methodVersion: '3',
  notes: [
    repeatsNote,
    linkedPersonsNote({ es: 'Hechos', en: 'Events', fr: 'Événements' }),
    {
      es: 'Una decisión anterior a su solicitud no cuenta para los días hasta la decisión. El fin de validez se conoce de antemano: puede estar en el futuro.',
      en: 'A decision before its application does not count for the days to the decision. The end of validity is known in advance: it may lie in the future.',
      fr: 'Une décision antérieure à sa demande ne compte pas dans les jours jusqu’à la décision. La fin de validité est connue d’avance : elle peut être à venir.',
    },
  ],
  opening: { rows: ['permit_type'], columns: ['event'] },
}
