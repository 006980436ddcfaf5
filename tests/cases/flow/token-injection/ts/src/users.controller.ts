import { Body, Controller, Inject, Post } from '@nestjs/common';
import type { PostHog } from 'posthog-node';
import { POSTHOG } from './telemetry.module';

@Controller('users')
export class UsersController {
  constructor(@Inject(POSTHOG) private readonly posthog: PostHog) {}

  @Post()
  create(@Body() body: { email: string; plan: string }) {
    this.posthog.capture({ distinctId: 'api', event: 'created', properties: { email: body.email } }); // ~> contact.email posthog
  }
}
