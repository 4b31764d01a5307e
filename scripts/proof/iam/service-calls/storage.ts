import type { Stack } from '../../assembly';
import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { keyChecks } from '../operations/operation';
import { type Asked, ask, asked, bucketArn, objectArn, type World } from './world';

/** What a job reads below a URI of S3: it lists what is there and takes it, decrypted. */
export function reads(role: string, uri: string, stack: Stack, world: World): Asked[] {
  const arn = objectArn(uri);
  if (arn === undefined) return [];
  const bucket = bucketArn(arn);
  const within = arn === bucket ? `${arn}/` : arn;
  const prefix = within.slice(bucket.length + 1);
  return [
    ...ask(role, SERVICE_ACTIONS.inputFolder, bucket, { 's3:prefix': prefix }),
    ...ask(role, SERVICE_ACTIONS.input, within.endsWith('/') ? `${within}part` : within),
    ...asked(role, keyChecks(['kms:Decrypt'], bucket, 's3', world.at(stack))),
  ];
}

/** What a job leaves below a URI of S3, under a customer's key if the bucket or `key` says so. */
export function writes(role: string, uri: string, stack: Stack, world: World, key = ''): Asked[] {
  const arn = objectArn(uri);
  if (arn === undefined) return [];
  const at = key === '' ? world.at(stack) : { ...world.at(stack), keyOf: () => key };
  return [
    ...ask(role, SERVICE_ACTIONS.output, `${arn.replace(/\/$/, '')}/part`),
    // A large object goes in parts, and a part is encrypted with a key that was decrypted.
    ...asked(role, keyChecks(['kms:GenerateDataKey', 'kms:Decrypt'], bucketArn(arn), 's3', at)),
  ];
}
