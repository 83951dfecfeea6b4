import type { Reference } from '../information-model/reference.ts'
import { parseUrn } from '../information-model/reference.ts'
import type {
  ReadCodelist,
  ReadComponent,
  ReadConstraint,
  ReadDataflow,
  ReadDataStructure,
  ReadStructures,
} from './read-structure.ts'
import { XmlStream, type XmlElement } from './xml-stream.ts'

/** Reads the structures of SDMX-ML 2.1, piece by piece. @throws Refusal of `sdmx-message` */
export async function readStructuresXml(text: AsyncIterable<string>): Promise<ReadStructures> {
  const reader = new StructureReader()
  const stream = new XmlStream(reader)
  for await (const piece of text) stream.write(piece)
  stream.end()
  return reader
}

class StructureReader implements ReadStructures {
  readonly codelists: ReadCodelist[] = []
  readonly dataStructures: ReadDataStructure[] = []
  readonly dataflows: ReadDataflow[] = []
  readonly constraints: ReadConstraint[] = []
  readonly #path: string[] = []
  #codes: Map<string, string | undefined> | undefined
  #code = ''
  #structure:
    { dimensions: ReadComponent[]; attributes: ReadComponent[]; hasTime: boolean } | undefined
  #component:
    | {
        id: string
        codelist?: Reference
        textType?: string
        maxLength?: number
        mandatory?: boolean
      }
    | undefined
  #constraint:
    | {
        reference: Reference
        keys: { id: string; values: string[]; range?: { start: string; end: string } }[]
        seriesCount?: number
        observationCount?: number
      }
    | undefined
  /** Id of the annotation that is read: counts are told in them. */
  #annotation = ''
  #dataflow: { reference: Reference; structure: Reference | undefined } | undefined

  open({ name, attributes }: XmlElement): void {
    this.#path.push(name)
    switch (name) {
      case 'Codelist': {
        this.#codes = new Map()
        this.codelists.push({ reference: referenceOf('codelist', attributes), codes: this.#codes })
        return
      }
      case 'Code':
        this.#code = attributes['id'] ?? ''
        this.#codes?.set(this.#code, undefined)
        return
      case 'DataStructure':
        if (attributes['agencyID'] === undefined) return
        this.#structure = { dimensions: [], attributes: [], hasTime: false }
        this.dataStructures.push(
          Object.assign(this.#structure, { reference: referenceOf('datastructure', attributes) }),
        )
        return
      case 'Dimension':
        // Inside an attribute the name only refers.
        if (this.#component || !this.#structure || attributes['id'] === undefined) return
        this.#component = { id: attributes['id'] }
        this.#structure.dimensions.push(this.#component)
        return
      case 'TimeDimension':
        if (this.#structure) this.#structure.hasTime = true
        return
      case 'Attribute':
        if (!this.#structure || attributes['id'] === undefined) return
        this.#component = {
          id: attributes['id'],
          mandatory: attributes['assignmentStatus'] === 'Mandatory',
        }
        this.#structure.attributes.push(this.#component)
        return
      case 'TextFormat':
        if (this.#component && attributes['textType'] !== undefined) {
          this.#component.textType = attributes['textType']
          const maxLength = Number(attributes['maxLength'])
          if (maxLength > 0) this.#component.maxLength = maxLength
        }
        return
      case 'Dataflow':
        if (attributes['agencyID'] === undefined) return
        this.#dataflow = { reference: referenceOf('dataflow', attributes), structure: undefined }
        this.dataflows.push(this.#dataflow)
        return
      case 'ContentConstraint':
        if (attributes['agencyID'] === undefined) return
        this.#constraint = { reference: referenceOf('dataconstraint', attributes), keys: [] }
        this.constraints.push(this.#constraint)
        return
      case 'Annotation':
        this.#annotation = attributes['id'] ?? ''
        return
      case 'KeyValue':
        this.#constraint?.keys.push({ id: attributes['id'] ?? '', values: [] })
        return
      case 'Ref':
        this.#refer(attributes)
    }
  }

  close(name: string, text: string): void {
    this.#path.pop()
    if (name === 'URN') this.#referByUrn(text.trim())
    if (this.#constraint) this.#constrain(name, text.trim())
    if (name === 'Codelist') this.#codes = undefined
    if (name === 'DataStructure' && this.#path.at(-1) === 'DataStructures')
      this.#structure = undefined
    if (name === 'Dataflow' && this.#path.at(-1) === 'Dataflows') this.#dataflow = undefined
    if (name === 'Attribute' || (name === 'Dimension' && this.#path.at(-1) === 'DimensionList')) {
      this.#component = undefined
    }
  }

  #constrain(name: string, text: string): void {
    const constraint = this.#constraint!
    const key = constraint.keys.at(-1)
    if (name === 'ContentConstraint') this.#constraint = undefined
    else if (name === 'Value') key?.values.push(text)
    else if (name === 'StartPeriod' && key) key.range = { start: text, end: text }
    else if (name === 'EndPeriod' && key?.range) key.range.end = text
    else if (name === 'AnnotationTitle' && /^\d+$/.test(text)) {
      if (this.#annotation === 'series_count') constraint.seriesCount = Number(text)
      if (this.#annotation === 'obs_count') constraint.observationCount = Number(text)
    }
  }

  #refer(attributes: Readonly<Record<string, string>>): void {
    const role = this.#path.at(-2)
    if (role === 'Parent' && this.#codes) this.#codes.set(this.#code, attributes['id'])
    else if (role === 'Enumeration' && this.#component) {
      this.#component.codelist = referenceOf('codelist', attributes)
    } else if (role === 'Structure' && this.#dataflow) {
      this.#dataflow.structure = referenceOf('datastructure', attributes)
    }
  }

  #referByUrn(urn: string): void {
    const reference = parseUrn(urn)
    const role = this.#path.at(-1)
    if (!reference) return
    if (role === 'Enumeration' && this.#component) this.#component.codelist = reference
    else if (role === 'Structure' && this.#dataflow) this.#dataflow.structure = reference
  }
}

function referenceOf(
  kind: Reference['kind'],
  attributes: Readonly<Record<string, string>>,
): Reference {
  return {
    kind,
    agency: attributes['agencyID'] ?? '',
    id: attributes['id'] ?? '',
    version: attributes['version'] ?? '1.0',
  }
}
