import type { MirrorBreakdown, MirrorQuestion } from '@caudal/methods/measure'
import { cubeQuestion } from '../cube-question.ts'
import type { OpenCube } from '../open-cube.ts'
import {
  figuresByRow,
  isRefusal,
  type Asker,
  type FigureRegime,
  type ShownFigure,
  type ShownFigures,
} from '../shown-figures.ts'

const levels: Readonly<Record<MirrorBreakdown, string>> = {
  sex: 'sex',
  age: 'age.broad',
  citizenship: 'citizenship',
}

/** What one country says of a flow: by period and group, as it may be shown. */
export interface MirrorSide {
  readonly figures: ReadonlyMap<string, ShownFigure>
  /** Crossings that are not decided yet; undefined where they are not counted, or not shown. */
  readonly undecided: ReadonlyMap<string, ShownFigure> | undefined
  readonly regime: FigureRegime
  /** Too few persons for anything of it to be shown. */
  readonly isSmall: boolean
}

/** Counts the side of a flow that a country records: departures to the other, or arrivals from it. */
export async function countSide(
  figures: ShownFigures,
  asker: Asker,
  open: OpenCube,
  { origin, destination, flow, by, period }: MirrorQuestion,
  direction: 'departure' | 'arrival',
): Promise<MirrorSide> {
  const [country, counterpart] =
    direction === 'departure' ? [origin, destination] : [destination, origin]
  const held = {
    country: [country],
    direction: [direction],
    counterpart_country: [counterpart],
    ...(flow === 'migrations' && { criterion: ['twelve-in-sixteen'] }),
  }
  const rows = [`time.${period}`, ...(by === undefined ? [] : [levels[by]])]
  const ask = (measure: string) => figures.ask(asker, open, cubeQuestion(open, measure, rows, held))
  try {
    const counted = await ask(flow === 'crossings' ? 'crossings' : 'migrations')
    const undecided = flow === 'migrations' ? await ask('undecided') : undefined
    return {
      figures: figuresByRow(counted.answer),
      undecided: undecided && figuresByRow(undecided.answer),
      regime: counted.regime,
      isSmall: false,
    }
  } catch (error) {
    if (!isRefusal(error, ['protect.population-small'])) throw error
    return { figures: new Map(), undecided: undefined, regime: 'perturbed', isSmall: true }
  }
}
