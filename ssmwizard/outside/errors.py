"""What botocore's errors mean, in one word (:class:`~ssmwizard.model.facts.Why`)."""

from __future__ import annotations

import json
from datetime import datetime

import botocore.exceptions as boto

from ssmwizard.model.facts import Why
from ssmwizard.outside.calls import CallFailed

DENIED = {
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
    return CallFailed(call, _local_why(error), type(error).__name__, str(error), at=at)


def _why(code: str) -> Why:
    if code in DENIED:
        return Why.DENIED
    if code in CREDENTIALS:
        return Why.CREDENTIALS
    if code in THROTTLED:
        return Why.THROTTLED
    return Why.FAILED


def _local_why(error: Exception) -> Why:
    if isinstance(error, (*NO_CREDENTIALS, OSError, json.JSONDecodeError)):
        return Why.CREDENTIALS
    if isinstance(error, (*CONFIGURATION, UnicodeDecodeError)):
        return Why.CONFIGURATION
    if isinstance(error, TIMED_OUT):
        return Why.TIMED_OUT
    if isinstance(error, (boto.HTTPClientError, boto.ConnectionError)):
        return Why.UNREACHABLE
    return Why.FAILED
