import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the store refuses of node keys, beside those of opening a node. */
export const keyRefusals = defineRefusals('store', {
  'node-key-command-failed': {
    status: 500,
    what: {
      es: 'La orden de CAUDAL_NODE_KEY_COMMAND falló o tardó más de 30 segundos.',
      en: 'The command of CAUDAL_NODE_KEY_COMMAND failed or took more than 30 seconds.',
      fr: 'La commande de CAUDAL_NODE_KEY_COMMAND a échoué ou pris plus de 30 secondes.',
    },
    advice: {
      es: 'Ejecútela a mano con la cuenta del nodo: debe escribir la clave en base 64.',
      en: 'Run it by hand under the account of the node: it must print the key in base 64.',
      fr: 'Lancez-la à la main sous le compte du nœud : elle doit écrire la clé en base 64.',
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
      es: 'La clave del nodo viene de {where}, y el nodo no puede cambiarla allí.',
      en: 'The node key comes from {where}, and the node cannot change it there.',
      fr: 'La clé du nœud vient de {where}, et le nœud ne peut pas l’y changer.',
    },
    advice: {
      es: 'Escriba la clave actual en un archivo, nómbrelo en CAUDAL_NODE_KEY_FILE sin {where}, rote, y lleve la clave nueva a su servicio.',
      en: 'Write the present key into a file, name it with CAUDAL_NODE_KEY_FILE and without {where}, rotate, and take the new key to your service.',
      fr: 'Écrivez la clé actuelle dans un fichier, nommez-le avec CAUDAL_NODE_KEY_FILE sans {where}, renouvelez, et portez la nouvelle clé à votre service.',
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
