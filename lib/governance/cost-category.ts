import { Aws, Stack } from 'aws-cdk-lib';
import { CfnCostCategory } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import { type CostTags, PHASES } from '../config/cost-tags';
import { PhaseStack } from '../shared/phase-stack';
import { UNTAGGABLE_COSTS, type UntaggableCost } from './untaggable-costs';

/** What the untaggable costs of the account are called before they are split. */
const UNTAGGABLE = 'untaggable';

/**
 * Sorts the bill by phase: tagged costs by their tag; what takes no tags stands apart, and is shared out among the phases in
 * proportion to what each costs. It takes the untaggable costs of the whole account, whoever causes them.
 */
export class CostCategory extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { costTags } = PhaseStack.of(this);
    const rules = [
      ...PHASES.map((phase) => ({ Value: phase, Rule: taggedAs({ ...costTags, 'ml:phase': phase }) })),
      ...UNTAGGABLE_COSTS.map((cost) => ({ Value: UNTAGGABLE, Rule: untagged(cost) })),
    ];
    new CfnCostCategory(this, 'Resource', {
      name: PhaseStack.of(this).fixedName('phases'),
      ruleVersion: 'CostCategoryExpression.v1',
      rules: Stack.of(this).toJsonString(rules.map((rule) => ({ ...rule, Type: 'REGULAR' }))),
      splitChargeRules: Stack.of(this).toJsonString([
        { Source: UNTAGGABLE, Targets: [...PHASES], Method: 'PROPORTIONAL' },
      ]),
    });
  }
}

function taggedAs(tags: CostTags): object {
  const keys = ['ml:project', 'ml:environment', 'ml:phase'] as const;
  return { And: keys.map((Key) => ({ Tags: { Key, Values: [tags[Key]], MatchOptions: ['EQUALS'] } })) };
}

function untagged({ bill }: UntaggableCost): object {
  // A paying account sees the costs of all that it pays for.
  const here = is('LINKED_ACCOUNT', [Aws.ACCOUNT_ID]);
  if ('recordType' in bill) return { And: [here, is('RECORD_TYPE', [bill.recordType])] };
  const { serviceCode, usageTypes } = bill;
  const usage = usageTypes ? [is('USAGE_TYPE', usageTypes, 'ENDS_WITH')] : [];
  return { And: [here, is('SERVICE_CODE', [serviceCode]), ...usage] };
}

function is(Key: string, values: readonly string[], match: 'EQUALS' | 'ENDS_WITH' = 'EQUALS'): object {
  return { Dimensions: { Key, Values: [...values], MatchOptions: [match] } };
}
