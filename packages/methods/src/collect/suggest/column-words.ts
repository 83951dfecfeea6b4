import { wordsOf } from './similarity.ts'

/** What columns are shortened to, and what it stands for. */
const shortened: Readonly<Record<string, string>> = {
  fch: 'fecha',
  fec: 'fecha',
  dt: 'date',
  tp: 'tipo',
  tip: 'tipo',
  t: 'tipo',
  mvto: 'mov',
  num: 'numero',
  nro: 'numero',
  no: 'numero',
  docto: 'documento',
  doc: 'documento',
  pto: 'puesto',
  depto: 'departamento',
  dpto: 'departamento',
  mun: 'municipio',
  mpio: 'municipio',
  sx: 'sexo',
  nom: 'nombre',
  ape: 'apellido',
  cod: 'codigo',
  cd: 'codigo',
  cve: 'codigo',
  clave: 'codigo',
  nat: 'nationality',
  ctry: 'country',
}

/** Words that name no thing: a code, a description, an article. */
const empty = new Set(
  'codigo code desc descripcion description dato datos data de del la el los las of the du des le les l d a al en in'.split(
    ' ',
  ),
)

/**
 * The words of a column's name that say something: shortened ones written out, and those left out
 * that name no thing. A name of nothing else keeps its words.
 *
 * @example columnWords('FCH_NAC') // => ['fecha', 'nac']
 * @example columnWords('q3_sexo') // => ['sexo']
 * @example columnWords('Fecha de cruce') // => ['fecha', 'cruce']
 */
export function columnWords(name: string): readonly string[] {
  const all = wordsOf(name)
  // The number of a question goes before what it asks: q3_sexo.
  const isAsked = all.length > 2 && /^[a-z]$/.test(all[0]!) && /^\d+$/.test(all[1]!)
  const words = (isAsked ? all.slice(2) : all).map((word) => shortened[word] ?? word)
  const telling = words.filter((word) => !empty.has(word))
  return telling.length === 0 ? words : telling
}

/**
 * Whether a column has a name that says nothing: the place of a column, or what programs write where
 * there is none.
 *
 * @example isNameless('#3') // => true
 * @example isNameless('Column 12') // => true
 * @example isNameless('sexo') // => false
 */
export function isNameless(name: string): boolean {
  return /^(#|col|column|columna|colonne|campo|field|champ|c|f|v|x|var|unnamed:)?[ _.-]*\d*$|^[a-z]$/i.test(
    name.trim(),
  )
}
