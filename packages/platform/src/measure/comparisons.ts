import type {
  BackTestAnswer,
  GapMap,
  MirrorAnswer,
  MirrorCountries,
  MirrorQuestion,
} from '@caudal/methods/measure'
import type { Actor } from '@caudal/methods/govern'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { authorise, noteAllowed } from '../govern/authorise.ts'
import { listBatches, listDatasets, type CaudalNode } from '../store/index.ts'
import { listBackTests } from './estimates/list-back-tests.ts'
import { listGaps } from './indicators/list-gaps.ts'
import { compareCountries, listMirrorCountries } from './mirror/compare-countries.ts'

/** Who reads: asked for only where it matters. */
type Reader = () => Promise<Actor>

/** Which indicators there are and which lack what; it holds no figure, and anybody may read it. */
export function readGaps(node: CaudalNode, language: Language, year?: number): Promise<GapMap> {
  return listGaps(node, language, year)
}

/** How past provisional figures fared. Where records are not drawn it is for those who read figures before protection. */
export async function readBackTests(
  node: CaudalNode,
  reader: Reader,
  language: Language,
): Promise<BackTestAnswer> {
  const { synthetic, observed } = await originOf(node, ['estimate'])
  if (observed) await checkReader(node, reader, 'back-test')
  const countries = getCodeList('countries')
  return {
    tests: (await listBackTests(node)).map((test) => ({
      ...test,
      countryLabel: labelOf(countries, test.country, language),
    })),
    synthetic,
  }
}

export function readMirrorCountries(
  node: CaudalNode,
  language: Language,
): Promise<MirrorCountries> {
  return listMirrorCountries(node, language)
}

/**
 * What two countries say of one flow. Figures before protection are a sensitive read where the records
 * are not drawn, which the policy decides and the log remembers.
 *
 * @throws Refusal `measure.mirror-country-unknown`, and those of the policy
 */
export async function readMirror(
  node: CaudalNode,
  reader: Reader,
  question: MirrorQuestion,
  language: Language,
): Promise<MirrorAnswer> {
  const { observed } = await originOf(node, ['movement', 'outcome'])
  if (observed) {
    await checkReader(node, reader, `mirror:${question.origin}-${question.destination}`)
  }
  return compareCountries(node, question, language)
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
