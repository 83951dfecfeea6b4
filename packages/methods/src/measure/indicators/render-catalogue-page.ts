import type { Language } from '../../vocabulary/index.ts'
import { indicators } from './catalogue.ts'

/** The catalogue of indicators as a page of the reference. */
export function renderCataloguePage(language: Language): string {
  const entries = indicators.map((indicator) => {
    const inputs = indicator.inputs.map(({ column, meaning, codes, isOptional }) => {
      const choice =
        codes === undefined ? '' : ` (${codes.map((code) => `\`${code}\``).join(', ')})`
      return `| \`${column}\`${isOptional === true ? ' (optional)' : ''} | ${meaning[language]}${choice} |`
    })
    return `## ${indicator.title[language]}

\`${indicator.id}\` · ${indicator.unit[language]}

${indicator.formula.en}

Source: ${indicator.source}.${
      indicator.disaggregations.length === 0
        ? ''
        : ` Broken down by ${indicator.disaggregations.join(', ')}.`
    }

| input | meaning |
| --- | --- |
${inputs.join('\n')}
`
  })
  return `# Indicators

Each is computed by \`caudal measure indicator ID FILE.csv\` from a file with its inputs as columns. Where an
input is missing there is a gap, never a zero.

${entries.join('\n')}`
}
