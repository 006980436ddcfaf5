import process from 'node:process';
import { z } from 'zod';

const env = z.object({ supportEmail: z.string() }).parse(process.env);
const { organization_id } = process.env;

export async function run() {
  await fetch('https://api.github.com/orgs', {
    method: 'POST',
    body: JSON.stringify({ email: env.supportEmail, organization_id, contact: import.meta.env.adminEmail }),
  });
}

run();
