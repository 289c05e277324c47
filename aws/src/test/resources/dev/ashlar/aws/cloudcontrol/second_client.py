"""Drives the fake of Cloud Control with boto3, and checks what it answers."""
import json
import sys

import boto3
from botocore.exceptions import ClientError

client = boto3.client(
    "cloudcontrol",
    endpoint_url=sys.argv[1],
    region_name="eu-west-1",
    aws_access_key_id="AKIDTEST",
    aws_secret_access_key="test-secret-key",
)
QUEUE = "AWS::SQS::Queue"


def ended(response):
    token = response["ProgressEvent"]["RequestToken"]
    for _ in range(20):
        event = client.get_resource_request_status(RequestToken=token)["ProgressEvent"]
        if event["OperationStatus"] in ("SUCCESS", "FAILED"):
            return event
    raise AssertionError("the request never ends")


def read(identifier):
    described = client.get_resource(TypeName=QUEUE, Identifier=identifier)["ResourceDescription"]
    return json.loads(described["Properties"])


wanted = json.dumps({"QueueName": "jobs", "VisibilityTimeout": 30})
made = ended(client.create_resource(TypeName=QUEUE, DesiredState=wanted, ClientToken="one"))
assert made["OperationStatus"] == "SUCCESS", made
again = ended(client.create_resource(TypeName=QUEUE, DesiredState=wanted, ClientToken="one"))
assert again["Identifier"] == made["Identifier"], again
assert read(made["Identifier"])["VisibilityTimeout"] == 30

patch = json.dumps([{"op": "replace", "path": "/VisibilityTimeout", "value": 60}])
changed = ended(
    client.update_resource(TypeName=QUEUE, Identifier=made["Identifier"], PatchDocument=patch)
)
assert changed["OperationStatus"] == "SUCCESS", changed
assert read(made["Identifier"])["VisibilityTimeout"] == 60

fixed = json.dumps([{"op": "replace", "path": "/QueueName", "value": "others"}])
refused = ended(
    client.update_resource(TypeName=QUEUE, Identifier=made["Identifier"], PatchDocument=fixed)
)
assert refused["ErrorCode"] == "NotUpdatable", refused

wrong = ended(
    client.create_resource(TypeName=QUEUE, DesiredState=json.dumps({"QueueNames": "jobs"}))
)
assert wrong["ErrorCode"] == "InvalidRequest", wrong

listed = client.list_resources(TypeName=QUEUE)["ResourceDescriptions"]
assert [each["Identifier"] for each in listed] == [made["Identifier"]], listed

gone = ended(client.delete_resource(TypeName=QUEUE, Identifier=made["Identifier"]))
assert gone["OperationStatus"] == "SUCCESS", gone
try:
    read(made["Identifier"])
    raise AssertionError("the queue is still there")
except ClientError as error:
    assert error.response["Error"]["Code"] == "ResourceNotFoundException", error.response

print("all as expected")
