import type { CreateModelPackageInput } from '@aws-sdk/client-sagemaker';
import type { Announcements } from './announcements';
import { type Caller, epochSeconds, isoTime, nameOf, sageMakerArn } from './caller';
import { conflictException, validationException } from './service-error';

/** A version as DescribeModelPackage shows it: all that it was registered with, and its state. */
type ModelVersion = Omit<CreateModelPackageInput, 'ModelPackageGroupName'> & {
  readonly ModelPackageArn: string;
  readonly ModelPackageGroupName: string;
  readonly ModelPackageVersion: number;
  readonly CreationTime: number;
  LastModifiedTime: number;
};

interface ModelGroup {
  readonly arn: string;
  readonly createdAt: Date;
  readonly versions: Map<number, ModelVersion>;
  /** Numbers are not given twice, also after a version was deleted. */
  lastVersion: number;
}

export interface VersionFilter {
  readonly ModelPackageGroupName?: string;
  readonly ModelApprovalStatus?: string;
}

export type VersionUpdate = Pick<ModelVersion, 'ModelApprovalStatus' | 'CustomerMetadataProperties'> & {
  readonly ApprovalDescription?: string;
};

/** Groups of model versions: keeps every field that a version was registered with, and says so when its state changes. */
export class ModelRegistry {
  private readonly groups = new Map<string, ModelGroup>();

  constructor(private readonly announcements: Announcements) {}

  createGroup(name: string, caller: Caller): ModelGroup {
    if (this.groups.has(name)) throw validationException(`Model Package Group already exists: ${name}`);
    const arn = sageMakerArn(caller, 'model-package-group', name);
    const group = { arn, createdAt: new Date(), versions: new Map(), lastVersion: 0 };
    this.groups.set(name, group);
    return group;
  }

  hasGroup(arnOrName: string): boolean {
    return this.groups.has(nameOf(arnOrName));
  }

  group(arnOrName: string): ModelGroup {
    const group = this.groups.get(nameOf(arnOrName));
    if (!group) throw validationException(`Model Package Group ${arnOrName} does not exist.`);
    return group;
  }

  describeGroup(arnOrName: string): object {
    const { arn, createdAt } = this.group(arnOrName);
    const names = { ModelPackageGroupName: nameOf(arn), ModelPackageGroupArn: arn };
    return { ...names, ModelPackageGroupStatus: 'Completed', CreationTime: epochSeconds(createdAt), CreatedBy: {} };
  }

  deleteGroup(arnOrName: string): void {
    if (this.group(arnOrName).versions.size > 0) {
      throw conflictException(
        `Model Package Group ${nameOf(arnOrName)} cannot be deleted while it holds Model Packages.`,
      );
    }
    this.groups.delete(nameOf(arnOrName));
  }

  /** Adds a version and returns it. */
  register(input: CreateModelPackageInput, generatedBy: string, caller: Caller): ModelVersion {
    const name = nameOf(input.ModelPackageGroupName ?? '');
    const group = this.group(name);
    group.lastVersion += 1;
    const now = epochSeconds();
    const version = {
      ModelApprovalStatus: 'PendingManualApproval' as const,
      ...input,
      ModelPackageName: name,
      ModelPackageGroupName: name,
      ModelPackageVersion: group.lastVersion,
      ModelPackageArn: sageMakerArn(caller, 'model-package', `${name}/${group.lastVersion}`),
      ModelPackageStatus: 'Completed',
      ModelPackageStatusDetails: { ValidationStatuses: [], ImageScanStatuses: [] },
      MetadataProperties: { ...input.MetadataProperties, GeneratedBy: generatedBy },
      CreationTime: now,
      LastModifiedTime: now,
    };
    group.versions.set(group.lastVersion, version);
    this.announce(version);
    return version;
  }

  describe(arnOrName: string): ModelVersion {
    const [, group = '', number] = /([^/:]+)\/(\d+)$/.exec(arnOrName) ?? [];
    const version = this.groups.get(group)?.versions.get(Number(number));
    if (!version) throw validationException(`ModelPackage ${arnOrName} does not exist.`);
    return version;
  }

  /** Summaries of one group's versions, oldest first; without a group none, since all of ours are versioned. */
  list({ ModelPackageGroupName = '', ModelApprovalStatus }: VersionFilter): readonly object[] {
    const versions = [...(this.groups.get(nameOf(ModelPackageGroupName))?.versions.values() ?? [])];
    const wanted = versions.filter(
      (one) => (ModelApprovalStatus ?? one.ModelApprovalStatus) === one.ModelApprovalStatus,
    );
    return wanted.map((one) => pick(one, SUMMARY));
  }

  update(arn: string, { CustomerMetadataProperties, ...changes }: VersionUpdate): void {
    const version = this.describe(arn);
    const metadata = { ...version.CustomerMetadataProperties, ...CustomerMetadataProperties };
    Object.assign(version, changes, { CustomerMetadataProperties: metadata, LastModifiedTime: epochSeconds() });
    this.announce(version);
  }

  delete(arn: string): void {
    const { ModelPackageGroupName, ModelPackageVersion } = this.describe(arn);
    this.group(ModelPackageGroupName).versions.delete(ModelPackageVersion);
  }

  private announce(version: ModelVersion): void {
    const detail = { ...pick(version, [...SUMMARY, ...DETAIL]), CreationTime: isoTime(version.CreationTime) };
    const detailType = 'SageMaker Model Package State Change';
    this.announcements.change({ source: 'aws.sagemaker', detailType, resources: [version.ModelPackageArn], detail });
  }
}

const SUMMARY = [
  ...['ModelPackageGroupName', 'ModelPackageVersion', 'ModelPackageArn', 'ModelPackageDescription'],
  ...['CreationTime', 'ModelPackageStatus', 'ModelApprovalStatus'],
];

const DETAIL = ['InferenceSpecification', 'ModelMetrics', 'MetadataProperties', 'CustomerMetadataProperties'];

const pick = (record: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
