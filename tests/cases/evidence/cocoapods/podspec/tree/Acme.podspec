Pod::Spec.new do |s|
  s.dependency 'PostHog', '3.15.0'
end
