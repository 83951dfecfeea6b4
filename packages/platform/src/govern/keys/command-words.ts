import type { Language } from '@caudal/methods/vocabulary'

interface KeyWords {
  readonly keys: string
  readonly show: string
  readonly rotate: string
  readonly retire: string
  readonly destroy: string
  readonly yes: string
  present(keyId: string, source: string): string
  wrapped(keyId: string, keys: number): string
  rotated(keyId: string, keys: number, from: string): string
  /** After a rotation of a key that lies outside the data folder. */
  putThere(where: string): string
  retired(keys: number): string
  readonly confirm: string
  destroyed(batch: number): string
}

/** The words of `caudal keys`. */
export const keyWords: Readonly<Record<Language, KeyWords>> = {
  es: {
    keys: 'Las claves del nodo: verlas por su nombre, rotarlas, destruirlas.',
    show: 'Dice qué clave está en uso y cuántas claves de datos envuelve; nunca muestra una clave.',
    rotate: 'Pone una clave de nodo nueva, con el nodo en marcha.',
    retire: 'Destruye la clave anterior: lo que solo ella abría queda borrado.',
    destroy: 'Borra las identidades de un lote destruyendo su clave; los hechos quedan.',
    yes: 'Confirma: no se puede deshacer',
    present: (keyId, source) => `Clave del nodo: ${keyId} (${source}).`,
    wrapped: (keyId, keys) => `${keys} claves de datos envueltas por ${keyId}.`,
    rotated: (keyId, keys, from) =>
      `Clave nueva: ${keyId}; ${keys} claves de datos envueltas de nuevo. La anterior (${from}) se guarda hasta «caudal keys retire»: las copias de seguridad hechas con ella aún la necesitan.`,
    putThere: (where) =>
      `Ponga ahora la clave nueva en ${where}, también para el servidor; los procesos en marcha ya la conocen.`,
    retired: (keys) =>
      `Clave anterior destruida (${keys} claves de datos pasaron a la actual). Las copias de seguridad anteriores a la rotación ya no se abren.`,
    confirm: 'Esto no se puede deshacer. Añada --yes para confirmarlo; no se ha hecho nada.',
    destroyed: (batch) => `Identidades del lote ${batch} borradas.`,
  },
  en: {
    keys: 'The keys of the node: see them by name, rotate them, destroy them.',
    show: 'Say which key is in use and how many data keys it wraps; no key is ever shown.',
    rotate: 'Put a new node key in place, while the node is running.',
    retire: 'Destroy the key before: what only it could open is erased.',
    destroy: 'Erase the identities of a batch by destroying their key; the facts stay.',
    yes: 'Confirm: it cannot be undone',
    present: (keyId, source) => `Node key: ${keyId} (${source}).`,
    wrapped: (keyId, keys) => `${keys} data keys wrapped by ${keyId}.`,
    rotated: (keyId, keys, from) =>
      `New key: ${keyId}; ${keys} data keys wrapped anew. The one before (${from}) is kept until “caudal keys retire”: backups made with it still need it.`,
    putThere: (where) =>
      `Now put the new key in ${where}, for the server too; processes that are running know it already.`,
    retired: (keys) =>
      `Earlier key destroyed (${keys} data keys went over to the present one). Backups of before the rotation cannot be opened any more.`,
    confirm: 'This cannot be undone. Add --yes to confirm; nothing was done.',
    destroyed: (batch) => `Identities of batch ${batch} erased.`,
  },
  fr: {
    keys: 'Les clés du nœud : les voir par leur nom, les renouveler, les détruire.',
    show: 'Dit quelle clé est en usage et combien de clés de données elle enveloppe ; aucune clé n’est jamais montrée.',
    rotate: 'Met une nouvelle clé de nœud en place, pendant que le nœud fonctionne.',
    retire: 'Détruit la clé précédente : ce qu’elle seule ouvrait est effacé.',
    destroy: 'Efface les identités d’un lot en détruisant leur clé ; les faits restent.',
    yes: 'Confirme : c’est sans retour',
    present: (keyId, source) => `Clé du nœud : ${keyId} (${source}).`,
    wrapped: (keyId, keys) => `${keys} clés de données enveloppées par ${keyId}.`,
    rotated: (keyId, keys, from) =>
      `Nouvelle clé : ${keyId} ; ${keys} clés de données enveloppées de nouveau. La précédente (${from}) est gardée jusqu’à « caudal keys retire » : les sauvegardes faites avec elle en ont encore besoin.`,
    putThere: (where) =>
      `Mettez maintenant la nouvelle clé dans ${where}, pour le serveur aussi ; les processus en marche la connaissent déjà.`,
    retired: (keys) =>
      `Clé précédente détruite (${keys} clés de données sont passées à l’actuelle). Les sauvegardes d’avant le renouvellement ne s’ouvrent plus.`,
    confirm: 'C’est sans retour. Ajoutez --yes pour confirmer ; rien n’a été fait.',
    destroyed: (batch) => `Identités du lot ${batch} effacées.`,
  },
}
