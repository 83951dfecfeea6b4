import type { RegisterDocument, RegisterName } from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { countryNames } from '../country-names.ts'
import { activityToBeNamed } from './activity-to-be-named.ts'
import { datasetRefusals } from './dataset-refusals.ts'
import { listDocuments } from './documents.ts'
import { countryOf } from './kept-country.ts'

type Content = RegisterDocument<RegisterName>

/** Activities to name in a refusal; longer lists are on the desk. */
const mostOffered = 20

/**
 * A dataset stands under an activity of the register whose controller is of its country: from there its records have
 * their purposes and the days that they are kept. What an earlier version named already may stay, so that everything
 * else of it can be changed.
 *
 * @throws {Refusal} registers.activity-unknown, registers.activity-of-another-country, with those of the country
 */
export async function checkActivity(
  register: Queryable,
  name: RegisterName,
  content: Content,
  before: Content | undefined,
): Promise<void> {
  if (name !== 'dataset') return
  const { activity, country } = content as RegisterDocument<'dataset'>
  const earlier = before as RegisterDocument<'dataset'> | undefined
  const isKept = activity === earlier?.activity && country === earlier.country
  if (isKept || activity === activityToBeNamed) return
  const documents = await listDocuments(register, 'activity')
  const known = await Promise.all(
    documents.map(async ({ id, content: { title, controller } }) => ({
      id,
      title,
      country: await countryOf(register, controller),
    })),
  )
  const own = known.filter((each) => each.country === country)
  const found = known.find(({ id }) => id === activity)
  if (found?.country === country) return
  const said = own.slice(0, mostOffered).map(({ id, title }) => `${id} (${title})`)
  const activities = [...said, ...(own.length > mostOffered ? ['…'] : [])].join(', ') || '–'
  const details = {
    activity: activity.slice(0, 80),
    country,
    countryLabel: countryNames(country),
    activities,
  }
  if (found === undefined) throw datasetRefusals.refuse('activity-unknown', details)
  throw datasetRefusals.refuse('activity-of-another-country', {
    ...details,
    title: found.title,
    given: found.country,
    givenLabel: countryNames(found.country || '–'),
  })
}
