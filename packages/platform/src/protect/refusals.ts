import { defineRefusals } from '@caudal/methods/vocabulary'

const nothing = {
  es: 'Corríjalo y vuelva a empezar; no se ha escrito nada.',
  en: 'Correct it and start again; nothing was written.',
  fr: 'Corrigez-la et recommencez ; rien n’a été écrit.',
}

/** What the doors of protection refuse before anything is written. */
export const protectRefusals = defineRefusals('protect', {
  'population-small': {
    status: 422,
    what: {
      es: 'Esos filtros dejan menos de {least} personas, o ninguna.',
      en: 'These filters leave fewer than {least} persons, or nobody.',
      fr: 'Ces filtres laissent moins de {least} personnes, ou aucune.',
    },
    advice: {
      es: 'Quite un filtro o elija un código más amplio: de tan pocas personas no se muestra nada.',
      en: 'Take a filter away or choose a broader code: nothing is shown of so few persons.',
      fr: 'Retirez un filtre ou choisissez un code plus large : rien n’est montré d’aussi peu de personnes.',
    },
  },
  'nationality-and-protection': {
    status: 422,
    what: {
      es: 'Esta tabla cruza «{dimension}» con «{purpose}»: diría cuántos nacionales de un país pidieron asilo o protección.',
      en: 'This table crosses “{dimension}” with “{purpose}”: it would tell how many nationals of a country sought asylum or protection.',
      fr: 'Ce tableau croise « {dimension} » et « {purpose} » : il dirait combien de ressortissants d’un pays ont demandé asile ou protection.',
    },
    advice: {
      es: 'Use una de las dos dimensiones, sin la otra; eso no se dice a nadie, porque podría llegar a ese país.',
      en: 'Use one of the two dimensions without the other; this is told to nobody, since it could reach that country.',
      fr: 'Utilisez l’une des deux dimensions sans l’autre ; cela n’est dit à personne, car ce pays pourrait l’apprendre.',
    },
  },
  'cut-too-large': {
    status: 422,
    what: {
      es: 'Esta tabla se calcula de más de {limit} celdas, contando las de los filtros.',
      en: 'This table is made of more than {limit} cells, those of its filters included.',
      fr: 'Ce tableau se calcule à partir de plus de {limit} cellules, filtres compris.',
    },
    advice: {
      es: 'Use niveles más amplios, o menos códigos en los filtros.',
      en: 'Use coarser levels, or fewer codes in its filters.',
      fr: 'Utilisez des niveaux plus larges, ou moins de codes dans les filtres.',
    },
  },
  'file-missing': {
    status: 404,
    what: {
      es: 'No existe el archivo {file}, o no se puede leer.',
      en: 'There is no file {file}, or it cannot be read.',
      fr: 'Le fichier {file} n’existe pas ou ne peut être lu.',
    },
    advice: {
      es: 'Compruebe la ruta; la de una jerarquía parte de la carpeta de la especificación.',
      en: 'Check the path; that of a hierarchy starts from the folder of the specification.',
      fr: 'Vérifiez le chemin ; celui d’une hiérarchie part du dossier de la spécification.',
    },
  },
  'file-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} está vacío o no tiene registros.',
      en: 'The file {file} is empty or has no records.',
      fr: 'Le fichier {file} est vide ou sans enregistrement.',
    },
    advice: {
      es: 'Dé un CSV con una línea de encabezado y al menos un registro.',
      en: 'Give a CSV with a header line and at least one record.',
      fr: 'Donnez un CSV avec une ligne d’en-tête et au moins un enregistrement.',
    },
  },
  'column-missing': {
    status: 422,
    what: {
      es: 'El archivo {file} no tiene la columna «{column}».',
      en: 'The file {file} has no column “{column}”.',
      fr: 'Le fichier {file} n’a pas de colonne « {column} ».',
    },
    advice: {
      es: 'Añádala, o corrija su nombre en la especificación.',
      en: 'Add it, or correct its name in the specification.',
      fr: 'Ajoutez-la ou corrigez son nom dans la spécification.',
    },
  },
  'spec-not-json': {
    status: 422,
    what: {
      es: 'La especificación {file} no es JSON: {reason}.',
      en: 'The specification {file} is not JSON: {reason}.',
      fr: 'La spécification {file} n’est pas du JSON : {reason}.',
    },
    advice: nothing,
  },
  'spec-malformed': {
    status: 422,
    what: {
      es: 'La especificación {file} no es correcta en «{path}»: {reason}.',
      en: 'The specification {file} is not right at “{path}”: {reason}.',
      fr: 'La spécification {file} est incorrecte à « {path} » : {reason}.',
    },
    advice: {
      es: 'Compárela con docs/methods/protection.md; no se ha escrito nada.',
      en: 'Compare it with docs/methods/protection.md; nothing was written.',
      fr: 'Comparez-la à docs/methods/protection.md ; rien n’a été écrit.',
    },
  },
  'spec-without-rule': {
    status: 422,
    what: {
      es: 'La especificación {file} no nombra ninguna regla en «primary»: se publicaría todo.',
      en: 'The specification {file} names no rule in “primary”: everything would be published.',
      fr: 'La spécification {file} ne nomme aucune règle dans « primary » : tout serait publié.',
    },
    advice: {
      es: 'Escriba al menos una: "primary": {"threshold": 3}, o pPercent, dominance, group o nationality; no se ha escrito nada.',
      en: 'Write at least one: "primary": {"threshold": 3}, or pPercent, dominance, group or nationality; nothing was written.',
      fr: 'Écrivez-en au moins une : "primary": {"threshold": 3}, ou pPercent, dominance, group ou nationality ; rien n’a été écrit.',
    },
  },
  'spec-contributors-alone': {
    status: 422,
    what: {
      es: 'La especificación {file} da «contributors» sin «pPercent»: solo esa regla lo usa.',
      en: 'The specification {file} gives “contributors” without “pPercent”: that rule alone uses it.',
      fr: 'La spécification {file} donne « contributors » sans « pPercent » : cette règle seule l’emploie.',
    },
    advice: {
      es: 'Escriba también "pPercent": 15, o quite «contributors»; no se ha escrito nada.',
      en: 'Write "pPercent": 15 as well, or take “contributors” out; nothing was written.',
      fr: 'Écrivez aussi "pPercent": 15, ou retirez « contributors » ; rien n’a été écrit.',
    },
  },
  'spec-unknown-dimension': {
    status: 422,
    what: {
      es: 'La especificación {file} usa «{column}», que no está entre sus dimensiones.',
      en: 'The specification {file} uses “{column}”, which is not among its dimensions.',
      fr: 'La spécification {file} utilise « {column} », qui ne figure pas parmi ses dimensions.',
    },
    advice: nothing,
  },
  'spec-repeats': {
    status: 422,
    what: {
      es: 'La especificación {file} repite «{column}».',
      en: 'The specification {file} repeats “{column}”.',
      fr: 'La spécification {file} répète « {column} ».',
    },
    advice: nothing,
  },
  'spec-publishes-person': {
    status: 422,
    what: {
      es: 'La especificación publicaría la columna de personas «{column}» como dimensión.',
      en: 'The specification would publish the person column “{column}” as a dimension.',
      fr: 'La spécification publierait la colonne de personnes « {column} » comme dimension.',
    },
    advice: {
      es: 'Quite esa columna de las dimensiones: una tabla por persona nombra a cada una.',
      en: 'Take that column out of the dimensions: a table by person names every one of them.',
      fr: 'Retirez cette colonne des dimensions : un tableau par personne nomme chacune d’elles.',
    },
  },
  'spec-measure-is-dimension': {
    status: 422,
    what: {
      es: 'La especificación {file} usa «{column}» a la vez como medida y como dimensión.',
      en: 'The specification {file} uses “{column}” both as measure and as dimension.',
      fr: 'La spécification {file} utilise « {column} » à la fois comme mesure et comme dimension.',
    },
    advice: nothing,
  },
  'spec-column-name': {
    status: 422,
    what: {
      es: 'Una dimensión no puede llamarse «{column}»: su nombre va en los archivos de salida.',
      en: 'A dimension cannot be called “{column}”: its name goes into the files written.',
      fr: 'Une dimension ne peut s’appeler « {column} » : son nom va dans les fichiers écrits.',
    },
    advice: {
      es: 'Cambie el nombre de la columna (sin barras ni punto inicial, ni «value» ni «status»).',
      en: 'Rename the column (no slashes, no leading dot, neither “value” nor “status”).',
      fr: 'Renommez la colonne (sans barre ni point initial, ni « value » ni « status »).',
    },
  },
  'amount-not-a-number': {
    status: 422,
    what: {
      es: 'En {file}, «{value}» de la columna «{column}» no es un número.',
      en: 'In {file}, “{value}” in the column “{column}” is not a number.',
      fr: 'Dans {file}, « {value} » de la colonne « {column} » n’est pas un nombre.',
    },
    advice: {
      es: 'Escriba números con punto decimal y sin separador de miles; no se ha escrito nada.',
      en: 'Write numbers with a decimal point and without thousands separators; nothing was written.',
      fr: 'Écrivez les nombres avec un point décimal et sans séparateur de milliers ; rien n’a été écrit.',
    },
  },
  'contribution-negative': {
    status: 422,
    what: {
      es: 'En {file} hay contribuciones negativas ({value} en «{column}»).',
      en: 'In {file} there are negative contributions ({value} in “{column}”).',
      fr: 'Dans {file} il y a des contributions négatives ({value} dans « {column} »).',
    },
    advice: {
      es: 'Estas reglas suponen contribuciones no negativas: publique entradas y salidas por separado.',
      en: 'These rules assume contributions that are not negative: publish gains and losses apart.',
      fr: 'Ces règles supposent des contributions non négatives : publiez entrées et sorties séparément.',
    },
  },
  'amount-too-large': {
    status: 422,
    what: {
      es: 'La suma de «{column}» en {file} es demasiado grande para contarla con exactitud.',
      en: 'The sum of “{column}” in {file} is too large to be counted exactly.',
      fr: 'La somme de « {column} » dans {file} est trop grande pour être comptée exactement.',
    },
    advice: {
      es: 'Exprese los importes en miles o en millones.',
      en: 'State the amounts in thousands or millions.',
      fr: 'Exprimez les montants en milliers ou en millions.',
    },
  },
  'person-missing': {
    status: 422,
    what: {
      es: 'Registros de {file} que no dicen en «{column}» de qué persona son: {count} de {records}; el primero, en la línea {line} ({mark}).',
      en: 'Records of {file} that do not say in “{column}” whose they are: {count} of {records}; the first is on line {line} ({mark}).',
      fr: 'Enregistrements de {file} qui ne disent pas dans « {column} » de quelle personne ils sont : {count} sur {records} ; le premier à la ligne {line} ({mark}).',
    },
    advice: {
      es: 'Dé a cada uno una persona; si se sabe que todos son de personas distintas, dé a cada uno un número propio; si no, quítelos y dígalo al publicar. No se ha escrito nada.',
      en: 'Give each of them a person; where all are known to be of different persons, give each a number of its own; else take them out and say so when you publish. Nothing was written.',
      fr: 'Donnez à chacun une personne ; si l’on sait que tous sont de personnes distinctes, donnez à chacun un numéro propre ; sinon retirez-les et dites-le en publiant. Rien n’a été écrit.',
    },
  },
  'cell-twice': {
    status: 422,
    what: {
      es: 'La celda {cell} aparece dos veces en {file}.',
      en: 'The cell {cell} stands twice in {file}.',
      fr: 'La cellule {cell} figure deux fois dans {file}.',
    },
    advice: nothing,
  },
  'cell-malformed': {
    status: 422,
    what: {
      es: 'La celda {cell} de {file} es contradictoria: {reason}.',
      en: 'The cell {cell} of {file} contradicts itself: {reason}.',
      fr: 'La cellule {cell} de {file} est contradictoire : {reason}.',
    },
    advice: nothing,
  },
  'too-many-cells': {
    status: 422,
    what: {
      es: 'Las tablas pedidas tienen {cells} celdas; se protegen hasta {most} de una vez.',
      en: 'The tables asked for have {cells} cells; up to {most} are protected at a time.',
      fr: 'Les tableaux demandés ont {cells} cellules ; jusqu’à {most} sont protégées à la fois.',
    },
    advice: {
      es: 'Publique menos dimensiones a la vez o códigos más amplios.',
      en: 'Publish fewer dimensions at once, or coarser codes.',
      fr: 'Publiez moins de dimensions à la fois, ou des codes plus larges.',
    },
  },
  'tables-contradict': {
    status: 422,
    what: {
      es: 'Las tablas de {folder} se contradicen: {reason}.',
      en: 'The tables in {folder} contradict each other: {reason}.',
      fr: 'Les tableaux de {folder} se contredisent : {reason}.',
    },
    advice: {
      es: 'Un ataque solo dice algo de tablas que suman: corríjalas o compruebe la jerarquía.',
      en: 'An attack says something only of tables that add up: correct them or check the hierarchy.',
      fr: 'Une attaque ne dit rien de tableaux qui ne s’additionnent pas : corrigez-les ou vérifiez la hiérarchie.',
    },
  },
  'too-few-persons': {
    status: 422,
    what: {
      es: 'La exigencia no se puede cumplir: el umbral pide {threshold} personas, y todas las tablas juntas reúnen {persons}.',
      en: 'The requirement cannot be met: the threshold asks for {threshold} persons, and all the tables together hold {persons}.',
      fr: 'L’exigence ne peut être satisfaite : le seuil demande {threshold} personnes, et tous les tableaux réunis en comptent {persons}.',
    },
    advice: {
      es: 'Reúna más registros antes de publicar, o revise el umbral; no se ha escrito nada.',
      en: 'Bring more records together before publishing, or look at the threshold again; nothing was written.',
      fr: 'Réunissez davantage d’enregistrements avant de publier, ou revoyez le seuil ; rien n’a été écrit.',
    },
  },
  'not-a-release': {
    status: 404,
    what: {
      es: 'La carpeta {folder} no es la de una publicación anterior: le falta un archivo ledger.json que se pueda leer.',
      en: 'The folder {folder} is not that of an earlier release: it has no ledger.json that can be read.',
      fr: 'Le dossier {folder} n’est pas celui d’une publication antérieure : il n’a pas de ledger.json lisible.',
    },
    advice: {
      es: 'Indique en --earlier la carpeta de trabajo que escribió «caudal protect», no su carpeta public.',
      en: 'Name after --earlier the working folder that “caudal protect” wrote, not its folder public.',
      fr: 'Indiquez après --earlier le dossier de travail écrit par « caudal protect », pas son dossier public.',
    },
  },
  'folder-not-writable': {
    status: 500,
    what: {
      es: 'No se puede escribir en la carpeta {folder}: {reason}.',
      en: 'The folder {folder} cannot be written: {reason}.',
      fr: 'Impossible d’écrire dans le dossier {folder} : {reason}.',
    },
    advice: {
      es: 'Compruebe permisos y espacio, o use otra carpeta con --out.',
      en: 'Check rights and room, or use another folder with --out.',
      fr: 'Vérifiez les droits et la place, ou utilisez un autre dossier avec --out.',
    },
  },
})
