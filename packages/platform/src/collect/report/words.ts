import type { Language } from '@caudal/methods/vocabulary'
import type { ImportStep } from '../import-report.ts'
import type { RepeatKind } from '../staging/repeats-sql.ts'

interface CollectWords {
  readonly import: string
  readonly importFile: string
  readonly importProfile: string
  readonly importJson: string
  readonly importSupersedes: string
  readonly importBecause: string
  readonly becauseNeeded: string
  readonly importExamples: string
  readonly profileNeeded: string
  readonly fileNeeded: string
  readonly importing: (file: string) => string
  readonly steps: Readonly<Record<ImportStep, string>>
  readonly imported: (batch: string, file: string, dataset: string) => string
  readonly alreadyReceived: (file: string, batch: string) => string
  readonly rows: (read: string, accepted: string, rejected: string) => string
  readonly leftOut: (cells: string) => string
  readonly repeats: (records: string, kinds: string) => string
  readonly repeatsCounted: (not: string, counted: string) => string
  readonly repeatsNotSought: (batches: string) => string
  readonly repeatKinds: Readonly<Record<RepeatKind, string>>
  readonly rejections: string
  readonly warnings: string
  readonly unmapped: (codes: string) => string
  readonly suggestion: (code: string) => string
  readonly moreCodes: (codes: string) => string
  readonly newColumns: (columns: string) => string
  readonly absentColumns: (columns: string) => string
  readonly repeatedColumns: (columns: string) => string
  readonly seeFindings: (command: string) => string
  readonly batches: string
  readonly batchesFormat: string
  readonly batchesAll: string
  readonly batchesNone: string
  readonly batchHeadings: readonly string[]
  readonly statuses: Readonly<Record<'accepted' | 'superseded' | 'withdrawn', string>>
  readonly show: string
  readonly showBatch: string
  readonly showFindings: string
  readonly showLimit: string
  readonly findingHeadings: readonly string[]
  readonly levels: Readonly<Record<'reject' | 'warn', string>>
  readonly shown: (shown: string, total: string) => string
}

/** The words of `caudal import` and `caudal batches`. */
export const collectWords: Readonly<Record<Language, CollectWords>> = {
  es: {
    import: 'Importa un archivo de registros, entero o nada',
    importFile: 'Archivo: CSV, TSV, ancho fijo, JSON, XLSX o Parquet; también .gz o .zip',
    importProfile: 'Perfil de la fuente: su nombre o la ruta de un archivo JSON',
    importSupersedes: 'Lotes que este archivo corrige y reemplaza, por número: 3,4',
    importBecause: 'Por qué los corrige; queda anotado con ellos',
    becauseNeeded: 'Diga por qué los corrige: --because "…"',
    importJson: 'Escribe el informe como JSON en la salida normal',
    importExamples: `Ejemplos:
  caudal import entradas.csv --profile mi-perfil.json
  caudal import migracion.zip --profile nz-plt-migration --json`,
    profileNeeded: 'Falta --profile: el nombre de un perfil o la ruta de un archivo JSON.',
    fileNeeded: 'Falta el archivo que se ha de importar.',
    importing: (file) => `Importar ${file}`,
    steps: {
      read: 'leer',
      stage: 'interpretar y comprobar',
      split: 'separar hechos e identidades',
      repeats: 'buscar repetidos',
      accept: 'aceptar',
    },
    imported: (batch, file, dataset) => `Lote ${batch}: ${file} está en ${dataset}.`,
    alreadyReceived: (file, batch) =>
      `${file} ya se había importado (lote ${batch}); no ha cambiado nada.`,
    rows: (read, accepted, rejected) =>
      `Registros leídos: ${read}; aceptados: ${accepted}; rechazados: ${rejected}.`,
    leftOut: (cells) => `Filas sin valor que el perfil omite: ${cells}.`,
    repeats: (records, kinds) => `Repetidos señalados, sin borrar ninguno: ${records} (${kinds}).`,
    repeatsCounted: (not, counted) =>
      `De ellos no se cuentan, porque cuenta otro de su grupo: ${not}; se cuentan de todos modos: ${counted}.`,
    repeatsNotSought: (batches) =>
      `No se pudieron buscar repetidos en lotes de los mismos días, porque la clave de sus identidades se destruyó: ${batches}. Lo que esté en ambos cuenta dos veces.`,
    repeatKinds: {
      identical: 'idénticos',
      'same-id': 'mismo identificador',
      'same-crossing': 'mismo cruce',
      'same-event': 'misma persona y mismo trámite, estancia o retorno',
      'earlier-batch': 'ya en un lote anterior',
    },
    rejections: 'Rechazados por regla:',
    warnings: 'Avisos por regla:',
    unmapped: (codes) => `Códigos desconocidos (${codes}):`,
    suggestion: (code) => `¿${code}?`,
    moreCodes: (codes) => `… y ${codes} más`,
    newColumns: (columns) => `Columnas nuevas que el perfil no lee: ${columns}.`,
    absentColumns: (columns) => `Columnas del perfil que el archivo no tiene: ${columns}.`,
    repeatedColumns: (columns) => `Nombres de columna repetidos: ${columns}.`,
    seeFindings: (command) => `Línea por línea: ${command}`,
    batches: 'Enumera los lotes recibidos',
    batchesFormat: 'Cómo se escribe: table, csv o json',
    batchesAll: 'También los reemplazados y retirados',
    batchesNone: 'Todavía no hay lotes. Importe un archivo: caudal import ARCHIVO --profile PERFIL',
    batchHeadings: [
      'Lote',
      'Conjunto',
      'Archivo',
      'Leídos',
      'Aceptados',
      'Rechazados',
      'Repetidos',
      'Recibido',
      'Estado',
    ],
    statuses: { accepted: 'aceptado', superseded: 'reemplazado', withdrawn: 'retirado' },
    show: 'Muestra un lote',
    showBatch: 'Número del lote',
    showFindings: 'Línea por línea, lo que se encontró',
    showLimit: 'Cuántos hallazgos como máximo',
    findingHeadings: ['Línea', 'Registro', 'Nivel', 'Regla', 'Campo', 'Valor', 'Motivo'],
    levels: { reject: 'rechazado', warn: 'aviso' },
    shown: (shown, total) => `${shown} de ${total} hallazgos.`,
  },
  en: {
    import: 'Import a file of records, whole or not at all',
    importFile: 'File: CSV, TSV, fixed width, JSON, XLSX or Parquet; .gz or .zip too',
    importProfile: 'Source profile: its name, or the path of a JSON file',
    importSupersedes: 'Batches that this file corrects and replaces, by number: 3,4',
    importBecause: 'Why it corrects them; kept with them',
    becauseNeeded: 'Say why it corrects them: --because "…"',
    importJson: 'Write the report as JSON to standard output',
    importExamples: `Examples:
  caudal import entries.csv --profile my-profile.json
  caudal import migration.zip --profile nz-plt-migration --json`,
    profileNeeded: '--profile is missing: the name of a profile or the path of a JSON file.',
    fileNeeded: 'The file to import is missing.',
    importing: (file) => `Import ${file}`,
    steps: {
      read: 'reading',
      stage: 'typing and checking',
      split: 'splitting facts and identities',
      repeats: 'searching for repeats',
      accept: 'accepting',
    },
    imported: (batch, file, dataset) => `Batch ${batch}: ${file} is in ${dataset}.`,
    alreadyReceived: (file, batch) =>
      `${file} was imported before (batch ${batch}); nothing has changed.`,
    rows: (read, accepted, rejected) =>
      `Records read: ${read}; accepted: ${accepted}; rejected: ${rejected}.`,
    leftOut: (cells) => `Rows without a value that the profile leaves out: ${cells}.`,
    repeats: (records, kinds) => `Repeats flagged, none deleted: ${records} (${kinds}).`,
    repeatsCounted: (not, counted) =>
      `Of these not counted, because another of their group is: ${not}; counted all the same: ${counted}.`,
    repeatsNotSought: (batches) =>
      `Repeats could not be looked for in batches of the same days, because the key of their identities is destroyed: ${batches}. What is in both counts twice.`,
    repeatKinds: {
      identical: 'identical',
      'same-id': 'same id',
      'same-crossing': 'same crossing',
      'same-event': 'same person and procedure, stay or return',
      'earlier-batch': 'in an earlier batch',
    },
    rejections: 'Rejected by rule:',
    warnings: 'Warnings by rule:',
    unmapped: (codes) => `Unknown codes (${codes}):`,
    suggestion: (code) => `${code}?`,
    moreCodes: (codes) => `… and ${codes} more`,
    newColumns: (columns) => `New columns that the profile does not read: ${columns}.`,
    absentColumns: (columns) => `Columns of the profile that the file does not have: ${columns}.`,
    repeatedColumns: (columns) => `Column names that come more than once: ${columns}.`,
    seeFindings: (command) => `Line by line: ${command}`,
    batches: 'List the batches received',
    batchesFormat: 'How it is written: table, csv or json',
    batchesAll: 'Superseded and withdrawn ones too',
    batchesNone: 'There are no batches yet. Import a file: caudal import FILE --profile PROFILE',
    batchHeadings: [
      'Batch',
      'Dataset',
      'File',
      'Read',
      'Accepted',
      'Rejected',
      'Repeats',
      'Received',
      'Status',
    ],
    statuses: { accepted: 'accepted', superseded: 'superseded', withdrawn: 'withdrawn' },
    show: 'Show one batch',
    showBatch: 'Number of the batch',
    showFindings: 'What was found, line by line',
    showLimit: 'How many findings at most',
    findingHeadings: ['Line', 'Record', 'Level', 'Rule', 'Field', 'Value', 'Reason'],
    levels: { reject: 'rejected', warn: 'warning' },
    shown: (shown, total) => `${shown} of ${total} findings.`,
  },
  fr: {
    import: 'Importe un fichier d’enregistrements, en entier ou pas du tout',
    importFile: 'Fichier : CSV, TSV, largeur fixe, JSON, XLSX ou Parquet ; aussi .gz ou .zip',
    importProfile: 'Profil de la source : son nom ou le chemin d’un fichier JSON',
    importSupersedes: 'Lots que ce fichier corrige et remplace, par numéro : 3,4',
    importBecause: 'Pourquoi il les corrige ; reste noté avec eux',
    becauseNeeded: 'Dites pourquoi il les corrige : --because "…"',
    importJson: 'Écrit le rapport en JSON sur la sortie standard',
    importExamples: `Exemples :
  caudal import entrees.csv --profile mon-profil.json
  caudal import migration.zip --profile nz-plt-migration --json`,
    profileNeeded: 'Il manque --profile : le nom d’un profil ou le chemin d’un fichier JSON.',
    fileNeeded: 'Il manque le fichier à importer.',
    importing: (file) => `Importer ${file}`,
    steps: {
      read: 'lecture',
      stage: 'interprétation et contrôle',
      split: 'séparation des faits et des identités',
      repeats: 'recherche des répétitions',
      accept: 'acceptation',
    },
    imported: (batch, file, dataset) => `Lot ${batch} : ${file} est dans ${dataset}.`,
    alreadyReceived: (file, batch) =>
      `${file} avait déjà été importé (lot ${batch}) ; rien n’a changé.`,
    rows: (read, accepted, rejected) =>
      `Enregistrements lus : ${read} ; acceptés : ${accepted} ; rejetés : ${rejected}.`,
    leftOut: (cells) => `Lignes sans valeur que le profil laisse de côté : ${cells}.`,
    repeats: (records, kinds) => `Répétitions signalées, aucune supprimée : ${records} (${kinds}).`,
    repeatsCounted: (not, counted) =>
      `Parmi eux ne comptent pas, parce qu’un autre de leur groupe compte : ${not} ; comptent néanmoins : ${counted}.`,
    repeatsNotSought: (batches) =>
      `Les répétitions n’ont pas pu être cherchées dans des lots des mêmes jours, parce que la clé de leurs identités est détruite : ${batches}. Ce qui est dans les deux compte deux fois.`,
    repeatKinds: {
      identical: 'identiques',
      'same-id': 'même identifiant',
      'same-crossing': 'même franchissement',
      'same-event': 'même personne et même démarche, séjour ou retour',
      'earlier-batch': 'dans un lot antérieur',
    },
    rejections: 'Rejetés par règle :',
    warnings: 'Avertissements par règle :',
    unmapped: (codes) => `Codes inconnus (${codes}) :`,
    suggestion: (code) => `${code} ?`,
    moreCodes: (codes) => `… et ${codes} autres`,
    newColumns: (columns) => `Colonnes nouvelles que le profil ne lit pas : ${columns}.`,
    absentColumns: (columns) => `Colonnes du profil que le fichier n’a pas : ${columns}.`,
    repeatedColumns: (columns) => `Noms de colonne répétés : ${columns}.`,
    seeFindings: (command) => `Ligne par ligne : ${command}`,
    batches: 'Donne la liste des lots reçus',
    batchesFormat: 'Forme de la liste : table, csv ou json',
    batchesAll: 'Aussi ceux qui ont été remplacés ou retirés',
    batchesNone:
      'Il n’y a pas encore de lot. Importez un fichier : caudal import FICHIER --profile PROFIL',
    batchHeadings: [
      'Lot',
      'Jeu de données',
      'Fichier',
      'Lus',
      'Acceptés',
      'Rejetés',
      'Répétés',
      'Reçu',
      'État',
    ],
    statuses: { accepted: 'accepté', superseded: 'remplacé', withdrawn: 'retiré' },
    show: 'Montre un lot',
    showBatch: 'Numéro du lot',
    showFindings: 'Ce qui a été trouvé, ligne par ligne',
    showLimit: 'Combien de constats au plus',
    findingHeadings: ['Ligne', 'Enregistrement', 'Niveau', 'Règle', 'Champ', 'Valeur', 'Motif'],
    levels: { reject: 'rejeté', warn: 'avertissement' },
    shown: (shown, total) => `${shown} constats sur ${total}.`,
  },
}
