/** Tests that several entry points share. */
export const SDK_RETRIES = {
  'test/faults/sdk-retries.test.ts': [
    'every client that a handler makes keeps the retries of the SDK, or has more of them',
    'a call of %s that is throttled, and then fails, is made a third time',
  ],
};
export const DEPLOYED = 'test/proof/run-time.test.ts';
/** Settings of the deployed edges: who retries how often, which queue takes what is left, and that its alarm rings. */
export const EDGES = {
  [DEPLOYED]: ['what is handed on without an answer is retried, and parked in the queue that the table says'],
};
/** A target that is not there, and a function that fails, through the rules of the emulator. */
export const EMULATED_EDGES = {
  'test/scripts/local/emulator/service_checks.py': [
    'what_a_missing_target_should_get_goes_to_the_rules_dead_letter_queue',
    'a_target_that_fails_is_tried_again_and_its_event_goes_to_the_functions_destination',
  ],
};
export const STATES_RETRY = { [DEPLOYED]: ['a state that calls a function retries whatever it fails of'] };
export const WAITS_FOR_JOBS = { [DEPLOYED]: ['a delivery waits for half an hour while the jobs have no room for it'] };
export const OWN_WRITES = {
  [DEPLOYED]: [
    'a condition that a lost answer would break lets the run in that wrote the item itself, and throttling is waited for',
  ],
};
export const STREAM_ALARMS = {
  [DEPLOYED]: ['every stream to S3 rings hours before Firehose drops what it could not write'],
};
export const DAY_IS_CLOSED_LATER = {
  [DEPLOYED]: [
    ...STREAM_ALARMS[DEPLOYED],
    'what is written into a day after its marker was an hour late, so that it has rung',
  ],
};
export const PIPELINE_RETRIES = {
  [DEPLOYED]: ['a step of the training is tried again when the service fails or throttles'],
};

export const MACHINES = 'test/faults/machines.test.ts';
export const LIFECYCLE = 'test/local-run/lifecycle.test.ts';
export const SERVING_RUN = 'test/local-run/serving.test.ts';
