import { defineRefusals } from '@caudal/methods/vocabulary'

export const sampleRefusals = defineRefusals('measure', {
  'sample-value-unreadable': {
    status: 422,
    what: {
      es: '«{text}» no puede estar en la columna {column}.',
      en: '“{text}” cannot stand in column {column}.',
      fr: '« {text} » ne peut figurer dans la colonne {column}.',
    },
    advice: {
      es: 'Escriba números con punto decimal; un tiempo no es menor que cero y un final es 1 o 0.',
      en: 'Write numbers with a decimal point; a time is not below zero and an end is 1 or 0.',
      fr: 'Écrivez les nombres avec un point décimal ; un temps n’est pas négatif et une fin vaut 1 ou 0.',
    },
  },
  'statistic-missing': {
    status: 422,
    what: {
      es: 'No se pidió qué estimar.',
      en: 'Nothing to estimate was asked for.',
      fr: 'Rien à estimer n’a été demandé.',
    },
    advice: {
      es: 'Dé al menos un --total, --mean o --ratio NUMERADOR/DENOMINADOR.',
      en: 'Give at least one --total, --mean or --ratio NUMERATOR/DENOMINATOR.',
      fr: 'Donnez au moins un --total, --mean ou --ratio NUMÉRATEUR/DÉNOMINATEUR.',
    },
  },
})
