import os

from azure.ai.inference import ChatCompletionsClient
from cloud_library import Session


class Remote:
    def __init__(self, session_token):
        self.session_token = session_token

    def lookup(self, key):
        client = Session(session_token=self.session_token).client("runtime")
        return client.converse(key=key)


def run(session_token):
    answer = Remote(session_token).lookup("weather")
    ChatCompletionsClient("https://x", "k").complete(messages=[{"role": "user", "content": "Hi", "extra": answer}])


run(os.environ["SESSION_TOKEN"])
