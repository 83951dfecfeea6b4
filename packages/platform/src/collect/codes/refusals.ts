import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a code is not added to a list of the node, or not ended. */
export const codeRefusals = defineRefusals('collect.codes', {
  'list-unknown': {
    status: 404,
    what: {
      es: 'No hay ninguna lista de códigos «{list}».',
      en: 'There is no code list “{list}”.',
      fr: 'Il n’y a pas de liste de codes « {list} ».',
    },
    advice: {
      es: 'Quizá: {nearest}. Todas están en «Listas de códigos» del escritorio o en «caudal codes list».',
      en: 'Perhaps: {nearest}. All of them are under “Code lists” at the desk, or in “caudal codes list”.',
      fr: 'Peut-être : {nearest}. Toutes figurent sous « Listes de codes » au bureau, ou dans « caudal codes list ».',
    },
  },
  'list-closed': {
    status: 422,
    what: {
      es: 'La lista «{list}» no admite códigos propios: la plataforma calcula con ella, o pertenece a una norma mundial.',
      en: 'The list “{list}” takes no codes of the node: the platform computes with it, or it belongs to a world standard.',
      fr: 'La liste « {list} » n’admet pas de codes propres : la plateforme calcule avec elle, ou elle relève d’une norme mondiale.',
    },
    advice: {
      es: 'Traduzca los códigos de su archivo a los de la lista en el perfil de la fuente.',
      en: 'Map the codes of your file to those of the list in the source profile.',
      fr: 'Traduisez les codes de votre fichier vers ceux de la liste dans le profil de source.',
    },
  },
  'code-malformed': {
    status: 422,
    what: {
      es: '«{code}» no sirve como código.',
      en: '“{code}” cannot be a code.',
      fr: '« {code} » ne peut pas être un code.',
    },
    advice: {
      es: 'Use de 1 a 60 letras sin acento, cifras, guiones o guiones bajos, y empiece por una letra o una cifra: HN-peregrinacion.',
      en: 'Use 1 to 60 unaccented letters, digits, hyphens or underscores, beginning with a letter or digit: HN-pilgrimage.',
      fr: 'Utilisez de 1 à 60 lettres sans accent, chiffres, tirets ou tirets bas, en commençant par une lettre ou un chiffre : HN-pelerinage.',
    },
  },
  'standard-redefined': {
    status: 409,
    what: {
      es: 'El código {code} es de la plataforma y no se cambia en un nodo.',
      en: 'The code {code} belongs to the platform and is not changed in a node.',
      fr: 'Le code {code} est celui de la plateforme et ne se modifie pas dans un nœud.',
    },
    advice: {
      es: 'Úselo como está, o añada otro código que cuente como él.',
      en: 'Use it as it is, or add another code that counts as it.',
      fr: 'Utilisez-le tel quel, ou ajoutez un autre code qui compte comme lui.',
    },
  },
  'code-exists': {
    status: 409,
    what: {
      es: 'El código {code} ya existe en este nodo y las fechas coinciden en parte: rige del {from} al {until}.',
      en: 'The code {code} exists in this node already and the dates overlap: it is in force from {from} to {until}.',
      fr: 'Le code {code} existe déjà dans ce nœud et les dates se chevauchent : il vaut du {from} au {until}.',
    },
    advice: {
      es: 'Elija otro código, o termine antes el que hay.',
      en: 'Choose another code, or end the one there is first.',
      fr: 'Choisissez un autre code, ou mettez d’abord fin à celui qui existe.',
    },
  },
  'code-ended': {
    status: 409,
    what: {
      es: 'El código {code} ya rigió del {from} al {until} y está terminado.',
      en: 'The code {code} was in force from {from} to {until} and has ended.',
      fr: 'Le code {code} a valu du {from} au {until} et a pris fin.',
    },
    advice: {
      es: 'Un código no recibe un segundo significado: elija otro.',
      en: 'A code is given no second meaning: choose another.',
      fr: 'Un code ne reçoit pas de second sens : choisissez-en un autre.',
    },
  },
  'name-missing': {
    status: 422,
    what: {
      es: 'Falta el nombre del código en {language}.',
      en: 'The name of the code in {language} is missing.',
      fr: 'Il manque le nom du code en {language}.',
    },
    advice: {
      es: 'Dé el nombre en los tres idiomas: quien lea la cifra verá el nombre, no el código.',
      en: 'Give the name in all three languages: readers of a figure see the name, not the code.',
      fr: 'Donnez le nom dans les trois langues : le lecteur d’un chiffre voit le nom, pas le code.',
    },
  },
  'name-taken': {
    status: 409,
    what: {
      es: '«{name}» ya significa el código {code} en esta lista.',
      en: '“{name}” means the code {code} in this list already.',
      fr: '« {name} » signifie déjà le code {code} dans cette liste.',
    },
    advice: {
      es: 'Use ese código, o un nombre que distinga a los dos: un texto debe significar un solo código.',
      en: 'Use that code, or a name that tells the two apart: a text must mean one code.',
      fr: 'Utilisez ce code, ou un nom qui distingue les deux : un texte doit désigner un seul code.',
    },
  },
  'day-wrong': {
    status: 422,
    what: {
      es: '«{day}» no es un día del calendario.',
      en: '“{day}” is no day of the calendar.',
      fr: '« {day} » n’est pas un jour du calendrier.',
    },
    advice: {
      es: 'Escríbalo como AAAA-MM-DD: 2026-01-31.',
      en: 'Write it as YYYY-MM-DD: 2026-01-31.',
      fr: 'Écrivez-le AAAA-MM-JJ : 2026-01-31.',
    },
  },
  'end-before-start': {
    status: 422,
    what: {
      es: 'El último día ({until}) es anterior al primero ({from}).',
      en: 'The last day ({until}) lies before the first ({from}).',
      fr: 'Le dernier jour ({until}) précède le premier ({from}).',
    },
    advice: {
      es: 'Corrija uno de los dos.',
      en: 'Correct one of the two.',
      fr: 'Corrigez l’un des deux.',
    },
  },
  'parent-missing': {
    status: 422,
    what: {
      es: 'Falta decir dónde está: un código de la lista «{list}».',
      en: 'It is not said where it lies: a code of the list “{list}”.',
      fr: 'Il n’est pas dit où il se trouve : un code de la liste « {list} ».',
    },
    advice: {
      es: 'Dé el código superior (parent).',
      en: 'Give the code above it (parent).',
      fr: 'Donnez le code supérieur (parent).',
    },
  },
  'parent-unknown': {
    status: 422,
    what: {
      es: 'El código superior {code} no está en la lista «{list}».',
      en: 'The code above it, {code}, is not in the list “{list}”.',
      fr: 'Le code supérieur {code} ne figure pas dans la liste « {list} ».',
    },
    advice: {
      es: 'Busque el código en esa lista, o añádalo antes.',
      en: 'Look the code up in that list, or add it first.',
      fr: 'Cherchez le code dans cette liste, ou ajoutez-le d’abord.',
    },
  },
  'parent-not-in-force': {
    status: 422,
    what: {
      es: 'El código superior {code} de la lista «{list}» no rige el primer día del nuevo código.',
      en: 'The code above it, {code} of the list “{list}”, is not in force on the first day of the new code.',
      fr: 'Le code supérieur {code} de la liste « {list} » n’est pas en vigueur le premier jour du nouveau code.',
    },
    advice: {
      es: 'Elija otro código superior u otro primer día.',
      en: 'Choose another code above it, or another first day.',
      fr: 'Choisissez un autre code supérieur ou un autre premier jour.',
    },
  },
  'standard-missing': {
    status: 422,
    what: {
      es: 'Falta decir como qué código de la lista «{list}» cuenta el nuevo.',
      en: 'It is not said which code of the list “{list}” the new one counts as.',
      fr: 'Il n’est pas dit comme quel code de la liste « {list} » compte le nouveau.',
    },
    advice: {
      es: 'Dé el código de la plataforma con el que se compara entre países; _O es «Otros».',
      en: 'Give the code of the platform by which countries compare; _O is “Other”.',
      fr: 'Donnez le code de la plateforme par lequel les pays se comparent ; _O signifie « Autres ».',
    },
  },
  'standard-unknown': {
    status: 422,
    what: {
      es: '{code} no es un código de la plataforma en la lista «{list}».',
      en: '{code} is no code of the platform in the list “{list}”.',
      fr: '{code} n’est pas un code de la plateforme dans la liste « {list} ».',
    },
    advice: {
      es: 'Elija uno de la lista que no sea propio del nodo, o _O, «Otros».',
      en: 'Choose one of the list that is not the node’s own, or _O, “Other”.',
      fr: 'Choisissez-en un de la liste qui ne soit pas propre au nœud, ou _O, « Autres ».',
    },
  },
  'code-unknown': {
    status: 404,
    what: {
      es: 'La lista «{list}» no tiene ningún código {code}.',
      en: 'The list “{list}” has no code {code}.',
      fr: 'La liste « {list} » n’a pas de code {code}.',
    },
    advice: {
      es: 'Búsquelo en la lista.',
      en: 'Look it up in the list.',
      fr: 'Cherchez-le dans la liste.',
    },
  },
  'replacement-unfit': {
    status: 422,
    what: {
      es: '{by} no puede ocupar el lugar de {code}: es el mismo, no está en la lista o ya no rige entonces.',
      en: '{by} cannot take the place of {code}: it is the same, is not in the list, or is in force no more by then.',
      fr: '{by} ne peut pas remplacer {code} : c’est le même, il ne figure pas dans la liste, ou il n’est plus en vigueur alors.',
    },
    advice: {
      es: 'Elija un código de la lista que rija después de ese día, o ninguno.',
      en: 'Choose a code of the list that is in force after that day, or none.',
      fr: 'Choisissez un code de la liste en vigueur après ce jour, ou aucun.',
    },
  },
  'has-children': {
    status: 409,
    what: {
      es: 'En {code} están otros códigos del nodo que siguen vigentes: {children}.',
      en: 'Other codes of the node that go on lie in {code}: {children}.',
      fr: 'D’autres codes du nœud encore en vigueur se trouvent dans {code} : {children}.',
    },
    advice: {
      es: 'Termine primero esos códigos.',
      en: 'End those codes first.',
      fr: 'Mettez d’abord fin à ces codes.',
    },
  },
  'code-in-use': {
    status: 409,
    what: {
      es: '{count} registros posteriores al {day} llevan el código {code}; el último es del {last}.',
      en: '{count} records of days after {day} bear the code {code}; the last is of {last}.',
      fr: '{count} enregistrements postérieurs au {day} portent le code {code} ; le dernier est du {last}.',
    },
    advice: {
      es: 'Termínelo en un día posterior, o retire o corrija antes los lotes que lo llevan.',
      en: 'End it on a later day, or withdraw or correct the batches that bear it first.',
      fr: 'Mettez-y fin à un jour ultérieur, ou retirez ou corrigez d’abord les lots qui le portent.',
    },
  },
  'ended-meanwhile': {
    status: 409,
    what: {
      es: 'Mientras se leía el archivo se terminó el código {code} (último día, {day}), y {count} de sus registros posteriores lo llevan; el último es del {last}. No se importó nada.',
      en: 'While the file was read the code {code} was ended (last day {day}), and {count} of its records of later days bear it; the last is of {last}. Nothing was imported.',
      fr: 'Pendant la lecture du fichier, il a été mis fin au code {code} (dernier jour : {day}), et {count} de ses enregistrements postérieurs le portent ; le dernier est du {last}. Rien n’a été importé.',
    },
    advice: {
      es: 'Vuelva a importar el archivo: se leerá con los códigos de ahora, y después de su último día {code} se leerá como el código por el que cuenta o el que tomó su lugar.',
      en: 'Import the file again: it is read with the codes of now, and after its last day {code} is read as the code that it counts as or that took its place.',
      fr: 'Importez de nouveau le fichier : il sera lu avec les codes actuels, et après son dernier jour {code} sera lu comme le code pour lequel il compte ou qui a pris sa place.',
    },
  },
  'text-too-long': {
    status: 422,
    what: {
      es: 'Un texto del código «{code}» es demasiado largo: los nombres llegan a {name} letras y la razón a {reason}.',
      en: 'A text of the code “{code}” is too long: names have at most {name} letters, the reason {reason}.',
      fr: 'Un texte du code « {code} » est trop long : les noms ont au plus {name} lettres, la raison {reason}.',
    },
    advice: {
      es: 'Acórtelo; no se guarda cortado.',
      en: 'Shorten it; nothing is kept cut off.',
      fr: 'Raccourcissez-le ; rien n’est conservé coupé.',
    },
  },
  'reason-missing': {
    status: 422,
    what: {
      es: 'Falta decir por qué se añade o se termina el código {code}.',
      en: 'It is not said why the code {code} is added or ended.',
      fr: 'Il n’est pas dit pourquoi le code {code} est ajouté ou prend fin.',
    },
    advice: {
      es: 'Escriba la razón en palabras (una ley, una norma, una resolución): queda con el código.',
      en: 'Write the reason in words (a law, a standard, a resolution): it is kept with the code.',
      fr: 'Écrivez la raison en toutes lettres (loi, norme, résolution) : elle reste avec le code.',
    },
  },
  'row-refused': {
    status: 422,
    what: {
      es: 'Registro {row}, código {code}: {what} No se ha añadido ninguno.',
      en: 'Record {row}, code {code}: {what} None has been added.',
      fr: 'Enregistrement {row}, code {code} : {what} Aucun n’a été ajouté.',
    },
    advice: { es: '{advice}', en: '{advice}', fr: '{advice}' },
  },
  'file-too-large': {
    status: 413,
    what: {
      es: 'El archivo {file} pasa de {most} MiB.',
      en: 'The file {file} is larger than {most} MiB.',
      fr: 'Le fichier {file} dépasse {most} Mio.',
    },
    advice: {
      es: 'Un archivo de códigos es mucho menor: compruebe que es el que quería enviar.',
      en: 'A file of codes is much smaller: check that it is the one that you meant to send.',
      fr: 'Un fichier de codes est bien plus petit : vérifiez que c’est celui que vous vouliez envoyer.',
    },
  },
  'too-many': {
    status: 413,
    what: {
      es: 'Son {count} códigos; de una vez se añaden {most} como mucho.',
      en: 'These are {count} codes; at most {most} are added at once.',
      fr: 'Cela fait {count} codes ; on en ajoute au plus {most} à la fois.',
    },
    advice: {
      es: 'Divida el archivo.',
      en: 'Divide the file.',
      fr: 'Divisez le fichier.',
    },
  },
})
