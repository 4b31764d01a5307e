/** Whether an address of IPv4 is within a network such as `10.0.0.0/8`; of IPv6, whether it is the same text. */
export function inNetwork(address: string, network: string): boolean {
  const [base = '', length = '32'] = network.split('/');
  const [a, b] = [inNumber(address), inNumber(base)];
  if (a === undefined || b === undefined) return address.toLowerCase() === network.toLowerCase();
  const size = 2 ** (32 - Number(length));
  return Math.floor(a / size) === Math.floor(b / size);
}

function inNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(Number.isInteger(part) && part >= 0 && part <= 255)))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
