import type { OfficeHours } from './office-hours';

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
    readonly maximumRuntimeMinutes: number;
    readonly tuningJobs: number;
    readonly parallelTuningJobs: number;
    /** Hours between two trainings, counted in event times; a failed training takes none. */
    readonly coolDownHours: number;
    /** Labelled rows that must have come since the last training before new data trains again. */
    readonly minimumNewLabels: number;
  };
  readonly serving: {
    readonly realTime: {
      /** `on` has an instance running around the clock from the first approval on; `parked` waits for `npm run wake`. */
      readonly initially: 'on' | 'parked';
      /** Parked when nobody has asked it for so many hours, which is looked at every hour. @default - it stays on */
      readonly parkWhenIdleHours?: number;
      /** Woken at their beginning and parked at their end. @default - only people and idleness park and wake it */
      readonly officeHours?: OfficeHours;
      /** Also stands in the registry as where versions may serve. */
      readonly instanceType: string;
      /** From two instances up, a new version gets a part of the traffic first. */
      readonly instances: number;
      readonly maximumInstances: number;
      /** Invocations a minute and instance that autoscaling aims at. */
      readonly invocationsPerInstance: number;
      /** Share of requests that are captured for Model Monitor, in percent. */
      readonly capturePercentage: number;
      /** How long the former version stands by after the new one took over, while the alarms watch. */
      readonly bakeMinutes: number;
      /** A 99th percentile above it rolls a new version back, and calls somebody. */
      readonly latencyMilliseconds: number;
    };
    readonly serverless: {
      readonly memoryMegabytes: 1024 | 2048 | 3072 | 4096 | 5120 | 6144;
      readonly maximumConcurrency: number;
    };
    readonly api: { readonly requestsPerSecond: number; readonly burst: number };
  };
  readonly modelMonitoring: {
    /** Rows that a monitor waits for before it judges; fewer are kept for its next look. */
    readonly minimumRows: number;
    /** Smallest population stability index that counts as drift, however many rows prove it. */
    readonly smallestDrift: number;
    /** Prepares and trains every so many days, whatever the monitors say. @default - only for a cause */
    readonly retrainEveryDays?: number;
    /** SageMaker Model Monitor's own schedules: closed to new accounts, whose refusal is survived. */
    readonly modelMonitorSchedules: boolean;
    /** Days until the outcome of a prediction is known; Model Monitor judges the week of predictions before that. */
    readonly outcomesAfterDays: number;
    readonly instanceType: string;
  };
  readonly governance: {
    /** Activates the cost tags every day. Off where another account pays: only there can they be activated, by hand. */
    readonly activateTags: boolean;
    /**
     * What the environment may cost a month; the operators hear of half of it, four fifths, all, and of a forecast beyond.
     * `none` where AWS refuses a budget, as it may to an account that another one pays for.
     */
    readonly budget: { readonly monthlyDollars: number } | 'none';
    /** Tells the operators at once of sudden costs of at least so much. `none` where the account has somebody told already. */
    readonly costAnomalies: { readonly leastDollars: number } | 'none';
    /**
     * Sorts the bill by phase, untaggable costs included, which are taken to be all the project's. Only an account that pays
     * its own bill may have categories: anywhere else the budget's stack would fail.
     */
    readonly costCategories: boolean;
  };
}
