import type { Language } from '@caudal/methods/vocabulary'

export interface ExchangeWords {
  readonly sdmx: string
  readonly validate: string
  readonly file: string
  readonly structure: string
  readonly most: string
  readonly sound: (observations: number) => string
  readonly notListed: (faults: number) => string
  readonly pull: string
  readonly url: string
  readonly out: string
  readonly changes: string
  readonly pulled: (records: number, file: string, profile: string) => string
  readonly unchanged: string
  readonly empty: string
  readonly aggregates: (areas: string) => string
  readonly structureOfData: string
  readonly structuresIn: (file: string) => string
  readonly flow: string
  readonly dataStructure: string
  readonly codelist: string
  readonly codes: (count: number) => string
  readonly available: (series: number, observations: number) => string
  readonly overlaps: (field: string, codes: string) => string
  readonly overlapping: Readonly<Partial<Record<string, string>>>
  readonly besides: (dimensions: string) => string
  readonly withdrawn: (figures: number) => string
  readonly measure: string
  readonly measures: (codes: string) => string
  readonly convert: string
  readonly describe: string
  readonly dataflow: string
  readonly concept: (known: string) => string
  readonly textIn: Readonly<Record<Language, string>>
  readonly takeBack: string
  readonly described: (dataflow: string, concept: string) => string
  readonly map: (known: string) => string
  readonly converted: (observations: number, file: string) => string
  readonly left: (observations: number) => string
  readonly leftReason: Readonly<Record<'code' | 'held' | 'same' | 'confidential', string>>
  readonly leftLine: (observations: number, component: string, value: string) => string
}

/** The words of `caudal sdmx`. */
export const exchangeWords: Readonly<Record<Language, ExchangeWords>> = {
  es: {
    sdmx: 'Intercambio con otras oficinas, en SDMX',
    validate: 'Comprueba un archivo de datos SDMX contra su estructura',
    file: 'Archivo SDMX-ML 2.1, SDMX-JSON o SDMX-CSV',
    structure: 'Archivo con la estructura; sin él, la de la plataforma que el archivo nombra',
    most: 'Cuántas faltas se escriben como mucho',
    sound: (observations) => `Sin faltas. Observaciones: ${observations}.`,
    notListed: (faults) => `Faltas que no se escriben: ${faults}; use --most para verlas.`,
    pull: 'Trae datos de otro servicio SDMX a un archivo que se puede importar, o sus estructuras y lo que hay',
    url: 'Dirección de la consulta: de datos, de estructuras o de disponibilidad',
    out: 'Archivo que se escribe',
    changes: 'Solo lo que cambió desde la última vez',
    pulled: (records, file, profile) =>
      `Registros en ${file}: ${records}. Impórtelos con: caudal import ${file} --profile ${profile}`,
    unchanged: 'No hay nada nuevo desde la última vez.',
    empty: 'El servicio no tiene datos para esta consulta.',
    aggregates: (areas) => `Estas áreas son conjuntos de países y se solapan con ellos: ${areas}.`,
    structureOfData:
      'Archivo con la estructura de los datos, traído antes: dice qué es dimensión y qué atributo',
    structuresIn: (file) => `Estructuras en ${file}:`,
    flow: 'Flujo de datos',
    dataStructure: 'Estructura de datos',
    codelist: 'Lista de códigos',
    codes: (count) => `códigos: ${count}`,
    available: (series, observations) => `Series: ${series}; observaciones: ${observations}.`,
    overlaps: (field, codes) =>
      `${field}: ${codes} cuentan lo que otros códigos cuentan también; no los sume.`,
    overlapping: { sex: 'Sexo', age: 'Edad', period: 'Período' },
    besides: (dimensions) =>
      `Dimensiones sin campo propio, en la columna other_dimensions: ${dimensions}. Si distinguen registros, filtre por ellas antes de sumar.`,
    measure: 'Qué se mide, con un código de la lista de medidas (migration-flow, migrant-stock…)',
    measures: (codes) =>
      `Medidas que la plataforma no conoce: ${codes}. Traiga una por archivo y diga qué es con --measure.`,
    withdrawn: (figures) =>
      `Cifras que el servicio había dado y ha retirado: ${figures}; traiga el conjunto sin --changes para no conservarlas.`,
    convert:
      'Escribe un archivo SDMX en la estructura de la OCDE, de Eurostat o de los ODS, o al revés',
    map: (known) => `Correspondencia: ${known}`,
    converted: (observations, file) => `Observaciones en ${file}: ${observations}.`,
    left: (observations) => `Observaciones sin sitio en la otra estructura: ${observations}.`,
    leftReason: {
      code: 'no tiene ese código',
      held: 'no distingue ese componente',
      same: 'es el propio país, y quien es de ahí no es migrante',
      confidential: 'la cifra no es libre',
    },
    leftLine: (observations, component, value) => `${observations} con ${component} = ${value}`,
    describe:
      'Dice qué significan las cifras de un flujo (metadatos de referencia), o muestra lo dicho',
    dataflow: 'Flujo de datos, como MOVEMENTS',
    concept: (known) => `Concepto: ${known}`,
    textIn: { es: 'Texto en español', en: 'Texto en inglés', fr: 'Texto en francés' },
    takeBack: 'Retira lo dicho: vuelve lo que la plataforma dice por sí misma',
    described: (dataflow, concept) => `${dataflow}: dicho sobre ${concept}.`,
  },
  en: {
    sdmx: 'Exchange with other offices, in SDMX',
    validate: 'Check a file of SDMX data against its structure',
    file: 'File of SDMX-ML 2.1, SDMX-JSON or SDMX-CSV',
    structure: 'File with the structure; without it, that of the platform which the file names',
    most: 'How many faults are written at most',
    sound: (observations) => `No faults. Observations: ${observations}.`,
    notListed: (faults) => `Faults that are not written: ${faults}; use --most to see them.`,
    pull: 'Pull data of another SDMX service into a file that can be imported, or its structures and what there is',
    url: 'Address of the query: for data, structures or availability',
    out: 'File to write',
    changes: 'Only what changed since the last time',
    pulled: (records, file, profile) =>
      `Records in ${file}: ${records}. Import them with: caudal import ${file} --profile ${profile}`,
    unchanged: 'There is nothing new since the last time.',
    empty: 'The service has no data for this query.',
    aggregates: (areas) => `These areas are groups of countries and overlap with them: ${areas}.`,
    structureOfData:
      'File with the structure of the data, pulled before: it tells dimensions from attributes',
    structuresIn: (file) => `Structures in ${file}:`,
    flow: 'Dataflow',
    dataStructure: 'Data structure',
    codelist: 'Code list',
    codes: (count) => `codes: ${count}`,
    available: (series, observations) => `Series: ${series}; observations: ${observations}.`,
    overlaps: (field, codes) =>
      `${field}: ${codes} count what other codes count too; do not add them up.`,
    overlapping: { sex: 'Sex', age: 'Age', period: 'Period' },
    besides: (dimensions) =>
      `Dimensions without a field of their own, in the column other_dimensions: ${dimensions}. If they tell records apart, choose among them before adding up.`,
    measure: 'What is measured, by a code of the list of measures (migration-flow, migrant-stock…)',
    measures: (codes) =>
      `Measures that the platform does not know: ${codes}. Pull one into each file and say what it is with --measure.`,
    withdrawn: (figures) =>
      `Figures that the service had given and has withdrawn: ${figures}; pull the whole without --changes so as not to keep them.`,
    convert:
      'Write an SDMX file in the structure of the OECD, Eurostat or the SDGs, or the other way round',
    map: (known) => `Map: ${known}`,
    converted: (observations, file) => `Observations in ${file}: ${observations}.`,
    left: (observations) => `Observations without a place in the other structure: ${observations}.`,
    leftReason: {
      code: 'it has no such code',
      held: 'it does not tell this component apart',
      same: 'it is the country itself, and who is from there is no migrant',
      confidential: 'the figure is not free',
    },
    leftLine: (observations, component, value) => `${observations} with ${component} = ${value}`,
    describe: 'Say what the figures of a dataflow mean (reference metadata), or show what is said',
    dataflow: 'Dataflow, such as MOVEMENTS',
    concept: (known) => `Concept: ${known}`,
    textIn: { es: 'Text in Spanish', en: 'Text in English', fr: 'Text in French' },
    takeBack: 'Take back what was said: what the platform says by itself stands again',
    described: (dataflow, concept) => `${dataflow}: said of ${concept}.`,
  },
  fr: {
    sdmx: 'Échange avec d’autres offices, en SDMX',
    validate: 'Vérifie un fichier de données SDMX d’après sa structure',
    file: 'Fichier SDMX-ML 2.1, SDMX-JSON ou SDMX-CSV',
    structure: 'Fichier de la structure ; sans lui, celle de la plateforme que le fichier nomme',
    most: 'Combien de fautes sont écrites au plus',
    sound: (observations) => `Aucune faute. Observations : ${observations}.`,
    notListed: (faults) => `Fautes non écrites : ${faults} ; voyez-les avec --most.`,
    pull: 'Tire des données d’un autre service SDMX dans un fichier à importer, ou ses structures et ce qu’il y a',
    url: 'Adresse de la requête : de données, de structures ou de disponibilité',
    out: 'Fichier à écrire',
    changes: 'Seulement ce qui a changé depuis la dernière fois',
    pulled: (records, file, profile) =>
      `Enregistrements dans ${file} : ${records}. Importez-les avec : caudal import ${file} --profile ${profile}`,
    unchanged: 'Il n’y a rien de nouveau depuis la dernière fois.',
    empty: 'Le service n’a pas de données pour cette requête.',
    aggregates: (areas) => `Ces zones sont des ensembles de pays et les recouvrent : ${areas}.`,
    structureOfData:
      'Fichier avec la structure des données, tiré avant : il distingue dimensions et attributs',
    structuresIn: (file) => `Structures dans ${file} :`,
    flow: 'Flux de données',
    dataStructure: 'Structure de données',
    codelist: 'Liste de codes',
    codes: (count) => `codes : ${count}`,
    available: (series, observations) => `Séries : ${series} ; observations : ${observations}.`,
    overlaps: (field, codes) =>
      `${field} : ${codes} comptent ce que d’autres codes comptent aussi ; ne les additionnez pas.`,
    overlapping: { sex: 'Sexe', age: 'Âge', period: 'Période' },
    besides: (dimensions) =>
      `Dimensions sans champ propre, dans la colonne other_dimensions : ${dimensions}. Si elles distinguent des enregistrements, choisissez avant d’additionner.`,
    measure:
      'Ce qui est mesuré, par un code de la liste des mesures (migration-flow, migrant-stock…)',
    measures: (codes) =>
      `Mesures que la plateforme ne connaît pas : ${codes}. Tirez-en une par fichier et dites ce qu’elle est avec --measure.`,
    withdrawn: (figures) =>
      `Chiffres que le service avait donnés et a retirés : ${figures} ; tirez l’ensemble sans --changes pour ne pas les garder.`,
    convert:
      'Écrit un fichier SDMX dans la structure de l’OCDE, d’Eurostat ou des ODD, ou l’inverse',
    map: (known) => `Correspondance : ${known}`,
    converted: (observations, file) => `Observations dans ${file} : ${observations}.`,
    left: (observations) => `Observations sans place dans l’autre structure : ${observations}.`,
    leftReason: {
      code: 'elle n’a pas ce code',
      held: 'elle ne distingue pas ce composant',
      same: 'c’est le pays lui-même, et qui en vient n’est pas migrant',
      confidential: 'le chiffre n’est pas libre',
    },
    leftLine: (observations, component, value) => `${observations} avec ${component} = ${value}`,
    describe:
      'Dit ce que signifient les chiffres d’un flux (métadonnées de référence), ou montre ce qui est dit',
    dataflow: 'Flux de données, comme MOVEMENTS',
    concept: (known) => `Concept : ${known}`,
    textIn: { es: 'Texte en espagnol', en: 'Texte en anglais', fr: 'Texte en français' },
    takeBack: 'Retire ce qui a été dit : ce que la plateforme dit d’elle-même vaut à nouveau',
    described: (dataflow, concept) => `${dataflow} : dit de ${concept}.`,
  },
}
