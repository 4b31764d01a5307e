import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { handlerBundles } from '../../lib/config/bundle-handlers';
import type { Dataset } from '../../lib/config/dataset';
import { ENVIRONMENTS } from '../../lib/config/environments';
import type { OfficeHours } from '../../lib/config/office-hours';
import { mlLifecycle } from '../../lib/ml-lifecycle';
import { CHECKS } from '../../scripts/proof/checks';
import { asynchronousEdges } from '../../scripts/proof/dead-letters';
import { judge } from '../../scripts/proof/judge';
import { readAssembly } from '../../scripts/proof/read-assembly';
import { WAIVERS } from '../../scripts/proof/waivers';
import { DATASETS } from '../datasets';

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', '..', 'cdk.json'), 'utf8')).context;

/** No environment keeps office hours by itself, so that no other test sees their schedules. */
function withOfficeHours(officeHours: OfficeHours) {
  const { sandbox } = ENVIRONMENTS;
  const { serving } = sandbox;
  const dataset = DATASETS[0] as Dataset;
  const outdir = mkdtempSync(join(process.env.PROOF_FOLDER ?? tmpdir(), 'office-hours-'));
  const app = new App({ context: CONTEXT, outdir });
  const config = { ...sandbox, serving: { ...serving, realTime: { ...serving.realTime, officeHours } } };
  mlLifecycle(app, { config, dataset, ...handlerBundles(dataset) });
  app.synth();
  return readAssembly(outdir);
}

const assembly = withOfficeHours({ from: '08:00', to: '18:30', timeZone: 'Europe/Berlin', weekdays: ['MON', 'FRI'] });

test('an environment that keeps office hours has no finding that no waiver names', () => {
  const { open } = judge(assembly, 'sandbox', CHECKS, WAIVERS);
  expect(open.map(({ check, stack, logicalId, message }) => `${check} ${stack}/${logicalId}: ${message}`)).toEqual([]);
});

test('an order to wake or park that nobody takes is tried again, and parked where an alarm watches', () => {
  const orders = asynchronousEdges(assembly).filter(({ at }) => at.Type === 'AWS::Scheduler::Schedule');
  expect(orders.map(({ at }) => at.logicalId.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
    'OfficeHoursPark',
    'OfficeHoursWake',
  ]);
  for (const { deadLetters, retryFault } of orders) {
    expect(JSON.stringify(deadLetters)).toContain('DeadLetters');
    expect(retryFault).toBeUndefined();
  }
});
