"""The account's own documents; the one that holds the session preferences above all."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ssmwizard.demo.context import Answer, Context, Operation, Params
from ssmwizard.demo.failure import AwsError

PREFERENCES = "SSM-SessionManagerRunShell"
SCHEMAS = {"Session": ("1.0",), "Command": ("1.2", "2.0", "2.2")}
MOST_VERSIONS = 1000


def _record(context: Context, name: str) -> dict[str, Any]:
    record: dict[str, Any] | None = context.region["documents"].get(name)
    if record is None:
        raise AwsError("InvalidDocument", f"Document with name {name} does not exist.")
    return record


def _version(record: dict[str, Any], wanted: str) -> str:
    """The number of a version; ``$DEFAULT`` and ``$LATEST`` stand for one."""
    named = {"$DEFAULT": record["DefaultVersion"], "$LATEST": record["LatestVersion"]}
    number = str(named.get(wanted, wanted))
    if number not in record["Versions"]:
        message = "The document version is not valid or does not exist."
        raise AwsError("InvalidDocumentVersion", message)
    return number


def content_of(context: Context, name: str) -> dict[str, Any]:
    """The content of a document's version in force; empty where it is none, or not readable."""
    record = context.region["documents"].get(name)
    if record is None:
        return {}
    try:
        content = json.loads(record["Versions"][record["DefaultVersion"]]["Content"])
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def get_document(context: Context, params: Params) -> Answer:
    """A document of the account, as it was written."""
    record = _record(context, params["Name"])
    number = _version(record, params.get("DocumentVersion", "$DEFAULT"))
    return {
        "Name": params["Name"],
        "CreatedDate": record["Versions"][number]["CreatedDate"],
        "DocumentVersion": number,
        "Status": "Active",
        "Content": record["Versions"][number]["Content"],
        "DocumentType": record["DocumentType"],
        "DocumentFormat": "JSON",
    }


def describe_document(context: Context, params: Params) -> Answer:
    """All about a document but its content."""
    record = _record(context, params["Name"])
    number = _version(record, params.get("DocumentVersion", "$DEFAULT"))
    return {"Document": _described(context, record, number, "Active")}


def _described(
    context: Context, record: dict[str, Any], number: str, status: str
) -> dict[str, Any]:
    content = json.loads(record["Versions"][number]["Content"])
    return {
        "Hash": hashlib.sha256(record["Versions"][number]["Content"].encode()).hexdigest(),
        "HashType": "Sha256",
        "Name": record["Name"],
        "Owner": context.account,
        "CreatedDate": record["Versions"][number]["CreatedDate"],
        "Status": status,
        "DocumentVersion": number,
        "Description": content.get("description", ""),
        "Parameters": [],
        "PlatformTypes": ["Windows", "Linux", "MacOS"],
        "DocumentType": record["DocumentType"],
        "SchemaVersion": content["schemaVersion"],
        "LatestVersion": record["LatestVersion"],
        "DefaultVersion": record["DefaultVersion"],
        "DocumentFormat": "JSON",
        "Tags": [],
    }


def create_document(context: Context, params: Params) -> Answer:
    """A first version; the demo reads JSON alone."""
    name, kind = params["Name"], params.get("DocumentType", "Command")
    if name in context.region["documents"]:
        message = f"Document with same name {name} already exists"
        raise AwsError("DocumentAlreadyExists", message)
    _check(kind, params["Content"])
    record = context.region["documents"][name] = {
        "Name": name,
        "DocumentType": kind,
        "DefaultVersion": "1",
        "LatestVersion": "1",
        "Versions": {"1": {"Content": params["Content"], "CreatedDate": context.now}},
    }
    return {"DocumentDescription": _described(context, record, "1", "Creating")}


def update_document(context: Context, params: Params) -> Answer:
    """A further version, which is not in force before it is made the default."""
    record = _record(context, params["Name"])
    latest = str(record["LatestVersion"])
    if params.get("DocumentVersion") not in ("$LATEST", latest):
        message = "The document version is not valid or does not exist."
        raise AwsError("InvalidDocumentVersion", message)
    _check(record["DocumentType"], params["Content"])
    if params["Content"] in (each["Content"] for each in record["Versions"].values()):
        message = "The content of the association document matches another document."
        raise AwsError("DuplicateDocumentContent", message)
    if len(record["Versions"]) >= MOST_VERSIONS:
        raise AwsError("DocumentVersionLimitExceeded", "The document has too many versions.")
    number = str(int(latest) + 1)
    record["LatestVersion"] = number
    record["Versions"][number] = {"Content": params["Content"], "CreatedDate": context.now}
    return {"DocumentDescription": _described(context, record, number, "Updating")}


def update_document_default_version(context: Context, params: Params) -> Answer:
    """Puts another version in force."""
    record = _record(context, params["Name"])
    record["DefaultVersion"] = _version(record, params["DocumentVersion"])
    return {"Description": {"Name": params["Name"], "DefaultVersion": record["DefaultVersion"]}}


def delete_document(context: Context, params: Params) -> Answer:
    """A document with all its versions, or one version that is not in force."""
    record, wanted = _record(context, params["Name"]), params.get("DocumentVersion")
    if wanted is not None:
        number = _version(record, wanted)
        if number == record["DefaultVersion"]:
            message = "The default version of a document cannot be deleted."
            raise AwsError("InvalidDocumentOperation", message)
        del record["Versions"][number]
        record["LatestVersion"] = max(record["Versions"], key=int)
        return {}
    del context.region["documents"][_record(context, params["Name"])["Name"]]
    return {}


def _check(kind: str, text: str) -> None:
    try:
        content = json.loads(text)
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise AwsError("InvalidDocumentContent", "The content for the document is not valid.")
    if content.get("schemaVersion") not in SCHEMAS.get(kind, ()):
        message = "The version of the document schema is not supported."
        raise AwsError("InvalidDocumentSchemaVersion", message)


def _on_document(action: str) -> Any:
    def resources(context: Context, params: Params) -> list[tuple[str, str]]:
        return [(action, context.arn("ssm", f"document/{params['Name']}"))]

    return resources


_RUN = {
    "GetDocument": (get_document, False),
    "DescribeDocument": (describe_document, False),
    "CreateDocument": (create_document, True),
    "UpdateDocument": (update_document, True),
    "UpdateDocumentDefaultVersion": (update_document_default_version, True),
    "DeleteDocument": (delete_document, True),
}
OPERATIONS = {
    f"ssm:{name}": Operation(run, writes=writes, resources=_on_document(f"ssm:{name}"))
    for name, (run, writes) in _RUN.items()
}
