import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const overview = createRoute({
  getParentRoute: () => desk,
  path: 'link',
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})

const review = createRoute({
  getParentRoute: () => desk,
  path: 'link/review/$country',
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})

const person = createRoute({
  getParentRoute: () => desk,
  path: 'link/person/$country/$record',
  component: lazyRouteComponent(() => import('./person/person-page.tsx'), 'PersonPage'),
})

const decisions = createRoute({
  getParentRoute: () => desk,
  path: 'link/decisions',
  component: lazyRouteComponent(() => import('./decisions-page.tsx'), 'DecisionsPage'),
})

const quality = createRoute({
  getParentRoute: () => desk,
  path: 'link/quality/$country',
  component: lazyRouteComponent(() => import('./quality/quality-page.tsx'), 'QualityPage'),
})

export const linkRoutes = [overview, review, person, decisions, quality] as const
