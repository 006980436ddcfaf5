import { Queue } from 'bullmq';

export const analyticsQueue = new Queue('analytics');
