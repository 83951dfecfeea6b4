import type { Language } from '@caudal/methods/vocabulary'

/** What a report to an institution says. */
export interface ReportWords {
  readonly title: (file: string) => string
  readonly synthetic: string
  readonly withdrawn: string
  readonly superseded: (by: string) => string
  readonly because: (reason: string) => string
  readonly intro: (institution: string) => string
  readonly facts: readonly [
    institution: string,
    file: string,
    received: string,
    profile: string,
    dataset: string,
    span: string,
  ]
  readonly counts: string
  readonly countRows: readonly [
    read: string,
    accepted: string,
    rejected: string,
    leftOut: string,
    repeated: string,
    notCounted: string,
  ]
  readonly qualityFigures: string
  readonly qualityHead: readonly string[]
  readonly qualityRows: Readonly<
    Record<'withoutFinding' | 'completeness' | 'repeats' | 'unmapped' | 'half' | 'most', string>
  >
  readonly rules: string
  readonly rulesNote: string
  readonly ruleHead: readonly string[]
  readonly examples: string
  readonly exampleHead: readonly string[]
  readonly codes: string
  readonly codesNote: string
  readonly codeHead: readonly string[]
  readonly repeats: string
  readonly repeatHead: readonly string[]
  readonly repeatsNote: string
  readonly fields: string
  readonly notBrought: (fields: string) => string
  readonly fieldHead: readonly string[]
  readonly coverage: string
  readonly coverageNote: string
  readonly coverageHead: readonly string[]
  readonly months: string
  readonly monthHead: readonly string[]
  readonly figures: string
  readonly figuresHead: readonly string[]
  readonly figuresNote: (known: number) => string
  readonly arithmetic: string
  readonly arithmeticNote: string
  readonly arithmeticRule: string
  readonly arithmeticHead: readonly string[]
  readonly columns: string
  readonly newColumns: string
  readonly absentColumns: string
  readonly none: string
  readonly all: string
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  es: {
    title: (file) => `Informe de recepción: ${file}`,
    synthetic: 'SINTÉTICO: estos registros no son de nadie.',
    withdrawn:
      'RETIRADO: los registros de este archivo no cuentan en ninguna cifra nueva, y el calendario ya no lo tiene por recibido.',
    superseded: (by) => `CORREGIDO: en lugar de este archivo cuenta el lote ${by}.`,
    because: (reason) => `Motivo: ${reason}`,
    intro: (institution) =>
      `Para ${institution}: qué se recibió, qué se aceptó y qué conviene corregir en el próximo envío.`,
    facts: ['Institución', 'Archivo', 'Recibido', 'Perfil', 'Conjunto de datos', 'Período'],
    counts: 'Registros',
    countRows: [
      'Leídos',
      'Aceptados',
      'Rechazados',
      'Omitidos a propósito',
      'Señalados como repetidos',
      'De ellos no contados: cuenta otro de su grupo',
    ],
    qualityFigures: 'Calidad del envío',
    qualityHead: ['Medida', 'Valor'],
    qualityRows: {
      withoutFinding: 'Validez: % de los leídos en los que no se encontró nada',
      completeness: 'Compleción: % con dato, en promedio de los campos que el archivo trae',
      repeats: 'Repetición: % de los aceptados señalados como repetidos',
      unmapped: 'Códigos sin equivalencia, distintos',
      half: 'Puntualidad: días del hecho a la recepción, la mitad de los registros como máximo',
      most: 'Puntualidad: días del hecho a la recepción, 95 de cada 100 como máximo',
    },
    rules: 'Reglas que no se cumplieron',
    rulesNote:
      'Los rechazados no cuentan en ninguna cifra; los avisos cuentan y conviene revisarlos.',
    ruleHead: ['Nivel', 'Qué se encontró', 'Registros', '% de los leídos', 'Regla'],
    examples: 'Primeras líneas que hay que revisar',
    exampleHead: ['Línea', 'Nivel', 'Qué se encontró', 'Valor'],
    codes: 'Códigos que no se conocen',
    codesNote: 'Se cuentan como «se ignora» hasta que se diga qué significan.',
    codeHead: ['Campo', 'Código', 'Registros', 'Propuesta'],
    repeats: 'Repetidos',
    repeatHead: ['Clase', 'Registros'],
    repeatsNote:
      'Se señalan con su grupo y no se borra ninguno; en las cifras cada grupo cuenta una vez, por su primer registro (los incidentes de un mismo identificador y contenido distinto cuentan todos).',
    fields: 'Datos que faltan, por campo',
    notBrought: (fields) => `Campos que el archivo no trae: ${fields}.`,
    fieldHead: ['Campo', '% con dato'],
    coverage: 'Días cubiertos',
    coverageNote: 'Un día sin registros puede ser un día sin movimiento o un envío que falta.',
    coverageHead: ['Lugar', 'Registros', 'Días con registros', 'Días sin registros', 'Cuáles'],
    months: 'Comparación con los mismos días del año anterior',
    monthHead: ['Mes', 'Registros', 'Un año antes', 'Cambio'],
    figures: 'Cifras que más cambiaron desde el año anterior',
    figuresHead: ['Cifra', 'Valor', 'Un año antes', 'Cambio', 'Cambio, %'],
    figuresNote: (known) =>
      `Cifras del lote con la misma un año antes: ${known}. Se nombran las mayores diferencias.`,
    arithmetic: 'Cifras que no suman',
    arithmeticNote: 'Totales distintos de la suma de sus partes, o porcentajes que no suman 100.',
    arithmeticRule: 'Hasta media unidad por parte se toma por redondeo y no se señala.',
    arithmeticHead: ['Desglose', 'Cifra', 'Total', 'Suma de las partes', 'Diferencia'],
    columns: 'Columnas',
    newColumns: 'Columnas nuevas, que el perfil no lee',
    absentColumns: 'Columnas del perfil que el archivo no tiene',
    none: 'Nada que señalar.',
    all: 'Todos',
  },
  en: {
    title: (file) => `Report of reception: ${file}`,
    synthetic: 'SYNTHETIC: these records are about nobody.',
    withdrawn:
      'WITHDRAWN: the records of this file count in no new figure, and the calendar takes it for received no more.',
    superseded: (by) => `CORRECTED: batch ${by} counts in place of this file.`,
    because: (reason) => `Reason: ${reason}`,
    intro: (institution) =>
      `For ${institution}: what was received, what was accepted and what to correct in the next delivery.`,
    facts: ['Institution', 'File', 'Received', 'Profile', 'Dataset', 'Period'],
    counts: 'Records',
    countRows: [
      'Read',
      'Accepted',
      'Rejected',
      'Left out on purpose',
      'Flagged as repeated',
      'Of these not counted: another of their group is',
    ],
    qualityFigures: 'Quality of the delivery',
    qualityHead: ['Measure', 'Value'],
    qualityRows: {
      withoutFinding: 'Validity: % of those read in which nothing was found',
      completeness: 'Completeness: % given, on average of the fields that the file brings',
      repeats: 'Repetition: % of those accepted that are flagged as repeated',
      unmapped: 'Codes without a match, different ones',
      half: 'Timeliness: days from the event to the receipt, half of the records at most',
      most: 'Timeliness: days from the event to the receipt, 95 in 100 at most',
    },
    rules: 'Rules that were not met',
    rulesNote: 'Rejected records count in no figure; warnings count and deserve a look.',
    ruleHead: ['Level', 'What was found', 'Records', '% of those read', 'Rule'],
    examples: 'First lines to look at',
    exampleHead: ['Line', 'Level', 'What was found', 'Value'],
    codes: 'Codes that are not known',
    codesNote: 'They count as “unknown” until someone says what they mean.',
    codeHead: ['Field', 'Code', 'Records', 'Suggestion'],
    repeats: 'Repeated records',
    repeatHead: ['Kind', 'Records'],
    repeatsNote:
      'They are flagged with their group, and none is deleted; figures count each group once, by its first record (incidents of one id whose content differs all count).',
    fields: 'What is missing, by field',
    notBrought: (fields) => `Fields that the file does not bring: ${fields}.`,
    fieldHead: ['Field', '% given'],
    coverage: 'Days covered',
    coverageNote:
      'A day without records may be a day without crossings, or a delivery that is missing.',
    coverageHead: ['Place', 'Records', 'Days with records', 'Days without records', 'Which'],
    months: 'Compared with the same days of the year before',
    monthHead: ['Month', 'Records', 'A year before', 'Change'],
    figures: 'Figures that changed most since the year before',
    figuresHead: ['Figure', 'Value', 'A year before', 'Change', 'Change, %'],
    figuresNote: (known) =>
      `Figures of the batch with the same one of a year before: ${known}. The greatest differences are named.`,
    arithmetic: 'Figures that do not add up',
    arithmeticNote:
      'Totals that differ from the sum of their parts, or percentages that do not make 100.',
    arithmeticRule: 'Up to half a unit for each part is taken for rounding and not named.',
    arithmeticHead: ['Breakdown', 'Figure', 'Total', 'Sum of the parts', 'Difference'],
    columns: 'Columns',
    newColumns: 'New columns, which the profile does not read',
    absentColumns: 'Columns of the profile that the file does not have',
    none: 'Nothing to report.',
    all: 'All',
  },
  fr: {
    title: (file) => `Rapport de réception : ${file}`,
    synthetic: 'SYNTHÉTIQUE : ces enregistrements ne concernent personne.',
    withdrawn:
      'RETIRÉ : les enregistrements de ce fichier ne comptent dans aucun nouveau chiffre, et le calendrier ne le tient plus pour reçu.',
    superseded: (by) => `CORRIGÉ : le lot ${by} compte à la place de ce fichier.`,
    because: (reason) => `Motif : ${reason}`,
    intro: (institution) =>
      `Pour ${institution} : ce qui a été reçu, ce qui a été accepté et ce qu’il convient de corriger au prochain envoi.`,
    facts: ['Institution', 'Fichier', 'Reçu', 'Profil', 'Jeu de données', 'Période'],
    counts: 'Enregistrements',
    countRows: [
      'Lus',
      'Acceptés',
      'Rejetés',
      'Écartés à dessein',
      'Signalés comme répétés',
      'Dont non comptés : un autre de leur groupe compte',
    ],
    qualityFigures: 'Qualité de l’envoi',
    qualityHead: ['Mesure', 'Valeur'],
    qualityRows: {
      withoutFinding: 'Validité : % des lus où rien n’a été relevé',
      completeness: 'Complétude : % renseigné, en moyenne des champs que le fichier apporte',
      repeats: 'Répétition : % des acceptés signalés comme répétés',
      unmapped: 'Codes sans équivalent, différents',
      half: 'Ponctualité : jours de l’événement à la réception, la moitié des enregistrements au plus',
      most: 'Ponctualité : jours de l’événement à la réception, 95 sur 100 au plus',
    },
    rules: 'Règles non respectées',
    rulesNote:
      'Les rejetés ne comptent dans aucun chiffre ; les avertissements comptent et sont à revoir.',
    ruleHead: ['Niveau', 'Constat', 'Enregistrements', '% des lus', 'Règle'],
    examples: 'Premières lignes à revoir',
    exampleHead: ['Ligne', 'Niveau', 'Constat', 'Valeur'],
    codes: 'Codes inconnus',
    codesNote: 'Ils comptent comme « inconnu » jusqu’à ce qu’on en dise le sens.',
    codeHead: ['Champ', 'Code', 'Enregistrements', 'Proposition'],
    repeats: 'Répétitions',
    repeatHead: ['Nature', 'Enregistrements'],
    repeatsNote:
      'Elles sont signalées avec leur groupe ; aucune n’est supprimée. Les chiffres comptent chaque groupe une fois, par son premier enregistrement (les incidents d’un même identifiant et de contenu différent comptent tous).',
    fields: 'Données manquantes, par champ',
    notBrought: (fields) => `Champs que le fichier n’apporte pas : ${fields}.`,
    fieldHead: ['Champ', '% renseigné'],
    coverage: 'Jours couverts',
    coverageNote:
      'Un jour sans enregistrement peut être un jour sans passage, ou un envoi qui manque.',
    coverageHead: ['Lieu', 'Enregistrements', 'Jours avec', 'Jours sans', 'Lesquels'],
    months: 'Comparaison avec les mêmes jours de l’année précédente',
    monthHead: ['Mois', 'Enregistrements', 'Un an avant', 'Évolution'],
    figures: 'Chiffres qui ont le plus changé depuis l’année précédente',
    figuresHead: ['Chiffre', 'Valeur', 'Un an avant', 'Évolution', 'Évolution, %'],
    figuresNote: (known) =>
      `Chiffres du lot dont le même est connu un an avant : ${known}. Les plus grands écarts sont nommés.`,
    arithmetic: 'Chiffres qui ne s’additionnent pas',
    arithmeticNote:
      'Totaux différents de la somme des parties, ou pourcentages qui ne font pas 100.',
    arithmeticRule:
      'Jusqu’à une demi-unité par partie est prise pour un arrondi et n’est pas signalée.',
    arithmeticHead: ['Ventilation', 'Chiffre', 'Total', 'Somme des parties', 'Écart'],
    columns: 'Colonnes',
    newColumns: 'Colonnes nouvelles, que le profil ne lit pas',
    absentColumns: 'Colonnes du profil absentes du fichier',
    none: 'Rien à signaler.',
    all: 'Tous',
  },
}
