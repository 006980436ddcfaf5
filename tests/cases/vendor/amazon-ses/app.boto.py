import boto3
from flask import Flask, request

app = Flask(__name__)
ses = boto3.client("ses", region_name="eu-west-1")
s3 = boto3.client("s3")


@app.post("/invite")
def invite():
    email = request.json["email"]  # ~> contact.email amazon-ses
    ses.send_email(Source="a@acme.example", Destination={"ToAddresses": [email]}, Message={"Subject": {"Data": "Hi"}})
    boto3.Session().client("sesv2").create_contact(ContactListName="news", EmailAddress=email)
    s3.put_object(Bucket="b", Key="k", Body=email)
    return "", 204
