import { defineRefusals } from '../../vocabulary/index.ts'

/** Why a message of another service or of a file cannot be read. */
export const messageRefusals = defineRefusals('sdmx-message', {
  malformed: {
    status: 422,
    what: {
      es: 'El mensaje no está bien escrito (línea {line}): {reason}',
      en: 'The message is not well written (line {line}): {reason}',
      fr: 'Le message est mal écrit (ligne {line}) : {reason}',
    },
    advice: {
      es: 'Pida el archivo de nuevo; puede estar cortado.',
      en: 'Ask for the file again; it may have been cut off.',
      fr: 'Redemandez le fichier ; il est peut-être tronqué.',
    },
  },
  'definitions-inside': {
    status: 422,
    what: {
      es: 'El mensaje trae definiciones propias de XML (DOCTYPE), que no se leen.',
      en: 'The message brings XML definitions of its own (DOCTYPE), which are not read.',
      fr: 'Le message apporte ses propres définitions XML (DOCTYPE), qui ne sont pas lues.',
    },
    advice: {
      es: 'Un mensaje SDMX no las necesita: pídalo a una fuente de confianza.',
      en: 'An SDMX message needs none: ask a source you trust for it.',
      fr: 'Un message SDMX n’en a pas besoin : demandez-le à une source de confiance.',
    },
  },
  'too-deep': {
    status: 422,
    what: {
      es: 'El mensaje tiene más de {most} niveles, o un texto de más de {longest} caracteres.',
      en: 'The message has more than {most} levels, or a text of more than {longest} characters.',
      fr: 'Le message a plus de {most} niveaux, ou un texte de plus de {longest} caractères.',
    },
    advice: {
      es: 'No es un mensaje SDMX corriente: compruebe de dónde viene.',
      en: 'This is no ordinary SDMX message: check where it comes from.',
      fr: 'Ce n’est pas un message SDMX ordinaire : vérifiez sa provenance.',
    },
  },
  'format-unknown': {
    status: 415,
    what: {
      es: 'No se reconoce el formato del mensaje: empieza por «{start}».',
      en: 'The format of the message is not recognised: it begins with “{start}”.',
      fr: 'Le format du message n’est pas reconnu : il commence par « {start} ».',
    },
    advice: {
      es: 'Se leen SDMX-ML 2.1, SDMX-JSON 1.0 y 2.x, y SDMX-CSV 1.0 y 2.x.',
      en: 'SDMX-ML 2.1, SDMX-JSON 1.0 and 2.x, and SDMX-CSV 1.0 and 2.x are read.',
      fr: 'On lit SDMX-ML 2.1, SDMX-JSON 1.0 et 2.x, et SDMX-CSV 1.0 et 2.x.',
    },
  },
  'structure-missing': {
    status: 422,
    what: {
      es: 'El mensaje no dice con qué estructura se leen sus datos.',
      en: 'The message does not say by which structure its data are read.',
      fr: 'Le message ne dit pas avec quelle structure lire ses données.',
    },
    advice: {
      es: 'Dé la estructura aparte, con --structure.',
      en: 'Give the structure apart, with --structure.',
      fr: 'Donnez la structure à part, avec --structure.',
    },
  },
})
