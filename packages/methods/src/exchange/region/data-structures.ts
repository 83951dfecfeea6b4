import type { Attribute, DataStructure, Dimension } from '../information-model/structures.ts'
import { ownReference } from './agency.ts'
import { codelistReference, measureListId } from './code-lists.ts'
import { conceptFormats, conceptIds, conceptReference, type ConceptId } from './concepts.ts'
import { cubeFigures, structureNames } from './cube-figures.ts'

/** Code list of each coded concept. */
const listOf: Partial<Record<ConceptId, string>> = {
  FREQ: 'CL_FREQ',
  REF_AREA: 'CL_AREA',
  MEASURE: measureListId,
  COUNTERPART_AREA: 'CL_AREA',
  CITIZENSHIP: 'CL_AREA',
  BIRTH_PLACE: 'CL_AREA',
  SEX: 'CL_SEX',
  AGE: 'CL_AGE',
  PURPOSE: 'CL_PURPOSE',
  DURATION: 'CL_DURATION',
  MODE_TRANSPORT: 'CL_MODE_TRANSPORT',
  BORDER_POST: 'CL_BORDER_POST',
  INCIDENT_REGION: 'CL_INCIDENT_REGION',
  ROUTE: 'CL_ROUTE',
  CAUSE: 'CL_CAUSE',
  PERMIT_TYPE: 'CL_PERMIT_TYPE',
  PROCEDURE: 'CL_PROCEDURE',
  DECISION: 'CL_DECISION',
  PERMIT_EVENT: 'CL_PERMIT_EVENT',
  MIGRATORY_STATUS: 'CL_MIGRATORY_STATUS',
  END_REASON: 'CL_END_REASON',
  RETURN_TYPE: 'CL_RETURN_TYPE',
  RETURN_MEANS: 'CL_RETURN_MEANS',
  ACCOMPANIMENT: 'CL_ACCOMPANIMENT',
  MOTIVE: 'CL_MOTIVE',
  NEED: 'CL_NEED',
  EDUCATION: 'CL_EDUCATION',
  MARITAL_STATUS: 'CL_MARITAL_STATUS',
  OCCUPATION: 'CL_OCCUPATION',
  DEPARTMENT: 'CL_DEPARTMENT',
  MUNICIPALITY: 'CL_MUNICIPALITY',
  ORIGIN_DEPARTMENT: 'CL_DEPARTMENT',
  ORIGIN_MUNICIPALITY: 'CL_MUNICIPALITY',
  DEST_DEPARTMENT: 'CL_DEPARTMENT',
  DEST_MUNICIPALITY: 'CL_MUNICIPALITY',
  MIGRATION_CRITERION: 'CL_MIGRATION_CRITERION',
  BIRTH_STATUS: 'CL_BIRTH_STATUS',
  CITIZENSHIP_STATUS: 'CL_CITIZENSHIP_STATUS',
  STAY_LENGTH: 'CL_STAY_LENGTH',
  STAY_AUTHORISATION: 'CL_STAY_AUTHORISATION',
  FIGURE_STATUS: 'CL_FIGURE_STATUS',
  OBS_STATUS: 'CL_OBS_STATUS',
  CONF_STATUS: 'CL_CONF_STATUS',
  UNIT_MEASURE: 'CL_UNIT_MEASURE',
}

/** Code list of a component; undefined where it has none. */
export function listIdOf(component: string): string | undefined {
  return listOf[component as ConceptId]
}

/**
 * Dimensions of a structure of the platform, time apart: frequency, area and measure first, then its
 * breakdowns in one order for all structures.
 */
export function dimensionsOf(structure: string): ConceptId[] {
  const used = new Set(
    cubeFigures
      .filter((figures) => figures.structure === structure)
      .flatMap(({ dimensions }) => Object.keys(dimensions)),
  )
  return conceptIds.filter((id) => id === 'FREQ' || id === 'MEASURE' || used.has(id))
}

/** Every data structure of the platform. */
export function dataStructures(): DataStructure[] {
  return Object.entries(structureNames).map(([id, words]) => {
    const dimensions = dimensionsOf(id)
    return {
      ...ownReference('datastructure', id),
      ...words,
      isFinal: true,
      dimensions: dimensions.map((dimension): Dimension => ({
        id: dimension,
        concept: conceptReference(dimension),
        representation: representationOf(dimension),
      })),
      time: { concept: conceptReference('TIME_PERIOD') },
      attributes: attributesOf(dimensions),
      measure: { id: 'OBS_VALUE', concept: conceptReference('OBS_VALUE') },
    }
  })
}

function attributesOf(dimensions: readonly string[]): Attribute[] {
  const attribute = (
    id: ConceptId,
    relationship: Attribute['relationship'],
    mandatory = false,
  ): Attribute => ({
    id,
    concept: conceptReference(id),
    representation: representationOf(id),
    relationship,
    mandatory,
  })
  return [
    attribute('UNIT_MEASURE', { dimensions }, true),
    attribute('UNIT_MULT', { dimensions }),
    attribute('DECIMALS', { dimensions }),
    attribute('OBS_STATUS', 'observation', true),
    attribute('CONF_STATUS', 'observation'),
    attribute('EMBARGO_TIME', 'observation'),
    attribute('COMMENT_OBS', 'observation'),
    attribute('DATA_SOURCE', 'dataset'),
    attribute('METHOD', 'dataset'),
  ]
}

function representationOf(id: ConceptId) {
  const list = listOf[id]
  if (list !== undefined) return { codelist: codelistReference(list) }
  return { format: conceptFormats[id] ?? { type: 'String' as const } }
}
