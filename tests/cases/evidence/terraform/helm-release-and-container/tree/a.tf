resource "helm_release" "dd" {
  chart = "datadog"
}
resource "x" "y" {
  env {
    name = "MIXPANEL_TOKEN"
  }
}
