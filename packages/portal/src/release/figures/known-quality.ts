import { formatNumber, type ProvenanceAnswer } from '@caudal/methods/publish'
import { formatPercent } from '../../words/number-format.ts'
import type { SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'

/**
 * What the files behind a number were like, a sentence for each that is known: rows read, rejected and
 * repeated, codes that nobody knows, validity, timeliness, completeness.
 */
export function knownQuality(
  {
    rows,
    timeliness,
    completeness,
  }: Pick<ProvenanceAnswer, 'rows' | 'timeliness' | 'completeness'>,
  { language, words: { known: words } }: Pick<SiteFrame, 'language' | 'words'>,
): readonly string[] {
  const number = (value: number) => formatNumber(value, language)
  const share = (value: number) => formatPercent(value, language)
  const said = (label: string, text: string) =>
    language === 'fr' ? `${label} : ${text}.` : `${label}: ${text}.`
  // variables that every record has are told together
  const whole = share(1)
  const lacking = completeness.filter((each) => share(each.share) !== whole)
  const complete = lacking.map((each) => `${each.label} ${share(each.share)}`)
  if (lacking.length < completeness.length) {
    const { others, every } = siteWords[language].complete
    complete.push(`${lacking.length === 0 ? every : others} ${whole}`)
  }
  return [
    siteWords[language].quality(number(rows.read), number(rows.rejected), number(rows.repeats)),
    ...(rows.unmappedCodes === 0 ? [] : [said(words.unmapped, number(rows.unmappedCodes))]),
    ...(rows.withoutFinding === null
      ? []
      : [said(words.withoutFinding, share(rows.withoutFinding))]),
    ...(timeliness === null
      ? []
      : [
          said(
            words.timeliness,
            words.waited(
              number(timeliness.half.least),
              number(timeliness.half.most),
              number(timeliness.most),
            ),
          ),
        ]),
    ...(complete.length === 0 ? [] : [said(words.completeness, complete.join(', '))]),
  ]
}
