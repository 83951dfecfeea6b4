import { defineRefusals } from '@caudal/methods/vocabulary'

/** What backup and restore refuse. */
export const backupRefusals = defineRefusals('backup', {
  'not-an-archive': {
    status: 422,
    what: {
      es: 'El archivo {file} no es una copia de seguridad de Caudal.',
      en: 'The file {file} is no backup of Caudal.',
      fr: 'Le fichier {file} n’est pas une sauvegarde de Caudal.',
    },
    advice: {
      es: 'Está dañado o lo escribió otro programa: llévelo a otra carpeta y repita. Si era la copia más reciente, no se sabrá qué se borró o restringió después de la anterior: vuelva a hacerlo según las solicitudes.',
      en: 'It is damaged, or another program wrote it: move it to another folder and repeat. If it was the newest backup, what was erased or restricted after the one before it will not be known: do that again from the requests.',
      fr: 'Il est endommagé ou vient d’un autre programme : déplacez-le dans un autre dossier et recommencez. S’il était la sauvegarde la plus récente, ce qui a été effacé ou limité après la précédente ne sera pas connu : refaites-le d’après les demandes.',
    },
  },
  'file-unreadable': {
    status: 404,
    what: {
      es: 'No se puede leer {file}.',
      en: '{file} cannot be read.',
      fr: '{file} ne peut être lu.',
    },
    advice: {
      es: 'Compruebe la ruta y los permisos.',
      en: 'Check the path and the rights.',
      fr: 'Vérifiez le chemin et les droits.',
    },
  },
  'archive-damaged': {
    status: 422,
    what: {
      es: 'La copia de seguridad {file} está dañada: algún byte no es el que se escribió.',
      en: 'The backup {file} is damaged: some byte of it is not what was written.',
      fr: 'La sauvegarde {file} est endommagée : un octet n’est pas celui qui a été écrit.',
    },
    advice: {
      es: 'No se ha restaurado nada, y ninguna copia anterior de la carpeta puede leerse en su lugar. Use otro ejemplar de las copias.',
      en: 'Nothing was restored, and no earlier backup of the folder can be read in its place. Use another copy of the backups.',
      fr: 'Rien n’a été restauré, et aucune sauvegarde antérieure du dossier ne se lit à sa place. Utilisez un autre exemplaire des sauvegardes.',
    },
  },
  'point-damaged': {
    status: 422,
    what: {
      es: 'No se puede volver al {at}: la copia {file}, que hace falta para ello, está dañada.',
      en: 'The state of {at} cannot be restored: the backup {file}, which it needs, is damaged.',
      fr: 'L’état du {at} ne peut être restauré : la sauvegarde {file}, dont il a besoin, est endommagée.',
    },
    advice: {
      es: 'No se ha restaurado nada. El último estado anterior cuyas copias se acaban de leer enteras es el del {before}: use --at {before}.',
      en: 'Nothing was restored. The last earlier state of which the backups were just read from end to end is that of {before}: use --at {before}.',
      fr: 'Rien n’a été restauré. Le dernier état antérieur dont les sauvegardes viennent d’être lues en entier est celui du {before} : utilisez --at {before}.',
    },
  },
  'since-unknown': {
    status: 422,
    what: {
      es: 'La copia más reciente, {file}, está dañada, y solo ella sabe qué se borró, restringió o terminó después del {before}.',
      en: 'The newest backup, {file}, is damaged, and it alone knows what was erased, restricted or ended after {before}.',
      fr: 'La sauvegarde la plus récente, {file}, est endommagée, et elle seule sait ce qui a été effacé, limité ou terminé après le {before}.',
    },
    advice: {
      es: 'No se ha restaurado nada. Si no hay otro ejemplar, llévela a otra carpeta, restaure de nuevo y vuelva a hacer, según las solicitudes, lo posterior a ese momento.',
      en: 'Nothing was restored. Where there is no other copy of it, move it to another folder, restore again, and do again from the requests what came after that moment.',
      fr: 'Rien n’a été restauré. S’il n’en existe pas d’autre exemplaire, déplacez-la dans un autre dossier, restaurez de nouveau et refaites d’après les demandes ce qui a suivi ce moment.',
    },
  },
  'key-other': {
    status: 422,
    what: {
      es: 'La copia se cifró con la clave de nodo {key}, y la que se dio es {given}.',
      en: 'The backup was encrypted with the node key {key}, and the one given is {given}.',
      fr: 'La sauvegarde a été chiffrée avec la clé de nœud {key}, et celle donnée est {given}.',
    },
    advice: {
      es: 'Dé con --node-key el archivo de aquella clave: sin ella la copia no se abre. Si la clave se rotó entre las copias, --node-key se da dos veces: un archivo por clave.',
      en: 'Give the file of that key with --node-key: without it the backup cannot be opened. Where the key was rotated between the backups, give --node-key twice: one file for each key.',
      fr: 'Donnez le fichier de cette clé avec --node-key : sans elle, la sauvegarde ne s’ouvre pas. Si la clé a été changée entre les sauvegardes, donnez --node-key deux fois : un fichier par clé.',
    },
  },
  'key-unreadable': {
    status: 404,
    what: {
      es: 'No se puede leer la clave del nodo en {file}, y sin ella ninguna copia se abre.',
      en: 'The node key cannot be read at {file}, and without it no backup can be opened.',
      fr: 'La clé du nœud ne peut être lue dans {file} ; sans elle, aucune sauvegarde ne s’ouvre.',
    },
    advice: {
      es: 'Indique con --node-key dónde está la clave que guardó aparte.',
      en: 'Say with --node-key where the key lies that you kept elsewhere.',
      fr: 'Indiquez avec --node-key où se trouve la clé que vous avez gardée ailleurs.',
    },
  },
  'key-malformed': {
    status: 422,
    what: {
      es: 'El archivo {file} no es una clave de nodo.',
      en: 'The file {file} is no node key.',
      fr: 'Le fichier {file} n’est pas une clé de nœud.',
    },
    advice: {
      es: 'Indique con --node-key el archivo tal como lo guardó: 32 bytes, sin nada más.',
      en: 'Name with --node-key the file as you kept it: 32 bytes, and nothing else.',
      fr: 'Indiquez avec --node-key le fichier tel que vous l’avez gardé : 32 octets, et rien d’autre.',
    },
  },
  'base-missing': {
    status: 404,
    what: {
      es: 'Falta la copia {base}, de la que parte la copia {file}.',
      en: 'The backup {base} is missing, from which {file} goes on.',
      fr: 'La sauvegarde {base}, que {file} prolonge, manque.',
    },
    advice: {
      es: 'Póngala en la misma carpeta.',
      en: 'Put it into the same folder.',
      fr: 'Placez-la dans le même dossier.',
    },
  },
  'none-found': {
    status: 404,
    what: {
      es: 'En {folder} no hay ninguna copia de seguridad hasta {at}.',
      en: 'There is no backup in {folder} up to {at}.',
      fr: 'Il n’y a aucune sauvegarde dans {folder} jusqu’à {at}.',
    },
    advice: {
      es: 'Compruebe la carpeta y la fecha (en UTC).',
      en: 'Check the folder and the moment (in UTC).',
      fr: 'Vérifiez le dossier et le moment (en UTC).',
    },
  },
  'target-not-empty': {
    status: 409,
    what: {
      es: 'La carpeta {folder} no está vacía.',
      en: 'The folder {folder} is not empty.',
      fr: 'Le dossier {folder} n’est pas vide.',
    },
    advice: {
      es: 'Restaure en una carpeta nueva y sustituya la anterior después de comprobarla.',
      en: 'Restore into a new folder, and put it in the place of the old one once you have checked it.',
      fr: 'Restaurez dans un nouveau dossier, et remplacez l’ancien après vérification.',
    },
  },
  'register-not-empty': {
    status: 409,
    what: {
      es: 'El registro en el servidor ya tiene datos.',
      en: 'The register on the server has data already.',
      fr: 'Le registre sur le serveur contient déjà des données.',
    },
    advice: {
      es: 'Restaure en una base de datos vacía.',
      en: 'Restore into an empty database.',
      fr: 'Restaurez dans une base de données vide.',
    },
  },
  'not-good': {
    status: 500,
    what: {
      es: 'La copia nueva {file} no se puede leer entera ({reason}): no se eliminó ninguna anterior.',
      en: 'The new backup {file} cannot be read from end to end ({reason}): no earlier one was removed.',
      fr: 'La nouvelle sauvegarde {file} ne se lit pas en entier ({reason}) : aucune antérieure n’a été supprimée.',
    },
    advice: {
      es: 'Compruebe el disco y haga una copia completa con --whole.',
      en: 'Check the disk and make a whole backup with --whole.',
      fr: 'Vérifiez le disque et faites une sauvegarde complète avec --whole.',
    },
  },
  'file-changed': {
    status: 409,
    what: {
      es: 'El archivo {file} del lago cambió o desapareció mientras se copiaba.',
      en: 'The file {file} of the lake was changed or removed while it was copied.',
      fr: 'Le fichier {file} du lac a changé ou disparu pendant la copie.',
    },
    advice: {
      es: 'Vuelva a hacer la copia; si continúa, restaure ese archivo de una copia anterior.',
      en: 'Make the backup again; where it goes on, restore that file from an earlier backup.',
      fr: 'Refaites la sauvegarde ; si cela persiste, restaurez ce fichier depuis une sauvegarde antérieure.',
    },
  },
  'newer-version': {
    status: 422,
    what: {
      es: 'La copia es de una versión más nueva de Caudal (migración {migration}).',
      en: 'The backup is of a newer version of Caudal (migration {migration}).',
      fr: 'La sauvegarde vient d’une version plus récente de Caudal (migration {migration}).',
    },
    advice: {
      es: 'Restáurela con aquella versión.',
      en: 'Restore it with that version.',
      fr: 'Restaurez-la avec cette version.',
    },
  },
  'moment-malformed': {
    status: 422,
    what: {
      es: '«{at}» no es un momento.',
      en: '“{at}” is no moment.',
      fr: '« {at} » n’est pas un moment.',
    },
    advice: {
      es: 'Escríbalo como 2026-11-28 o 2026-11-28T14:30:00Z.',
      en: 'Write it as 2026-11-28 or 2026-11-28T14:30:00Z.',
      fr: 'Écrivez-le comme 2026-11-28 ou 2026-11-28T14:30:00Z.',
    },
  },
})
