import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { countInvocations } from '../../lambda/model-monitoring/check-idleness/count-invocations';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { endpointNames, VARIANT } from '../../lib/serving/endpoint-names';
import { type Lifecycle, until } from '../../scripts/local/lifecycle';
import { PassingDays } from '../../scripts/local/passing-days';

interface RunningEndpoint {
  readonly config: EnvironmentConfig;
  readonly lifecycle: Lifecycle;
  readonly servingState: () => Promise<{ readonly realTime: string; readonly status: string }>;
  /** Has the real-time endpoint answer somebody. */
  readonly ask: () => Promise<unknown>;
}

const HOUR_MILLISECONDS = 3_600_000;

/** Expects the endpoint to stay while it is new or in use, and to park itself some hours later; resolves when it is parked. */
export async function expectParkedWhenIdle({ config, lifecycle, servingState, ask }: RunningEndpoint): Promise<void> {
  const idleTime = (config.serving.realTime.parkWhenIdleHours ?? 0) * HOUR_MILLISECONDS;
  const days = new PassingDays(lifecycle);
  const checkedAt = (time: number) =>
    days.scheduleAt({ stack: 'model-monitoring', logicalId: 'IdleParkingCheckIdleness' }, new Date(time));
  expect(await checkedAt(Date.now())).toMatchObject({
    outcome: 'stays',
    reason: expect.stringContaining('changed at'),
  });

  const asked = new Date();
  await ask();
  const counted = { endpoint: endpointNames(config).realTime, variant: VARIANT, from: asked, time: asked };
  await until(
    'the question to be counted',
    async () => (await countInvocations(new CloudWatchClient({}), counted)) || undefined,
  );
  expect(await checkedAt(asked.getTime() + idleTime)).toMatchObject({
    outcome: 'stays',
    reason: expect.stringMatching(/^[1-9]\d* invocations/),
  });

  const later = Date.now() + idleTime + HOUR_MILLISECONDS;
  expect(await checkedAt(later)).toMatchObject({ outcome: 'parks' });
  await until('the endpoint to be parked', async () => {
    const { realTime, status } = await servingState();
    return (realTime === 'parked' && status === 'UPDATE_COMPLETE') || undefined;
  });
  expect(await checkedAt(later)).toMatchObject({ outcome: 'stays' });
}
