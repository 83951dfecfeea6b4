import type { DataMessage } from './data-message.ts'
import { headerXml } from './xml-header.ts'
import { referenceXml } from './structure-xml-parts.ts'
import { element } from './xml-text.ts'
import { urnOf } from '../information-model/reference.ts'
import type { StructureKind } from '../information-model/structure-kind.ts'

/** The name by which data sets refer to their structure in the header. */
export const structureId = 'STRUCTURE'

/**
 * The namespace of structure-specific elements, by what they are reported against and the dimension at
 * the observations.
 */
export function structureNamespace(
  message: Pick<DataMessage, 'reportedAgainst' | 'dimensionAtObservation'>,
): string {
  return `${urnOf(message.reportedAgainst, '2.1')}:ObsLevelDim:${message.dimensionAtObservation}`
}

/** Elements of the header by what data are reported against; the schema has the missing letter. */
const structureElements: Partial<Record<StructureKind, string>> = {
  dataflow: 'com:StructureUsage',
  provisionagreement: 'com:ProvisionAgrement',
}

/** The header of a data message of SDMX-ML 2.1, with the structure its data are of. */
export function dataHeaderXml(message: DataMessage, isSpecific: boolean): string {
  const { dimensionAtObservation, reportedAgainst, dataSets } = message
  const action = dataSets.length === 1 ? dataSets[0]!.action : undefined
  return headerXml(
    message.header,
    element(
      'mes:Structure',
      {
        structureID: structureId,
        namespace: isSpecific ? structureNamespace(message) : undefined,
        dimensionAtObservation,
      },
      referenceXml(structureElements[reportedAgainst.kind] ?? 'com:Structure', reportedAgainst),
    ) + (action === undefined ? '' : element('mes:DataSetAction', {}, actionOf(action))),
  )
}

/** The action of a data set in the words of 2.1, which has no merging. */
export function actionOf(action: DataMessage['dataSets'][number]['action']): string {
  return action === 'Merge' ? 'Append' : action
}
