/**
 * Instance types with disks of their own: a `d` after the generation (m5d, g4dn), or a family that has them in every size.
 * They encrypt them in hardware, and SageMaker refuses a key for them (API reference, `KmsKeyId` of CreateEndpointConfig).
 */
const LOCAL_DISK = /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*|(?:g[56]|gr6|p[456]|trn\d|i\d)[a-z0-9-]*)\./;

/** Whether SageMaker refuses a key for the volume of such an instance. */
export function hasLocalDisk(instanceType: unknown): boolean {
  return typeof instanceType === 'string' && LOCAL_DISK.test(instanceType);
}
