from django.db import models
from posthog import Posthog

posthog = Posthog("key")


class Workspace(models.Model):
    title = models.CharField(max_length=80)
    deleted_at = models.DateTimeField(null=True)

    def retire(self):
        moment: int = int(self.deleted_at.timestamp())
        self.title = f"retired__{moment}"
        self.save()


def track(slug):
    posthog.capture(distinct_id="server", event="retired", properties={"workspace_name": slug})


def retire(request, pk):
    workspace = Workspace.objects.get(pk=pk)
    workspace.retire()
    track(f"retired__{int(workspace.deleted_at.timestamp())}")
