import { escapeHtml } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { foldText } from '../../words/fold-text.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import type { Glossary, GlossaryTerm } from './glossary.ts'
import { glossaryWords } from './glossary-words.ts'

/**
 * The words of the field by their first letter in the reader's language, the others beside it. Each has an
 * address of its own, the same in every language; the script adds a filter.
 */
export function renderGlossary({ sections, sources }: Glossary, frame: SiteFrame): string {
  const { language } = frame
  const words = glossaryWords[language]
  const terms = sections.flatMap(({ title, terms: each }) =>
    each.map((term) => ({ ...term, theme: title[language] })),
  )
  const letters = byLetter(terms, language)
  const known = new Set(sources.map(({ id }) => id))
  const index = letters
    .flatMap(([, each]) => each)
    .map((term) => `<li><a href="#${idOf(term)}">${escapeHtml(term.words[language])}</a></li>`)
    .join('')
  const { one, many, none } = words.found
  const said = escapeHtml(many.replace('{n}', String(terms.length)))
  const body = `<header class="page-head"><h1>${escapeHtml(words.title)}</h1><p class="lead">${escapeHtml(words.lead)}</p></header>
<div class="field glossary-search" data-glossary hidden data-one="${escapeHtml(one)}" data-many="${escapeHtml(many)}" data-none="${escapeHtml(none)}"><label for="glossary-search">${escapeHtml(words.search)}</label><input id="glossary-search" type="search" class="input" autocomplete="off"><output class="hint" for="glossary-search">${said}</output></div>
<nav class="letters" aria-label="${escapeHtml(words.letters)}">${letters.map(([letter]) => `<a href="#${letterId(letter)}">${escapeHtml(letter)}</a>`).join('')}</nav>
<details class="term-index"><summary>${escapeHtml(words.index)} (${terms.length})</summary><ul>${index}</ul></details>
${letters.map(([letter, each]) => `<section class="letter" aria-labelledby="${letterId(letter)}"><h2 id="${letterId(letter)}">${escapeHtml(letter)}</h2><dl class="terms">${each.map((term) => renderTerm(term, language, known)).join('')}</dl></section>`).join('\n')}
<section class="letter" aria-labelledby="sources"><h2 id="sources">${escapeHtml(words.sources)}</h2><dl class="terms">${sources.map(({ id, text }) => `<div id="${sourceId(id)}"><dt>${escapeHtml(id)}</dt><dd lang="en">${escapeHtml(text)}</dd></div>`).join('')}</dl></section>`
  return renderPage(
    { path: '/glossary', title: words.title, description: words.lead, synthetic: false, body },
    frame,
  )
}

type Placed = GlossaryTerm & { readonly theme: string }

/** Terms in the order of a dictionary, under the letters that they begin with. */
function byLetter(
  terms: readonly Placed[],
  language: Language,
): (readonly [letter: string, terms: readonly Placed[]])[] {
  const { compare } = new Intl.Collator(language)
  const letters = new Map<string, Placed[]>()
  for (const term of terms.toSorted((a, b) => compare(a.words[language], b.words[language]))) {
    const first = foldText(term.words[language])[0]!.toUpperCase()
    const letter = /[A-Z]/.test(first) ? first : '0–9'
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return [...letters]
}

function renderTerm(term: Placed, language: Language, known: ReadonlySet<string>): string {
  const { words, meaning, source, theme } = term
  const others = languages
    .filter((each) => each !== language)
    .map((each) => `<span lang="${each}" class="hint">${escapeHtml(words[each])}</span>`)
    .join('')
  return `<div id="${idOf(term)}"><dt><a href="#${idOf(term)}">${escapeHtml(words[language])}</a>${others}</dt><dd>${escapeHtml(meaning[language])} <span class="hint">${escapeHtml(theme)}${source === undefined ? '' : ` · ${renderSource(source, known)}`}</span></dd></div>`
}

/** A source by its short name, which leads to it in full; what follows the name is its code there. */
function renderSource(source: string, known: ReadonlySet<string>): string {
  const id = [...known].find((each) => source === each || source.startsWith(`${each},`))
  if (id === undefined) return escapeHtml(source)
  return `<a href="#${sourceId(id)}">${escapeHtml(id)}</a>${escapeHtml(source.slice(id.length))}`
}

const slug = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const idOf = ({ words }: GlossaryTerm): string => `term-${slug(words.en)}`
const letterId = (letter: string): string => `letter-${slug(letter)}`
const sourceId = (id: string): string => `source-${slug(id)}`
