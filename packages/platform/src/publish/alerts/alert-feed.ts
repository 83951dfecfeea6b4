import type { Account } from '../../govern/accounts/account.ts'
import { digestOf, isSecret } from '../../govern/accounts/drawn-secret.ts'
import type { Queryable } from '../../store/index.ts'
import { writeAtomFeed } from '../atom-feed.ts'
import { describeSeries, sayNotice, withTables, type Notice } from './notices.ts'
import type { Series, SeriesAddress } from './series.ts'
import { alertWords } from './words.ts'

/** Where a feed is read. */
export const feedPath = '/feeds/alerts/'

/** The account whose feed a secret opens; undefined where it opens none, or the account is closed. */
export async function accountOfFeed(
  register: Queryable,
  secret: string,
): Promise<string | undefined> {
  if (!isSecret('feed', secret)) return undefined
  const [found] = await register.query<{ account: string }>(
    `select r.account::text from alert_readers as r join accounts as a on a.id = r.account
     where r.feed_digest = $1 and a.status = 'active'`,
    [digestOf(secret)],
  )
  return found?.account
}

/** The notices of an account as an Atom feed, in its language; each is an entry that never changes. */
export async function writeAlertFeed(
  notices: readonly Notice[],
  read: (address: SeriesAddress) => Promise<Series>,
  { account, origin, secret }: { account: Account; origin: string; secret: string },
): Promise<string> {
  const { language } = account
  const t = alertWords[language]
  const entries = (await withTables(notices, read)).map(({ notice, table }) => ({
    address: `${origin}/${language}/saved#notice-${notice.id}`,
    title: `${notice.name}: ${sayNotice(notice, table, language)}`,
    summary: `${describeSeries(table)}. ${origin}/releases/${notice.release}/${language}/index.html`,
    published: notice.toldAt,
    updated: notice.toldAt,
    categories: [],
  }))
  return writeAtomFeed({
    self: `${origin}${feedPath}${secret}`,
    page: `${origin}/${language}/saved`,
    title: t.feedTitle(account.shownName),
    author: 'Caudal',
    language,
    since: '1970-01-01T00:00:00Z',
    entries,
  })
}
