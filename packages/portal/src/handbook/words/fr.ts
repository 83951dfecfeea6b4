import type { HandbookWording } from './handbook-wording.ts'

export const french: HandbookWording = {
  methods: 'Méthodes',
  methodsLead:
    'Comment les chiffres sont faits : ce qui est compté, selon quelle règle, avec quelle formule et d’après qui. La référence est écrite à côté du programme lui-même : elle dit ce que le programme fait.',
  inEnglish:
    'Le texte des méthodes est écrit en anglais ; les formules sont les mêmes dans toutes les langues.',
  chapters: 'Chapitres',
  chaptersLead: 'Une méthode chacun, de la question à ses limites.',
  reference: 'Référence',
  referenceLead:
    'Chaque règle et chaque formule, étape par étape, dans l’ordre où passent les données.',
  stages: {
    collect: {
      title: 'Collecter',
      lead: 'Types d’enregistrement, profils de source et règles qui contrôlent ce qui arrive.',
    },
    link: {
      title: 'Apparier',
      lead: 'Trouver quels enregistrements sont d’une même personne, et avec quelle certitude.',
    },
    measure: {
      title: 'Mesurer',
      lead: 'La migration à partir des parcours, estimations, enquêtes, indicateurs et cubes.',
    },
    protect: {
      title: 'Protéger',
      lead: 'La suppression, l’attaquant, les clés de cellule, l’arrondi et le bruit.',
    },
    publish: { title: 'Publier', lead: 'Tableaux, calculs, graphiques et cartes.' },
    exchange: {
      title: 'Échanger',
      lead: 'SDMX : structures, messages, requêtes et validation.',
    },
    govern: {
      title: 'Gouverner',
      lead: 'Qui peut faire quoi, à quelle fin, et le journal qui le montre.',
    },
  },
  offered: (functions) => (functions === 1 ? '1 fonction' : `${functions} fonctions`),
  onThisPage: 'Sur cette page',
  parameters: 'Paramètres',
  returns: 'Renvoie',
  throws: 'Refuse ou échoue',
  sources: 'Sources',
  examples: 'Exemples',
  declaredIn: 'Dans',
  declaration: 'Déclaration',
  unknownPage: 'Le manuel n’a pas cette page',
  unknownPageAdvice: 'Toutes ses pages sont listées sous Méthodes.',
  data: 'Données et interface',
  dataLead:
    'Tout chiffre de ce nœud peut être emporté : en fichier, ou par un programme au moyen d’une interface ouverte qui ne demande pas de clé pour ce qui est public.',
  collections: 'Collections de chiffres',
  filesLead:
    'Chaque tableau se télécharge en entier dans ces formats ; les adresses ne changent pas.',
  interfaceTitle: 'L’interface',
  interfaceLead:
    'Une adresse par tableau : lignes, colonnes et conditions s’y trouvent, comme dans l’adresse de la page.',
  interfaceLink: 'Description complète (OpenAPI)',
  tryIt: 'Exemples à copier',
  tryItLead: (title) => `Chacun demande « ${title} » à ce nœud.`,
  sdmx: 'SDMX',
  sdmxLead:
    'Les mêmes chiffres pour les logiciels statistiques qui parlent SDMX, dans les versions 2 et 3 de ses services.',
  language: 'Langage',
  cube: 'Collection',
  noCubes: 'Ce nœud n’a pas encore de chiffres.',
}
