import type { ItemReference, Reference } from '../information-model/reference.ts'
import { namesOf } from '../information-model/structure-kind.ts'
import type { Annotation, Nameable } from '../information-model/structures.ts'
import { element, escapeXml } from './xml-text.ts'
import { wordsXml } from './xml-header.ts'

/** Annotations, names and descriptions, which begin every structure. */
export function nameableXml(nameable: Nameable): string {
  return [
    annotationsXml(nameable.annotations),
    wordsXml('com:Name', nameable.name),
    wordsXml('com:Description', nameable.description),
  ].join('')
}

export function annotationsXml(annotations: readonly Annotation[] | undefined): string {
  if (!annotations || annotations.length === 0) return ''
  return element(
    'com:Annotations',
    {},
    ...annotations.map(({ id, title, type, url, text }) =>
      element(
        'com:Annotation',
        { id },
        title === undefined ? '' : element('com:AnnotationTitle', {}, escapeXml(title)),
        type === undefined ? '' : element('com:AnnotationType', {}, escapeXml(type)),
        url === undefined ? '' : element('com:AnnotationURL', {}, escapeXml(url)),
        wordsXml('com:AnnotationText', text),
      ),
    ),
  )
}

/** `Ref` to a maintainable structure, in an element of its role. */
export function referenceXml(name: string, reference: Reference): string {
  const names = namesOf(reference.kind)
  return element(
    name,
    {},
    element('Ref', {
      id: reference.id,
      version: reference.version,
      agencyID: reference.agency,
      package: names.package,
      class: names.class21 ?? names.class,
    }),
  )
}

/** `Ref` to an item of a scheme. */
export function itemReferenceXml(
  name: string,
  reference: ItemReference,
  itemClass: string,
): string {
  return element(
    name,
    {},
    element('Ref', {
      id: reference.item,
      maintainableParentID: reference.id,
      maintainableParentVersion: reference.version,
      agencyID: reference.agency,
      package: namesOf(reference.kind).package,
      class: itemClass,
    }),
  )
}
