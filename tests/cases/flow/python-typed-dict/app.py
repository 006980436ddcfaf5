from typing import TypedDict

import segment.analytics as analytics


class Traits(TypedDict, total=False):
    email: str
    phone: str
    plan: str


@app.route("/identify")
def identify(traits: Traits):
    analytics.identify("anonymous", traits)  # ~> contact.email segment, contact.phone segment
