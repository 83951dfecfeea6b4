import type { DataConstraint } from '../information-model/structures.ts'
import { referenceXml } from './structure-xml-parts.ts'
import { namesOf } from '../information-model/structure-kind.ts'
import { element, escapeXml } from './xml-text.ts'

/**
 * What a content constraint is attached to and what it leaves. Its periods stand among the keys: the
 * element for a reference period, which would say them again, stops readers that do not know it.
 *
 * @see SDMXStructureConstraint.xsd
 */
export function constraintContent(constraint: DataConstraint): string {
  const attached = constraint.attachedTo.map((reference) =>
    referenceXml(`str:${namesOf(reference.kind).class}`, reference),
  )
  const keys = constraint.region.map(({ id, values, range }) =>
    element(
      'com:KeyValue',
      { id },
      range
        ? element(
            'com:TimeRange',
            {},
            element('com:StartPeriod', { isInclusive: 'true' }, escapeXml(range.start)),
            element('com:EndPeriod', { isInclusive: 'true' }, escapeXml(range.end)),
          )
        : (values ?? []).map((value) => element('com:Value', {}, escapeXml(value))).join(''),
    ),
  )
  return [
    attached.length === 0 ? '' : element('str:ConstraintAttachment', {}, ...attached),
    element('str:CubeRegion', { include: 'true' }, ...keys),
  ].join('')
}
