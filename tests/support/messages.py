"""Error messages as operators paste them, and the ids of what they are."""

from __future__ import annotations

USER = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/ann@example.com"
NODE_ROLE = "arn:aws:sts::111122223333:assumed-role/web-role/i-0123456789abcdef0"
HYBRID_ROLE = "arn:aws:sts::111122223333:assumed-role/service-role/HybridRole/mi-0123456789abcdef0"
NODE = "i-0123456789abcdef0"
SESSION = "ann@example.com-0a1b2c3d4e5f60718"
REQUEST = "3f2c9a1b-2723-4071-92be-96aa54c24bae"


def cli(code: str, call: str, said: str) -> str:
    """What the AWS CLI and boto3 print of a service's error."""
    return f"\nAn error occurred ({code}) when calling the {call} operation: {said}\n"


def refused(action: str, resource: str, why: str, who: str = USER) -> str:
    """What IAM says."""
    return f"User: {who} is not authorized to perform: {action} on resource: {resource} {why}"


def no_policy(action: str, kind: str = "identity-based") -> str:
    """The reason of an implicit denial."""
    return f"because no {kind} policy allows the {action} action"


def denied(action: str, resource: str = "*", who: str = USER, kind: str = "identity-based") -> str:
    """A whole denial as the AWS CLI prints it."""
    call = action.partition(":")[2]
    said = refused(action, resource, no_policy(action, kind), who)
    return cli("AccessDeniedException", call, said)


def agent(said: str, level: str = "ERROR") -> str:
    """A line of the agent's log."""
    return f"2026-11-24 08:00:00.1234 {level} [ssm-agent-worker] [MessageService] {said}"


def ended(said: str) -> str:
    """What the plugin prints when the agent ends a session."""
    return f"\nStarting session with SessionId: {SESSION}\n\n\nSessionId: {SESSION} : \n----------ERROR-------\n{said}\n"


EC2 = f"arn:aws:ec2:eu-west-3:111122223333:instance/{NODE}"
OWN = f"arn:aws:ssm:eu-west-3:111122223333:session/{SESSION}"
DATA_CHANNEL = (
    f"Setting up data channel with id {SESSION} failed: failed to create websocket for datachannel "
    "with error: CreateDataChannel failed with no output or error: createDataChannel request failed: "
)

MESSAGES: list[tuple[str, list[str]]] = [
    # Signing in
    (
        "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
        ["sso-expired"],
    ),
    (
        "Error loading SSO Token: Token for https://example.awsapps.com/start does not exist",
        ["sso-expired"],
    ),
    ("Error when retrieving token from sso: Token has expired and refresh failed", ["sso-expired"]),
    (
        cli("UnauthorizedException", "GetRoleCredentials", "Session token not found or invalid"),
        ["sso-expired"],
    ),
    (cli("ForbiddenException", "GetRoleCredentials", "No access"), ["sso-no-access"]),
    (
        'The profile "ops" is configured to use SSO but is missing required configuration: sso_region, sso_start_url',
        ["sso-incomplete"],
    ),
    ('The specified sso-session does not exist: "corp"', ["sso-incomplete"]),
    (
        "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.",
        ["login-expired"],
    ),
    (
        "Error loading login session token: Unable to load a existing login session for session ops. Please reauthenticate with 'aws login'.",
        ["login-expired"],
    ),
    (
        "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.",
        ["login-not-allowed"],
    ),
    (
        'Missing Dependency: Using the login credential provider requires an additional dependency. You will need to pip install "botocore[crt]" before proceeding.',
        ["login-not-supported"],
    ),
    (
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
        ["no-credentials"],
    ),
    ("botocore.exceptions.NoCredentialsError: Unable to locate credentials", ["no-credentials"]),
    ("Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY", ["partial-credentials"]),
    ("The config profile (ops-prod) could not be found", ["profile-not-found"]),
    ("Unable to parse config file: /home/ann/.aws/config", ["config-unreadable"]),
    (
        "Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']",
        ["config-contradicts"],
    ),
    (
        'The source_profile "base" referenced in the profile "ops" does not exist.',
        ["config-contradicts"],
    ),
    (
        cli(
            "ExpiredTokenException",
            "StartSession",
            "The security token included in the request is expired",
        ),
        ["token-expired"],
    ),
    (
        cli(
            "ExpiredToken",
            "GetCallerIdentity",
            "The security token included in the request is expired",
        ),
        ["token-expired"],
    ),
    (cli("RequestExpired", "DescribeInstances", "Request has expired."), ["token-expired"]),
    (
        cli(
            "InvalidClientTokenId",
            "GetCallerIdentity",
            "The security token included in the request is invalid.",
        ),
        ["token-refused"],
    ),
    (
        cli(
            "UnrecognizedClientException",
            "StartSession",
            "The security token included in the request is invalid.",
        ),
        ["token-refused"],
    ),
    (
        cli(
            "AuthFailure",
            "DescribeInstances",
            "AWS was not able to validate the provided access credentials",
        ),
        ["token-refused"],
    ),
    (
        cli(
            "SignatureDoesNotMatch",
            "GetCallerIdentity",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
        ),
        ["signature-wrong"],
    ),
    (
        cli(
            "InvalidSignatureException",
            "StartSession",
            "Signature expired: 20261124T080000Z is now earlier than 20261124T081000Z (20261124T081500Z - 5 min.)",
        ),
        ["clock-wrong", "signature-wrong"],
    ),
    (
        cli(
            "SignatureDoesNotMatch",
            "GetCallerIdentity",
            "Signature not yet current: 20261124T080000Z is still later than 20261124T075000Z",
        ),
        ["clock-wrong", "signature-wrong"],
    ),
    (
        cli(
            "RequestTimeTooSkewed",
            "ListBuckets",
            "The difference between the request time and the current time is too large.",
        ),
        ["clock-wrong"],
    ),
    ("Cannot refresh credentials: MFA token required.", ["mfa-needed"]),
    (
        cli(
            "AccessDenied",
            "AssumeRole",
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        ),
        ["mfa-needed", "assume-role-denied"],
    ),
    (
        "Error when retrieving credentials from custom-process: 1Password is locked",
        ["credential-process-failed"],
    ),
    (
        "Error when retrieving credentials from iam-role: Credentials were refreshed, but the refreshed credentials are still expired.",
        ["credentials-not-delivered"],
    ),
    (denied("sts:AssumeRole", "arn:aws:iam::444455556666:role/Ops"), ["assume-role-denied"]),
    (
        'You must specify a region. You can also configure your region by running "aws configure".',
        ["no-region"],
    ),
    ("Provided region_name 'eu west 3' doesn't match a supported format.", ["region-unknown"]),
    ("Unable to construct an endpoint for ssm in region None", ["region-unknown"]),
    (
        cli(
            "OptInRequired",
            "DescribeInstances",
            "You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.",
        ),
        ["region-not-enabled"],
    ),
    # This computer
    (
        "\nSessionManagerPlugin is not found. Please refer to SessionManager Documentation here: http://docs.aws.amazon.com/console/systems-manager/session-manager-plugin-not-found\n",
        ["plugin-not-found"],
    ),
    ("zsh: command not found: session-manager-plugin", ["plugin-not-found"]),
    (
        "WARNING: An outdated SessionManagerPlugin version detected. Please upgrade it to the latest version. ",
        ["plugin-outdated"],
    ),
    (
        "Command '['session-manager-plugin', '--version']' returned non-zero exit status 3.",
        ["plugin-ends-with-error"],
    ),
    (
        "\nThe Session Manager plugin was installed successfully. Use the AWS CLI to start a session.\n\n",
        ["plugin-well"],
    ),
    (
        "\nUnknown operation foo. \nUse session-manager-plugin --version to check the version.\n\n",
        ["plugin-called-wrongly"],
    ),
    ("Cannot perform start session: EOF", ["plugin-end-of-input"]),
    (
        "Cannot perform start session: invalid character 'x' looking for beginning of value",
        ["plugin-cannot-start"],
    ),
    (
        "2026-11-24 08:00:00 ERROR [(DataChannel) Open @ websocketchannel.go.63] Failed to dial websocket: websocket: bad handshake",
        ["data-channel-not-opened"],
    ),
    (
        "NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors",
        ["plugin-without-credentials"],
    ),
    ("Session: ann-0a1b2c3d4e5f60718 timed out.", ["session-not-resumed"]),
    (
        "Resume Session failed: AccessDenied status code: 403, request id: " + REQUEST,
        ["session-not-resumed"],
    ),
    (
        ended(
            "Installed version of CLI does not support Session Manager encryption feature. Please upgrade to the latest version of your CLI (e.g., AWS CLI)."
        ),
        ["cli-without-encryption"],
    ),
    (
        'Could not connect to the endpoint URL: "https://ssm.eu-wset-3.amazonaws.com/"',
        ["endpoint-not-reached"],
    ),
    (
        'Connect timeout on endpoint URL: "https://ssm.eu-west-3.amazonaws.com/"',
        ["endpoint-silent"],
    ),
    ('Read timeout on endpoint URL: "https://ssm.eu-west-3.amazonaws.com/"', ["endpoint-silent"]),
    (
        "SSL validation failed for https://ssm.eu-west-3.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1000)",
        ["tls-intercepted"],
    ),
    (
        'Post "https://ssm.eu-west-3.amazonaws.com/": x509: certificate signed by unknown authority',
        ["tls-unknown-authority"],
    ),
    ('Failed to connect to proxy URL: "http://***@proxy.example.com:3128"', ["proxy-refuses"]),
    ("Tunnel connection failed: 407 Proxy Authentication Required", ["proxy-refuses"]),
    (
        "dial tcp: lookup ssmmessages.eu-west-3.amazonaws.com on 10.0.0.2:53: no such host",
        ["name-not-resolved"],
    ),
    (
        "Unable to parse response (not well-formed (invalid token): line 1, column 0), invalid XML received. Further retries may succeed:\nb'<html>'",
        ["answer-not-from-aws"],
    ),
    (
        "aws: error: argument operation: Invalid choice, valid choices are:\n\nadd-tags-to-resource",
        ["cli-too-old"],
    ),
    ("bash: aws: command not found", ["cli-not-found"]),
    ("[Errno 8] Exec format error: 'session-manager-plugin'", ["wrong-processor"]),
    (
        "kex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535",
        ["ssh-closed"],
    ),
    (
        "Unable to open tcp connection to port. listen tcp 127.0.0.1:3389: bind: address already in use",
        ["local-port-taken"],
    ),
    ("\nConnection to destination port failed, check SSM Agent logs.\n", ["remote-port-refused"]),
    (ended("Forwarding to IP address 169.254.169.254 is forbidden."), ["forwarding-forbidden"]),
    # The caller
    (denied("ssm:StartSession", EC2), ["start-session-denied"]),
    (
        denied(
            "ssm:StartSession",
            "arn:aws:ssm:eu-west-3:111122223333:document/SSM-SessionManagerRunShell",
        ),
        ["start-session-denied"],
    ),
    (cli("AccessDeniedException", "StartSession", "Access denied"), ["start-session-denied"]),
    (
        refused("ssmmessages:OpenDataChannel", OWN, no_policy("ssmmessages:OpenDataChannel")),
        ["data-channel-denied"],
    ),
    (denied("ssm:TerminateSession", OWN), ["terminate-session-denied"]),
    (denied("ssm:ResumeSession", OWN), ["resume-session-denied"]),
    (
        ended(
            "Encountered error while initiating handshake. KMSEncryption failed on client with status 2 error: Failed to process action KMSEncryption: Error calling KMS GenerateDataKey API: AccessDeniedException: "
            + refused(
                "kms:GenerateDataKey",
                "arn:aws:kms:eu-west-3:111122223333:key/" + REQUEST,
                no_policy("kms:GenerateDataKey"),
            )
        ),
        ["caller-kms-denied"],
    ),
    (
        ended(
            "Encountered error while initiating handshake. KMSEncryption failed on client with status 2 error: Failed to process action KMSEncryption: Error calling KMS GenerateDataKey API: NoCredentialProviders: no valid providers in chain. Deprecated."
        ),
        ["plugin-without-credentials", "caller-kms-denied"],
    ),
    (
        ended("Encountered error while initiating handshake. Encryption challenge does not match!"),
        ["encryption-context"],
    ),
    (
        cli("TargetNotConnected", "StartSession", f"{NODE} is not connected."),
        ["target-not-connected"],
    ),
    (
        "ssm.TargetNotConnectedException: mi-0123456789abcdef0 is not connected.",
        ["target-not-connected"],
    ),
    (
        cli(
            "InvalidDocument",
            "StartSession",
            "Document type: 'Command' is not supported. Only type: 'Session' is supported for Session Manager.",
        ),
        ["document-of-other-type"],
    ),
    (
        cli("InvalidDocument", "StartSession", "Document with name MyShell does not exist."),
        ["document-missing"],
    ),
    (cli("ThrottlingException", "StartSession", "Rate exceeded"), ["throttled"]),
    (
        "An error occurred (Throttling) when calling the GetRole operation (reached max retries: 4): Rate exceeded",
        ["throttled"],
    ),
    (cli("RequestLimitExceeded", "DescribeInstances", "Request limit exceeded."), ["throttled"]),
    (
        denied("ssm:DescribeInstanceInformation", "arn:aws:ssm:eu-west-3:111122223333:*"),
        ["looking-denied"],
    ),
    (
        cli(
            "UnauthorizedOperation",
            "DescribeInstances",
            "You are not authorized to perform this operation. User: "
            + USER
            + " is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action",
        ),
        ["looking-denied"],
    ),
    (
        denied("iam:SimulatePrincipalPolicy", "arn:aws:iam::111122223333:role/web-role"),
        ["looking-at-roles-denied"],
    ),
    (denied("iam:PassRole", "arn:aws:iam::111122223333:role/web-role"), ["repair-denied"]),
    (denied("ssm:SendCommand", EC2), ["repair-denied"]),
    (denied("ssm:StartAccessRequest"), ["just-in-time-denied"]),
    (denied("s3:ListAllMyBuckets"), ["denied"]),
    (cli("AccessDeniedException", "DescribeThings", "Access denied"), ["denied"]),
    (cli("DoesNotExistException", "TerminateSession", "Session does not exist"), ["session-gone"]),
    (cli("InternalServerError", "StartSession", "None"), ["service-fault"]),
    # The account
    (
        cli(
            "BadRequest",
            "StartSession",
            "Enable advanced-instances tier to use Session Manager with your on-premises instances",
        ),
        ["advanced-tier-asked-for"],
    ),
    (cli("BadRequest", "StartSession", ""), ["bad-request"]),
    (
        "Systems Manager's instance management role is not configured for account: 111122223333",
        ["host-management-not-configured"],
    ),
    (
        cli(
            "KMSInvalidStateException",
            "GenerateDataKey",
            "arn:aws:kms:eu-west-3:111122223333:key/x is pending deletion.",
        ),
        ["key-unusable"],
    ),
    ("ResourceNotFoundException: The specified log group does not exist.", ["log-group-missing"]),
    (cli("NoSuchBucket", "PutObject", "The specified bucket does not exist"), ["bucket-missing"]),
    # The node
    (
        "SSM Agent is not online\nThe SSM Agent was unable to connect to a Systems Manager endpoint to register itself with the service.",
        ["console-agent-offline"],
    ),
    (
        "The instance you selected isn't configured to use Session Manager.",
        ["console-not-configured"],
    ),
    (
        "The instance you selected isn\u2019t configured to use Session Manager.",
        ["console-not-configured"],
    ),
    (
        "We weren't able to connect to your instance. Common reasons for this include:\n1. SSM Agent isn't installed on the instance.",
        ["console-could-not-connect"],
    ),
    (
        "There are no instances which are associated with the required IAM role.",
        ["console-no-instances"],
    ),
    (
        cli(
            "InvalidInstanceId",
            "SendCommand",
            "Instances [[i-0123456789abcdef0]] not in a valid state for account 111122223333",
        ),
        ["instance-state-invalid"],
    ),
    (
        cli(
            "InvalidInstanceID.NotFound",
            "DescribeInstances",
            f"The instance ID '{NODE}' does not exist",
        ),
        ["instance-not-there"],
    ),
    ("blank screen", ["blank-screen"]),
    (
        ended("Plugin with name Standard_Stream not found. Step name: Standard_Stream"),
        ["stream-plugin-missing"],
    ),
    (
        "Your session has been terminated for the following reasons: ----------ERROR------- document process failed unexpectedly: document worker timed out , check [ssm-document-worker]/[ssm-session-worker] log for crash reason",
        ["document-worker"],
    ),
    (
        agent(DATA_CHANNEL + "unexpected response from the service <InternalFailure/>"),
        ["data-channel-failed"],
    ),
    (agent("Failed to start pty: fork/exec /bin/sh: no space left on device"), ["pty-not-started"]),
    # The agent
    (
        ended(
            "Encountered error while initiating handshake. Handshake timed out. Please ensure that you have the latest version of the session manager plugin."
        ),
        ["handshake-timed-out"],
    ),
    (
        ended(
            "Encountered error while initiating handshake. Failed sending of HandshakeRequest message, err: closed"
        ),
        ["handshake-failed"],
    ),
    (
        ended(
            "Encountered error while initiating handshake. Fetching data key failed: Unable to retrieve data key, Error when decrypting data key AccessDeniedException: The ciphertext refers to a customer master key that does not exist"
        ),
        ["node-kms-denied"],
    ),
    (
        agent(
            DATA_CHANNEL
            + "unexpected response from the service <AccessDeniedException>\n  <Message>"
            + refused(
                "ssmmessages:CreateDataChannel",
                "arn:aws:ssmmessages:eu-west-3:111122223333:*",
                "with an explicit deny in a service control policy",
                NODE_ROLE,
            )
            + "</Message>\n</AccessDeniedException>"
        ),
        ["node-role-denied"],
    ),
    (
        agent(
            "CreateControlChannel failed with error: createControlChannel request failed: unexpected response from the service <AccessDeniedException/>"
        ),
        ["node-role-denied"],
    ),
    (
        agent(
            "Entering SSM Agent hibernate - AccessDeniedException: "
            + refused(
                "ssm:UpdateInstanceInformation",
                "arn:aws:ssm:eu-west-3:111122223333:managed-instance/mi-0123456789abcdef0",
                no_policy("ssm:UpdateInstanceInformation", "VPC endpoint"),
                HYBRID_ROLE,
            )
            + "\n\tstatus code: 400, request id: "
            + REQUEST,
            "INFO",
        ),
        ["node-role-denied", "hibernating"],
    ),
    (
        agent(
            "failed to sign the request: shared credentials are already expired, they were retrieved at 2026-11-24T02:00:00Z and expired at 2026-11-24T08:00:00Z"
        ),
        ["shared-credentials-expired"],
    ),
    (
        agent(
            DATA_CHANNEL
            + "unexpected response from the service <UnauthorizedRequest><message>Request is not authenticated</message></UnauthorizedRequest>"
        ),
        ["not-authenticated"],
    ),
    (
        agent(
            "Agent is in hibernate mode. Reducing logging. Logging will be reduced to one log per backoff period",
            "INFO",
        ),
        ["hibernating"],
    ),
    (
        agent(
            "EC2RoleRequestError: no EC2 instance role found\ncaused by: EC2MetadataError: failed to make EC2Metadata request"
        ),
        ["no-role-on-node", "metadata-silent"],
    ),
    (
        agent(
            "no valid credentials could be retrieved for ec2 identity. Default Host Management Err: error calling RequestManagedInstanceRoleToken"
        ),
        ["no-role-on-node"],
    ),
    (
        agent(
            "Failed to connect to Systems Manager with instance profile role credentials. Err: retrieved credentials failed to report to ssm. RequestId: "
            + REQUEST
        ),
        ["role-cannot-report"],
    ),
    (
        agent(
            "unexpected error getting instance profile role credentials or calling UpdateInstanceInformation. Skipping default host management fallback: context deadline exceeded"
        ),
        ["stand-in-skipped"],
    ),
    (agent("Failed to get instance info from IMDS. Err: timeout"), ["metadata-silent"]),
    (
        agent("MachineFingerprintDoesNotMatch: Fingerprint doesn't match\n\tstatus code: 400"),
        ["fingerprint-changed"],
    ),
    (
        agent(
            "Registration failed due to error registering the instance with AWS SSM. InvalidActivation"
        ),
        ["registration-failed"],
    ),
    ("binary needs to be executed by root", ["needs-root"]),
    (
        "| Connectivity to ssmmessages endpoint      | Failed  | ssmmessages.eu-west-3.amazonaws.com is not reachable: dial tcp |",
        ["diagnostics-host-not-reached"],
    ),
    ("Unit amazon-ssm-agent.service could not be found.", ["agent-not-installed"]),
    (
        agent(
            'error when calling AWS APIs. error details - RequestError: send request failed\ncaused by: Post "https://ssm.eu-west-3.amazonaws.com/": dial tcp 52.95.1.2:443: i/o timeout'
        ),
        ["agent-cannot-reach"],
    ),
    (
        ended(
            "Plugin with name NonInteractiveCommands is not supported by this version of ssm agent, please update to latest version. Step name: NonInteractiveCommands"
        ),
        ["feature-not-in-agent"],
    ),
    (
        ended("Unable to start shell: failed to start pty since RunAs user deploy does not exist"),
        ["run-as-user-missing"],
    ),
    (ended("Unable to start command: please set the RunAs default user"), ["run-as-without-user"]),
    (ended("the agent must run as root to use RunAs"), ["run-as-needs-root"]),
    (
        ended(
            "Unable to start shell: Failed to create user ssm-user: Instance is running active directory domain controller service. Disable the service to continue to use session manager."
        ),
        ["domain-controller"],
    ),
    (
        "updating amazon-ssm-agent to an older version, please turn on allow downgrade to proceed",
        ["agent-not-updated"],
    ),
    # The session preferences
    (
        ended(
            "We couldn't start the session because encryption is not set up on the selected Amazon S3 bucket. Either encrypt the bucket or choose an option to enable logging without encryption."
        ),
        ["bucket-not-encrypted"],
    ),
    (
        ended(
            "Couldn't start the session because we are unable to validate encryption on Amazon S3 bucket. Error: AccessDenied: Access Denied\n\tstatus code: 403"
        ),
        ["bucket-not-readable"],
    ),
    (
        ended(
            "We couldn't start the session because encryption is not set up on the selected CloudWatch Logs log group. Either encrypt the log group or choose an option to enable logging without encryption."
        ),
        ["log-group-not-encrypted"],
    ),
    (
        ended(
            "Couldn't start the session because we are unable to validate encryption on CloudWatch Logs log group. Error: RequestError"
        ),
        ["log-group-not-readable"],
    ),
    (
        agent("Failed to upload shell session logs to S3: AccessDenied: Access Denied"),
        ["log-not-written"],
    ),
    (
        refused("s3:PutObject", "arn:aws:s3:::logs-bucket/x", no_policy("s3:PutObject"), NODE_ROLE),
        ["log-not-written"],
    ),
    (
        "The PowerShell Transcription policy setting is configured on the instance. Update PowerShell Transcription policy setting to 'Not Configured' to stream session data to CloudWatch.",
        ["powershell-transcription"],
    ),
    (
        "The PowerShell version installed on the instance doesn\u2019t support streaming logs to CloudWatch.",
        ["powershell-too-old"],
    ),
    (
        ended("Encountered an error while executing shell profile: exit status 1"),
        ["shell-profile-failed"],
    ),
]
