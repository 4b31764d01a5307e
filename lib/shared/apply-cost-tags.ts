import { Aspects, CfnResource, TagManager, Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { CostTags } from '../config/cost-tags';

/** These may change when people move on; the others stay for the life of a resource. */
const MAY_CHANGE: readonly string[] = ['ml:owner', 'ml:cost-center'];

/** Types of ours that CloudFormation replaces when a tag changes; a test compares the list with the type database. */
export const REPLACED_BY_TAGS: readonly string[] = [
  'AWS::SageMaker::FeatureGroup',
  'AWS::SageMaker::DataQualityJobDefinition',
  'AWS::SageMaker::ModelQualityJobDefinition',
  'AWS::SageMaker::ModelBiasJobDefinition',
  'AWS::SageMaker::ModelExplainabilityJobDefinition',
  'AWS::CE::AnomalyMonitor',
  'AWS::CE::AnomalySubscription',
];

/** What CDK's own helper functions consist of: untyped resources, which `Tags` passes by. */
const UNTYPED_BUT_TAGGABLE: readonly string[] = ['AWS::IAM::Role', 'AWS::Lambda::Function'];

/** Puts the cost-allocation tags on everything in `scope` that takes tags; none that may change where a change replaces. */
export function applyCostTags(scope: IConstruct, tags: CostTags): void {
  for (const [key, value] of Object.entries(tags))
    Tags.of(scope).add(key, value, MAY_CHANGE.includes(key) ? { excludeResourceTypes: [...REPLACED_BY_TAGS] } : {});
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  Aspects.of(scope).add({
    visit(node) {
      if (!CfnResource.isCfnResource(node) || TagManager.isTaggable(node)) return;
      if (UNTYPED_BUT_TAGGABLE.includes(node.cfnResourceType)) node.addPropertyOverride('Tags', list);
    },
  });
}
