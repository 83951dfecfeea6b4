import { Refusal } from '@caudal/methods/vocabulary'
import type { Lack, SiteFigure, ThemePage } from '../../../../portal/src/release/index.ts'
import type { PageCubes } from './page-cubes.ts'
import { type AskedByText, type ThemeText } from './theme-text.ts'

/** Told what is wrong with a file of the node's content. */
export type Warn = (fault: string) => void

/** A theme with its figures; one that cannot be drawn is said on the page, never left out in silence. */
export async function readTheme(
  id: string,
  text: ThemeText,
  path: string,
  cubes: PageCubes,
  warn: Warn,
): Promise<ThemePage> {
  let count = 0
  const draw = async (asked: AskedByText) => {
    const number = (count += 1)
    try {
      return await drawFigure(asked, `figure-${number}`, cubes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const what = error.what(cubes.language)
      warn(`${path}: figure ${number} (${asked.cube}): ${what}`)
      return { lack: { what, advice: error.advice(cubes.language) } }
    }
  }
  const parts = await Promise.all(
    text.parts.map(async ({ title, blocks }, at) => ({
      title,
      id: `part-${at + 1}`,
      blocks: await Promise.all(
        blocks.map(async (block) => {
          if (block.kind === 'text') return block
          const drawn = await Promise.all(block.asked.map(draw))
          const lacks = new Map(
            drawn.flatMap((each) => ('lack' in each ? [[each.lack.what, each.lack] as const] : [])),
          )
          return {
            kind: 'figures' as const,
            figures: drawn.flatMap((each) => ('figure' in each ? [each.figure] : [])),
            lacks: [...lacks.values()],
          }
        }),
      ),
    })),
  )
  return { id, title: text.title === '' ? id : text.title, lead: text.lead, parts }
}

async function drawFigure(
  { cube, table, draw, caption }: AskedByText,
  id: string,
  cubes: PageCubes,
): Promise<{ readonly figure: SiteFigure } | { readonly lack: Lack }> {
  const written = decodeURIComponent(table)
  const lack = cubes.lack(cube, written)
  if (lack !== undefined) return { lack }
  const figure = await cubes.figure({
    id,
    cube,
    table: written,
    draw,
    ...(caption !== '' && { caption }),
  })
  if (figure !== undefined) return { figure }
  const title = cubes.find(cube)?.answer.title
  // A cube that is not for everybody is not told apart from one that does not exist.
  return { lack: title === undefined ? notPublic[cubes.language] : { what: title, advice: '' } }
}

const notPublic = {
  es: { what: 'Cifras que aún no son públicas.', advice: '' },
  en: { what: 'Figures that are not public yet.', advice: '' },
  fr: { what: 'Chiffres qui ne sont pas encore publics.', advice: '' },
} as const
