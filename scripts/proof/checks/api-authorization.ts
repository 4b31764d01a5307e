import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { resourcesOf } from '../resources-of';
import { shown, valueAt } from '../value-at';

/** Who says who may call, by type of door; those on the right need an authorizer to be named. */
const DOORS: Readonly<
  Record<string, { readonly itself: readonly string[]; readonly byAuthorizer: readonly string[] }>
> = {
  'AWS::ApiGateway::Method': { itself: ['AWS_IAM'], byAuthorizer: ['COGNITO_USER_POOLS', 'CUSTOM'] },
  'AWS::ApiGatewayV2::Route': { itself: ['AWS_IAM'], byAuthorizer: ['JWT', 'CUSTOM'] },
};

export const apiAuthorization: Check = {
  id: 'api-authorization',
  rule: 'Nobody calls an API or a function without saying who he is (S-11; APIGateway.8). An API key is no identity.',
  find: (assembly) => [
    ...Object.keys(DOORS).flatMap((type) => resourcesOf(assembly, type).flatMap(doorFaults)),
    ...resourcesOf(assembly, 'AWS::Lambda::Url')
      .filter(({ Properties }) => valueAt(Properties, 'AuthType') !== 'AWS_IAM')
      .map((url) =>
        about(url, `S-11: AuthType is ${shown(valueAt(url.Properties, 'AuthType'))}; it has to be AWS_IAM`),
      ),
    ...hidden(assembly),
  ],
};

function doorFaults(door: Placed): Finding[] {
  const property = (name: string) => valueAt(door.Properties, name);
  const type = property('AuthorizationType');
  const { itself, byAuthorizer } = DOORS[door.Type] ?? { itself: [], byAuthorizer: [] };
  if (isPreflight(door) || itself.includes(String(type))) return [];
  if (!byAuthorizer.includes(String(type)))
    return [
      about(door, `S-11: AuthorizationType is ${shown(type)}; it has to be ${[...itself, ...byAuthorizer].join(', ')}`),
    ];
  return property('AuthorizerId') === undefined
    ? [about(door, `S-11: AuthorizationType is ${shown(type)}, but AuthorizerId names nobody who decides`)]
    : [];
}

/** A browser asks without credentials what it may send; a mock answers and nothing of ours runs. */
function isPreflight({ Properties }: Placed): boolean {
  return valueAt(Properties, 'HttpMethod') === 'OPTIONS' && valueAt(Properties, 'Integration', 'Type') === 'MOCK';
}

/** Methods within an imported definition are seen by no other check either. */
function hidden(assembly: Assembly): Finding[] {
  return resourcesOf(assembly, 'AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api').flatMap((api) =>
    ['Body', 'BodyS3Location', 'Target']
      .filter((name) => valueAt(api.Properties, name) !== undefined)
      .map((name) =>
        about(
          api,
          `S-11: ${name} defines methods outside of the template; they have to be resources, so that their authorization can be seen`,
        ),
      ),
  );
}
