import type { Check } from '../../scripts/proof/check';
import { ASSEMBLIES, findWhen } from './broken';
import type { Change, Json } from './finds';

/** What is broken, how, and what the finding has to speak of. */
type Fault = readonly [title: string, change: Change, said: RegExp];

export const CONFIG = 'AWS::SageMaker::EndpointConfig';
export const MODEL = 'AWS::SageMaker::Model';
export const REAL_TIME = { id: /RealTime/ };
export const variant = (resource: Json) => resource.Properties.ProductionVariants[0];

/** One test for each fault: the check finds it when a resource of the type is changed. */
export function refuses(
  check: Check,
  type: string,
  faults: readonly Fault[],
  options: Parameters<typeof findWhen>[3] = {},
): void {
  test.each(faults)(`${check.id}: %s`, (_, change, said) => {
    const messages = findWhen(check, type, change, options).map(({ message }) => message);

    expect(messages.filter((message) => said.test(message))).not.toHaveLength(0);
  });
}

/** Two tests for each check: it finds nothing in what is deployed, and throws at nothing. */
export function soundAndSturdy(...checks: readonly Check[]): void {
  test.each(checks)('$id finds nothing in what is deployed', (check) => {
    expect(Object.values(ASSEMBLIES).flatMap((assembly) => check.find(assembly))).toEqual([]);
  });

  test.each(checks)('$id survives a template that makes no sense', (check) => {
    for (const type of [
      'EndpointConfig',
      'Endpoint',
      'Model',
      'FeatureGroup',
      'MonitoringSchedule',
      'DataQualityJobDefinition',
    ])
      expect(() =>
        findWhen(check, `AWS::SageMaker::${type}`, (resource) => {
          for (const property of Object.keys(resource.Properties))
            resource.Properties[property] = [null, { 'Fn::Join': 1 }, []];
        }),
      ).not.toThrow();
  });
}
