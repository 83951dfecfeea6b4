import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the audit log refuses. */
export const auditRefusals = defineRefusals('audit', {
  'key-altered': {
    status: 500,
    what: {
      es: 'La clave del registro de auditoría no es la que dice el registro del nodo: alguien cambió esa fila.',
      en: 'The key of the audit log is not what the register says: somebody changed that row.',
      fr: 'La clé du journal d’audit n’est pas celle que dit le registre : quelqu’un a changé cette ligne.',
    },
    advice: {
      es: 'Restaure el registro de una copia de seguridad y averigüe quién pudo escribir en él.',
      en: 'Restore the register from a backup and find out who could write to it.',
      fr: 'Restaurez le registre depuis une sauvegarde et cherchez qui a pu y écrire.',
    },
  },
  unavailable: {
    status: 503,
    what: {
      es: 'No se pudo anotar en el registro de auditoría, así que no se hizo nada: {reason}.',
      en: 'The audit log could not be written, so nothing was done: {reason}.',
      fr: 'Le journal d’audit n’a pu être écrit, donc rien n’a été fait : {reason}.',
    },
    advice: {
      es: 'Vuelva a intentarlo; si continúa, compruebe el registro del nodo y su disco.',
      en: 'Try again; where it goes on, check the register of the node and its disk.',
      fr: 'Réessayez ; si cela persiste, vérifiez le registre du nœud et son disque.',
    },
  },
  'checkpoint-altered': {
    status: 500,
    what: {
      es: 'El último estado firmado del registro de auditoría no se puede leer: alguien cambió esa fila.',
      en: 'The last signed state of the audit log cannot be read: somebody changed that row.',
      fr: 'Le dernier état signé du journal d’audit est illisible : quelqu’un a changé cette ligne.',
    },
    advice: {
      es: 'Ejecute «caudal audit verify» para saber qué se alteró.',
      en: 'Run “caudal audit verify” to learn what was altered.',
      fr: 'Lancez « caudal audit verify » pour savoir ce qui a été altéré.',
    },
  },
  'entry-unknown': {
    status: 404,
    what: {
      es: 'El registro de auditoría no tiene la entrada {index}; tiene {size}.',
      en: 'The audit log has no entry {index}; it has {size}.',
      fr: 'Le journal d’audit n’a pas d’entrée {index} ; il en a {size}.',
    },
    advice: {
      es: 'Las entradas se cuentan desde 0.',
      en: 'Entries are counted from 0.',
      fr: 'Les entrées se comptent à partir de 0.',
    },
  },
  'sizes-unknown': {
    status: 422,
    what: {
      es: 'No hay prueba entre los tamaños {earlier} y {later} de un registro de {size} entradas.',
      en: 'There is no proof between the sizes {earlier} and {later} of a log of {size} entries.',
      fr: 'Il n’y a pas de preuve entre les tailles {earlier} et {later} d’un journal de {size} entrées.',
    },
    advice: {
      es: 'Dé dos tamaños que el registro haya tenido, el menor primero.',
      en: 'Give two sizes that the log has had, the smaller first.',
      fr: 'Donnez deux tailles que le journal a eues, la plus petite d’abord.',
    },
  },
})
