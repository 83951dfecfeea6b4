import { defineRefusals } from '@caudal/methods/vocabulary'

export const routeRefusals = defineRefusals('measure', {
  'question-unclear': {
    status: 400,
    what: {
      es: 'No se entiende el parámetro «{parameter}».',
      en: 'The parameter “{parameter}” is not understood.',
      fr: 'Le paramètre « {parameter} » n’est pas compris.',
    },
    advice: {
      es: 'Parámetros de esta dirección: {known}. Los períodos son month o year; los flujos, crossings o migrations; los desgloses, sex, age o citizenship.',
      en: 'Parameters of this address: {known}. Periods are month or year; flows, crossings or migrations; breakdowns, sex, age or citizenship.',
      fr: 'Paramètres de cette adresse : {known}. Les périodes sont month ou year ; les flux, crossings ou migrations ; les ventilations, sex, age ou citizenship.',
    },
  },
})
