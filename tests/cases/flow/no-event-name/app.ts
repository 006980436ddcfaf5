import posthog from 'posthog-js';
import { bus } from '@acme/bus';

interface AnalyticsEvent { name: string; source: string; label: string; value: number }

bus.on('event', (event: AnalyticsEvent) => {
  posthog.capture(event.name, { source: event.source, label: event.label, value: event.value });
});
