/** Everything that may differ between environments; each field is a decision somebody would want to take. */
export interface EnvironmentConfig {
  /** Starts every fixed name, so that several environments and projects fit one account. Lower case and hyphens. */
  readonly project: string;
  readonly environment: 'sandbox' | 'production';
  /** The account stays a token; the region decides which images and instance types there are. */
  readonly region: string;
  /** Values of the tags `ml:owner` and `ml:cost-center`. */
  readonly owner: string;
  readonly costCenter: string;
  /** Keeps buckets, tables, keys and models when their stack goes, and protects stacks that hold state. */
  readonly retainData: boolean;
  /** Receives alarms; nobody is subscribed when it is left out. */
  readonly operatorsEmail?: string;
  readonly logRetentionDays: 7 | 14 | 30 | 90 | 180 | 365;
  readonly dataLake: {
    /** Accepts single records through Firehose beside whole files in S3. */
    readonly streamIntake: boolean;
    /** Days after which superseded object versions, access logs and quarantined rows go. */
    readonly keepOldVersionsDays: number;
    readonly keepAccessLogsDays: number;
    readonly keepQuarantineDays: number;
  };
  readonly dataPreparation: {
    readonly workerType: 'G.1X' | 'G.2X' | 'G.4X';
    readonly workers: number;
    readonly timeoutMinutes: number;
    /** Feature-store writers at a time; each writes 25 records a request, several requests at once. */
    readonly parallelIngestions: number;
  };
  readonly training: {
    /** A new account's quota for an instance type may be 0: README, "Quotas to ask for". */
    readonly trainingInstanceType: string;
    readonly transformInstanceType: string;
    readonly processingInstanceType: string;
    /** Where versions may serve later; stands in the registry, starts nothing. */
    readonly inferenceInstanceType: string;
    readonly maximumRuntimeMinutes: number;
    readonly tuningJobs: number;
    readonly parallelTuningJobs: number;
    /** Hours between two trainings, counted in event times; a failed training takes none. */
    readonly coolDownHours: number;
    /** Labelled rows that must have come since the last training before new data trains again. */
    readonly minimumNewLabels: number;
  };
}
