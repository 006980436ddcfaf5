terraform {
  required_providers {
    datadog = {
      source = "DataDog/datadog"
    }
  }
}
resource "aws_lambda_function" "api" {
  environment {
    variables = {
      SENTRY_DSN = "https://k@o1.ingest.de.sentry.io/1"
    }
  }
}
