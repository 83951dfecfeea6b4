import type { StructureKind } from '../information-model/structure-kind.ts'
import type { Structure } from '../information-model/structures.ts'
import type { MessageHeader } from './message-header.ts'
import { structureElement } from './structure-xml-elements.ts'
import { structureSetElement } from './structure-set-xml.ts'
import { headerXml } from './xml-header.ts'
import { declarations, xmlDeclaration } from './xml-namespaces.ts'

/** Containers of a structure message in the order that the schema asks for. */
const containers: readonly { readonly name: string; readonly kinds: readonly StructureKind[] }[] = [
  { name: 'OrganisationSchemes', kinds: ['agencyscheme', 'dataproviderscheme'] },
  { name: 'Dataflows', kinds: ['dataflow'] },
  { name: 'Metadataflows', kinds: ['metadataflow'] },
  { name: 'CategorySchemes', kinds: ['categoryscheme'] },
  { name: 'Categorisations', kinds: ['categorisation'] },
  { name: 'Codelists', kinds: ['codelist'] },
  { name: 'Concepts', kinds: ['conceptscheme'] },
  { name: 'MetadataStructures', kinds: ['metadatastructure'] },
  { name: 'DataStructures', kinds: ['datastructure'] },
  { name: 'StructureSets', kinds: ['structuremap'] },
  { name: 'Constraints', kinds: ['dataconstraint'] },
  { name: 'ProvisionAgreements', kinds: ['provisionagreement'] },
]

/**
 * A structure message of SDMX-ML 2.1, piece by piece. Maps between structures travel as structure
 * sets, with the code maps that they use.
 *
 * @param every where the code maps of structure sets are found
 * @see SDMX 2.1 Technical Specifications, section 3A, SDMX-ML; SDMXStructure.xsd
 */
export function* structureXml(
  header: MessageHeader,
  structures: readonly Structure[],
  every: readonly Structure[] = structures,
): Generator<string> {
  yield `${xmlDeclaration}<mes:Structure${declarations('mes', 'str', 'com', 'xsi')}>`
  yield headerXml(header)
  yield '<mes:Structures>'
  for (const { name, kinds } of containers) {
    const held = kinds.flatMap((kind) => structures.filter((each) => each.kind === kind))
    if (held.length === 0) continue
    yield `<str:${name}>`
    for (const structure of held) {
      yield structure.kind === 'structuremap'
        ? structureSetElement(structure, every)
        : structureElement(structure, header.serviceUrl)
    }
    yield `</str:${name}>`
  }
  yield '</mes:Structures></mes:Structure>'
}
