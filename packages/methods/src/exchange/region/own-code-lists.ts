import { findCode, type CodeList, type OwnCode, type Text } from '../../vocabulary/index.ts'
import type { CodeListBook } from '../../vocabulary/code-lists/index.ts'
import type {
  AgencyScheme,
  Codelist,
  RepresentationMap,
  Structure,
} from '../information-model/structures.ts'
import { agencyId, ownReference } from './agency.ts'
import { codelistIdOf, codelistReference, itemOf } from './code-lists.ts'

/** A code that a node's users added, with the country that answers for it. */
export interface CountryCode extends OwnCode {
  /** ISO 3166-1 alpha-3; empty where nobody said it. */
  readonly country: string
  /** 1: added; 2: ended. */
  readonly version: number
}

/** What the country of a code is called as an agency, below that of the platform. */
const agencyOf = ({ country }: CountryCode) => (country === '' ? 'NODE' : country)

/**
 * What a node serves of the codes that its users added: for every country and list a code list of the
 * country's own agency, which extends that of the platform (SDMX 3.0), with a map of its codes to those
 * they count as. Figures are written in the codes of the platform, so that those of countries compare.
 *
 * @see SDMX 3.0, section 2, 4.3.5 "Codelist Extension and Discriminated Unions"
 */
export function ownCodeStructures(codes: readonly CountryCode[], book: CodeListBook): Structure[] {
  const groups = new Map<string, CountryCode[]>()
  for (const code of codes) {
    const name = `${agencyOf(code)} ${code.list}`
    groups.set(name, [...(groups.get(name) ?? []), code])
  }
  const lists = [...groups.values()].flatMap((group) => structuresOf(group, book))
  return lists.length === 0 ? [] : [agenciesOf(codes, book), ...lists]
}

function structuresOf(group: readonly CountryCode[], book: CodeListBook): Structure[] {
  const [first] = group
  const list = book.find(first!.list)
  const id = codelistIdOf(first!.list)
  if (list === undefined || id === undefined) return []
  const agency = `${agencyId}.${agencyOf(first!)}`
  // Added and ended codes both make another version; none is ever taken back.
  const changes = group.reduce((sum, { version }) => sum + version, 0)
  const version = `1.${changes - 1}.0`
  const extended = codelistReference(id)
  const own = new Map(list.codes.map((code) => [code.code, code]))
  const codelist: Codelist = {
    kind: 'codelist',
    agency,
    id,
    version,
    name: extensionName(list, nameOf(first!, book)),
    isFinal: true,
    extends: [extended],
    codes: group.flatMap(({ code, standard }) => {
      const found = own.get(code)
      if (found === undefined) return []
      const item = itemOf(found)
      const above = standard ?? found.parent
      return [
        {
          ...item,
          ...(above !== undefined && { parent: above }),
          annotations: [
            ...(item.annotations ?? []),
            ...(standard === undefined ? [] : [{ type: 'COUNTS_AS', title: standard }]),
          ],
        },
      ]
    }),
  }
  const mappings = group.flatMap(({ code, standard }) =>
    standard === undefined ? [] : [{ source: code, target: standard }],
  )
  const map: RepresentationMap = {
    kind: 'representationmap',
    agency,
    id: `${id.replace(/^CL_/, '')}_TO_STANDARD`,
    version,
    name: mapName(list),
    isFinal: true,
    source: { kind: 'codelist', agency, id, version },
    target: extended,
    mappings,
  }
  return mappings.length === 0 ? [codelist] : [codelist, map]
}

/** The agencies of countries, below that of the platform. */
function agenciesOf(codes: readonly CountryCode[], book: CodeListBook): AgencyScheme {
  const distinct = new Map(codes.map((code) => [agencyOf(code), code]))
  return {
    ...ownReference('agencyscheme', 'AGENCIES', '1.0'),
    name: { es: 'Agencias', en: 'Agencies', fr: 'Agences' },
    agencies: [...distinct].map(([id, code]) => ({ id, name: nameOf(code, book) })),
  }
}

const node: Text = { es: 'Este nodo', en: 'This node', fr: 'Ce nœud' }

function nameOf({ country }: CountryCode, book: CodeListBook): Text {
  return country === '' ? node : (findCode(book.get('countries'), country)?.label ?? node)
}

function extensionName({ title }: CodeList, of: Text): Text {
  return {
    es: `${title.es}: códigos propios (${of.es})`,
    en: `${title.en}: own codes (${of.en})`,
    fr: `${title.fr} : codes propres (${of.fr})`,
  }
}

function mapName({ title }: CodeList): Text {
  return {
    es: `${title.es}: de los códigos propios a los comunes`,
    en: `${title.en}: from own codes to the common ones`,
    fr: `${title.fr} : des codes propres aux codes communs`,
  }
}
