import segment.analytics as analytics


def view(request):
    org = request.user.organization
    analytics.group("anonymous", org.id, {"name": org.name})  # ~> identifier.org_id segment, work.organization segment
