import type { Language } from '@caudal/methods/vocabulary'
import { getAccountByName } from './account.ts'
import type { Accounts } from './accounts.ts'
import { hasAdministrator, invite, inviteAgain } from './administration.ts'

const name = 'admin'

const shownNames: Readonly<Record<Language, string>> = {
  es: 'Administración',
  en: 'Administrator',
  fr: 'Administration',
}

/**
 * The way in for the first administrator of a node: a one-time link, drawn anew at each start until
 * somebody has followed it to its end. Whoever sees the terminal has the machine already.
 *
 * @returns the secret of the link; undefined where there is an administrator
 */
export async function offerFirstAdministrator(
  accounts: Accounts,
  language: Language,
): Promise<string | undefined> {
  if (await hasAdministrator(accounts.register)) return undefined
  try {
    const { secret } = await invite(accounts, null, {
      name,
      shownName: shownNames[language],
      language,
      roles: ['administrator'],
    })
    return secret
  } catch (error) {
    if ((error as { code?: string }).code !== 'govern.accounts.name-taken') throw error
    const account = await getAccountByName(accounts.register, name)
    // Suspended, or somebody without the role: the terminal's other commands settle that.
    if (account.status !== 'invited' || !account.roles.includes('administrator')) return undefined
    return inviteAgain(accounts, null, account.id)
  }
}
