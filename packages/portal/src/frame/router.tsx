import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoutes } from '../desk/routes.ts'
import { exploreSearch } from '../explore/specification/exploration.ts'
import { measureRoutes } from '../measure/routes.ts'
import { readSearch, writeSearch } from '../explore/specification/search-text.ts'
import { inLanguage, root } from './language-route.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { BrokenPage } from './broken-page.tsx'

const choose = createRoute({
  getParentRoute: () => inLanguage,
  path: 'explore',
  component: lazyRouteComponent(() => import('../explore/choose-page.tsx'), 'ChoosePage'),
})

const cube = createRoute({
  getParentRoute: () => inLanguage,
  path: 'explore/$cube',
  validateSearch: exploreSearch,
  component: lazyRouteComponent(() => import('../explore/cube-page.tsx'), 'CubePage'),
})

const embed = createRoute({
  getParentRoute: () => inLanguage,
  path: 'embed/$cube',
  validateSearch: exploreSearch,
  component: lazyRouteComponent(() => import('../explore/embed-page.tsx'), 'EmbedPage'),
})

const saved = createRoute({
  getParentRoute: () => inLanguage,
  path: 'saved',
  component: lazyRouteComponent(() => import('../saved/pages.ts'), 'SavedPage'),
})

const newAlert = createRoute({
  getParentRoute: () => inLanguage,
  path: 'saved/alert',
  validateSearch: (search: Readonly<Record<string, unknown>>) => ({
    cube: typeof search['cube'] === 'string' ? search['cube'] : '',
    query: typeof search['query'] === 'string' ? search['query'] : '',
  }),
  component: lazyRouteComponent(() => import('../saved/pages.ts'), 'AlertPage'),
})

const account = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'AccountPage'),
})

const followLink = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account/link',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'LinkPage'),
})

const changeAccount = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account/change/$what',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'ChangePage'),
})

const people = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account/people',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'PeoplePage'),
})

const invite = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account/invite',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'InvitePage'),
})

const person = createRoute({
  getParentRoute: () => inLanguage,
  path: 'account/people/$id',
  component: lazyRouteComponent(() => import('../account/pages.ts'), 'PersonPage'),
})

const methods = createRoute({
  getParentRoute: () => inLanguage,
  path: 'methods',
  component: lazyRouteComponent(() => import('../handbook/pages.ts'), 'MethodsPage'),
})

const handbook = createRoute({
  getParentRoute: () => inLanguage,
  path: 'methods/$page',
  component: lazyRouteComponent(() => import('../handbook/pages.ts'), 'HandbookPage'),
})

const data = createRoute({
  getParentRoute: () => inLanguage,
  path: 'data',
  component: lazyRouteComponent(() => import('../handbook/pages.ts'), 'DataPage'),
})

/** The addresses of the portal; the query of an address is kept as people wrote it. */
export function createPortalRouter() {
  return createRouter({
    routeTree: root.addChildren([
      inLanguage.addChildren([
        choose,
        cube,
        embed,
        saved,
        newAlert,
        account,
        followLink,
        changeAccount,
        people,
        invite,
        person,
        ...measureRoutes,
        deskRoutes,
        methods,
        handbook,
        data,
      ]),
    ]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    trailingSlash: 'never',
    defaultPreload: false,
    defaultPendingMs: 10_000,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
