import type { RecordType, SourceProfile } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { BatchQuality, FindingCount } from './batch-quality.ts'
import { findingCountsSelect, unmappedCodesSelect } from './quality-sql.ts'
import { suggestCode } from './suggest-code.ts'

/** Unmapped codes that a batch keeps by name; the rest are in its findings. */
const mostUnmapped = 500

type Measured = Pick<BatchQuality, 'findings' | 'unmapped' | 'unmappedCodes'>

/** Counts the findings of a batch by rule, and the unmapped codes among them with suggestions. */
export async function measureQuality(
  engine: LakeEngine,
  findingPaths: readonly string[],
  recordType: RecordType,
  profile: SourceProfile,
  codeLists: CodeListBook,
): Promise<Measured> {
  if (findingPaths.length === 0) return { findings: [], unmapped: [], unmappedCodes: 0 }
  const counted = await engine.rows<
    Pick<FindingCount, 'rule' | 'level' | 'count'> & {
      least: number | null
      most: number | null
      expected: string | null
    }
  >(findingCountsSelect(findingPaths))
  const findings = counted.map(({ rule, level, count, least, most, expected }): FindingCount => {
    if (least === null || most === null || expected === null) return { rule, level, count }
    return { rule, level, count, found: least === most ? `${least}` : `${least}–${most}`, expected }
  })
  const codes = await engine.rows<{
    field: string
    code: string
    count: number
    all_codes: number
  }>(unmappedCodesSelect(findingPaths, mostUnmapped))
  const unmapped = codes.map(({ field, code, count }) => {
    const listId =
      profile.fields[field]?.codeList ?? recordType.fields.find(({ id }) => id === field)?.codeList
    const list = listId === undefined ? undefined : codeLists.find(listId)
    return { field, code, count, suggestion: (list && suggestCode(list, code)) ?? null }
  })
  return { findings, unmapped, unmappedCodes: codes[0]?.all_codes ?? 0 }
}
