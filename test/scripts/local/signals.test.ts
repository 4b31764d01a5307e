import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARKED_RECORDS } from '../../../lambda/feature-store/ingest-features/environment';
import { TAGS_INACTIVE } from '../../../lambda/governance/activate-tags/environment';
import {
  DATA_DRIFT,
  DRIFT_MONITOR_ROWS,
  PREDICTION_DRIFT,
} from '../../../lambda/model-monitoring/measure-drift/environment';
import { MODEL_QUALITY, QUALITY_MONITOR_ROWS } from '../../../lambda/model-monitoring/measure-quality/environment';
import { TOO_FEW_LABELS } from '../../../lambda/training/start-training/environment';
import { PROJECT } from '../../../scripts/local/project-folder';
import { SIGNALS } from '../../../scripts/local/service/announcements';
import { resources, SYNTHESIZED } from '../../synthesized';

interface Signal {
  readonly namespace: string;
  readonly metric: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
}

const EMULATED: readonly Signal[] = [
  ...JSON.parse(readFileSync(join(PROJECT, 'scripts/local/emulator/signals.json'), 'utf8')),
  ...SIGNALS,
];
/** What our handlers publish in the environment's own namespace, without dimensions. */
const OURS = [
  ...[PARKED_RECORDS, TOO_FEW_LABELS, DATA_DRIFT, PREDICTION_DRIFT, DRIFT_MONITOR_ROWS],
  ...[MODEL_QUALITY, QUALITY_MONITOR_ROWS, TAGS_INACTIVE],
];

describe.each(SYNTHESIZED)('the alarms of $environment', ({ templates, config }) => {
  const alarms = resources(templates, 'AWS::CloudWatch::Alarm').map(({ logicalId, Properties }) => ({
    logicalId,
    namespace: String(Properties.Namespace),
    metric: String(Properties.MetricName),
    unit: Properties.Unit,
    dimensions: ((Properties.Dimensions ?? []) as { Name: string }[]).map(({ Name }) => Name),
  }));

  test('that watch AWS’s own signals find them here under the same name, unit and dimensions', () => {
    const watched = alarms.filter(({ namespace }) => namespace.startsWith('AWS/'));
    expect(watched.length).toBeGreaterThan(0);
    for (const { namespace, metric, unit, dimensions } of watched) {
      const signal = EMULATED.find((each) => each.namespace === namespace && each.metric === metric);
      expect(signal).toMatchObject({ dimensions });
      expect([undefined, signal?.unit]).toContain(unit);
    }
  });

  test('that watch our own signals watch what a handler publishes, where it publishes it', () => {
    const watched = alarms.filter(({ namespace }) => !namespace.startsWith('AWS/'));
    expect(watched.map(({ metric }) => metric).sort()).toEqual([...OURS].sort());
    const namespace = `${config.project}-${config.environment}`;
    expect(watched.map((alarm) => alarm.namespace)).toEqual(watched.map(() => namespace));
    expect(watched.flatMap(({ dimensions }) => dimensions)).toEqual([]);
    const told = resources(templates, 'AWS::Lambda::Function')
      .map(
        ({ Properties }) =>
          (Properties.Environment as { Variables?: Record<string, unknown> })?.Variables?.SIGNAL_NAMESPACE,
      )
      .filter((each) => each !== undefined);
    expect(new Set(told)).toEqual(new Set([namespace]));
  });
});
