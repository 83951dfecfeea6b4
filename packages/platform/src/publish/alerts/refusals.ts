import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a threshold is not set, or its notices do not go where somebody wants them. */
export const alertRefusals = defineRefusals('alerts', {
  unknown: {
    status: 404,
    what: {
      es: 'No tiene usted ninguna alerta así.',
      en: 'You have no such alert.',
      fr: 'Vous n’avez pas d’alerte de ce genre.',
    },
    advice: {
      es: 'Puede que ya la haya borrado en otra ventana: vuelva a abrir la lista.',
      en: 'It may have been deleted in another window: open the list again.',
      fr: 'Elle a pu être supprimée dans une autre fenêtre : rouvrez la liste.',
    },
  },
  'not-a-series': {
    status: 422,
    what: {
      es: 'Lo que se quiere vigilar no es una serie: {reason}.',
      en: 'What is to be watched is no series: {reason}.',
      fr: 'Ce qu’il faudrait surveiller n’est pas une série : {reason}.',
    },
    advice: {
      es: 'Abra una cifra de una tabla, «¿Cómo se sabe?», y elija allí «Avisarme».',
      en: 'Open a number of a table, “How do you know?”, and choose “Alert me” there.',
      fr: 'Ouvrez un chiffre d’un tableau, « Comment le sait-on ? », et choisissez-y « M’avertir ».',
    },
  },
  'no-figure': {
    status: 422,
    what: {
      es: 'De esta serie no se muestra ninguna cifra de un período completo.',
      en: 'No figure of a whole period is shown of this series.',
      fr: 'Aucun chiffre d’une période complète n’est montré de cette série.',
    },
    advice: {
      es: 'Elija una serie con menos filtros, o con años en lugar de meses.',
      en: 'Choose a series with fewer filters, or of years in place of months.',
      fr: 'Choisissez une série avec moins de filtres, ou d’années au lieu de mois.',
    },
  },
  'name-empty': {
    status: 422,
    what: {
      es: 'La alerta no tiene nombre.',
      en: 'The alert has no name.',
      fr: 'L’alerte n’a pas de nom.',
    },
    advice: {
      es: 'Escriba unas palabras por las que la reconozca.',
      en: 'Write some words by which you will know it.',
      fr: 'Écrivez quelques mots qui vous permettront de la reconnaître.',
    },
  },
  'threshold-wrong': {
    status: 422,
    what: {
      es: 'Un cambio se da en por ciento, mayor que cero y hasta {most}, desde el período anterior o el mismo del año anterior.',
      en: 'A change is given in per cent, more than zero and up to {most}, on the period before or the same one of the year before.',
      fr: 'Une variation se donne en pour cent, plus de zéro et jusqu’à {most}, sur la période précédente ou la même de l’année précédente.',
    },
    advice: {
      es: 'Escriba por ejemplo 10 y elija con qué se compara.',
      en: 'Write 10, for example, and choose what it is compared with.',
      fr: 'Écrivez par exemple 10 et choisissez à quoi elle se compare.',
    },
  },
  'too-many': {
    status: 409,
    what: {
      es: 'Ya tiene {most} alertas, y no caben más.',
      en: 'You have {most} alerts already, and there is no room for more.',
      fr: 'Vous avez déjà {most} alertes, et il n’y a pas de place pour d’autres.',
    },
    advice: {
      es: 'Borre alguna que ya no le sirva.',
      en: 'Delete one that is of no more use to you.',
      fr: 'Supprimez-en une qui ne vous sert plus.',
    },
  },
  'no-mail': {
    status: 409,
    what: {
      es: 'Este nodo no envía correo.',
      en: 'This node sends no e-mail.',
      fr: 'Ce nœud n’envoie pas de courrier électronique.',
    },
    advice: {
      es: 'Siga sus alertas con la dirección de su canal Atom, o pida a la administración que configure el correo.',
      en: 'Follow your alerts by the address of your Atom feed, or ask the administration to set e-mail up.',
      fr: 'Suivez vos alertes par l’adresse de votre flux Atom, ou demandez à l’administration de configurer le courrier.',
    },
  },
  'mail-failed': {
    status: 503,
    what: {
      es: 'El código no se pudo enviar: el servidor de correo no lo aceptó.',
      en: 'The code could not be sent: the mail server did not take it.',
      fr: 'Le code n’a pas pu être envoyé : le serveur de courrier ne l’a pas accepté.',
    },
    advice: {
      es: 'Compruebe la dirección y vuelva a intentarlo en unos minutos.',
      en: 'Check the address and try again in some minutes.',
      fr: 'Vérifiez l’adresse et réessayez dans quelques minutes.',
    },
  },
  'address-wrong': {
    status: 422,
    what: {
      es: 'Eso no es una dirección de correo.',
      en: 'That is no e-mail address.',
      fr: 'Ce n’est pas une adresse électronique.',
    },
    advice: {
      es: 'Escríbala entera, con su arroba: nombre@institucion.example.',
      en: 'Write all of it, with its at sign: name@institution.example.',
      fr: 'Écrivez-la en entier, avec son arobase : nom@institution.example.',
    },
  },
  'code-soon': {
    status: 429,
    what: {
      es: 'Acaba de enviarse un código.',
      en: 'A code has just been sent.',
      fr: 'Un code vient d’être envoyé.',
    },
    advice: {
      es: 'Espere {seconds} segundos antes de pedir otro; mire también en el correo no deseado.',
      en: 'Wait {seconds} seconds before asking for another; look among unwanted mail too.',
      fr: 'Attendez {seconds} secondes avant d’en demander un autre ; regardez aussi parmi les indésirables.',
    },
  },
  'code-wrong': {
    status: 422,
    what: {
      es: 'El código no es ese, o ya no vale.',
      en: 'That is not the code, or it is no longer good.',
      fr: 'Ce n’est pas le code, ou il n’est plus valable.',
    },
    advice: {
      es: 'Copie las seis cifras del último correo, o pida otro código.',
      en: 'Copy the six figures of the latest mail, or ask for another code.',
      fr: 'Copiez les six chiffres du dernier courriel, ou demandez un autre code.',
    },
  },
  'address-gone': {
    status: 404,
    what: {
      es: 'Esta dirección ya no lleva a ninguna parte.',
      en: 'This address leads nowhere any more.',
      fr: 'Cette adresse ne mène plus nulle part.',
    },
    advice: {
      es: 'Su dueño puede pedir otra en su página de vistas y alertas.',
      en: 'Its owner can ask for another on the page of views and alerts.',
      fr: 'Son propriétaire peut en demander une autre sur sa page des vues et alertes.',
    },
  },
  'settings-wrong': {
    status: 400,
    what: {
      es: 'La configuración del correo no sirve: {setting} {reason}.',
      en: 'The settings of e-mail will not do: {setting} {reason}.',
      fr: 'La configuration du courrier ne convient pas : {setting} {reason}.',
    },
    advice: {
      es: 'Dé CAUDAL_SMTP como smtps://servidor:465 o smtp://servidor:587, CAUDAL_SMTP_FROM con la dirección que envía y, si hace falta, CAUDAL_SMTP_USER y CAUDAL_SMTP_PASSWORD_FILE.',
      en: 'Give CAUDAL_SMTP as smtps://server:465 or smtp://server:587, CAUDAL_SMTP_FROM with the address that sends and, where needed, CAUDAL_SMTP_USER and CAUDAL_SMTP_PASSWORD_FILE.',
      fr: 'Donnez CAUDAL_SMTP sous la forme smtps://serveur:465 ou smtp://serveur:587, CAUDAL_SMTP_FROM avec l’adresse qui envoie et, au besoin, CAUDAL_SMTP_USER et CAUDAL_SMTP_PASSWORD_FILE.',
    },
  },
})
