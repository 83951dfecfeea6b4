import { defineRefusals, type Text } from '../../vocabulary/index.ts'

const definition = (what: Text, advice: Text) => ({ status: 422, what, advice })

const byReference: Text = {
  es: 'Corrija el perfil según docs/reference/source-profile.schema.json.',
  en: 'Correct the profile after docs/reference/source-profile.schema.json.',
  fr: 'Corrigez le profil d’après docs/reference/source-profile.schema.json.',
}

const expects = (es: string, en: string, fr: string) =>
  definition(
    {
      es: `En el perfil, {place} debe ser ${es}.`,
      en: `In the profile, {place} must be ${en}.`,
      fr: `Dans le profil, {place} doit être ${fr}.`,
    },
    byReference,
  )

/** Why a source profile is refused; `{place}` is the path in its JSON. */
export const profileRefusals = defineRefusals('collect', {
  'profile-expects-text': expects('un texto', 'a text', 'un texte'),
  'profile-expects-number': expects('un número', 'a number', 'un nombre'),
  'profile-expects-whole-number': expects(
    'un número entero en su rango ({expected})',
    'a whole number in its range ({expected})',
    'un nombre entier dans son intervalle ({expected})',
  ),
  'profile-expects-yes-or-no': expects('true o false', 'true or false', 'true ou false'),
  'profile-expects-list': expects(
    'una lista, no vacía',
    'a list, not empty',
    'une liste, non vide',
  ),
  'profile-expects-object': expects('un objeto { … }', 'an object { … }', 'un objet { … }'),
  'profile-expects-one-of': expects(
    'uno de: {expected}',
    'one of: {expected}',
    'l’un de : {expected}',
  ),
  'profile-expects-form': expects(
    'de la forma {expected}',
    'of the form {expected}',
    'de la forme {expected}',
  ),
  'profile-part-missing': definition(
    {
      es: 'En el perfil falta {place}.',
      en: 'The profile lacks {place}.',
      fr: 'Il manque {place} dans le profil.',
    },
    byReference,
  ),
  'profile-part-unknown': definition(
    {
      es: 'En el perfil, {place} tiene partes que no existen: {names}.',
      en: 'In the profile, {place} has parts that do not exist: {names}.',
      fr: 'Dans le profil, {place} a des parties qui n’existent pas : {names}.',
    },
    {
      es: 'Quítelas o corrija su nombre.',
      en: 'Remove them or correct their names.',
      fr: 'Supprimez-les ou corrigez leur nom.',
    },
  ),
  'profile-record-type-unknown': definition(
    {
      es: 'El perfil es de un tipo de registro que no existe: {recordType}.',
      en: 'The profile is for a record type that does not exist: {recordType}.',
      fr: 'Le profil vise un type d’enregistrement inexistant : {recordType}.',
    },
    {
      es: 'Los tipos son: {known}.',
      en: 'The types are: {known}.',
      fr: 'Les types sont : {known}.',
    },
  ),
  'profile-field-unknown': definition(
    {
      es: 'En el perfil, {place} no es un campo de {recordType}.',
      en: 'In the profile, {place} is no field of {recordType}.',
      fr: 'Dans le profil, {place} n’est pas un champ de {recordType}.',
    },
    {
      es: 'Los campos son: {known}.',
      en: 'The fields are: {known}.',
      fr: 'Les champs sont : {known}.',
    },
  ),
  'profile-field-needs-one-source': definition(
    {
      es: 'En el perfil, {place} debe tener una sola de estas partes: column, template o constant.',
      en: 'In the profile, {place} must have exactly one of column, template and constant.',
      fr: 'Dans le profil, {place} doit avoir une seule de ces parties : column, template ou constant.',
    },
    {
      es: 'Deje la que dice de dónde sale el valor.',
      en: 'Keep the one that says where the value comes from.',
      fr: 'Gardez celle qui dit d’où vient la valeur.',
    },
  ),
  'profile-zero-byte': definition(
    {
      es: 'En el perfil, {place} tiene un byte nulo, que ningún texto puede llevar.',
      en: 'In the profile, {place} has a zero byte, which no text can hold.',
      fr: 'Dans le profil, {place} contient un octet nul, qu’aucun texte ne peut porter.',
    },
    {
      es: 'Bórrelo. Las líneas del archivo que lo llevan se rechazan al leerlas.',
      en: 'Delete it. Lines of the file that hold it are rejected when they are read.',
      fr: 'Supprimez-le. Les lignes du fichier qui le contiennent sont rejetées à la lecture.',
    },
  ),
  'profile-required-field-unmapped': definition(
    {
      es: 'El perfil no dice de dónde sale {field}, un campo obligatorio de {recordType}.',
      en: 'The profile does not say where {field} comes from, a required field of {recordType}.',
      fr: 'Le profil ne dit pas d’où vient {field}, champ obligatoire de {recordType}.',
    },
    {
      es: 'Añada fields.{field} con su columna o un valor constante.',
      en: 'Add fields.{field} with its column or a constant value.',
      fr: 'Ajoutez fields.{field} avec sa colonne ou une valeur constante.',
    },
  ),
  'profile-part-does-not-fit': definition(
    {
      es: 'En el perfil, {place} no sirve para un campo de tipo {type}.',
      en: 'In the profile, {place} is of no use for a field of type {type}.',
      fr: 'Dans le profil, {place} ne convient pas à un champ de type {type}.',
    },
    {
      es: 'Quite esa parte o use otro campo.',
      en: 'Remove that part or use another field.',
      fr: 'Supprimez cette partie ou choisissez un autre champ.',
    },
  ),
  'profile-layout-does-not-fit': definition(
    {
      es: 'En el perfil, {place} no sirve para el formato {format}.',
      en: 'In the profile, {place} is of no use for the format {format}.',
      fr: 'Dans le profil, {place} ne convient pas au format {format}.',
    },
    {
      es: 'Quite esa parte; es de estos formatos: {formats}.',
      en: 'Remove that part; it belongs to these formats: {formats}.',
      fr: 'Supprimez cette partie ; elle relève de ces formats : {formats}.',
    },
  ),
  'profile-column-twice': definition(
    {
      es: 'En el perfil, {place} da a una columna el nombre de otra: {column}.',
      en: 'In the profile, {place} gives a column the name of another: {column}.',
      fr: 'Dans le profil, {place} donne à une colonne le nom d’une autre : {column}.',
    },
    {
      es: 'Dé a cada columna un nombre propio.',
      en: 'Give each column a name of its own.',
      fr: 'Donnez à chaque colonne un nom propre.',
    },
  ),
  'profile-constant-unreadable': definition(
    {
      es: 'En el perfil, {place} ({value}) no es un valor de tipo {type}.',
      en: 'In the profile, {place} ({value}) is no value of type {type}.',
      fr: 'Dans le profil, {place} ({value}) n’est pas une valeur de type {type}.',
    },
    {
      es: 'Escriba las fechas como AAAA-MM-DD y los códigos como están en su lista.',
      en: 'Write dates as YYYY-MM-DD and codes as their list has them.',
      fr: 'Écrivez les dates AAAA-MM-JJ et les codes tels que dans leur liste.',
    },
  ),
  'profile-code-list-unknown': definition(
    {
      es: 'En el perfil, {place} nombra una lista de códigos que no existe: {list}.',
      en: 'In the profile, {place} names a code list that does not exist: {list}.',
      fr: 'Dans le profil, {place} nomme une liste de codes inexistante : {list}.',
    },
    {
      es: 'Las listas son: {known}.',
      en: 'The lists are: {known}.',
      fr: 'Les listes sont : {known}.',
    },
  ),
  'profile-code-unknown': definition(
    {
      es: 'En el perfil, {place} da un código que no está en la lista {list}: {code}.',
      en: 'In the profile, {place} gives a code that is not in the list {list}: {code}.',
      fr: 'Dans le profil, {place} donne un code absent de la liste {list} : {code}.',
    },
    {
      es: 'Use un código de la lista, o _U, _O, _T o _Z.',
      en: 'Use a code of the list, or _U, _O, _T or _Z.',
      fr: 'Utilisez un code de la liste, ou _U, _O, _T ou _Z.',
    },
  ),
  'profile-code-twice': definition(
    {
      es: 'En el perfil, {place} vuelve a decir qué significa «{from}», que ya se dijo.',
      en: 'In the profile, {place} says again what “{from}” means, which was said before.',
      fr: 'Dans le profil, {place} redit ce que signifie « {from} », déjà défini.',
    },
    {
      es: 'Deje una sola regla, o sepárelas con validFrom y validTo (mayúsculas y acentos no cuentan).',
      en: 'Keep one rule, or part them by validFrom and validTo (capitals and accents do not count).',
      fr: 'Gardez une seule règle, ou séparez-les par validFrom et validTo (casse et accents ne comptent pas).',
    },
  ),
  'profile-codes-contradict': definition(
    {
      es: 'En el perfil, «{from}» significa {otherCode} en {other} y {code} en {place}, al mismo tiempo.',
      en: 'In the profile, “{from}” means {otherCode} at {other} and {code} at {place}, at the same time.',
      fr: 'Dans le profil, « {from} » signifie {otherCode} en {other} et {code} en {place}, au même moment.',
    },
    {
      es: 'Deje la que vale, o separe sus vigencias con validFrom y validTo (mayúsculas y acentos no cuentan).',
      en: 'Keep the one that holds, or part their validity by validFrom and validTo (capitals and accents do not count).',
      fr: 'Gardez celle qui vaut, ou séparez leurs validités par validFrom et validTo (casse et accents ne comptent pas).',
    },
  ),
  'profile-zone-unknown': definition(
    {
      es: 'En el perfil, {place} no es una zona horaria: {zone}.',
      en: 'In the profile, {place} is no time zone: {zone}.',
      fr: 'Dans le profil, {place} n’est pas un fuseau horaire : {zone}.',
    },
    {
      es: 'Use un nombre de la base IANA, como America/Tegucigalpa. Los más parecidos: {near}.',
      en: 'Use a name of the IANA database, such as America/Tegucigalpa. The nearest are: {near}.',
      fr: 'Utilisez un nom de la base IANA, comme America/Tegucigalpa. Les plus proches : {near}.',
    },
  ),
  'profile-zone-of-place-missing': definition(
    {
      es: 'En el perfil, {place} dice en qué zona horaria está escrita la columna, pero timeZone no dice cuál es la del lugar de los registros.',
      en: 'In the profile, {place} says in which time zone the column is written, but timeZone does not say which is that of the place of the records.',
      fr: 'Dans le profil, {place} dit dans quel fuseau horaire la colonne est écrite, mais timeZone ne dit pas celui du lieu des enregistrements.',
    },
    {
      es: 'Añada timeZone al perfil, por ejemplo America/Guatemala.',
      en: 'Add timeZone to the profile, for example America/Guatemala.',
      fr: 'Ajoutez timeZone au profil, par exemple America/Guatemala.',
    },
  ),
  'profile-zone-without-time': definition(
    {
      es: 'En el perfil, {place} cambia de zona horaria fechas que no llevan hora.',
      en: 'In the profile, {place} moves dates without a time of day to another time zone.',
      fr: 'Dans le profil, {place} change de fuseau horaire des dates sans heure.',
    },
    {
      es: 'Lea la columna con un patrón que tenga la hora (dd/MM/yyyy HH:mm), o quite la zona.',
      en: 'Read the column by a pattern with the hour (dd/MM/yyyy HH:mm), or remove the zone.',
      fr: 'Lisez la colonne avec un modèle qui a l’heure (dd/MM/yyyy HH:mm), ou retirez le fuseau.',
    },
  ),
  'profile-split-without-names': definition(
    {
      es: 'En el perfil, {place} no nombra ninguna parte.',
      en: 'In the profile, {place} names no part.',
      fr: 'Dans le profil, {place} ne nomme aucune partie.',
    },
    {
      es: 'Dé un nombre a cada grupo: (?<departamento>[^/]+) / (?<municipio>.+).',
      en: 'Give each group a name: (?<department>[^/]+) / (?<municipality>.+).',
      fr: 'Donnez un nom à chaque groupe : (?<departement>[^/]+) / (?<commune>.+).',
    },
  ),
  'profile-validity-backwards': definition(
    {
      es: 'En el perfil, la vigencia de {place} termina antes de empezar.',
      en: 'In the profile, the validity of {place} ends before it begins.',
      fr: 'Dans le profil, la validité de {place} finit avant de commencer.',
    },
    {
      es: 'Corrija validFrom o validTo.',
      en: 'Correct validFrom or validTo.',
      fr: 'Corrigez validFrom ou validTo.',
    },
  ),
  'profile-pattern-unusable': definition(
    {
      es: 'En el perfil, {place} no es una expresión regular utilizable ({problem}).',
      en: 'In the profile, {place} is no usable regular expression ({problem}).',
      fr: 'Dans le profil, {place} n’est pas une expression régulière utilisable ({problem}).',
    },
    {
      es: 'Use clases, grupos, alternativas y repeticiones; sin miradas adelante o atrás, sin referencias.',
      en: 'Use classes, groups, alternatives and repetitions; no look-around, no references.',
      fr: 'Utilisez classes, groupes, alternatives et répétitions ; ni assertions avant ou arrière, ni références.',
    },
  ),
  'profile-date-pattern-unusable': definition(
    {
      es: 'En el perfil, {place} no es un patrón de fecha: no se entiende «{part}».',
      en: 'In the profile, {place} is no date pattern: “{part}” is not understood.',
      fr: 'Dans le profil, {place} n’est pas un modèle de date : « {part} » n’est pas compris.',
    },
    {
      es: "Use las letras y, M, d, H, h, m, s, S, a, E, X; el texto, entre comillas simples: d 'de' MMMM 'de' yyyy.",
      en: "Use the letters y, M, d, H, h, m, s, S, a, E, X; text goes in single quotes: d 'de' MMMM 'de' yyyy.",
      fr: "Utilisez les lettres y, M, d, H, h, m, s, S, a, E, X ; le texte entre apostrophes : d 'de' MMMM 'de' yyyy.",
    },
  ),
  'profile-date-incomplete': definition(
    {
      es: 'En el perfil, al patrón de fecha de {place} le falta el día, el mes o el año.',
      en: 'In the profile, the date pattern at {place} lacks the day, the month or the year.',
      fr: 'Dans le profil, il manque le jour, le mois ou l’année au modèle de date de {place}.',
    },
    {
      es: 'Complete el patrón, o use un campo de tipo período.',
      en: 'Complete the pattern, or use a field that is a period.',
      fr: 'Complétez le modèle, ou utilisez un champ de type période.',
    },
  ),
  'profile-pivot-missing': definition(
    {
      es: 'En el perfil, {place} lee años de dos cifras sin decir de qué siglo son.',
      en: 'In the profile, {place} reads years of two digits without saying of which century.',
      fr: 'Dans le profil, {place} lit des années à deux chiffres sans dire de quel siècle.',
    },
    {
      es: 'Añada pivotYear: el último año que pueden significar (2030: 30 es 2030, 31 es 1931).',
      en: 'Add pivotYear: the last year they may mean (2030: 30 is 2030, 31 is 1931).',
      fr: 'Ajoutez pivotYear : la dernière année possible (2030 : 30 est 2030, 31 est 1931).',
    },
  ),
  'profile-rule-unknown': definition(
    {
      es: 'En el perfil, {place} nombra una regla que {recordType} no tiene.',
      en: 'In the profile, {place} names a rule that {recordType} does not have.',
      fr: 'Dans le profil, {place} nomme une règle que {recordType} n’a pas.',
    },
    {
      es: 'Las reglas son: {known}.',
      en: 'The rules are: {known}.',
      fr: 'Les règles sont : {known}.',
    },
  ),
  'profile-column-ignored-and-read': definition(
    {
      es: 'En el perfil, la columna «{column}» se lee en {place} y también se ignora.',
      en: 'In the profile, the column “{column}” is read at {place} and ignored as well.',
      fr: 'Dans le profil, la colonne « {column} » est lue en {place} et aussi ignorée.',
    },
    {
      es: 'Quítela de ignore, o quite quien la lee.',
      en: 'Remove it from ignore, or remove what reads it.',
      fr: 'Retirez-la de ignore, ou retirez ce qui la lit.',
    },
  ),
})
