import type { FigureQuestion } from './published-figures.ts'

type Said = readonly (string | undefined)[]

/** The attributes of series and of observations that a question asks for; equal ones are one array. */
export class SaidOfFigures {
  readonly #asked: FigureQuestion['attributes']
  readonly #ofSeries: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly #series = new Map<string, Said>()
  readonly #observations = new Map<string, Said>()

  constructor(
    asked: FigureQuestion['attributes'],
    ofSeries: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) {
    this.#asked = asked
    this.#ofSeries = ofSeries
  }

  /** Of a series, by the code of its measure. */
  ofSeries(measure: string): Said {
    const found = this.#series.get(measure)
    if (found) return found
    const made = this.#asked.series.map((id) => this.#ofSeries[measure]?.[id])
    this.#series.set(measure, made)
    return made
  }

  ofObservation(status: string | null | undefined, confidentiality: string | null | undefined) {
    const name = `${status} ${confidentiality}`
    const found = this.#observations.get(name)
    if (found) return found
    const made = this.#asked.observation.map((id) => {
      if (id === 'OBS_STATUS') return status ?? undefined
      return id === 'CONF_STATUS' ? (confidentiality ?? undefined) : undefined
    })
    this.#observations.set(name, made)
    return made
  }
}
