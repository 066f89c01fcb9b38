"""What botocore's errors mean, in one word (:class:`~ssmwizard.model.facts.Why`)."""

from __future__ import annotations

import codecs
import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import botocore.exceptions as boto

from ssmwizard.model.facts import Why
from ssmwizard.outside.calls import CallFailed

# The code of a configuration file that begins with a mark that botocore cannot read.
BYTE_ORDER_MARK = "ByteOrderMark"
# S3's answers to HEAD have no body, so that their status is all that is told.
DENIED = {
    "403",
    "AccessDenied",
    "AccessDeniedException",
    "AuthorizationError",
    "Client.UnauthorizedOperation",
    "UnauthorizedOperation",
}
CREDENTIALS = {
    "AuthFailure",
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "InvalidToken",
    "MissingAuthenticationToken",
    "RequestExpired",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
}
THROTTLED = {
    "PriorRequestNotComplete",
    "RateExceeded",
    "RequestLimitExceeded",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
}
NO_CREDENTIALS = tuple(
    getattr(boto, name)
    for name in (
        "NoCredentialsError",
        "PartialCredentialsError",
        "CredentialRetrievalError",
        "InfiniteLoopConfigError",
        "InvalidConfigError",
        "UnknownCredentialError",
        "NoAuthTokenError",
        "TokenRetrievalError",
        "SSOError",
        "LoginError",
        "RefreshWithMFAUnsupportedError",
        "MetadataRetrievalError",
        "MissingDependencyException",
    )
    if hasattr(boto, name)
)
CONFIGURATION = (
    boto.ConfigNotFound,
    boto.ConfigParseError,
    boto.ProfileNotFound,
    boto.NoRegionError,
    boto.InvalidRegionError,
    boto.EndpointProviderError,
    boto.UnknownServiceError,
    boto.UnknownEndpointError,
)
TIMED_OUT = (boto.ReadTimeoutError, boto.ConnectTimeoutError)


def failed(call: str, error: Exception, at: datetime) -> CallFailed:
    """Turn an error of botocore into the one error that leaves this layer."""
    if isinstance(error, boto.ClientError):
        said = error.response.get("Error", {})
        code = str(said.get("Code", ""))
        request = str(error.response.get("ResponseMetadata", {}).get("RequestId", ""))
        message = str(said.get("Message", ""))
        return CallFailed(call, _why(code), code, message, at=at, request_id=request)
    return CallFailed(call, _local_why(error), _name(error), str(error), at=at)


def _name(error: Exception) -> str:
    """Return the name of an error of this side; botocore does not tell a byte-order mark apart."""
    if isinstance(error, boto.ConfigParseError):
        with suppress(OSError), Path(error.kwargs["path"]).open("rb") as file:
            if file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8:
                return BYTE_ORDER_MARK
    return type(error).__name__


def _why(code: str) -> Why:
    if code in DENIED:
        return Why.DENIED
    if code in CREDENTIALS:
        return Why.CREDENTIALS
    if code in THROTTLED:
        return Why.THROTTLED
    return Why.FAILED


def _local_why(error: Exception) -> Why:
    # Some of botocore's errors of the network are an OSError too.
    if isinstance(error, TIMED_OUT):
        return Why.TIMED_OUT
    if isinstance(error, (boto.HTTPClientError, boto.ConnectionError)):
        return Why.UNREACHABLE
    if isinstance(error, (*NO_CREDENTIALS, OSError, json.JSONDecodeError)):
        return Why.CREDENTIALS
    if isinstance(error, (*CONFIGURATION, UnicodeDecodeError)):
        return Why.CONFIGURATION
    return Why.FAILED
