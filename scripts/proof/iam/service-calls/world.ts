import type { Assembly, Placed, Stack } from '../../assembly';
import { resourcesOf } from '../../resources-of';
import { partsOf } from '../arn';
import type { Context } from '../conditions';
import { encryptionKeys } from '../encryption-keys';
import type { RequiredCheck, Surroundings } from '../operations/operation';
import { type NameOf, ResourceNames } from '../resource-names';

/** What a service asks IAM about with a role; the resource is missing where only a run knows it. */
export interface Asked {
  /** The role's stack and logical id; empty for a role that no template has. */
  readonly role: string;
  readonly action: string;
  readonly resource?: string;
  readonly context?: Context;
}

/** The calls that a service makes for one resource of a template. */
export type Caller = (resource: Placed, world: World) => readonly Asked[];

/** The account of an assembly as the callers see it: texts with ARNs, roles by their ARN, keys by what they encrypt. */
export class World {
  private readonly names: ResourceNames;
  private readonly roles: ReadonlyMap<string, string>;
  private readonly keys: ReadonlyMap<string, string>;

  public constructor(
    public readonly assembly: Assembly,
    nameOf?: NameOf,
  ) {
    this.names = new ResourceNames(assembly, nameOf);
    this.keys = encryptionKeys(assembly, nameOf);
    this.roles = new Map(
      resourcesOf(assembly, 'AWS::IAM::Role').map((role) => [
        this.names.arnOf(role) ?? '',
        `${role.stack.id}/${role.logicalId}`,
      ]),
    );
  }

  public text(value: unknown, stack: Stack): string {
    return value === undefined ? '' : this.names.text(value, stack);
  }

  public arnOf(resource: Placed): string {
    return this.names.arnOf(resource) ?? '';
  }

  /** The role that a value names by ARN or by name. */
  public roleOf(value: unknown, stack: Stack): string {
    const text = this.text(value, stack);
    const [, found = ''] = [...this.roles].find(([arn]) => arn === text || arn.endsWith(`:role/${text}`)) ?? [];
    return text === '' ? '' : found;
  }

  /** The only resource of a type that an ARN, a name or a URL names. */
  public resourceOf(value: unknown, stack: Stack, type: string): Placed | undefined {
    const text = this.text(value, stack);
    if (text === '') return undefined;
    return resourcesOf(this.assembly, type).find((each) => {
      const arn = this.arnOf(each);
      return arn === text || new RegExp(`[:/]${escaped(text)}$`).test(arn) || text.startsWith(`${arn}:`);
    });
  }

  public at({ region }: Stack): Surroundings {
    return { account: ACCOUNT, region, keyOf: (arn) => this.keys.get(arn) };
  }
}

const ACCOUNT = '111111111111';

/** Several actions on one resource. */
export function ask(
  role: string,
  actions: readonly string[],
  resource: string | undefined,
  context: Context = {},
): Asked[] {
  return actions.map((action) => ({ role, action, resource, context }));
}

/** What is required of a caller, as asked with a role. */
export function asked(role: string, checks: readonly RequiredCheck[]): Asked[] {
  return checks.map((check) => ({ role, ...check }));
}

/** The ARN of an object or of a prefix that `s3://bucket/key` names; undefined where only a run knows the bucket. */
export function objectArn(uri: string): string | undefined {
  const [, path] = /^s3:\/\/([^${][^/]*\/?.*)$/.exec(uri) ?? [];
  return path === undefined || /^\{/.test(path) ? undefined : `arn:aws:s3:::${path}`;
}

export function bucketArn(object: string): string {
  return object.replace(/\/.*$/, '');
}

/** The key of AWS Lambda and others in an ARN: `sqs`, `states` and so on. */
export function serviceOf(arn: string): string {
  return partsOf(arn)?.[2] ?? '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
