import { Injectable } from '@nestjs/common';
import { Analytics } from '@segment/analytics-node';

@Injectable()
export class AnalyticsService {
  private readonly client = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

  userCreated(email: string) {
    this.client.identify({ userId: 'api', traits: { email } });
  }
}
