from snowplow_tracker import Emitter, SelfDescribing, SelfDescribingJson, Snowplow, StructuredEvent, Subject, Tracker

tracker = Tracker("sp", Emitter("collector.acme.org"))
other = Snowplow.create_tracker(namespace="shop", endpoint="collector.acme.org")


def order(request):
    subject = Subject()
    subject.set_user_id(request.user.id)  # ~> identifier.user_id snowplow
    subject.set_ip_address(request.META["REMOTE_ADDR"])  # ~> identifier.ip_address snowplow
    tracker.track(StructuredEvent(category="orders", action="placed", label=request.user.email))  # ~> contact.email snowplow
    tracker.track(SelfDescribing(SelfDescribingJson("iglu:org.acme/order/jsonschema/1-0-0", {"phone": request.user.phone})))  # ~> contact.phone snowplow
    other.track_page_view("https://acme.org/", referrer=request.META["HTTP_REFERER"])  # ~> behavior.referrer snowplow
