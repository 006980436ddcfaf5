from django.views.generic import FormView
from posthog import Posthog

posthog = Posthog("phc_key")


class SignupView(FormView):
    def form_valid(self, form):
        posthog.capture("signup", distinct_id="x", properties={"value": form.cleaned_data["email"]})  # ~> contact.email posthog
        return super().form_valid(form)
