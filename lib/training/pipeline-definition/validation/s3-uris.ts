import { expressionText } from './expression-text';
import { isRecord } from './read-json';
import { forEachStep } from './rule';

/** Members that hold a place in S3. */
const PLACES = new Set(['S3Uri', 'S3OutputPath', 'ModelDataUrl']);

/** Every place in S3 is written as one; what is known only at run time may be anything. */
export const s3Uris = forEachStep((step) =>
  places(step.own)
    .filter(isNoUri)
    .map((uri) => `Step ${step.name} names the place ${uri}, which is no s3:// URI.`),
);

function places(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(places);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const text = PLACES.has(key) ? expressionText(member) : undefined;
    return text === undefined ? places(member) : [text];
  });
}

function isNoUri(text: string): boolean {
  // A place that begins with a reference of the run or a token of the deployment shows itself later.
  return !/^(s3:\/\/[^/]|\{|\$\{Token\[)/.test(text);
}
