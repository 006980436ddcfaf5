import { Module } from '@nestjs/common';
import { PostHog } from 'posthog-node';

export const POSTHOG = Symbol('POSTHOG');

@Module({
  providers: [{ provide: POSTHOG, useFactory: () => new PostHog(process.env.POSTHOG_KEY!) }],
  exports: [POSTHOG],
})
export class TelemetryModule {}
