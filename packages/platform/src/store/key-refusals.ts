import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the store refuses of node keys, beside those of opening a node. */
export const keyRefusals = defineRefusals('store', {
  'node-key-command-failed': {
    status: 500,
    what: {
      es: 'La orden de {where} falló o tardó más de 30 segundos.',
      en: 'The command of {where} failed or took more than 30 seconds.',
      fr: 'La commande de {where} a échoué ou pris plus de 30 secondes.',
    },
    advice: {
      es: 'Ejecútela a mano con la cuenta del nodo: debe escribir la clave en base 64.',
      en: 'Run it by hand under the account of the node: it must print the key in base 64.',
      fr: 'Lancez-la à la main sous le compte du nœud : elle doit écrire la clé en base 64.',
    },
  },
  'outside-secret-failed': {
    status: 500,
    what: {
      es: 'Lo que indica {where} no da el secreto: falló, tardó más de 30 segundos o está vacío.',
      en: 'What {where} names gives no secret: it failed, took more than 30 seconds or is empty.',
      fr: 'Ce qu’indique {where} ne donne pas de secret : échec, plus de 30 secondes ou vide.',
    },
    advice: {
      es: 'Compruébelo a mano con la cuenta del nodo.',
      en: 'Try it by hand under the account of the node.',
      fr: 'Essayez-le à la main sous le compte du nœud.',
    },
  },
  'node-key-malformed': {
    status: 500,
    what: {
      es: 'Lo que da {where} no es una clave de nodo.',
      en: 'What {where} gives is no node key.',
      fr: 'Ce que donne {where} n’est pas une clé de nœud.',
    },
    advice: {
      es: 'Una clave son 32 bytes, en base 64 o en hexadecimal.',
      en: 'A key is 32 bytes, in base 64 or hexadecimal.',
      fr: 'Une clé fait 32 octets, en base 64 ou en hexadécimal.',
    },
  },
  'node-key-elsewhere': {
    status: 409,
    what: {
      es: 'La clave del nodo viene de {where}, y no se ha dado la que debe ocupar su lugar.',
      en: 'The node key comes from {where}, and the one to take its place was not given.',
      fr: 'La clé du nœud vient de {where}, et celle qui doit la remplacer n’a pas été donnée.',
    },
    advice: {
      es: 'Cree la clave nueva en su servicio y désela a esta orden en CAUDAL_NODE_KEY_NEXT, o con una orden que la escriba en CAUDAL_NODE_KEY_NEXT_COMMAND. Ponga después la nueva en {where}.',
      en: 'Make the new key in your service and give it to this command in CAUDAL_NODE_KEY_NEXT, or by a command that prints it in CAUDAL_NODE_KEY_NEXT_COMMAND. Then put the new one in {where}.',
      fr: 'Créez la nouvelle clé dans votre service et donnez-la à cette commande dans CAUDAL_NODE_KEY_NEXT, ou par une commande qui l’écrit dans CAUDAL_NODE_KEY_NEXT_COMMAND. Mettez ensuite la nouvelle dans {where}.',
    },
  },
  'node-key-same': {
    status: 409,
    what: {
      es: 'La clave nueva es la que ya está en uso.',
      en: 'The new key is the one that is in use already.',
      fr: 'La nouvelle clé est celle qui est déjà en usage.',
    },
    advice: {
      es: 'No se ha cambiado nada. Cree otra clave y désela en CAUDAL_NODE_KEY_NEXT.',
      en: 'Nothing was changed. Make another key and give it in CAUDAL_NODE_KEY_NEXT.',
      fr: 'Rien n’a été changé. Créez une autre clé et donnez-la dans CAUDAL_NODE_KEY_NEXT.',
    },
  },
  'node-key-behind': {
    status: 409,
    what: {
      es: '{where} da todavía la clave anterior a la rotación; la de ahora es {keyId}.',
      en: '{where} still gives the key of before the rotation; the present one is {keyId}.',
      fr: '{where} donne encore la clé d’avant le renouvellement ; l’actuelle est {keyId}.',
    },
    advice: {
      es: 'Ponga primero la clave nueva en {where}, también para el servidor, y vuelva a intentarlo. No se ha destruido nada.',
      en: 'Put the new key in {where} first, for the server too, and try again. Nothing was destroyed.',
      fr: 'Mettez d’abord la nouvelle clé dans {where}, pour le serveur aussi, et réessayez. Rien n’a été détruit.',
    },
  },
  'no-previous-key': {
    status: 404,
    what: {
      es: 'No hay ninguna clave de nodo anterior.',
      en: 'There is no earlier node key.',
      fr: 'Il n’y a pas de clé de nœud antérieure.',
    },
    advice: {
      es: 'No hay nada que destruir; «caudal keys show» muestra las claves.',
      en: 'There is nothing to destroy; “caudal keys show” shows the keys.',
      fr: 'Il n’y a rien à détruire ; « caudal keys show » montre les clés.',
    },
  },
  'keys-left': {
    status: 409,
    what: {
      es: '{keys} claves de datos siguen envueltas por otra clave de nodo.',
      en: '{keys} data keys are still wrapped by another node key.',
      fr: '{keys} clés de données sont encore enveloppées par une autre clé de nœud.',
    },
    advice: {
      es: 'No se destruyó nada. Vuelva a intentarlo; si continúa, esa clave es de antes de la anterior.',
      en: 'Nothing was destroyed. Try again; where it goes on, that key is older than the previous one.',
      fr: 'Rien n’a été détruit. Réessayez ; si cela persiste, cette clé est plus ancienne que la précédente.',
    },
  },
})
