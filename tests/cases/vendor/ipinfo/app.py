import ipinfo
from fastapi import FastAPI, Request

app = FastAPI()


def locate(address: str):
    return ipinfo.getHandler("token").getDetails(address).city


@app.post("/device")
def device(request: Request):
    return locate(request.client.host)  # ~> identifier.ip_address ipinfo
