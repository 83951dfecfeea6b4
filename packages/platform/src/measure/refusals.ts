import { defineRefusals } from '@caudal/methods/vocabulary'

/** What cubes refuse. */
export const measureRefusals = defineRefusals('measure', {
  'cube-unknown': {
    status: 404,
    what: {
      es: 'No hay ningún cubo «{cube}».',
      en: 'There is no cube “{cube}”.',
      fr: 'Il n’y a pas de cube « {cube} ».',
    },
    advice: {
      es: 'El más parecido es: {nearest}. Cubos: {valid}.',
      en: 'The nearest is: {nearest}. Cubes: {valid}.',
      fr: 'Le plus proche est : {nearest}. Cubes : {valid}.',
    },
  },
  'cube-empty': {
    status: 404,
    what: {
      es: 'El cubo «{cube}» está vacío: este nodo no ha recibido ningún archivo para él.',
      en: 'The cube “{cube}” is empty: this node has received no file for it.',
      fr: 'Le cube « {cube} » est vide : ce nœud n’a reçu aucun fichier pour lui.',
    },
    advice: {
      es: 'Envíe uno en el escritorio, o impórtelo con «caudal import ARCHIVO --profile {profile}» y luego «caudal cubes».',
      en: 'Send one in at the desk, or bring it in with “caudal import FILE --profile {profile}”, then “caudal cubes”.',
      fr: 'Envoyez-en un au bureau, ou apportez-le avec « caudal import FICHIER --profile {profile} », puis « caudal cubes ».',
    },
  },
  'cube-not-built': {
    status: 409,
    what: {
      es: 'El cubo «{cube}» tiene registros, pero todavía no se ha construido.',
      en: 'The cube “{cube}” has records, but has not been built yet.',
      fr: 'Le cube « {cube} » a des enregistrements, mais n’est pas encore construit.',
    },
    advice: {
      es: 'Pida a quien administra el nodo que ejecute «caudal cubes».',
      en: 'Ask whoever administers the node to run “caudal cubes”.',
      fr: 'Demandez à qui administre le nœud d’exécuter « caudal cubes ».',
    },
  },
  'cube-totals-differ': {
    status: 500,
    what: {
      es: 'El cubo «{cube}» no se publica: «{measure}» suma {found} en {part} y {expected} en los registros.',
      en: 'The cube “{cube}” is not published: “{measure}” adds up to {found} in {part} and to {expected} in the records.',
      fr: 'Le cube « {cube} » n’est pas publié : « {measure} » totalise {found} dans {part} et {expected} dans les enregistrements.',
    },
    advice: {
      es: 'Sigue en uso el anterior. Informe del fallo con estas cifras.',
      en: 'The earlier one stays in use. Report the fault with these figures.',
      fr: 'Le précédent reste en usage. Signalez la faute avec ces chiffres.',
    },
  },
  'too-busy': {
    status: 503,
    what: {
      es: 'El nodo está contestando demasiadas preguntas a la vez.',
      en: 'The node is answering too many questions at once.',
      fr: 'Le nœud répond à trop de questions à la fois.',
    },
    advice: {
      es: 'Espere unos segundos e inténtelo de nuevo.',
      en: 'Wait a few seconds and try again.',
      fr: 'Attendez quelques secondes et réessayez.',
    },
  },
})
