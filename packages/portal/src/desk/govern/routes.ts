import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../desk-route.ts'

const overview = createRoute({
  getParentRoute: () => desk,
  path: 'govern',
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})

const register = createRoute({
  getParentRoute: () => desk,
  path: 'govern/registers/$register',
  component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
})

const newRequest = createRoute({
  getParentRoute: () => desk,
  path: 'govern/new-request',
  component: lazyRouteComponent(() => import('./new-request-page.tsx'), 'NewRequestPage'),
})

const request = createRoute({
  getParentRoute: () => desk,
  path: 'govern/requests/$id',
  component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestPage'),
})

const inventory = createRoute({
  getParentRoute: () => desk,
  path: 'govern/inventory',
  component: lazyRouteComponent(() => import('./inventory-page.tsx'), 'InventoryPage'),
})

const audit = createRoute({
  getParentRoute: () => desk,
  path: 'govern/audit',
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
})

const proof = createRoute({
  getParentRoute: () => desk,
  path: 'govern/audit/$index',
  component: lazyRouteComponent(() => import('./proof-page.tsx'), 'ProofPage'),
})

export const governRoutes = [
  overview,
  register,
  newRequest,
  request,
  inventory,
  audit,
  proof,
] as const
