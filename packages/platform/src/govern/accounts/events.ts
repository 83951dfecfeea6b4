/** What happens to accounts and is worth an entry in the log. */
export type AccountEventKind =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'signed-out-at-provider'
  | 'sessions-ended'
  | 'password-set'
  | 'authenticator-set'
  | 'authenticator-removed'
  | 'recovery-codes-drawn'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-tied'
  | 'identity-untied'
  | 'token-made'
  | 'token-revoked'
  | 'account-invited'
  | 'account-enrolled'
  | 'account-changed'
  | 'account-suspended'
  | 'account-restored'
  | 'recovery-asked'
  | 'recovery-approved'

/** One of them: who did it to whose account. Identifiers alone, no name, address or secret. */
export interface AccountEvent {
  readonly kind: AccountEventKind
  /** Account that acted, `terminal`, or '' for somebody who is not known. */
  readonly actor: string
  /** Account that it was done to; '' for none that exists. */
  readonly account: string
  /** Session, token, passkey or method it is about. */
  readonly about?: string
}
