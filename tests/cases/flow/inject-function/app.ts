import { Component, InjectionToken, Injectable, inject } from '@angular/core';
import mixpanel from 'mixpanel-browser';
import posthog from 'posthog-js';
import { session } from '@acme/session';

const POSTHOG = new InjectionToken('posthog', { providedIn: 'root', factory: () => posthog });

@Injectable({ providedIn: 'root' })
export class AnalyticsService {
  private readonly posthog = inject(POSTHOG);

  track(event: string, properties: object) {
    mixpanel.track(event, properties);
  }

  set(properties: object) {
    this.posthog.setPersonProperties(properties);
  }
}

@Component({ selector: 'app-root', template: '' })
export class AppComponent {
  private readonly analytics = inject(AnalyticsService);

  ngOnInit() {
    session.user$.subscribe((user) => {
      this.analytics.track('seen', { email: user.email }); // ~> contact.email mixpanel
      this.analytics.set({ email: user.email }); // ~> contact.email posthog
    });
  }
}
