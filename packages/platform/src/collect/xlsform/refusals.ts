import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a workbook is not read as a form. */
export const xlsformRefusals = defineRefusals('collect.xlsform', {
  'sheet-missing': {
    status: 422,
    what: {
      es: 'El libro {file} no es un formulario: no tiene la hoja {sheet}.',
      en: 'The workbook {file} is no form: it has no sheet {sheet}.',
      fr: 'Le classeur {file} n’est pas un formulaire : il n’a pas de feuille {sheet}.',
    },
    advice: {
      es: 'Un XLSForm lleva las hojas survey y choices; este libro tiene: {sheets}.',
      en: 'An XLSForm has the sheets survey and choices; this workbook has: {sheets}.',
      fr: 'Un XLSForm a les feuilles survey et choices ; ce classeur a : {sheets}.',
    },
  },
})
