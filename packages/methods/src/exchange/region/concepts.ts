import { getRecordType } from '../../collect/index.ts'
import type { Text } from '../../vocabulary/index.ts'
import type { ItemReference } from '../information-model/reference.ts'
import type { Concept, ConceptScheme, TextFormat } from '../information-model/structures.ts'
import { administrativeConcept } from './administrative-concepts.ts'
import { migrationConcepts } from './agency.ts'

interface OwnConcept {
  readonly name: Text
  readonly description: Text
}

/** Concepts that no field of an aggregate record has words for. */
const further: Readonly<Record<string, OwnConcept>> = {
  BORDER_POST: {
    name: { es: 'Puesto fronterizo', en: 'Border post', fr: 'Poste frontière' },
    description: {
      es: 'Lugar donde se controla y se registra un movimiento.',
      en: 'Place where a movement is controlled and recorded.',
      fr: 'Lieu où un mouvement est contrôlé et enregistré.',
    },
  },
  INCIDENT_REGION: {
    name: { es: 'Región del incidente', en: 'Region of incident', fr: 'Région de l’incident' },
    description: {
      es: 'Región en que la fuente sitúa el incidente.',
      en: 'Region in which the source places the incident.',
      fr: 'Région où la source situe l’incident.',
    },
  },
  ROUTE: {
    name: { es: 'Ruta migratoria', en: 'Migration route', fr: 'Route migratoire' },
    description: {
      es: 'Ruta por la que viajaban las personas.',
      en: 'Route on which the persons were travelling.',
      fr: 'Route que les personnes suivaient.',
    },
  },
  CAUSE: {
    name: { es: 'Causa de muerte', en: 'Cause of death', fr: 'Cause du décès' },
    description: {
      es: 'Causa de la muerte o la desaparición.',
      en: 'Cause of the death or disappearance.',
      fr: 'Cause du décès ou de la disparition.',
    },
  },
  CONF_STATUS: {
    name: {
      es: 'Estado de confidencialidad',
      en: 'Confidentiality status',
      fr: 'Statut de confidentialité',
    },
    description: {
      es: 'Si la cifra es libre, confidencial o está bajo embargo.',
      en: 'Whether the figure is free, confidential or under embargo.',
      fr: 'Si le chiffre est libre, confidentiel ou sous embargo.',
    },
  },
  DECIMALS: {
    name: { es: 'Decimales', en: 'Decimals', fr: 'Décimales' },
    description: {
      es: 'Número de decimales con que se publica la cifra.',
      en: 'Number of decimals with which the figure is published.',
      fr: 'Nombre de décimales avec lequel le chiffre est publié.',
    },
  },
  DATA_SOURCE: {
    name: { es: 'Fuente de los datos', en: 'Data source', fr: 'Source des données' },
    description: {
      es: 'Institución y título de los datos, como deben citarse.',
      en: 'Institution and title of the data, as they are to be cited.',
      fr: 'Institution et titre des données, tels qu’ils doivent être cités.',
    },
  },
  METHOD: {
    name: { es: 'Método', en: 'Method', fr: 'Méthode' },
    description: {
      es: 'Versión del método con que se calcularon las cifras.',
      en: 'Version of the method by which the figures were computed.',
      fr: 'Version de la méthode de calcul des chiffres.',
    },
  },
  EMBARGO_TIME: {
    name: { es: 'Hora del embargo', en: 'Embargo time', fr: 'Heure d’embargo' },
    description: {
      es: 'Instante hasta el cual la cifra no debe difundirse.',
      en: 'Instant until which the figure must not be disseminated.',
      fr: 'Instant jusqu’auquel le chiffre ne doit pas être diffusé.',
    },
  },
  COMMENT_OBS: {
    name: {
      es: 'Comentario a la cifra',
      en: 'Comment on the observation',
      fr: 'Commentaire sur le chiffre',
    },
    description: {
      es: 'Lo que hay que saber de la cifra, en palabras.',
      en: 'What must be known of the figure, in words.',
      fr: 'Ce qu’il faut savoir du chiffre, en mots.',
    },
  },
}

/** Concepts of figures, in the order in which structures use them. */
export const conceptIds = [
  'FREQ',
  'REF_AREA',
  'MEASURE',
  'COUNTERPART_AREA',
  'CITIZENSHIP',
  'BIRTH_PLACE',
  'SEX',
  'AGE',
  'PURPOSE',
  'DURATION',
  'MODE_TRANSPORT',
  'BORDER_POST',
  'INCIDENT_REGION',
  'ROUTE',
  'CAUSE',
  'PERMIT_TYPE',
  'PROCEDURE',
  'DECISION',
  'PERMIT_EVENT',
  'MIGRATORY_STATUS',
  'END_REASON',
  'RETURN_TYPE',
  'RETURN_MEANS',
  'ACCOMPANIMENT',
  'MOTIVE',
  'NEED',
  'EDUCATION',
  'MARITAL_STATUS',
  'OCCUPATION',
  'DEPARTMENT',
  'MUNICIPALITY',
  'ORIGIN_DEPARTMENT',
  'ORIGIN_MUNICIPALITY',
  'DEST_DEPARTMENT',
  'DEST_MUNICIPALITY',
  'MIGRATION_CRITERION',
  'BIRTH_STATUS',
  'CITIZENSHIP_STATUS',
  'STAY_LENGTH',
  'STAY_AUTHORISATION',
  'VINTAGE',
  'FIGURE_STATUS',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'CONF_STATUS',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'DECIMALS',
  'DATA_SOURCE',
  'METHOD',
  'EMBARGO_TIME',
  'COMMENT_OBS',
] as const

export type ConceptId = (typeof conceptIds)[number]

/** How values are written where a concept has no code list. */
export const conceptFormats: Partial<Record<ConceptId, TextFormat>> = {
  TIME_PERIOD: { type: 'ObservationalTimePeriod' },
  VINTAGE: { type: 'GregorianYearMonth' },
  OBS_VALUE: { type: 'Double' },
  UNIT_MULT: { type: 'Integer' },
  DECIMALS: { type: 'Integer' },
  DATA_SOURCE: { type: 'String', maxLength: 4000 },
  METHOD: { type: 'String', maxLength: 200 },
  EMBARGO_TIME: { type: 'DateTime' },
  COMMENT_OBS: { type: 'String', maxLength: 4000 },
}

/** The concept scheme of figures; names and definitions are those of the record type. */
export function conceptScheme(): ConceptScheme {
  return {
    ...migrationConcepts,
    name: {
      es: 'Conceptos de la migración',
      en: 'Concepts of migration',
      fr: 'Concepts de la migration',
    },
    description: {
      es: 'Con qué se describe cada cifra sobre migración que un nodo intercambia.',
      en: 'What every figure on migration that a node exchanges is described with.',
      fr: 'Ce qui décrit chaque chiffre sur la migration qu’un nœud échange.',
    },
    isFinal: true,
    concepts: conceptIds.map(conceptOf),
  }
}

export function conceptReference(id: ConceptId): ItemReference {
  return { ...migrationConcepts, item: id }
}

function conceptOf(id: ConceptId): Concept {
  const field = getRecordType('observation').fields.find(({ concept }) => concept === id)
  const words = field
    ? { name: field.label, description: field.definition }
    : (further[id] ?? administrativeConcept(id))
  if (!words) throw new Error(`the concept ${id} has no words`)
  const format = conceptFormats[id]
  return { id, ...words, ...(format && { representation: { format } }) }
}
