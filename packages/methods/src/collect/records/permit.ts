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

/** One row per procedure of one person about a visa, a residence or another permit. */
export const permit: RecordType = {
  id: 'permit',
  label: {
    es: 'Visa, residencia o permiso',
    en: 'Visa, residence or other permit',
    fr: 'Visa, titre de séjour ou autorisation',
  },
  definition: {
    es: 'Trámite de una persona ante la autoridad migratoria para obtener, renovar o cambiar una visa, una residencia u otro permiso, con lo resuelto.',
    en: 'Procedure of one person before the migration authority to obtain, renew or change a visa, a residence or another permit, with what was decided.',
    fr: 'Démarche d’une personne auprès de l’autorité migratoire pour obtenir, renouveler ou changer un visa, un titre de séjour ou une autorisation, avec la décision prise.',
  },
  grain: {
    es: 'Una fila por trámite de una persona.',
    en: 'One row per procedure of one person.',
    fr: 'Une ligne par démarche d’une personne.',
  },
  dateField: 'recorded_on',
  oneEvent: {
    number: 'permit_number',
    same: ['permit_type', 'procedure', 'decision', 'recorded_on'],
  },
  fields: [
    countryField({
      es: 'País cuya autoridad tramita el permiso.',
      en: 'Country whose authority handles the permit.',
      fr: 'Pays dont l’autorité traite le titre.',
    }),
    {
      id: 'recorded_on',
      type: 'date',
      required: true,
      sensitivity: 'quasi',
      concept: 'TIME_PERIOD',
      label: { es: 'Fecha del registro', en: 'Date of record', fr: 'Date d’enregistrement' },
      definition: {
        es: 'Día de la resolución; mientras no la hay, el de la solicitud. Se deduce de ambos.',
        en: 'Day of the decision; while there is none, of the application. Derived from both.',
        fr: 'Jour de la décision ; tant qu’il n’y en a pas, celui de la demande. Déduit des deux.',
      },
      derived: { op: 'coalesce', of: [{ field: 'decided_on' }, { field: 'applied_on' }] },
    },
    {
      id: 'applied_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Fecha de solicitud', en: 'Date of application', fr: 'Date de la demande' },
      definition: {
        es: 'Día en que se presentó la solicitud.',
        en: 'Day on which the application was filed.',
        fr: 'Jour du dépôt de la demande.',
      },
    },
    {
      id: 'decided_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Fecha de resolución', en: 'Date of decision', fr: 'Date de la décision' },
      definition: {
        es: 'Día en que la autoridad resolvió.',
        en: 'Day on which the authority decided.',
        fr: 'Jour où l’autorité a statué.',
      },
    },
    { ...permitType, required: true },
    {
      id: 'procedure',
      type: 'code',
      codeList: 'permit-procedures',
      sensitivity: 'plain',
      concept: 'PERMIT_PROCEDURE',
      label: { es: 'Trámite', en: 'Procedure', fr: 'Démarche' },
      definition: {
        es: 'Primera vez, renovación, cambio, reposición o cancelación.',
        en: 'First permit, renewal, change, replacement or cancellation.',
        fr: 'Premier titre, renouvellement, changement, duplicata ou annulation.',
      },
    },
    {
      id: 'decision',
      type: 'code',
      codeList: 'permit-decisions',
      sensitivity: 'sensitive',
      concept: 'DECISION',
      label: { es: 'Resolución', en: 'Decision', fr: 'Décision' },
      definition: {
        es: 'Lo que la autoridad resolvió, o que aún no ha resuelto.',
        en: 'What the authority decided, or that it has not decided yet.',
        fr: 'Ce que l’autorité a décidé, ou le fait qu’elle n’a pas encore statué.',
      },
    },
    {
      id: 'purpose',
      type: 'code',
      codeList: 'purpose',
      sensitivity: 'sensitive',
      concept: 'PURPOSE',
      label: { es: 'Motivo de la estancia', en: 'Purpose of stay', fr: 'Motif du séjour' },
      definition: {
        es: 'Motivo por el que se concede o se pide: trabajo, familia, estudio, protección.',
        en: 'Reason for which it is granted or asked for: work, family, study, protection.',
        fr: 'Motif de l’octroi ou de la demande : travail, famille, études, protection.',
      },
    },
    migratoryStatus,
    {
      id: 'valid_from',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Válido desde', en: 'Valid from', fr: 'Valable à partir du' },
      definition: {
        es: 'Primer día de validez del permiso.',
        en: 'First day on which the permit is valid.',
        fr: 'Premier jour de validité du titre.',
      },
    },
    {
      id: 'valid_to',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Válido hasta', en: 'Valid until', fr: 'Valable jusqu’au' },
      definition: {
        es: 'Último día de validez; vacío si el permiso no vence.',
        en: 'Last day of validity; missing where the permit does not expire.',
        fr: 'Dernier jour de validité ; vide si le titre n’expire pas.',
      },
    },
    {
      id: 'validity_days',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'VALIDITY',
      unit: { es: 'días', en: 'days', fr: 'jours' },
      label: { es: 'Duración del permiso', en: 'Length of the permit', fr: 'Durée du titre' },
      definition: {
        es: 'Días del primero al último de validez, ambos incluidos.',
        en: 'Days from the first to the last of validity, both included.',
        fr: 'Jours du premier au dernier de validité, bornes comprises.',
      },
      derived: {
        op: '+',
        left: { op: 'date-difference', from: { field: 'valid_from' }, to: { field: 'valid_to' } },
        right: { value: 1 },
      },
    },
    {
      id: 'office',
      type: 'text',
      sensitivity: 'plain',
      concept: 'OFFICE',
      label: { es: 'Oficina', en: 'Office', fr: 'Bureau' },
      definition: {
        es: 'Oficina o consulado que tramita, en palabras de la fuente.',
        en: 'Office or consulate that handles the procedure, in the words of the source.',
        fr: 'Bureau ou consulat qui traite la démarche, dans les mots de la source.',
      },
    },
    {
      id: 'residence_country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'RESIDENCE',
      label: {
        es: 'País de residencia anterior',
        en: 'Country of previous residence',
        fr: 'Pays de résidence antérieure',
      },
      definition: {
        es: 'País de residencia habitual antes de solicitar el permiso.',
        en: 'Country of usual residence before the permit was asked for.',
        fr: 'Pays de résidence habituelle avant la demande du titre.',
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
          es: 'Departamento o provincia donde vive o vivirá la persona.',
          en: 'Department or province where the person lives or will live.',
          fr: 'Département ou province où la personne vit ou vivra.',
        },
        municipality: {
          es: 'Municipio o cantón donde vive o vivirá la persona.',
          en: 'Municipality or canton where the person lives or will live.',
          fr: 'Municipalité ou canton où la personne vit ou vivra.',
        },
      },
    ),
    ...personFields({
      field: 'recorded_on',
      day: {
        es: 'el día del registro',
        en: 'on the day of the record',
        fr: 'au jour de l’enregistrement',
      },
    }),
    maritalStatus,
    education,
    occupation,
    ...identityFields,
    {
      id: 'permit_number',
      type: 'text',
      sensitivity: 'identity',
      label: { es: 'Número de expediente', en: 'File number', fr: 'Numéro de dossier' },
      definition: {
        es: 'Número del expediente o del permiso en el sistema de la institución.',
        en: 'Number of the file or permit in the system of the institution.',
        fr: 'Numéro du dossier ou du titre dans le système de l’institution.',
      },
    },
  ],
}
