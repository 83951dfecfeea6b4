import { defineRefusals } from '@caudal/methods/vocabulary'

/** What linking refuses. */
export const linkRefusals = defineRefusals('link', {
  'rule-explodes': {
    status: 422,
    what: {
      es: 'La regla de bloqueo «{rule}» compararía {pairs} pares; se permiten {most}.',
      en: 'The blocking rule “{rule}” would compare {pairs} pairs; {most} are allowed.',
      fr: 'La règle de blocage « {rule} » comparerait {pairs} paires ; {most} sont permises.',
    },
    advice: {
      es: 'Añada a la regla otra columna o suba maxPairs; no se ha comparado nada.',
      en: 'Add another column to the rule, or raise maxPairs; nothing was compared.',
      fr: 'Ajoutez une colonne à la règle ou relevez maxPairs ; rien n’a été comparé.',
    },
  },
  'no-rule-small-enough': {
    status: 422,
    what: {
      es: 'Ni la regla de bloqueo más estricta cabe: compararía {pairs} pares; se permiten {most}.',
      en: 'Not even the strictest blocking rule fits: it would compare {pairs} pairs; {most} are allowed.',
      fr: 'Même la règle de blocage la plus stricte ne tient pas : {pairs} paires ; {most} sont permises.',
    },
    advice: {
      es: 'Añada columnas que distingan personas, o suba maxPairs en los ajustes.',
      en: 'Add columns that tell persons apart, or raise maxPairs in the settings.',
      fr: 'Ajoutez des colonnes qui distinguent les personnes, ou relevez maxPairs dans les réglages.',
    },
  },
  'blocking-column-not-compared': {
    status: 422,
    what: {
      es: 'Una regla usa la columna «{column}», que no está entre las comparadas.',
      en: 'A rule uses the column “{column}”, which is not among those compared.',
      fr: 'Une règle utilise la colonne « {column} », qui n’est pas parmi celles comparées.',
    },
    advice: {
      es: 'Compárela también, o quítela de la regla. Una columna vacía o con un solo valor no se compara.',
      en: 'Compare it too, or take it out of the rule. A column that is empty or holds one value is not compared.',
      fr: 'Comparez-la aussi, ou retirez-la de la règle. Une colonne vide ou à valeur unique n’est pas comparée.',
    },
  },
  'id-not-found': {
    status: 422,
    what: {
      es: 'No se encuentra la columna que identifica los registros de {file}; hay: {columns}.',
      en: 'The column that tells the records of {file} apart was not found; there are: {columns}.',
      fr: 'La colonne qui identifie les enregistrements de {file} est introuvable ; il y a : {columns}.',
    },
    advice: {
      es: 'Llámela id, rec_id, record_id o unique_id, o nómbrela en los ajustes con "id".',
      en: 'Call it id, rec_id, record_id or unique_id, or name it in the settings with "id".',
      fr: 'Nommez-la id, rec_id, record_id ou unique_id, ou indiquez-la dans les réglages avec "id".',
    },
  },
  'nothing-shared': {
    status: 422,
    what: {
      es: 'Los dos archivos no tienen ninguna columna en común: {first} tiene {columns}; {second} tiene {others}.',
      en: 'The two files have no column in common: {first} has {columns}; {second} has {others}.',
      fr: 'Les deux fichiers n’ont aucune colonne en commun : {first} a {columns} ; {second} a {others}.',
    },
    advice: {
      es: 'Dé el mismo nombre a las columnas que dicen lo mismo, o uno del que se vea qué son (nombres, fecha_nacimiento).',
      en: 'Give columns that say the same one name, or one that tells what they hold (first_name, date_of_birth).',
      fr: 'Donnez le même nom aux colonnes qui disent la même chose, ou un nom qui dise quoi (prenom, date_naissance).',
    },
  },
  'id-missing': {
    status: 422,
    what: {
      es: 'En {file} hay {records} registros sin valor en la columna «{column}».',
      en: 'In {file}, {records} records have no value in the column “{column}”.',
      fr: 'Dans {file}, {records} enregistrements n’ont pas de valeur dans la colonne « {column} ».',
    },
    advice: {
      es: 'Dé a cada registro un identificador propio; no se ha escrito nada.',
      en: 'Give every record an identifier of its own; nothing was written.',
      fr: 'Donnez à chaque enregistrement un identifiant propre ; rien n’a été écrit.',
    },
  },
  'id-repeats': {
    status: 422,
    what: {
      es: 'En {file}, el valor «{id}» de la columna «{column}» está en {records} registros.',
      en: 'In {file}, the value “{id}” of the column “{column}” stands in {records} records.',
      fr: 'Dans {file}, la valeur « {id} » de la colonne « {column} » figure dans {records} enregistrements.',
    },
    advice: {
      es: 'Cada registro necesita un identificador propio: si no, nadie sabría de cuál habla una pareja.',
      en: 'Every record needs an identifier of its own: else nobody could tell which one a pair speaks of.',
      fr: 'Chaque enregistrement doit avoir son identifiant : sinon on ne saurait duquel parle une paire.',
    },
  },
  'file-without-records': {
    status: 422,
    what: {
      es: 'El archivo {file} tiene encabezado y ningún registro.',
      en: 'The file {file} has a header and no record.',
      fr: 'Le fichier {file} a un en-tête et aucun enregistrement.',
    },
    advice: {
      es: 'Extráigalo de nuevo de su fuente.',
      en: 'Extract it again from its source.',
      fr: 'Extrayez-le à nouveau de sa source.',
    },
  },
  'key-missing': {
    status: 422,
    what: {
      es: 'No hay ningún archivo de clave en {file}.',
      en: 'There is no key file at {file}.',
      fr: 'Il n’y a pas de fichier de clé à {file}.',
    },
    advice: {
      es: 'Cree una para esta ronda (openssl rand -hex 32) y désela a la otra parte, nunca a quien enlaza.',
      en: 'Create one for this round (openssl rand -hex 32) and give it to the other side, never to whoever links.',
      fr: 'Créez-en une pour ce tour (openssl rand -hex 32) et donnez-la à l’autre partie, jamais à qui apparie.',
    },
  },
  'key-weak': {
    status: 422,
    what: {
      es: 'La clave de {file} es débil: hacen falta {least} bytes al azar.',
      en: 'The key in {file} is weak: {least} random bytes are needed.',
      fr: 'La clé de {file} est faible : il faut {least} octets aléatoires.',
    },
    advice: {
      es: 'Cree otra con openssl rand -hex 32: con una clave que se adivina, los nombres se leen.',
      en: 'Create another with openssl rand -hex 32: with a key that can be guessed, names can be read.',
      fr: 'Créez-en une autre avec openssl rand -hex 32 : une clé devinable laisse lire les noms.',
    },
  },
  'nothing-to-encode': {
    status: 422,
    what: {
      es: 'Ningún nombre de columna de {file} dice qué codificar: {columns}.',
      en: 'No column name of {file} says what to encode: {columns}.',
      fr: 'Aucun nom de colonne de {file} ne dit quoi encoder : {columns}.',
    },
    advice: {
      es: 'Nombre en los ajustes las columnas y lo que contienen (comparisons, as), igual en ambas partes.',
      en: 'Name the columns and what they hold in the settings (comparisons, as), alike on both sides.',
      fr: 'Nommez les colonnes et leur contenu dans les réglages (comparisons, as), de même des deux côtés.',
    },
  },
  'clk-unreadable': {
    status: 422,
    what: {
      es: 'La clave codificada del registro {id} no es base64.',
      en: 'The encoded key of record {id} is not base64.',
      fr: 'La clé encodée de l’enregistrement {id} n’est pas en base64.',
    },
    advice: {
      es: 'Codifique el archivo con caudal link --encode.',
      en: 'Encode the file with caudal link --encode.',
      fr: 'Encodez le fichier avec caudal link --encode.',
    },
  },
  'clk-lengths': {
    status: 422,
    what: {
      es: 'Las claves codificadas no son de un solo largo: van de {shortest} a {longest} bits.',
      en: 'The encoded keys are not of one length: they run from {shortest} to {longest} bits.',
      fr: 'Les clés encodées n’ont pas toutes la même longueur : de {shortest} à {longest} bits.',
    },
    advice: {
      es: 'Codifique ambos archivos del mismo modo, los dos con --fold o ninguno.',
      en: 'Encode both files alike, both with --fold or neither.',
      fr: 'Encodez les deux fichiers de la même façon, tous deux avec --fold ou aucun.',
    },
  },
  'clk-short': {
    status: 422,
    what: {
      es: 'Las claves codificadas tienen {bits} bits; hacen falta {least} o más.',
      en: 'The encoded keys have {bits} bits; {least} or more are needed.',
      fr: 'Les clés encodées ont {bits} bits ; il en faut {least} ou plus.',
    },
    advice: {
      es: 'Codifique los archivos con caudal link --encode.',
      en: 'Encode the files with caudal link --encode.',
      fr: 'Encodez les fichiers avec caudal link --encode.',
    },
  },
  'country-without-records': {
    status: 404,
    what: {
      es: 'El nodo no tiene registros de personas de {country}.',
      en: 'The node holds no records of persons from {country}.',
      fr: 'Le nœud ne détient aucun enregistrement de personnes de {country}.',
    },
    advice: {
      es: 'Tiene registros de: {countries}. Los países se nombran por su código ISO de tres letras.',
      en: 'It holds records from: {countries}. Countries are named by their three-letter ISO code.',
      fr: 'Il en détient de : {countries}. Les pays se désignent par leur code ISO à trois lettres.',
    },
  },
  'nothing-to-link': {
    status: 409,
    what: {
      es: 'El nodo no tiene ningún registro de personas que enlazar.',
      en: 'The node holds no records of persons to link.',
      fr: 'Le nœud ne détient aucun enregistrement de personnes à apparier.',
    },
    advice: {
      es: 'Cargue antes un archivo de cruces, permisos, residentes o retornados.',
      en: 'Bring in a file of crossings, permits, residents or returns first.',
      fr: 'Chargez d’abord un fichier de franchissements, de permis, de résidents ou de retours.',
    },
  },
  'no-run': {
    status: 404,
    what: {
      es: 'Los registros de {country} no se han enlazado.',
      en: 'The records of {country} have not been linked.',
      fr: 'Les enregistrements de {country} n’ont pas été appariés.',
    },
    advice: {
      es: 'Enlácelos con caudal link run o en el escritorio. Si ya se enlazaron, sus trayectorias pertenecen a otra institución o a ninguna: el registro de conjuntos de datos tiene que nombrar la suya para {dataset}, o un acuerdo darle los registros de las demás para el enlace.',
      en: 'Link them with caudal link run, or at the desk. If they are linked, their journeys belong to another institution or to none: the register of datasets must name yours for {dataset}, or an agreement give it the records of the others for linkage.',
      fr: 'Appariez-les avec caudal link run, ou au bureau. S’ils le sont déjà, leurs parcours appartiennent à une autre institution ou à aucune : le registre des jeux de données doit nommer la vôtre pour {dataset}, ou un accord lui donner les enregistrements des autres pour l’appariement.',
    },
  },
  'record-unknown': {
    status: 404,
    what: {
      es: 'La ejecución vigente de {country} no tiene un registro {record} con identidad.',
      en: 'The present run of {country} has no record {record} with an identity.',
      fr: 'L’exécution en vigueur de {country} n’a pas d’enregistrement {record} avec une identité.',
    },
    advice: {
      es: 'Use los números que muestran la cola de revisión del escritorio y caudal link review.',
      en: 'Use the numbers that the review queue at the desk and caudal link review show.',
      fr: 'Utilisez les numéros que montrent la file de vérification du bureau et caudal link review.',
    },
  },
  'one-card': {
    status: 422,
    what: {
      es: 'Los registros {one} y {other} dicen exactamente lo mismo: son una ficha.',
      en: 'The records {one} and {other} say exactly the same: they are one card.',
      fr: 'Les enregistrements {one} et {other} disent exactement la même chose : une seule fiche.',
    },
    advice: {
      es: 'Elija registros de dos fichas.',
      en: 'Choose records of two cards.',
      fr: 'Choisissez des enregistrements de deux fiches.',
    },
  },
  'pair-not-listed': {
    status: 404,
    what: {
      es: 'El par {one} y {other} no está en la ejecución: su peso queda por debajo de la revisión o nada los puso frente a frente.',
      en: 'The pair {one} and {other} is not in the run: its weight lies below review, or nothing brought the two together.',
      fr: 'La paire {one} et {other} n’est pas dans l’exécution : son poids est sous le seuil de vérification, ou rien ne les a rapprochés.',
    },
    advice: {
      es: 'Puede decidirse igualmente con caudal link decide.',
      en: 'It can be decided all the same, with caudal link decide.',
      fr: 'Elle peut tout de même être décidée avec caudal link decide.',
    },
  },
  'decided-already': {
    status: 409,
    what: {
      es: 'Ese par ya está decidido (decisión {decision}).',
      en: 'That pair is decided already (decision {decision}).',
      fr: 'Cette paire est déjà décidée (décision {decision}).',
    },
    advice: {
      es: 'Deshaga primero esa decisión.',
      en: 'Undo that decision first.',
      fr: 'Annulez d’abord cette décision.',
    },
  },
  'decision-contradicts': {
    status: 409,
    what: {
      es: 'No puede valer junto a la decisión {decision}, de {byLabel}.',
      en: 'It cannot hold beside decision {decision}, by {byLabel}.',
      fr: 'Elle ne peut valoir en même temps que la décision {decision}, de {byLabel}.',
    },
    advice: {
      es: 'Revise esa decisión y deshágala si está equivocada.',
      en: 'Look at that decision, and undo it if it is wrong.',
      fr: 'Examinez cette décision et annulez-la si elle est erronée.',
    },
  },
  'reason-missing': {
    status: 422,
    what: {
      es: 'Falta el motivo de la decisión.',
      en: 'The reason of the decision is missing.',
      fr: 'Le motif de la décision manque.',
    },
    advice: {
      es: 'Diga en una frase qué la sostiene.',
      en: 'Say in a sentence what it rests on.',
      fr: 'Dites en une phrase sur quoi elle repose.',
    },
  },
  'decision-unknown': {
    status: 404,
    what: {
      es: 'No hay una decisión {decision}.',
      en: 'There is no decision {decision}.',
      fr: 'Il n’y a pas de décision {decision}.',
    },
    advice: {
      es: 'Las que hay están en «Decisiones» del escritorio, o en caudal link decisions.',
      en: 'Those there are stand under “Decisions” at the desk, or in caudal link decisions.',
      fr: 'Celles qui existent figurent sous « Décisions » au bureau, ou dans caudal link decisions.',
    },
  },
  'undone-already': {
    status: 409,
    what: {
      es: 'La decisión {decision} ya se deshizo.',
      en: 'Decision {decision} was undone already.',
      fr: 'La décision {decision} a déjà été annulée.',
    },
    advice: {
      es: 'No hay nada que hacer.',
      en: 'There is nothing to do.',
      fr: 'Il n’y a rien à faire.',
    },
  },
  'request-malformed': {
    status: 422,
    what: {
      es: 'La petición no se entiende en «{place}»: {reason}.',
      en: 'The request cannot be read at “{place}”: {reason}.',
      fr: 'La demande est illisible à « {place} » : {reason}.',
    },
    advice: {
      es: 'El país son tres letras; una decisión lleva country, one, other, kind (same o different) y because.',
      en: 'A country is three letters; a decision has country, one, other, kind (same or different) and because.',
      fr: 'Un pays, ce sont trois lettres ; une décision a country, one, other, kind (same ou different) et because.',
    },
  },
})
