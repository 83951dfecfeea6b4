import type { Language } from '@caudal/methods/vocabulary'

interface BackupWords {
  readonly backup: string
  readonly restore: string
  readonly whole: string
  readonly keep: string
  readonly at: string
  readonly to: string
  readonly nodeKey: string
  readonly writing: string
  readonly restoring: string
  written(path: string, files: number, base: string | null): string
  pruned(archives: number): string
  prunedOne(path: string, at: string): string
  readonly nonePruned: string
  damaged(path: string, whole: boolean): string
  readonly noneRemoved: string
  keepKey(path: string, keyId: string): string
  restored(at: string, files: number, folder: string): string
  erasedAgain(records: number): string
  restrictedAgain(records: number): string
  endedAgain(documents: number): string
}

/** The words of `caudal backup` and `caudal restore`. */
export const backupWords: Readonly<Record<Language, BackupWords>> = {
  es: {
    backup:
      'Copia el registro y el lago a un archivo cifrado; desde la segunda vez, solo lo nuevo.',
    restore: 'Hace una carpeta de datos nueva a partir de las copias de una carpeta.',
    whole: 'Copia todo, aunque haya copias anteriores',
    keep: 'Cuántas copias se conservan; las más antiguas, que ninguna de ellas necesita, se eliminan',
    at: 'Momento al que se vuelve (2026-11-28 o 2026-11-28T14:30:00Z); si falta, la última copia',
    to: 'Carpeta de datos nueva',
    nodeKey:
      'Archivo de la clave del nodo; se da otra vez si la clave se rotó entre las copias que hacen falta',
    writing: 'Copia',
    restoring: 'Restauración',
    written: (path, files, base) =>
      `${path} escrito: ${files} archivos${base === null ? '' : ', lo demás está en las copias anteriores'}.`,
    pruned: (archives) =>
      archives === 1
        ? 'La copia nueva se leyó entera y está bien. Se eliminó 1 copia anterior:'
        : `La copia nueva se leyó entera y está bien. Se eliminaron ${archives} copias anteriores:`,
    prunedOne: (path, at) => `  ${path} (estado del ${at})`,
    damaged: (path, whole) =>
      `ATENCIÓN: ${path} está dañado y no sirve para restaurar. ${whole ? 'La copia nueva está completa y no lo necesita.' : 'La copia nueva no lo necesita.'} Sustitúyalo por otro ejemplar o llévelo a otra carpeta.`,
    noneRemoved:
      'No se eliminó ninguna copia anterior: antes hay que ver qué pasó con las que están dañadas.',
    nonePruned: 'No hay copias que eliminar: las que hay se conservan o hacen falta.',
    keepKey: (path, keyId) =>
      `Para abrirla hace falta la clave ${keyId} (${path}). Guárdela en otro lugar, nunca junto a las copias.`,
    restored: (at, files, folder) =>
      `Restaurado al ${at} en ${folder}: ${files} archivos, todos comprobados.`,
    erasedAgain: (records) =>
      records === 1
        ? '1 registro borrado después de esa copia se borró de nuevo.'
        : `${records} registros borrados después de esa copia se borraron de nuevo.`,
    restrictedAgain: (records) =>
      `Las restricciones que las personas pidieron después de esa copia valen para ${records} ${records === 1 ? 'registro' : 'registros'}.`,
    endedAgain: (documents) =>
      documents === 1
        ? 'Vuelve a estar terminado 1 acuerdo o excepción que terminó después de esa copia.'
        : `Vuelven a estar terminados ${documents} acuerdos o excepciones que terminaron después de esa copia.`,
  },
  en: {
    backup:
      'Copy register and lake into one encrypted archive; from the second time on, what is new.',
    restore: 'Make a new data folder from the backups of a folder.',
    whole: 'Copy everything, also where there are earlier backups',
    keep: 'How many backups to keep; older ones that none of these needs are removed',
    at: 'Moment to go back to (2026-11-28 or 2026-11-28T14:30:00Z); the last backup where absent',
    to: 'New data folder',
    nodeKey:
      'File of the node key; given once more where it was rotated between the backups that are needed',
    writing: 'Backing up',
    restoring: 'Restoring',
    written: (path, files, base) =>
      `${path} written: ${files} files${base === null ? '' : ', the others are in the earlier backups'}.`,
    pruned: (archives) =>
      archives === 1
        ? 'The new backup was read from end to end and is good. 1 older backup was removed:'
        : `The new backup was read from end to end and is good. ${archives} older backups were removed:`,
    prunedOne: (path, at) => `  ${path} (state of ${at})`,
    damaged: (path, whole) =>
      `ATTENTION: ${path} is damaged and restores nothing. ${whole ? 'The new backup is a whole one and does not need it.' : 'The new backup does not need it.'} Put another copy in its place, or move it to another folder.`,
    noneRemoved:
      'No earlier backup was removed: first see what happened to those that are damaged.',
    nonePruned: 'There is no backup to remove: those there are kept, or are needed.',
    keepKey: (path, keyId) =>
      `It opens with the key ${keyId} alone (${path}). Keep that elsewhere, never beside the backups.`,
    restored: (at, files, folder) =>
      `Restored to ${at} in ${folder}: ${files} files, every one checked.`,
    erasedAgain: (records) =>
      `${records} ${records === 1 ? 'record erased since that backup was' : 'records erased since that backup were'} erased again.`,
    restrictedAgain: (records) =>
      `What persons asked for since that backup was done again: ${records} ${records === 1 ? 'record is' : 'records are'} set aside or put back.`,
    endedAgain: (documents) =>
      documents === 1
        ? '1 agreement or derogation that ended since that backup is ended again.'
        : `${documents} agreements or derogations that ended since that backup are ended again.`,
  },
  fr: {
    backup:
      'Copie le registre et le lac dans une archive chiffrée ; dès la deuxième fois, seulement ce qui est nouveau.',
    restore: 'Fait un nouveau dossier de données à partir des sauvegardes d’un dossier.',
    whole: 'Copie tout, même s’il y a des sauvegardes antérieures',
    keep: 'Nombre de sauvegardes à garder ; les plus anciennes dont aucune n’a besoin sont supprimées',
    at: 'Moment auquel revenir (2026-11-28 ou 2026-11-28T14:30:00Z) ; à défaut, la dernière sauvegarde',
    to: 'Nouveau dossier de données',
    nodeKey:
      'Fichier de la clé du nœud ; à donner de nouveau si elle a été changée entre les sauvegardes nécessaires',
    writing: 'Sauvegarde',
    restoring: 'Restauration',
    written: (path, files, base) =>
      `${path} écrit : ${files} fichiers${base === null ? '' : ', les autres sont dans les sauvegardes antérieures'}.`,
    pruned: (archives) =>
      archives === 1
        ? 'La nouvelle sauvegarde a été relue en entier et elle est bonne. 1 sauvegarde antérieure a été supprimée :'
        : `La nouvelle sauvegarde a été relue en entier et elle est bonne. ${archives} sauvegardes antérieures ont été supprimées :`,
    prunedOne: (path, at) => `  ${path} (état du ${at})`,
    damaged: (path, whole) =>
      `ATTENTION : ${path} est endommagé et ne restaure rien. ${whole ? 'La nouvelle sauvegarde est complète et n’en a pas besoin.' : 'La nouvelle sauvegarde n’en a pas besoin.'} Remplacez-le par un autre exemplaire ou déplacez-le dans un autre dossier.`,
    noneRemoved:
      'Aucune sauvegarde antérieure n’a été supprimée : voyez d’abord ce qui est arrivé à celles qui sont endommagées.',
    nonePruned: 'Aucune sauvegarde à supprimer : celles qui sont là sont gardées ou nécessaires.',
    keepKey: (path, keyId) =>
      `Seule la clé ${keyId} l’ouvre (${path}). Gardez-la ailleurs, jamais à côté des sauvegardes.`,
    restored: (at, files, folder) =>
      `Restauré au ${at} dans ${folder} : ${files} fichiers, tous vérifiés.`,
    erasedAgain: (records) =>
      records === 1
        ? '1 enregistrement effacé depuis cette sauvegarde a été effacé de nouveau.'
        : `${records} enregistrements effacés depuis cette sauvegarde ont été effacés de nouveau.`,
    restrictedAgain: (records) =>
      `Les limitations demandées depuis cette sauvegarde valent pour ${records} ${records === 1 ? 'enregistrement' : 'enregistrements'}.`,
    endedAgain: (documents) =>
      documents === 1
        ? '1 accord ou dérogation terminé depuis cette sauvegarde l’est de nouveau.'
        : `${documents} accords ou dérogations terminés depuis cette sauvegarde le sont de nouveau.`,
  },
}
