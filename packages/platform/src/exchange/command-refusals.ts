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
      es: 'Faltas del archivo: {faults}, en {observations} observaciones.',
      en: 'Faults of the file: {faults}, in {observations} observations.',
      fr: 'Fautes du fichier : {faults}, sur {observations} observations.',
    },
    advice: {
      es: 'Corríjalas según la lista, que dice línea, código y componente.',
      en: 'Mend them by the list, which says line, code and component.',
      fr: 'Corrigez-les d’après la liste, qui dit ligne, code et composant.',
    },
  },
  'address-invalid': {
    status: 400,
    what: {
      es: '«{url}» no es la dirección de una consulta de datos SDMX.',
      en: '“{url}” is no address of a query for SDMX data.',
      fr: '« {url} » n’est pas l’adresse d’une requête de données SDMX.',
    },
    advice: {
      es: 'Dé una dirección http o https con /data/, el flujo y la clave.',
      en: 'Give an http or https address with /data/, the dataflow and the key.',
      fr: 'Donnez une adresse http ou https avec /data/, le flux et la clé.',
    },
  },
  'never-pulled': {
    status: 409,
    what: {
      es: 'Todavía no se ha traído nada de {url} a este archivo: no se sabe desde cuándo pedir cambios.',
      en: 'Nothing has been pulled from {url} into this file yet: it is not known since when to ask for changes.',
      fr: 'Rien n’a encore été tiré de {url} vers ce fichier : on ne sait depuis quand demander les changements.',
    },
    advice: {
      es: 'Dé con --out el archivo de la última vez, o traiga primero el conjunto, sin --changes.',
      en: 'Name with --out the file of the last time, or pull the whole first, without --changes.',
      fr: 'Donnez avec --out le fichier de la dernière fois, ou tirez d’abord l’ensemble, sans --changes.',
    },
  },
  'service-unreachable': {
    status: 502,
    what: {
      es: 'El servicio {url} no contesta: {reason}.',
      en: 'The service {url} does not answer: {reason}.',
      fr: 'Le service {url} ne répond pas : {reason}.',
    },
    advice: {
      es: 'Inténtelo más tarde; lo que ya tenía sigue como estaba.',
      en: 'Try later; what you had is as it was.',
      fr: 'Réessayez plus tard ; ce que vous aviez est inchangé.',
    },
  },
  'service-refused': {
    status: 502,
    what: {
      es: 'El servicio {url} rechaza la consulta (HTTP {status}).',
      en: 'The service {url} refuses the query (HTTP {status}).',
      fr: 'Le service {url} refuse la requête (HTTP {status}).',
    },
    advice: {
      es: 'Compruebe el flujo, la clave y los parámetros en la documentación del servicio.',
      en: 'Check dataflow, key and parameters against the documentation of the service.',
      fr: 'Vérifiez le flux, la clé et les paramètres dans la documentation du service.',
    },
  },
  'answer-too-long': {
    status: 413,
    what: {
      es: 'La respuesta tiene más de {most} MB.',
      en: 'The answer has more than {most} MB.',
      fr: 'La réponse fait plus de {most} Mo.',
    },
    advice: {
      es: 'Pida una parte con una clave más estrecha o menos períodos.',
      en: 'Ask for a part, with a narrower key or fewer periods.',
      fr: 'Demandez une partie, avec une clé plus étroite ou moins de périodes.',
    },
  },
  'file-unwritable': {
    status: 422,
    what: {
      es: 'No se puede escribir «{file}»: {reason}.',
      en: '“{file}” cannot be written: {reason}.',
      fr: '« {file} » ne peut être écrit : {reason}.',
    },
    advice: {
      es: 'Compruebe la carpeta, los permisos y el espacio.',
      en: 'Check the folder, the permissions and the space.',
      fr: 'Vérifiez le dossier, les droits et l’espace.',
    },
  },
  'map-unknown': {
    status: 404,
    what: {
      es: 'No hay una correspondencia «{map}».',
      en: 'There is no map “{map}”.',
      fr: 'Il n’y a pas de correspondance « {map} ».',
    },
    advice: { es: 'Hay {known}.', en: 'There are {known}.', fr: 'Il y a {known}.' },
  },
  'nothing-converted': {
    status: 422,
    what: {
      es: 'Ninguna observación tiene sitio en la otra estructura ({map}): {component} «{value}».',
      en: 'No observation has a place in the other structure ({map}): {component} “{value}”.',
      fr: 'Aucune observation n’a sa place dans l’autre structure ({map}) : {component} « {value} ».',
    },
    advice: {
      es: 'Compruebe que el archivo es de la estructura que la correspondencia lee.',
      en: 'Check that the file is of the structure that the map reads.',
      fr: 'Vérifiez que le fichier est de la structure que la correspondance lit.',
    },
  },
  'statement-unknown': {
    status: 404,
    what: {
      es: '«{asked}» no es un flujo de datos y un concepto de sus metadatos.',
      en: '“{asked}” is no dataflow and concept of its metadata.',
      fr: '« {asked} » n’est pas un flux de données et un concept de ses métadonnées.',
    },
    advice: {
      es: 'Flujos: {flows}. Conceptos: {concepts}.',
      en: 'Dataflows: {flows}. Concepts: {concepts}.',
      fr: 'Flux : {flows}. Concepts : {concepts}.',
    },
  },
  'statement-in-one-language': {
    status: 422,
    what: {
      es: 'Los metadatos se dicen en español, inglés y francés, hasta {most} caracteres en cada uno.',
      en: 'Metadata are said in Spanish, English and French, up to {most} characters in each.',
      fr: 'Les métadonnées se disent en espagnol, anglais et français, {most} caractères au plus dans chacun.',
    },
    advice: {
      es: 'Dé los tres textos con --es, --en y --fr.',
      en: 'Give the three texts with --es, --en and --fr.',
      fr: 'Donnez les trois textes avec --es, --en et --fr.',
    },
  },
})
