import type { Glossary, GlossaryTerm } from '../../src/release/glossary/glossary.ts'

type Section = Glossary['sections'][number]

/**
 * Reads the glossary of the documentation: sections of terms in three languages with their meaning, and
 * the official sources in full.
 *
 * @param text the glossary, whose table rows are `| English | Español | Français | Meaning |`
 * @param meanings the same sections in Spanish and in French, with rows `| English term | meaning |`
 * @returns the glossary; a meaning that is not translated yet stands in English, which the check of the
 *   documents finds
 */
export function readGlossary(
  text: string,
  meanings: Readonly<Record<'es' | 'fr', string>>,
): Glossary {
  const said = { es: readMeanings(meanings.es), fr: readMeanings(meanings.fr) }
  const sections: (Omit<Section, 'terms'> & { terms: GlossaryTerm[] })[] = []
  for (const line of text.split('\n')) {
    const heading = /^## (.+)$/.exec(line)?.[1]
    if (heading !== undefined) {
      const [es, fr] = [said.es.titles, said.fr.titles].map((titles) => titles[sections.length])
      sections.push({ title: { en: heading, es: es ?? heading, fr: fr ?? heading }, terms: [] })
    }
    const [, en, es, fr, meaning] = cellsOf(line, 4)
    if (!en || !es || !fr || !meaning || en === 'English') continue
    const cited = /\s*\[([^\]]+)\]$/.exec(meaning)
    const plain = cited ? meaning.slice(0, cited.index) : meaning
    sections.at(-1)!.terms.push({
      words: { en, es, fr },
      meaning: {
        en: plain,
        es: said.es.terms.get(en) ?? plain,
        fr: said.fr.terms.get(en) ?? plain,
      },
      ...(cited && { source: cited[1]! }),
    })
  }
  return {
    sections: sections.filter(({ terms }) => terms.length > 0),
    sources: Array.from(text.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm), ([, id, work]) => ({
      id: id!,
      text: work!.replaceAll('_', ''),
    })),
  }
}

function readMeanings(text: string): {
  readonly titles: readonly string[]
  readonly terms: ReadonlyMap<string, string>
} {
  const terms = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, term, meaning] = cellsOf(line, 2)
    if (term && meaning) terms.set(term, meaning)
  }
  return { titles: Array.from(text.matchAll(/^## (.+)$/gm), ([, title]) => title!), terms }
}

/** The cells of a row of a table, from the second on; none of a rule, a heading or another line. */
function cellsOf(line: string, columns: number): readonly string[] {
  const cells = line.split('|').map((cell) => cell.trim())
  return cells.length === columns + 2 && !/^:?-+/.test(cells[1]!) ? cells : []
}
