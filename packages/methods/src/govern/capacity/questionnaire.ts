import type { Text } from '../../vocabulary/index.ts'
import type { FrameworkId } from './frameworks.ts'

/** Changes whenever a question, a level or a rule of scoring does: versions are not compared across it. */
export const questionnaireVersion = 1

/** How far something is, alike for every question. */
export const levels: readonly Text[] = [
  {
    es: 'No existe',
    en: 'Does not exist',
    fr: 'N’existe pas',
  },
  {
    es: 'Empezado: en parte, sin norma escrita o según la ocasión',
    en: 'Begun: in part, without a written rule, or as the occasion asks',
    fr: 'Commencé : en partie, sans règle écrite ou selon l’occasion',
  },
  {
    es: 'En pie: por escrito, y lo aplican las instituciones principales',
    en: 'In place: in writing, and the main institutions apply it',
    fr: 'En place : par écrit, et les institutions principales l’appliquent',
  },
  {
    es: 'Asentado: lo aplican todas, y se evaluó en los últimos tres años',
    en: 'Settled: all apply it, and it was evaluated within the last three years',
    fr: 'Établi : toutes l’appliquent, et cela a été évalué dans les trois dernières années',
  },
]

export interface CapacityQuestion {
  readonly id: string
  readonly text: Text
  readonly from: FrameworkId
}

export interface CapacityDimension {
  readonly id: string
  readonly title: Text
  readonly questions: readonly CapacityQuestion[]
}

const question = (id: string, from: FrameworkId, es: string, en: string, fr: string) => ({
  id,
  from,
  text: { es, en, fr },
})

/**
 * What a country is asked about its data on migration: seven dimensions of four questions each, after the
 * dimensions of PARIS21's STEP and the actions of objective 1 of the Global Compact for Migration.
 */
export const dimensions: readonly CapacityDimension[] = [
  {
    id: 'law',
    title: { es: 'Ley e instituciones', en: 'Law and institutions', fr: 'Loi et institutions' },
    questions: [
      question(
        'mandate',
        'step',
        'Una ley encarga a alguien las estadísticas de migración y le da acceso a los registros administrativos.',
        'A law charges somebody with statistics of migration and gives them access to administrative records.',
        'Une loi charge quelqu’un des statistiques de migration et lui donne accès aux registres administratifs.',
      ),
      question(
        'coordination',
        'compact',
        'La oficina de estadística y las instituciones que tienen datos se coordinan en un grupo con mandato.',
        'The statistical office and the institutions that hold data are coordinated in a group with a mandate.',
        'L’office de statistique et les institutions qui détiennent des données se coordonnent dans un groupe qui a un mandat.',
      ),
      question(
        'strategy',
        'essentials',
        'Hay una estrategia de datos de migración que parte de las necesidades de quienes los usan.',
        'There is a strategy for migration data that starts from the needs of those who use them.',
        'Il existe une stratégie des données de migration qui part des besoins de leurs utilisateurs.',
      ),
      question(
        'agreements',
        'compact',
        'Acuerdos escritos dicen qué datos pasa cada institución a otra, para qué y cómo.',
        'Written agreements say which data each institution hands to another, what for and how.',
        'Des accords écrits disent quelles données chaque institution remet à une autre, pourquoi et comment.',
      ),
    ],
  },
  {
    id: 'resources',
    title: { es: 'Recursos', en: 'Resources', fr: 'Ressources' },
    questions: [
      question(
        'staff',
        'step',
        'Hay personal asignado a las estadísticas de migración, que permanece en su puesto.',
        'There are staff assigned to statistics of migration, who stay in their posts.',
        'Du personnel est affecté aux statistiques de migration et reste en poste.',
      ),
      question(
        'training',
        'compact',
        'Quienes registran, enlazan y publican reciben formación.',
        'Those who record, link and publish are trained.',
        'Ceux qui enregistrent, apparient et publient sont formés.',
      ),
      question(
        'budget',
        'step',
        'El presupuesto propio cubre la producción corriente.',
        'The country’s own budget covers regular production.',
        'Le budget propre couvre la production courante.',
      ),
      question(
        'equipment',
        'step',
        'Los puestos y oficinas registran en forma electrónica y transmiten sin reescribir.',
        'Posts and offices record electronically and transmit without retyping.',
        'Les postes et bureaux enregistrent sous forme électronique et transmettent sans ressaisie.',
      ),
    ],
  },
  {
    id: 'sources',
    title: { es: 'Fuentes', en: 'Sources', fr: 'Sources' },
    questions: [
      question(
        'census',
        'questions',
        'El último censo preguntó país de nacimiento, nacionalidad y año de llegada.',
        'The last census asked for country of birth, citizenship and year of arrival.',
        'Le dernier recensement a demandé le pays de naissance, la nationalité et l’année d’arrivée.',
      ),
      question(
        'surveys',
        'questions',
        'Las encuestas de hogares permiten distinguir a la población migrante.',
        'Household surveys tell the migrant population apart.',
        'Les enquêtes auprès des ménages permettent de distinguer la population migrante.',
      ),
      question(
        'border',
        'compact',
        'Los cruces de frontera se usan para estadísticas, con entradas y salidas de cada persona.',
        'Border crossings are used for statistics, with the arrivals and departures of each person.',
        'Les franchissements de frontière servent aux statistiques, avec les entrées et sorties de chaque personne.',
      ),
      question(
        'registers',
        'compact',
        'Los permisos, residencias y retornos se usan para estadísticas.',
        'Permits, residences and returns are used for statistics.',
        'Les permis, résidences et retours servent aux statistiques.',
      ),
    ],
  },
  {
    id: 'quality',
    title: { es: 'Calidad y métodos', en: 'Quality and methods', fr: 'Qualité et méthodes' },
    questions: [
      question(
        'definitions',
        'step',
        'Las definiciones siguen las recomendaciones de las Naciones Unidas, o se dice en qué se apartan.',
        'Definitions follow the recommendations of the United Nations, or it is said where they depart.',
        'Les définitions suivent les recommandations des Nations Unies, ou il est dit en quoi elles s’en écartent.',
      ),
      question(
        'editing',
        'nqaf',
        'Los registros se revisan con reglas escritas y los defectos se devuelven a quien registró.',
        'Records are checked by written rules, and faults are handed back to whoever recorded.',
        'Les registres sont contrôlés selon des règles écrites et les défauts rendus à qui a enregistré.',
      ),
      question(
        'linkage',
        'compact',
        'Los registros de una persona se enlazan, y se conoce cuántas veces el enlace se equivoca.',
        'Records of one person are linked, and how often linkage errs is known.',
        'Les enregistrements d’une personne sont appariés, et l’on sait combien l’appariement se trompe.',
      ),
      question(
        'reports',
        'nqaf',
        'Cada cifra se publica con su cobertura, sus faltas y sus revisiones.',
        'Every figure is published with its coverage, its gaps and its revisions.',
        'Chaque chiffre est publié avec sa couverture, ses lacunes et ses révisions.',
      ),
    ],
  },
  {
    id: 'detail',
    title: { es: 'Desglose', en: 'Disaggregation', fr: 'Ventilation' },
    questions: [
      question(
        'sex-age',
        'compact',
        'Las cifras se publican por sexo y edad.',
        'Figures are published by sex and age.',
        'Les chiffres sont publiés par sexe et par âge.',
      ),
      question(
        'status',
        'compact',
        'Las cifras se publican por situación migratoria, nacionalidad o país de nacimiento.',
        'Figures are published by migration status, citizenship or country of birth.',
        'Les chiffres sont publiés par statut migratoire, nationalité ou pays de naissance.',
      ),
      question(
        'places',
        'compact',
        'Hay cifras por departamento o municipio donde las decisiones las necesitan.',
        'There are figures by department or municipality where decisions need them.',
        'Il y a des chiffres par département ou municipalité là où les décisions en ont besoin.',
      ),
      question(
        'indicators',
        'compact',
        'Se calculan los indicadores de migración de los Objetivos de Desarrollo Sostenible.',
        'The migration indicators of the Sustainable Development Goals are computed.',
        'Les indicateurs de migration des Objectifs de développement durable sont calculés.',
      ),
    ],
  },
  {
    id: 'protection',
    title: {
      es: 'Protección de las personas',
      en: 'Protection of persons',
      fr: 'Protection des personnes',
    },
    questions: [
      question(
        'privacy-law',
        'compact',
        'Una ley protege los datos personales, y los fines de cada uso están escritos.',
        'A law protects personal data, and the purposes of each use are in writing.',
        'Une loi protège les données personnelles, et les finalités de chaque usage sont écrites.',
      ),
      question(
        'disclosure',
        'step',
        'Antes de publicar se comprueba que nadie pueda ser reconocido.',
        'Before publication it is checked that nobody can be recognised.',
        'Avant publication, on vérifie que personne ne peut être reconnu.',
      ),
      question(
        'access',
        'nqaf',
        'Solo accede a los registros quien lo necesita, y queda constancia de cada acceso.',
        'Only those who need records come to them, and each access is on record.',
        'N’accède aux registres que qui en a besoin, et chaque accès est consigné.',
      ),
      question(
        'rights',
        'compact',
        'Las personas pueden pedir acceso, corrección o borrado, y se les responde a tiempo.',
        'Persons can ask for access, correction or erasure, and are answered in time.',
        'Les personnes peuvent demander accès, correction ou effacement, et reçoivent réponse à temps.',
      ),
    ],
  },
  {
    id: 'use',
    title: {
      es: 'Acceso, uso e intercambio',
      en: 'Access, use and exchange',
      fr: 'Accès, usage et échange',
    },
    questions: [
      question(
        'calendar',
        'nqaf',
        'Se anuncia qué se publica y cuándo, y todos lo reciben a la vez.',
        'What is released and when is announced, and everybody gets it at once.',
        'Ce qui paraît et quand est annoncé, et tout le monde le reçoit en même temps.',
      ),
      question(
        'open',
        'step',
        'Los datos y sus métodos se descargan libremente en formatos abiertos.',
        'Data and their methods can be downloaded freely in open formats.',
        'Les données et leurs méthodes se téléchargent librement dans des formats ouverts.',
      ),
      question(
        'users',
        'nsds',
        'Se pregunta a quienes usan los datos, y las políticas los citan.',
        'Those who use the data are asked, and policies cite them.',
        'On interroge ceux qui utilisent les données, et les politiques les citent.',
      ),
      question(
        'neighbours',
        'compact',
        'Las cifras se intercambian y comparan con las de países vecinos.',
        'Figures are exchanged and compared with those of neighbouring countries.',
        'Les chiffres sont échangés et comparés avec ceux des pays voisins.',
      ),
    ],
  },
]

/** Every question, in the order of the questionnaire. */
export const questions: readonly CapacityQuestion[] = dimensions.flatMap(
  (dimension) => dimension.questions,
)
