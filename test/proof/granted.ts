import type { Check } from '../../scripts/proof/check';
import { findWhen } from './broken';
import type { Json } from './finds';

export const START_TRAINING = /^StartStartTrainingRole/;
export const PIPELINE = /^PipelineRolesPipeline/;

/** What a check finds when a statement is added to the role that starts trainings. */
export function whenGranted(check: Check, statement: Json) {
  const added = { Effect: 'Allow', Resource: '*', ...statement };
  return findWhen(check, 'AWS::IAM::Policy', ({ Properties }) => Properties.PolicyDocument.Statement.push(added), {
    id: START_TRAINING,
  });
}

/** What a check finds when the statement with an action is changed. */
export function whenChanged(check: Check, action: string, change: (statement: Json) => void, id = START_TRAINING) {
  return findWhen(
    check,
    'AWS::IAM::Policy',
    ({ Properties }) => {
      const meant = Properties.PolicyDocument.Statement.find((each: Json) => [each.Action].flat().includes(action));
      if (!meant) throw new Error(`no statement names ${action}`);
      change(meant);
    },
    { id },
  );
}

export const messages = (findings: readonly { message: string }[]): string =>
  findings.map(({ message }) => message).join('\n');
