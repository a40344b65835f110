import { BlockList } from 'node:net';
import { isTrusted } from '../client-address.ts';

const near = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  near.addSubnet(network, bits, 'ipv4');
}
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address lies in a network of the server's own, where proxies and monitors are and visitors are not. */
export function isNear(address: string): boolean {
  return isTrusted(address, near);
}
