import fastify from 'fastify'
import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import program from '../../../package.json' with { type: 'json' }
import { addVersion } from '../../govern/registers/documents.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { bakeRelease, manifestName, sha256 } from './bake.ts'
import { composeRelease } from './compose-release.ts'
import { bakedOf, readPlan } from './plan.ts'
import { readReleaseFile, writeRelease } from './release-folder.ts'
import { insertRelease } from './releases.ts'
import { addReleaseRoutes } from './routes.ts'
import { createReleaseService } from './service.ts'

const ana: Actor = {
  kind: 'person',
  id: 'Ana',
  roles: ['statistician', 'publisher'],
  institution: 'sv-dgme',
  country: 'SLV',
}
const name = 'Dirección General de Migración y Extranjería'

/** SYNTHETIC crossings of one month. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i % 31)::integer as crossed_on,
    if(i % 2 = 0, 'arrival', 'departure') as direction, if(i % 5 = 0, 'air', 'land') as mode,
    'F' as sex, 1941 + i * 13 % 60 as birth_year from range(300) as drawn(i)`

const plan = {
  series: 'modes',
  title: { es: 'Vías', en: 'Modes', fr: 'Voies' },
  rules: { threshold: 3 },
  figures: [
    {
      id: 'by-mode',
      cube: 'movements',
      table: 'rows=mode&columns=direction&where=country:SLV;time:2019-03',
    },
  ],
}

async function withRecords(work: (node: CaudalNode) => Promise<void>): Promise<void> {
  await withNode(async (node) => {
    const facts = { recordType: 'movement', dataset: 'a', synthetic: true, sql: crossings } as const
    await receiveFacts(node, facts)
    const content = { name, country: 'SLV', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'sv-dgme', content, 0, 'test')
    await work(node)
  })
}

test('every file of a release says which institution publishes it, and it is recomputed with that', async () => {
  await withRecords(async (node) => {
    const service = createReleaseService(node)
    const { id } = await service.draft(ana, plan)
    const file = (path: string) => readReleaseFile(node, id, path)!.toString()
    expect(file('es/index.html')).toContain(`<p>SYNTHETIC. ${name}. Vías. Publicación ${id}.</p>`)
    expect(JSON.parse(file('provenance.json'))).toMatchObject({ institution: name })
    expect(file('sdmx/by-mode.xml')).toContain(`${name}</com:Name>`)
    expect(file('sdmx/by-mode.csv')).toMatch(/DISS_ORG[^]*Dirección General/)
    expect(JSON.parse(file('sdmx/by-mode.json'))).toMatchObject({ meta: { sender: { name } } })
    expect(file('fr/by-mode.json')).toContain(`SYNTHETIC. ${name}. Voies. Publication ${id}.`)

    // its name in the register may become another; what is out is cited as it was
    const content = { name: 'Migración', country: 'SLV', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'sv-dgme', content, 1, 'test')
    expect(await service.verify(ana, id)).toMatchObject({ outcome: 'verified' })
  })
}, 60_000)

test('a page that is served says in its citation when it came out and where it lies', async () => {
  await withRecords(async (node) => {
    const service = createReleaseService(node)
    const { id } = await service.draft(ana, plan)
    await service.approve({ ...ana, id: 'Bea' }, id)
    await service.publish(ana, id, '2026-02-01T00:00:00Z')
    const server = fastify()
    addReleaseRoutes(server, node)
    const place = `/releases/${id}/en/index.html`
    const { body } = await server.inject({ url: place, headers: { host: 'caudal.example' } })
    const address = `http://caudal.example${place}`
    expect(body).toContain(
      `Release ${id}. Released on 1 February 2026. <a href="${address}">${address}</a></p>`,
    )
    await server.close()
  })
}, 60_000)

test('the machine publishes in the name that it gives, an account in that of its own institution', async () => {
  await withRecords(async (node) => {
    const service = createReleaseService(node)
    const machine = terminalActor('statistician', 'publisher')
    const named = await service.draft(machine, { ...plan, institution: 'sv-dgme' })
    expect(named.plan.institutionName).toBe(name)
    await expect(service.draft(machine, { ...plan, institution: 'sv-dgm' })).rejects.toMatchObject({
      code: 'release.institution-unknown',
      details: { institutions: `sv-dgme (${name})` },
    })
    const igm = { name: 'IGM', country: 'GTM', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'gt-igm', igm, 0, 'test')
    const refused = service.draft(machine, { ...plan, institution: 'gt-igm' })
    await expect(refused).rejects.toMatchObject({
      code: 'release.institution-country',
      details: {
        institutionLabel: 'IGM',
        of: { es: 'Guatemala' },
        country: { fr: 'El Salvador' },
        institutions: `sv-dgme (${name})`,
      },
    })
    await expect(service.draft(ana, { ...plan, institution: 'sv-bcr' })).rejects.toMatchObject({
      code: 'release.institution-other',
    })
  })
}, 60_000)

test('a release from before institutions were named is verified as it was written', async () => {
  await withRecords(async (node) => {
    const id = 'modes-v1'
    const key = node.keyring.signingKey('releases')
    const before = readPlan(plan)
    const solver = openHighsSolver()
    const composed = await composeRelease(
      node,
      before,
      {
        batchesOf: async () => (await snapshot(node, 'movement')).batches,
        links: [],
        breaksOf: async () => [],
      },
      solver,
      () => {},
      () => ({ release: id, earlier: [], notAttackedWith: [] }),
    )
    await solver.close()
    const files = await bakeRelease({
      id,
      vintage: 1,
      program: program.version,
      publicKey: key.publicKey,
      ...bakedOf(composed.plan),
      figures: composed.figures,
      sources: composed.sources,
      sign: (content) => key.sign(content),
    })
    expect(files.get('en/by-mode.json')!.toString()).not.toContain('Release modes-v1')
    expect(files.get('provenance.json')!.toString()).not.toContain('institution')
    writeRelease(node, id, files, composed.shown)
    await insertRelease(node, {
      id,
      vintage: 1,
      series: before.series,
      template: before.template,
      plan: composed.plan,
      findings: composed.findings,
      sources: composed.sources,
      program: program.version,
      manifestSha256: sha256(files.get(manifestName)!),
      publicKey: key.publicKey,
      draftedBy: ana.id,
      owner: ana.institution,
      ownerCountry: ana.country,
    })
    const verified = await createReleaseService(node).verify(ana, id)
    expect(verified).toEqual({
      outcome: 'verified',
      files: before.figures.length,
      compared: 'tables',
    })
  })
}, 60_000)
