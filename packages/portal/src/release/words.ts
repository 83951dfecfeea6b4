import type { Language } from '@caudal/methods/vocabulary'

export interface ReleaseWords {
  readonly contents: string
  readonly downloads: string
  readonly archive: string
  readonly provenance: string
  readonly structures: string
  readonly definitions: string
  readonly universe: string
  readonly quality: string
  readonly protectionTitle: string
  readonly protection: string
  readonly openFigures: string
  readonly limits: string
  readonly limitsText: string
  readonly cite: string
  /** The institution that publishes it comes first, where it is known. */
  readonly citation: (title: string, id: string, institution?: string) => string
  readonly sources: string
  readonly synthetic: string
  readonly print: string
  readonly languages: string
  readonly table: string
  readonly otherSeries: (count: number) => string
  /** Of a table of which every cell is hidden; why in general, never of one cell. */
  readonly nothingShown: string
  readonly notShown: string
  readonly hidden: string
  readonly withoutFigure: string
  readonly map: string
  readonly mapLegend: (largest: string) => string
  readonly mapHidden: string
  /** What stands between a name and what it names. */
  readonly colon: string
  /** Where a release was looked for that is not out. */
  readonly notOut: {
    readonly title: string
    readonly why: (id: string) => string
    readonly list: string
    readonly next: string
  }
}

/** A name as a sentence of its own; names end in a full stop at times. */
const said = (name: string | undefined): string =>
  name === undefined ? '' : `${name.replace(/[.\s]+$/, '')}. `

/** The words around the figures of a baked page. */
export const releaseWords: Readonly<Record<Language, ReleaseWords>> = {
  es: {
    contents: 'En esta publicación',
    downloads: 'Descargar',
    archive: 'Todo en un archivo (ZIP)',
    provenance: 'Procedencia (JSON)',
    structures: 'Estructuras SDMX (XML)',
    definitions: 'Definiciones',
    universe: 'Qué se cuenta',
    quality: 'Calidad y advertencias',
    protectionTitle: 'Protección de las personas',
    protection:
      'Las celdas con ⊘ se ocultan para que nadie pueda ser reconocido: unas por contener a pocas personas, otras para que las primeras no se deduzcan de los totales. No se dice cuáles son unas y otras. Antes de publicarse, todas las tablas se atacaron juntas, con lo ya publicado de las mismas cifras y de otras que, por definición, se deducen de ellas.',
    openFigures: 'Las figuras sin esa marca proceden de cifras que ya eran públicas.',
    limits: 'Límites',
    limitsText:
      'Las cifras pueden revisarse: una edición posterior ocupa el lugar de esta, y esta dirección lo dirá. Un total puede no mostrarse aunque se muestren sus partes. No se suman cifras de cuadros distintos.',
    cite: 'Cómo citar',
    citation: (title, id, institution) => `${said(institution)}${title}. Publicación ${id}.`,
    sources: 'Fuentes',
    synthetic:
      'SYNTHETIC: estos datos son sintéticos; no describen a ninguna persona ni país real.',
    print: 'Para guardarla en PDF, imprima esta página y elija «Guardar como PDF».',
    languages: 'Idiomas',
    table: 'Tabla',
    otherSeries: (count) => `y ${count} más, en la tabla`,
    nothingShown:
      'De esta tabla no se puede mostrar ninguna cifra, ni siquiera sus totales, sin que se pudiera reconocer a alguien en ella, sola o junto a lo demás que está publicado. Sus archivos tienen las mismas celdas, todas marcadas como ocultas.',
    notShown: 'oculto o sin dato',
    hidden: 'oculto',
    withoutFigure: 'sin dato',
    map: 'Mapa',
    mapLegend: (largest) => `El área de cada círculo dice la cifra; la mayor es ${largest}.`,
    mapHidden: 'Con borde de trazos y sin círculo: cifra oculta o sin dato.',
    colon: ': ',
    notOut: {
      title: 'Esta publicación no está a la vista',
      why: (id) =>
        `Ninguna publicación se llama «${id}», o aún no ha llegado la hora de que lo esté.`,
      list: 'Todas las publicaciones',
      next: 'Vea las que ya salieron y cuándo saldrán las demás',
    },
  },
  en: {
    contents: 'In this release',
    downloads: 'Download',
    archive: 'Everything in one archive (ZIP)',
    provenance: 'Provenance (JSON)',
    structures: 'SDMX structures (XML)',
    definitions: 'Definitions',
    universe: 'What is counted',
    quality: 'Quality and cautions',
    protectionTitle: 'Protection of persons',
    protection:
      'Cells marked ⊘ are hidden so that nobody can be recognised: some because they hold few persons, others so that those cannot be worked out from totals. Which are which is not told. Before they were released, all tables were attacked together, with what was released earlier of the same figures and of others that follow from them by definition.',
    openFigures: 'Figures without that mark come from figures that were public already.',
    limits: 'Limits',
    limitsText:
      'Figures may be revised: a later edition takes the place of this one, and this address will say so. A total may be hidden although its parts are shown. Figures of different tables are not to be added up.',
    cite: 'How to cite',
    citation: (title, id, institution) => `${said(institution)}${title}. Release ${id}.`,
    sources: 'Sources',
    synthetic: 'SYNTHETIC: these data are synthetic; they describe no real person or country.',
    print: 'To keep it as PDF, print this page and choose “Save as PDF”.',
    languages: 'Languages',
    table: 'Table',
    otherSeries: (count) => `and ${count} more, in the table`,
    nothingShown:
      'No figure of this table can be shown, not even its totals, without it being possible to recognise somebody in it, alone or beside what else is released. Its files have the same cells, all of them marked as hidden.',
    notShown: 'hidden or without a figure',
    hidden: 'hidden',
    withoutFigure: 'no figure',
    map: 'Map',
    mapLegend: (largest) => `The area of each circle tells its figure; the largest is ${largest}.`,
    mapHidden: 'With a dashed outline and no circle: hidden or without a figure.',
    colon: ': ',
    notOut: {
      title: 'This release is not out',
      why: (id) => `No release is called “${id}”, or its hour has not come yet.`,
      list: 'All releases',
      next: 'See those that are out, and when others will be',
    },
  },
  fr: {
    contents: 'Dans cette publication',
    downloads: 'Télécharger',
    archive: 'Tout dans une archive (ZIP)',
    provenance: 'Provenance (JSON)',
    structures: 'Structures SDMX (XML)',
    definitions: 'Définitions',
    universe: 'Ce qui est compté',
    quality: 'Qualité et mises en garde',
    protectionTitle: 'Protection des personnes',
    protection:
      'Les cellules marquées ⊘ sont masquées pour que personne ne puisse être reconnu : les unes parce qu’elles contiennent peu de personnes, les autres pour que celles-là ne se déduisent pas des totaux. Il n’est pas dit lesquelles. Avant leur publication, tous les tableaux ont été attaqués ensemble, avec ce qui avait déjà été publié des mêmes chiffres et d’autres qui s’en déduisent par définition.',
    openFigures: 'Les figures sans cette marque viennent de chiffres déjà publics.',
    limits: 'Limites',
    limitsText:
      'Les chiffres peuvent être révisés : une édition ultérieure prendra la place de celle-ci, et cette adresse le dira. Un total peut être masqué alors que ses parties sont montrées. Les chiffres de tableaux différents ne s’additionnent pas.',
    cite: 'Comment citer',
    citation: (title, id, institution) => `${said(institution)}${title}. Publication ${id}.`,
    sources: 'Sources',
    synthetic:
      'SYNTHETIC : ces données sont synthétiques ; elles ne décrivent aucune personne ni aucun pays réels.',
    print:
      'Pour la garder en PDF, imprimez cette page et choisissez « Enregistrer au format PDF ».',
    languages: 'Langues',
    table: 'Tableau',
    otherSeries: (count) => `et ${count} de plus, dans le tableau`,
    nothingShown:
      'Aucun chiffre de ce tableau ne peut être montré, pas même ses totaux, sans que quelqu’un puisse y être reconnu, dans ce tableau seul ou à côté de ce qui est publié par ailleurs. Ses fichiers ont les mêmes cellules, toutes marquées comme masquées.',
    notShown: 'masqué ou sans chiffre',
    hidden: 'masqué',
    withoutFigure: 'sans chiffre',
    map: 'Carte',
    mapLegend: (largest) =>
      `L’aire de chaque cercle donne le chiffre ; le plus grand est ${largest}.`,
    mapHidden: 'Contour en tirets et sans cercle : chiffre masqué ou absent.',
    colon: '\u00a0: ',
    notOut: {
      title: 'Cette publication n’est pas parue',
      why: (id) =>
        `Aucune publication ne s’appelle « ${id} », ou son heure n’est pas encore venue.`,
      list: 'Toutes les publications',
      next: 'Voyez celles qui sont parues et quand paraîtront les autres',
    },
  },
}
