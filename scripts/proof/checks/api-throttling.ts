import type { Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { resourcesOf } from '../resources-of';
import { listOf, shown, valueAt } from '../value-at';

/** What an account gets in all its APIs of a region when nothing is said (API Gateway quotas): no limit of ours. */
const ACCOUNT: Readonly<Record<string, number>> = { ThrottlingRateLimit: 10_000, ThrottlingBurstLimit: 5_000 };

export const apiThrottling: Check = {
  id: 'api-throttling',
  rule: 'An API takes a bounded number of requests, fewer than the account has for all of them (S-11).',
  find: (assembly) => [
    ...resourcesOf(assembly, 'AWS::ApiGateway::Stage').flatMap((stage) => {
      const settings = listOf(valueAt(stage.Properties, 'MethodSettings'));
      const forAll = settings.filter(
        (each) => valueAt(each, 'HttpMethod') === '*' && valueAt(each, 'ResourcePath') === '/*',
      );
      if (forAll.length === 0)
        return [
          about(stage, 'S-11: MethodSettings has none for all methods (* and /*), so their number is not limited'),
        ];
      // Others stand for one method and take what they leave out from the one for all.
      const others = settings.filter((each) => !forAll.includes(each));
      return [
        ...forAll.flatMap((each) => faults(stage, each, true)),
        ...others.flatMap((each) => faults(stage, each, false)),
      ];
    }),
    ...resourcesOf(assembly, 'AWS::ApiGatewayV2::Stage').flatMap((stage) =>
      faults(stage, valueAt(stage.Properties, 'DefaultRouteSettings'), true),
    ),
  ],
};

function faults(stage: Placed, settings: unknown, required: boolean): Finding[] {
  return Object.entries(ACCOUNT).flatMap(([name, most]) => {
    const limit = valueAt(settings, name);
    if (typeof limit === 'object' || (limit === undefined && !required)) return [];
    if (Number(limit) > 0 && Number(limit) < most) return [];
    const where = `${String(valueAt(settings, 'HttpMethod') ?? 'all')} ${String(valueAt(settings, 'ResourcePath') ?? 'routes')}`;
    return [
      about(
        stage,
        `S-11: ${name} of ${where} is ${shown(limit)}; it has to be more than 0 and less than the account's ${most}`,
      ),
    ];
  });
}
