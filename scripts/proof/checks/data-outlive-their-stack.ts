import type { Assembly, Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { REFUSES_WHEN_FULL, SNAPSHOTS, STATEFUL } from '../facts/stateful';
import { isTrue, list } from '../json';
import { neighbours, referred, same } from '../referred';
import { resourcesOf } from '../resources-of';

/** Replaced models and configurations serve until the endpoint has moved on; a deployer of ours deletes them then. */
const KEPT_WHEN_REPLACED = /^AWS::SageMaker::(Model|EndpointConfig)$/;

/** what is protected keeps its data in every case; what is not leaves nothing behind, not even a bill. */
export const dataOutliveTheirStack: Check = {
  id: 'data-outlive-their-stack',
  rule: 'A protected stack retains all that holds data, also when it is replaced; any other goes entirely, and can (R-10)',
  find: (assembly) =>
    resourcesOf(assembly).flatMap((resource) => [
      ...snapshotFaults(resource),
      ...(resource.stack.terminationProtection ? keepFaults(resource) : goFaults(resource, assembly)),
    ]),
};

function snapshotFaults(resource: Placed): Finding[] {
  return (['DeletionPolicy', 'UpdateReplacePolicy'] as const)
    .filter((policy) => resource[policy] === 'Snapshot' && !SNAPSHOTS.test(resource.Type))
    .map((policy) => about(resource, `${policy} is Snapshot, of which ${resource.Type} has none`));
}

function keepFaults(resource: Placed): Finding[] {
  const { Type, DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete', Properties } = resource;
  if (/^Custom::(S3AutoDelete|ECRAutoDelete|Emptied)/.test(Type))
    return [about(resource, `${Type} deletes data when the stack goes, expected none in a protected stack`)];
  if (!STATEFUL.test(Type)) return [];
  const kept = SNAPSHOTS.test(Type) ? /^(Retain|RetainExceptOnCreate|Snapshot)$/ : /^(Retain|RetainExceptOnCreate)$/;
  return [
    ...(kept.test(DeletionPolicy)
      ? []
      : [about(resource, `DeletionPolicy is ${DeletionPolicy} in a protected stack, expected Retain`)]),
    ...(/^(Retain|Snapshot)$/.test(UpdateReplacePolicy)
      ? []
      : [about(resource, `UpdateReplacePolicy is ${UpdateReplacePolicy} in a protected stack, expected Retain`)]),
    ...(isTrue(Properties.EmptyOnDelete) ? [about(resource, 'EmptyOnDelete is true in a protected stack')] : []),
  ];
}

function goFaults(resource: Placed, assembly: Assembly): Finding[] {
  const { Type, DeletionPolicy, UpdateReplacePolicy } = resource;
  // A stream of a group that goes, goes with it.
  if (Type === 'AWS::Logs::LogStream') return [];
  const kept = /^Retain/;
  return [
    ...(kept.test(DeletionPolicy ?? '')
      ? [
          about(
            resource,
            `DeletionPolicy is ${DeletionPolicy} in a stack without protection, so it stays when the stack goes`,
          ),
        ]
      : []),
    ...(kept.test(UpdateReplacePolicy ?? '') && !kept.test(DeletionPolicy ?? '') && !KEPT_WHEN_REPLACED.test(Type)
      ? [
          about(
            resource,
            `UpdateReplacePolicy is ${UpdateReplacePolicy} in a stack without protection, so a replaced one stays for ever`,
          ),
        ]
      : []),
    ...(Type in REFUSES_WHEN_FULL && !kept.test(DeletionPolicy ?? '') && !isEmptied(resource, assembly)
      ? [about(resource, 'goes with its stack and nothing empties it first, so the stack cannot be deleted')]
      : []),
  ];
}

function isEmptied(resource: Placed, assembly: Assembly): boolean {
  const property = REFUSES_WHEN_FULL[resource.Type];
  if (property && isTrue(resource.Properties[property])) return true;
  return neighbours(resource, assembly).some(({ Type, Properties, DependsOn, stack }) => {
    if (!Type.startsWith('Custom::') && Type !== 'AWS::CloudFormation::CustomResource') return false;
    const { ServiceToken: _, ...told } = Properties;
    return same(referred(told, stack, assembly)?.resource, resource) || list(DependsOn).includes(resource.logicalId);
  });
}
