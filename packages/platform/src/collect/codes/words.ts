import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal codes` says. */
export interface CodeWords {
  readonly codes: string
  readonly examples: string
  readonly list: string
  readonly show: string
  readonly listId: string
  readonly code: string
  readonly onlyOwn: string
  readonly format: string
  readonly add: string
  readonly name: (language: string) => string
  readonly from: string
  readonly until: string
  readonly parent: string
  readonly countsAs: string
  readonly alias: string
  readonly because: string
  readonly institution: string
  readonly country: string
  readonly end: string
  readonly on: string
  readonly replacedBy: string
  readonly import: string
  readonly file: string
  readonly export: string
  readonly added: (code: string, list: string) => string
  readonly ended: (code: string, day: string) => string
  readonly imported: (added: number, ended: number, same: number) => string
  readonly none: string
  readonly listHeadings: readonly string[]
  readonly codeHeadings: readonly string[]
  readonly open: string
  readonly closed: string
  readonly own: string
  readonly sourceOf: (owner: string, title: string) => string
}

export const codeWords: Readonly<Record<Language, CodeWords>> = {
  es: {
    codes: 'Las listas de códigos, y los códigos que este nodo les añade',
    examples: `Ejemplos:
  caudal codes add purpose HN-peregrinacion --es Peregrinación --en Pilgrimage --fr Pèlerinage \\
    --counts-as religion --from 2026-01-01 --because "Acuerdo 12-2026"
  caudal codes end purpose HN-peregrinacion --on 2027-12-31 --because "Acuerdo 30-2027"
  caudal codes export > codigos.csv`,
    list: 'Las listas de códigos',
    show: 'Los códigos de una lista',
    listId: 'Lista, por su identificador',
    code: 'Código',
    onlyOwn: 'Solo los que añadió este nodo',
    format: 'table, csv o json',
    add: 'Añade un código a una lista',
    name: (language) => `Nombre en ${{ es: 'español', en: 'inglés', fr: 'francés' }[language]}`,
    from: 'Primer día en que rige, AAAA-MM-DD',
    until: 'Último día en que rige, AAAA-MM-DD',
    parent: 'Código superior: el país de un puesto, el departamento de un municipio',
    countsAs: 'Código de la plataforma como el que cuenta entre países; _O es «Otros»',
    alias: 'Otra manera en que lo escriben los archivos; puede repetirse',
    because: 'Por qué, en palabras: una ley, una norma, una resolución',
    institution: 'Institución que responde del código',
    country: 'País de la institución, por sus tres letras',
    end: 'Termina un código: rige hasta un día',
    on: 'Último día en que rige, AAAA-MM-DD',
    replacedBy: 'Código que ocupa su lugar después',
    import:
      'Añade los códigos de un archivo CSV y termina los propios que traen su último día: todos o ninguno',
    file: 'Archivo con las columnas list, code, es, en, fr, parent, counts_as, aliases, valid_from, valid_to, because',
    export: 'Los códigos propios del nodo como CSV, para guardarlos o llevarlos a otro nodo',
    added: (code, list) => `El código ${code} está en la lista ${list}.`,
    ended: (code, day) => `El código ${code} rige hasta el ${day}.`,
    imported: (added, ended, same) =>
      `Códigos añadidos: ${added}; terminados: ${ended}; que ya estaban así: ${same}.`,
    none: 'Este nodo no ha añadido ningún código. Añada uno con: caudal codes add',
    listHeadings: ['lista', 'título', 'códigos', 'propios', 'admite propios'],
    codeHeadings: ['código', 'nombre', 'superior', 'cuenta como', 'desde', 'hasta', 'después', ''],
    open: 'sí',
    closed: 'no',
    own: 'propio',
    sourceOf: (owner, title) => `Fuente: ${owner}, ${title}`,
  },
  en: {
    codes: 'The code lists, and the codes that this node adds to them',
    examples: `Examples:
  caudal codes add purpose HN-pilgrimage --es Peregrinación --en Pilgrimage --fr Pèlerinage \\
    --counts-as religion --from 2026-01-01 --because "Agreement 12-2026"
  caudal codes end purpose HN-pilgrimage --on 2027-12-31 --because "Agreement 30-2027"
  caudal codes export > codes.csv`,
    list: 'The code lists',
    show: 'The codes of a list',
    listId: 'List, by its identifier',
    code: 'Code',
    onlyOwn: 'Only those that this node added',
    format: 'table, csv or json',
    add: 'Adds a code to a list',
    name: (language) => `Name in ${{ es: 'Spanish', en: 'English', fr: 'French' }[language]}`,
    from: 'First day on which it is in force, YYYY-MM-DD',
    until: 'Last day on which it is in force, YYYY-MM-DD',
    parent: 'Code above it: the country of a post, the department of a municipality',
    countsAs: 'Code of the platform that it counts as among countries; _O is “Other”',
    alias: 'Another way in which files write it; may be repeated',
    because: 'Why, in words: a law, a standard, a resolution',
    institution: 'Institution that answers for the code',
    country: 'Country of the institution, by its three letters',
    end: 'Ends a code: it is in force until a day',
    on: 'Last day on which it is in force, YYYY-MM-DD',
    replacedBy: 'Code that takes its place afterwards',
    import:
      'Adds the codes of a CSV file and ends own ones that come with their last day: all or none',
    file: 'File with the columns list, code, es, en, fr, parent, counts_as, aliases, valid_from, valid_to, because',
    export: 'The node’s own codes as CSV, to keep or to bring to another node',
    added: (code, list) => `The code ${code} is in the list ${list}.`,
    ended: (code, day) => `The code ${code} is in force until ${day}.`,
    imported: (added, ended, same) =>
      `Codes added: ${added}; ended: ${ended}; there already as they are: ${same}.`,
    none: 'This node has added no code. Add one with: caudal codes add',
    listHeadings: ['list', 'title', 'codes', 'own', 'takes own'],
    codeHeadings: ['code', 'name', 'above', 'counts as', 'from', 'until', 'afterwards', ''],
    open: 'yes',
    closed: 'no',
    own: 'own',
    sourceOf: (owner, title) => `Source: ${owner}, ${title}`,
  },
  fr: {
    codes: 'Les listes de codes, et les codes que ce nœud leur ajoute',
    examples: `Exemples :
  caudal codes add purpose HN-pelerinage --es Peregrinación --en Pilgrimage --fr Pèlerinage \\
    --counts-as religion --from 2026-01-01 --because "Accord 12-2026"
  caudal codes end purpose HN-pelerinage --on 2027-12-31 --because "Accord 30-2027"
  caudal codes export > codes.csv`,
    list: 'Les listes de codes',
    show: 'Les codes d’une liste',
    listId: 'Liste, par son identifiant',
    code: 'Code',
    onlyOwn: 'Seulement ceux que ce nœud a ajoutés',
    format: 'table, csv ou json',
    add: 'Ajoute un code à une liste',
    name: (language) => `Nom en ${{ es: 'espagnol', en: 'anglais', fr: 'français' }[language]}`,
    from: 'Premier jour où il vaut, AAAA-MM-JJ',
    until: 'Dernier jour où il vaut, AAAA-MM-JJ',
    parent: 'Code supérieur : le pays d’un poste, le département d’une municipalité',
    countsAs: 'Code de la plateforme comme lequel il compte entre pays ; _O signifie « Autres »',
    alias: 'Autre façon dont les fichiers l’écrivent ; peut être répétée',
    because: 'Pourquoi, en toutes lettres : une loi, une norme, une résolution',
    institution: 'Institution qui répond du code',
    country: 'Pays de l’institution, par ses trois lettres',
    end: 'Met fin à un code : il vaut jusqu’à un jour',
    on: 'Dernier jour où il vaut, AAAA-MM-JJ',
    replacedBy: 'Code qui prend sa place ensuite',
    import:
      'Ajoute les codes d’un fichier CSV et met fin aux codes propres qui viennent avec leur dernier jour : tous ou aucun',
    file: 'Fichier avec les colonnes list, code, es, en, fr, parent, counts_as, aliases, valid_from, valid_to, because',
    export: 'Les codes propres au nœud en CSV, à garder ou à porter dans un autre nœud',
    added: (code, list) => `Le code ${code} est dans la liste ${list}.`,
    ended: (code, day) => `Le code ${code} vaut jusqu’au ${day}.`,
    imported: (added, ended, same) =>
      `Codes ajoutés : ${added} ; terminés : ${ended} ; déjà inscrits tels quels : ${same}.`,
    none: 'Ce nœud n’a ajouté aucun code. Ajoutez-en un avec : caudal codes add',
    listHeadings: ['liste', 'titre', 'codes', 'propres', 'en admet'],
    codeHeadings: ['code', 'nom', 'supérieur', 'compte comme', 'depuis', 'jusqu’à', 'ensuite', ''],
    open: 'oui',
    closed: 'non',
    own: 'propre',
    sourceOf: (owner, title) => `Source : ${owner}, ${title}`,
  },
}
