import openai
from flask import Flask, request
from langchain_openai import AzureChatOpenAI
from openai import AzureOpenAI, OpenAI

app = Flask(__name__)
azure = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="1")


@app.post("/ask")
def ask():
    question = request.json["question"]
    messages = [{"role": "user", "content": question}]
    azure.chat.completions.create(model="m", messages=messages)  # ~> content.llm_prompt azure-openai
    azure.chat.completions.with_raw_response.create(model="m", messages=messages)  # ~> content.llm_prompt azure-openai
    openai.AzureOpenAI().embeddings.create(model="m", input=question)  # ~> content.llm_prompt azure-openai
    AzureChatOpenAI(azure_deployment="m").invoke(question)  # ~> content.llm_prompt azure-openai
    OpenAI().chat.completions.create(model="m", messages=messages)  # ~> content.llm_prompt openai
    return "", 204
