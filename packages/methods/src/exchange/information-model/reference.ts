import { namesOf, structureKinds, type StructureKind } from './structure-kind.ts'

/** What identifies a maintainable structure. */
export interface Reference {
  readonly kind: StructureKind
  readonly agency: string
  readonly id: string
  readonly version: string
}

/** An item of a scheme: a code, a concept, a category (nested ids joined by dots), an agency. */
export interface ItemReference extends Reference {
  readonly item: string
}

/** Which edition of the standard names things: 2.1, or 3.0 and later. */
export type Edition = '2.1' | '3.0'

const itemClass: Partial<Record<StructureKind, string>> = {
  codelist: 'Code',
  conceptscheme: 'Concept',
  categoryscheme: 'Category',
  agencyscheme: 'Agency',
  dataproviderscheme: 'DataProvider',
  metadataproviderscheme: 'MetadataProvider',
}

/**
 * The URN of a structure.
 *
 * @example urnOf({ kind: 'codelist', agency: 'SDMX', id: 'CL_FREQ', version: '2.1' }) // => 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1)'
 */
export function urnOf(reference: Reference, edition: Edition = '3.0'): string {
  const names = namesOf(reference.kind)
  const name = edition === '2.1' ? (names.class21 ?? names.class) : names.class
  return `urn:sdmx:org.sdmx.infomodel.${names.package}.${name}=${identify(reference)}`
}

/** The URN of an item of a scheme. */
export function itemUrn(reference: ItemReference): string {
  const name = itemClass[reference.kind]
  if (name === undefined) throw new TypeError(`a ${reference.kind} has no items`)
  const { package: place } = namesOf(reference.kind)
  // Agencies are named by the agency of their scheme alone in no edition: the scheme stays in.
  return `urn:sdmx:org.sdmx.infomodel.${place}.${name}=${identify(reference)}.${reference.item}`
}

/** The URN of a component of a data structure. */
export function componentUrn(
  structure: Reference,
  component: 'Dimension' | 'TimeDimension' | 'DataAttribute' | 'PrimaryMeasure' | 'Measure',
  id: string,
): string {
  return `urn:sdmx:org.sdmx.infomodel.datastructure.${component}=${identify(structure)}.${id}`
}

/**
 * A reference as people write it.
 *
 * @example identify({ kind: 'codelist', agency: 'SDMX', id: 'CL_SEX', version: '2.1' }) // => 'SDMX:CL_SEX(2.1)'
 */
export function identify({ agency, id, version }: Reference): string {
  return `${agency}:${id}(${version})`
}

/** Whether two references mean the same structure. */
export function isSame(one: Reference, other: Reference): boolean {
  return (
    one.kind === other.kind &&
    one.agency === other.agency &&
    one.id === other.id &&
    one.version === other.version
  )
}

const written =
  /^urn:sdmx:org\.sdmx\.infomodel\.[a-z]+\.([A-Za-z]+)=([\w.-]+):([\w@$-]+)\(([\w.+*-]+)\)(?:\.(.+))?$/

const kindByClass = new Map<string, StructureKind>()
for (const kind of structureKinds) {
  const names = namesOf(kind)
  kindByClass.set(names.class, kind)
  if (names.class21 !== undefined) kindByClass.set(names.class21, kind)
  const item = itemClass[kind]
  if (item !== undefined) kindByClass.set(item, kind)
}
kindByClass.set('AvailabilityConstraint', 'dataconstraint')

/**
 * Reads a URN; undefined where the text is none, or of a class that is not known here.
 *
 * @example parseUrn('urn:sdmx:org.sdmx.infomodel.codelist.Code=SDMX:CL_SEX(2.1).F').item // => 'F'
 */
export function parseUrn(urn: string): (Reference & { readonly item?: string }) | undefined {
  const match = written.exec(urn)
  if (!match) return undefined
  const [, name, agency, id, version, item] = match
  const kind = kindByClass.get(name!)
  if (kind === undefined) return undefined
  const reference = { kind, agency: agency!, id: id!, version: version! }
  return item === undefined ? reference : { ...reference, item }
}
