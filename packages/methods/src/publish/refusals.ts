import { defineRefusals } from '../vocabulary/index.ts'

/** What a table request is refused for; every answer names the nearest thing that works. */
export const tableRefusals = defineRefusals('publish', {
  'parameter-unknown': {
    status: 400,
    what: {
      es: 'No existe el parámetro «{parameter}».',
      en: 'There is no parameter “{parameter}”.',
      fr: 'Il n’existe pas de paramètre « {parameter} ».',
    },
    advice: {
      es: 'Lo más parecido es: {nearest}.',
      en: 'The nearest is: {nearest}.',
      fr: 'Le plus proche est : {nearest}.',
    },
  },
  'parameter-invalid': {
    status: 400,
    what: {
      es: '«{value}» no es un valor de «{parameter}».',
      en: '“{value}” is not a value of “{parameter}”.',
      fr: '« {value} » n’est pas une valeur de « {parameter} ».',
    },
    advice: {
      es: 'Escriba, por ejemplo: {expected}.',
      en: 'Write, for example: {expected}.',
      fr: 'Écrivez, par exemple : {expected}.',
    },
  },
  'parameter-missing': {
    status: 400,
    what: {
      es: 'Falta el parámetro «{parameter}».',
      en: 'The parameter “{parameter}” is missing.',
      fr: 'Le paramètre « {parameter} » manque.',
    },
    advice: {
      es: 'Añádalo a la dirección; /api/openapi.json dice qué acepta cada una.',
      en: 'Add it to the address; /api/openapi.json says what each of them takes.',
      fr: 'Ajoutez-le à l’adresse ; /api/openapi.json dit ce que chacune accepte.',
    },
  },
  'parameter-repeated': {
    status: 400,
    what: {
      es: 'El parámetro «{parameter}» está dos veces.',
      en: 'The parameter “{parameter}” is given twice.',
      fr: 'Le paramètre « {parameter} » est donné deux fois.',
    },
    advice: {
      es: 'Déjelo una sola vez, con sus valores separados por comas.',
      en: 'Give it once, its values parted by commas.',
      fr: 'Donnez-le une seule fois, avec ses valeurs séparées par des virgules.',
    },
  },
  'specification-too-long': {
    status: 414,
    what: {
      es: 'La especificación de la tabla pasa de {limit} caracteres.',
      en: 'The specification of the table is longer than {limit} characters.',
      fr: 'La spécification du tableau dépasse {limit} caractères.',
    },
    advice: {
      es: 'Filtre por un rango o por un nivel superior (por ejemplo, regiones en lugar de países).',
      en: 'Filter by a range or by a higher level (for example, regions instead of countries).',
      fr: 'Filtrez par un intervalle ou un niveau supérieur (par exemple, des régions au lieu de pays).',
    },
  },
  'where-malformed': {
    status: 400,
    what: {
      es: 'La condición «{part}» no se entiende.',
      en: 'The condition “{part}” cannot be understood.',
      fr: 'La condition « {part} » est incompréhensible.',
    },
    advice: {
      es: 'Escriba dimensión:códigos, dimensión:desde..hasta o dimensión:latest3, y separe condiciones con punto y coma.',
      en: 'Write dimension:codes, dimension:from..to or dimension:latest3, and part conditions with semicolons.',
      fr: 'Écrivez dimension:codes, dimension:de..à ou dimension:latest3, et séparez les conditions par des points-virgules.',
    },
  },
  'dimension-unknown': {
    status: 400,
    what: {
      es: 'El cubo «{cube}» no tiene la dimensión «{dimension}».',
      en: 'The cube “{cube}” has no dimension “{dimension}”.',
      fr: 'Le cube « {cube} » n’a pas de dimension « {dimension} ».',
    },
    advice: {
      es: 'La más parecida es: {nearest}. Dimensiones: {valid}.',
      en: 'The nearest is: {nearest}. Dimensions: {valid}.',
      fr: 'La plus proche est : {nearest}. Dimensions : {valid}.',
    },
  },
  'level-unknown': {
    status: 400,
    what: {
      es: 'La dimensión «{dimension}» no tiene el nivel «{level}».',
      en: 'The dimension “{dimension}” has no level “{level}”.',
      fr: 'La dimension « {dimension} » n’a pas de niveau « {level} ».',
    },
    advice: {
      es: 'Sus niveles son: {valid}.',
      en: 'Its levels are: {valid}.',
      fr: 'Ses niveaux sont : {valid}.',
    },
  },
  'dimension-repeated': {
    status: 400,
    what: {
      es: 'La dimensión «{dimension}» está dos veces en la tabla.',
      en: 'The dimension “{dimension}” is in the table twice.',
      fr: 'La dimension « {dimension} » est deux fois dans le tableau.',
    },
    advice: {
      es: 'Déjela en las filas o en las columnas, no en ambas.',
      en: 'Keep it in the rows or in the columns, not in both.',
      fr: 'Gardez-la en lignes ou en colonnes, pas les deux.',
    },
  },
  'measure-unknown': {
    status: 400,
    what: {
      es: 'El cubo «{cube}» no tiene la medida «{measure}».',
      en: 'The cube “{cube}” has no measure “{measure}”.',
      fr: 'Le cube « {cube} » n’a pas de mesure « {measure} ».',
    },
    advice: {
      es: 'La más parecida es: {nearest}. Medidas: {valid}.',
      en: 'The nearest is: {nearest}. Measures: {valid}.',
      fr: 'La plus proche est : {nearest}. Mesures : {valid}.',
    },
  },
  'code-unknown': {
    status: 400,
    what: {
      es: 'En la dimensión «{dimension}» no hay el código «{given}».',
      en: 'There is no code “{given}” in the dimension “{dimension}”.',
      fr: 'Il n’y a pas de code « {given} » dans la dimension « {dimension} ».',
    },
    advice: {
      es: 'Lo más parecido es: {nearest}. La lista está en /api/cubes/{cube}/dimensions/{dimension}/codes.',
      en: 'The nearest is: {nearest}. The list is at /api/cubes/{cube}/dimensions/{dimension}/codes.',
      fr: 'Le plus proche est : {nearest}. La liste est à /api/cubes/{cube}/dimensions/{dimension}/codes.',
    },
  },
  'range-without-order': {
    status: 400,
    what: {
      es: 'La dimensión «{dimension}» no tiene orden: un rango no dice nada en ella.',
      en: 'The dimension “{dimension}” has no order: a range says nothing of it.',
      fr: 'La dimension « {dimension} » n’a pas d’ordre : un intervalle n’y dit rien.',
    },
    advice: {
      es: 'Nombre los códigos, separados por comas.',
      en: 'Name the codes, parted by commas.',
      fr: 'Nommez les codes, séparés par des virgules.',
    },
  },
  'range-backwards': {
    status: 400,
    what: {
      es: 'El rango de «{dimension}» empieza en {from}, después de su fin, {to}.',
      en: 'The range of “{dimension}” starts at {from}, after its end, {to}.',
      fr: 'L’intervalle de « {dimension} » commence à {from}, après sa fin, {to}.',
    },
    advice: {
      es: 'Escriba primero el período más antiguo: {to}..{from}.',
      en: 'Write the earlier one first: {to}..{from}.',
      fr: 'Écrivez d’abord le plus ancien : {to}..{from}.',
    },
  },
  'latest-without-time': {
    status: 400,
    what: {
      es: '«latest» pide los últimos períodos, y «{dimension}» no es de tiempo.',
      en: '“latest” asks for the last periods, and “{dimension}” is no dimension of time.',
      fr: '« latest » demande les dernières périodes, et « {dimension} » n’est pas une dimension de temps.',
    },
    advice: {
      es: 'Úselo con: {valid}.',
      en: 'Use it with: {valid}.',
      fr: 'Employez-le avec : {valid}.',
    },
  },
  'level-not-additive': {
    status: 400,
    what: {
      es: '«{measure}» no se puede sumar, y «{dimension}» reuniría lo que no se suma.',
      en: '“{measure}” cannot be added up, and “{dimension}” would join what does not add.',
      fr: '« {measure} » ne s’additionne pas, et « {dimension} » réunirait ce qui ne s’ajoute pas.',
    },
    advice: {
      es: 'Use el nivel más fino: {finest}.',
      en: 'Use the finest level: {finest}.',
      fr: 'Employez le niveau le plus fin : {finest}.',
    },
  },
  'show-without-time': {
    status: 400,
    what: {
      es: '«{show}» compara períodos, y esta tabla no tiene tiempo en las filas ni en las columnas.',
      en: '“{show}” compares periods, and this table has no time in its rows or columns.',
      fr: '« {show} » compare des périodes, et ce tableau n’a pas de temps en lignes ni en colonnes.',
    },
    advice: {
      es: 'Ponga en columns una dimensión de tiempo: {valid}.',
      en: 'Put a dimension of time in columns: {valid}.',
      fr: 'Mettez dans columns une dimension de temps : {valid}.',
    },
  },
  'show-without-rows': {
    status: 400,
    what: {
      es: '«{show}» reparte cada columna entre las filas, y esta tabla no tiene dimensión en las filas.',
      en: '“{show}” divides each column among the rows, and this table has no dimension in its rows.',
      fr: '« {show} » répartit chaque colonne entre les lignes, et ce tableau n’a pas de dimension en lignes.',
    },
    advice: {
      es: 'Ponga una dimensión en rows, o pida row-share.',
      en: 'Put a dimension in rows, or ask for row-share.',
      fr: 'Mettez une dimension dans rows, ou demandez row-share.',
    },
  },
  'show-without-columns': {
    status: 400,
    what: {
      es: '«{show}» reparte cada fila entre las columnas, y esta tabla no tiene dimensión en las columnas.',
      en: '“{show}” divides each row among the columns, and this table has no dimension in its columns.',
      fr: '« {show} » répartit chaque ligne entre les colonnes, et ce tableau n’a pas de dimension en colonnes.',
    },
    advice: {
      es: 'Ponga una dimensión en columns, o pida column-share.',
      en: 'Put a dimension in columns, or ask for column-share.',
      fr: 'Mettez une dimension dans columns, ou demandez column-share.',
    },
  },
  'share-not-additive': {
    status: 400,
    what: {
      es: '«{show}» necesita un total que no existe: «{measure}» no se puede sumar sobre {dimensions}.',
      en: '“{show}” needs a total that does not exist: “{measure}” cannot be added up over {dimensions}.',
      fr: '« {show} » demande un total qui n’existe pas : « {measure} » ne s’additionne pas sur {dimensions}.',
    },
    advice: {
      es: 'Pida la proporción sobre el otro lado (column-share, row-share) o fije un solo valor de {dimensions} en where.',
      en: 'Ask for the share over the other side (column-share, row-share), or hold {dimensions} to one value in where.',
      fr: 'Demandez la part sur l’autre côté (column-share, row-share), ou fixez {dimensions} à une valeur dans where.',
    },
  },
  'rate-without-denominator': {
    status: 400,
    what: {
      es: 'No hay tasa «{show}» de «{measure}».',
      en: 'There is no rate “{show}” of “{measure}”.',
      fr: 'Il n’y a pas de taux « {show} » de « {measure} ».',
    },
    advice: {
      es: 'Tasas de este cubo: {valid}.',
      en: 'Rates of this cube: {valid}.',
      fr: 'Taux de ce cube : {valid}.',
    },
  },
  'top-without-rows': {
    status: 400,
    what: {
      es: '«top» guarda las primeras filas, y esta tabla no tiene dimensión en las filas.',
      en: '“top” keeps the first rows, and this table has no dimension in its rows.',
      fr: '« top » garde les premières lignes, et ce tableau n’a pas de dimension en lignes.',
    },
    advice: {
      es: 'Ponga una dimensión en rows.',
      en: 'Put a dimension in rows.',
      fr: 'Mettez une dimension dans rows.',
    },
  },
  'top-not-additive': {
    status: 400,
    what: {
      es: 'Con «{dimension}» en las filas, las demás no se pueden sumar en «Resto»: «{measure}» no es aditiva en ella.',
      en: 'With “{dimension}” in the rows the others cannot be summed into “All other”: “{measure}” is not additive over it.',
      fr: 'Avec « {dimension} » en lignes, les autres ne peuvent être additionnées dans « Reste » : « {measure} » n’y est pas additive.',
    },
    advice: {
      es: 'Ponga «{dimension}» en las columnas, o quite top.',
      en: 'Put “{dimension}” in the columns, or leave out top.',
      fr: 'Mettez « {dimension} » en colonnes, ou retirez top.',
    },
  },
  'table-too-large': {
    status: 413,
    what: {
      es: 'La tabla tendría más de {limit} celdas.',
      en: 'The table would have more than {limit} cells.',
      fr: 'Le tableau aurait plus de {limit} cellules.',
    },
    advice: {
      es: 'Filtre con where, use un nivel superior, quite una dimensión o guarde solo las primeras filas con top.',
      en: 'Filter with where, use a higher level, leave out a dimension, or keep only the first rows with top.',
      fr: 'Filtrez avec where, prenez un niveau supérieur, retirez une dimension ou ne gardez que les premières lignes avec top.',
    },
  },
})
