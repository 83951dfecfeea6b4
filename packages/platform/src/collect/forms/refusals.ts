import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a form is not kept, mapped or filled in. */
export const formRefusals = defineRefusals('collect.forms', {
  unknown: {
    status: 404,
    what: {
      es: 'Su institución no tiene ningún formulario con el número {form}.',
      en: 'Your institution has no form with the number {form}.',
      fr: 'Votre institution n’a aucun formulaire portant le numéro {form}.',
    },
    advice: {
      es: 'Búsquelo en la lista de formularios.',
      en: 'Look for it in the list of forms.',
      fr: 'Cherchez-le dans la liste des formulaires.',
    },
  },
  'institution-needed': {
    status: 403,
    what: {
      es: 'No se sabe de qué institución es el formulario: su cuenta no pertenece a ninguna.',
      en: 'Nobody would own the form: your account belongs to no institution.',
      fr: 'On ne sait à quelle institution est le formulaire : votre compte n’appartient à aucune.',
    },
    advice: {
      es: 'Pida a quien administra el nodo que anote su institución; en la terminal, use --institution.',
      en: 'Ask the administrator of the node to enter your institution; on the terminal, use --institution.',
      fr: 'Demandez à l’administration du nœud d’inscrire votre institution ; au terminal, utilisez --institution.',
    },
  },
  'country-unknown': {
    status: 422,
    what: {
      es: 'No hay ningún país con el código {country}.',
      en: 'There is no country with the code {country}.',
      fr: 'Il n’y a pas de pays de code {country}.',
    },
    advice: {
      es: 'Use las tres letras de ISO 3166-1: HND, GTM, SLV.',
      en: 'Use the three letters of ISO 3166-1: HND, GTM, SLV.',
      fr: 'Utilisez les trois lettres d’ISO 3166-1 : HND, GTM, SLV.',
    },
  },
  'workbook-wrong': {
    status: 422,
    what: {
      es: 'El formulario {file} tiene {count} errores; el primero, en la hoja {sheet}, fila {row}: {reason} ({text})',
      en: 'The form {file} has {count} errors; the first, in sheet {sheet}, row {row}: {reason} ({text})',
      fr: 'Le formulaire {file} a {count} erreurs ; la première, feuille {sheet}, ligne {row} : {reason} ({text})',
    },
    advice: {
      es: 'Corrija el libro y léalo de nuevo: la lectura muestra todos los errores.',
      en: 'Correct the workbook and read it again: reading shows every error.',
      fr: 'Corrigez le classeur et relisez-le : la lecture montre toutes les erreurs.',
    },
  },
  'not-a-workbook': {
    status: 415,
    what: {
      es: '«{file}» no es un libro de cálculo (.xlsx).',
      en: '“{file}” is no workbook (.xlsx).',
      fr: '« {file} » n’est pas un classeur (.xlsx).',
    },
    advice: {
      es: 'Abra el formulario en una hoja de cálculo, guárdelo como .xlsx y envíelo de nuevo.',
      en: 'Open the form in a spreadsheet, save it as .xlsx and send it again.',
      fr: 'Ouvrez le formulaire dans un tableur, enregistrez-le en .xlsx et renvoyez-le.',
    },
  },
  'too-large': {
    status: 413,
    what: {
      es: 'El libro {file} mide más de {most} MiB: no es un formulario.',
      en: 'The workbook {file} has more than {most} MiB: that is no form.',
      fr: 'Le classeur {file} dépasse {most} Mio : ce n’est pas un formulaire.',
    },
    advice: {
      es: 'Quite las imágenes y las hojas que no son del formulario.',
      en: 'Remove pictures and the sheets that are not of the form.',
      fr: 'Retirez les images et les feuilles étrangères au formulaire.',
    },
  },
  'not-mapped': {
    status: 409,
    what: {
      es: 'Aún no se ha dicho qué campos llenan las respuestas de «{title}», versión {version}.',
      en: 'Nobody has said yet which fields the answers of “{title}”, version {version}, fill.',
      fr: 'On n’a pas encore dit quels champs remplissent les réponses de « {title} », version {version}.',
    },
    advice: {
      es: 'Confirme primero los campos del formulario.',
      en: 'Confirm the fields of the form first.',
      fr: 'Confirmez d’abord les champs du formulaire.',
    },
  },
  withdrawn: {
    status: 409,
    what: {
      es: 'La versión {version} de «{title}» está retirada: ya no se llena.',
      en: 'Version {version} of “{title}” is withdrawn: it is filled in no more.',
      fr: 'La version {version} de « {title} » est retirée : elle ne se remplit plus.',
    },
    advice: {
      es: 'Use una versión vigente del formulario.',
      en: 'Use a version of the form that stands.',
      fr: 'Utilisez une version en vigueur du formulaire.',
    },
  },
  'entries-waiting': {
    status: 409,
    what: {
      es: 'Hay {count} registros de esta versión que aún no se han entregado.',
      en: '{count} records of this version have not been handed in yet.',
      fr: '{count} enregistrements de cette version ne sont pas encore remis.',
    },
    advice: {
      es: 'Entréguelos o deséchelos antes de retirar la versión.',
      en: 'Hand them in or discard them before you withdraw the version.',
      fr: 'Remettez-les ou abandonnez-les avant de retirer la version.',
    },
  },
  'reason-missing': {
    status: 422,
    what: {
      es: 'No se dice por qué se retira el formulario.',
      en: 'It is not said why the form is withdrawn.',
      fr: 'On ne dit pas pourquoi le formulaire est retiré.',
    },
    advice: {
      es: 'Escriba el motivo; queda con el formulario.',
      en: 'Write the reason; it stays with the form.',
      fr: 'Écrivez le motif ; il reste avec le formulaire.',
    },
  },
  'record-type-unfit': {
    status: 422,
    what: {
      es: 'Un formulario no puede llenar registros del tipo «{recordType}».',
      en: 'A form cannot fill records of the type “{recordType}”.',
      fr: 'Un formulaire ne peut pas remplir d’enregistrements du type « {recordType} ».',
    },
    advice: {
      es: 'Elija uno de: {known}.',
      en: 'Choose one of: {known}.',
      fr: 'Choisissez parmi : {known}.',
    },
  },
  'column-unknown': {
    status: 422,
    what: {
      es: 'El formulario no tiene la pregunta «{column}».',
      en: 'The form has no question “{column}”.',
      fr: 'Le formulaire n’a pas de question « {column} ».',
    },
    advice: {
      es: 'Elija una pregunta del formulario.',
      en: 'Choose a question of the form.',
      fr: 'Choisissez une question du formulaire.',
    },
  },
  'repeats-mixed': {
    status: 422,
    what: {
      es: 'Hay campos que se leen de dos grupos repetidos, y ninguna respuesta de uno va con una del otro.',
      en: 'Fields are read from two repeated groups, and no answer of the one goes with one of the other.',
      fr: 'Des champs sont lus de deux groupes répétés, et aucune réponse de l’un ne va avec une de l’autre.',
    },
    advice: {
      es: 'Lea de un solo grupo repetido: cada vez que se llena es un registro. Deje sin fuente los campos del otro.',
      en: 'Read from one repeated group: each time it is answered is a record. Leave the fields of the other without a source.',
      fr: 'Lisez d’un seul groupe répété : chaque fois qu’il est rempli fait une fiche. Laissez sans source les champs de l’autre.',
    },
  },
  'fields-without-source': {
    status: 422,
    what: {
      es: 'Ningún registro podría aceptarse: nada llena {fields}.',
      en: 'No record could be accepted: nothing fills {fields}.',
      fr: 'Aucun enregistrement ne pourrait être accepté : rien ne remplit {fields}.',
    },
    advice: {
      es: 'Elija para cada campo una pregunta o un valor fijo.',
      en: 'Choose a question or a fixed value for each field.',
      fr: 'Choisissez pour chaque champ une question ou une valeur fixe.',
    },
  },
  'mapping-changed': {
    status: 409,
    what: {
      es: 'Los campos de este formulario cambiaron mientras se llenaba.',
      en: 'The fields of this form were changed while it was filled in.',
      fr: 'Les champs de ce formulaire ont changé pendant la saisie.',
    },
    advice: {
      es: 'Cargue la página de nuevo; guarde antes un borrador.',
      en: 'Load the page again; keep a draft before you do.',
      fr: 'Rechargez la page ; gardez d’abord un brouillon.',
    },
  },
  'entry-unknown': {
    status: 404,
    what: {
      es: 'No hay ningún registro así entre los de este formulario.',
      en: 'There is no such record among those of this form.',
      fr: 'Il n’y a pas de tel enregistrement parmi ceux de ce formulaire.',
    },
    advice: {
      es: 'Búsquelo en la lista del formulario.',
      en: 'Look for it in the list of the form.',
      fr: 'Cherchez-le dans la liste du formulaire.',
    },
  },
  'entry-closed': {
    status: 409,
    what: {
      es: 'Este registro ya se entregó o se desechó.',
      en: 'This record has been handed in or discarded already.',
      fr: 'Cet enregistrement a déjà été remis ou abandonné.',
    },
    advice: {
      es: 'Lo entregado se corrige en los registros del conjunto de datos.',
      en: 'What was handed in is corrected among the records of the dataset.',
      fr: 'Ce qui a été remis se corrige parmi les enregistrements du jeu de données.',
    },
  },
  'entry-changed': {
    status: 409,
    what: {
      es: 'Otra persona, u otra ventana, cambió este registro mientras usted lo tenía abierto.',
      en: 'Somebody else, or another window, has changed this record while you had it open.',
      fr: 'Quelqu’un d’autre, ou une autre fenêtre, a modifié cet enregistrement pendant que vous l’aviez ouvert.',
    },
    advice: {
      es: 'Copie lo que escribió, abra el registro de nuevo y compare; nada se ha sobrescrito.',
      en: 'Copy what you wrote, open the record again and compare; nothing was overwritten.',
      fr: 'Copiez ce que vous avez écrit, rouvrez l’enregistrement et comparez ; rien n’a été écrasé.',
    },
  },
  'entry-held': {
    status: 409,
    what: {
      es: 'Una solicitud de la persona retiene este registro: se queda como está.',
      en: 'A request of the person holds this record back: it stays as it is.',
      fr: 'Une demande de la personne retient cette fiche : elle reste en l’état.',
    },
    advice: {
      es: 'La delegación de protección de datos lo libera cuando responde la solicitud o levanta la limitación.',
      en: 'The data protection officer releases it by answering the request or lifting the restriction.',
      fr: 'La délégation à la protection des données la libère en répondant à la demande ou en levant la limitation.',
    },
  },
  'entry-erased': {
    status: 410,
    what: {
      es: 'Este registro se borró: lo pidió la persona, o esperó más de lo permitido.',
      en: 'This record was erased: the person asked for it, or it waited for longer than it may.',
      fr: 'Cette fiche a été effacée : la personne l’a demandé, ou elle a attendu plus qu’elle ne doit.',
    },
    advice: {
      es: 'No se puede recuperar; si la persona sigue aquí y está de acuerdo, llene otro.',
      en: 'It cannot be brought back; where the person is here and agrees, fill in another.',
      fr: 'Elle ne peut être rétablie ; si la personne est là et l’accepte, remplissez-en une autre.',
    },
  },
  'entry-under-way': {
    status: 409,
    what: {
      es: 'El registro se está entregando en este momento.',
      en: 'The record is being handed in at this moment.',
      fr: 'La fiche est en train d’être remise.',
    },
    advice: {
      es: 'Espere a que termine y busque a la persona de nuevo: estará en un lote.',
      en: 'Wait until that has ended and look for the person again: the record is in a batch then.',
      fr: 'Attendez la fin et cherchez la personne à nouveau : la fiche sera dans un lot.',
    },
  },
  'entry-in-batch': {
    status: 409,
    what: {
      es: 'Un registro que esperaba ya está en el lote {batch}.',
      en: 'A record that was waiting is in the batch {batch} by now.',
      fr: 'Une fiche qui attendait est désormais dans le lot {batch}.',
    },
    advice: {
      es: 'Busque a la persona de nuevo y anote otra solicitud con lo que encuentre.',
      en: 'Look for the person again, and enter another request with what you find.',
      fr: 'Cherchez la personne à nouveau et inscrivez une autre demande avec ce que vous trouvez.',
    },
  },
  'field-not-asked': {
    status: 422,
    what: {
      es: 'El formulario «{title}» no pregunta el campo {field}: en lo que espera no se puede rectificar.',
      en: 'The form “{title}” does not ask for the field {field}: it cannot be corrected in what waits.',
      fr: 'Le formulaire « {title} » ne demande pas le champ {field} : il ne peut être rectifié dans ce qui attend.',
    },
    advice: {
      es: 'Rectifíquelo cuando el registro esté en un lote, o sin este campo.',
      en: 'Correct it once the record is in a batch, or leave this field out.',
      fr: 'Rectifiez-le quand la fiche sera dans un lot, ou sans ce champ.',
    },
  },
  'value-not-answerable': {
    status: 422,
    what: {
      es: 'Ninguna respuesta del formulario «{title}» da «{value}» en el campo {field}.',
      en: 'No answer of the form “{title}” gives “{value}” in the field {field}.',
      fr: 'Aucune réponse du formulaire « {title} » ne donne « {value} » dans le champ {field}.',
    },
    advice: {
      es: 'Dé un valor que alguna opción del formulario signifique, o rectifíquelo en el lote.',
      en: 'Give a value that a choice of the form means, or correct it in the batch.',
      fr: 'Donnez une valeur qu’un choix du formulaire signifie, ou rectifiez-la dans le lot.',
    },
  },
  'nothing-waiting': {
    status: 409,
    what: {
      es: 'No hay registros que entregar.',
      en: 'There are no records to hand in.',
      fr: 'Il n’y a aucun enregistrement à remettre.',
    },
    advice: {
      es: 'Guarde primero un registro; un borrador no se entrega.',
      en: 'Save a record first; a draft is not handed in.',
      fr: 'Enregistrez d’abord une fiche ; un brouillon ne se remet pas.',
    },
  },
  'too-many': {
    status: 409,
    what: {
      es: 'Este formulario tiene {count} registros sin entregar.',
      en: 'This form has {count} records that are not handed in.',
      fr: 'Ce formulaire a {count} enregistrements non remis.',
    },
    advice: {
      es: 'Entréguelos antes de llenar otro.',
      en: 'Hand them in before you fill in another.',
      fr: 'Remettez-les avant d’en remplir un autre.',
    },
  },
})
