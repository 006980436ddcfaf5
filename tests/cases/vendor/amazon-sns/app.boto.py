import boto3
from flask import Flask, request

app = Flask(__name__)
sns = boto3.client("sns")


@app.post("/code")
def code():
    sns.publish(PhoneNumber=request.json["phone"], Message="Your code is 123")  # ~> contact.phone amazon-sns
    return "", 204
