import type {
  BackTestAnswer,
  GapMap,
  MirrorAnswer,
  MirrorCountries,
  MirrorQuestion,
} from '@caudal/methods/measure'
import { type Actor, decideFigures } from '@caudal/methods/govern'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { authorise, noteAllowed } from '../govern/authorise.ts'
import { listBatches, listDatasets, type CaudalNode } from '../store/index.ts'
import { listBackTests } from './estimates/list-back-tests.ts'
import { listGaps } from './indicators/list-gaps.ts'
import { compareCountries, listMirrorCountries } from './mirror/compare-countries.ts'
import type { Asker, ShownFigures } from './shown-figures.ts'

/** Who reads: asked for only where it matters. */
type Reader = () => Promise<Actor>

/** Which indicators there are and which lack what; it holds no figure, and anybody may read it. */
export function readGaps(node: CaudalNode, language: Language, year?: number): Promise<GapMap> {
  return listGaps(node, language, year)
}

/**
 * How past provisional figures fared. Where records are not drawn it is for those who read figures before protection,
 * of the countries of which they read them; it is said of which there are others.
 */
export async function readBackTests(
  node: CaudalNode,
  reader: Reader,
  language: Language,
): Promise<BackTestAnswer> {
  const { synthetic, observed } = await originOf(node, ['estimate'])
  if (observed) await checkReader(node, reader, 'back-test')
  const all = await listBackTests(node)
  const actor = observed ? await reader() : undefined
  const isRead = (country: string) =>
    actor === undefined || decideFigures(actor, [country]).outcome === 'allow'
  const nameOf = (country: string) => labelOf(getCodeList('countries'), country, language)
  const withheld = new Set(all.map(({ country }) => country).filter((each) => !isRead(each)))
  return {
    tests: all
      .filter(({ country }) => !withheld.has(country))
      .map((test) => ({ ...test, countryLabel: nameOf(test.country) })),
    withheld: [...withheld].map(nameOf),
    synthetic,
  }
}

export function readMirrorCountries(
  figures: ShownFigures,
  language: Language,
): Promise<MirrorCountries> {
  return listMirrorCountries(figures, language)
}

/**
 * What two countries say of one flow: exactly to those who read figures before protection, which the log
 * remembers; to anybody else as tables show it.
 *
 * @throws Refusal `measure.mirror-country-unknown`, `measure.mirror-nothing`, and those of tables
 */
export function readMirror(
  figures: ShownFigures,
  asker: Asker,
  question: MirrorQuestion,
  language: Language,
): Promise<MirrorAnswer> {
  return compareCountries(figures, asker, question, language)
}

async function checkReader(node: CaudalNode, reader: Reader, subject: string): Promise<void> {
  const actor = await reader()
  await authorise(node, actor, 'measure.read', subject)
  await noteAllowed(node, actor, 'measure.read', { purpose: 'statistics', subject })
}

async function originOf(node: CaudalNode, recordTypes: readonly string[]) {
  const ids = new Set(
    (await listBatches(node))
      .filter(({ recordType }) => recordTypes.includes(recordType))
      .map(({ dataset }) => dataset),
  )
  const datasets = (await listDatasets(node)).filter(({ id }) => ids.has(id))
  return {
    synthetic: datasets.some(({ synthetic }) => synthetic),
    observed: datasets.some(({ synthetic }) => !synthetic),
  }
}
