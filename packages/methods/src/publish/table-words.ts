import type { Language, Text } from '../vocabulary/index.ts'

/** The words that tables, their renderings and their downloads say; `{name}` stands for a detail. */
export const tableWords = {
  total: { es: 'Total', en: 'Total', fr: 'Total' },
  rest: { es: 'Resto ({n})', en: 'All other ({n})', fr: 'Reste ({n})' },
  unit: { es: 'Unidad', en: 'Unit', fr: 'Unité' },
  measure: { es: 'Medida', en: 'Measure', fr: 'Mesure' },
  filters: { es: 'Filtros', en: 'Filters', fr: 'Filtres' },
  universe: { es: 'Universo', en: 'Universe', fr: 'Univers' },
  notes: { es: 'Notas', en: 'Notes', fr: 'Notes' },
  source: { es: 'Fuente', en: 'Source', fr: 'Source' },
  licence: { es: 'Licencia', en: 'Licence', fr: 'Licence' },
  citation: { es: 'Cómo citar', en: 'How to cite', fr: 'Comment citer' },
  snapshot: { es: 'Instantánea', en: 'Snapshot', fr: 'Instantané' },
  updatedOn: {
    es: 'Datos recibidos hasta',
    en: 'Data received up to',
    fr: 'Données reçues jusqu’au',
  },
  protection: { es: 'Protección', en: 'Protection', fr: 'Protection' },
  table: { es: 'Tabla', en: 'Table', fr: 'Tableau' },
  data: { es: 'Datos', en: 'Data', fr: 'Données' },
  by: { es: 'por', en: 'by', fr: 'par' },
  /** Between a name and what it names. */
  colon: { es: ': ', en: ': ', fr: '\u00a0: ' },
  /** Between what is listed. */
  semicolon: { es: '; ', en: '; ', fr: '\u202f; ' },
  legend: { es: 'Signos', en: 'Symbols', fr: 'Signes' },
  empty: {
    es: 'Ningún registro cumple todas las condiciones.',
    en: 'No record meets all the conditions.',
    fr: 'Aucun enregistrement ne remplit toutes les conditions.',
  },
  missing: { es: 'sin dato', en: 'no figure', fr: 'pas de chiffre' },
  suppressed: {
    es: 'oculto para proteger a las personas',
    en: 'suppressed to protect persons',
    fr: 'masqué pour protéger les personnes',
  },
  'not-applicable': { es: 'no se aplica', en: 'not applicable', fr: 'sans objet' },
  confidential: { es: 'confidencial', en: 'confidential', fr: 'confidentiel' },
  provisional: { es: 'provisional', en: 'provisional', fr: 'provisoire' },
  released: {
    es: 'tal como se publicó',
    en: 'exactly as released',
    fr: 'telle que publiée',
  },
  perturbed: {
    es: 'perturbada: cambiada al azar para que no se reconozca a nadie',
    en: 'perturbed: changed at random so that nobody can be recognised',
    fr: 'perturbée : modifiée au hasard afin que nul ne soit reconnu',
  },
  'not-additive': {
    es: 'no se puede sumar',
    en: 'cannot be added up',
    fr: 'ne s’additionne pas',
  },
  'no-base': {
    es: 'sin cifra con que comparar: falta o es cero',
    en: 'no figure to compare with: it is missing or zero',
    fr: 'pas de chiffre de comparaison : il manque ou vaut zéro',
  },
  'not-comparable': {
    es: 'no comparable: un período está incompleto',
    en: 'not comparable: a period is incomplete',
    fr: 'non comparable : une période est incomplète',
  },
  break: {
    es: 'ruptura de la serie: no se compara sin más con lo anterior',
    en: 'break in the series: it does not simply compare with what was before',
    fr: 'rupture de série : ne se compare pas simplement à ce qui précède',
  },
  'note-break': {
    es: 'Ruptura de la serie de {country} desde {period}: {reason} (fuente: {source})',
    en: 'Break in the series of {country} from {period}: {reason} (source: {source})',
    fr: 'Rupture de la série de {country} à partir de {period} : {reason} (source : {source})',
  },
  'protection-none': {
    es: 'Ninguna: cifras que ya son públicas o ficticias',
    en: 'None: the figures are public already, or made up',
    fr: 'Aucune : chiffres déjà publics ou fictifs',
  },
  'protection-release': {
    es: 'Solo celdas de una publicación',
    en: 'Only cells of a release',
    fr: 'Uniquement des cellules d’une publication',
  },
  'protection-perturbed': {
    es: 'Perturbada por claves de celda',
    en: 'Perturbed by cell keys',
    fr: 'Perturbée par clés de cellule',
  },
  'protection-unprotected': {
    es: 'SIN PROTECCIÓN: no publicar',
    en: 'UNPROTECTED: not for publication',
    fr: 'NON PROTÉGÉ : ne pas publier',
  },
  'note-synthetic': {
    es: 'SYNTHETIC: datos dibujados por un programa, no observados; no describen a ninguna persona ni a ningún país.',
    en: 'SYNTHETIC: data drawn by a program, not observed; they describe no person and no country.',
    fr: 'SYNTHETIC : données tirées par un programme, non observées ; elles ne décrivent aucune personne ni aucun pays.',
  },
  'note-unprotected': {
    es: 'SIN PROTECCIÓN: estas cifras vienen de registros de personas y aún no se les ha aplicado protección contra la divulgación; una celda pequeña puede revelar a alguien. No las publique.',
    en: 'UNPROTECTED: these figures come from records of persons and no disclosure protection has been applied yet; a small cell may reveal someone. Do not publish them.',
    fr: 'NON PROTÉGÉ : ces chiffres proviennent d’enregistrements de personnes et aucune protection contre la divulgation n’est encore appliquée ; une petite cellule peut révéler quelqu’un. Ne les publiez pas.',
  },
  'note-perturbed': {
    es: 'Cifras perturbadas (~): cada una se cambia al azar en unas pocas personas, para que no se reconozca a nadie. Las mismas personas reciben siempre el mismo cambio, en toda tabla, descarga y servicio; los totales se cambian también, así que las partes no los suman exactamente, y un grupo muy pequeño puede verse como 0. Las cifras con = son, sin cambio, las de una publicación.',
    en: 'Perturbed figures (~): each is changed at random by a few persons, so that nobody can be recognised. The same persons get the same change always, in every table, download and service; totals are changed too, so the parts do not add up to them exactly, and a very small group may show as 0. Figures with = are those of a release, unchanged.',
    fr: 'Chiffres perturbés (~) : chacun est modifié au hasard de quelques personnes, afin que nul ne puisse être reconnu. Les mêmes personnes reçoivent toujours la même modification, dans tout tableau, téléchargement et service ; les totaux sont modifiés aussi : la somme des parties n’y est pas exactement égale, et un groupe très petit peut apparaître comme 0. Les chiffres marqués = sont ceux d’une publication, inchangés.',
  },
  'note-release': {
    es: 'Solo se muestran celdas de una publicación, tal como se publicaron; las demás se retienen (⊘).',
    en: 'Only cells of a release are shown, as they were released; the others are withheld (⊘).',
    fr: 'Seules les cellules d’une publication sont montrées, telles que publiées ; les autres sont retenues (⊘).',
  },
  'note-latest': {
    es: '«{measure}» no se suma sobre «{dimension}»: se muestra {code}, el período más reciente de los pedidos.',
    en: '“{measure}” is not added over “{dimension}”: {code} is shown, the latest period of those asked for.',
    fr: '« {measure} » ne s’additionne pas sur « {dimension} » : {code} est affiché, la période la plus récente demandée.',
  },
  'note-shown-alone': {
    es: '«{measure}» no se suma sobre «{dimension}»: se muestra solo «{code}».',
    en: '“{measure}” is not added over “{dimension}”: only “{code}” is shown.',
    fr: '« {measure} » ne s’additionne pas sur « {dimension} » : seul « {code} » est affiché.',
  },
  'note-distinct': {
    es: '«{measure}» cuenta cada persona una vez en cada celda y en cada total: las celdas no suman los totales.',
    en: '“{measure}” counts every person once in each cell and in each total: cells do not add up to totals.',
    fr: '« {measure} » compte chaque personne une fois par cellule et par total : les cellules ne s’additionnent pas.',
  },
  'note-overlap-rows': {
    es: 'Sumados, los totales de las filas darían {sum}, y son {total} personas: las {n} de más son de quien está en varias filas.',
    en: 'Added up, the totals of the rows would make {sum}, and there are {total} persons: the {n} too many come of who is in several rows.',
    fr: 'Additionnés, les totaux des lignes feraient {sum}, et il y a {total} personnes : les {n} en trop viennent de qui est dans plusieurs lignes.',
  },
  'note-overlap-columns': {
    es: 'Sumados, los totales de las columnas darían {sum}, y son {total} personas: las {n} de más son de quien está en varias columnas.',
    en: 'Added up, the totals of the columns would make {sum}, and there are {total} persons: the {n} too many come of who is in several columns.',
    fr: 'Additionnés, les totaux des colonnes feraient {sum}, et il y a {total} personnes : les {n} en trop viennent de qui est dans plusieurs colonnes.',
  },
  'note-persons-fixed': {
    es: 'Protegidas, las personas se dicen de cada celda y de totales sobre todos los códigos, no de una elección de varios: sus celdas no se suman. Póngalos en filas o columnas, o elija un nivel superior.',
    en: 'Protected, persons are told of each cell and of totals over all codes, not of a choice of several: their cells are not added. Put these in rows or columns, or choose a higher level.',
    fr: 'Protégées, les personnes sont dites de chaque cellule et des totaux sur tous les codes, non d’un choix de plusieurs : leurs cellules ne s’additionnent pas. Mettez-les en lignes ou colonnes, ou prenez un niveau supérieur.',
  },
  'note-not-additive': {
    es: 'No hay totales sobre «{dimension}»: «{measure}» no se puede sumar en esa dimensión.',
    en: 'There are no totals over “{dimension}”: “{measure}” cannot be added over it.',
    fr: 'Il n’y a pas de total sur « {dimension} » : « {measure} » ne s’y additionne pas.',
  },
  'note-top': {
    es: 'Se muestran las {shown} filas mayores; las otras {n} se suman en «Resto».',
    en: 'The {shown} largest rows are shown; the other {n} are summed into “All other”.',
    fr: 'Les {shown} plus grandes lignes sont affichées ; les {n} autres sont additionnées dans « Reste ».',
  },
  'note-top-least': {
    es: 'Se muestran las {shown} filas menores; las otras {n} se suman en «Resto».',
    en: 'The {shown} smallest rows are shown; the other {n} are summed into “All other”.',
    fr: 'Les {shown} plus petites lignes sont affichées ; les {n} autres sont additionnées dans « Reste ».',
  },
  'note-ranked': {
    es: 'Las filas se ordenan por {period}, porque no hay total.',
    en: 'Rows are ordered by {period}, as there is no total.',
    fr: 'Les lignes sont ordonnées selon {period}, faute de total.',
  },
  'note-no-records': {
    es: 'Sin registros en todo el cubo: {codes}.',
    en: 'No records in the whole cube: {codes}.',
    fr: 'Aucun enregistrement dans tout le cube : {codes}.',
  },
  'note-missing-in-total': {
    es: 'Los totales suman las cifras que hay; las celdas sin dato no cuentan en ellos.',
    en: 'Totals add the figures that there are; cells without a figure do not count in them.',
    fr: 'Les totaux additionnent les chiffres existants ; les cellules sans chiffre n’y comptent pas.',
  },
  'note-incomplete': {
    es: '{period} está incompleto: el cubo solo tiene de {from} a {to}.',
    en: '{period} is incomplete: the cube holds {from} to {to} only.',
    fr: '{period} est incomplet : le cube n’a que de {from} à {to}.',
  },
  'note-repeats': {
    es: 'Además de los {records} registros del cubo, {n} señalados repiten a otro; cada grupo de repetidos cuenta una sola vez, por su primer registro (los incidentes de un mismo identificador y contenido distinto cuentan todos).',
    en: 'Beside the {records} records of the cube, {n} flagged ones repeat another; each group of repeats is counted once, by its first record (incidents of one id whose content differs all count).',
    fr: 'Outre les {records} enregistrements du cube, {n} signalés en répètent un autre ; chaque groupe de répétitions compte une fois, par son premier enregistrement (les incidents d’un même identifiant et de contenu différent comptent tous).',
  },
  'note-rejected': {
    es: '{n} registros de los archivos de origen se rechazaron por errores y no se cuentan.',
    en: '{n} records of the source files were rejected for errors and are not counted.',
    fr: '{n} enregistrements des fichiers d’origine ont été rejetés pour erreurs et ne sont pas comptés.',
  },
  'note-left-out': {
    es: '{n} registros se dejan fuera: {reason}',
    en: '{n} records are left out: {reason}',
    fr: '{n} enregistrements sont laissés de côté : {reason}',
  },
  'note-set-aside': {
    es: '{n} registros se apartan porque otra edición de la fuente cubre los mismos años con más registros ({parts}).',
    en: '{n} records are set aside because another edition of the source covers the same years with more records ({parts}).',
    fr: '{n} enregistrements sont écartés car une autre édition de la source couvre les mêmes années avec plus d’enregistrements ({parts}).',
  },
  'note-stale': {
    es: 'Han llegado registros más recientes, o se ha enlazado de nuevo a las personas: este cubo todavía no lo tiene.',
    en: 'Newer records have arrived, or persons were linked anew: this cube does not have it yet.',
    fr: 'Des enregistrements plus récents sont arrivés, ou les personnes ont été appariées de nouveau : ce cube ne l’a pas encore.',
  },
  'stale-advice': {
    es: 'Ejecute «caudal cubes» para contarlos.',
    en: 'Run “caudal cubes” to count them.',
    fr: 'Exécutez « caudal cubes » pour les compter.',
  },
  'chart-cut': {
    es: 'El gráfico muestra las primeras {shown} de {n} categorías; la tabla las tiene todas.',
    en: 'The chart shows the first {shown} of {n} categories; the table has them all.',
    fr: 'Le graphique montre les {shown} premières de {n} catégories ; le tableau les a toutes.',
  },
  'citation-table': {
    es: '{sources}. Tabla de «{cube}» hecha con Caudal, instantánea {snapshot}, datos recibidos hasta {date}.',
    en: '{sources}. Table of “{cube}” made with Caudal, snapshot {snapshot}, data received up to {date}.',
    fr: '{sources}. Tableau de « {cube} » fait avec Caudal, instantané {snapshot}, données reçues jusqu’au {date}.',
  },
  'more-sources': {
    es: 'y {n} fuentes más',
    en: 'and {n} more sources',
    fr: 'et {n} autres sources',
  },
} as const satisfies Record<string, Text>

export type TableWord = keyof typeof tableWords

/**
 * A phrase in one language, its details filled in.
 *
 * @example say('rest', 'en', { n: 12 }) // => 'All other (12)'
 */
export function say(
  word: TableWord,
  language: Language,
  details: Readonly<Record<string, string | number>> = {},
): string {
  return tableWords[word][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(details[name] ?? whole),
  )
}
