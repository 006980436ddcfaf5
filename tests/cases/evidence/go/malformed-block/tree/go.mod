module x
require (
	github.com/getsentry/sentry-go
