import { breaksSentence, qualitySentence } from '@caudal/methods/measure'
import type { FigureFacts } from '@caudal/methods/exchange'
import { findCode, labelOf, languages, type Language, type Text } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { qualityOf } from '../../measure/record-quality.ts'
import type { OpenCube } from '../../measure/service.ts'

/** What reference metadata say of the quality of a cube's figures and of the breaks in its series. */
export function qualityTexts({ manifest }: OpenCube): Pick<FigureFacts, 'quality' | 'foundBreaks'> {
  const quality = qualityOf(manifest)
  return {
    quality: inLanguages((language) => qualitySentence(quality, language)),
    foundBreaks: inLanguages((language) =>
      breaksSentence(quality.breaks, (country) => countryLabel(country, language), language),
    ),
  }
}

function inLanguages(say: (language: Language) => string | undefined): Text | undefined {
  const texts = languages.map((language) => [language, say(language)] as const)
  return texts.some(([, text]) => text === undefined)
    ? undefined
    : (Object.fromEntries(texts) as unknown as Text)
}

function countryLabel(code: string, language: Language): string {
  const list = getCodeList('countries')
  return findCode(list, code) ? labelOf(list, code, language) : code
}
