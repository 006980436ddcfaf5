import os

from anthropic import Anthropic
from content_blocks import format_blocks


class Assistant:
    def __init__(self):
        self.model = os.environ["ASSISTANT_MODEL"]
        self.provider = os.environ["ASSISTANT_PROVIDER"]

    def call(self):
        blocks = format_blocks(["a.png"], self.provider or self.model, upload=False)
        return Anthropic().messages.create(
            model=self.model, max_tokens=10, messages=[{"role": "user", "content": blocks}]
        )


Assistant().call()
