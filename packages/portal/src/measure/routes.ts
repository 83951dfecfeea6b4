import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { inLanguage } from '../frame/language-route.ts'
import { readChoices } from './choices.ts'

const gaps = createRoute({
  getParentRoute: () => inLanguage,
  path: 'gaps',
  validateSearch: readChoices('year', 'by', 'country'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'GapMapPage'),
})

const mirror = createRoute({
  getParentRoute: () => inLanguage,
  path: 'mirror',
  validateSearch: readChoices('origin', 'destination', 'flow', 'by', 'period'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'MirrorPage'),
})

const backTest = createRoute({
  getParentRoute: () => inLanguage,
  path: 'back-test',
  validateSearch: readChoices('country'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'BackTestPage'),
})

const accounts = createRoute({
  getParentRoute: () => inLanguage,
  path: 'accounts',
  validateSearch: readChoices('stock', 'country'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'AccountsPage'),
})

const growth = createRoute({
  getParentRoute: () => inLanguage,
  path: 'growth',
  validateSearch: readChoices('country', 'direction', 'level'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'GrowthPage'),
})

const survival = createRoute({
  getParentRoute: () => inLanguage,
  path: 'survival',
  validateSearch: readChoices('country', 'year', 'by'),
  component: lazyRouteComponent(() => import('./pages.ts'), 'SurvivalPage'),
})

/** The addresses of what the node says of its own figures. */
export const measureRoutes = [gaps, mirror, accounts, growth, survival, backTest]
