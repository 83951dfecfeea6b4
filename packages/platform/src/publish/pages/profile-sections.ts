import type { Text } from '@caudal/methods/vocabulary'
import type { SiteFigure } from '../../../../portal/src/release/index.ts'

/** A figure that a profile asks for. */
export interface ProfileFigure {
  readonly id: string
  readonly cube: string
  /** `{place}` stands for the code of the country, `{year}` for the last year that the records of its cube fill. */
  readonly table: string
  readonly draw?: SiteFigure['draw']
  /** What it is, where its numbers have no common finding. */
  readonly caption?: Text
}

export interface ProfileSection {
  readonly id: string
  readonly title: Text
  readonly lead: Text
  readonly figures: readonly ProfileFigure[]
}

const at = 'where=country:{place}'

/** What a country profile shows, in its order; a section whose data are not here says so. */
export const profileSections: readonly ProfileSection[] = [
  {
    id: 'flows',
    title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
    lead: {
      es: 'Entradas y salidas que registra la autoridad migratoria. Son cruces de frontera, no personas ni migrantes: el turismo y los viajes de trabajo también cuentan.',
      en: 'Arrivals and departures that the migration authority records. They are border crossings, not persons and not migrants: tourism and business trips count too.',
      fr: 'Entrées et sorties qu’enregistre l’autorité migratoire. Ce sont des franchissements, non des personnes ni des migrants : le tourisme et les voyages d’affaires y sont aussi.',
    },
    figures: [
      { id: 'flows-by-year', cube: 'movements', table: `rows=direction&columns=time.year&${at}` },
      {
        id: 'flows-by-mode',
        cube: 'movements',
        table: `rows=mode&columns=direction&${at};time.year:{year}`,
      },
    ],
  },
  {
    id: 'stocks',
    title: { es: 'Población migrante', en: 'Migrant population', fr: 'Population migrante' },
    lead: {
      es: 'Personas que viven en el país y nacieron en otro, según las Naciones Unidas, y residencias que empezaron, según el registro del país.',
      en: 'Persons who live in the country and were born in another, by the United Nations, and residences that began, by the country’s own register.',
      fr: 'Personnes vivant dans le pays et nées dans un autre, selon les Nations Unies, et résidences commencées, selon le registre du pays.',
    },
    figures: [
      {
        id: 'stock-by-year',
        cube: 'un-migrant-stock',
        table: 'columns=time&where=destination:{place}',
      },
      {
        id: 'residents-by-year',
        cube: 'resident-stocks',
        table: `columns=time.year&${at}`,
      },
      {
        id: 'residences-by-status',
        cube: 'residences',
        table: `rows=migratory_status&columns=time.year&${at};time.year:latest12`,
      },
    ],
  },
  {
    id: 'origins',
    title: {
      es: 'Orígenes y destinos',
      en: 'Origins and destinations',
      fr: 'Origines et destinations',
    },
    lead: {
      es: 'De dónde vienen quienes llegan, y dónde viven quienes nacieron en el país.',
      en: 'Where those who arrive come from, and where those born in the country live.',
      fr: 'D’où viennent ceux qui arrivent, et où vivent ceux qui sont nés dans le pays.',
    },
    figures: [
      {
        id: 'stock-by-origin',
        cube: 'un-migrant-stock',
        table: 'rows=origin&where=destination:{place};time:{year}&sort=-total&top=10',
      },
      {
        id: 'stock-by-destination',
        cube: 'un-migrant-stock',
        table: 'rows=destination&where=origin:{place};time:{year}&sort=-total&top=10',
      },
      {
        id: 'arrivals-by-citizenship',
        cube: 'movements',
        table: `rows=citizenship&${at};direction:arrival;time.year:{year}&sort=-total&top=10`,
      },
    ],
  },
  {
    id: 'age-sex',
    title: { es: 'Edad y sexo', en: 'Age and sex', fr: 'Âge et sexe' },
    lead: {
      es: 'La estructura por edad y sexo de quienes cruzan, al lado de la de los habitantes.',
      en: 'The age and sex of those who cross, beside those of the inhabitants.',
      fr: 'L’âge et le sexe de ceux qui franchissent la frontière, à côté de ceux des habitants.',
    },
    figures: [
      {
        id: 'arrivals-by-age',
        cube: 'movements',
        table: `rows=age.group&columns=sex&${at};direction:arrival;time.year:{year}`,
        draw: 'pyramid',
      },
      {
        id: 'population-by-age',
        cube: 'population',
        table: `rows=age&columns=sex&${at};time:{year}`,
        draw: 'pyramid',
      },
    ],
  },
  {
    id: 'permits',
    title: { es: 'Permisos', en: 'Permits', fr: 'Titres' },
    lead: {
      es: 'Trámites de visas, residencias y otros permisos. Se cuentan trámites, no personas.',
      en: 'Procedures for visas, residence and other permits. Procedures are counted, not persons.',
      fr: 'Démarches pour visas, titres de séjour et autorisations. On compte des démarches, non des personnes.',
    },
    figures: [
      {
        id: 'permits-by-type',
        cube: 'permits',
        table: `rows=permit_type&columns=time.year&${at}`,
      },
      {
        id: 'permits-by-citizenship',
        cube: 'permits',
        table: `rows=citizenship&${at}&sort=-total&top=10`,
      },
    ],
  },
  {
    id: 'returns',
    title: { es: 'Retornos', en: 'Returns', fr: 'Retours' },
    lead: {
      es: 'Personas que un centro de recepción registró al volver. Quien vuelve sin pasar por un centro no está.',
      en: 'Persons whom a reception centre recorded on their return. Who comes back without passing a centre is not here.',
      fr: 'Personnes enregistrées par un centre d’accueil à leur retour. Qui revient sans passer par un centre n’y est pas.',
    },
    figures: [
      { id: 'returns-by-type', cube: 'returns', table: `rows=return_type&columns=time.year&${at}` },
      {
        id: 'returns-by-provenance',
        cube: 'returns',
        table: `rows=counterpart_country&${at}&sort=-total&top=8`,
      },
      {
        id: 'returns-of-children',
        cube: 'returns',
        table: `rows=age.majority&columns=time.year&${at}`,
      },
    ],
  },
  {
    id: 'incidents',
    title: {
      es: 'Muertes y desapariciones',
      en: 'Deaths and disappearances',
      fr: 'Décès et disparitions',
    },
    lead: {
      es: 'Son mínimos: muchas muertes y desapariciones no llegan a conocerse.',
      en: 'These are minimum figures: many deaths and disappearances never become known.',
      fr: 'Ce sont des minimums : beaucoup de décès et de disparitions restent inconnus.',
    },
    figures: [
      { id: 'incidents-by-year', cube: 'incidents', table: `columns=time.year&${at}` },
      {
        id: 'incidents-by-cause',
        cube: 'incidents',
        table: `rows=cause.group&${at}&sort=-total&top=8`,
      },
      { id: 'missing-by-year', cube: 'missing-migrants', table: `columns=time.year&${at}` },
    ],
  },
  {
    id: 'remittances',
    title: { es: 'Remesas', en: 'Remittances', fr: 'Envois de fonds' },
    lead: {
      es: 'Lo que México recibe del país o envía a él, según su balanza de pagos. Las remesas entre otros países no están en esa fuente.',
      en: 'What Mexico receives from the country or sends to it, by its balance of payments. Remittances between other countries are not in that source.',
      fr: 'Ce que le Mexique reçoit du pays ou lui envoie, d’après sa balance des paiements. Les envois entre d’autres pays n’y sont pas.',
    },
    figures: [
      {
        id: 'remittances-by-year',
        cube: 'banxico-remittances',
        table: `rows=flow&columns=time.year&${at}`,
      },
    ],
  },
  {
    id: 'goals',
    title: {
      es: 'Indicadores de los ODS y del Pacto Mundial',
      en: 'Indicators of the SDGs and the Global Compact',
      fr: 'Indicateurs des ODD et du Pacte mondial',
    },
    lead: {
      es: 'Cada uno en su unidad; donde falta una entrada hay un hueco. La página Metas los compara entre países.',
      en: 'Each in its own unit; where an input lacks there is a gap. The page Goals compares them between countries.',
      fr: 'Chacun dans son unité ; s’il manque une entrée, c’est une lacune. La page Objectifs les compare entre pays.',
    },
    figures: [
      {
        id: 'indicators',
        cube: 'indicators',
        table: `rows=indicator&columns=time&${at};time:latest4`,
        draw: 'table',
        caption: {
          es: 'Indicadores de los últimos años',
          en: 'Indicators of the last years',
          fr: 'Indicateurs des dernières années',
        },
      },
    ],
  },
  {
    id: 'seen-by-others',
    title: {
      es: 'Lo que cuentan los demás',
      en: 'What the others count',
      fr: 'Ce que comptent les autres',
    },
    lead: {
      es: 'Sus nacionales en los registros de otros países: lo que se espera ver, en espejo, en los registros propios.',
      en: 'Its nationals in the records of other countries: what its own records should mirror.',
      fr: 'Ses ressortissants dans les enregistrements d’autres pays : ce que les siens devraient refléter.',
    },
    figures: [
      {
        id: 'nationals-elsewhere',
        cube: 'movements',
        table: 'rows=country&columns=direction&where=citizenship:{place};time.year:{year}',
      },
      {
        id: 'permits-elsewhere',
        cube: 'permits',
        table: 'rows=country&where=citizenship:{place}&sort=-total',
      },
    ],
  },
]

/** The cubes that profiles show: what a region is expected to have. */
export const profileCubes: ReadonlySet<string> = new Set(
  profileSections.flatMap(({ figures }) => figures.map(({ cube }) => cube)),
)
