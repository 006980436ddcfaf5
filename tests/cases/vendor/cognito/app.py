import boto3
from flask import Flask, request

app = Flask(__name__)
cognito = boto3.client("cognito-idp")


@app.post("/login")
def login():
    body = request.json
    cognito.sign_up(ClientId="c", Username=body["username"], Password=body["password"])  # ~> credential.password cognito, identity.username cognito
    cognito.initiate_auth(ClientId="c", AuthFlow="USER_PASSWORD_AUTH", AuthParameters={"USERNAME": body["username"], "PASSWORD": body["password"]})  # ~> credential.password cognito, identity.username cognito
    return "", 204
