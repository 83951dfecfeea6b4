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

/** Residences that began, as registers of residents have them. */
export const residences: Cube = {
  id: 'residences',
  title: {
    es: 'Residencias iniciadas, según los registros',
    en: 'Residences that began, by the registers',
    fr: 'Résidences commencées, selon les registres',
  },
  description: {
    es: 'Períodos de residencia de los registros de residentes, por mes de inicio, condición migratoria, motivo, país anterior, nacionalidad, sexo, edad y departamento.',
    en: 'Spells of residence in the registers of residents, by month of start, migratory status, reason, previous country, citizenship, sex, age and department.',
    fr: 'Périodes de résidence des registres de résidents, par mois de début, statut migratoire, motif, pays antérieur, nationalité, sexe, âge et département.',
  },
  universe: {
    es: 'Todo período de residencia que consta en un registro, terminado o no, en el mes en que empezó.',
    en: 'Every spell of residence that a register has, ended or not, in the month in which it began.',
    fr: 'Toute période de résidence inscrite dans un registre, terminée ou non, au mois où elle a commencé.',
  },
  recordType: 'residence',
  view: {
    fields: [...statusFields, { id: 'ended', type: 'integer' }],
    sql: (facts) =>
      `select *, ${statusColumns}, (residence_days is not null)::integer as ended from ${facts}`,
  },
  dimensions: [
    reportingCountry,
    daysOf('started_on'),
    coded('migratory_status', 'migratory-status', {
      es: 'Condición migratoria',
      en: 'Migratory status',
      fr: 'Statut migratoire',
    }),
    coded('permit_type', 'permit-types', {
      es: 'Tipo de permiso',
      en: 'Type of permit',
      fr: 'Type de titre',
    }),
    coded('purpose', 'purpose', { es: 'Motivo', en: 'Reason', fr: 'Motif' }),
    coded('end_reason', 'residence-end-reasons', {
      es: 'Motivo del fin',
      en: 'Reason for the end',
      fr: 'Motif de fin',
    }),
    citizenship,
    birthCountry,
    citizenshipStatus,
    birthStatus,
    countryDimension('previous_country', {
      es: 'País anterior',
      en: 'Previous country',
      fr: 'Pays antérieur',
    }),
    countryDimension('next_country', {
      es: 'País siguiente',
      en: 'Next country',
      fr: 'Pays suivant',
    }),
    sex,
    ageFromSingle,
    department('department', { es: 'Departamento', en: 'Department', fr: 'Département' }),
    municipality('municipality', { es: 'Municipio', en: 'Municipality', fr: 'Municipalité' }),
  ],
  dependencies: [...statusByCountry, departmentOf('department', 'municipality')],
  measures: [
    {
      id: 'residences',
      label: { es: 'Residencias', en: 'Residences', fr: 'Résidences' },
      unit: {
        es: 'períodos de residencia',
        en: 'spells of residence',
        fr: 'périodes de résidence',
      },
      aggregate: 'count',
    },
    {
      id: 'residence_days',
      label: {
        es: 'Días de las residencias terminadas',
        en: 'Days of ended residences',
        fr: 'Jours des résidences terminées',
      },
      unit: { es: 'días', en: 'days', fr: 'jours' },
      aggregate: 'sum',
      field: 'residence_days',
      absent: 'zero',
      rates: [
        {
          by: 'ended',
          label: { es: 'Duración media', en: 'Mean length', fr: 'Durée moyenne' },
          unit: { es: 'días por residencia', en: 'days per residence', fr: 'jours par résidence' },
          factor: 1,
          decimals: 1,
        },
      ],
    },
    {
      id: 'ended',
      label: { es: 'Residencias terminadas', en: 'Ended residences', fr: 'Résidences terminées' },
      unit: {
        es: 'períodos de residencia',
        en: 'spells of residence',
        fr: 'périodes de résidence',
      },
      aggregate: 'sum',
      field: 'ended',
      absent: 'zero',
    },
    linkedPersons,
  ],
  protection: 'perturbed',
  methodVersion: '3',
  notes: [
    repeatsNote,
    linkedPersonsNote({ es: 'Residencias', en: 'Residences', fr: 'Résidences' }),
    {
      es: 'Un período sin motivo de fin consta como abierto; los registros rara vez saben quién se ha ido.',
      en: 'A spell without a reason for its end stands as open; registers seldom know who has left.',
      fr: 'Une période sans motif de fin est ouverte ; les registres savent rarement qui est parti.',
    },
  ],
  opening: { rows: ['country', 'migratory_status'], columns: ['time.year'] },
}
