import type { Language } from '@caudal/methods/vocabulary'

/** What stands for a value in the usage of a command (`--to <folder>`), in Spanish and in French. */
const placeholders: Readonly<Record<string, readonly [es: string, fr: string]>> = {
  address: ['dirección', 'adresse'],
  addresses: ['direcciones', 'adresses'],
  after: ['después', 'après'],
  agreement: ['acuerdo', 'accord'],
  batch: ['lote', 'lot'],
  batches: ['lotes', 'lots'],
  before: ['antes', 'avant'],
  calculation: ['cálculo', 'calcul'],
  cells: ['celdas', 'cellules'],
  checkpoint: ['estado', 'état'],
  code: ['código', 'code'],
  codes: ['códigos', 'codes'],
  column: ['columna', 'colonne'],
  columns: ['columnas', 'colonnes'],
  command: ['orden', 'commande'],
  concept: ['concepto', 'concept'],
  conditions: ['condiciones', 'conditions'],
  contact: ['contacto', 'contact'],
  countries: ['países', 'pays'],
  country: ['país', 'pays'],
  crossings: ['cruces', 'passages'],
  cube: ['cubo', 'cube'],
  cubes: ['cubos', 'cubes'],
  dataflow: ['flujo', 'flux'],
  dataset: ['conjunto', 'jeu'],
  day: ['día', 'jour'],
  days: ['días', 'jours'],
  decision: ['decisión', 'décision'],
  derogation: ['excepción', 'dérogation'],
  destination: ['destino', 'destination'],
  dimension: ['dimensión', 'dimension'],
  dimensions: ['dimensiones', 'dimensions'],
  direction: ['sentido', 'sens'],
  duty: ['obligación', 'obligation'],
  earlier: ['anterior', 'précédent'],
  entries: ['fichas', 'fiches'],
  export: ['exportación', 'export'],
  field: ['campo', 'champ'],
  fields: ['campos', 'champs'],
  file: ['archivo', 'fichier'],
  files: ['archivos', 'fichiers'],
  findings: ['hallazgos', 'constats'],
  first: ['primero', 'premier'],
  flow: ['flujo', 'flux'],
  folder: ['carpeta', 'dossier'],
  folders: ['carpetas', 'dossiers'],
  form: ['formulario', 'formulaire'],
  format: ['formato', 'format'],
  from: ['desde', 'depuis'],
  host: ['máquina', 'machine'],
  id: ['identificador', 'identifiant'],
  index: ['número', 'numéro'],
  indicator: ['indicador', 'indicateur'],
  institution: ['institución', 'institution'],
  key: ['clave', 'clé'],
  keyfile: ['archivo-de-clave', 'fichier-de-clé'],
  kind: ['clase', 'genre'],
  language: ['idioma', 'langue'],
  last: ['último', 'dernier'],
  later: ['posterior', 'suivant'],
  level: ['nivel', 'niveau'],
  licence: ['licencia', 'licence'],
  list: ['lista', 'liste'],
  measure: ['medida', 'mesure'],
  method: ['método', 'méthode'],
  microdata: ['microdatos', 'microdonnées'],
  minutes: ['minutos', 'minutes'],
  moment: ['momento', 'moment'],
  name: ['nombre', 'nom'],
  notice: ['aviso', 'avis'],
  number: ['número', 'nombre'],
  numbers: ['números', 'nombres'],
  one: ['uno', 'un'],
  options: ['opciones', 'options'],
  order: ['orden', 'ordre'],
  origin: ['origen', 'origine'],
  other: ['otro', 'autre'],
  pairs: ['parejas', 'paires'],
  party: ['parte', 'partie'],
  period: ['período', 'période'],
  persons: ['personas', 'personnes'],
  place: ['lugar', 'lieu'],
  port: ['puerto', 'port'],
  prefix: ['prefijo', 'préfixe'],
  profile: ['perfil', 'profil'],
  reason: ['motivo', 'motif'],
  record: ['registro', 'enregistrement'],
  records: ['registros', 'enregistrements'],
  register: ['registro', 'registre'],
  release: ['publicación', 'publication'],
  request: ['solicitud', 'demande'],
  roles: ['funciones', 'fonctions'],
  rows: ['filas', 'lignes'],
  sample: ['muestra', 'échantillon'],
  series: ['serie', 'série'],
  source: ['fuente', 'source'],
  states: ['estados', 'états'],
  stays: ['estancias', 'séjours'],
  stock: ['existencias', 'stock'],
  text: ['texto', 'texte'],
  time: ['hora', 'heure'],
  type: ['tipo', 'type'],
  url: ['dirección', 'adresse'],
  value: ['valor', 'valeur'],
  variable: ['variable', 'variable'],
  version: ['versión', 'version'],
  year: ['año', 'année'],
}

/** Whether every word of a name is said in every language. */
export function hasPlaceholder(name: string): boolean {
  return (name.match(/[a-z]+/gu) ?? []).every((word) => Object.hasOwn(placeholders, word))
}

/**
 * The name of an argument, in a language; as it is where it has no word.
 *
 * @example sayPlaceholder('folder', 'es') // => 'carpeta'
 * @example sayPlaceholder('folders...', 'fr') // => 'dossiers...'
 */
export function sayPlaceholder(name: string, language: Language): string {
  if (language === 'en') return name
  const at = language === 'es' ? 0 : 1
  return name.replace(/[a-z]+/gu, (word) => placeholders[word]?.[at] ?? word)
}

/**
 * What stands for values in an option or in the usage of a command, in a language.
 *
 * @example sayPlaceholders('--to <folder>', 'es') // => '--to <carpeta>'
 */
export function sayPlaceholders(usage: string, language: Language): string {
  return usage.replace(
    /([<[])([a-z][a-z.=-]*)([>\]])/gu,
    (_, open: string, name: string, close: string) =>
      `${open}${sayPlaceholder(name, language)}${close}`,
  )
}
