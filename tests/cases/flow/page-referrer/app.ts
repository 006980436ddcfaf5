import posthog from 'posthog-js';

document.addEventListener('DOMContentLoaded', () => {
  posthog.capture('landed', { from: document.referrer }); // ~> behavior.referrer posthog
});
