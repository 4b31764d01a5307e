import type { Assembly } from '../../../scripts/proof/assembly';
import type { Context } from '../../../scripts/proof/iam/conditions';
import type { RecordedCall } from '../../../scripts/proof/iam/recorded-call';
import { withResources } from '../../../scripts/proof/read-assembly';

const ACCOUNT = '111111111111';
const ROLE = 'Stack/Role';

type Resources = Readonly<Record<string, { Type: string; Properties: object }>>;

/** One stack with the given resources. */
export function assemblyOf(resources: Resources): Assembly {
  const parts = { id: 'Stack', name: 'stack', region: 'us-east-1', terminationProtection: false };
  return { folder: '', stacks: [withResources({ ...parts, template: { Resources: resources } })] };
}

/** A role with inline statements. */
export function roleWith(service: string, ...statements: object[]): Resources[string] {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      },
      Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }],
    },
  };
}

export function allow(Action: string | string[], Resource: string | string[], Condition?: object): object {
  return { Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) };
}

export function deny(Action: string | string[], Resource: string | string[], Condition?: object): object {
  return { ...allow(Action, Resource, Condition), Effect: 'Deny' };
}

export function call(action: string, resource?: string, context: Context = {}): RecordedCall {
  return { role: ROLE, action, resource, context, from: 'local run' };
}

export function arn(service: string, name: string): string {
  return `arn:aws:${service}:us-east-1:${ACCOUNT}:${name}`;
}

export const ref = (id: string) => ({ Ref: id });
export const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
