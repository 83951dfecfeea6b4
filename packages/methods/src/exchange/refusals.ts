import { defineRefusals } from '../vocabulary/index.ts'

/**
 * What is refused of a request or a message in SDMX. The status is that of REST 2; version 1 of the
 * interface says 403 for what is well written but cannot be met (see `sdmx-error.ts`).
 */
export const sdmxRefusals = defineRefusals('sdmx', {
  'url-malformed': {
    status: 400,
    what: {
      es: 'La dirección no se puede leer: {reason}.',
      en: 'The address cannot be read: {reason}.',
      fr: 'L’adresse est illisible : {reason}.',
    },
    advice: {
      es: 'Escriba los caracteres especiales con su código de porcentaje.',
      en: 'Write special characters percent-encoded.',
      fr: 'Écrivez les caractères spéciaux en code pourcent.',
    },
  },
  'url-too-long': {
    status: 414,
    what: {
      es: 'La dirección tiene {length} caracteres; se leen {most}.',
      en: 'The address has {length} characters; {most} are read.',
      fr: 'L’adresse a {length} caractères ; {most} sont lus.',
    },
    advice: {
      es: 'Pida menos códigos a la vez, o deje la dimensión libre.',
      en: 'Ask for fewer codes at once, or leave the dimension open.',
      fr: 'Demandez moins de codes à la fois, ou laissez la dimension libre.',
    },
  },
  'path-unknown': {
    status: 400,
    what: {
      es: 'La dirección no sigue la gramática de SDMX REST en «{part}».',
      en: 'The address does not follow the grammar of SDMX REST at “{part}”.',
      fr: 'L’adresse ne suit pas la grammaire de SDMX REST à « {part} ».',
    },
    advice: {
      es: 'Se espera {expected}.',
      en: 'Expected: {expected}.',
      fr: 'Attendu : {expected}.',
    },
  },
  'not-implemented': {
    status: 501,
    what: {
      es: 'Este servicio no ofrece «{resource}».',
      en: 'This service does not offer “{resource}”.',
      fr: 'Ce service n’offre pas « {resource} ».',
    },
    advice: {
      es: 'Use otro recurso: {offered}.',
      en: 'Use another resource: {offered}.',
      fr: 'Utilisez une autre ressource : {offered}.',
    },
  },
  'parameter-unknown': {
    status: 400,
    what: {
      es: 'No hay un parámetro «{parameter}» en esta consulta.',
      en: 'This query has no parameter “{parameter}”.',
      fr: 'Cette requête n’a pas de paramètre « {parameter} ».',
    },
    advice: {
      es: 'Los parámetros son: {known}.',
      en: 'The parameters are: {known}.',
      fr: 'Les paramètres sont : {known}.',
    },
  },
  'parameter-repeated': {
    status: 400,
    what: {
      es: 'El parámetro «{parameter}» está dos veces.',
      en: 'The parameter “{parameter}” is there twice.',
      fr: 'Le paramètre « {parameter} » figure deux fois.',
    },
    advice: {
      es: 'Escríbalo una vez, con todos sus valores.',
      en: 'Write it once, with all its values.',
      fr: 'Écrivez-le une fois, avec toutes ses valeurs.',
    },
  },
  'parameter-invalid': {
    status: 400,
    what: {
      es: '«{value}» no sirve como «{parameter}».',
      en: '“{value}” does not fit “{parameter}”.',
      fr: '« {value} » ne convient pas à « {parameter} ».',
    },
    advice: {
      es: 'Se espera {expected}.',
      en: 'Expected: {expected}.',
      fr: 'Attendu : {expected}.',
    },
  },
  'key-malformed': {
    status: 400,
    what: {
      es: 'La clave «{key}» no está bien escrita.',
      en: 'The key “{key}” is not well written.',
      fr: 'La clé « {key} » est mal écrite.',
    },
    advice: {
      es: 'Se espera {expected}.',
      en: 'Expected: {expected}.',
      fr: 'Attendu : {expected}.',
    },
  },
  'key-of-other-length': {
    status: 422,
    what: {
      es: 'La clave tiene {given} posiciones y la estructura {expected} dimensiones.',
      en: 'The key has {given} positions and the structure {expected} dimensions.',
      fr: 'La clé a {given} positions et la structure {expected} dimensions.',
    },
    advice: {
      es: 'El orden es {dimensions}.',
      en: 'The order is {dimensions}.',
      fr: 'L’ordre est {dimensions}.',
    },
  },
  'component-unknown': {
    status: 422,
    what: {
      es: 'La estructura no tiene un componente «{component}».',
      en: 'The structure has no component “{component}”.',
      fr: 'La structure n’a pas de composant « {component} ».',
    },
    advice: { es: 'Tiene {known}.', en: 'It has {known}.', fr: 'Elle a {known}.' },
  },
  'range-empty': {
    status: 422,
    what: {
      es: 'El período termina ({end}) antes de empezar ({start}).',
      en: 'The period ends ({end}) before it starts ({start}).',
      fr: 'La période finit ({end}) avant de commencer ({start}).',
    },
    advice: {
      es: 'Cambie uno de los dos.',
      en: 'Change one of the two.',
      fr: 'Changez l’un des deux.',
    },
  },
  'times-contradict': {
    status: 422,
    what: {
      es: '«updatedAfter» es posterior a «asOf».',
      en: '“updatedAfter” is later than “asOf”.',
      fr: '« updatedAfter » est postérieur à « asOf ».',
    },
    advice: {
      es: 'Pida cambios anteriores al instante de la foto.',
      en: 'Ask for changes before the instant you look at.',
      fr: 'Demandez des changements antérieurs à l’instant considéré.',
    },
  },
  'no-results': {
    status: 404,
    what: {
      es: 'Nada corresponde a la consulta.',
      en: 'Nothing matches the query.',
      fr: 'Rien ne correspond à la requête.',
    },
    advice: {
      es: 'Quite condiciones, o consulte qué hay con el recurso de disponibilidad.',
      en: 'Leave out conditions, or ask the availability resource what there is.',
      fr: 'Retirez des conditions, ou demandez à la ressource de disponibilité ce qu’il y a.',
    },
  },
  'format-not-offered': {
    status: 406,
    what: {
      es: 'No se ofrece el formato «{asked}».',
      en: 'The format “{asked}” is not offered.',
      fr: 'Le format « {asked} » n’est pas offert.',
    },
    advice: { es: 'Se ofrecen {offered}.', en: 'Offered: {offered}.', fr: 'Offerts : {offered}.' },
  },
  'answer-too-large': {
    status: 413,
    what: {
      es: 'La respuesta tendría más de {most} observaciones.',
      en: 'The answer would have more than {most} observations.',
      fr: 'La réponse aurait plus de {most} observations.',
    },
    advice: {
      es: 'Pida una parte: una clave más estrecha o menos períodos.',
      en: 'Ask for a part: a narrower key or fewer periods.',
      fr: 'Demandez une partie : une clé plus étroite ou moins de périodes.',
    },
  },
  busy: {
    status: 503,
    what: {
      es: 'El servicio está ocupado.',
      en: 'The service is busy.',
      fr: 'Le service est occupé.',
    },
    advice: {
      es: 'Inténtelo de nuevo en unos segundos.',
      en: 'Try again in a few seconds.',
      fr: 'Réessayez dans quelques secondes.',
    },
  },
  'own-fault': {
    status: 500,
    what: {
      es: 'El servicio falló al contestar.',
      en: 'The service failed while answering.',
      fr: 'Le service a échoué en répondant.',
    },
    advice: {
      es: 'Inténtelo de nuevo; si se repite, informe de ello.',
      en: 'Try again; if it happens again, report it.',
      fr: 'Réessayez ; si cela se reproduit, signalez-le.',
    },
  },
})
