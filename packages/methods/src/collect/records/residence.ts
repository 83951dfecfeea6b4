import type { RecordType } from '../record-type.ts'
import {
  countryField,
  education,
  maritalStatus,
  migratoryStatus,
  occupation,
  permitType,
  placeFields,
} from './living-fields.ts'
import { identityFields, personFields } from './person-fields.ts'

/** One row per spell of residence of one person, as a register of residents keeps it. */
export const residence: RecordType = {
  id: 'residence',
  label: { es: 'Residencia', en: 'Residence', fr: 'Résidence' },
  definition: {
    es: 'Período en que una persona consta como residente en un registro: padrón de extranjeros, registro de residentes, registro de población.',
    en: 'Period in which a register has a person as a resident: register of foreigners, of residents, of population.',
    fr: 'Période pendant laquelle une personne figure comme résidente dans un registre : des étrangers, des résidents, de population.',
  },
  grain: {
    es: 'Una fila por período de residencia de una persona.',
    en: 'One row per spell of residence of one person.',
    fr: 'Une ligne par période de résidence d’une personne.',
  },
  dateField: 'started_on',
  oneEvent: { number: 'register_number', same: ['started_on', 'ended_on'] },
  fields: [
    countryField({
      es: 'País en que reside la persona.',
      en: 'Country in which the person resides.',
      fr: 'Pays où réside la personne.',
    }),
    {
      id: 'started_on',
      type: 'date',
      required: true,
      sensitivity: 'quasi',
      concept: 'TIME_PERIOD',
      label: { es: 'Inicio de la residencia', en: 'Start of residence', fr: 'Début de résidence' },
      definition: {
        es: 'Día desde el que la persona consta como residente.',
        en: 'Day from which the person is registered as a resident.',
        fr: 'Jour à partir duquel la personne est inscrite comme résidente.',
      },
    },
    {
      id: 'ended_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Fin de la residencia', en: 'End of residence', fr: 'Fin de résidence' },
      definition: {
        es: 'Último día como residente; vacío mientras reside.',
        en: 'Last day as a resident; missing while the person resides.',
        fr: 'Dernier jour comme résident ; vide tant que la personne réside.',
      },
    },
    {
      id: 'residence_days',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'DURATION',
      unit: { es: 'días', en: 'days', fr: 'jours' },
      label: { es: 'Días de residencia', en: 'Days of residence', fr: 'Jours de résidence' },
      definition: {
        es: 'Días del primero al último de residencia, ambos incluidos; vacío mientras reside.',
        en: 'Days from the first to the last of residence, both included; missing while the person resides.',
        fr: 'Jours du premier au dernier de résidence, bornes comprises ; vide tant que la personne réside.',
      },
      derived: {
        op: '+',
        left: { op: 'date-difference', from: { field: 'started_on' }, to: { field: 'ended_on' } },
        right: { value: 1 },
      },
    },
    migratoryStatus,
    permitType,
    {
      id: 'purpose',
      type: 'code',
      codeList: 'purpose',
      sensitivity: 'sensitive',
      concept: 'PURPOSE',
      label: {
        es: 'Motivo de la residencia',
        en: 'Reason for residence',
        fr: 'Motif de la résidence',
      },
      definition: {
        es: 'Motivo por el que la persona vino a residir.',
        en: 'Reason for which the person came to reside.',
        fr: 'Motif pour lequel la personne est venue résider.',
      },
    },
    {
      id: 'end_reason',
      type: 'code',
      codeList: 'residence-end-reasons',
      sensitivity: 'sensitive',
      concept: 'END_REASON',
      label: {
        es: 'Motivo del fin de la residencia',
        en: 'Reason for the end of residence',
        fr: 'Motif de fin de résidence',
      },
      definition: {
        es: 'Por qué la persona dejó de constar como residente.',
        en: 'Why the person ceased to be registered as a resident.',
        fr: 'Pourquoi la personne a cessé d’être inscrite comme résidente.',
      },
    },
    {
      id: 'previous_country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'COUNTERPART_AREA',
      label: {
        es: 'País de residencia anterior',
        en: 'Country of previous residence',
        fr: 'Pays de résidence antérieure',
      },
      definition: {
        es: 'País de residencia habitual antes de este período.',
        en: 'Country of usual residence before this spell.',
        fr: 'Pays de résidence habituelle avant cette période.',
      },
    },
    {
      id: 'next_country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'COUNTERPART_AREA',
      label: {
        es: 'País de residencia siguiente',
        en: 'Country of next residence',
        fr: 'Pays de résidence suivante',
      },
      definition: {
        es: 'País al que la persona se fue a vivir, si la residencia terminó por salida.',
        en: 'Country the person left to live in, where residence ended by departure.',
        fr: 'Pays où la personne est partie vivre, si la résidence a pris fin par un départ.',
      },
    },
    ...placeFields(
      '',
      'REGION',
      {
        department: { es: 'Departamento', en: 'Department', fr: 'Département' },
        municipality: { es: 'Municipio', en: 'Municipality', fr: 'Municipalité' },
      },
      {
        department: {
          es: 'Departamento o provincia donde reside la persona.',
          en: 'Department or province where the person resides.',
          fr: 'Département ou province où réside la personne.',
        },
        municipality: {
          es: 'Municipio o cantón donde reside la persona.',
          en: 'Municipality or canton where the person resides.',
          fr: 'Municipalité ou canton où réside la personne.',
        },
      },
    ),
    ...personFields({
      field: 'started_on',
      day: {
        es: 'el día en que empezó la residencia',
        en: 'on the day on which residence began',
        fr: 'au jour du début de la résidence',
      },
    }),
    maritalStatus,
    education,
    occupation,
    ...identityFields,
    {
      id: 'register_number',
      type: 'text',
      sensitivity: 'identity',
      label: { es: 'Número de registro', en: 'Register number', fr: 'Numéro d’inscription' },
      definition: {
        es: 'Número de la persona en el registro de residentes.',
        en: 'Number of the person in the register of residents.',
        fr: 'Numéro de la personne au registre des résidents.',
      },
    },
  ],
}
