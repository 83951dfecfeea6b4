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

const document = createRoute({
  getParentRoute: () => desk,
  path: 'govern/registers/$register/$id',
  component: lazyRouteComponent(() => import('./documents/document-page.tsx'), 'DocumentPage'),
})

const newDocument = createRoute({
  getParentRoute: () => desk,
  path: 'govern/new/$register',
  component: lazyRouteComponent(
    () => import('./documents/new-document-page.tsx'),
    'NewDocumentPage',
  ),
})

const derogations = createRoute({
  getParentRoute: () => desk,
  path: 'govern/derogations',
  component: lazyRouteComponent(
    () => import('./documents/derogations-page.tsx'),
    'DerogationsPage',
  ),
})

const notices = createRoute({
  getParentRoute: () => desk,
  path: 'govern/notices',
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
})

const retention = createRoute({
  getParentRoute: () => desk,
  path: 'govern/retention',
  component: lazyRouteComponent(() => import('./retention-page.tsx'), 'RetentionPage'),
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
  document,
  newDocument,
  derogations,
  notices,
  retention,
  newRequest,
  request,
  inventory,
  audit,
  proof,
] as const
