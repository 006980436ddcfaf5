import posthog from 'posthog-js';
import { media } from '@acme/media';

media.on('resize', (breakpoint: { phone: boolean; tablet: boolean }) => {
  const device = breakpoint.phone ? 'phone' : 'desktop';
  posthog.capture('resized', { device, phone: breakpoint.phone });
});
