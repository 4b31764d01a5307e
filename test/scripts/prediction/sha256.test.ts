import { Sha256 } from '../../../scripts/prediction/sha256';

const hex = async (hash: Sha256) => Buffer.from(await hash.digest()).toString('hex');

test('hashes as FIPS 180-4 says: "abc", in any pieces', async () => {
  const hash = new Sha256();
  hash.update('a');
  hash.update(new Uint8Array([98, 99]));

  expect(await hex(hash)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('signs with a secret as RFC 4231 says: test case 2', async () => {
  const hash = new Sha256('Jefe');
  hash.update(new TextEncoder().encode('what do ya want for nothing?').buffer as ArrayBuffer);

  expect(await hex(hash)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test('takes only the part of a buffer that it is shown', async () => {
  const hash = new Sha256();
  hash.update(Buffer.from('xabcx').subarray(1, 4));

  expect(await hex(hash)).toMatch(/^ba7816bf/);
});

test('begins anew after a reset', async () => {
  const hash = new Sha256();
  hash.update('forgotten');
  hash.reset();
  hash.update('abc');

  expect(await hex(hash)).toMatch(/^ba7816bf/);
});
