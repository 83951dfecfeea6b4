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
  'not-an-export': {
    status: 422,
    what: {
      es: 'El archivo {file} no es una exportación del registro de auditoría.',
      en: 'The file {file} is no export of an audit log.',
      fr: 'Le fichier {file} n’est pas une exportation de journal d’audit.',
    },
    advice: {
      es: 'Use un archivo escrito por «caudal audit export».',
      en: 'Use a file written by “caudal audit export”.',
      fr: 'Utilisez un fichier écrit par « caudal audit export ».',
    },
  },
  'another-log': {
    status: 422,
    what: {
      es: '{file} es del registro «{found}», no de «{log}».',
      en: '{file} is of the log “{found}”, not of “{log}”.',
      fr: '{file} est du journal « {found} », non de « {log} ».',
    },
    advice: {
      es: 'Compruebe la clave con quien la dio: cada nodo tiene la suya, y no cambia.',
      en: 'Check the key with whoever gave it: every node has its own, and it does not change.',
      fr: 'Vérifiez la clé auprès de qui l’a donnée : chaque nœud a la sienne, et elle ne change pas.',
    },
  },
  'file-unreadable': {
    status: 404,
    what: {
      es: 'No se puede leer el archivo {file}.',
      en: 'The file {file} cannot be read.',
      fr: 'Le fichier {file} ne peut être lu.',
    },
    advice: {
      es: 'Compruebe la ruta y los permisos.',
      en: 'Check the path and the rights.',
      fr: 'Vérifiez le chemin et les droits.',
    },
  },
  'key-needed': {
    status: 422,
    what: {
      es: 'Un estado conocido se comprueba con la clave del registro, y no se dio ninguna.',
      en: 'A known checkpoint is checked with the key of the log, and none was given.',
      fr: 'Un état connu se vérifie avec la clé du journal, et aucune n’a été donnée.',
    },
    advice: {
      es: 'Añada --key con la clave que le dio el nodo.',
      en: 'Add --key with the key that the node gave you.',
      fr: 'Ajoutez --key avec la clé donnée par le nœud.',
    },
  },
  empty: {
    status: 404,
    what: {
      es: 'El registro de auditoría no tiene entradas todavía.',
      en: 'The audit log has no entries yet.',
      fr: 'Le journal d’audit n’a pas encore d’entrées.',
    },
    advice: {
      es: 'Vuelva cuando el nodo se haya usado.',
      en: 'Come back when the node has been used.',
      fr: 'Revenez lorsque le nœud aura servi.',
    },
  },
  'checkpoint-unsigned': {
    status: 422,
    what: {
      es: 'El estado no lleva una firma válida del registro «{log}».',
      en: 'The checkpoint carries no good signature of the log “{log}”.',
      fr: 'L’état ne porte pas de signature valable du journal « {log} ».',
    },
    advice: {
      es: 'Pida de nuevo el estado y la clave a ese nodo; no firme nada.',
      en: 'Ask that node again for checkpoint and key; sign nothing.',
      fr: 'Redemandez l’état et la clé à ce nœud ; ne signez rien.',
    },
  },
  'checkpoint-older': {
    status: 409,
    what: {
      es: 'El registro «{log}» muestra {size} entradas y antes mostró {seen}.',
      en: 'The log “{log}” shows {size} entries, and showed {seen} before.',
      fr: 'Le journal « {log} » montre {size} entrées et en montrait {seen} auparavant.',
    },
    advice: {
      es: 'Pida el estado más reciente; si no lo hay, ese registro se recortó: avise a su auditoría.',
      en: 'Ask for the newest checkpoint; where there is none, that log was cut: tell its auditor.',
      fr: 'Demandez l’état le plus récent ; s’il n’y en a pas, ce journal a été coupé : prévenez son audit.',
    },
  },
  'checkpoint-inconsistent': {
    status: 409,
    what: {
      es: 'El registro «{log}» con {size} entradas no continúa el de {seen} que este nodo vio.',
      en: 'The log “{log}” at {size} entries does not continue the one of {seen} that this node has seen.',
      fr: 'Le journal « {log} » à {size} entrées ne prolonge pas celui de {seen} que ce nœud a vu.',
    },
    advice: {
      es: 'No se firmó nada. Ese registro cambió su pasado: avise a su auditoría.',
      en: 'Nothing was signed. That log has changed its past: tell its auditor.',
      fr: 'Rien n’a été signé. Ce journal a changé son passé : prévenez son audit.',
    },
  },
  'proof-needed': {
    status: 422,
    what: {
      es: 'Hace falta la prueba de que el registro «{log}» solo creció de {seen} a {size} entradas.',
      en: 'The proof is needed that the log “{log}” only grew from {seen} to {size} entries.',
      fr: 'Il faut la preuve que le journal « {log} » n’a fait que croître de {seen} à {size} entrées.',
    },
    advice: {
      es: 'Pida al otro nodo «caudal audit prove {seen} {size}» y dé el archivo con --proof.',
      en: 'Ask the other node for “caudal audit prove {seen} {size}” and give the file with --proof.',
      fr: 'Demandez à l’autre nœud « caudal audit prove {seen} {size} » et donnez le fichier avec --proof.',
    },
  },
  'proof-malformed': {
    status: 422,
    what: {
      es: 'El archivo no es una prueba de consistencia.',
      en: 'The file is no proof of consistency.',
      fr: 'Le fichier n’est pas une preuve de cohérence.',
    },
    advice: {
      es: 'Use el archivo que escribió «caudal audit prove».',
      en: 'Use the file that “caudal audit prove” wrote.',
      fr: 'Utilisez le fichier écrit par « caudal audit prove ».',
    },
  },
  'verifier-malformed': {
    status: 422,
    what: {
      es: 'La clave no tiene la forma nombre+identificador+clave, o sus partes no concuerdan.',
      en: 'The key has not the form name+identifier+key, or its parts do not agree.',
      fr: 'La clé n’a pas la forme nom+identifiant+clé, ou ses parties ne concordent pas.',
    },
    advice: {
      es: 'Cópiela entera de «caudal audit key» del otro nodo.',
      en: 'Copy it whole from “caudal audit key” of the other node.',
      fr: 'Copiez-la entière depuis « caudal audit key » de l’autre nœud.',
    },
  },
  'cosignature-bad': {
    status: 422,
    what: {
      es: 'La línea no es una firma válida de «{cosigner}» sobre el estado de {size} entradas.',
      en: 'The line is no good signature of “{cosigner}” on the checkpoint of {size} entries.',
      fr: 'La ligne n’est pas une signature valable de « {cosigner} » sur l’état de {size} entrées.',
    },
    advice: {
      es: 'Compruebe el tamaño, y la clave de testigo de ese nodo.',
      en: 'Check the size, and the cosigning key of that node.',
      fr: 'Vérifiez la taille, et la clé de témoin de ce nœud.',
    },
  },
})
