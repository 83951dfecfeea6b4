import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why figures of a public source are not taken in. Nothing of them stays. */
export const sourceRefusals = defineRefusals('collect', {
  'source-unknown': {
    status: 404,
    what: {
      es: 'No hay ninguna fuente pública llamada {source}.',
      en: 'There is no public source called {source}.',
      fr: 'Il n’y a pas de source publique nommée {source}.',
    },
    advice: {
      es: 'Hay estas: {known}.',
      en: 'There are: {known}.',
      fr: 'Il y a : {known}.',
    },
  },
  'source-unreachable': {
    status: 503,
    what: {
      es: '{host} no responde después de varios intentos ({reason}).',
      en: '{host} does not answer after several attempts ({reason}).',
      fr: '{host} ne répond pas après plusieurs essais ({reason}).',
    },
    advice: {
      es: 'Inténtelo más tarde, o guarde la respuesta en otro lugar y use --from.',
      en: 'Try again later, or save the answer elsewhere and use --from.',
      fr: 'Réessayez plus tard, ou enregistrez la réponse ailleurs et utilisez --from.',
    },
  },
  'source-refuses': {
    status: 502,
    what: {
      es: '{host} no da la respuesta ({status}).',
      en: '{host} does not give the answer ({status}).',
      fr: '{host} ne donne pas la réponse ({status}).',
    },
    advice: {
      es: 'Compruebe los países pedidos; nada ha cambiado en el nodo.',
      en: 'Check the countries asked for; nothing has changed in the node.',
      fr: 'Vérifiez les pays demandés ; rien n’a changé dans le nœud.',
    },
  },
  'source-too-long': {
    status: 502,
    what: {
      es: 'Una página de {source} tiene más de {most} MiB.',
      en: 'One page of {source} is longer than {most} MiB.',
      fr: 'Une page de {source} dépasse {most} Mio.',
    },
    advice: {
      es: 'Pida menos países o guarde la respuesta página por página y nombre todas con --from.',
      en: 'Ask for fewer countries, or save the answer page by page and name them all with --from.',
      fr: 'Demandez moins de pays, ou enregistrez la réponse page par page et nommez-les toutes avec --from.',
    },
  },
  'source-leads-away': {
    status: 502,
    what: {
      es: '{host} envía a otro lugar, al que este nodo no va: {place}',
      en: '{host} sends on to another place, where this node does not go: {place}',
      fr: '{host} renvoie à un autre endroit, où ce nœud ne va pas : {place}',
    },
    advice: {
      es: 'No se importó nada. Si ese lugar es bueno, guarde la respuesta con otro programa y use --from.',
      en: 'Nothing was imported. Where that place is right, save the answer by other means and use --from.',
      fr: 'Rien n’a été importé. Si cet endroit est bon, enregistrez la réponse autrement et utilisez --from.',
    },
  },
  'source-changed': {
    status: 502,
    what: {
      es: 'La respuesta de {source} ya no tiene la forma documentada; falta: {missing}; hay: {found}.',
      en: 'The answer of {source} no longer has the documented shape; missing: {missing}; found: {found}.',
      fr: 'La réponse de {source} n’a plus la forme documentée ; il manque : {missing} ; il y a : {found}.',
    },
    advice: {
      es: 'No se importó nada; informe de ello para que se adapte el conector.',
      en: 'Nothing was imported; report it, so that the connector is adapted.',
      fr: 'Rien n’a été importé ; signalez-le pour que le connecteur soit adapté.',
    },
  },
  'source-page-missing': {
    status: 422,
    what: {
      es: 'Falta la página {expected} de {pages} de la respuesta guardada; en su lugar, {file}: {found}.',
      en: 'Page {expected} of {pages} of the saved answer is missing; in its place, {file}: {found}.',
      fr: 'Il manque la page {expected} sur {pages} de la réponse gardée ; à sa place, {file} : {found}.',
    },
    advice: {
      es: 'Guarde todas las páginas y nómbrelas con --from en su orden. No se importó nada.',
      en: 'Save all pages and name them with --from in their order. Nothing was imported.',
      fr: 'Gardez toutes les pages et nommez-les avec --from dans leur ordre. Rien n’a été importé.',
    },
  },
  'source-whole': {
    status: 422,
    what: {
      es: 'La fuente {source} da siempre todos los países; no se le pueden pedir algunos.',
      en: 'The source {source} always gives all countries; some of them cannot be asked for.',
      fr: 'La source {source} donne toujours tous les pays ; on ne peut en demander quelques-uns.',
    },
    advice: {
      es: 'Repita la orden sin --countries.',
      en: 'Give the command again without --countries.',
      fr: 'Répétez la commande sans --countries.',
    },
  },
  'source-empty': {
    status: 502,
    what: {
      es: 'La fuente {source} no dio ninguna cifra.',
      en: 'The source {source} gave no figure.',
      fr: 'La source {source} n’a donné aucun chiffre.',
    },
    advice: {
      es: 'Pida otros países o años.',
      en: 'Ask for other countries or years.',
      fr: 'Demandez d’autres pays ou années.',
    },
  },
})
