import * as z from 'zod';
import {factsFile, notes, sources, text} from './common';

const count = z.number().positive().nullable();

const docker = z.strictObject({
  memory_mb: count,
  cpu_shares: count,
  cpus: count,
  privileged: z.boolean(),
  pid_host: z.boolean(),
  host_network: z.boolean(),
  docker_socket: z.boolean(),
  readonly_rootfs: z.boolean(),
  tmpfs: text.nullable(),
  workspace_mount: z.boolean(),
  memory_env: text.nullable(),
  cpu_env: text.nullable(),
});

const ec2 = z.strictObject({
  instance_type: text.nullable(),
  volume_gb: count,
  clamped_to: text.nullable(),
  status: text,
});

const fly = z.strictObject({memory_mb: z.number().positive(), cpus: z.number().positive()});

/** Hosted workspaces ran on Fly in 2026.04 and run on EC2 since: a release has one of the two. */
export const tier = z.strictObject({
  id: text,
  kind: z.literal('tier'),
  tier: z.number().int().positive(),
  name: text,
  description: text,
  docker,
  ec2: ec2.optional(),
  fly: fly.nullable().optional(),
  notes,
  sources,
});

export const tierRule = z.strictObject({
  id: text,
  kind: z.literal('rule'),
  description: text,
  value: z.union([z.number(), text]),
  notes,
  sources,
});

export const tierItem = z.discriminatedUnion('kind', [tier, tierRule]);
export const tiersFile = factsFile(tierItem, {});
export type Tier = z.infer<typeof tier>;
export type TierItem = z.infer<typeof tierItem>;
