import axiom_py

client = axiom_py.Client()


def view(request):
    user = request.user
    client.ingest_events(dataset="web", events=[{"email": user.email}])  # ~> contact.email axiom
    client.ingest_events("web", [{"phone": user.phone, "plan": user.plan}])  # ~> contact.phone axiom
