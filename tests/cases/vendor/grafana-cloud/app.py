import pyroscope

pyroscope.configure(application_name="shop", server_address="https://profiles-prod-001.grafana.net", tags={"region": "eu"})


def order(request):
    with pyroscope.tag_wrapper({"user_id": request.user.id}):  # ~> identifier.user_id grafana-cloud
        pyroscope.add_thread_tag("email", request.user.email)  # ~> contact.email grafana-cloud
