import type { Cube } from '../cube.ts'
import { departmentOf, statusByCountry } from './dependent-dimensions.ts'
import { linkedPersons, linkedPersonsNote } from './linked-measure.ts'
import { ageFromSingle, birthStatus, citizenshipStatus, daysOf } from './outcome-dimensions.ts'
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
import { statusView } from './status-view.ts'

/** Visas, residences and other permits, by what was asked for and what was decided. */
export const permits: Cube = {
  id: 'permits',
  title: {
    es: 'Visas, residencias y otros permisos',
    en: 'Visas, residence and other permits',
    fr: 'Visas, titres de séjour et autorisations',
  },
  description: {
    es: 'Trámites de permisos migratorios por mes, tipo, trámite, resolución, motivo, nacionalidad, sexo, edad y departamento.',
    en: 'Procedures of migration permits by month, type, procedure, decision, purpose, citizenship, sex, age and department.',
    fr: 'Démarches relatives aux titres migratoires par mois, type, démarche, décision, motif, nationalité, sexe, âge et département.',
  },
  universe: {
    es: 'Todo trámite de una persona extranjera ante la autoridad migratoria, resuelto o pendiente, en el mes de su resolución o, si no la hay, de su solicitud.',
    en: 'Every procedure of a foreigner before the migration authority, decided or pending, in the month of its decision or, where there is none, of its application.',
    fr: 'Toute démarche d’une personne étrangère auprès de l’autorité migratoire, décidée ou en cours, au mois de la décision ou, à défaut, de la demande.',
  },
  recordType: 'permit',
  view: statusView,
  dimensions: [
    reportingCountry,
    daysOf('recorded_on'),
    coded('permit_type', 'permit-types', {
      es: 'Tipo de permiso',
      en: 'Type of permit',
      fr: 'Type de titre',
    }),
    coded('procedure', 'permit-procedures', { es: 'Trámite', en: 'Procedure', fr: 'Démarche' }),
    coded('decision', 'permit-decisions', { es: 'Resolución', en: 'Decision', fr: 'Décision' }),
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
      id: 'permits',
      label: { es: 'Trámites', en: 'Procedures', fr: 'Démarches' },
      unit: {
        es: 'trámites: hechos, no personas',
        en: 'procedures: events, not persons',
        fr: 'démarches : événements, non personnes',
      },
      aggregate: 'count',
    },
    linkedPersons,
  ],
  protection: 'perturbed',
  methodVersion: '3',
  notes: [
    repeatsNote,
    linkedPersonsNote({ es: 'Trámites', en: 'Procedures', fr: 'Démarches' }),
    {
      es: 'Los permisos vigentes en una fecha son otra cifra.',
      en: 'The permits valid at a date are another figure.',
      fr: 'Les titres valables à une date sont un autre chiffre.',
    },
  ],
  opening: { rows: ['country', 'permit_type'], columns: ['time.year'] },
}
