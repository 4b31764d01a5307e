/** Whose account and which region a call is about. */
export interface Caller {
  readonly account: string;
  readonly region: string;
}

export const sageMakerArn = ({ account, region }: Caller, kind: string, name: string): string =>
  `arn:aws:sagemaker:${region}:${account}:${kind}/${name}`;

/** A time in the wire's form, e.g. 1795258446.123. */
export const epochSeconds = (time: Date = new Date()): number => time.getTime() / 1000;

/** The wire's time as text, for events. */
export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** The name in a `…/<name>` ARN, or the name itself. */
export const nameOf = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);

/** Of all names here; feature groups may have underscores, pipelines may be longer, and ours need neither. */
export const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;
