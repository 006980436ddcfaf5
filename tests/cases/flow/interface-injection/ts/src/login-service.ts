import type { AnalyticsPort } from './port';

export interface User { id: string; email: string }

export class LoginService {
  constructor(private readonly analytics: AnalyticsPort) {}

  login(user: User) {
    this.analytics.identify(user.email);
  }
}
