import type { Waiver } from './judge';
import { NAG_WAIVERS } from './waivers-nag';
import { SECURITY_WAIVERS } from './waivers-security';

const EVERYWHERE = ['sandbox', 'production'];

/** What our own checks find and we decided otherwise. */
const DECIDED: readonly Waiver[] = [
  {
    check: 'iam-no-managed-full-access',
    resource: 'Prediction/ApiCloudWatchRole*',
    environments: EVERYWHERE,
    reason: "API Gateway takes one role for an account's logs, the one that its manual names",
  },
  ...['Foundation', 'DataLake', 'FeatureStore', 'Training'].map((stack) => ({
    check: 'iam-no-managed-full-access',
    resource: `${stack}/CustomS3AutoDelete*`,
    environments: ['sandbox'],
    reason: "CDK's helper that empties buckets before they are deleted",
  })),
  ...['TagActivationActivateTags', 'CostReviewFunction'].map((id) => ({
    check: 'silence-is-judged',
    resource: `Governance/${id}*`,
    environments: EVERYWHERE,
    reason: 'what it misses today it does the next time, and what it cannot do waits in a queue whose alarm rings',
  })),
  ...['ApiCloudWatchRole', 'ApiAccount'].map((id) => ({
    check: 'data-outlive-their-stack',
    resource: `Prediction/${id}*`,
    environments: ['sandbox'],
    reason: "it is the account's log role, which other APIs of the account may use by then",
  })),
];

/** Findings that we live with; each is checked to be still needed. */
export const WAIVERS: readonly Waiver[] = [...NAG_WAIVERS, ...SECURITY_WAIVERS, ...DECIDED];
