// swift-tools-version:5.9
import PackageDescription
let package = Package(
  name: "Acme",
  dependencies: [
    .package(url: "https://github.com/getsentry/sentry-cocoa.git", from: "8.0.0"),
    .package(url: "https://github.com/PostHog/posthog-ios", exact: "3.15.0"),
  ]
)
