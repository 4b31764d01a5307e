// A `d` after the generation (m5d, g4dn, p4d), or a family that has local disks in every size.
const LOCAL_STORAGE = /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*|(?:g[56]|gr6|p[456]|trn\d|i\d)[a-z0-9-]*)\./;

/** Whether the instance type brings NVMe disks, which it encrypts in hardware and for which it refuses a key. */
export function hasLocalStorage(instanceType: string): boolean {
  return LOCAL_STORAGE.test(instanceType);
}

/** The key of a job's volume where the instance type takes one, nothing elsewhere (API, `VolumeKmsKeyId`). */
export function volumeKey(instanceType: string, kmsKeyArn: string): { readonly VolumeKmsKeyId?: string } {
  return hasLocalStorage(instanceType) ? {} : { VolumeKmsKeyId: kmsKeyArn };
}
