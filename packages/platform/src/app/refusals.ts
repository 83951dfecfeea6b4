import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the server and its start refuse. */
export const appRefusals = defineRefusals('app', {
  'no-node': {
    status: 404,
    what: {
      es: 'En {folder} no hay ningún nodo.',
      en: 'There is no node in {folder}.',
      fr: 'Il n’y a pas de nœud dans {folder}.',
    },
    advice: {
      es: 'Dé su carpeta de datos con --data (o CAUDAL_DATA); uno nuevo se hace con «caudal start» o «caudal import».',
      en: 'Give its data folder with --data (or CAUDAL_DATA); a new one is made by “caudal start” or “caudal import”.',
      fr: 'Donnez son dossier de données avec --data (ou CAUDAL_DATA) ; un nouveau se fait par « caudal start » ou « caudal import ».',
    },
  },
  'beyond-loopback': {
    status: 403,
    what: {
      es: 'Este nodo no escucha en «{host}» sin más: cualquiera en la red lo alcanzaría, y sin cifrar.',
      en: 'This node does not listen on “{host}” just like that: anyone on the network would reach it, unencrypted.',
      fr: 'Ce nœud n’écoute pas sur « {host} » tel quel : toute personne du réseau l’atteindrait, sans chiffrement.',
    },
    advice: {
      es: 'Use --host 127.0.0.1, o declare cómo se llega a él: --address https://…, con --certificate y --key, o con --proxy.',
      en: 'Use --host 127.0.0.1, or declare how it is reached: --address https://…, with --certificate and --key, or with --proxy.',
      fr: 'Utilisez --host 127.0.0.1, ou déclarez comment on l’atteint : --address https://…, avec --certificate et --key, ou avec --proxy.',
    },
  },
  'address-invalid': {
    status: 400,
    what: {
      es: '«{address}» no es una dirección https sin ruta.',
      en: '“{address}” is not an https address without a path.',
      fr: '« {address} » n’est pas une adresse https sans chemin.',
    },
    advice: {
      es: 'Escríbala como https://datos.example.',
      en: 'Write it like https://data.example.',
      fr: 'Écrivez-la comme https://donnees.example.',
    },
  },
  'accounts-needed': {
    status: 403,
    what: {
      es: 'El nodo no se abre como {address}: todavía no tiene quien lo administre.',
      en: 'The node is not opened as {address}: nobody administers it yet.',
      fr: 'Le nœud ne s’ouvre pas comme {address} : personne ne l’administre encore.',
    },
    advice: {
      es: 'Inícielo sin --address, siga el enlace de un solo uso que muestra la terminal y vuelva a intentarlo.',
      en: 'Start it without --address, follow the one-time link that the terminal shows, and try again.',
      fr: 'Démarrez-le sans --address, suivez le lien à usage unique affiché dans le terminal et réessayez.',
    },
  },
  'transport-open': {
    status: 403,
    what: {
      es: 'Para abrirse como {address}, el nodo necesita cifrado.',
      en: 'To be opened as {address}, the node needs encryption.',
      fr: 'Pour s’ouvrir comme {address}, le nœud a besoin de chiffrement.',
    },
    advice: {
      es: 'Dé --certificate y --key, o declare con --proxy la dirección del servidor que cifra por él.',
      en: 'Give --certificate and --key, or declare with --proxy the address of the server that encrypts for it.',
      fr: 'Donnez --certificate et --key, ou déclarez avec --proxy l’adresse du serveur qui chiffre pour lui.',
    },
  },
  'certificate-unreadable': {
    status: 400,
    what: {
      es: 'No se puede leer {path} ({reason}).',
      en: '{path} cannot be read ({reason}).',
      fr: '{path} ne peut pas être lu ({reason}).',
    },
    advice: {
      es: 'Compruebe la ruta y los permisos; los archivos han de estar en formato PEM.',
      en: 'Check its path and its rights; the files have to be in PEM format.',
      fr: 'Vérifiez le chemin et les droits ; les fichiers doivent être au format PEM.',
    },
  },
  'route-closed': {
    status: 403,
    what: {
      es: 'Esta dirección está cerrada: no declara quién puede usarla.',
      en: 'This address is closed: it does not declare who may use it.',
      fr: 'Cette adresse est fermée : elle ne déclare pas qui peut l’utiliser.',
    },
    advice: {
      es: 'Informe de ello; es un descuido del programa.',
      en: 'Report it; the program has an oversight here.',
      fr: 'Signalez-le ; c’est un oubli du programme.',
    },
  },
  'path-unusable': {
    status: 422,
    what: {
      es: 'No se puede usar {path} ({reason}).',
      en: '{path} cannot be used ({reason}).',
      fr: '{path} ne peut pas être utilisé ({reason}).',
    },
    advice: {
      es: 'Compruebe que la ruta existe y es de la clase que la orden espera, sus permisos y el espacio en el disco.',
      en: 'Check that the path exists and is of the kind that the command expects, its rights and the room on the disk.',
      fr: 'Vérifiez que le chemin existe et qu’il est du genre que la commande attend, ses droits et la place sur le disque.',
    },
  },
  'host-not-local': {
    status: 421,
    what: {
      es: 'Este nodo no se llama «{host}».',
      en: 'This node is not called “{host}”.',
      fr: 'Ce nœud ne s’appelle pas « {host} ».',
    },
    advice: {
      es: 'Abra la dirección que muestra la terminal del nodo.',
      en: 'Open the address that the terminal of the node shows.',
      fr: 'Ouvrez l’adresse affichée dans le terminal du nœud.',
    },
  },
  'port-taken': {
    status: 409,
    what: {
      es: 'El puerto {port} ya está ocupado por otro programa.',
      en: 'Port {port} is already taken by another program.',
      fr: 'Le port {port} est déjà occupé par un autre programme.',
    },
    advice: {
      es: 'Detenga ese programa o elija otro puerto con --port.',
      en: 'Stop that program or choose another port with --port.',
      fr: 'Arrêtez ce programme ou choisissez un autre port avec --port.',
    },
  },
  'number-invalid': {
    status: 400,
    what: {
      es: '«{text}» no sirve para {option}.',
      en: '“{text}” does not fit {option}.',
      fr: '« {text} » ne convient pas à {option}.',
    },
    advice: {
      es: 'Dé un número entero de 0 a {most}.',
      en: 'Give a whole number from 0 to {most}.',
      fr: 'Donnez un nombre entier de 0 à {most}.',
    },
  },
  'no-such-page': {
    status: 404,
    what: {
      es: 'No hay nada en {path}.',
      en: 'There is nothing at {path}.',
      fr: 'Il n’y a rien à {path}.',
    },
    advice: {
      es: 'Empiece por la portada, /es/, o por la descripción de la interfaz, /api/openapi.json.',
      en: 'Start from the home page, /en/, or from the description of the interface, /api/openapi.json.',
      fr: 'Partez de la page d’accueil, /fr/, ou de la description de l’interface, /api/openapi.json.',
    },
  },
  'body-too-large': {
    status: 413,
    what: {
      es: 'Lo enviado es más de lo que esta dirección acepta.',
      en: 'What was sent is more than this address takes.',
      fr: 'Ce qui a été envoyé dépasse ce que cette adresse accepte.',
    },
    advice: {
      es: 'Envíe menos de una vez; los archivos se envían por partes, desde «Enviar un archivo».',
      en: 'Send less at a time; files are sent in parts, by “Send a file”.',
      fr: 'Envoyez moins à la fois ; les fichiers s’envoient en parties, par « Envoyer un fichier ».',
    },
  },
  'body-not-json': {
    status: 400,
    what: {
      es: 'Lo enviado no se lee como JSON.',
      en: 'What was sent cannot be read as JSON.',
      fr: 'Ce qui a été envoyé ne se lit pas comme du JSON.',
    },
    advice: {
      es: 'Compárelo con la descripción en /api/openapi.json.',
      en: 'Compare it with the description at /api/openapi.json.',
      fr: 'Comparez-le à la description dans /api/openapi.json.',
    },
  },
  'body-kind': {
    status: 415,
    what: {
      es: 'Esta dirección no toma nada de esa clase (content-type).',
      en: 'This address takes nothing of that kind (content-type).',
      fr: 'Cette adresse ne prend rien de ce genre (content-type).',
    },
    advice: {
      es: 'Envíe JSON (content-type: application/json), o lo que diga /api/openapi.json.',
      en: 'Send JSON (content-type: application/json), or what /api/openapi.json says.',
      fr: 'Envoyez du JSON (content-type: application/json), ou ce que dit /api/openapi.json.',
    },
  },
  'request-malformed': {
    status: 400,
    what: {
      es: 'La petición no se entiende: {reason}.',
      en: 'The request cannot be understood: {reason}.',
      fr: 'La requête est incompréhensible : {reason}.',
    },
    advice: {
      es: 'Compárela con la descripción en /api/openapi.json.',
      en: 'Compare it with the description at /api/openapi.json.',
      fr: 'Comparez-la à la description dans /api/openapi.json.',
    },
  },
  'own-fault': {
    status: 500,
    what: {
      es: 'El nodo falló al contestar.',
      en: 'The node failed while answering.',
      fr: 'Le nœud a échoué en répondant.',
    },
    advice: {
      es: 'Inténtelo de nuevo; si se repite, informe de ello con la hora y la dirección de la página.',
      en: 'Try again; if it happens again, report it with the time and the address of the page.',
      fr: 'Réessayez ; si cela se reproduit, signalez-le avec l’heure et l’adresse de la page.',
    },
  },
  'portal-not-built': {
    status: 503,
    what: {
      es: 'Las páginas del portal no se pudieron construir: {reason}.',
      en: 'The pages of the portal could not be built: {reason}.',
      fr: 'Les pages du portail n’ont pas pu être construites : {reason}.',
    },
    advice: {
      es: 'Ejecute «npm ci» en la carpeta del proyecto y empiece de nuevo.',
      en: 'Run “npm ci” in the project folder and start again.',
      fr: 'Exécutez « npm ci » dans le dossier du projet et recommencez.',
    },
  },
  'preparation-failed': {
    status: 500,
    what: {
      es: 'La preparación se detuvo en «{step}»: {reason}',
      en: 'Preparation stopped at “{step}”: {reason}',
      fr: 'La préparation s’est arrêtée à « {step} » : {reason}',
    },
    advice: {
      es: 'Empiece de nuevo: continuará desde ese paso. Si vuelve a fallar, borre la carpeta {folder} o use --data con otra.',
      en: 'Start again: it goes on from that step. If it fails again, delete the folder {folder} or use --data with another.',
      fr: 'Recommencez : elle reprendra à cette étape. Si elle échoue encore, supprimez le dossier {folder} ou utilisez --data avec un autre.',
    },
  },
})
