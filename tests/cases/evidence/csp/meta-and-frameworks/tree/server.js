app.use(helmet({ contentSecurityPolicy: { directives: {
  scriptSrc: ["'self'", 'https://eu.i.posthog.com'],
} } }))
