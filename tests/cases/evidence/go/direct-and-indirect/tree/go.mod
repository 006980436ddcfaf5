module github.com/acme/api

go 1.23

require (
	github.com/getsentry/sentry-go v0.30.0
	github.com/posthog/posthog-go v1.2.0 // indirect
)
