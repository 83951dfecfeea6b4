import type { RecordType } from '../record-type.ts'
import { countryField, education, maritalStatus, placeFields } from './living-fields.ts'
import { personFields } from './person-fields.ts'
import { designFields, migrationQuestions, workQuestions } from './survey-fields.ts'

/** One row per answer of a person or a household to a survey or a census, with its weight. */
export const surveyResponse: RecordType = {
  id: 'survey-response',
  label: {
    es: 'Respuesta de encuesta o censo',
    en: 'Survey or census response',
    fr: 'Réponse à une enquête ou un recensement',
  },
  definition: {
    es: 'Respuesta de una persona o de un hogar a una encuesta o un censo, con el diseño muestral que permite estimar de ella.',
    en: 'Answer of a person or a household to a survey or a census, with the sampling design that estimates need.',
    fr: 'Réponse d’une personne ou d’un ménage à une enquête ou un recensement, avec le plan de sondage nécessaire aux estimations.',
  },
  grain: {
    es: 'Una fila por persona, o por hogar, que respondió.',
    en: 'One row per person, or per household, that answered.',
    fr: 'Une ligne par personne, ou par ménage, ayant répondu.',
  },
  dateField: 'interviewed_on',
  fields: [
    countryField({
      es: 'País donde se hizo la encuesta o el censo.',
      en: 'Country in which the survey or census was held.',
      fr: 'Pays où l’enquête ou le recensement a eu lieu.',
    }),
    ...designFields,
    ...placeFields(
      '',
      'REGION',
      {
        department: { es: 'Departamento', en: 'Department', fr: 'Département' },
        municipality: { es: 'Municipio', en: 'Municipality', fr: 'Municipalité' },
      },
      {
        department: {
          es: 'Departamento o provincia de la vivienda.',
          en: 'Department or province of the dwelling.',
          fr: 'Département ou province du logement.',
        },
        municipality: {
          es: 'Municipio o cantón de la vivienda.',
          en: 'Municipality or canton of the dwelling.',
          fr: 'Municipalité ou canton du logement.',
        },
      },
    ),
    {
      id: 'area_type',
      type: 'code',
      codeList: 'area-types',
      sensitivity: 'plain',
      concept: 'URBANISATION',
      label: { es: 'Área', en: 'Area', fr: 'Milieu' },
      definition: {
        es: 'Si la vivienda está en área urbana o rural.',
        en: 'Whether the dwelling lies in an urban or a rural area.',
        fr: 'Si le logement se situe en milieu urbain ou rural.',
      },
    },
    {
      id: 'relationship',
      type: 'code',
      codeList: 'household-relationships',
      sensitivity: 'quasi',
      concept: 'RELATIONSHIP',
      label: {
        es: 'Parentesco',
        en: 'Relationship to the reference person',
        fr: 'Lien de parenté',
      },
      definition: {
        es: 'Parentesco con la persona de referencia del hogar.',
        en: 'Relationship to the reference person of the household.',
        fr: 'Lien avec la personne de référence du ménage.',
      },
    },
    ...personFields({
      field: 'interviewed_on',
      day: {
        es: 'el día de la entrevista',
        en: 'on the day of the interview',
        fr: 'au jour de l’entretien',
      },
    }),
    maritalStatus,
    education,
    {
      id: 'activity',
      type: 'code',
      codeList: 'activity-status',
      sensitivity: 'quasi',
      concept: 'ACTIVITY_STATUS',
      label: {
        es: 'Condición de actividad',
        en: 'Activity status',
        fr: 'Situation d’activité',
      },
      definition: {
        es: 'Si la persona está ocupada, desocupada o fuera de la fuerza de trabajo.',
        en: 'Whether the person is employed, unemployed or outside the labour force.',
        fr: 'Si la personne est en emploi, au chômage ou hors de la main-d’œuvre.',
      },
    },
    ...migrationQuestions,
    ...workQuestions,
    {
      id: 'birth_date',
      type: 'date',
      sensitivity: 'identity',
      label: { es: 'Fecha de nacimiento', en: 'Date of birth', fr: 'Date de naissance' },
      definition: {
        es: 'Fecha de nacimiento que la persona declaró.',
        en: 'Date of birth as the person stated it.',
        fr: 'Date de naissance déclarée par la personne.',
      },
    },
  ],
}
