module acme.io/x
require github.com/segmentio/analytics-go/v3 v3.3.0
