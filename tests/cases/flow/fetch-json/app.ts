interface User { id: string; email: string; name: string; plan: string }

declare const session: { user: User };

document.addEventListener('DOMContentLoaded', () => {
  const payload = {
    api_key: 'phc_123',
    event: 'opened',
    properties: { email: session.user.email }, // ~> contact.email posthog
  };
  const body = JSON.stringify(payload);
  void fetch('https://eu.i.posthog.com/capture/', { method: 'POST', body });
});
