import type { Text } from '../../vocabulary/index.ts'
import type { Field } from '../record-type.ts'

/** The country whose institution kept the record; a record without it is rejected. */
export function countryField(definition: Text): Field {
  return {
    id: 'country',
    type: 'code',
    codeList: 'countries',
    required: true,
    sensitivity: 'plain',
    concept: 'REF_AREA',
    label: { es: 'País que registra', en: 'Reporting country', fr: 'Pays déclarant' },
    definition,
  }
}

/** A place within a country: its department and municipality. */
export function placeFields(
  prefix: '' | 'origin_' | 'destination_',
  concept: string,
  label: { readonly department: Text; readonly municipality: Text },
  definition: { readonly department: Text; readonly municipality: Text },
): readonly Field[] {
  return [
    {
      id: `${prefix}department`,
      type: 'code',
      codeList: 'departments',
      sensitivity: 'quasi',
      concept,
      label: label.department,
      definition: definition.department,
    },
    {
      id: `${prefix}municipality`,
      type: 'code',
      codeList: 'municipalities',
      sensitivity: 'quasi',
      concept,
      label: label.municipality,
      definition: definition.municipality,
    },
  ]
}

export const maritalStatus: Field = {
  id: 'marital_status',
  type: 'code',
  codeList: 'marital-status',
  sensitivity: 'quasi',
  concept: 'CIVIL_STATUS',
  label: { es: 'Estado conyugal', en: 'Marital status', fr: 'État matrimonial' },
  definition: {
    es: 'Estado conyugal declarado.',
    en: 'Marital status as declared.',
    fr: 'État matrimonial déclaré.',
  },
}

export const education: Field = {
  id: 'education',
  type: 'code',
  codeList: 'education-levels',
  sensitivity: 'quasi',
  concept: 'EDUCATION_LEV',
  label: {
    es: 'Nivel educativo',
    en: 'Educational attainment',
    fr: 'Niveau d’instruction',
  },
  definition: {
    es: 'Nivel educativo más alto completado (CINE 2011).',
    en: 'Highest level of education completed (ISCED 2011).',
    fr: 'Niveau d’instruction le plus élevé atteint (CITE 2011).',
  },
}

export const occupation: Field = {
  id: 'occupation',
  type: 'code',
  codeList: 'occupations',
  sensitivity: 'quasi',
  concept: 'OCCUPATION',
  label: { es: 'Ocupación', en: 'Occupation', fr: 'Profession' },
  definition: {
    es: 'Gran grupo de la ocupación habitual (CIUO-08).',
    en: 'Major group of the usual occupation (ISCO-08).',
    fr: 'Grand groupe de la profession habituelle (CITP-08).',
  },
}

export const migratoryStatus: Field = {
  id: 'migratory_status',
  type: 'code',
  codeList: 'migratory-status',
  sensitivity: 'sensitive',
  concept: 'MIGRATORY_STATUS',
  label: { es: 'Condición migratoria', en: 'Migratory status', fr: 'Statut migratoire' },
  definition: {
    es: 'Condición migratoria en el país que registra.',
    en: 'Migratory status in the reporting country.',
    fr: 'Statut migratoire dans le pays déclarant.',
  },
}

export const permitType: Field = {
  id: 'permit_type',
  type: 'code',
  codeList: 'permit-types',
  sensitivity: 'quasi',
  concept: 'PERMIT_TYPE',
  label: { es: 'Tipo de permiso', en: 'Type of permit', fr: 'Type de titre' },
  definition: {
    es: 'Clase de visa, residencia o permiso.',
    en: 'Kind of visa, residence or permit.',
    fr: 'Nature du visa, de la résidence ou du titre.',
  },
}
