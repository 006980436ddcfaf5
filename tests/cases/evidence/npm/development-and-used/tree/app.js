import posthog from 'posthog-js'
posthog.init('k')
