provider "sentry" {
