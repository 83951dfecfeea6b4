import { defineRefusals } from '@caudal/methods/vocabulary'

export const storeRefusals = defineRefusals('store', {
  'register-transport-open': {
    status: 500,
    what: {
      en: 'The register on {host} would be reached without encryption, or without checking who answers.',
      es: 'El registro en {host} se alcanzaría sin cifrar, o sin comprobar quién responde.',
      fr: 'Le registre sur {host} serait atteint sans chiffrement, ou sans vérifier qui répond.',
    },
    advice: {
      en: 'Add sslmode=verify-full to its address (and sslrootcert=FILE for a certificate of your own). Only a server on this machine is reached without.',
      es: 'Añada sslmode=verify-full a su dirección (y sslrootcert=ARCHIVO para un certificado propio). Solo se prescinde de ello con un servidor en esta máquina.',
      fr: 'Ajoutez sslmode=verify-full à son adresse (et sslrootcert=FICHIER pour un certificat à vous). Seul un serveur sur cette machine s’en passe.',
    },
  },
  'folder-in-use': {
    status: 409,
    what: {
      en: 'Another process (number {pid}) is already serving the data folder {folder}.',
      es: 'Otro proceso (número {pid}) ya atiende la carpeta de datos {folder}.',
      fr: 'Un autre processus (numéro {pid}) sert déjà le dossier de données {folder}.',
    },
    advice: {
      en: 'Stop it first, or name another folder with --data.',
      es: 'Deténgalo primero o indique otra carpeta con --data.',
      fr: 'Arrêtez-le d’abord, ou indiquez un autre dossier avec --data.',
    },
  },
  'command-under-way': {
    status: 409,
    what: {
      en: 'Another command (process {pid}) is working in the data folder {folder}.',
      es: 'Otra orden (proceso {pid}) está trabajando en la carpeta de datos {folder}.',
      fr: 'Une autre commande (processus {pid}) travaille dans le dossier de données {folder}.',
    },
    advice: {
      en: 'Wait until it has ended, or start the server: commands share a running server.',
      es: 'Espere a que termine o inicie el servidor: las órdenes comparten un servidor en marcha.',
      fr: 'Attendez qu’elle se termine, ou démarrez le serveur : les commandes partagent un serveur en marche.',
    },
  },
  'folder-not-writable': {
    status: 500,
    what: {
      en: 'The data folder {folder} cannot be written ({reason}).',
      es: 'No se puede escribir en la carpeta de datos {folder} ({reason}).',
      fr: 'Impossible d’écrire dans le dossier de données {folder} ({reason}).',
    },
    advice: {
      en: 'Check the owner and the rights of the folder and the room on its disk, or name another folder with --data.',
      es: 'Compruebe el propietario y los permisos de la carpeta y el espacio en su disco, o indique otra carpeta con --data.',
      fr: 'Vérifiez le propriétaire et les droits du dossier ainsi que la place sur son disque, ou indiquez un autre dossier avec --data.',
    },
  },
  'no-owner': {
    status: 503,
    what: {
      en: 'No process owns the data folder {folder} any more.',
      es: 'Ningún proceso posee ya la carpeta de datos {folder}.',
      fr: 'Plus aucun processus ne possède le dossier de données {folder}.',
    },
    advice: {
      en: 'Start the server or the command again.',
      es: 'Inicie de nuevo el servidor o la orden.',
      fr: 'Relancez le serveur ou la commande.',
    },
  },
  'owner-not-ready': {
    status: 503,
    what: {
      en: 'The process {pid} owns the data folder {folder} but does not answer.',
      es: 'El proceso {pid} posee la carpeta de datos {folder} pero no responde.',
      fr: 'Le processus {pid} possède le dossier de données {folder} mais ne répond pas.',
    },
    advice: {
      en: 'Wait until it is up, or stop it and try again.',
      es: 'Espere a que esté en marcha, o deténgalo e inténtelo de nuevo.',
      fr: 'Attendez qu’il soit prêt, ou arrêtez-le et réessayez.',
    },
  },
  'register-gone': {
    status: 503,
    what: {
      en: 'The register does not answer ({reason}).',
      es: 'El registro no responde ({reason}).',
      fr: 'Le registre ne répond pas ({reason}).',
    },
    advice: {
      en: 'See whether the server that holds it is running, and try again.',
      es: 'Compruebe que el servidor que lo mantiene está en marcha e inténtelo de nuevo.',
      fr: 'Vérifiez que le serveur qui le tient est en marche, puis réessayez.',
    },
  },
  'register-away': {
    status: 503,
    what: {
      es: 'El nodo no alcanza su base de datos, y sin ella no da ni cambia nada.',
      en: 'The node does not reach its database, and without it gives and changes nothing.',
      fr: 'Le nœud n’atteint pas sa base de données et, sans elle, ne donne ni ne modifie rien.',
    },
    advice: {
      es: 'Vuelva a intentarlo en un minuto; si dura, avise a la administración del nodo.',
      en: 'Try again in a minute; if it lasts, tell the administrator of the node.',
      fr: 'Réessayez dans une minute ; si cela dure, prévenez l’administration du nœud.',
    },
  },
  away: {
    status: 503,
    what: {
      es: 'El nodo no alcanza los registros o las cifras que guarda en su disco, y sin ellos no da ni cambia nada.',
      en: 'The node does not reach the records or figures that it keeps on its disk, and without them gives and changes nothing.',
      fr: 'Le nœud n’atteint pas les enregistrements ou les chiffres gardés sur son disque et, sans eux, ne donne ni ne modifie rien.',
    },
    advice: {
      es: 'Vuelva a intentarlo en un minuto; si dura, avise a la administración del nodo: /health dice qué falta.',
      en: 'Try again in a minute; if it lasts, tell the administrator of the node: /health says what is missing.',
      fr: 'Réessayez dans une minute ; si cela dure, prévenez l’administration du nœud : /health dit ce qui manque.',
    },
  },
  closed: {
    status: 503,
    what: {
      es: 'El disco o la base de datos del nodo no admite más: está lleno o solo se puede leer. Lo que no cabía entero no se ha escrito.',
      en: 'The disk or the database of the node takes nothing in: it is full, or can only be read. What did not fit whole was not written.',
      fr: 'Le disque ou la base de données du nœud n’accepte plus rien : plein, ou en lecture seule. Ce qui ne tenait pas en entier n’a pas été écrit.',
    },
    advice: {
      es: 'Avise a la administración del nodo; cuando haya espacio, repita lo que quería hacer.',
      en: 'Tell the administrator of the node; once there is room, repeat what you wanted to do.',
      fr: 'Prévenez l’administration du nœud ; une fois la place faite, refaites ce que vous vouliez faire.',
    },
  },
  'memory-short': {
    status: 503,
    what: {
      es: 'La memoria que se dio al nodo no basta para este trabajo.',
      en: 'The memory that the node was given does not suffice for this work.',
      fr: 'La mémoire donnée au nœud ne suffit pas à ce travail.',
    },
    advice: {
      es: 'Hágalo por partes más pequeñas, o pida a la administración del nodo que le dé más memoria.',
      en: 'Do it in smaller parts, or ask the administrator of the node to give it more memory.',
      fr: 'Faites-le en parties plus petites, ou demandez à l’administration du nœud de lui donner plus de mémoire.',
    },
  },
  'register-address-unknown': {
    status: 500,
    what: {
      en: 'The address of the register is not one of a PostgreSQL server.',
      es: 'La dirección del registro no es la de un servidor PostgreSQL.',
      fr: 'L’adresse du registre n’est pas celle d’un serveur PostgreSQL.',
    },
    advice: {
      en: 'Write CAUDAL_REGISTER as postgres://user:password@host:port/database, or leave it empty to use the embedded register.',
      es: 'Escriba CAUDAL_REGISTER como postgres://usuario:clave@equipo:puerto/base, o déjelo vacío para usar el registro incorporado.',
      fr: 'Écrivez CAUDAL_REGISTER comme postgres://utilisateur:motdepasse@hôte:port/base, ou laissez-le vide pour utiliser le registre intégré.',
    },
  },
  'register-too-old': {
    status: 500,
    what: {
      en: 'The PostgreSQL server of the register has version {version}.',
      es: 'El servidor PostgreSQL del registro tiene la versión {version}.',
      fr: 'Le serveur PostgreSQL du registre est en version {version}.',
    },
    advice: {
      en: 'Use PostgreSQL 16 or later.',
      es: 'Use PostgreSQL 16 o posterior.',
      fr: 'Utilisez PostgreSQL 16 ou une version ultérieure.',
    },
  },
  'register-elsewhere': {
    status: 409,
    what: {
      en: 'The server that is running on this data folder keeps its register elsewhere than this command was told.',
      es: 'El servidor en marcha sobre esta carpeta de datos guarda su registro en un lugar distinto del indicado a esta orden.',
      fr: 'Le serveur en marche sur ce dossier de données tient son registre ailleurs que ce qui a été indiqué à cette commande.',
    },
    advice: {
      en: 'Give the command the same CAUDAL_REGISTER as the server.',
      es: 'Dé a la orden el mismo CAUDAL_REGISTER que al servidor.',
      fr: 'Donnez à la commande le même CAUDAL_REGISTER qu’au serveur.',
    },
  },
  'register-of-another-node': {
    status: 409,
    what: {
      en: 'The register and the data folder {folder} belong to different nodes.',
      es: 'El registro y la carpeta de datos {folder} pertenecen a nodos distintos.',
      fr: 'Le registre et le dossier de données {folder} appartiennent à des nœuds différents.',
    },
    advice: {
      en: 'Check CAUDAL_REGISTER and --data: one of them names the wrong node. Nothing has been changed.',
      es: 'Compruebe CAUDAL_REGISTER y --data: uno de ellos nombra el nodo equivocado. No se ha cambiado nada.',
      fr: 'Vérifiez CAUDAL_REGISTER et --data : l’un des deux désigne le mauvais nœud. Rien n’a été modifié.',
    },
  },
  'register-newer': {
    status: 409,
    what: {
      en: 'The register was last used by a newer Caudal (migration {migration}).',
      es: 'El registro fue usado por última vez por un Caudal más nuevo (migración {migration}).',
      fr: 'Le registre a été utilisé en dernier par un Caudal plus récent (migration {migration}).',
    },
    advice: {
      en: 'Use that version or a later one.',
      es: 'Use esa versión o una posterior.',
      fr: 'Utilisez cette version ou une version ultérieure.',
    },
  },
  'migration-altered': {
    status: 500,
    what: {
      en: 'Migration {migration} was altered after it had been applied to the register.',
      es: 'La migración {migration} se modificó después de haberse aplicado al registro.',
      fr: 'La migration {migration} a été modifiée après avoir été appliquée au registre.',
    },
    advice: {
      en: 'Restore the file as it was and put the change into a new migration.',
      es: 'Restaure el archivo como estaba y ponga el cambio en una migración nueva.',
      fr: 'Rétablissez le fichier tel qu’il était et mettez le changement dans une nouvelle migration.',
    },
  },
  'node-key-missing': {
    status: 500,
    what: {
      en: 'The node key is not at {path}, but this node has data that was encrypted with it.',
      es: 'La clave del nodo no está en {path}, pero este nodo tiene datos cifrados con ella.',
      fr: 'La clé du nœud n’est pas à {path}, mais ce nœud a des données chiffrées avec elle.',
    },
    advice: {
      en: 'Put the key file back from your backup, or name it with CAUDAL_NODE_KEY_FILE.',
      es: 'Restituya el archivo de la clave desde su copia de seguridad, o indíquelo con CAUDAL_NODE_KEY_FILE.',
      fr: 'Remettez le fichier de clé depuis votre sauvegarde, ou indiquez-le avec CAUDAL_NODE_KEY_FILE.',
    },
  },
  'node-key-wrong': {
    status: 500,
    what: {
      en: 'The key in {path} is not the key of this node.',
      es: 'La clave en {path} no es la clave de este nodo.',
      fr: 'La clé dans {path} n’est pas la clé de ce nœud.',
    },
    advice: {
      en: 'Give the key file that this node was created with: 32 bytes, readable by its owner alone.',
      es: 'Dé el archivo de clave con el que se creó este nodo: 32 bytes, legible solo por su propietario.',
      fr: 'Donnez le fichier de clé avec lequel ce nœud a été créé : 32 octets, lisible par son seul propriétaire.',
    },
  },
  'file-damaged': {
    status: 500,
    what: {
      en: 'The encrypted file {file} is damaged, cut short, or was made with another key.',
      es: 'El archivo cifrado {file} está dañado, incompleto o se hizo con otra clave.',
      fr: 'Le fichier chiffré {file} est endommagé, tronqué ou fait avec une autre clé.',
    },
    advice: {
      en: 'Restore it from a backup; nothing of it has been used.',
      es: 'Restáurelo desde una copia de seguridad; no se ha usado nada de él.',
      fr: 'Restaurez-le depuis une sauvegarde ; rien n’en a été utilisé.',
    },
  },
  'batch-unknown': {
    status: 404,
    what: {
      en: 'There is no accepted batch {batch}.',
      es: 'No hay ningún lote aceptado {batch}.',
      fr: 'Il n’y a pas de lot accepté {batch}.',
    },
    advice: {
      en: 'Those there are stand in the list of received files, at the desk, or in “caudal batches”.',
      es: 'Los que hay están en la lista de archivos recibidos, en el escritorio, o en «caudal batches».',
      fr: 'Ceux qu’il y a figurent dans la liste des fichiers reçus, au bureau, ou dans « caudal batches ».',
    },
  },
  'file-already-received': {
    status: 409,
    what: {
      en: 'The file {file} was received already, as batch {batch}.',
      es: 'El archivo {file} ya se recibió, como lote {batch}.',
      fr: 'Le fichier {file} a déjà été reçu, comme lot {batch}.',
    },
    advice: {
      en: 'Nothing was changed and nothing is to be done; to read it anew, withdraw that batch or raise the version of the profile.',
      es: 'No se cambió nada y no hay nada que hacer; para leerlo de nuevo, retire ese lote o suba la versión del perfil.',
      fr: 'Rien n’a changé et rien n’est à faire ; pour le relire, retirez ce lot ou augmentez la version du profil.',
    },
  },
  'profile-version-altered': {
    status: 409,
    what: {
      en: 'Version {version} of the source profile {profile} was used before with other content.',
      es: 'La versión {version} del perfil de fuente {profile} ya se usó con otro contenido.',
      fr: 'La version {version} du profil de source {profile} a déjà été utilisée avec un autre contenu.',
    },
    advice: {
      en: 'Raise the version number in the profile, so that earlier batches keep theirs.',
      es: 'Suba el número de versión del perfil, para que los lotes anteriores conserven el suyo.',
      fr: 'Augmentez le numéro de version du profil, afin que les lots antérieurs gardent le leur.',
    },
  },
  'dataset-differs': {
    status: 409,
    what: {
      en: 'The dataset {dataset} is there already with another record type, or with synthetic records where these are real, or the other way round.',
      es: 'El conjunto de datos {dataset} ya existe con otro tipo de registro, o con registros sintéticos donde estos son reales, o al revés.',
      fr: 'Le jeu de données {dataset} existe déjà avec un autre type d’enregistrement, ou avec des enregistrements synthétiques alors que ceux-ci sont réels, ou l’inverse.',
    },
    advice: {
      en: 'Name another dataset in the profile.',
      es: 'Nombre otro conjunto de datos en el perfil.',
      fr: 'Nommez un autre jeu de données dans le profil.',
    },
  },
  'batch-changed': {
    status: 409,
    what: {
      es: 'El lote {batch} cambió mientras se trabajaba en él.',
      en: 'The batch {batch} was changed while it was worked on.',
      fr: 'Le lot {batch} a changé pendant le travail.',
    },
    advice: {
      es: 'No se cambió nada; vuelva a intentarlo.',
      en: 'Nothing was changed; try again.',
      fr: 'Rien n’a été changé ; réessayez.',
    },
  },
  'field-not-there': {
    status: 422,
    what: {
      es: 'Los registros del lote {batch} no tienen el campo «{field}».',
      en: 'The records of batch {batch} have no field “{field}”.',
      fr: 'Les enregistrements du lot {batch} n’ont pas de champ « {field} ».',
    },
    advice: {
      es: 'Use el nombre de un campo de ese tipo de registro.',
      en: 'Use the name of a field of that type of record.',
      fr: 'Utilisez le nom d’un champ de ce type d’enregistrement.',
    },
  },
  'value-does-not-fit': {
    status: 422,
    what: {
      es: 'El valor dado para «{field}» no cabe en ese campo ({type}).',
      en: 'The value given for “{field}” does not fit the field ({type}).',
      fr: 'La valeur donnée pour « {field} » ne convient pas à ce champ ({type}).',
    },
    advice: {
      es: 'Las fechas se escriben AAAA-MM-DD y los números sin separadores. No se cambió nada.',
      en: 'Dates are written YYYY-MM-DD and numbers without separators. Nothing was changed.',
      fr: 'Les dates s’écrivent AAAA-MM-JJ et les nombres sans séparateurs. Rien n’a été changé.',
    },
  },
  'no-data-key': {
    status: 404,
    what: {
      es: 'El lote {batch} no tiene clave: no guarda identidades, o ya se destruyó.',
      en: 'The batch {batch} has no key: it holds no identities, or the key was destroyed already.',
      fr: 'Le lot {batch} n’a pas de clé : il ne contient pas d’identités, ou elle a déjà été détruite.',
    },
    advice: {
      es: '«caudal batches» muestra los lotes.',
      en: '“caudal batches” shows the batches.',
      fr: '« caudal batches » montre les lots.',
    },
  },
})
