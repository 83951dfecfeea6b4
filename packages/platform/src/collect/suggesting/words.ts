import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal profile` says. */
export interface ProfileWords {
  readonly profile: string
  readonly suggest: string
  readonly suggestFile: string
  readonly recordType: string
  readonly country: string
  readonly suggestFormat: string
  readonly check: string
  readonly checkFile: string
  readonly checkProfile: string
  readonly withoutOwnCodes: string
  readonly rows: string
  readonly checkFormat: string
  readonly headings: readonly string[]
  readonly layoutOf: string
  readonly recordTypeOf: string
  readonly typeUnsure: string
  readonly couldBe: string
  readonly typeLacks: (fields: string) => string
  readonly sayType: string
  readonly codesOf: (field: string) => string
  readonly unplaced: (columns: string) => string
  readonly totals: (column: string, values: string) => string
  readonly otherTable: (row: number) => string
  readonly missing: (fields: string) => string
  readonly rival: (column: string, pattern: string, rival: string) => string
  readonly fillIn: string
  readonly record: (number: number) => string
  readonly leftOut: string
  readonly accepted: string
  readonly rejected: string
  readonly sound: string
  readonly unreadable: (lines: number) => string
  readonly newColumns: (columns: string) => string
  readonly examples: string
}

export const profileWords: Readonly<Record<Language, ProfileWords>> = {
  es: {
    profile: 'Propone y prueba perfiles de fuente: cómo se lee el archivo de una institución',
    suggest: 'Propone un perfil para un archivo, con la confianza de cada línea',
    suggestFile: 'Archivo: CSV, TSV, ancho fijo, JSON, XLSX o Parquet; también .gz o .zip',
    recordType: 'Tipo de registro, si se sabe: movement, permit, return …',
    country: 'País que guarda el archivo, código de tres letras: GTM',
    suggestFormat: 'profile: el perfil en JSON; json: el perfil con la confianza de cada línea',
    check: 'Muestra los primeros registros tal como saldrían, sin importar nada',
    checkFile: 'Archivo que se importaría',
    checkProfile: 'Id de un perfil o ruta de su JSON',
    withoutOwnCodes:
      'Otro comando trabaja en el nodo: se usan las listas de la plataforma, sin los códigos propios.',
    rows: 'Registros que se muestran',
    checkFormat: 'text o json',
    headings: ['campo', 'columna', 'confianza', 'nombre', 'contenido', 'códigos sin equivalencia'],
    layoutOf: 'Disposición',
    recordTypeOf: 'Tipo de registro',
    typeUnsure: 'Las columnas no bastan para estar seguros.',
    couldBe: 'También podría ser:',
    typeLacks: (fields) => `sin columna de: ${fields}`,
    sayType: 'Si es otro, dígalo con --record-type.',
    codesOf: (field) => `Códigos de ${field} que hay que confirmar`,
    unplaced: (columns) => `Columnas sin campo: ${columns}.`,
    totals: (column, values) =>
      `Las filas en que ${column} dice ${values} son totales: se dejan fuera y se cuentan.`,
    otherTable: (row) =>
      `En la fila ${row} de la hoja empieza otra tabla: sus registros no son de esta. Envíela en un archivo aparte.`,
    missing: (fields) => `Faltan campos obligatorios: ${fields}. Añádalos al perfil.`,
    rival: (column, pattern, rival) =>
      `En ${column} no se distinguen día y mes: se propone ${pattern}, pero ${rival} también se lee.`,
    fillIn: 'Complete en el perfil quién guarda el archivo ("source") y su título.',
    record: (number) => `Registro ${number}`,
    leftOut: 'se deja fuera a propósito',
    accepted: 'se aceptaría',
    rejected: 'se rechazaría',
    sound: 'sin hallazgos',
    unreadable: (lines) => `${lines} líneas de las primeras no se pueden leer.`,
    newColumns: (columns) => `Columnas que el perfil no nombra: ${columns}.`,
    examples:
      'Ejemplos:\n  caudal profile suggest entradas.csv --country GTM > perfil.json\n  caudal profile check entradas.csv --profile perfil.json',
  },
  en: {
    profile: 'Propose and try source profiles: how the file of an institution is read',
    suggest: 'Proposes a profile for a file, with a confidence for each line',
    suggestFile: 'File: CSV, TSV, fixed width, JSON, XLSX or Parquet; .gz or .zip too',
    recordType: 'Record type, where known: movement, permit, return …',
    country: 'Country that keeps the file, three-letter code: GTM',
    suggestFormat:
      'profile: the profile as JSON; json: the profile with the confidence of each line',
    check: 'Shows the first records as they would come out, importing nothing',
    checkFile: 'File that would be imported',
    checkProfile: 'Id of a profile or path of its JSON',
    withoutOwnCodes:
      'Another command works in the node: the lists of the platform are used, without its own codes.',
    rows: 'Records to show',
    checkFormat: 'text or json',
    headings: ['field', 'column', 'confidence', 'name', 'content', 'unmapped codes'],
    layoutOf: 'Layout',
    recordTypeOf: 'Record type',
    typeUnsure: 'The columns do not tell it for sure.',
    couldBe: 'It could also be:',
    typeLacks: (fields) => `no column for: ${fields}`,
    sayType: 'If it is another, say so with --record-type.',
    codesOf: (field) => `Codes of ${field} to be confirmed`,
    unplaced: (columns) => `Columns without a field: ${columns}.`,
    totals: (column, values) =>
      `Rows in which ${column} says ${values} are totals: they are left out and counted.`,
    otherTable: (row) =>
      `Another table begins in row ${row} of the sheet: its records are none of this one. Send it in a file of its own.`,
    missing: (fields) => `Required fields are missing: ${fields}. Add them to the profile.`,
    rival: (column, pattern, rival) =>
      `In ${column} day and month cannot be told apart: ${pattern} is proposed, but ${rival} reads it too.`,
    fillIn: 'Fill in who keeps the file ("source") and its title in the profile.',
    record: (number) => `Record ${number}`,
    leftOut: 'left out on purpose',
    accepted: 'would be accepted',
    rejected: 'would be rejected',
    sound: 'no findings',
    unreadable: (lines) => `${lines} of the first lines cannot be read.`,
    newColumns: (columns) => `Columns that the profile does not name: ${columns}.`,
    examples:
      'Examples:\n  caudal profile suggest entries.csv --country GTM > profile.json\n  caudal profile check entries.csv --profile profile.json',
  },
  fr: {
    profile: 'Propose et essaie des profils de source : comment lire le fichier d’une institution',
    suggest: 'Propose un profil pour un fichier, avec la confiance de chaque ligne',
    suggestFile: 'Fichier : CSV, TSV, largeur fixe, JSON, XLSX ou Parquet ; aussi .gz ou .zip',
    recordType: 'Type d’enregistrement, s’il est connu : movement, permit, return …',
    country: 'Pays qui tient le fichier, code à trois lettres : GTM',
    suggestFormat:
      'profile : le profil en JSON ; json : le profil avec la confiance de chaque ligne',
    check: 'Montre les premiers enregistrements tels qu’ils sortiraient, sans rien importer',
    checkFile: 'Fichier à importer',
    checkProfile: 'Id d’un profil ou chemin de son JSON',
    withoutOwnCodes:
      'Une autre commande travaille dans le nœud : les listes de la plateforme servent, sans ses codes propres.',
    rows: 'Enregistrements à montrer',
    checkFormat: 'text ou json',
    headings: ['champ', 'colonne', 'confiance', 'nom', 'contenu', 'codes sans correspondance'],
    layoutOf: 'Présentation',
    recordTypeOf: 'Type d’enregistrement',
    typeUnsure: 'Les colonnes ne suffisent pas pour en être sûr.',
    couldBe: 'Ce pourrait être aussi :',
    typeLacks: (fields) => `sans colonne pour : ${fields}`,
    sayType: 'Si c’en est un autre, dites-le avec --record-type.',
    codesOf: (field) => `Codes de ${field} à confirmer`,
    unplaced: (columns) => `Colonnes sans champ : ${columns}.`,
    totals: (column, values) =>
      `Les lignes où ${column} dit ${values} sont des totaux : elles sont laissées de côté et comptées.`,
    otherTable: (row) =>
      `Un autre tableau commence à la ligne ${row} de la feuille : ses enregistrements ne sont pas de celui-ci. Envoyez-le dans un fichier à part.`,
    missing: (fields) => `Il manque des champs obligatoires : ${fields}. Ajoutez-les au profil.`,
    rival: (column, pattern, rival) =>
      `Dans ${column}, jour et mois ne se distinguent pas : ${pattern} est proposé, mais ${rival} la lit aussi.`,
    fillIn: 'Complétez dans le profil qui tient le fichier ("source") et son titre.',
    record: (number) => `Enregistrement ${number}`,
    leftOut: 'écarté à dessein',
    accepted: 'serait accepté',
    rejected: 'serait rejeté',
    sound: 'aucun constat',
    unreadable: (lines) => `${lines} des premières lignes sont illisibles.`,
    newColumns: (columns) => `Colonnes que le profil ne nomme pas : ${columns}.`,
    examples:
      'Exemples :\n  caudal profile suggest entrees.csv --country GTM > profil.json\n  caudal profile check entrees.csv --profile profil.json',
  },
}
