"""What messages about signing in mean."""

from __future__ import annotations

from collections.abc import Mapping

from ssmwizard.checks.messages.meaning import Meaning, meaning
from ssmwizard.model.text import N_

MEANINGS: Mapping[str, Meaning] = {
    "sso-expired": meaning(
        N_(
            "The sign-in through IAM Identity Center (SSO) has expired, or was never made for this profile."
        ),
        N_(
            "Run aws sso login with the same profile, then try again. If the AWS CLI works and another program says this, that program reads another profile or another sign-in: compare AWS_PROFILE."
        ),
    ),
    "sso-no-access": meaning(
        N_(
            "The sign-in through IAM Identity Center works, but it gives no access to the account and role that the profile names."
        ),
        N_(
            "Compare sso_account_id and sso_role_name of the profile with what the access portal shows. If they are missing there, ask who administers IAM Identity Center to assign them."
        ),
    ),
    "sso-incomplete": meaning(
        N_(
            "The profile is set up for IAM Identity Center, but a part of its settings is missing. The Session Manager plugin says the same when it is too old to understand a profile with an sso-session."
        ),
        N_(
            "If the AWS CLI itself says this, run aws configure sso for the profile. If only the plugin says it, install a newer plugin."
        ),
    ),
    "login-expired": meaning(
        N_(
            "The sign-in that aws login made for this profile has expired, or cannot be read any more."
        ),
        N_("Run aws login with the same profile, then try again."),
    ),
    "login-not-allowed": meaning(
        N_("Who signs in with aws login lacks the right signin:CreateOAuth2Token."),
        N_("Ask who administers IAM for that right, or sign in another way."),
    ),
    "login-not-supported": meaning(
        N_(
            "The profile was made with aws login, and the program that says this has no support for it built in."
        ),
        N_(
            "Use AWS CLI 2 for it, or install botocore with its extra crt where that program is installed."
        ),
    ),
    "no-credentials": meaning(
        N_(
            "No credentials were found: not in the environment, not in the profile, and not from the machine."
        ),
        N_(
            "Choose a profile (AWS_PROFILE or --profile), or sign in: aws sso login, aws login, or aws configure for access keys."
        ),
    ),
    "partial-credentials": meaning(
        N_(
            "Only a part of the credentials was found: the access key without its secret, or the reverse."
        ),
        N_(
            "Complete the profile or the environment variables that the message names. Often one variable is left over in the environment: remove it."
        ),
    ),
    "profile-not-found": meaning(
        N_("The AWS configuration has no profile of this name."),
        N_(
            "Check the spelling in AWS_PROFILE and --profile; aws configure list-profiles names those that are there. Another user or sudo has another configuration."
        ),
    ),
    "config-unreadable": meaning(
        N_(
            "The AWS configuration file cannot be read. Even aws --version fails then, although the AWS CLI itself is well."
        ),
        N_(
            "Open the file that the message names and correct it. A frequent reason is an invisible byte-order mark: save it again as plain UTF-8."
        ),
    ),
    "config-contradicts": meaning(
        N_(
            "The profile takes a role through another profile, and that chain leads nowhere: a profile is missing, or names itself."
        ),
        N_("Correct source_profile and credential_source in the AWS configuration."),
    ),
    "token-expired": meaning(
        N_("The temporary credentials have expired."),
        N_(
            "Get new ones from where these came from: sign in again, or take the role again. Exported environment variables do not renew themselves: remove them and use a profile. If they are new, check the clock of this computer."
        ),
    ),
    "token-refused": meaning(
        N_(
            "AWS does not know the access key, or does not accept it here: it was deleted or switched off, belongs to another partition (China, GovCloud), or the Region is not enabled for the account."
        ),
        N_(
            "Check which profile is used, and that the Region belongs to it and is enabled. Look for AWS_ACCESS_KEY_ID left over in the environment."
        ),
    ),
    "signature-wrong": meaning(
        N_(
            "The signature of the request is wrong: the secret key does not belong to the access key, or something changed the request on its way."
        ),
        N_(
            "Enter the secret key again, and look for a blank at its end. Check the clock of this computer, and whether a proxy changes requests."
        ),
    ),
    "mfa-needed": meaning(
        N_("The profile asks for an MFA code, and none was given, or a wrong one."),
        N_(
            "Try again and give a fresh code: each works once and for about half a minute. A program that cannot ask for it needs credentials from one that can, such as the AWS CLI on a terminal."
        ),
    ),
    "credential-process-failed": meaning(
        N_("The program that credential_process of the profile names did not deliver credentials."),
        N_(
            "Run that program on a terminal: what it says is the reason. A window may not find it where a terminal does: write its whole path into the profile."
        ),
    ),
    "credentials-not-delivered": meaning(
        N_("The place that the profile takes its credentials from did not deliver them."),
        N_(
            "The message names that place: a role of the machine, a container, a web identity. See whether it can be reached from here."
        ),
    ),
    "assume-role-denied": meaning(
        N_(
            "Who is signed in may not take the role that the profile names: the role does not trust the caller, or the caller's own policies do not allow it."
        ),
        N_(
            "Check role_arn in the profile. The role's trust policy has to name the caller, and the caller needs sts:AssumeRole on the role."
        ),
    ),
    "no-region": meaning(
        N_("No Region was chosen."),
        N_(
            "Add --region, set AWS_REGION (AWS CLI 1 reads AWS_DEFAULT_REGION only), or write region into the profile."
        ),
    ),
    "region-unknown": meaning(
        N_(
            "The Region is not one that AWS has, or the service is not known there to this program."
        ),
        N_(
            "Check the spelling (for example eu-west-3). A Region newer than the AWS CLI needs a newer AWS CLI."
        ),
    ),
    "region-not-enabled": meaning(
        N_("The account has not enabled this Region, or this service."),
        N_(
            "Choose another Region, or ask who administers the account to enable it. Enabling takes minutes to hours."
        ),
    ),
}
