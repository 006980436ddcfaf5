Gem::Specification.new do |s|
  s.add_dependency 'posthog-ruby', '2.5.1'
  s.add_development_dependency 'sentry-ruby'
end
