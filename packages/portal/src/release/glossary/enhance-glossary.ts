import { foldText } from '../../words/fold-text.ts'

/** Adds the filter to the glossary: what does not have what is typed, in any language, is out of sight. */
export function enhanceGlossary(box: HTMLElement): void {
  const input = box.querySelector('input')!
  const said = box.querySelector('output')!
  const letters = [...document.querySelectorAll<HTMLElement>('.letter')]
    .filter((letter) => letter.querySelector('[id^=term-]') !== null)
    .map((letter) => ({
      letter,
      link: document.querySelector<HTMLElement>(
        `.letters a[href="#${letter.querySelector('h2')!.id}"]`,
      ),
      terms: [...letter.querySelectorAll<HTMLElement>('[id^=term-]')].map((term) => ({
        term,
        text: foldText(term.textContent),
      })),
    }))
  const show = (): void => {
    const sought = foldText(input.value.trim())
    let count = 0
    for (const { letter, link, terms } of letters) {
      let found = 0
      for (const { term, text } of terms) {
        term.hidden = !text.includes(sought)
        if (!term.hidden) found += 1
      }
      letter.hidden = found === 0
      if (link) link.hidden = found === 0
      count += found
    }
    const { one = '', many = '', none = '' } = box.dataset
    said.textContent = count === 0 ? none : count === 1 ? one : many.replace('{n}', String(count))
  }
  input.addEventListener('input', show)
  box.hidden = false
  // what a browser has kept in the field when one comes back
  if (input.value !== '') show()
}
