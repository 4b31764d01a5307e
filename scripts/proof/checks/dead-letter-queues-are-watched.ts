import { isAbout, watchedMetrics } from '../alarm-metrics';
import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { asynchronousEdges } from '../dead-letters';
import { numeric, record } from '../json';
import { referred, same } from '../referred';
import { resourcesOf } from '../resources-of';

/** R-01, third half: what is parked and never looked at is lost, only later. The first message has to ring. */
export const deadLetterQueuesAreWatched: Check = {
  id: 'dead-letter-queues-are-watched',
  rule: 'Every dead-letter queue has an alarm that rings at its first message (R-01)',
  find: (assembly) =>
    deadLetterQueues(assembly)
      .filter((queue) => !ringsAtFirstMessage(queue, assembly))
      .map((queue) =>
        about(queue, 'no alarm rings when ApproximateNumberOfMessagesVisible of this dead-letter queue reaches 1'),
      ),
};

function deadLetterQueues(assembly: Assembly): Placed[] {
  const redriven = resourcesOf(assembly, 'AWS::SQS::Queue').map(({ Properties, stack }) => ({
    value: record(Properties.RedrivePolicy).deadLetterTargetArn,
    stack,
  }));
  const parked = asynchronousEdges(assembly).map(({ deadLetters, at }) => ({ value: deadLetters, stack: at.stack }));
  const queues = [...redriven, ...parked]
    .map(({ value, stack }) => referred(value, stack, assembly)?.resource)
    .filter((each) => each?.Type === 'AWS::SQS::Queue') as Placed[];
  return queues.filter((queue, index) => queues.findIndex((each) => same(each, queue)) === index);
}

function ringsAtFirstMessage(queue: Placed, assembly: Assembly): boolean {
  return watchedMetrics(assembly).some((metric) => {
    const { Threshold, ComparisonOperator } = metric.alarm.Properties;
    const threshold = numeric(Threshold) ?? Number.NaN;
    const rings =
      (ComparisonOperator === 'GreaterThanOrEqualToThreshold' && threshold > 0 && threshold <= 1) ||
      (ComparisonOperator === 'GreaterThanThreshold' && threshold >= 0 && threshold < 1);
    return (
      rings &&
      // An average below 1 hides a message that came late in the period, the smallest value hides all but old ones.
      ['Maximum', 'Sum'].includes(metric.statistic) &&
      metric.namespace === 'AWS/SQS' &&
      metric.name === 'ApproximateNumberOfMessagesVisible' &&
      isAbout(metric, 'QueueName', queue, 'QueueName', assembly)
    );
  });
}
