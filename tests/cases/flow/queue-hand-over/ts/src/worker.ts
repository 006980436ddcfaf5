import { Worker } from 'bullmq';
import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

new Worker('analytics', async (job) => {
  analytics.identify({ userId: 'worker', traits: { email: job.data.email } });
});
