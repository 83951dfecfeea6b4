import type { MapWords } from './map-wording.ts'

export const french: MapWords = {
  loading: 'Chargement de la carte…',
  failed: 'Les limites n’ont pas pu être chargées ; les zones sont montrées en carrés.',
  retry: 'Charger de nouveau la carte',
  empty: 'Il n’y a aucun chiffre à dessiner dans cette sélection.',
  noAreas: 'Ce tableau n’a pas de variable de lieu à dessiner.',

  showAs: 'Montrer en',
  marks: { circles: 'Cercles', shades: 'Nuances', tiles: 'Carrés' },
  figure: 'Chiffre',
  value: 'Nombre',
  share: 'Part du total de la zone',
  shareUnit: '% du total de chaque zone',
  classes: 'Classes',
  classMethods: {
    quantile: 'même nombre de zones',
    equal: 'intervalles égaux',
    natural: 'seuils naturels',
  },
  byHand: 'à la main',
  limits: 'Limites entre classes',
  limitsHelp: 'Par ordre croissant, séparées par des points-virgules ; neuf au plus.',
  limitsUnread: 'Écrivez des nombres séparés par des points-virgules : 10 ; 50 ; 100.',
  labels: 'Étiquettes',
  previous: (dimension) => `${dimension} : précédent`,
  next: (dimension) => `${dimension} : suivant`,
  total: 'Total',

  picture: (title, areas) => `Carte : ${title}. ${areas} zones.`,
  pictureHelp:
    'Touchez une zone, ou utilisez les flèches : à droite et à gauche, du chiffre le plus haut au plus bas.',
  area: 'Zone',
  chooseArea: 'Choisissez une zone',
  rank: (rank, of) => `${rank === '1' ? '1ᵉʳ' : `${rank}ᵉ`} sur ${of}`,
  shareOfAll: (percent) => `${percent} de toutes les zones`,
  shareOfArea: (percent, label) => `${percent} du total de ${label}`,
  noFigure: 'Pas de chiffre',
  hidden: 'Masqué pour que personne ne puisse être reconnu',
  provisional: 'Chiffre provisoire',

  legend: 'Légende',
  areasIn: (n, text) => (n <= 1 ? `${text} zone` : `${text} zones`),
  classRange: (from, to) => `${from} à ${to}`,
  missing: 'pas de chiffre',
  suppressed: 'masqué',
  zero: 'zéro',
  negative: 'négatif',
  notInTable: 'zone absente du tableau',
  land: 'territoire voisin',
  squareMeans: 'zone trop petite à cette échelle',
  insets: 'Trop loin, ou sans limites : en bas, à une autre échelle.',
  countsShaded:
    'Avec des nombres absolus, les grandes zones ressortent par leur taille. Les cercles l’évitent.',
  samePeriods: 'Les tailles et les classes sont les mêmes pour toutes les périodes.',
  sharesNote: 'Part de la colonne choisie dans le total de chaque zone.',

  withoutBoundary: (n, text, of, list) =>
    n === 1
      ? `1 zone sur ${of} n’a pas de limites sur la carte : ${list}.`
      : `${text} zones sur ${of} n’ont pas de limites sur la carte : ${list}.`,
  unplaced: (list) => `Absents de la carte, faute de lieu : ${list}.`,
  noBoundaries:
    'Ce nœud n’a pas de limites pour ces zones : chacune est un carré, par ordre alphabétique.',
  mostlyTiles: 'La plupart de ces zones n’ont pas de limites : chacune est un carré.',
  byName: (n, text) =>
    n === 1
      ? '1 zone a été reliée à la carte par son nom, et non par son code.'
      : `${text} zones ont été reliées à la carte par leur nom, et non par leur code.`,
  source: (list) => `Limites : ${list}.`,
  disclaimer:
    'Les limites, les noms et les désignations de cette carte n’impliquent ni reconnaissance ni acceptation officielle.',

  summary: {
    highest: (at, label, value) => `Le chiffre le plus haut${at} revient à ${label} : ${value}.`,
    highestWithShare: (at, label, value, percent) =>
      `Le chiffre le plus haut${at} revient à ${label} : ${value}, soit ${percent} de toutes les zones.`,
    next: (list) => `Suivent ${list}.`,
    part: (label, value) => `${label} (${value})`,
    lowest: (label, value) => `Le plus bas revient à ${label} : ${value}.`,
    allEqual: (areas, value) => `Les ${areas} zones ont le même chiffre : ${value}.`,
    single: (at, label, value) => `Seule la zone ${label} a un chiffre${at} : ${value}.`,
    half: (value) => `La moitié des zones ne dépasse pas ${value}.`,
    zeros: (n, text) => (n === 1 ? '1 zone est à zéro.' : `${text} zones sont à zéro.`),
    losses: (n, text) =>
      n === 1 ? '1 zone est en dessous de zéro.' : `${text} zones sont en dessous de zéro.`,
    missing: (n, text) =>
      n === 1 ? '1 zone n’a pas de chiffre.' : `${text} zones n’ont pas de chiffre.`,
    suppressed: (n, text) => (n === 1 ? '1 chiffre est masqué.' : `${text} chiffres sont masqués.`),
    nothing: 'Aucune zone n’a de chiffre dans cette sélection.',
  },
}
