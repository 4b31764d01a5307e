/** What nothing here can prove, and what a reader does about it. */
export const ONLY_AN_ACCOUNT: readonly (readonly [what: string, instead: string])[] = [
  [
    'That SageMaker accepts the pipeline definition, the job definitions and the model packages',
    'the definition is held to the rules that are documented and to a schema; the first `cdk deploy` and the first pass show it',
  ],
  [
    'That images can be pulled, and that the containers in them behave as those of the local run',
    'accounts and tags of the images are checked by region',
  ],
  [
    'That quotas suffice and instances are to be had',
    '`npm run preflight` asks for the quotas; capacity nobody can ask for',
  ],
  [
    'That IAM decides as our evaluator and the emulator do',
    'both are held to the same documented rules; session policies, permissions boundaries and organization policies are not seen',
  ],
  [
    'Rights that AWS services use behind the scenes: grants on keys, delivery of logs, what CloudFormation does while it creates',
    'they are derived from the documentation of each service',
  ],
  [
    'Roles that only production has in use: its calls are those of the sandbox under other names',
    'a right that only production needs, or only production has too much, is seen in the templates alone',
  ],
  ['Timing, throttling, sizes of answers and prices of the real services', 'faults are injected by kind, not by rate'],
  ['Whether Model Monitor is open to an account', 'its refusal is survived, and told'],
  ['Who really gets the e-mails', 'a subscription has to be confirmed by the person'],
  [
    'That a deploy by the minimum policy succeeds',
    'the policy covers what the emulator saw of a deploy, and what the handlers of the resource types ask for',
  ],
];
