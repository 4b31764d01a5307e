import { ListMonitoringSchedulesCommand } from '@aws-sdk/client-sagemaker';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

/**
 * Whether SageMaker Model Monitor, closed to new customers, is open to the account. No read-only call tells: schedules that
 * are there prove it is, none proves nothing, and only an attempt shows the refusal, which the stacks survive.
 */
export const modelMonitor: Question = {
  id: 'model-monitor',
  needs: ['sagemaker:ListMonitoringSchedules'],
  async ask({ assembly, clients }) {
    if (resourcesOf(assembly, 'AWS::SageMaker::MonitoringSchedule').length === 0) return [];
    const answer = await clients.sageMaker
      .send(new ListMonitoringSchedulesCommand({ MaxResults: 1 }))
      .catch((error: Error) => {
        if (!CLOSED.test(error.message)) throw error;
        return error;
      });
    return judgeMonitor(answer instanceof Error ? answer : (answer.MonitoringScheduleSummaries?.length ?? 0));
  },
};

const CLOSED = /new customers|no longer (available|open)|not available to (this|your) account/i;
const GIVEN_UP =
  'the deploy passes all the same: the schedules are tried once, given up in words, and our own monitors do the work';

/** @param answer how many schedules the account has, or the words with which it was refused */
export function judgeMonitor(answer: number | Error): Judged[] {
  if (typeof answer === 'number' && answer > 0) return [];
  const command =
    'set modelMonitoring.modelMonitorSchedules to false in lib/config/environments.ts to hear no more of it';
  const message =
    typeof answer === 'number'
      ? `whether Model Monitor, closed to new customers, is open to this account cannot be asked: it has no schedules, which a customer may have too; ${GIVEN_UP}`
      : `Model Monitor is closed to this account (${answer.message}); ${GIVEN_UP}`;
  return [{ severity: 'to-know', message, command }];
}
