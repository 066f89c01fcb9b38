"""The rule about the way out: this computer has to reach the hosts that a session is opened by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.checks.endpoint_words import (
    DISAGREES,
    NO_PROXY,
    NO_SOCKS,
    PLUGIN_TRUSTS,
    SENTENCES,
    STOPPED,
    WEBSOCKET,
)
from ssmwizard.checks.rule import (
    Check,
    Outcome,
    failed,
    not_applicable,
    passed,
    seen,
    undecided,
    unknown,
    warning,
)
from ssmwizard.model.facts import Fact, Known, Unknown, Why
from ssmwizard.model.findings import Evidence, Grade, Scope, Severity
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, joined, text
from ssmwizard.model.way_out import Ended, Layer, Store, WayOut

LAYERS: Mapping[Layer, str] = {
    Layer.NAME: N_("{host}: name"),
    Layer.CONNECT: N_("{host}: connection"),
    Layer.PROXY: N_("{host}: proxy"),
    Layer.TLS: N_("{host}: encryption"),
    Layer.HTTP: N_("{host}: answer"),
    Layer.UPGRADE: N_("{host}: WebSocket"),
}
# A failure that tells how a service answered: it was reached.
ANSWERED = (Why.DENIED, Why.THROTTLED)
MILLISECONDS = 1000


def endpoints(snapshot: Snapshot) -> Outcome:
    """Judge how far connections from this computer get, and what stops them."""
    if snapshot.computer is None:
        return not_applicable(text(N_("This computer was left out.")))
    facts = snapshot.computer.ways
    if not facts:
        said = N_("The way to AWS is looked at in the inspection, once a Region is chosen.")
        return not_applicable(text(said))
    known = {name: fact for name, fact in facts.items() if isinstance(fact, Known)}
    found = tuple(line for fact in known.values() for line in lines(fact.value, fact))
    ways = [
        fact.value
        for name, fact in known.items()
        if fact.value.arrives or not _answers(snapshot, name)
    ]
    stopped = [way for way in ways if not way.arrives]
    if stopped:
        return _stopped(snapshot, stopped, [way for way in ways if way.arrives], found)
    unseen = [fact for fact in facts.values() if isinstance(fact, Unknown)]
    if unseen:
        return unknown(unseen[0], *found)
    # Those that neither the public authorities nor the system vouch for; none where nothing is encrypted.
    alone = [way for way in ways if way.goal.plugin and way.trusted == (Store.BUNDLE,)]
    if alone:
        return _plugin_alone(alone[0], found)
    hosts = tuple(fact.value.host for fact in known.values())
    return passed(text(N_("This computer reaches {hosts}."), hosts=hosts), *found)


def _stopped(
    snapshot: Snapshot, stopped: list[WayOut], others: list[WayOut], found: tuple[Evidence, ...]
) -> Outcome:
    """Say once what stops several ways alike, the nearest first."""
    groups: dict[tuple[Layer, Ended, str], list[WayOut]] = {}
    for way in stopped:
        groups.setdefault((way.last.layer, way.last.ended, way.proxy), []).append(way)
    said = joined(*(sentence(snapshot, alike) for alike in groups.values()))
    plugin = next((way for way in stopped if way.goal.plugin), None)
    if plugin is not None and not plugin.proxy and any(way.from_system for way in others):
        told = N_(
            "The AWS CLI takes a proxy from the settings of the system, the plugin only from HTTPS_PROXY: set that too."
        )
        said = joined(said, text(told))
    elif plugin is not None and plugin.disagrees:
        said = joined(said, _disagreeing(plugin))
    if all(_open(way) for way in stopped):
        return undecided(said, *found)
    return failed(said, *found, grade=Grade.PROVED, cause="way-out")


def _open(way: WayOut) -> bool:
    """Tell whether a way may lead on for others: through a proxy, or with the system's authorities."""
    if way.last.ended is Ended.UNSUPPORTED:
        return not _is_socks_of_cli(way)
    untrusted = way.goal.plugin and way.last.ended is Ended.UNTRUSTED
    return untrusted and Store.SYSTEM not in way.distrusted


def _is_socks_of_cli(way: WayOut) -> bool:
    """Tell whether the AWS CLI would have to go through a SOCKS proxy, which botocore does not know."""
    return way.proxy.startswith("socks") and not way.goal.plugin


def _disagreeing(way: WayOut) -> Text:
    none = text(NO_PROXY)
    return text(DISAGREES, host=way.host, of_cli=way.of_cli or none, proxy=way.proxy or none)


def sentence(snapshot: Snapshot, alike: list[WayOut]) -> Text:
    """Say what stops several ways alike, and what to do about it."""
    way = alike[0]
    layer, ended = way.last.layer, way.last.ended
    said = SENTENCES.get((layer, ended)) or SENTENCES.get((None, ended)) or STOPPED
    if layer is Layer.TLS and ended is Ended.UNTRUSTED:
        said = _untrusted(snapshot, way)
    if ended is Ended.UNSUPPORTED and _is_socks_of_cli(way):
        said = NO_SOCKS
    if way.proxy and layer in (Layer.NAME, Layer.CONNECT):
        said = N_(
            "The proxy {proxy}, through which {hosts} would be reached, does not answer. Check HTTPS_PROXY and the proxy itself; add to NO_PROXY what is reached without it."
        )
    shown = text(
        said,
        hosts=tuple(one.host for one in alike),
        proxy=way.proxy or "-",
        issuer=way.issuer or "-",
        bundle=way.goal.bundle or "-",
        detail=way.last.detail or ended.value,
    )
    if layer is Layer.UPGRADE:
        return joined(shown, text(WEBSOCKET))
    of_plugin = [one.goal.plugin for one in alike]
    if ended is Ended.UNTRUSTED and any(of_plugin) and not all(of_plugin):
        return joined(shown, text(PLUGIN_TRUSTS))
    return shown


def _untrusted(snapshot: Snapshot, way: WayOut) -> str:
    """Say who does not trust the certificate that was shown, and what to do about it."""
    if Store.PUBLIC in way.trusted:
        return N_(
            "The certificate of {hosts} is genuine, but {bundle}, which AWS_CA_BUNDLE or ca_bundle names, does not hold the authority that signed it. Remove that setting, or add the public authorities to the file."
        )
    if _open(way):
        return N_(
            "The certificate of {hosts} is signed by {issuer}, which is no public authority. The plugin goes by this computer's own trust store, and whether that holds it could not be looked at."
        )
    partition = snapshot.partition.name if snapshot.partition else ""
    public = snapshot.requirements.get("endpoints.public-certificates")
    if not public.in_force(partition, snapshot.now.date()):
        return N_(
            "The certificate of {hosts} is signed by {issuer}, which this computer does not trust. Name the file of its authorities in AWS_CA_BUNDLE, and add them to this computer's own trust store for the plugin."
        )
    if way.goal.plugin:
        return N_(
            "Something on the way opens the connection to {hosts}: the certificate is signed by {issuer}, which this computer does not trust. Add that authority to this computer's own trust store, which the plugin goes by, or have the host left alone."
        )
    return N_(
        "Something on the way opens the connection to {hosts}: the certificate is signed by {issuer}, which the AWS CLI does not trust. Name the file of that authority in AWS_CA_BUNDLE, or have the host left alone."
    )


def _plugin_alone(way: WayOut, found: tuple[Evidence, ...]) -> Outcome:
    """Judge a connection that is opened on the way by somebody whom only the AWS CLI was told of."""
    shown = {"host": way.host, "issuer": way.issuer or "-"}
    if Store.SYSTEM in way.distrusted:
        said = N_(
            "The certificate of {host} is signed by {issuer}. AWS_CA_BUNDLE makes the AWS CLI trust it, but the plugin goes by this computer's own trust store, where it is not: sessions would hang. Add it there."
        )
        return failed(text(said, **shown), *found, grade=Grade.INFERRED, cause="way-out")
    said = N_(
        "The certificate of {host} is signed by {issuer}. AWS_CA_BUNDLE makes the AWS CLI trust it; the plugin goes by this computer's own trust store, which could not be looked at. If sessions hang, add it there."
    )
    return warning(text(said, **shown), *found)


def _answers(snapshot: Snapshot, service: str) -> bool:
    """Tell whether calls of this very inspection were answered by a service."""
    account, session = snapshot.account, snapshot.session
    facts: list[Fact[Any]] = [
        snapshot.identity.caller,
        account.fleet,
        account.tier,
        account.host_management,
        session.preferences,
        session.key,
        *(node.managed for node in snapshot.nodes),
    ]
    return any(
        fact.source is not None
        and fact.source.call.startswith(f"{service}:")
        and (isinstance(fact, Known) or fact.why in ANSWERED)
        for fact in facts
    )


def lines(way: WayOut, fact: Fact[Any]) -> Iterable[Evidence]:
    """Show each layer with what was seen, how it ended and how long it took."""
    for step in way.steps:
        parts = [step.detail or step.ended.value]
        if step.ended is not Ended.DONE and step.detail:
            parts.append(step.ended.value)
        parts += [way.proxy] if way.proxy and step.layer is Layer.CONNECT else []
        parts.append(f"{step.seconds * MILLISECONDS:.0f} ms")
        yield seen(text(LAYERS[step.layer], host=way.host), " · ".join(parts), fact)
    if way.disagrees:
        yield seen(text(N_("{host}: proxy of the AWS CLI"), host=way.host), way.of_cli or "-", fact)


CHECKS: tuple[Check, ...] = (
    Check(
        id="computer.endpoints",
        title=text(N_("This computer reaches AWS")),
        why=text(
            N_(
                "A session goes through this computer: the AWS CLI asks for it, and the plugin keeps a WebSocket open."
            )
        ),
        scope=Scope.COMPUTER,
        severity=Severity.BLOCKER,
        requirements=("endpoints.public-certificates",),
        docs=("session-manager-troubleshooting", "session-manager-getting-started-privatelink"),
        run=endpoints,
    ),
)
