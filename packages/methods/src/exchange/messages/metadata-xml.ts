import type { MetadataSet } from '../region/reference-metadata.ts'
import type { MessageHeader } from './message-header.ts'
import { metadataReport, metadataTarget } from './metadata-structure-xml.ts'
import { referenceXml } from './structure-xml-parts.ts'
import { headerXml, wordsXml } from './xml-header.ts'
import { declarations, xmlDeclaration } from './xml-namespaces.ts'
import { element } from './xml-text.ts'

const structureId = 'METADATA'

/**
 * Reference metadata as generic metadata of SDMX-ML 2.1, set by set: one report about one dataflow.
 *
 * @see SDMX 2.1 Technical Specifications, section 3A; SDMXMetadataGeneric.xsd
 */
export function* metadataXml(
  header: MessageHeader,
  sets: readonly MetadataSet[],
): Generator<string> {
  yield `${xmlDeclaration}<mes:GenericMetadata${declarations('mes', 'com', 'md', 'xsi')}>`
  const [first] = sets
  yield headerXml(
    header,
    element(
      'mes:Structure',
      { structureID: structureId },
      first === undefined ? '' : referenceXml('com:StructureUsage', first.flow),
    ),
  )
  for (const set of sets) yield setXml(set)
  yield '</mes:GenericMetadata>'
}

function setXml({ id, name, target, statements }: MetadataSet): string {
  return element(
    'mes:MetadataSet',
    { structureRef: structureId, setID: id },
    wordsXml('com:Name', name),
    element(
      'md:Report',
      { id: metadataReport },
      element(
        'md:Target',
        { id: metadataTarget.id },
        element(
          'md:ReferenceValue',
          { id: metadataTarget.object },
          referenceXml('md:ObjectReference', target),
        ),
      ),
      element(
        'md:AttributeSet',
        {},
        ...statements.map(({ concept, text }) =>
          element('md:ReportedAttribute', { id: concept }, wordsXml('com:Text', text)),
        ),
      ),
    ),
  )
}
