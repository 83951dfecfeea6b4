import type { Language } from '@caudal/methods/vocabulary'

export interface FormCommandWords {
  readonly form: string
  readonly examples: string
  readonly import: string
  readonly file: string
  readonly institution: string
  readonly country: string
  readonly recordType: string
  readonly dataset: string
  readonly licence: string
  readonly set: string
  readonly list: string
  readonly format: string
  readonly none: string
  readonly headings: readonly string[]
  readonly show: string
  readonly id: string
  readonly json: string
  readonly export: string
  readonly withdraw: string
  readonly because: string
  readonly kept: (title: string, version: number, id: number) => string
  readonly keptAlready: (title: string, version: number, id: number) => string
  readonly asks: (questions: number, lists: number) => string
  readonly supported: string
  readonly unsupported: string
  readonly faults: string
  readonly mapped: (recordType: string, dataset: string) => string
  readonly notMapped: string
  readonly setThese: (fields: string) => string
  readonly field: (label: string, source: string) => string
  readonly fixed: (value: string) => string
  readonly entryDay: string
  readonly entryUnit: string
  readonly entrySize: string
  readonly parts: Readonly<Record<'latitude' | 'longitude' | 'accuracy', string>>
  readonly perRepeat: (label: string) => string
  readonly place: (question: string, place: number) => string
  readonly notKept: string
  readonly withdrawn: (title: string, version: number) => string
  readonly withdrawnBecause: (because: string) => string
  readonly states: Readonly<Record<'mapped' | 'unmapped' | 'withdrawn', string>>
}

/** What `caudal form` says. */
export const formCommandWords: Readonly<Record<Language, FormCommandWords>> = {
  es: {
    form: 'Formularios XLSForm que una institución guarda y llena en el escritorio.',
    examples: `Ejemplos:
  caudal form import caso.xlsx --institution hn-centro --country HND
  caudal form import caso.xlsx --institution hn-centro --country HND --record-type return --set return_type=forced
  caudal form show 1`,
    import: 'Guarda un libro XLSForm como versión nueva de un formulario',
    file: 'Libro .xlsx con las hojas survey, choices y settings',
    institution: 'institución a la que pertenece el formulario',
    country: 'país de la institución, en tres letras: HND',
    recordType:
      'tipo de registro que llenan las respuestas; los campos se proponen por nombre y se confirman así',
    dataset: 'conjunto de datos al que se suman los registros',
    licence: 'condiciones en que se usan los registros',
    set: 'valor fijo de un campo (campo=valor); puede repetirse',
    list: 'Enumera los formularios, con todas sus versiones',
    format: 'forma de la lista',
    none: 'No hay formularios. Guarde uno con: caudal form import ARCHIVO.xlsx --institution I',
    headings: ['Número', 'Institución', 'Formulario', 'Versión', 'Preguntas', 'Registro', 'Estado'],
    show: 'Muestra qué pregunta un formulario, qué llena y qué no se admite',
    id: 'número del formulario',
    json: 'en JSON',
    export: 'Escribe la definición y los campos de un formulario en JSON',
    withdraw: 'Retira una versión: ya no se llena',
    because: 'por qué se retira; queda con el formulario',
    kept: (title, version, id) => `«${title}», versión ${version}: guardado con el número ${id}.`,
    keptAlready: (title, version, id) =>
      `«${title}», versión ${version}, ya estaba guardado con el número ${id}: es el mismo libro.`,
    asks: (questions, lists) => `${questions} preguntas y ${lists} listas de opciones.`,
    supported: 'Todo lo que el libro dice se admite.',
    unsupported: 'Lo que no se admite, y qué significa para quien llena el formulario:',
    faults: 'Lo que hay que corregir en el libro:',
    mapped: (recordType, dataset) =>
      `Las respuestas son registros «${recordType}» del conjunto ${dataset}:`,
    notMapped:
      'Aún no se llena: confirme qué campos llenan sus respuestas, en el escritorio o con --record-type.',
    setThese: (fields) =>
      `Ninguna pregunta llena estos campos; dé un valor a cada uno con --set campo=valor: ${fields}`,
    field: (label, source) => `${label} ← ${source}`,
    fixed: (value) => `siempre «${value}»`,
    entryDay: 'día en que se llena',
    entryUnit: 'número de la ficha, que sus registros comparten',
    entrySize: 'cuántos registros tiene la ficha',
    parts: { latitude: 'latitud', longitude: 'longitud', accuracy: 'precisión en metros' },
    perRepeat: (label) =>
      `Cada vez que se llena «${label}» es un registro; lo que se responde fuera vale para todos.`,
    place: (question, place) => `${question}, ${place === 1 ? 'primera' : 'segunda'} opción`,
    notKept: 'Preguntas que ningún campo guarda, y cuyas respuestas no quedan en el registro:',
    withdrawn: (title, version) => `La versión ${version} de «${title}» está retirada.`,
    withdrawnBecause: (because) => `Retirado: ${because}`,
    states: { mapped: 'se llena', unmapped: 'sin campos', withdrawn: 'retirado' },
  },
  en: {
    form: 'XLSForm forms that an institution keeps and fills in at the desk.',
    examples: `Examples:
  caudal form import case.xlsx --institution hn-centro --country HND
  caudal form import case.xlsx --institution hn-centro --country HND --record-type return --set return_type=forced
  caudal form show 1`,
    import: 'Keeps an XLSForm workbook as a new version of a form',
    file: 'Workbook (.xlsx) with the sheets survey, choices and settings',
    institution: 'institution that owns the form',
    country: 'country of the institution, in three letters: HND',
    recordType:
      'record type that the answers fill; fields are proposed by name and confirmed by this',
    dataset: 'dataset that the records join',
    licence: 'terms under which the records are used',
    set: 'fixed value of a field (field=value); may be repeated',
    list: 'Lists the forms with all their versions',
    format: 'form of the list',
    none: 'There are no forms. Keep one with: caudal form import FILE.xlsx --institution I',
    headings: ['Number', 'Institution', 'Form', 'Version', 'Questions', 'Record', 'State'],
    show: 'Shows what a form asks, what it fills and what is not supported',
    id: 'number of the form',
    json: 'as JSON',
    export: 'Writes the definition and the fields of a form as JSON',
    withdraw: 'Withdraws a version: it is filled in no more',
    because: 'why it is withdrawn; stays with the form',
    kept: (title, version, id) => `“${title}”, version ${version}: kept under the number ${id}.`,
    keptAlready: (title, version, id) =>
      `“${title}”, version ${version}, is kept already under the number ${id}: it is the same workbook.`,
    asks: (questions, lists) => `${questions} questions and ${lists} lists of choices.`,
    supported: 'Everything in the workbook is supported.',
    unsupported: 'What is not supported, and what that means for whoever fills the form in:',
    faults: 'What has to be corrected in the workbook:',
    mapped: (recordType, dataset) =>
      `The answers are records “${recordType}” of the dataset ${dataset}:`,
    notMapped:
      'It is not filled in yet: confirm which fields its answers fill, at the desk or with --record-type.',
    setThese: (fields) =>
      `No question fills these fields; give each a value with --set field=value: ${fields}`,
    field: (label, source) => `${label} ← ${source}`,
    fixed: (value) => `always “${value}”`,
    entryDay: 'day on which it is filled in',
    entryUnit: 'number of the form, which its records share',
    entrySize: 'how many records the form has',
    parts: { latitude: 'latitude', longitude: 'longitude', accuracy: 'accuracy in metres' },
    perRepeat: (label) =>
      `Each time “${label}” is filled in is a record; what is answered outside of it holds for all.`,
    place: (question, place) => `${question}, ${place === 1 ? 'first' : 'second'} choice`,
    notKept: 'Questions that no field keeps, whose answers are not in the record:',
    withdrawn: (title, version) => `Version ${version} of “${title}” is withdrawn.`,
    withdrawnBecause: (because) => `Withdrawn: ${because}`,
    states: { mapped: 'is filled in', unmapped: 'without fields', withdrawn: 'withdrawn' },
  },
  fr: {
    form: 'Formulaires XLSForm qu’une institution garde et remplit au bureau.',
    examples: `Exemples :
  caudal form import cas.xlsx --institution hn-centro --country HND
  caudal form import cas.xlsx --institution hn-centro --country HND --record-type return --set return_type=forced
  caudal form show 1`,
    import: 'Garde un classeur XLSForm comme nouvelle version d’un formulaire',
    file: 'Classeur .xlsx avec les feuilles survey, choices et settings',
    institution: 'institution à qui est le formulaire',
    country: 'pays de l’institution, en trois lettres : HND',
    recordType:
      'type d’enregistrement que remplissent les réponses ; les champs sont proposés par nom et confirmés ainsi',
    dataset: 'jeu de données que rejoignent les enregistrements',
    licence: 'conditions d’utilisation des enregistrements',
    set: 'valeur fixe d’un champ (champ=valeur) ; peut se répéter',
    list: 'Énumère les formulaires avec toutes leurs versions',
    format: 'forme de la liste',
    none: 'Aucun formulaire. Gardez-en un avec : caudal form import FICHIER.xlsx --institution I',
    headings: [
      'Numéro',
      'Institution',
      'Formulaire',
      'Version',
      'Questions',
      'Enregistrement',
      'État',
    ],
    show: 'Montre ce qu’un formulaire demande, ce qu’il remplit et ce qui n’est pas pris en charge',
    id: 'numéro du formulaire',
    json: 'en JSON',
    export: 'Écrit la définition et les champs d’un formulaire en JSON',
    withdraw: 'Retire une version : elle ne se remplit plus',
    because: 'pourquoi elle est retirée ; reste avec le formulaire',
    kept: (title, version, id) => `« ${title} », version ${version} : gardé sous le numéro ${id}.`,
    keptAlready: (title, version, id) =>
      `« ${title} », version ${version}, est déjà gardé sous le numéro ${id} : c’est le même classeur.`,
    asks: (questions, lists) => `${questions} questions et ${lists} listes de choix.`,
    supported: 'Tout ce que dit le classeur est pris en charge.',
    unsupported: 'Ce qui n’est pas pris en charge, et ce que cela signifie pour qui remplit :',
    faults: 'Ce qu’il faut corriger dans le classeur :',
    mapped: (recordType, dataset) =>
      `Les réponses sont des enregistrements « ${recordType} » du jeu de données ${dataset} :`,
    notMapped:
      'Il ne se remplit pas encore : confirmez quels champs remplissent ses réponses, au bureau ou avec --record-type.',
    setThese: (fields) =>
      `Aucune question ne remplit ces champs ; donnez une valeur à chacun avec --set champ=valeur : ${fields}`,
    field: (label, source) => `${label} ← ${source}`,
    fixed: (value) => `toujours « ${value} »`,
    entryDay: 'jour de la saisie',
    entryUnit: 'numéro de la saisie, que ses fiches partagent',
    entrySize: 'combien de fiches compte la saisie',
    parts: { latitude: 'latitude', longitude: 'longitude', accuracy: 'précision en mètres' },
    perRepeat: (label) =>
      `Chaque fois que « ${label} » est rempli fait une fiche ; ce qui est répondu en dehors vaut pour toutes.`,
    place: (question, place) => `${question}, ${place === 1 ? 'premier' : 'deuxième'} choix`,
    notKept: 'Questions qu’aucun champ ne garde, et dont les réponses ne restent pas :',
    withdrawn: (title, version) => `La version ${version} de « ${title} » est retirée.`,
    withdrawnBecause: (because) => `Retiré : ${because}`,
    states: { mapped: 'se remplit', unmapped: 'sans champs', withdrawn: 'retiré' },
  },
}
