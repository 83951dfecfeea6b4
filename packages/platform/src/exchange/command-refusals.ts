import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the commands of the exchange refuse. */
export const exchangeRefusals = defineRefusals('exchange', {
  'file-unreadable': {
    status: 404,
    what: {
      es: 'No se puede leer «{file}»: {reason}.',
      en: '“{file}” cannot be read: {reason}.',
      fr: '« {file} » est illisible : {reason}.',
    },
    advice: {
      es: 'Compruebe el nombre y los permisos.',
      en: 'Check the name and the permissions.',
      fr: 'Vérifiez le nom et les droits.',
    },
  },
  'structure-unknown': {
    status: 422,
    what: {
      es: 'No se encuentra la estructura «{structure}» con que comprobar el archivo.',
      en: 'The structure “{structure}” by which to check the file is not found.',
      fr: 'La structure « {structure} » avec laquelle vérifier le fichier est introuvable.',
    },
    advice: {
      es: 'Dé un archivo de estructura con --structure.',
      en: 'Give a file of structures with --structure.',
      fr: 'Donnez un fichier de structures avec --structure.',
    },
  },
  'file-has-faults': {
    status: 422,
    what: {
      es: 'El archivo tiene {faults} faltas en {observations} observaciones.',
      en: 'The file has {faults} faults in {observations} observations.',
      fr: 'Le fichier a {faults} fautes dans {observations} observations.',
    },
    advice: {
      es: 'Corríjalas según la lista, que dice línea, código y componente.',
      en: 'Mend them by the list, which says line, code and component.',
      fr: 'Corrigez-les d’après la liste, qui dit ligne, code et composant.',
    },
  },
})
