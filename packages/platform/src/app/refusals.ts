import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the server and its start refuse. */
export const appRefusals = defineRefusals('app', {
  'beyond-loopback': {
    status: 403,
    what: {
      es: 'Este nodo no escucha en «{host}»: todavía no tiene cuentas ni protección contra la divulgación, y cualquiera en la red vería sus datos.',
      en: 'This node does not listen on “{host}”: it has no accounts and no disclosure protection yet, so anyone on the network would see its data.',
      fr: "Ce nœud n'écoute pas sur « {host} » : il n'a encore ni comptes ni protection contre la divulgation, et toute personne du réseau verrait ses données.",
    },
    advice: {
      es: 'Use --host 127.0.0.1 y abra el portal en esta misma máquina.',
      en: 'Use --host 127.0.0.1 and open the portal on this machine.',
      fr: 'Utilisez --host 127.0.0.1 et ouvrez le portail sur cette machine.',
    },
  },
  'host-not-local': {
    status: 421,
    what: {
      es: 'Este nodo solo contesta a direcciones de esta máquina, no a «{host}».',
      en: 'This node answers to addresses of this machine only, not to “{host}”.',
      fr: 'Ce nœud ne répond qu’aux adresses de cette machine, pas à « {host} ».',
    },
    advice: {
      es: 'Abra http://127.0.0.1 con el puerto que muestra la terminal.',
      en: 'Open http://127.0.0.1 with the port that the terminal shows.',
      fr: 'Ouvrez http://127.0.0.1 avec le port affiché dans le terminal.',
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
