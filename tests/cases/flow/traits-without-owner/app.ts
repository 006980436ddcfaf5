import posthog from 'posthog-js';

export function save(e, res) {
  const values = readForm(e.target);
  posthog.identify('id', {
    name: values.a, // ~> identity.name posthog
    phone: values.b, // ~> contact.phone posthog
  });
  posthog.capture('saved', { name: values.c, feature: { name: values.e } });
}

export function render(req, res) {
  save(req, res);
}
