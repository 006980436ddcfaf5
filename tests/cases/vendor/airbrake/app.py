from pybrake import Notifier

notifier = Notifier(project_id=1, project_key="x", environment="production")


def view(request, error):
    user = request.user
    notifier.notify(f"no account for {user.email}")  # ~> contact.email airbrake
    notifier.notify(error)
