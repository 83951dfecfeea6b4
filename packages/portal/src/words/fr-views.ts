import type { Words } from './es.ts'

/** The words of searching, of views and of how a number is known, in French; part of the catalogue. */
export const viewsFr: Pick<Words, 'views' | 'drill' | 'known' | 'search'> = {
  views: {
    title: 'Voir comme',
    table: 'Tableau',
    bar: 'Barres',
    line: 'Lignes',
    map: 'Carte',
    multiples: 'Panneaux',
    heat: 'Carte de chaleur',
    pyramid: 'Pyramide',
    sankey: 'Sankey',
    flow: 'Carte de flux',
    chord: 'Cordes',
    more: 'Autres graphiques',
    needs: {
      time: 'Les panneaux demandent le temps en lignes ou en colonnes.',
      'two-axes': 'Ce graphique demande une variable en lignes et une autre en colonnes.',
      'age-and-sex': 'Une pyramide demande l’âge et le sexe dans le tableau.',
      'two-places':
        'Un flux va d’un lieu à un autre : il faut deux variables de lieu dans le tableau.',
      place: 'Une carte demande un lieu en lignes ou en colonnes.',
    },
    noWay: 'Ces données n’ont pas ces variables.',
    all: 'Tout',
    play: 'Animer',
    pause: 'Pause',
    women: 'Femmes',
    men: 'Hommes',
    others: 'Autres lieux',
    arrow: 'vers',
    largestCorridors: 'Les plus grands flux',
    corridorsShown: 'Flux dessinés',
    negative: 'Il y a des chiffres négatifs, et ce graphique ne dessine que des quantités.',
    noCorridor: 'Il n’y a aucun flux entre deux lieux dans cette sélection.',
    noBoundaries: 'Personne n’a les limites de ces lieux : prenez le graphique Sankey.',
    noEndorsement: 'Les limites de la carte n’impliquent aucune reconnaissance.',
    within: (text) => `Ce qui reste dans un même lieu n’est pas dessiné : ${text}.`,
    unplaced: (text) => `Sans origine ou destination connue : ${text}.`,
    hidden: (text) => `${text} flux sont masqués pour protéger les personnes.`,
    restOfCorridors: (n, text) => `Les ${n} autres flux totalisent ${text}.`,
    unplacedAge: (text) => `D’âge ou de sexe inconnu, non dessinés : ${text}.`,
    classes: 'Classes',
    cut: (rows, columns) =>
      `Les ${rows} premières lignes et ${columns} colonnes sont dessinées ; le tableau les a toutes.`,
    sameScale: 'Tous les panneaux ont la même échelle.',
    panelsLeft: (text) => `Il y en a ${text} de plus dans le tableau.`,
    lineNeedsTime: 'Un graphique en lignes a besoin du temps en lignes ou en colonnes.',
    putTime: 'Mettre le temps en colonnes',
    mapNeedsArea: 'Une carte a besoin d’une variable de lieu en lignes ou en colonnes.',
    putArea: (place) => `Montrer par ${place}`,
    noArea: 'Ces données n’ont pas de variable de lieu à dessiner.',
    loadingChart: 'Dessin du graphique…',
  },

  drill: {
    into: (code, level) => `${code} : voir par ${level}`,
    path: (dimension) => `Chemin : ${dimension}`,
    whole: (dimension) => `${dimension} : tout`,
  },

  known: {
    revisions: {
      title: 'Révisions de ce chiffre',
      none: 'Il n’est encore, tel quel, dans aucune publication : il n’y a rien à quoi le comparer.',
      one: 'Il n’est que dans une publication : il n’a pas encore été révisé.',
      chart:
        'Le chiffre dans chaque publication et, en dernier, maintenant ; les valeurs sont dans la liste',
      hidden: 'masqué',
      now: 'Maintenant',
      change: (signed) => `variation ${signed}`,
    },
    watch: 'M’avertir de cette série',
    shares: {
      imputed: 'À côté d’un franchissement inséré',
      provisional: 'Indécis',
      unmatched: 'Franchissements hors de toute histoire',
      days: 'Jours avec enregistrements',
      posts: 'Mois où les postes ont transmis',
      breaks: 'Ruptures de la série',
      noBreaks: 'Aucune n’est connue.',
      breakAt: (country: string, from: string, reason: string): string =>
        `${country}, à partir de ${from} : ${reason}.`,
      reasons: {
        'source-changed': 'les enregistrements viennent d’une autre source ou sous une autre forme',
        'posts-changed':
          'moitié moins ou deux fois plus de postes transmettent que les six mois précédents',
        recorded: 'notée par qui connaît la source',
      },
    },
    close: 'Fermer',
    over: (dimensions) => `de tout : ${dimensions}`,
    from: 'Calculé à partir de',
    quality: 'Qualité des enregistrements',
    read: 'Lignes lues',
    rejected: 'Rejetées pour erreurs',
    repeats: 'Signalées comme répétées',
    unmapped: 'Codes sans équivalent',
    notCounted: 'Dont non comptées',
    withoutFinding: 'Lignes où rien n’a été relevé',
    timeliness: 'De l’événement à la réception',
    waited: (least: string, most: string, all: string): string =>
      least === most
        ? `la moitié des enregistrements en ${least} jours ; 95 sur 100 en ${all}`
        : `la moitié des enregistrements d’un lot en ${least} à ${most} jours ; 95 sur 100 en ${all} au plus`,
    repeatsNotSought: (batches: string): string =>
      `Les répétitions n’ont pas pu être cherchées dans ces lots, parce que la clé de leurs identités est détruite : ${batches}. Ce qui est dans ceux-ci et dans un lot ultérieur compte deux fois.`,
    counted: 'Enregistrements comptés',
    completeness: 'Enregistrements qui ont chaque variable',
    batches: (n) => `Lots de données (${n})`,
    otherBatches: (n) => `Les ${n} autres lots`,
    olderBatches: (n) => `Il y a ${n} lots plus anciens.`,
    batch: (id, day, accepted, rejected) =>
      `Lot ${id}, reçu le ${day} : ${accepted} enregistrements acceptés, ${rejected} rejetés`,
    profile: (profile) => `Lu avec le profil ${profile}`,
    method: (version, day) => `Définition du cube, version ${version} ; calculé le ${day}.`,
  },

  search: {
    open: 'Chercher',
    key: 'Chercher (touche /)',
    title: 'Chercher dans toutes les données',
    label: 'Thème, variable, pays, lieu…',
    help: 'En espagnol, anglais ou français. Les accents et une faute de frappe sont pardonnés.',
    kinds: { cube: 'Données', measure: 'Mesure', dimension: 'Variable', code: 'Valeur' },
    none: (text) => `Rien ne ressemble à « ${text} ».`,
    found: (n, text) => (n === 1 ? 'Un résultat' : `${text} résultats`),
    close: 'Fermer la recherche',
  },
}
