import json
import os

import requests


class Layer:
    def __init__(self, api_key):
        self.api_key = api_key

    @property
    def headers(self):
        return {"Authorization": f"Bearer {self.api_key}"}

    def invoke(self, count):
        url = "https://api.openai.com/v1/completions"
        return requests.request("POST", url, headers=self.headers, data=json.dumps({"n": count}))


def main(settings):
    Layer(os.environ["OPENAI_API_KEY"]).invoke(1)
    Layer(settings.OPENAI_API_KEY).invoke(2)
