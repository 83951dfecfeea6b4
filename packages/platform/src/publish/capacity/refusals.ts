import { defineRefusals } from '@caudal/methods/vocabulary'

const correct = {
  es: 'Corríjalo y envíe de nuevo; no se ha guardado nada.',
  en: 'Correct it and send again; nothing was kept.',
  fr: 'Corrigez et renvoyez ; rien n’a été conservé.',
}

/** What the self-assessment of data capacity refuses. */
export const capacityRefusals = defineRefusals('capacity', {
  'country-unknown': {
    status: 404,
    what: {
      es: '«{country}» no es el código de un país.',
      en: '“{country}” is not the code of a country.',
      fr: '« {country} » n’est pas le code d’un pays.',
    },
    advice: {
      es: 'Dé el código ISO 3166 de tres letras, por ejemplo SLV.',
      en: 'Give the ISO 3166 code of three letters, for example SLV.',
      fr: 'Donnez le code ISO 3166 de trois lettres, par exemple SLV.',
    },
  },
  'another-country': {
    status: 403,
    what: {
      es: 'Su cuenta es de {ownLabel}: no responde por {countryLabel}.',
      en: 'Your account is of {ownLabel}: it does not answer for {countryLabel}.',
      fr: 'Votre compte est de {ownLabel} : il ne répond pas pour {countryLabel}.',
    },
    advice: {
      es: 'Pida la evaluación a alguien de ese país.',
      en: 'Ask somebody of that country for the assessment.',
      fr: 'Demandez l’évaluation à quelqu’un de ce pays.',
    },
  },
  'question-unknown': {
    status: 422,
    what: {
      es: 'El cuestionario no tiene ninguna pregunta «{question}».',
      en: 'The questionnaire has no question “{question}”.',
      fr: 'Le questionnaire n’a pas de question « {question} ».',
    },
    advice: correct,
  },
  'nothing-answered': {
    status: 422,
    what: {
      es: 'No hay ninguna respuesta.',
      en: 'There is no answer at all.',
      fr: 'Il n’y a aucune réponse.',
    },
    advice: correct,
  },
  'why-not-applicable': {
    status: 422,
    what: {
      es: 'Falta decir por qué la pregunta «{question}» no se aplica.',
      en: 'It is not said why the question “{question}” does not apply.',
      fr: 'Il n’est pas dit pourquoi la question « {question} » ne s’applique pas.',
    },
    advice: correct,
  },
  'changed-meanwhile': {
    status: 409,
    what: {
      es: 'Alguien guardó otra versión mientras usted respondía.',
      en: 'Somebody kept another version while you were answering.',
      fr: 'Quelqu’un a conservé une autre version pendant que vous répondiez.',
    },
    advice: {
      es: 'Cargue la página de nuevo: sus respuestas siguen en este navegador.',
      en: 'Load the page again: your answers are still in this browser.',
      fr: 'Rechargez la page : vos réponses sont encore dans ce navigateur.',
    },
  },
  'version-unknown': {
    status: 404,
    what: {
      es: '{country} no tiene ninguna versión {version}.',
      en: '{country} has no version {version}.',
      fr: '{country} n’a pas de version {version}.',
    },
    advice: {
      es: 'Elija una de la lista.',
      en: 'Choose one from the list.',
      fr: 'Choisissez-en une dans la liste.',
    },
  },
})
