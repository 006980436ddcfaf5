import pymsteams

card = pymsteams.connectorcard("https://acme.webhook.office.com/x")


def signup(request):
    card.text(f"New user {request.user.email}")  # ~> contact.email microsoft-teams
    section = pymsteams.cardsection()
    section.addFact("phone", request.user.phone)  # ~> contact.phone microsoft-teams
    card.addSection(section)
    card.send()
