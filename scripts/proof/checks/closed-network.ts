import type { Placed } from '../assembly';
import { about, type Check, type Finding } from '../check';
import { resourcesOf } from '../resources-of';
import { isTrue, listOf, shown, valueAt } from '../value-at';

/** What leads out of a VPC, or in. */
const DOORS: Readonly<Record<string, string>> = {
  'AWS::EC2::InternetGateway': 'an internet gateway',
  'AWS::EC2::EgressOnlyInternetGateway': 'an egress-only internet gateway',
  'AWS::EC2::NatGateway': 'a NAT gateway',
  'AWS::EC2::EIP': 'a public address',
};
/** Addresses that stay within private networks (RFC 1918, RFC 6598, RFC 4193), and the one by which CDK writes "nobody". */
const PRIVATE =
  /^(255\.255\.255\.255\/32$|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/i;

const RANGES = ['CidrIp', 'CidrIpv6', 'CidrBlock', 'Ipv6CidrBlock', 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'];
const WAYS_OUT = ['GatewayId', 'NatGatewayId', 'EgressOnlyInternetGatewayId', 'InstanceId'];

export const closedNetwork: Check = {
  id: 'closed-network',
  rule: 'Where there is a VPC nothing leads from it to the internet or back: no public subnet, gateway, NAT or open security group (S-13, S-14; EC2.2, .15, .18, .19, .21).',
  find: (assembly) => [
    ...resourcesOf(assembly, ...Object.keys(DOORS)).map((door) =>
      about(door, `S-14: there is ${DOORS[door.Type]}; jobs reach S3 by a gateway endpoint and need no way out`),
    ),
    ...resourcesOf(assembly, 'AWS::EC2::Subnet')
      .filter(
        ({ Properties }) =>
          isTrue(valueAt(Properties, 'MapPublicIpOnLaunch')) ||
          isTrue(valueAt(Properties, 'AssignIpv6AddressOnCreation')),
      )
      .map((subnet) =>
        about(
          subnet,
          'S-14: the subnet hands out public addresses; MapPublicIpOnLaunch and AssignIpv6AddressOnCreation have to be false',
        ),
      ),
    ...resourcesOf(assembly, 'AWS::EC2::Route')
      .filter(leavesVpc)
      .map((route) => about(route, 'S-14: the route leads to the internet')),
    ...resourcesOf(assembly, 'AWS::EC2::SecurityGroup').flatMap(groupFaults),
    ...resourcesOf(assembly, 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress').flatMap((rule) =>
      ruleFaults(rule, rule.Properties, rule.Type.slice('AWS::EC2::'.length)),
    ),
    ...resourcesOf(assembly, 'AWS::EC2::NetworkAclEntry')
      .filter(({ Properties }) => valueAt(Properties, 'RuleAction') === 'allow' && isOpen(Properties))
      .map((entry) => about(entry, 'S-13: the network ACL lets the whole internet through')),
  ],
};

function groupFaults(group: Placed): Finding[] {
  const egress = valueAt(group.Properties, 'SecurityGroupEgress');
  return [
    ...['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((name) =>
      listOf(valueAt(group.Properties, name)).flatMap((rule) => ruleFaults(group, rule, name)),
    ),
    ...(listOf(egress).length === 0
      ? [about(group, 'S-13: without SecurityGroupEgress AWS allows everything out; it has to name what is reached')]
      : []),
  ];
}

function ruleFaults(resource: Placed, rule: unknown, name: string): Finding[] {
  return isOpen(rule)
    ? [
        about(
          resource,
          `S-13: ${name} is open to ${shown(valueAt(rule, 'CidrIp') ?? valueAt(rule, 'CidrIpv6'))}; it has to name a security group, a prefix list or private addresses`,
        ),
      ]
    : [];
}

/** Whether a range of addresses is public; one that only a deployment knows is left alone. */
function isOpen(rule: unknown): boolean {
  const ranges = RANGES.map((name) => valueAt(rule, name));
  return ranges.some((range) => typeof range === 'string' && !PRIVATE.test(range));
}

function leavesVpc({ Properties }: Placed): boolean {
  return isOpen(Properties) && WAYS_OUT.some((name) => valueAt(Properties, name) !== undefined);
}
