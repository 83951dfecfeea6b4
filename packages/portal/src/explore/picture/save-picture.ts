import { saveFile } from '../../parts/save-file.ts'
import { drawPicture, findDrawing, type Picture, type PictureWords } from './draw-picture.ts'

/** Pixels of a PNG for one of the screen: enough for print. */
const density = 2

/**
 * Saves the drawing of a figure as a file.
 *
 * @returns whether there was a drawing; a table has none
 */
export async function savePicture(
  body: HTMLElement,
  kind: 'svg' | 'png',
  words: PictureWords,
  name: string,
): Promise<boolean> {
  const drawing = findDrawing(body)
  if (!drawing) return false
  const picture = drawPicture(body, drawing, words)
  const blob =
    kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await paint(picture)
  saveFile(blob, `${name}.${kind}`)
  return true
}

async function paint({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot paint a picture.')
  context.scale(density, density)
  context.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture was made.'))))
  })
}
