import { asyncEdgesRetryAndPark } from '../checks/async-edges-retry-and-park';
import { deadLetterQueuesAdmit } from '../checks/dead-letter-queues-admit';
import { deadLetterQueuesAreWatched } from '../checks/dead-letter-queues-are-watched';
import { eventPatternsMatch } from '../checks/event-patterns-match';
import { eventTargets } from '../checks/event-targets';
import { failureDestinations } from '../checks/failure-destinations';
import { firehoseRecords } from '../checks/firehose-records';
import { firehoseStreams } from '../checks/firehose-streams';
import { ruleFilesAreWritten } from '../checks/rule-files-are-written';
import { ruleInputsExist } from '../checks/rule-inputs-exist';
import { rulesFire } from '../checks/rules-fire';
import { scheduleExpressions } from '../checks/schedule-expressions';
import { streamEncryption } from '../checks/stream-encryption';
import { streamPrefixes } from '../checks/stream-prefixes';
import type { Subject } from '../subject';

export const EVENTS: Subject = {
  title: 'Events, queues and streams',
  checks: [
    asyncEdgesRetryAndPark,
    deadLetterQueuesAdmit,
    deadLetterQueuesAreWatched,
    eventPatternsMatch,
    eventTargets,
    failureDestinations,
    firehoseRecords,
    firehoseStreams,
    ruleFilesAreWritten,
    ruleInputsExist,
    rulesFire,
    scheduleExpressions,
    streamEncryption,
    streamPrefixes,
  ],
};
