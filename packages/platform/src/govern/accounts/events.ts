import type { AccountAct } from '@caudal/methods/govern'

/** Something that happened to an account: who did it to whose. Identifiers alone, no name, address or secret. */
export interface AccountEvent {
  readonly kind: AccountAct
  /** Account that acted, `terminal`, or '' for somebody who is not known. */
  readonly actor: string
  /** Account that it was done to; '' for none that exists. */
  readonly account: string
  /** Session, token, passkey or method it is about. */
  readonly about?: string
}
