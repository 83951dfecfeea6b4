import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the register of breaks refuses. */
export const breakRefusals = defineRefusals('breaks', {
  'country-unknown': {
    status: 422,
    what: {
      es: '«{country}» no es el código de un país.',
      en: '“{country}” is not the code of a country.',
      fr: '« {country} » n’est pas le code d’un pays.',
    },
    advice: {
      es: 'Escríbalo en tres letras, por ejemplo GTM.',
      en: 'Write it in three letters, for example GTM.',
      fr: 'Écrivez-le en trois lettres, par exemple GTM.',
    },
  },
  'another-country': {
    status: 403,
    what: {
      es: 'Las rupturas de las series de {countryLabel} las anota quien trabaja para ese país.',
      en: 'Breaks in series of {countryLabel} are recorded by whoever works for that country.',
      fr: 'Les ruptures des séries de {countryLabel} sont notées par qui travaille pour ce pays.',
    },
    advice: {
      es: 'Pídaselo a una persona de ese país, o a quien no esté adscrito a ninguno.',
      en: 'Ask somebody of that country, or somebody who belongs to none.',
      fr: 'Demandez-le à une personne de ce pays, ou à qui n’en relève d’aucun.',
    },
  },
  'cube-unknown': {
    status: 422,
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
  'period-unreadable': {
    status: 422,
    what: {
      es: '«{period}» no es un período.',
      en: '“{period}” is not a period.',
      fr: '« {period} » n’est pas une période.',
    },
    advice: {
      es: 'Escriba el primer período que ya no se compara: 2024, 2024-S1, 2024-Q1, 2024-03 o 2024-03-31.',
      en: 'Write the first period that no longer compares: 2024, 2024-S1, 2024-Q1, 2024-03 or 2024-03-31.',
      fr: 'Écrivez la première période qui ne se compare plus : 2024, 2024-S1, 2024-Q1, 2024-03 ou 2024-03-31.',
    },
  },
  'reason-in-one-language': {
    status: 422,
    what: {
      es: 'Falta el motivo en alguna de las tres lenguas, o pasa de {most} caracteres.',
      en: 'The reason is missing in one of the three languages, or has more than {most} characters.',
      fr: 'Le motif manque dans l’une des trois langues, ou dépasse {most} caractères.',
    },
    advice: {
      es: 'Escríbalo en español, inglés y francés: quien lea las cifras en cada lengua ha de entenderlo.',
      en: 'Write it in Spanish, English and French: whoever reads the figures in each must understand it.',
      fr: 'Écrivez-le en espagnol, en anglais et en français : qui lit les chiffres dans chaque langue doit le comprendre.',
    },
  },
  'source-missing': {
    status: 422,
    what: {
      es: 'Falta la fuente, o pasa de {most} caracteres.',
      en: 'The source is missing, or has more than {most} characters.',
      fr: 'La source manque, ou dépasse {most} caractères.',
    },
    advice: {
      es: 'Diga qué documento, norma o institución lo establece.',
      en: 'Say which document, rule or institution establishes it.',
      fr: 'Dites quel document, quelle règle ou quelle institution l’établit.',
    },
  },
  'recorded-already': {
    status: 409,
    what: {
      es: 'La ruptura de {cube} en {country} desde {period} ya está anotada (número {id}).',
      en: 'The break of {cube} in {country} from {period} is recorded already (number {id}).',
      fr: 'La rupture de {cube} pour {country} à partir de {period} est déjà notée (numéro {id}).',
    },
    advice: {
      es: 'Si su motivo es otro, dé esa por terminada y anótela de nuevo.',
      en: 'If its reason is another, end that one and record it anew.',
      fr: 'Si le motif est autre, mettez-y fin et notez-la de nouveau.',
    },
  },
  'break-unknown': {
    status: 404,
    what: {
      es: 'No hay ninguna ruptura vigente con el número {id}.',
      en: 'No break that stands has the number {id}.',
      fr: 'Aucune rupture en vigueur n’a le numéro {id}.',
    },
    advice: {
      es: 'Mire los números con «caudal breaks list».',
      en: 'See the numbers with “caudal breaks list”.',
      fr: 'Voyez les numéros avec « caudal breaks list ».',
    },
  },
  'end-unexplained': {
    status: 422,
    what: {
      es: 'Falta el motivo, o pasa de {most} caracteres.',
      en: 'The reason is missing, or has more than {most} characters.',
      fr: 'Le motif manque, ou dépasse {most} caractères.',
    },
    advice: {
      es: 'Diga por qué las cifras sí se comparan: queda en el registro.',
      en: 'Say why the figures do compare: it stays in the register.',
      fr: 'Dites pourquoi les chiffres se comparent : cela reste au registre.',
    },
  },
})
