import type { RecordType } from '../record-type.ts'
import { countryField, placeFields } from './living-fields.ts'

/** One row per group of displaced persons in a place and round, as a tracking operation counted it. */
export const displacement: RecordType = {
  id: 'displacement',
  label: {
    es: 'Desplazamiento interno',
    en: 'Internal displacement',
    fr: 'Déplacement interne',
  },
  definition: {
    es: 'Personas desplazadas contadas o estimadas en un lugar y una ronda de seguimiento. Es un stock: las rondas no se suman.',
    en: 'Displaced persons counted or estimated in a place and a round of tracking. A stock: rounds are not added.',
    fr: 'Personnes déplacées comptées ou estimées en un lieu lors d’un cycle de suivi. C’est un effectif : les cycles ne s’additionnent pas.',
  },
  grain: {
    es: 'Una fila por ronda, lugar, grupo, causa, sexo y edad.',
    en: 'One row per round, place, group, cause, sex and age.',
    fr: 'Une ligne par cycle, lieu, groupe, cause, sexe et âge.',
  },
  dateField: 'reported_on',
  fields: [
    countryField({
      es: 'País donde están las personas desplazadas.',
      en: 'Country in which the displaced persons are.',
      fr: 'Pays où se trouvent les personnes déplacées.',
    }),
    {
      id: 'reported_on',
      type: 'date',
      required: true,
      sensitivity: 'plain',
      concept: 'TIME_PERIOD',
      label: { es: 'Fecha de la ronda', en: 'Date of the round', fr: 'Date du cycle' },
      definition: {
        es: 'Día al que se refiere la cuenta.',
        en: 'Day to which the count refers.',
        fr: 'Jour auquel se rapporte le comptage.',
      },
    },
    {
      id: 'operation',
      type: 'text',
      sensitivity: 'plain',
      concept: 'OPERATION',
      label: { es: 'Operación', en: 'Operation', fr: 'Opération' },
      definition: {
        es: 'Operación de seguimiento, en palabras de la fuente.',
        en: 'Tracking operation, in the words of the source.',
        fr: 'Opération de suivi, dans les mots de la source.',
      },
    },
    {
      id: 'round',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'ROUND',
      unit: { es: 'número de ronda', en: 'number of the round', fr: 'numéro du cycle' },
      label: { es: 'Ronda', en: 'Round', fr: 'Cycle' },
      definition: {
        es: 'Número de la ronda en su operación.',
        en: 'Number of the round in its operation.',
        fr: 'Numéro du cycle dans son opération.',
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
          es: 'Departamento o provincia donde están.',
          en: 'Department or province in which they are.',
          fr: 'Département ou province où elles se trouvent.',
        },
        municipality: {
          es: 'Municipio donde están.',
          en: 'Municipality in which they are.',
          fr: 'Municipalité où elles se trouvent.',
        },
      },
    ),
    {
      id: 'location',
      type: 'text',
      sensitivity: 'plain',
      label: { es: 'Lugar', en: 'Place', fr: 'Lieu' },
      definition: {
        es: 'Nombre o código del lugar que la fuente da cuando las listas no lo tienen.',
        en: 'Name or code of the place that the source gives where the lists do not have it.',
        fr: 'Nom ou code du lieu donné par la source lorsque les listes ne l’ont pas.',
      },
    },
    {
      id: 'origin_department',
      type: 'code',
      codeList: 'departments',
      sensitivity: 'plain',
      concept: 'ORIGIN_REGION',
      label: {
        es: 'Departamento de origen',
        en: 'Department of origin',
        fr: 'Département d’origine',
      },
      definition: {
        es: 'Departamento o provincia de donde huyeron.',
        en: 'Department or province they fled from.',
        fr: 'Département ou province qu’elles ont fui.',
      },
    },
    {
      id: 'population_group',
      type: 'code',
      codeList: 'displaced-groups',
      sensitivity: 'plain',
      concept: 'POPULATION_GROUP',
      label: { es: 'Grupo de población', en: 'Population group', fr: 'Groupe de population' },
      definition: {
        es: 'Personas desplazadas, retornadas o integradas en el lugar.',
        en: 'Displaced persons, returned ones or those integrated locally.',
        fr: 'Personnes déplacées, de retour ou intégrées sur place.',
      },
    },
    {
      id: 'cause',
      type: 'code',
      codeList: 'displacement-causes',
      sensitivity: 'plain',
      concept: 'CAUSE',
      label: {
        es: 'Causa del desplazamiento',
        en: 'Cause of displacement',
        fr: 'Cause du déplacement',
      },
      definition: {
        es: 'Causa principal por la que huyeron.',
        en: 'Main cause for which they fled.',
        fr: 'Cause principale de leur fuite.',
      },
    },
    {
      id: 'setting',
      type: 'code',
      codeList: 'displacement-settings',
      sensitivity: 'plain',
      concept: 'SETTING',
      label: { es: 'Lugar de acogida', en: 'Setting', fr: 'Lieu d’accueil' },
      definition: {
        es: 'Dónde se alojan: albergue, familia de acogida, vivienda.',
        en: 'Where they stay: collective site, host family, dwelling.',
        fr: 'Où elles logent : site collectif, famille d’accueil, logement.',
      },
    },
    {
      id: 'sex',
      type: 'code',
      codeList: 'sex',
      sensitivity: 'plain',
      concept: 'SEX',
      label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' },
      definition: {
        es: 'Sexo de las personas contadas; total si la fuente no lo separa.',
        en: 'Sex of the persons counted; total where the source does not tell it apart.',
        fr: 'Sexe des personnes comptées ; total si la source ne le distingue pas.',
      },
    },
    {
      id: 'age',
      type: 'code',
      codeList: 'age-groups',
      sensitivity: 'plain',
      concept: 'AGE',
      label: { es: 'Grupo de edad', en: 'Age group', fr: 'Groupe d’âge' },
      definition: {
        es: 'Grupo de edad de las personas contadas; total si la fuente no lo separa.',
        en: 'Age group of the persons counted; total where the source does not tell it apart.',
        fr: 'Groupe d’âge des personnes comptées ; total si la source ne le distingue pas.',
      },
    },
    {
      id: 'persons',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'OBS_VALUE',
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      label: { es: 'Personas', en: 'Persons', fr: 'Personnes' },
      definition: {
        es: 'Personas desplazadas que están en el lugar ese día.',
        en: 'Displaced persons who are in the place on that day.',
        fr: 'Personnes déplacées présentes en ce lieu ce jour-là.',
      },
    },
    {
      id: 'households',
      type: 'integer',
      sensitivity: 'plain',
      concept: 'HOUSEHOLDS',
      unit: { es: 'hogares', en: 'households', fr: 'ménages' },
      label: { es: 'Hogares', en: 'Households', fr: 'Ménages' },
      definition: {
        es: 'Hogares desplazados que están en el lugar ese día.',
        en: 'Displaced households that are in the place on that day.',
        fr: 'Ménages déplacés présents en ce lieu ce jour-là.',
      },
    },
  ],
}
