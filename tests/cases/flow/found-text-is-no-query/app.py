from document_index import Index
from openai import OpenAI

client = OpenAI()
index = Index("documents")


def answer():
    for hit in index.search("colours", limit=3):
        text = hit.payload["text"]  # ~> content.llm_prompt openai
        client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])


answer()
