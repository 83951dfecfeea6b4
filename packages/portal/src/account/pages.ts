// The pages of accounts, in one file that is fetched when the first of them is opened.
export { AccountPage } from './account-page.tsx'
export { LinkPage } from './link-page.tsx'
export { ChangePage } from './change/change-page.tsx'
export { PeoplePage } from './people/people-page.tsx'
export { InvitePage } from './people/invite-page.tsx'
export { PersonPage } from './people/person-page.tsx'
