import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod/mini';
import { type ServingState, servingState } from './serving-state';

/** The serving stack as CloudFormation describes it: its status, and the state that its parameters say. */
export interface ServingStack {
  readonly status: string;
  readonly state: ServingState;
  /** When its last update began, or its creation. */
  readonly changedAt?: Date;
}

/** From these a stack takes an update; the others are at work, or need a person. */
const SETTLED: readonly string[] = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
];

export function isBusy({ status }: ServingStack): boolean {
  return status.endsWith('_IN_PROGRESS');
}

export function isSettled({ status }: ServingStack): boolean {
  return SETTLED.includes(status);
}

/** Reads the stack anew; during an update its parameters are already the new ones. */
export async function readServingStack(
  cloudFormation: CloudFormationClient,
  stackName: string,
  abortSignal?: AbortSignal,
): Promise<ServingStack> {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }), { abortSignal });
  const { StackStatus: status = '', Parameters = [], LastUpdatedTime, CreationTime } = Stacks?.[0] ?? {};
  const values = new Map(Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]));
  const state = z.parse(servingState, {
    version: values.get('ApprovedModelVersion'),
    realTime: values.get('RealTime'),
  });
  return { status, state, changedAt: LastUpdatedTime ?? CreationTime };
}
