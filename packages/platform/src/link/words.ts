import type { ColumnLeftOut } from '@caudal/methods/link'
import type { Language } from '@caudal/methods/vocabulary'
import type { LinkStep } from './link-records.ts'

interface DoneCounts {
  readonly records: number
  readonly persons: number
  readonly accepted: number
  readonly review: number
}

interface LinkWords {
  readonly link: string
  readonly files: string
  readonly settings: string
  readonly pairs: string
  readonly clusters: string
  readonly allPairs: string
  readonly encode: string
  readonly out: string
  readonly fold: string
  readonly encoded: string
  readonly help: string
  encodedColumns(columns: string): string
  emptyKeys(records: string): string
  encodedDone(records: string, file: string): string
  readonly nobodyShared: string
  readonly steps: Readonly<Record<LinkStep, string>>
  readonly leftOut: Readonly<Record<ColumnLeftOut['because'], string>>
  notCompared(column: string, because: string): string
  unshared(columns: string): string
  matched(column: string, other: string): string
  sharedIds(ids: string, across: boolean): string
  compared(columns: string): string
  rule(name: string, pairs: string): string
  everyPair: string
  recall(percent: string): string
  untrained: string
  split(id: string, records: string, parts: string): string
  apart(id: string, records: string, parts: string): string
  done(counts: DoneCounts, format: (count: number) => string): string
}

/** The words of `caudal link`. */
export const linkWords: Readonly<Record<Language, LinkWords>> = {
  es: {
    link: 'Encuentra qué registros son de una misma persona, en un archivo o entre dos',
    files: 'uno o dos archivos CSV con encabezado',
    settings: 'ajustes en JSON: columna de identificación, bloqueo, comparaciones, umbrales',
    pairs: 'archivo de pares que se escribe: id_left,id_right,weight,probability,decision',
    clusters: 'archivo de personas que se escribe: id,person,file',
    allPairs: 'escribe todos los pares comparados, también los rechazados',
    encode: 'en vez de enlazar, escribe claves codificadas con el secreto de este archivo',
    out: 'archivo de claves que se escribe con --encode: id,clk',
    fold: 'con --encode, dobla las claves a la mitad de bits',
    encoded: 'los dos archivos son de claves codificadas',
    encodedColumns: (columns) =>
      `Se codifican: ${columns}. La otra parte debe codificar columnas de las mismas clases.`,
    emptyKeys: (records) =>
      `${records} registros no tienen ningún valor que codificar: no se enlazarán.`,
    encodedDone: (records, file) => `${records} registros codificados en ${file}.`,
    nobodyShared:
      'Ningún par sobresale del azar: los archivos no tienen a nadie en común, o se codificaron con secretos o columnas diferentes.',
    help: `Sin ajustes, todo se deduce de los nombres de las columnas (nombre, apellidos, fecha de nacimiento, documento,
dirección, correo…, también en inglés y francés) y de los datos. La columna de identificación se llama id, rec_id,
record_id o unique_id. Nunca se comparan cluster, label, person ni entity_id. Con dos archivos, cada registro
tiene como mucho una pareja en el otro, salvo linkType "link-and-dedupe" en los ajustes.
Los ajustes se describen en docs/reference/link-settings.schema.json; el método, en docs/methods/linkage.md.`,
    steps: {
      prepare: 'Normaliza valores',
      block: 'Elige reglas de bloqueo',
      compare: 'Compara pares',
      estimate: 'Estima pesos',
      group: 'Agrupa en personas',
    },
    leftOut: {
      id: 'identifica el registro',
      truth: 'ya dice de quién es',
      event: 'es la fecha de un suceso, no de la persona',
      asked: 'así lo piden los ajustes',
      empty: 'está vacía',
      'one-value': 'tiene un solo valor',
      'all-different': 'es distinta en cada registro y su nombre no dice qué es',
    },
    notCompared: (column, because) => `No se compara «${column}»: ${because}.`,
    unshared: (columns) => `No se comparan columnas que están en un solo archivo: ${columns}.`,
    matched: (column, other) =>
      `La columna «${column}» del primer archivo se compara con «${other}» del segundo.`,
    sharedIds: (ids, across) =>
      across
        ? `Hay ${ids} identificadores en los dos archivos; en los pares, el de la izquierda es del primero.`
        : `Hay ${ids} identificadores en los dos archivos; los pares no dicen de cuál de los dos son, las personas (--clusters) sí.`,
    compared: (columns) => `Se comparan: ${columns}.`,
    everyPair: 'El archivo es pequeño: se compara cada par.',
    rule: (name, pairs) => `  bloqueo por ${name}: ${pairs} pares`,
    recall: (percent) =>
      `Se espera que el bloqueo alcance el ${percent} % de los pares de una misma persona.`,
    untrained:
      'Muy pocos pares de una misma persona para estimar pesos: se usan los habituales de cada clase de columna.',
    apart: (id, records, parts) =>
      `El grupo del registro ${id} (${records} registros) reunía sexos y nacimientos que no son de una persona: se partió en ${parts} partes por sus enlaces más débiles.`,
    split: (id, records, parts) =>
      `El grupo del registro ${id} reunía ${records} registros, demasiados para una persona: se partió en ${parts} partes por sus enlaces más débiles, que quedan para revisión.`,
    done: ({ records, persons, accepted, review }, format) =>
      `${format(records)} ${records === 1 ? 'registro' : 'registros'}, ${format(persons)} ${persons === 1 ? 'persona' : 'personas'}: ${format(accepted)} ${accepted === 1 ? 'par aceptado' : 'pares aceptados'}, ${format(review)} para revisión.`,
  },
  en: {
    link: 'Find which records are of one person, within one file or across two',
    files: 'one or two CSV files with a header',
    settings: 'settings as JSON: id column, blocking, comparisons, thresholds',
    pairs: 'file of pairs to write: id_left,id_right,weight,probability,decision',
    clusters: 'file of persons to write: id,person,file',
    allPairs: 'write every pair compared, rejected ones too',
    encode: 'instead of linking, write keys encoded with the secret in this file',
    out: 'file of keys to write with --encode: id,clk',
    fold: 'with --encode, fold keys to half their bits',
    encoded: 'both files are of encoded keys',
    encodedColumns: (columns) =>
      `Encoded: ${columns}. The other side must encode columns of the same kinds.`,
    emptyKeys: (records) => `${records} records have no value to encode: they will not be linked.`,
    encodedDone: (records, file) => `${records} records encoded in ${file}.`,
    nobodyShared:
      'No pair stands out from chance: the files have nobody in common, or were encoded with different secrets or columns.',
    help: `Without settings everything is told from the names of the columns (given name, surname, date of birth, document,
address, e-mail…, in Spanish and French too) and from the data. The column that tells records apart is called id,
rec_id, record_id or unique_id. cluster, label, person and entity_id are never compared. With two files every record
has at most one partner in the other, unless the settings say linkType "link-and-dedupe".
Settings are described in docs/reference/link-settings.schema.json, the method in docs/methods/linkage.md.`,
    steps: {
      prepare: 'Normalise values',
      block: 'Choose blocking rules',
      compare: 'Compare pairs',
      estimate: 'Estimate weights',
      group: 'Group into persons',
    },
    leftOut: {
      id: 'it tells records apart',
      truth: 'it already says whose record it is',
      event: 'it dates an event, not a person',
      asked: 'the settings say so',
      empty: 'it is empty',
      'one-value': 'it holds one value',
      'all-different': 'it differs in every record and its name does not say what it is',
    },
    notCompared: (column, because) => `“${column}” is not compared: ${because}.`,
    unshared: (columns) => `Columns that stand in one file only are not compared: ${columns}.`,
    matched: (column, other) =>
      `“${column}” of the first file is compared with “${other}” of the second.`,
    sharedIds: (ids, across) =>
      across
        ? `${ids} ids stand in both files; in a pair the left one is the first file’s.`
        : `${ids} ids stand in both files; pairs do not say which of the two is meant, persons (--clusters) do.`,
    compared: (columns) => `Compared: ${columns}.`,
    everyPair: 'The file is small: every pair is compared.',
    rule: (name, pairs) => `  blocking on ${name}: ${pairs} pairs`,
    recall: (percent) => `Blocking is expected to reach ${percent} % of the pairs of one person.`,
    untrained:
      'Too few pairs of one person to estimate weights from: those usual for each kind of column are used.',
    apart: (id, records, parts) =>
      `The cluster of record ${id} (${records} records) held sexes and births that are not one person’s: it was split into ${parts} parts at its weakest links.`,
    split: (id, records, parts) =>
      `The cluster of record ${id} held ${records} records, too many for one person: it was split into ${parts} parts at its weakest links, which are left for review.`,
    done: ({ records, persons, accepted, review }, format) =>
      `${format(records)} ${records === 1 ? 'record' : 'records'}, ${format(persons)} ${persons === 1 ? 'person' : 'persons'}: ${format(accepted)} ${accepted === 1 ? 'pair' : 'pairs'} accepted, ${format(review)} for review.`,
  },
  fr: {
    link: 'Trouve quels enregistrements sont d’une même personne, dans un fichier ou entre deux',
    files: 'un ou deux fichiers CSV avec en-tête',
    settings: 'réglages en JSON : colonne d’identification, blocage, comparaisons, seuils',
    pairs: 'fichier de paires à écrire : id_left,id_right,weight,probability,decision',
    clusters: 'fichier de personnes à écrire : id,person,file',
    allPairs: 'écrit toutes les paires comparées, même rejetées',
    encode: 'au lieu d’apparier, écrit des clés encodées avec le secret de ce fichier',
    out: 'fichier de clés à écrire avec --encode : id,clk',
    fold: 'avec --encode, replie les clés à la moitié de leurs bits',
    encoded: 'les deux fichiers sont de clés encodées',
    encodedColumns: (columns) =>
      `Encodées : ${columns}. L’autre partie doit encoder des colonnes des mêmes sortes.`,
    emptyKeys: (records) =>
      `${records} enregistrements n’ont aucune valeur à encoder : ils ne seront pas appariés.`,
    encodedDone: (records, file) => `${records} enregistrements encodés dans ${file}.`,
    nobodyShared:
      'Aucune paire ne se distingue du hasard : les fichiers n’ont personne en commun, ou ont été encodés avec des secrets ou des colonnes différents.',
    help: `Sans réglages, tout se déduit des noms des colonnes (prénom, nom, date de naissance, document, adresse,
courriel…, en espagnol et en anglais aussi) et des données. La colonne d’identification s’appelle id, rec_id,
record_id ou unique_id. cluster, label, person et entity_id ne sont jamais comparées. Avec deux fichiers, chaque
enregistrement a au plus un partenaire dans l’autre, sauf linkType "link-and-dedupe" dans les réglages.
Les réglages sont décrits dans docs/reference/link-settings.schema.json, la méthode dans docs/methods/linkage.md.`,
    steps: {
      prepare: 'Normalise les valeurs',
      block: 'Choisit les règles de blocage',
      compare: 'Compare les paires',
      estimate: 'Estime les poids',
      group: 'Groupe en personnes',
    },
    leftOut: {
      id: 'elle identifie l’enregistrement',
      truth: 'elle dit déjà à qui il est',
      event: 'elle date un événement, pas une personne',
      asked: 'les réglages le demandent',
      empty: 'elle est vide',
      'one-value': 'elle n’a qu’une valeur',
      'all-different': 'elle diffère à chaque enregistrement et son nom ne dit pas ce qu’elle est',
    },
    notCompared: (column, because) => `« ${column} » n’est pas comparée : ${because}.`,
    unshared: (columns) =>
      `Les colonnes présentes dans un seul fichier ne sont pas comparées : ${columns}.`,
    matched: (column, other) =>
      `« ${column} » du premier fichier est comparée à « ${other} » du second.`,
    sharedIds: (ids, across) =>
      across
        ? `${ids} identifiants figurent dans les deux fichiers ; dans une paire, celui de gauche est du premier.`
        : `${ids} identifiants figurent dans les deux fichiers ; les paires ne disent pas duquel ils sont, les personnes (--clusters) si.`,
    compared: (columns) => `Comparées : ${columns}.`,
    everyPair: 'Le fichier est petit : chaque paire est comparée.',
    rule: (name, pairs) => `  blocage par ${name} : ${pairs} paires`,
    recall: (percent) =>
      `Le blocage devrait atteindre ${percent} % des paires d’une même personne.`,
    untrained:
      'Trop peu de paires d’une même personne pour estimer les poids : ceux habituels de chaque sorte de colonne sont pris.',
    apart: (id, records, parts) =>
      `Le groupe de l’enregistrement ${id} (${records} enregistrements) réunissait des sexes et des naissances qui ne sont pas d’une personne : il a été divisé en ${parts} parties à ses liens les plus faibles.`,
    split: (id, records, parts) =>
      `Le groupe de l’enregistrement ${id} réunissait ${records} enregistrements, trop pour une personne : il a été divisé en ${parts} parties à ses liens les plus faibles, laissés à la révision.`,
    done: ({ records, persons, accepted, review }, format) =>
      `${format(records)} enregistrement${records < 2 ? '' : 's'}, ${format(persons)} personne${persons < 2 ? '' : 's'} : ${format(accepted)} paire${accepted < 2 ? ' acceptée' : 's acceptées'}, ${format(review)} à réviser.`,
  },
}
