import { viewsFr } from './fr-views.ts'
import type { Words } from './es.ts'

/** The words of the portal in French. */
export const fr: Words = {
  ...viewsFr,

  site: {
    releases: 'Publications',
    learn: 'Apprendre',
    capacity: 'Capacité de données',
    gaps: 'Lacunes des données',
    mirror: 'Statistiques miroirs',
    saved: 'Vues et alertes',
    accounts: 'Comptes de stocks et de flux',
    growth: 'Croissance et révisions',
    survival: 'Durée des séjours',
    backTest: 'Chiffres provisoires',
    name: 'Caudal',
    skip: 'Aller au contenu',
    menu: 'Rubriques',
    languages: 'Langue',
    appearance: 'Apparence',
    automatic: 'Automatique',
    light: 'Claire',
    dark: 'Sombre',
    about: 'Caudal\u00a0: la plateforme ouverte des statistiques migratoires.',
    methods: 'Méthodes',
    glossary: 'Glossaire',
    data: 'Données et interface',
    nothingRun: 'Sans pistage\u00a0; un cookie seulement si vous vous connectez.',
    account: 'Compte',
    desk: 'Bureau',
  },

  status: {
    fromBefore: (when) =>
      `Pas de connexion\u00a0: ces chiffres sont ceux lus le ${when}. Il en existe peut-être de plus récents.`,
    synthetic: 'Données SYNTHÉTIQUES',
    syntheticWhy:
      'Un programme a inventé ces personnes et leurs enregistrements pour essayer le système. Elles ne décrivent aucun pays ni aucune personne réels\u00a0: ne les citez pas comme statistiques.',
    syntheticShort: 'SYNTHÉTIQUE',
    unprotected: 'NON PROTÉGÉ',
    unprotectedWhy:
      'Ces chiffres viennent d’enregistrements de personnes et n’ont pas encore passé le contrôle de confidentialité. Ne les diffusez pas.',
    protections: {
      none: 'Chiffres déjà publics, tels que leur source les donne',
      release: 'Seulement les chiffres d’une publication relue',
      perturbed: 'Chiffres légèrement modifiés pour que personne ne soit reconnaissable',
      synthetic: 'Inutile\u00a0: les données sont inventées',
      unprotected: 'Sans contrôle de confidentialité\u00a0: usage interne uniquement',
    },
    offline:
      'Pas de connexion. Ce qui est déjà chargé reste ici\u00a0; le reste suivra à son retour.',
    slow: 'C’est plus long que d’habitude. Nous attendons toujours la réponse du serveur.',
    loading: 'Chargement…',
    updating: 'Mise à jour…',
  },

  problem: {
    kept: 'Ce qui se lit sans connexion',
    refused: 'Affichage impossible',
    title: 'Chargement impossible',
    network: 'Le serveur n’a pas répondu.',
    networkAdvice:
      'Vérifiez la connexion et réessayez. L’adresse de cette page garde tous vos choix.',
    server: 'Le serveur a échoué en préparant cette réponse.',
    serverAdvice: 'Réessayez dans un instant\u00a0; si cela persiste, prévenez qui gère le nœud.',
    signIn: 'Se connecter et revenir ici',
    retry: 'Réessayer',
    broken: 'Cette page a échoué',
    brokenWhat: 'Une erreur du programme empêche de l’afficher. Les données sont intactes.',
    reload: 'Recharger la page',
    notFound: 'Cette page n’existe pas',
    notFoundWhat: 'L’adresse est peut-être incomplète, ou mène à quelque chose qui n’est plus là.',
    toHome: 'Aller à l’accueil',
    toExplore: 'Voir toutes les données',
    cubeNotFound: 'Ce nœud n’a pas ces données',
  },

  home: {
    changed: (percent, up, before) => `${percent} de ${up ? 'plus' : 'moins'} qu’en ${before}`,
    unchanged: (before) => `presque autant qu’en ${before}`,
    openMap: 'Ouvrir cette carte dans Explorer',
    title: 'La migration en chiffres',
    lead: 'Des statistiques calculées à partir d’enregistrements administratifs et de séries officielles. Chaque tableau dit ce qu’il compte, d’où il vient et quand il a été calculé.',
    action: 'Explorer les données',
    holds: 'Ce que contient ce nœud',
    holdsCount: (n, text) => (n === 1 ? 'Un jeu de données' : `${text} jeux de données`),
    noFigure: 'Aucun chiffre à montrer',
    series: (measure, from, to) => `${measure}, de ${from} à ${to}`,
    incomplete: (period) => `${period}\u00a0: incomplet`,
    updated: (day) => `Données reçues jusqu’au ${day}`,
    empty: 'Ce nœud n’a pas encore de données',
    emptyWhy:
      'Les tableaux apparaissent ici dès qu’un fichier est importé. Rien d’autre à configurer.',
    emptyHow: 'Qui gère le nœud peut en importer un ainsi\u00a0:',
  },

  choose: {
    title: 'Choisir des données',
    lead: 'Choisissez un jeu de données et croisez ses variables dans un tableau, un graphique ou une carte.',
    search: 'Chercher par thème, variable ou mot',
    none: (text) => `Aucun jeu de données ne contient «\u00a0${text}\u00a0».`,
    noneAdvice: 'Essayez un autre mot, ou voyez la liste complète.',
    clear: 'Voir la liste complète',
    found: (n, text) => (n === 1 ? 'Un jeu de données' : `${text} jeux de données`),
  },

  builder: {
    toFigure: 'Aller à la figure',
    title: 'Composer le tableau',
    open: 'Modifier le tableau',
    close: 'Masquer les options',
    measure: 'Mesure',
    rows: 'Lignes',
    columns: 'Colonnes',
    rest: 'Hors du tableau',
    restHelp: 'Additionnées, ou limitées par un filtre',
    axisEmpty: 'Glissez une variable ici',
    allSummed: 'tout',
    notAddable: 'une seule valeur',
    move: (dimension) => `Déplacer ${dimension}\u00a0: flèches haut et bas`,
    moved: (dimension, place, position, of) =>
      `${dimension}\u00a0: ${place}, position ${position} sur ${of}`,
    place: 'Place',
    toRows: 'Lignes',
    toColumns: 'Colonnes',
    toRest: 'Hors',
    level: 'Niveau',
    filter: 'Filtre',
    choose: 'Choisir des valeurs…',
    clearFilter: 'Retirer le filtre',
    swap: 'Échanger lignes et colonnes',
    reset: 'Revenir au tableau de départ',
    show: 'Afficher en',
    shows: {
      figures: 'Chiffres',
      'row-share': '% de la ligne',
      'column-share': '% de la colonne',
      'total-share': '% du total',
      change: 'Variation sur la période précédente, %',
      'year-change': 'Variation sur un an, %',
      difference: 'Différence avec la période précédente',
      'year-difference': 'Différence avec l’année précédente',
      index: 'Indice : première période = 100',
    },
    sort: 'Ordre des lignes',
    sorts: {
      default: 'Comme dans la liste de codes',
      label: 'Alphabétique, A–Z',
      '-label': 'Alphabétique, Z–A',
      '-total': 'Du plus grand au plus petit',
      total: 'Du plus petit au plus grand',
      '-last': 'Dernière colonne, décroissant',
      last: 'Dernière colonne, croissant',
    },
    top: 'Lignes affichées',
    topAll: 'Toutes',
    topN: (text) => `Les ${text} plus grandes\u00a0; le reste, additionné`,
    totals: 'Totaux',
    totalsLast: 'À la fin',
    totalsFirst: 'Au début',
    changed: (rows, columns) => `Tableau mis à jour\u00a0: ${rows} lignes, ${columns} colonnes`,
    chosen: (n, text) => (n === 1 ? '1 valeur' : `${text} valeurs`),
    fromTo: (from, to) => `${from} à ${to}`,
    latest: (n, text) => (n === 1 ? 'dernière période' : `${text} dernières périodes`),
  },

  picker: {
    title: (dimension) => `Choisir\u00a0: ${dimension}`,
    search: 'Chercher par nom ou code',
    searchHelp: 'Les accents et les majuscules ne comptent pas.',
    all: 'Toutes les valeurs',
    shownAll: 'Cocher celles qu’on voit',
    shownNone: 'Décocher celles qu’on voit',
    none: 'Aucune valeur ne correspond à la recherche.',
    more: (text) => `Il y en a ${text} de plus\u00a0: écrivez pour les trouver.`,
    selected: (n, text) =>
      n === 0
        ? 'Aucune cochée\u00a0: toutes sont prises'
        : n === 1
          ? '1 cochée'
          : `${text} cochées`,
    apply: 'Appliquer',
    cancel: 'Annuler',
    periods: 'Quelles périodes',
    everyPeriod: 'Toutes',
    latestPeriods: 'Les plus récentes',
    howMany: 'Combien',
    range: 'De – à',
    from: 'De',
    to: 'À',
    singly: 'Une par une',
  },

  table: {
    askHelp: 'Touchez un chiffre pour voir comment on le sait ; au clavier, Entrée et les flèches.',
    legend: 'Signes',
    totalsLast: 'Les totaux sont à la fin.',
    totalsFirst: 'Les totaux sont au début.',
    totalsNone: 'Sans totaux\u00a0: ces chiffres ne s’additionnent pas.',
    withoutSubtotals: {
      'not-additive': 'Les groupes n’ont pas de sous-total : leurs chiffres ne s’additionnent pas.',
      'rows-cut':
        'Les groupes n’ont pas de sous-total : toutes leurs lignes ne sont pas affichées.',
      perturbed:
        'Les groupes n’ont pas de sous-total : les chiffres ont été modifiés pour protéger les personnes.',
    },
    notAdding: (rows, columns) =>
      `Les cellules ne font pas le total dans ${rows} lignes et ${columns} colonnes.`,
    withoutFigure: (n, text) =>
      n === 1 ? 'Une cellule n’a pas de chiffre.' : `${text} cellules n’ont pas de chiffre.`,
    perturbed: 'Les chiffres ont été légèrement modifiés pour protéger les personnes.',
    asGiven: 'Les données sont ainsi ; elles ne sont pas corrigées.',
    sortBy: (label) => `Trier par ${label}`,
    shownRows: (shown, all) => `${shown} lignes sur ${all} sont affichées.`,
    showMore: (text) => `Afficher ${text} lignes de plus`,
    tooLong: 'Le téléchargement contient le tableau complet.',
  },

  empty: {
    title: 'Aucun chiffre pour cette sélection',
    filtered: (filters) =>
      `Aucun enregistrement ne remplit tous les filtres à la fois\u00a0: ${filters}.`,
    hidden:
      'Il y a des enregistrements, mais tous les chiffres de cette sélection sont masqués (⊘) pour que personne ne soit reconnu. Moins de variables ou des catégories plus larges en montrent davantage.',
    whole: 'Ces données ne contiennent aucun enregistrement.',
    without: (dimension) => `Retirer le filtre sur ${dimension}`,
    nearest: 'Au plus proche\u00a0:',
  },

  chart: {
    units: { 1000: 'milliers', 1000000: 'millions', 1000000000: 'milliards' },
    provisionalBars: 'Colonnes hachurées\u00a0: provisoire ou incomplet.',
    others: (text) => `Les lignes grises sont les ${text} autres séries.`,
    othersSummed: 'Reste',
    othersBars: (text) =>
      `Les premières sont dessinées\u00a0; les ${text} autres sont dans le tableau.`,
    panelsLeft: (text) => `Il y a ${text} colonnes de plus dans le tableau.`,
    provisional: 'Ligne tiretée\u00a0: provisoire ou incomplet.',
    gaps: 'Une ligne interrompue indique des périodes sans chiffre.',
    onlyLatest: (period) =>
      `Le graphique montre ${period}\u00a0; le tableau a les autres périodes.`,
    nothing: 'Rien à dessiner\u00a0: toutes les cellules sont vides.',
  },

  finding: {
    yearBefore: 'un an plus tôt',
    by: (measure, dimensions) => `${measure} par ${dimensions}`,
    single: (measure, value) => `${measure}\u00a0: ${value}`,
    up: (measure, percent, at, before) =>
      `${measure}\u00a0: ${percent} de plus ${at} ${que(before)}`,
    down: (measure, percent, at, before) =>
      `${measure}\u00a0: ${percent} de moins ${at} ${que(before)}`,
    same: (measure, at, before) => `${measure}\u00a0: presque autant ${at} ${que(before)}`,
    times: (measure, ratio, at, before) =>
      `${measure}\u00a0: ${at}, ${ratio} fois le chiffre ${before}`,
    fromTo: (measure, from, to, at, before) => `${measure}\u00a0: ${to} ${at}, ${from} ${before}`,
    share: (measure, label, percent) => `${measure}\u00a0: ${label}, ${percent} du total`,
    leader: (measure, label, value) => `${measure}\u00a0: le plus haut, ${label} avec ${value}`,
    at: (measure, at) => `${measure} ${at}`,
  },

  summary: {
    measureTotal: (measure, value, at) => `${measure} ${at}\u00a0: ${value}.`,
    measureWhole: (measure, value) => `${measure}\u00a0: ${value} au total.`,
    change: (percent, up, before, value) =>
      `C’est ${percent} de ${up ? 'plus' : 'moins'} ${que(before)} (${value}).`,
    difference: (difference, up, before, value) =>
      `C’est ${difference} de ${up ? 'plus' : 'moins'} ${que(before)} (${value}).`,
    unchanged: (before, value) => `Presque autant ${que(before)} (${value}).`,
    range: (high, highAt, low, lowAt) =>
      `La valeur la plus haute a été ${high} ${highAt}, la plus basse ${low} ${lowAt}.`,
    largest: (list) => `En tête\u00a0: ${list}.`,
    largestAt: (at, list) => `En tête ${at}\u00a0: ${list}.`,
    together: (percent) => `Les trois premiers font ${percent} du total.`,
    part: (label, value, percent) => `${label} (${value}\u00a0; ${percent})`,
    partOnly: (label, value) => `${label} (${value})`,
    hidden: (hidden, shown, all) =>
      `${shown} ${hidden === 1 ? 'cellule' : 'cellules'} sur ${all} ${hidden === 1 ? 'est masquée' : 'sont masquées'} pour protéger les personnes.`,
    without: (empty, shown, all) =>
      `${shown} ${empty === 1 ? 'cellule' : 'cellules'} sur ${all} ${empty === 1 ? 'n’a' : 'n’ont'} pas de chiffre.`,
    undecided: (periods) =>
      `Encore indécis en partie\u00a0: ${periods}\u00a0; ce qui est compté est un minimum.`,
    incomplete: (periods, until) =>
      `Incomplet dans les données\u00a0: ${periods} (les données vont ${until}).`,
  },

  figure: {
    save: 'Enregistrer la vue',
    filter: (label, values) => `${label}\u00a0: ${values}`,
    records: 'Enregistrements',
    recordsIn: (records, cells) =>
      `Le cube a été calculé à partir de ${records} enregistrements et compte ${cells} cellules.`,
    unit: (unit) => `Unité\u00a0: ${unit}`,
    source: 'Source',
    moreSources: (n) => `et ${n} autres`,
    sources: 'Sources',
    updated: 'Données reçues jusqu’au',
    snapshot: 'Instantané',
    protection: 'Confidentialité',
    download: 'Télécharger',
    downloadWhole: 'En entier : toutes les lignes, sans filtres ni calculs',
    pictureHelp: 'L’image, avec son titre, sa légende et sa source',
    pictures: { svg: 'Image SVG', png: 'Image PNG' },
    noPicture: 'Il n’y a ici aucun dessin à enregistrer.',
    pictureFailed: 'L’image n’a pas pu être faite. Essayez l’autre.',
    embed: 'Pour insérer dans une autre page',
    openWhole: 'Ouvrir et explorer',
    downloadHelp: 'Le tableau tel qu’affiché, avec libellés, codes, source et citation',
    formats: {
      crosstab: 'CSV, tel que le tableau se voit',
      csv: 'CSV, un chiffre par ligne',
      xlsx: 'Excel (XLSX)',
      json: 'JSON, pour programmes',
      parquet: 'Parquet, pour l’analyse',
    },
    share: 'Partager',
    shareHelp: 'Cette adresse garde le tableau entier\u00a0: lignes, colonnes, filtres et vue.',
    link: 'Adresse',
    copy: 'Copier',
    copied: 'Copié',
    copyFailed: 'Copie impossible\u00a0: le texte est sélectionné, utilisez Ctrl+C.',
    cite: 'Citer',
    citation: 'Citation',
    how: 'Comment le sait-on\u00a0?',
    definition: 'Définition',
    universe: 'Univers',
    measure: 'Mesure',
    licence: 'Licence',
    notes: 'Notes',
    filters: 'Filtres',
    noDate: 'sans date',
    snapshotHelp:
      'Désigne les lots de données exacts dont ce tableau est tiré\u00a0; il permet de le recalculer.',
    seeSource: 'Voir la source',
    consulted: (day) => `consulté le ${day}`,
  },
}

/** `que` before what the comparison names: qu’en 2023, que le 3 mars. */
function que(before: string): string {
  return /^[aeiouhàâéèêîôû]/i.test(before) ? `qu’${before}` : `que ${before}`
}
