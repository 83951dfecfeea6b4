import { textWidth } from '../chart/chart-text.ts'
import { inlineStyles, svgElement } from './inline-styles.ts'

/** What stands around a drawing that is taken along: a picture alone says neither what nor whence. */
export interface PictureWords {
  readonly title: string
  readonly subtitle: string
  readonly source: string
}

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const edge = 20
const titleSize = 20
const textSize = 14

/** The drawing of a figure: the largest picture in it; none where it is a table. */
export function findDrawing(body: HTMLElement): SVGSVGElement | undefined {
  const surface = (drawing: SVGSVGElement): number => {
    const { width, height } = drawing.getBoundingClientRect()
    return width * height
  }
  const drawings = [...body.querySelectorAll('svg')].filter(
    (drawing) => drawing.getBoundingClientRect().width > 150 && surface(drawing) > 10_000,
  )
  return drawings.sort((a, b) => surface(b) - surface(a))[0]
}

/**
 * A figure as one SVG that stands alone: title, what is counted, the drawing with its colours as
 * shown, its key, and the source. No style sheet and no font is needed to read it.
 */
export function drawPicture(
  body: HTMLElement,
  drawing: SVGSVGElement,
  { title, subtitle, source }: PictureWords,
): Picture {
  const box = drawing.getBoundingClientRect()
  const width = Math.max(360, Math.ceil(box.width)) + 2 * edge
  const style = getComputedStyle(body)
  const picture = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg', width })
  picture.setAttribute('font-family', style.fontFamily)
  picture.setAttribute('role', 'img')
  picture.append(text('title', title))
  const paper = svgElement('rect', { width, fill: backgroundOf(body) })
  picture.append(paper)

  let y = edge
  const write = (words: string, size: number, weight: number, fill: string): void => {
    for (const line of linesOf(words, width - 2 * edge, size)) {
      y += size * 1.3
      const element = text('text', line)
      for (const [name, value] of Object.entries({ x: edge, y, 'font-size': size, fill })) {
        element.setAttribute(name, String(value))
      }
      element.setAttribute('font-weight', String(weight))
      picture.append(element)
    }
  }
  const ink = style.color
  write(title, titleSize, 650, ink)
  write(subtitle, textSize, 400, ink)
  const caption = body.querySelector('figcaption, [data-caption]')?.textContent ?? ''
  if (caption !== '') write(caption, textSize, 600, ink)
  y += 16

  const copy = inlineStyles(drawing)
  copy.setAttribute('x', String(edge))
  copy.setAttribute('y', String(y))
  copy.setAttribute('width', String(box.width))
  copy.setAttribute('height', String(box.height))
  if (!copy.hasAttribute('viewBox')) {
    copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`)
  }
  picture.append(copy)
  y += box.height + 12

  y = drawKeys(picture, body, drawing, y, width, ink)
  y += 8
  write(source, 12, 400, ink)
  const height = Math.ceil(y + edge)
  for (const [name, value] of [
    ['height', height],
    ['viewBox', `0 0 ${width} ${height}`],
  ] as const) {
    picture.setAttribute(name, String(value))
  }
  paper.setAttribute('height', String(height))
  return { svg: new XMLSerializer().serializeToString(picture), width, height }
}

/** The key of the drawing: whatever beside it has a swatch with words, and the sizes of circles. */
function drawKeys(
  picture: SVGElement,
  body: HTMLElement,
  drawing: SVGSVGElement,
  from: number,
  width: number,
  ink: string,
): number {
  let y = from
  for (const legend of body.querySelectorAll<SVGSVGElement>('svg[role="img"]')) {
    if (legend === drawing) continue
    const { width: wide, height } = legend.getBoundingClientRect()
    if (wide < 60) continue
    const copy = inlineStyles(legend)
    for (const [name, value] of Object.entries({ x: edge, y, width: wide, height })) {
      copy.setAttribute(name, String(value))
    }
    picture.append(copy)
    y += height + 8
  }
  let x = edge
  let any = false
  for (const item of body.querySelectorAll('li')) {
    const swatch = item.querySelector<SVGSVGElement>(':scope > svg')
    const words = [...item.childNodes]
      .map((node) => (node instanceof Element && node.matches('svg') ? '' : node.textContent))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (!swatch || words === '') continue
    const room = 26 + textWidth(words) + 18
    if (any && x + room > width - edge) {
      x = edge
      y += 24
    }
    const copy = inlineStyles(swatch)
    copy.setAttribute('x', String(x))
    copy.setAttribute('y', String(y))
    const label = text('text', words)
    for (const [name, value] of Object.entries({ x: x + 26, y: y + 13, fill: ink })) {
      label.setAttribute(name, String(value))
    }
    label.setAttribute('font-size', String(textSize))
    picture.append(copy, label)
    x += room
    any = true
  }
  return any ? y + 24 : y
}

function text(name: 'text' | 'title', words: string): SVGElement {
  const element = svgElement(name, {})
  element.textContent = words
  return element
}

function linesOf(words: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && (textWidth(longer) * size) / textSize > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function backgroundOf(element: HTMLElement): string {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(backgroundColor)) return backgroundColor
  }
  return 'white'
}
