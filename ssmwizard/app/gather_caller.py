"""Asks what the caller may do: about all nodes at once, then again where conditions decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ssmwizard.collect import caller, caller_nodes
from ssmwizard.model.caller import CallerRights
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.role import Decision
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.calls import Aws

# The features of sessions that need a document of their own; that of a shell comes first.
DOCUMENTS = ("shell", "ssh", "port-forwarding", "non-interactive")

Ask = Callable[[Text, Mapping[Any, Callable[[], Any]]], dict[Any, Any]]


@dataclass(frozen=True, slots=True)
class CallerQuestions:
    """The questions about one caller. ``first`` are asked beside others, ``rest`` asks the rest."""

    asking: caller.Asking
    ask: Ask

    @classmethod
    def of(cls, aws: Aws, snapshot: Snapshot, ask: Ask) -> CallerQuestions | None:
        """Return the questions; None where the simulator does not take the caller, or nobody chose."""
        who, told, partition = (
            snapshot.rights.principal,
            snapshot.identity.caller,
            snapshot.partition,
        )
        if not (isinstance(who, Known) and isinstance(told, Known) and partition):
            return None
        if not who.value.arn or not snapshot.nodes:
            return None
        needed = snapshot.requirements
        asking = caller.Asking(
            aws=aws,
            who=who.value,
            caller=told.value,
            region=snapshot.identity.region or "",
            partition=partition,
            documents=tuple(needed.text(f"caller.{name}-document") for name in DOCUMENTS),
            own=needed.texts("caller.data-channel-actions")
            + needed.texts("caller.session-actions"),
            requests=needed.texts("caller.request-actions"),
            at=snapshot.now,
        )
        return cls(asking, ask)

    def first(self, snapshot: Snapshot) -> caller.Questions:
        """Return what is asked about all nodes at once."""
        nodes = [node.id for node in snapshot.nodes]
        return caller.first(self.asking, nodes, checked=_checked(snapshot))

    def rest(self, snapshot: Snapshot, answers: Mapping[Any, Any]) -> CallerRights:
        """Ask what follows from the first answers, and return all that is known then."""
        found, why = caller.started(answers), caller.unanswered(answers)
        facts = {node.id: found.get(self.asking.node(node.id), why) for node in snapshot.nodes}
        starts = {name: fact for name, fact in facts.items() if isinstance(fact, Known)}
        unseen = {name: fact for name, fact in facts.items() if isinstance(fact, Unknown)}
        documents = self._documents(found, why)
        keys = snapshot.rights.keys.value if isinstance(snapshot.rights.keys, Known) else ()
        missed = {key for fact in starts.values() for key in fact.value.missing_context}
        asked, named = caller_nodes.tag_keys(missed), caller_nodes.tag_keys(keys)
        more = self.ask(
            text(N_("Reading what you may do yourself")),
            {
                **(
                    caller_nodes.tag_questions(self.asking.aws, snapshot.nodes)
                    if asked or named
                    else {}
                ),
                **self._besides(snapshot, starts),
            },
        )
        listed = {name[1]: fact for name, fact in more.items() if name[0] == "tags"}
        held = {node.id: caller_nodes.tags_of(node, listed) for node in snapshot.nodes}
        conditions = caller_nodes.Conditions(
            asked=asked,
            perhaps=tuple(key for key in named if key not in asked),
            tags={name: fact.value for name, fact in held.items() if isinstance(fact, Known)},
            document=(documents.value if isinstance(documents, Known) else {}).get(
                self.asking.documents[0]
            ),
            checked=_checked(snapshot),
        )
        asks = caller_nodes.asks(starts, conditions)
        again = self.ask(
            text(N_("Reading what you may do yourself")),
            {
                ("again", number): partial(caller_nodes.answered, self.asking, one)
                for number, one in enumerate(asks)
            },
        )
        told = zip(asks, again.values(), strict=True)
        return replace(
            snapshot.rights,
            nodes={**unseen, **caller_nodes.rights(self.asking, starts, conditions, told)},
            documents=documents,
            own=caller.own_sessions(self.asking, answers["own",]),
            requests=more.get(("requests",), NOT_COLLECTED),
            key=more.get(("key",), NOT_COLLECTED),
        )

    def _besides(self, snapshot: Snapshot, starts: caller_nodes.Starts) -> caller.Questions:
        """Return the questions about just-in-time access and about the session key, where they arise."""
        questions: caller.Questions = {}
        refused = next((name for name, fact in starts.items() if not fact.value.allowed), None)
        if refused is not None:
            questions["requests",] = partial(caller.request, self.asking, refused)
        key = _key_arn(snapshot)
        if key:
            actions = snapshot.requirements.texts("caller.kms-actions")
            questions["key",] = partial(caller.key, self.asking, actions, key)
        return questions

    def _documents(
        self, found: Mapping[str, Fact[Decision]], why: Unknown
    ) -> Fact[Mapping[str, bool | None]]:
        """Return which documents may be named."""
        told: dict[str, bool | None] = {}
        source = None
        for name in self.asking.documents:
            forms = [found.get(arn) for arn in self.asking.document(name)]
            seen = [fact for fact in forms if isinstance(fact, Known)]
            if len(seen) == len(forms):
                source = seen[0].source
                told[name] = caller.may_name(seen[0].value, seen[1].value)
        return why if source is None else Known(told, source)


def _checked(snapshot: Snapshot) -> bool:
    """Tell whether the caller's policies may ask for the check of the session document."""
    keys = snapshot.rights.keys
    wanted = caller.DOCUMENT_CHECK.lower()
    return not isinstance(keys, Known) or any(key.lower() == wanted for key in keys.value)


def _key_arn(snapshot: Snapshot) -> str:
    """Return the ARN of the key that the session preferences name, where it is known."""
    key, preferences = snapshot.session.key, snapshot.session.preferences
    if isinstance(key, Known) and key.value is not None:
        return key.value.arn
    named = preferences.value if isinstance(preferences, Known) else None
    return named.kms_key if named is not None and ":key/" in named.kms_key else ""
