import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const list = createRoute({
  getParentRoute: () => desk,
  path: 'publish',
  component: lazyRouteComponent(() => import('./releases-page.tsx'), 'ReleasesPage'),
})

const draft = createRoute({
  getParentRoute: () => desk,
  path: 'publish/new',
  component: lazyRouteComponent(() => import('./draft-page.tsx'), 'DraftPage'),
})

const release = createRoute({
  getParentRoute: () => desk,
  path: 'publish/release/$id',
  component: lazyRouteComponent(() => import('./release-page.tsx'), 'ReleasePage'),
})

const compare = createRoute({
  getParentRoute: () => desk,
  path: 'publish/release/$id/compare/$other',
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
})

const calendar = createRoute({
  getParentRoute: () => desk,
  path: 'publish/calendar',
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
})

export const publishRoutes = [list, calendar, draft, release, compare] as const
