/** What a column holds, as far as comparing persons is concerned. */
export const columnKinds = [
  'given-name',
  'middle-name',
  'family-name',
  'second-family-name',
  'full-name',
  'date',
  'year',
  'document',
  'email',
  'phone',
  'address',
  'house-number',
  'place',
  'postcode',
  'sex',
  'category',
  'age',
  'text',
] as const

export type ColumnKind = (typeof columnKinds)[number]

/** What is known of a column from its name: a kind, or the part it plays beside the comparison. */
export type ColumnRole = ColumnKind | 'id' | 'truth' | 'event' | 'unknown'

/** The order decides: the first pattern that fits a name gives its role. */
const patterns: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /^(cluster|label|person|persona|personne|entity|entity_id|cluster_id|person_id|true_id|true_match_id|match_id|ent_id|truth|source_dataset|source|dataset|file)$/,
    'truth',
  ],
  [
    /^(id|rec_?id|record_id|unique_id|row_?id|id_?registro|registro_?id|identificador|identifiant|id_enregistrement)$/,
    'id',
  ],
  [
    /(crossed|crossing|cruce|arriv|depart(ure|ed)|salida|entrada|ingreso|sortie|created|updated|recorded|registered|timestamp|issue|expir|valid|fecha_(de_)?(registro|emision|vencimiento))/,
    'event',
  ],
  [/(^|_)(sex|gender|sexo|genero|genre|sexe)(_|$)/, 'sex'],
  [/e_?mail|correo|courriel/, 'email'],
  [/phone|(^|_)(tel|telefono|mobile|cell|celular|movil|portable|whatsapp)(_|$)/, 'phone'],
  [
    /(birth|dob|nac|naissance|nais).*(place|city|town|country|state|pais|lugar|ciudad|municip|depart)|(place|lugar|lieu|city|town|country|state|pais|pays|ciudad|municip\w*|depart\w*|ville).*(birth|nac(imiento)?|naissance)($|_)|^pob$/,
    'place',
  ],
  [
    /(birth|dob|nac(imiento)?|naissance).*(year|ano|anio|annee)|(year|ano|anio|annee).*(birth|nac|naissance)|^(yob|b_?year|by|annee_nais)$/,
    'year',
  ],
  [
    /(birth|dob|nac(imiento)?|naissance).*(month|mes|mois|day|dia|jour)$|(month|mes|mois|day|dia|jour)_(of_|de_)?(birth|nac\w*|naissance)|^(bm|bd|b_?month|b_?day)$/,
    'category',
  ],
  [
    /^(dob|d_o_b|ddn|fnac|f_nac)$|(^|_)dob(_|$)|birth|nacimiento|fec\w*_(de_)?nac|naissance|date_nais|date_of_death|defuncion/,
    'date',
  ],
  [
    /(type|tipo|issuer|issuing|expedi\w*|emisor|country|pais|state).*(doc|passport|pasaporte|id)|(doc\w*|passport|pasaporte)_(type|tipo|issuer|country|state|pais|emisor)/,
    'category',
  ],
  [
    /soc(ial)?_?sec|(^|_)(ssn|sin|nss|nin|nino|nhs|curp|rfc|dui|dpi|cui|dni|nie|nif|nit|cedula|mrn|pasaporte|passport|passeport|medicare|identidad|identity|passport_no)(_|$)|national_id|(^|_)(doc|document|documento)(_?(number|no|num|nr|id))?(_|$)|(num(ero)?|no|nr)_?(de_)?(doc|document|documento|identi\w*|cedula|pasaporte)|(tax|patient|driver\w*|licen[cs]e|insurance|id)_?(id|number|no|num)$/,
    'document',
  ],
  [
    /full_?name|nombres?_completos?|nom_complet|nombres?_y_apellidos?|apellidos?_y_nombres?|nombres?_apellidos?|apellidos?_nombres?|nom_(et_)?prenoms?|first_and_surname|complete_name|person_name/,
    'full-name',
  ],
  [/casad[ao]|married|maiden|soltera|epou(x|se)|conjoint|usage|jeune_fille/, 'middle-name'],
  [
    /(apellido|surname|last_?name|family_?name|nom)s?_?(materno|2|segundo|second|maternal)|segundo_apellido|(second|maternal|mother\w*)_(sur|last_?|family_?)name|^(materno|maternal)$/,
    'second-family-name',
  ],
  [
    /middle|second_(given_)?name|segundo_nombre|nombre_?2|given_?name_?2|deuxieme_prenom/,
    'middle-name',
  ],
  [
    /given|first_?name|fore_?name|christian|^f_?name$|^(nombre|nombres|primer_nombre|nombre_?1|nombre_de_pila|prenom|prenoms)$|(^|_)(nombres|prenom)(_|$)/,
    'given-name',
  ],
  [
    /surname|last_?name|family|^(l|s)_?name$|apellido|^(paterno|paternal)$|nom_de_famille|^nom$/,
    'family-name',
  ],
  [/^(name|nombre_persona|nom_personne)$/, 'full-name'],
  [/post_?code|postal|(^|_)(zip|cp|plz)(_|$|code)/, 'postcode'],
  [
    /(street|house|building|calle|casa|rue|maison)_?(n|no|nr|num|number|numero)$|(num(ero)?|no|nr)_(de_)?(calle|casa|rue|maison|street|house)/,
    'house-number',
  ],
  [/addr|street|direccion|(^|_)(calle|domicilio|adresse|rue|road)(_|$)/, 'address'],
  [
    /(^|_)(city|town|suburb|ciudad|localidad|localite|ville|commune|comuna|barrio|colonia|village|aldea|state|province|provincia|departamento|departement|region|county|estado|country|pais|pays|district|distrito|canton|parish|quartier|place|lugar|lieu|municip\w*)(_|$)/,
    'place',
  ],
  [
    /national|citizenship|nacionalidad|ciudadania|occupation|(^|_)(job|ocupacion|oficio|profesion|profession|metier|ethnic\w*|marital\w*|estado_civil|title|religion|language)(_|$)/,
    'category',
  ],
  [/^(age|edad|age_years)$/, 'age'],
]

/** A column name in small letters, words parted by `_`. */
function plainColumnName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/**
 * What a column holds, told from its name in English, Spanish or French. `truth` is a column that
 * names the person already (or the file) and `event` a date of something that happened to the
 * record: neither is ever compared.
 *
 * @example columnRole('date_of_birth') // => 'date'
 * @example columnRole('Fecha de nacimiento') // => 'date'
 * @example columnRole('apellido_materno') // => 'second-family-name'
 * @example columnRole('lieu de naissance') // => 'place'
 * @example columnRole('soc_sec_id') // => 'document'
 * @example columnRole('APELLIDO_CASADA') // => 'middle-name'
 * @example columnRole('cluster') // => 'truth'
 */
export function columnRole(name: string): ColumnRole {
  const plain = plainColumnName(name)
  return patterns.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown'
}

/**
 * The roles of the columns of a file together: a lone `nombre` or `given name` without any family
 * name is a full name, a lone `name` beside a family name is a given one, `nom` beside `prénom` a
 * family name.
 *
 * @example columnRoles(['nombre', 'dob']) // => ['full-name', 'date']
 * @example columnRoles(['name', 'surname']) // => ['given-name', 'family-name']
 */
export function columnRoles(names: readonly string[]): ColumnRole[] {
  const roles = names.map(columnRole)
  const has = (role: ColumnRole) => roles.includes(role)
  return names.map((name, at) => {
    const role = roles[at]!
    const plain = plainColumnName(name)
    if (plain === 'nombre' && !has('family-name') && !has('full-name')) return 'full-name'
    if (plain === 'nom' && !has('given-name') && !has('full-name')) return 'full-name'
    if (plain === 'name' && has('family-name') && !has('given-name')) return 'given-name'
    return role
  })
}
