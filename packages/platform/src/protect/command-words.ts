import type { Language } from '@caudal/methods/vocabulary'

interface ProtectWords {
  readonly protect: string
  readonly table: string
  readonly cells: string
  readonly attack: string
  readonly spec: string
  readonly attackSpec: string
  readonly out: string
  readonly earlier: string
  readonly attackEarlier: string
  readonly all: string
  readonly steps: Readonly<Record<'read' | 'suppress' | 'attack', string>>
  done(suppressed: number, cells: number, gapPercent: string, folder: string): string
  attacked(cells: number, problems: number, witnesses: number): string
  leaks(count: number): string
  together(releases: string): string
  /** What the solver did: problems, iterations, and the share of the work allowed. */
  work(problems: number, pivots: number, percent: string): string
  safe: string
  nothing: string
  nonePrimary(hidden: number): string
}

/** The words of `caudal protect`. */
export const protectWords: Readonly<Record<Language, ProtectWords>> = {
  es: {
    protect: 'Protege tablas contra la divulgación y las ataca antes de que salgan.',
    table: 'Protege tablas contadas a partir de un archivo de registros.',
    cells: 'Protege tablas que vienen como celdas.',
    attack: 'Ataca tablas protegidas con lo que es público; código 1 si alguna celda se abre.',
    spec: 'Especificación (JSON) de dimensiones, medida, reglas y tablas',
    attackSpec: 'Especificación; si falta, la de la carpeta (spec.json)',
    out: 'Carpeta en que se escribe',
    earlier:
      'Carpetas de publicaciones anteriores, la más antigua primero: las tablas se atacan junto con ellas',
    attackEarlier:
      'Carpetas de publicaciones anteriores, la más antigua primero: se atacan todas juntas, leyendo también el ledger.json de cada una',
    all: 'Toma por proteger toda celda oculta, no solo las primarias',
    steps: { read: 'Lectura', suppress: 'Supresión', attack: 'Ataque' },
    done: (suppressed, cells, gap, folder) =>
      `${suppressed} de ${cells} celdas ocultas (a ${gap} % del óptimo como mucho), en ${folder}. Los archivos de trabajo no salen del nodo; lo público está en public/.`,
    attacked: (cells, problems, witnesses) =>
      `Celdas atacadas: ${cells}; descartadas por testigos: ${witnesses}; problemas lineales: ${problems}.`,
    leaks: (count) =>
      count === 1
        ? 'Una celda queda demasiado abierta.'
        : `${count} celdas quedan demasiado abiertas.`,
    together: (releases) => `Atacadas junto con: ${releases}.`,
    work: (problems, pivots, percent) =>
      `Trabajo: el ${percent} % de lo permitido (problemas: ${problems}; iteraciones: ${pivots}).`,
    safe: 'Ninguna celda queda al descubierto.',
    nothing: 'No hay celdas que proteger.',
    nonePrimary: (hidden) =>
      hidden === 1
        ? 'La única celda oculta no lleva el estado «primary»: no se atacó. Con --all se ataca.'
        : `Ninguna de las ${hidden} celdas ocultas lleva el estado «primary»: no se atacó ninguna. Con --all se atacan todas.`,
  },
  en: {
    protect: 'Protect tables against disclosure, and attack them before they leave.',
    table: 'Protect tables counted from a file of records.',
    cells: 'Protect tables that come as cells.',
    attack: 'Attack protected tables with what is public; exit code 1 where a cell leaks.',
    spec: 'Specification (JSON) of dimensions, measure, rules and tables',
    attackSpec: 'Specification; where absent, the one in the folder (spec.json)',
    out: 'Folder to write into',
    earlier:
      'Folders of earlier releases, oldest first: the tables are attacked together with them',
    attackEarlier:
      'Folders of earlier releases, oldest first: all are attacked together, and the ledger.json of each is read too',
    all: 'Take every hidden cell as to be protected, not only the primary ones',
    steps: { read: 'Reading', suppress: 'Suppressing', attack: 'Attacking' },
    done: (suppressed, cells, gap, folder) =>
      `${suppressed} of ${cells} cells hidden (at most ${gap} % above the optimum), in ${folder}. The working files never leave the node; what is public is in public/.`,
    attacked: (cells, problems, witnesses) =>
      `Cells attacked: ${cells}; cleared by witnesses: ${witnesses}; linear problems solved: ${problems}.`,
    leaks: (count) => (count === 1 ? 'One cell leaks.' : `${count} cells leak.`),
    together: (releases) => `Attacked together with: ${releases}.`,
    work: (problems, pivots, percent) =>
      `Work: ${percent} % of what is allowed (problems: ${problems}; iterations: ${pivots}).`,
    safe: 'No cell leaks.',
    nothing: 'There are no cells to protect.',
    nonePrimary: (hidden) =>
      hidden === 1
        ? 'The one hidden cell has not the status “primary”: it was not attacked. With --all, it is.'
        : `None of the ${hidden} hidden cells has the status “primary”: none was attacked. With --all, every hidden cell is.`,
  },
  fr: {
    protect: 'Protège des tableaux contre la divulgation et les attaque avant leur sortie.',
    table: 'Protège des tableaux comptés à partir d’un fichier d’enregistrements.',
    cells: 'Protège des tableaux donnés cellule par cellule.',
    attack: 'Attaque des tableaux protégés avec ce qui est public ; code 1 si une cellule fuit.',
    spec: 'Spécification (JSON) des dimensions, de la mesure, des règles et des tableaux',
    attackSpec: 'Spécification ; à défaut, celle du dossier (spec.json)',
    out: 'Dossier où écrire',
    earlier:
      'Dossiers des publications antérieures, la plus ancienne d’abord : les tableaux sont attaqués avec elles',
    attackEarlier:
      'Dossiers des publications antérieures, la plus ancienne d’abord : toutes sont attaquées ensemble, en lisant aussi le ledger.json de chacune',
    all: 'Considère toute cellule masquée comme à protéger, pas seulement les primaires',
    steps: { read: 'Lecture', suppress: 'Suppression', attack: 'Attaque' },
    done: (suppressed, cells, gap, folder) =>
      `Cellules masquées : ${suppressed} sur ${cells} (au plus ${gap} % au-dessus de l’optimum), dans ${folder}. Les fichiers de travail ne quittent pas le nœud ; ce qui est public est dans public/.`,
    attacked: (cells, problems, witnesses) =>
      `Cellules attaquées : ${cells} ; écartées par des témoins : ${witnesses} ; problèmes linéaires résolus : ${problems}.`,
    leaks: (count) => (count === 1 ? 'Une cellule fuit.' : `${count} cellules fuient.`),
    together: (releases) => `Attaqués avec : ${releases}.`,
    work: (problems, pivots, percent) =>
      `Travail : ${percent} % de ce qui est permis (problèmes : ${problems} ; itérations : ${pivots}).`,
    safe: 'Aucune cellule ne fuit.',
    nothing: 'Il n’y a pas de cellule à protéger.',
    nonePrimary: (hidden) =>
      hidden === 1
        ? 'La seule cellule masquée n’a pas le statut « primary » : elle n’a pas été attaquée. Avec --all, elle l’est.'
        : `Aucune des ${hidden} cellules masquées n’a le statut « primary » : aucune n’a été attaquée. Avec --all, toutes le sont.`,
  },
}
