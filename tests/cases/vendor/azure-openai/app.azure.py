import openai
from flask import Flask, request
from langchain_openai import AzureChatOpenAI
from openai import AzureOpenAI, OpenAI

app = Flask(__name__)
azure = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="1")


@app.post("/ask")
def ask():
    question = request.json["question"]  # ~> content.llm_prompt azure-openai, content.llm_prompt openai
    messages = [{"role": "user", "content": question}]
    azure.chat.completions.create(model="m", messages=messages)
    azure.chat.completions.with_raw_response.create(model="m", messages=messages)
    openai.AzureOpenAI().embeddings.create(model="m", input=question)
    AzureChatOpenAI(azure_deployment="m").invoke(question)
    OpenAI().chat.completions.create(model="m", messages=messages)
    return "", 204
