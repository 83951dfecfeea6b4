import type { Field, RecordType } from '../record-type.ts'
import { countryField } from './living-fields.ts'
import { observation } from './observation.ts'

const ofObservation = (...ids: string[]): readonly Field[] =>
  observation.fields.filter(({ id }) => ids.includes(id))

/**
 * One row per indicator, country, year and breakdown: its value, or which inputs it lacks. Written by
 * the measure stage alone, from what the node holds.
 */
export const indicator: RecordType = {
  id: 'indicator',
  label: { es: 'Indicador', en: 'Indicator', fr: 'Indicateur' },
  definition: {
    es: 'Valor de un indicador calculado de los datos del nodo, o el hueco que deja lo que falta.',
    en: 'Value of an indicator computed from what the node holds, or the gap that missing inputs leave.',
    fr: 'Valeur d’un indicateur calculée des données du nœud, ou la lacune laissée par ce qui manque.',
  },
  grain: {
    es: 'Una fila por indicador, país, año y desglose.',
    en: 'One row per indicator, country, year and breakdown.',
    fr: 'Une ligne par indicateur, pays, année et ventilation.',
  },
  dateField: 'period',
  fields: [
    countryField({
      es: 'País del que trata el indicador.',
      en: 'Country that the indicator is about.',
      fr: 'Pays dont traite l’indicateur.',
    }),
    {
      id: 'indicator',
      type: 'code',
      codeList: 'indicators',
      required: true,
      sensitivity: 'plain',
      concept: 'INDICATOR',
      label: { es: 'Indicador', en: 'Indicator', fr: 'Indicateur' },
      definition: {
        es: 'Indicador del catálogo.',
        en: 'Indicator of the catalogue.',
        fr: 'Indicateur du catalogue.',
      },
    },
    ...ofObservation('period', 'counterpart_area', 'sex', 'age'),
    {
      id: 'citizenship_status',
      type: 'code',
      codeList: 'citizenship-status',
      sensitivity: 'quasi',
      label: {
        es: 'Nacional o extranjera',
        en: 'National or foreign',
        fr: 'Nationale ou étrangère',
      },
      definition: {
        es: 'Condición migratoria por nacionalidad; el total si no se desglosa.',
        en: 'Migratory status by citizenship; the total where not broken down.',
        fr: 'Statut migratoire par nationalité ; le total sans ventilation.',
      },
    },
    {
      id: 'birth_status',
      type: 'code',
      codeList: 'birth-status',
      sensitivity: 'quasi',
      label: {
        es: 'Nacida en el país o fuera',
        en: 'Native-born or foreign-born',
        fr: 'Née dans le pays ou à l’étranger',
      },
      definition: {
        es: 'Condición migratoria por nacimiento; el total si no se desglosa.',
        en: 'Migratory status by birth; the total where not broken down.',
        fr: 'Statut migratoire par naissance ; le total sans ventilation.',
      },
    },
    {
      id: 'status',
      type: 'code',
      codeList: 'gap-status',
      required: true,
      sensitivity: 'plain',
      label: { es: 'Disponibilidad', en: 'Availability', fr: 'Disponibilité' },
      definition: {
        es: 'Si el valor está disponible, es parcial o falta.',
        en: 'Whether the value is available, partial or missing.',
        fr: 'Si la valeur est disponible, partielle ou manquante.',
      },
    },
    {
      id: 'value',
      type: 'decimal',
      sensitivity: 'plain',
      label: { es: 'Valor', en: 'Value', fr: 'Valeur' },
      unit: {
        es: 'la unidad del indicador',
        en: 'the unit of the indicator',
        fr: 'l’unité de l’indicateur',
      },
      definition: {
        es: 'Valor en la unidad del indicador; vacío donde hay un hueco.',
        en: 'Value in the unit of the indicator; missing where there is a gap.',
        fr: 'Valeur dans l’unité de l’indicateur ; vide en cas de lacune.',
      },
    },
    {
      id: 'standard_error',
      type: 'decimal',
      sensitivity: 'plain',
      label: { es: 'Error típico', en: 'Standard error', fr: 'Erreur type' },
      unit: {
        es: 'la unidad del indicador',
        en: 'the unit of the indicator',
        fr: 'l’unité de l’indicateur',
      },
      definition: {
        es: 'Error típico por el diseño de la muestra, donde el valor viene de una encuesta.',
        en: 'Standard error by the design of the sample, where the value comes from a survey.',
        fr: 'Erreur type selon le plan de sondage, si la valeur vient d’une enquête.',
      },
    },
    {
      id: 'respondents',
      type: 'integer',
      sensitivity: 'plain',
      label: { es: 'Personas encuestadas', en: 'Respondents', fr: 'Répondants' },
      unit: { es: 'personas', en: 'persons', fr: 'personnes' },
      definition: {
        es: 'Respuestas en las que descansa el valor, donde viene de una encuesta.',
        en: 'Answers that the value rests on, where it comes from a survey.',
        fr: 'Réponses sur lesquelles repose la valeur, si elle vient d’une enquête.',
      },
    },
    {
      id: 'lacking',
      type: 'text',
      sensitivity: 'plain',
      label: { es: 'Lo que falta', en: 'What lacks', fr: 'Ce qui manque' },
      definition: {
        es: 'Entradas del indicador que faltan, separadas por espacios.',
        en: 'Inputs of the indicator that lack, parted by spaces.',
        fr: 'Entrées de l’indicateur qui manquent, séparées par des espaces.',
      },
    },
  ],
}
