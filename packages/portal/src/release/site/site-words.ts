import type { Language } from '@caudal/methods/vocabulary'

/** The words of baked pages of the site, around the figures. */
export interface SiteWords {
  readonly table: string
  readonly known: string
  readonly explore: string
  readonly download: string
  readonly method: (version: string, day: string) => string
  readonly quality: (read: string, rejected: string, repeats: string) => string
  /** Variables that every record has, named together: those beside others, and all of them. */
  readonly complete: { readonly others: string; readonly every: string }
  readonly women: string
  readonly men: string
  readonly unplaced: (n: string) => string
  readonly more: (n: string) => string
  readonly onThisPage: string
  readonly missing: string
  readonly boundaries: string
  readonly home: {
    readonly countries: string
    readonly key: string
    readonly changed: string
    readonly nothingChanged: string
    readonly released: string
    readonly nothingReleased: string
    readonly missing: string
    readonly nothingMissing: string
    readonly superseded: string
  }
  readonly countries: {
    readonly title: string
    readonly lead: string
    readonly datasets: (n: number, text: string) => string
    readonly none: string
    readonly others: string
  }
  readonly themes: { readonly title: string; readonly lead: string }
  readonly country: {
    readonly title: (country: string) => string
    readonly lead: (country: string) => string
    readonly latest: string
    readonly sources: string
    readonly releases: string
    readonly coverage: string
    readonly dataset: string
    readonly from: string
    readonly to: string
    readonly holes: string
    readonly sheets: string
  }
}

export const siteWords: Readonly<Record<Language, SiteWords>> = {
  es: {
    table: 'Ver la tabla',
    known: '¿Cómo se sabe?',
    explore: 'Explorar',
    download: 'Descargar',
    method: (version, day) => `Definición del cubo, versión ${version}; calculado el ${day}.`,
    complete: { others: 'las demás', every: 'todas' },
    quality: (read, rejected, repeats) =>
      `${read} filas leídas, ${rejected} rechazadas por errores, ${repeats} señaladas como posibles repeticiones.`,
    women: 'Mujeres',
    men: 'Hombres',
    unplaced: (n) => `Sin edad o sexo conocidos: ${n}.`,
    more: (n) => `y ${n} más, en la tabla`,
    onThisPage: 'En esta página',
    missing: 'Falta en este nodo',
    boundaries:
      'Los límites y nombres que muestra este mapa no implican reconocimiento ni aceptación por parte de nadie.',
    home: {
      countries: 'La región, país por país',
      key: 'Cifras principales',
      changed: 'Qué ha cambiado',
      nothingChanged: 'Ningún año completo puede compararse todavía con el anterior.',
      released: 'Qué se ha publicado',
      nothingReleased:
        'Aún no se ha publicado ninguna edición revisada. Aparecerán aquí, con su fecha y su dirección permanente.',
      missing: 'Qué falta',
      nothingMissing: 'No falta ningún conjunto de datos que este programa conozca.',
      superseded: 'sustituida por una posterior',
    },
    countries: {
      title: 'Países',
      lead: 'Un perfil por país: flujos, población migrante, orígenes y destinos, permisos, retornos, incidentes y remesas, con lo que falta y de dónde viene cada cifra.',
      datasets: (n, text) => (n === 1 ? 'Un conjunto de datos' : `${text} conjuntos de datos`),
      none: 'Sin datos en este nodo',
      others: 'Otros países con registros en este nodo',
    },
    themes: {
      title: 'Temas',
      lead: 'Qué significa cada tema, qué muestran las cifras, qué valen los datos y de dónde vienen.',
    },
    country: {
      title: (country) => `${country}: perfil migratorio`,
      lead: (country) =>
        `Lo que este nodo sabe de la migración hacia, desde y a través de ${country}, y lo que no.`,
      latest: 'Lo más reciente',
      sources: 'Fuentes',
      releases: 'Publicaciones',
      coverage: 'Qué datos hay y cuáles faltan',
      dataset: 'Datos',
      from: 'Desde',
      to: 'Hasta',
      holes: 'Meses sin registros',
      sheets: 'Hojas mensuales, de una página:',
    },
  },
  en: {
    table: 'See the table',
    known: 'How do you know?',
    explore: 'Explore',
    download: 'Download',
    method: (version, day) => `Definition of the cube, version ${version}; computed on ${day}.`,
    complete: { others: 'the others', every: 'all' },
    quality: (read, rejected, repeats) =>
      `${read} rows read, ${rejected} rejected for errors, ${repeats} flagged as possible repeats.`,
    women: 'Women',
    men: 'Men',
    unplaced: (n) => `Of unknown age or sex: ${n}.`,
    more: (n) => `and ${n} more, in the table`,
    onThisPage: 'On this page',
    missing: 'Missing from this node',
    boundaries:
      'The boundaries and names shown on this map do not imply official endorsement or acceptance by anyone.',
    home: {
      countries: 'The region, country by country',
      key: 'Key figures',
      changed: 'What changed',
      nothingChanged: 'No whole year can be compared with the one before yet.',
      released: 'What was released',
      nothingReleased:
        'No reviewed release yet. They will appear here, with their date and their lasting address.',
      missing: 'What is missing',
      nothingMissing: 'No dataset that this program knows is missing.',
      superseded: 'superseded by a later one',
    },
    countries: {
      title: 'Countries',
      lead: 'One profile a country: flows, migrant population, origins and destinations, permits, returns, incidents and remittances, with what is missing and where every figure comes from.',
      datasets: (n, text) => (n === 1 ? 'One dataset' : `${text} datasets`),
      none: 'No data in this node',
      others: 'Other countries with records in this node',
    },
    themes: {
      title: 'Themes',
      lead: 'What each theme means, what the figures show, what the data are worth and where they come from.',
    },
    country: {
      title: (country) => `${country}: migration profile`,
      lead: (country) =>
        `What this node knows of migration to, from and through ${country}, and what it does not.`,
      latest: 'The latest',
      sources: 'Sources',
      releases: 'Releases',
      coverage: 'Which data there are, and which are missing',
      dataset: 'Data',
      from: 'From',
      to: 'To',
      holes: 'Months without records',
      sheets: 'Monthly sheets of one page:',
    },
  },
  fr: {
    table: 'Voir le tableau',
    known: 'Comment le sait-on ?',
    explore: 'Explorer',
    download: 'Télécharger',
    method: (version, day) => `Définition du cube, version ${version} ; calculé le ${day}.`,
    complete: { others: 'les autres', every: 'toutes' },
    quality: (read, rejected, repeats) =>
      `${read} lignes lues, ${rejected} rejetées pour erreur, ${repeats} signalées comme répétitions possibles.`,
    women: 'Femmes',
    men: 'Hommes',
    unplaced: (n) => `D’âge ou de sexe inconnu : ${n}.`,
    more: (n) => `et ${n} de plus, dans le tableau`,
    onThisPage: 'Sur cette page',
    missing: 'Absent de ce nœud',
    boundaries:
      'Les frontières et les noms indiqués sur cette carte n’impliquent ni reconnaissance ni acceptation de la part de quiconque.',
    home: {
      countries: 'La région, pays par pays',
      key: 'Chiffres clés',
      changed: 'Ce qui a changé',
      nothingChanged: 'Aucune année complète ne peut encore être comparée à la précédente.',
      released: 'Ce qui a été publié',
      nothingReleased:
        'Aucune publication révisée pour l’instant. Elles paraîtront ici, avec leur date et leur adresse permanente.',
      missing: 'Ce qui manque',
      nothingMissing: 'Aucun jeu de données connu de ce programme ne manque.',
      superseded: 'remplacée par une suivante',
    },
    countries: {
      title: 'Pays',
      lead: 'Un profil par pays : flux, population migrante, origines et destinations, titres, retours, incidents et envois de fonds, avec ce qui manque et l’origine de chaque chiffre.',
      datasets: (n, text) => (n === 1 ? 'Un jeu de données' : `${text} jeux de données`),
      none: 'Pas de données dans ce nœud',
      others: 'Autres pays ayant des enregistrements dans ce nœud',
    },
    themes: {
      title: 'Thèmes',
      lead: 'Ce que chaque thème signifie, ce que montrent les chiffres, ce que valent les données et d’où elles viennent.',
    },
    country: {
      title: (country) => `${country} : profil migratoire`,
      lead: (country) =>
        `Ce que ce nœud sait des migrations vers, depuis et à travers ce pays (${country}), et ce qu’il ignore.`,
      latest: 'Le plus récent',
      sources: 'Sources',
      releases: 'Publications',
      coverage: 'Les données présentes et celles qui manquent',
      dataset: 'Données',
      from: 'Depuis',
      to: 'Jusqu’à',
      holes: 'Mois sans enregistrement',
      sheets: 'Fiches mensuelles d’une page :',
    },
  },
}
