import type { DataMessage } from './data-message.ts'
import { headerXml } from './xml-header.ts'
import { referenceXml } from './structure-xml-parts.ts'
import { element } from './xml-text.ts'
import { urnOf } from '../information-model/reference.ts'

/** The name by which data sets refer to their structure in the header. */
export const structureId = 'STRUCTURE'

/** The namespace of the elements of a structure, by the dimension at its observations. */
export function structureNamespace(
  message: Pick<DataMessage, 'structure' | 'dimensionAtObservation'>,
): string {
  return `${urnOf(message.structure, '2.1')}:ObsLevelDim:${message.dimensionAtObservation}`
}

/** The header of a data message of SDMX-ML 2.1, with the structure its data are of. */
export function dataHeaderXml(message: DataMessage, isSpecific: boolean): string {
  const { dimensionAtObservation, structure, dataSets } = message
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
      referenceXml('com:Structure', structure),
    ) + (action === undefined ? '' : element('mes:DataSetAction', {}, actionOf(action))),
  )
}

/** The action of a data set in the words of 2.1, which has no merging. */
export function actionOf(action: DataMessage['dataSets'][number]['action']): string {
  return action === 'Merge' ? 'Append' : action
}
