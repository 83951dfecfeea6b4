import type { PasskeyProblem } from '../passkey-problem.ts'

/** What the pages of accounts say. */
export interface AccountWording {
  readonly signIn: {
    readonly title: string
    readonly name: string
    readonly password: string
    readonly next: string
    readonly forgotten: string
    readonly codeTitle: string
    readonly code: string
    readonly codeHint: string
    readonly finish: string
    readonly startAgain: string
    readonly passkey: string
  }
  readonly link: {
    readonly invitation: string
    readonly recovery: string
    readonly lead: (name: string) => string
    readonly missing: string
    readonly missingAdvice: string
    readonly passwordTitle: string
    readonly password: string
    readonly passwordHint: string
    readonly next: string
    readonly authenticatorTitle: string
    readonly authenticatorLead: string
    readonly scan: string
    readonly typeKey: string
    readonly code: string
    readonly codeHint: string
    readonly standingTitle: string
    readonly standingHint: string
    readonly finish: string
    readonly codesTitle: string
    readonly codesLead: string
    readonly kept: string
    readonly toAccount: string
  }
  readonly own: {
    readonly title: string
    readonly signOut: string
    readonly as: string
    readonly roles: string
    readonly country: string
    readonly institution: string
    readonly undertaking: {
      readonly title: string
      readonly none: string
      readonly until: (day: string) => string
      readonly soon: (day: string) => string
      readonly over: (day: string) => string
      readonly what: string
    }
    readonly ways: string
    readonly password: string
    readonly authenticator: string
    readonly authenticatorOn: string
    readonly passkeys: string
    readonly passkeysLead: string
    readonly passkeyRemoval: string
    readonly passkeysElsewhere: string
    readonly remove: string
    readonly addPasskey: string
    readonly removePasskey: (label: string) => string
    readonly passkeyLabel: string
    readonly recoveryCodes: string
    readonly codesLeft: (count: number) => string
    readonly change: string
    readonly renew: string
    readonly sessions: string
    readonly here: string
    readonly seen: (when: string) => string
    readonly end: string
    readonly endNamed: (client: string) => string
    readonly endOthers: string
    readonly unknownClient: string
    readonly tokens: string
    readonly tokensLead: string
    readonly noTokens: string
    readonly makeToken: string
    readonly revoke: string
    readonly revokeNamed: (label: string) => string
    readonly until: (day: string) => string
    readonly untilSoon: (day: string) => string
    readonly ended: (day: string) => string
    readonly used: (day: string) => string
    readonly neverUsed: string
    readonly people: string
    readonly methods: Readonly<Record<'link' | 'password' | 'passkey' | 'provider', string>>
  }
  readonly change: {
    readonly passwordTitle: string
    readonly currentPassword: string
    readonly newPassword: string
    readonly authenticatorTitle: string
    readonly authenticatorLead: string
    readonly codesTitle: string
    readonly codesLead: string
    readonly draw: string
    readonly save: string
    readonly cancel: string
    readonly confirmTitle: string
    readonly confirmLead: string
    readonly confirm: string
  }
  readonly token: {
    readonly title: string
    readonly label: string
    readonly labelHint: string
    readonly operations: string
    readonly operationsHint: string
    readonly noOperations: string
    readonly purposes: string
    readonly purposesHint: string
    readonly days: string
    readonly make: string
    readonly madeTitle: string
    readonly madeLead: string
    readonly secret: string
  }
  readonly people: {
    readonly title: string
    readonly invite: string
    readonly inviteTitle: string
    readonly name: string
    readonly nameHint: string
    readonly shownName: string
    readonly language: string
    readonly institution: string
    readonly institutionHint: string
    readonly newInstitution: string
    readonly noInstitution: string
    readonly roles: string
    readonly rolesHint: string
    readonly send: string
    readonly linkTitle: string
    readonly linkLead: (name: string, hours: number) => string
    readonly link: string
    readonly person: string
    readonly state: string
    readonly secondStep: string
    readonly lastSeen: string
    readonly never: string
    readonly yes: string
    readonly no: string
    readonly status: Readonly<Record<'invited' | 'active' | 'suspended', string>>
    readonly you: string
    readonly save: string
    readonly endCredentials: string
    readonly suspend: string
    readonly suspendWhat: string
    readonly restore: string
    readonly inviteAgain: string
    readonly recovery: string
    readonly recoveryWhat: string
    readonly recoverPassword: string
    readonly recoverBoth: string
    readonly waits: string
    readonly askedBy: (name: string) => string
    readonly askedByYou: string
    readonly approve: string
    readonly ownAccount: string
    readonly back: string
  }
  readonly provider: {
    readonly by: (name: string) => string
    readonly failed: string
    readonly failedAdvice: string
    readonly unknown: string
    readonly unknownAdvice: string
    readonly identity: string
    readonly tied: string
    readonly notTied: string
    readonly tie: string
    readonly untie: string
  }
  readonly errorTitle: string
  /** Why a device gave no passkey, and what to do. */
  readonly passkeyProblems: Readonly<
    Record<PasskeyProblem, readonly [what: string, advice: string]>
  >
  readonly needed: (field: string) => string
  readonly show: string
  readonly loading: string
  readonly notAllowed: string
}
