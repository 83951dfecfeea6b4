import type { RecordType } from '../record-type.ts'
import { countryField, education, maritalStatus, occupation, placeFields } from './living-fields.ts'
import { identityFields, personFields } from './person-fields.ts'
import { assistanceFields, familyFields, journeyFields } from './return-fields.ts'

/** One row per person and return, as the reception centre recorded it. */
export const returned: RecordType = {
  id: 'return',
  label: {
    es: 'Persona migrante retornada',
    en: 'Returned migrant',
    fr: 'Personne migrante de retour',
  },
  definition: {
    es: 'Recepción de una persona que vuelve a su país, por la fuerza o por voluntad propia, tal como la registró el centro de recepción.',
    en: 'Reception of a person who comes back to the own country, by force or by choice, as the reception centre recorded it.',
    fr: 'Accueil d’une personne qui revient dans son pays, de force ou de son gré, tel que le centre d’accueil l’a enregistré.',
  },
  grain: {
    es: 'Una fila por persona y retorno: quien retorna dos veces son dos filas.',
    en: 'One row per person and return: who is returned twice is two rows.',
    fr: 'Une ligne par personne et retour : qui revient deux fois fait deux lignes.',
  },
  dateField: 'returned_on',
  oneEvent: { number: 'document_number', same: ['returned_on', 'return_type'] },
  fields: [
    countryField({
      es: 'País que recibe a la persona.',
      en: 'Country that receives the person.',
      fr: 'Pays qui reçoit la personne.',
    }),
    {
      id: 'returned_on',
      type: 'date',
      required: true,
      sensitivity: 'quasi',
      concept: 'TIME_PERIOD',
      label: { es: 'Fecha del retorno', en: 'Date of return', fr: 'Date du retour' },
      definition: {
        es: 'Día en que el centro recibió a la persona.',
        en: 'Day on which the centre received the person.',
        fr: 'Jour où le centre a reçu la personne.',
      },
    },
    {
      id: 'return_type',
      type: 'code',
      codeList: 'return-types',
      required: true,
      sensitivity: 'sensitive',
      concept: 'RETURN_TYPE',
      label: { es: 'Tipo de retorno', en: 'Type of return', fr: 'Type de retour' },
      definition: {
        es: 'Si el retorno fue forzado, voluntario, asistido o de otra clase.',
        en: 'Whether the return was forced, voluntary, assisted or of another kind.',
        fr: 'Si le retour a été forcé, volontaire, assisté ou d’une autre nature.',
      },
    },
    {
      id: 'return_means',
      type: 'code',
      codeList: 'return-means',
      sensitivity: 'plain',
      concept: 'RETURN_MEANS',
      label: { es: 'Medio de retorno', en: 'Means of return', fr: 'Moyen de retour' },
      definition: {
        es: 'Cómo llegó la persona: vuelo, autobús, barco.',
        en: 'How the person arrived: flight, bus, ship.',
        fr: 'Comment la personne est arrivée : vol, autocar, bateau.',
      },
    },
    {
      id: 'mode',
      type: 'code',
      codeList: 'mode',
      sensitivity: 'plain',
      concept: 'MODE_TRANSPORT',
      label: { es: 'Vía', en: 'Mode of transport', fr: 'Mode de transport' },
      definition: {
        es: 'Vía de llegada: aérea, terrestre o marítima.',
        en: 'Mode of arrival: by air, land or sea.',
        fr: 'Voie d’arrivée : aérienne, terrestre ou maritime.',
      },
    },
    {
      id: 'counterpart_country',
      type: 'code',
      codeList: 'countries',
      sensitivity: 'quasi',
      concept: 'COUNTERPART_AREA',
      label: {
        es: 'País de procedencia',
        en: 'Country returned from',
        fr: 'Pays de provenance',
      },
      definition: {
        es: 'País que retorna a la persona, o del que vuelve.',
        en: 'Country that returns the person, or the person comes back from.',
        fr: 'Pays qui renvoie la personne, ou dont elle revient.',
      },
    },
    {
      id: 'border_post',
      type: 'code',
      codeList: 'border-posts',
      sensitivity: 'quasi',
      concept: 'BORDER_POST',
      label: { es: 'Puesto de ingreso', en: 'Post of entry', fr: 'Poste d’entrée' },
      definition: {
        es: 'Puesto fronterizo por el que volvió al país.',
        en: 'Border post through which the person came back.',
        fr: 'Poste-frontière par lequel la personne est revenue.',
      },
    },
    {
      id: 'centre',
      type: 'text',
      sensitivity: 'plain',
      concept: 'RECEPTION_CENTRE',
      label: { es: 'Centro de recepción', en: 'Reception centre', fr: 'Centre d’accueil' },
      definition: {
        es: 'Centro que recibió a la persona, en palabras de la fuente.',
        en: 'Centre that received the person, in the words of the source.',
        fr: 'Centre qui a reçu la personne, dans les mots de la source.',
      },
    },
    ...personFields({
      field: 'returned_on',
      day: { es: 'el día del retorno', en: 'on the day of the return', fr: 'au jour du retour' },
    }),
    ...familyFields,
    ...placeFields(
      'origin_',
      'ORIGIN_REGION',
      {
        department: {
          es: 'Departamento de origen',
          en: 'Department of origin',
          fr: 'Département d’origine',
        },
        municipality: {
          es: 'Municipio de origen',
          en: 'Municipality of origin',
          fr: 'Municipalité d’origine',
        },
      },
      {
        department: {
          es: 'Departamento o provincia donde vivía antes de migrar.',
          en: 'Department or province of residence before migrating.',
          fr: 'Département ou province de résidence avant de migrer.',
        },
        municipality: {
          es: 'Municipio donde vivía antes de migrar.',
          en: 'Municipality of residence before migrating.',
          fr: 'Municipalité de résidence avant de migrer.',
        },
      },
    ),
    ...placeFields(
      'destination_',
      'DESTINATION_REGION',
      {
        department: {
          es: 'Departamento al que se dirige',
          en: 'Department of destination',
          fr: 'Département de destination',
        },
        municipality: {
          es: 'Municipio al que se dirige',
          en: 'Municipality of destination',
          fr: 'Municipalité de destination',
        },
      },
      {
        department: {
          es: 'Departamento o provincia al que va desde el centro.',
          en: 'Department or province the person goes to from the centre.',
          fr: 'Département ou province où la personne se rend depuis le centre.',
        },
        municipality: {
          es: 'Municipio al que va desde el centro.',
          en: 'Municipality the person goes to from the centre.',
          fr: 'Municipalité où la personne se rend depuis le centre.',
        },
      },
    ),
    maritalStatus,
    education,
    occupation,
    ...journeyFields,
    ...assistanceFields,
    ...identityFields,
  ],
}
