import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a file is not received, or a draft not changed. */
export const submissionRefusals = defineRefusals('collect.submissions', {
  unknown: {
    status: 404,
    what: {
      es: 'Su institución no ha enviado ningún archivo con el número {submission}.',
      en: 'Your institution has sent no file with the number {submission}.',
      fr: 'Votre institution n’a envoyé aucun fichier portant le numéro {submission}.',
    },
    advice: {
      es: 'Búsquelo en la lista de archivos enviados.',
      en: 'Look for it in the list of files sent.',
      fr: 'Cherchez-le dans la liste des fichiers envoyés.',
    },
  },
  'institution-needed': {
    status: 403,
    what: {
      es: 'Su cuenta no pertenece a ninguna institución, así que no se sabe de quién sería el archivo.',
      en: 'Your account belongs to no institution, so that nobody would own the file.',
      fr: 'Votre compte n’appartient à aucune institution : on ne saurait à qui est le fichier.',
    },
    advice: {
      es: 'Pida a quien administra el nodo que anote su institución.',
      en: 'Ask the administrator of the node to enter your institution.',
      fr: 'Demandez à l’administration du nœud d’inscrire votre institution.',
    },
  },
  'too-large': {
    status: 413,
    what: {
      es: 'El archivo {file} mide {size} MiB; este nodo recibe hasta {most} MiB.',
      en: 'The file {file} has {size} MiB; this node receives up to {most} MiB.',
      fr: 'Le fichier {file} fait {size} Mio ; ce nœud en reçoit jusqu’à {most}.',
    },
    advice: {
      es: 'Comprímalo en .zip o .gz, o envíelo por partes: un mes cada vez, por ejemplo.',
      en: 'Compress it as .zip or .gz, or send it in parts: a month at a time, for example.',
      fr: 'Compressez-le en .zip ou .gz, ou envoyez-le en plusieurs fois : un mois à la fois, par exemple.',
    },
  },
  'no-room': {
    status: 507,
    what: {
      es: 'Al nodo no le queda espacio para recibir {file} ({size} MiB).',
      en: 'The node has no room left for {file} ({size} MiB).',
      fr: 'Le nœud n’a plus assez de place pour {file} ({size} Mio).',
    },
    advice: {
      es: 'Avise a quien administra el nodo; el archivo puede enviarse después.',
      en: 'Tell the administrator of the node; the file can be sent later.',
      fr: 'Prévenez l’administration du nœud ; le fichier pourra être envoyé plus tard.',
    },
  },
  'too-many': {
    status: 409,
    what: {
      es: 'Su institución tiene {count} archivos enviados sin terminar.',
      en: 'Your institution has {count} files sent and not finished.',
      fr: 'Votre institution a {count} fichiers envoyés et non terminés.',
    },
    advice: {
      es: 'Termine o deseche alguno antes de enviar otro.',
      en: 'Finish or discard one before you send another.',
      fr: 'Terminez-en ou abandonnez-en un avant d’en envoyer un autre.',
    },
  },
  'part-empty': {
    status: 422,
    what: {
      es: 'La parte enviada no tiene ningún byte.',
      en: 'The part sent has no byte.',
      fr: 'La partie envoyée n’a aucun octet.',
    },
    advice: {
      es: 'Siga desde el byte {received}.',
      en: 'Go on from byte {received}.',
      fr: 'Reprenez à l’octet {received}.',
    },
  },
  'part-beyond': {
    status: 422,
    what: {
      es: 'La parte enviada llega hasta el byte {end}, y el archivo se anunció con {bytes}.',
      en: 'The part sent goes on to byte {end}, and the file was announced with {bytes}.',
      fr: 'La partie envoyée va jusqu’à l’octet {end}, et le fichier a été annoncé avec {bytes}.',
    },
    advice: {
      es: 'Si el archivo cambió desde que empezó el envío, descarte este y envíelo de nuevo.',
      en: 'Where the file has changed since it was begun, discard this one and send it anew.',
      fr: 'Si le fichier a changé depuis le début de l’envoi, abandonnez celui-ci et renvoyez-le.',
    },
  },
  'part-elsewhere': {
    status: 409,
    what: {
      es: 'Del archivo se han recibido {received} bytes, y la parte enviada empieza en {from}.',
      en: '{received} bytes of the file have been received, and the part sent begins at {from}.',
      fr: '{received} octets du fichier ont été reçus, et la partie envoyée commence à {from}.',
    },
    advice: {
      es: 'Siga desde el byte {received}.',
      en: 'Go on from byte {received}.',
      fr: 'Reprenez à l’octet {received}.',
    },
  },
  'not-complete': {
    status: 409,
    what: {
      es: 'El archivo {file} no ha llegado entero.',
      en: 'The file {file} has not arrived whole.',
      fr: 'Le fichier {file} n’est pas arrivé en entier.',
    },
    advice: {
      es: 'Siga enviándolo desde donde quedó.',
      en: 'Go on sending it from where it stopped.',
      fr: 'Continuez l’envoi là où il s’est arrêté.',
    },
  },
  closed: {
    status: 409,
    what: {
      es: 'El envío {submission} ya está cerrado.',
      en: 'The submission {submission} is closed already.',
      fr: 'L’envoi {submission} est déjà clos.',
    },
    advice: {
      es: 'Envíe el archivo de nuevo si hace falta cambiarlo.',
      en: 'Send the file again where it has to be changed.',
      fr: 'Renvoyez le fichier s’il faut le modifier.',
    },
  },
  'under-way': {
    status: 409,
    what: {
      es: 'El archivo se está leyendo en este momento.',
      en: 'The file is being read at this moment.',
      fr: 'Le fichier est en cours de lecture.',
    },
    advice: {
      es: 'Espere a que termine, o detenga la lectura.',
      en: 'Wait until that has ended, or stop it.',
      fr: 'Attendez la fin de la lecture, ou arrêtez-la.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    what: {
      es: 'Otra persona, u otra ventana, cambió este borrador mientras tanto.',
      en: 'Somebody else, or another window, has changed this draft meanwhile.',
      fr: 'Quelqu’un d’autre, ou une autre fenêtre, a modifié ce brouillon entre-temps.',
    },
    advice: {
      es: 'Cargue la página de nuevo y repita su cambio.',
      en: 'Load the page again and make your change once more.',
      fr: 'Rechargez la page et refaites votre modification.',
    },
  },
  'no-profile': {
    status: 409,
    what: {
      es: 'Aún no se ha dicho qué significan las columnas de {file}.',
      en: 'Nobody has said yet what the columns of {file} mean.',
      fr: 'On n’a pas encore dit ce que signifient les colonnes de {file}.',
    },
    advice: {
      es: 'Vaya a los pasos «Formato» y «Columnas».',
      en: 'Go to the steps “Layout” and “Columns”.',
      fr: 'Passez par les étapes « Présentation » et « Colonnes ».',
    },
  },
  'source-incomplete': {
    status: 422,
    what: {
      es: 'Falta decir quién lleva estos registros o con qué licencia se usan.',
      en: 'It is not said who keeps these records, or under which licence they are used.',
      fr: 'Il manque qui tient ces enregistrements, ou sous quelle licence on les utilise.',
    },
    advice: {
      es: 'Complete el paso «Procedencia».',
      en: 'Complete the step “Source”.',
      fr: 'Complétez l’étape « Provenance ».',
    },
  },
  'list-unknown': {
    status: 404,
    what: {
      es: 'No hay ninguna lista de códigos «{list}».',
      en: 'There is no code list “{list}”.',
      fr: 'Il n’y a pas de liste de codes « {list} ».',
    },
    advice: {
      es: 'Use el identificador que da el campo.',
      en: 'Use the identifier that the field gives.',
      fr: 'Utilisez l’identifiant que donne le champ.',
    },
  },
  'file-gone': {
    status: 410,
    what: {
      es: 'El archivo {file} ya no está en el nodo: se restauró una copia de seguridad anterior.',
      en: 'The file {file} is no longer in the node: an earlier backup was restored.',
      fr: 'Le fichier {file} n’est plus dans le nœud : une sauvegarde antérieure a été restaurée.',
    },
    advice: {
      es: 'Deseche este envío y envíe el archivo de nuevo.',
      en: 'Discard this submission and send the file again.',
      fr: 'Abandonnez cet envoi et renvoyez le fichier.',
    },
  },
})
