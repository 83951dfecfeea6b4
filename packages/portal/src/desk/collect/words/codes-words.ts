import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { codeFileWords, type CodeFileWording } from './code-file-words.ts'
import { useSpeaking } from '../../../words/speaking.tsx'

/** What the pages of code lists say. */
export interface CodesWording {
  readonly title: string
  readonly lead: string
  readonly open: string
  readonly closed: string
  readonly closedLead: string
  readonly list: string
  readonly codes: string
  readonly own: string
  readonly download: string
  readonly all: string
  readonly source: (owner: string, title: string) => string
  readonly ownCodes: string
  readonly none: string
  readonly standardCodes: string
  readonly search: string
  readonly shownOf: (shown: number, all: number) => string
  readonly found: (count: number) => string
  readonly code: string
  readonly codeHint: string
  readonly name: string
  readonly nameIn: Readonly<Record<Language, string>>
  readonly inForce: string
  readonly always: string
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly span: (from: string, until: string) => string
  readonly countsAs: string
  readonly countsAsHint: string
  readonly other: string
  readonly above: string
  readonly parentOf: (list: string) => string
  readonly parentHint: string
  readonly aliases: string
  readonly aliasesHint: string
  readonly from: string
  readonly fromHint: string
  readonly because: string
  readonly becauseHint: string
  readonly keptBy: string
  readonly replacedBy: string
  readonly add: string
  readonly save: string
  readonly added: (code: string) => string
  readonly end: string
  readonly endNamed: (name: string) => string
  readonly endLead: string
  readonly lastDay: string
  readonly heir: string
  readonly heirHint: string
  readonly file: CodeFileWording
}

const spanish: CodesWording = {
  title: 'Listas de códigos',
  lead: 'Las listas con que se leen los archivos y se nombran las cifras. Añada a ellas los códigos que su país necesita: cada uno dice como qué código común cuenta, o dónde está.',
  open: 'Listas a las que se añaden códigos',
  closed: 'Listas cerradas',
  closedLead:
    'A estas listas no se añaden códigos: la plataforma calcula con ellas, o pertenecen a una norma mundial.',
  list: 'Lista',
  codes: 'Códigos',
  own: 'Propios',
  download: 'Descargar los códigos propios (CSV)',
  all: 'Todas las listas de códigos',
  source: (owner, title) => `Fuente: ${owner}, ${title}`,
  ownCodes: 'Códigos de este nodo',
  none: 'Este nodo no ha añadido ningún código a la lista.',
  standardCodes: 'Códigos de la plataforma',
  search: 'Buscar por nombre o código',
  shownOf: (shown, all) => `Se muestran ${shown} de ${all}. Busque para ver los demás.`,
  found: (count) => (count === 1 ? 'Un código.' : `${count} códigos.`),
  code: 'Código',
  codeHint: 'Letras sin acento, cifras y guiones: HN-peregrinacion.',
  name: 'Nombre',
  nameIn: { es: 'Nombre en español', en: 'Nombre en inglés', fr: 'Nombre en francés' },
  inForce: 'Vigencia',
  always: 'Sin fechas',
  since: (day) => `Desde el ${day}`,
  until: (day) => `Hasta el ${day}`,
  span: (from, until) => `Del ${from} al ${until}`,
  countsAs: 'Cuenta como',
  countsAsHint: 'El código común con el que se compara entre países.',
  other: 'Otros',
  above: 'Dentro de',
  parentOf: (list) => `Dónde está (${list})`,
  parentHint: 'Con él se compara entre países.',
  aliases: 'Otras maneras de escribirlo (opcional)',
  aliasesHint: 'Como lo escriben los archivos, separadas por comas.',
  from: 'Primer día en que rige',
  fromHint: 'Antes de ese día, un texto que lo nombre se lee como el código común.',
  because: 'Motivo',
  becauseHint: 'La ley, norma o resolución. Queda con el código.',
  keptBy: 'Anotado por',
  replacedBy: 'Después ocupa su lugar',
  add: 'Añadir un código',
  save: 'Añadir',
  added: (code) => `El código ${code} está en la lista.`,
  end: 'Terminar',
  endNamed: (name) => `Terminar «${name}»`,
  endLead: 'Rige hasta ese día. Los registros y las cifras que ya lo llevan no cambian.',
  lastDay: 'Último día en que rige',
  heir: 'Código que ocupa su lugar (opcional)',
  heirHint: 'Los archivos posteriores que lo nombren se leen como este.',
  file: codeFileWords.es,
}

const english: CodesWording = {
  title: 'Code lists',
  lead: 'The lists by which files are read and figures are named. Add the codes that your country needs: each says which common code it counts as, or where it lies.',
  open: 'Lists to which codes are added',
  closed: 'Closed lists',
  closedLead:
    'No codes are added to these lists: the platform computes with them, or they belong to a world standard.',
  list: 'List',
  codes: 'Codes',
  own: 'Own',
  download: 'Download the node’s own codes (CSV)',
  all: 'All code lists',
  source: (owner, title) => `Source: ${owner}, ${title}`,
  ownCodes: 'Codes of this node',
  none: 'This node has added no code to the list.',
  standardCodes: 'Codes of the platform',
  search: 'Search by name or code',
  shownOf: (shown, all) => `${shown} of ${all} are shown. Search to see the others.`,
  found: (count) => (count === 1 ? 'One code.' : `${count} codes.`),
  code: 'Code',
  codeHint: 'Unaccented letters, digits and hyphens: HN-pilgrimage.',
  name: 'Name',
  nameIn: { es: 'Name in Spanish', en: 'Name in English', fr: 'Name in French' },
  inForce: 'In force',
  always: 'No dates',
  since: (day) => `Since ${day}`,
  until: (day) => `Until ${day}`,
  span: (from, until) => `From ${from} to ${until}`,
  countsAs: 'Counts as',
  countsAsHint: 'The common code by which countries compare.',
  other: 'Other',
  above: 'Within',
  parentOf: (list) => `Where it lies (${list})`,
  parentHint: 'By it countries compare.',
  aliases: 'Other ways of writing it (optional)',
  aliasesHint: 'As files write it, separated by commas.',
  from: 'First day on which it is in force',
  fromHint: 'Before that day, a text that names it is read as the common code.',
  because: 'Reason',
  becauseHint: 'The law, standard or resolution. It is kept with the code.',
  keptBy: 'Entered by',
  replacedBy: 'Afterwards its place is taken by',
  add: 'Add a code',
  save: 'Add',
  added: (code) => `The code ${code} is in the list.`,
  end: 'End',
  endNamed: (name) => `End “${name}”`,
  endLead: 'It is in force until that day. Records and figures that bear it do not change.',
  lastDay: 'Last day on which it is in force',
  heir: 'Code that takes its place (optional)',
  heirHint: 'Later files that name it are read as this one.',
  file: codeFileWords.en,
}

const french: CodesWording = {
  title: 'Listes de codes',
  lead: 'Les listes par lesquelles les fichiers sont lus et les chiffres nommés. Ajoutez-y les codes dont votre pays a besoin : chacun dit comme quel code commun il compte, ou où il se trouve.',
  open: 'Listes auxquelles on ajoute des codes',
  closed: 'Listes fermées',
  closedLead:
    'On n’ajoute pas de codes à ces listes : la plateforme calcule avec elles, ou elles relèvent d’une norme mondiale.',
  list: 'Liste',
  codes: 'Codes',
  own: 'Propres',
  download: 'Télécharger les codes propres (CSV)',
  all: 'Toutes les listes de codes',
  source: (owner, title) => `Source : ${owner}, ${title}`,
  ownCodes: 'Codes de ce nœud',
  none: 'Ce nœud n’a ajouté aucun code à la liste.',
  standardCodes: 'Codes de la plateforme',
  search: 'Chercher par nom ou par code',
  shownOf: (shown, all) => `${shown} sur ${all} sont affichés. Cherchez pour voir les autres.`,
  found: (count) => (count > 1 ? `${count} codes.` : `${count} code.`),
  code: 'Code',
  codeHint: 'Lettres sans accent, chiffres et tirets : HN-pelerinage.',
  name: 'Nom',
  nameIn: { es: 'Nom en espagnol', en: 'Nom en anglais', fr: 'Nom en français' },
  inForce: 'Validité',
  always: 'Sans dates',
  since: (day) => `Depuis le ${day}`,
  until: (day) => `Jusqu’au ${day}`,
  span: (from, until) => `Du ${from} au ${until}`,
  countsAs: 'Compte comme',
  countsAsHint: 'Le code commun par lequel les pays se comparent.',
  other: 'Autres',
  above: 'Dans',
  parentOf: (list) => `Où il se trouve (${list})`,
  parentHint: 'C’est par lui que les pays se comparent.',
  aliases: 'Autres façons de l’écrire (facultatif)',
  aliasesHint: 'Comme les fichiers l’écrivent, séparées par des virgules.',
  from: 'Premier jour où il vaut',
  fromHint: 'Avant ce jour, un texte qui le nomme est lu comme le code commun.',
  because: 'Motif',
  becauseHint: 'La loi, la norme ou la résolution. Il reste avec le code.',
  keptBy: 'Inscrit par',
  replacedBy: 'Ensuite, sa place est prise par',
  add: 'Ajouter un code',
  save: 'Ajouter',
  added: (code) => `Le code ${code} est dans la liste.`,
  end: 'Mettre fin',
  endNamed: (name) => `Mettre fin à « ${name} »`,
  endLead:
    'Il vaut jusqu’à ce jour. Les enregistrements et les chiffres qui le portent ne changent pas.',
  lastDay: 'Dernier jour où il vaut',
  heir: 'Code qui prend sa place (facultatif)',
  heirHint: 'Les fichiers ultérieurs qui le nomment sont lus comme celui-ci.',
  file: codeFileWords.fr,
}

const codesWords: Readonly<Record<Language, CodesWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of code lists. */
export function useCodesWords(): CodesWording {
  return codesWords[useSpeaking().language]
}
