import { defineRefusals } from '@caudal/methods/vocabulary'

export const survivalRefusals = defineRefusals('measure', {
  'stay-columns-missing': {
    status: 422,
    what: {
      es: 'No se dijo qué columnas tienen la duración de las estancias.',
      en: 'It was not said which columns hold how long stays lasted.',
      fr: 'Les colonnes de la durée des séjours n’ont pas été indiquées.',
    },
    advice: {
      es: 'Dé --time y --ended, o --arrival, --departure y --observed-until; sin archivo se toman las estancias del nodo.',
      en: 'Give --time and --ended, or --arrival, --departure and --observed-until; without a file the stays of the node are taken.',
      fr: 'Donnez --time et --ended, ou --arrival, --departure et --observed-until ; sans fichier, ce sont les séjours du nœud.',
    },
  },
  'stay-backwards': {
    status: 422,
    what: {
      es: 'Una estancia termina ({departure}) antes de empezar ({arrival}).',
      en: 'A stay ends ({departure}) before it begins ({arrival}).',
      fr: 'Un séjour se termine ({departure}) avant de commencer ({arrival}).',
    },
    advice: {
      es: 'Corrija las fechas en el archivo, o compruebe que --arrival y --departure no están cambiadas.',
      en: 'Correct the dates in the file, or check that --arrival and --departure are not exchanged.',
      fr: 'Corrigez les dates du fichier, ou vérifiez que --arrival et --departure ne sont pas inversés.',
    },
  },
  'stays-missing': {
    status: 409,
    what: {
      es: 'El nodo no tiene ninguna estancia de personas enlazadas.',
      en: 'The node has no stay of linked persons.',
      fr: 'Le nœud n’a aucun séjour de personnes appariées.',
    },
    advice: {
      es: 'Enlace los registros con «caudal link run», o dé un archivo con estancias.',
      en: 'Link the records with “caudal link run”, or give a file with stays.',
      fr: 'Appariez les enregistrements avec « caudal link run », ou donnez un fichier de séjours.',
    },
  },
  'stays-breakdown-unknown': {
    status: 422,
    what: {
      es: 'Las estancias no se desglosan por «{by}».',
      en: 'Stays are not broken down by “{by}”.',
      fr: 'Les séjours ne se ventilent pas par « {by} ».',
    },
    advice: {
      es: 'Elija entre: {known}.',
      en: 'Choose among: {known}.',
      fr: 'Choisissez parmi : {known}.',
    },
  },
  'stays-country-unknown': {
    status: 404,
    what: {
      es: 'Este nodo no conoce estancias en «{country}».',
      en: 'This node knows no stays in “{country}”.',
      fr: 'Ce nœud ne connaît pas de séjours en « {country} ».',
    },
    advice: {
      es: 'Países de los que las conoce: {valid}.',
      en: 'Countries that it knows them of: {valid}.',
      fr: 'Pays dont il en connaît : {valid}.',
    },
  },
  'stays-year-unknown': {
    status: 404,
    what: {
      es: 'Este nodo no conoce estancias que empezaran en {year}.',
      en: 'This node knows no stays that began in {year}.',
      fr: 'Ce nœud ne connaît pas de séjours commencés en {year}.',
    },
    advice: {
      es: 'Elija uno de estos años: {valid}.',
      en: 'Choose one of these years: {valid}.',
      fr: 'Choisissez une de ces années : {valid}.',
    },
  },
})
