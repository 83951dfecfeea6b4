import type { SearchAnswer } from '@caudal/methods/publish'

interface SearchWords {
  readonly title: string
  readonly label: string
  readonly help: string
  readonly close: string
  readonly none: string
  readonly kinds: Readonly<Record<SearchAnswer['hits'][number]['kind'], string>>
}

const words: Readonly<Record<string, SearchWords>> = {
  es: {
    title: 'Buscar en todos los datos',
    label: 'Tema, variable, país, lugar…',
    help: 'En español, inglés o francés. No importan los acentos ni un desliz de los dedos.',
    close: 'Cerrar la búsqueda',
    none: 'Nada se parece a eso.',
    kinds: { cube: 'Datos', measure: 'Medida', dimension: 'Variable', code: 'Valor' },
  },
  en: {
    title: 'Search all data',
    label: 'Topic, variable, country, place…',
    help: 'In Spanish, English or French. Accents and a slip of the fingers do not matter.',
    close: 'Close the search',
    none: 'Nothing is like that.',
    kinds: { cube: 'Data', measure: 'Measure', dimension: 'Variable', code: 'Value' },
  },
  fr: {
    title: 'Chercher dans toutes les données',
    label: 'Thème, variable, pays, lieu…',
    help: 'En espagnol, en anglais ou en français. Peu importent les accents et les fautes de frappe.',
    close: 'Fermer la recherche',
    none: 'Rien n’y ressemble.',
    kinds: { cube: 'Données', measure: 'Mesure', dimension: 'Variable', code: 'Valeur' },
  },
}

/** Opens the search in a dialog, by the link of the bar or the key `/`. */
export function enhanceSearch(opener: HTMLAnchorElement): void {
  const language = document.documentElement.lang
  const t = words[language] ?? words['en']!
  const dialog = document.createElement('dialog')
  dialog.className = 'search'
  dialog.setAttribute('aria-labelledby', 'search-title')
  dialog.innerHTML = `<div class="search-head"><h2 id="search-title"></h2><button type="button" class="button" data-quiet>×</button></div><div class="field"><label for="search-input"></label><input id="search-input" type="search" class="input" autocomplete="off" aria-describedby="search-help"><p id="search-help" class="hint"></p></div><ul class="search-hits"></ul><output class="hint"></output>`
  const part = (selector: string): HTMLElement => dialog.querySelector(selector)!
  part('h2').textContent = t.title
  part('label').textContent = t.label
  part('#search-help').textContent = t.help
  const close = part('button')
  close.setAttribute('aria-label', t.close)
  close.addEventListener('click', () => dialog.close())
  const input = part('input') as HTMLInputElement
  const list = part('ul')
  const output = part('output')
  document.body.append(dialog)

  const open = (): void => {
    dialog.showModal()
    input.focus()
  }
  opener.setAttribute('aria-keyshortcuts', '/')
  opener.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input,textarea,select')
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return
    if (dialog.open) return
    event.preventDefault()
    open()
  })
  dialog.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')]
    if (event.key === 'Enter' && event.target === input && links[0]) links[0].click()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops: HTMLElement[] = [input, ...links]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
  })

  let asked = 0
  input.addEventListener('input', () => {
    const typed = input.value.trim()
    const turn = ++asked
    if (typed === '') {
      list.replaceChildren()
      output.textContent = ''
      return
    }
    void find(typed, language).then(({ hits, pages }) => {
      if (turn !== asked) return
      const found = [
        ...pages.map(({ address, title, what }) => entry(address, what, title)),
        ...hits.map((hit) =>
          entry(
            addressOf(hit, language),
            hit.within ?? t.kinds[hit.kind],
            hit.label,
            hit.kind === 'cube' ? '' : hit.cubeTitle,
          ),
        ),
      ]
      list.replaceChildren(...found)
      output.textContent = found.length === 0 ? t.none : ''
    })
  })
}

type Found = Pick<SearchAnswer, 'hits' | 'pages'>
const nothing: Found = { hits: [], pages: [] }

async function find(typed: string, language: string): Promise<Found> {
  try {
    const query = new URLSearchParams({ query: typed, language })
    const response = await fetch(`/api/search?${query}`)
    return response.ok ? ((await response.json()) as SearchAnswer) : nothing
  } catch {
    return nothing
  }
}

type Hit = SearchAnswer['hits'][number]

const addressOf = ({ cube, specification }: Hit, language: string): string =>
  `/${language}/explore/${cube}${specification === '' ? '' : `?${specification}`}`

function entry(address: string, kind: string, label: string, within = ''): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = address
  for (const [part, text] of [
    ['kind', kind],
    ['name', label],
    ['in', within],
  ] as const) {
    if (text === '') continue
    const span = document.createElement('span')
    span.className = `search-${part}`
    span.textContent = text
    link.append(span)
  }
  item.append(link)
  return item
}
