"""Collects the facts of one inspection, in waves; what is shared by nodes is asked for once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from ssmwizard.app import elsewhere, other_roles, questions, role_questions
from ssmwizard.app.choice import Choice
from ssmwizard.app.gather_caller import CallerQuestions
from ssmwizard.app.together import Together
from ssmwizard.app.trying import Trying, try_sessions
from ssmwizard.collect import (
    account,
    caller,
    computer,
    fleet,
    identity,
    network,
    node,
    role,
    session,
    way_out,
)
from ssmwizard.model.account import AccountFacts
from ssmwizard.model.caller import CallerRights
from ssmwizard.model.facts import NOT_COLLECTED, Fact, Known, Unknown
from ssmwizard.model.node import Kind, NodeFacts, kind_of
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.role import OWN_PROFILE, OWN_ROLE, RoleFacts, name_of
from ssmwizard.model.session import SessionFacts
from ssmwizard.model.snapshot import Snapshot
from ssmwizard.model.text import N_, Text, text
from ssmwizard.outside.calls import Aws
from ssmwizard.outside.computer import Computer
from ssmwizard.resources import partitions, systems

OFF = "$None"
ONLINE = "Online"


@dataclass
class Gathering:
    """One inspection under way. ``landed`` is given the snapshot after each wave.

    ``given`` returns what the operator gave by hand of what a node says of itself; ``trying`` is how real
    sessions are tried.
    """

    aws: Aws
    computer: Computer
    choice: Choice
    requirements: Requirements
    together: Together
    now: datetime
    page: int
    landed: Callable[[Snapshot], None]
    given: Callable[[str], str | None] = lambda _: None
    trying: Trying = field(default_factory=Trying)
    snapshot: Snapshot = field(init=False)

    def gather(self) -> Snapshot:
        """Return all facts that could be had."""
        self._who_and_where()
        caller = self.snapshot.identity.caller
        if isinstance(caller, Unknown):
            self._nobody(caller)
            return self.snapshot
        if not (self.choice.nodes or self.choice.every_node):
            return self.snapshot
        self._list()
        self._add(nodes=questions.take_in(self.snapshot, self.given))
        if self.choice.elsewhere:
            self._add(nodes=elsewhere.look(self.snapshot, self.aws, self.together, self.page))
        self._around_nodes()
        self._roles()
        self._rights()
        self._quota()
        self._other_roles()
        if self.choice.consoles:
            self._add(nodes=questions.read_consoles(self.snapshot, self.aws, self.together))
        if self.choice.ask_nodes:
            self._add(nodes=questions.ask(self.snapshot, self.aws, self.together))
        if self.choice.sessions:
            told = try_sessions(
                self.snapshot, self.aws, self.computer, self.trying, self.choice.tried
            )
            self._add(nodes=told.nodes, signatures=told.signatures)
        return self.snapshot

    def _ask(self, says: Text, questions: Mapping[Any, Callable[[], Any]]) -> dict[Any, Any]:
        return self.together.ask(questions, says)

    def _add(self, **facts: Any) -> None:
        self.snapshot = replace(self.snapshot, **facts)
        self.landed(self.snapshot)

    def _who_and_where(self) -> None:
        choice = self.choice
        questions: dict[Hashable, Callable[[], Any]] = {
            "identity": lambda: identity.collect(self.aws, self.computer, choice.profile, self.now)
        }
        if choice.local:
            questions["computer"] = lambda: computer.collect(self.computer, self.now)
            questions |= self._ways(way_out.SERVICES)
        answers = self._ask(text(N_("Asking who is signed in")), questions)
        who = answers["identity"]
        if isinstance(who, Unknown):
            who = identity.nothing(choice.profile, choice.region, who)
        local = answers.get("computer")
        self.snapshot = Snapshot(
            now=self.now,
            identity=who,
            partition=partitions().of_region(who.region) if who.region else None,
            requirements=self.requirements,
            systems=systems(),
            computer=computer.nothing(local) if isinstance(local, Unknown) else local,
            features=choice.features,
        )
        self._went(answers)

    def _ways(self, services: Iterable[str]) -> dict[Hashable, Callable[[], Any]]:
        return {
            ("way-out", service): partial(way_out.way, self.aws, self.computer, service, self.now)
            for service in services
        }

    def _went(self, answers: Mapping[Any, Any]) -> None:
        """Take in how far connections from this computer get."""
        told = {
            key[1]: way for key, way in answers.items() if key[0] == "way-out" and way is not None
        }
        here = self.snapshot.computer
        self._add(computer=here and replace(here, ways={**here.ways, **told}))

    def _nobody(self, caller: Unknown) -> None:
        nodes = tuple(NodeFacts(node_id, caller, caller) for node_id in self.choice.nodes)
        self._add(nodes=nodes)

    def _list(self) -> None:
        ids = () if self.choice.every_node else self.choice.nodes
        machines = [i for i in ids if kind_of(i) is Kind.EC2]
        questions: dict[Hashable, Callable[[], Any]] = {
            "managed": lambda: fleet.managed(self.aws, ids)
        }
        if machines or self.choice.every_node:
            questions["instances"] = lambda: node.instances(self.aws, self.page, machines)
        answers = self._ask(text(N_("Listing nodes")), questions)
        instances, roster = answers.get("instances", NOT_COLLECTED), answers["managed"]
        managed = Known(roster.value.nodes, roster.source) if isinstance(roster, Known) else roster
        if self.choice.every_node:
            ids = tuple(sorted({*_keys(instances), *_keys(managed)}))
        nodes = tuple(
            NodeFacts(
                node_id,
                node.one(instances, node_id) if kind_of(node_id) is Kind.EC2 else NOT_COLLECTED,
                node.one(managed, node_id),
            )
            for node_id in ids
        )
        hybrid: Fact[Mapping[str, int]] = NOT_COLLECTED
        if isinstance(roster, Known) and roster.value.whole:
            hybrid = fleet.roles_of(roster)
        lists = (instances, managed) if self.choice.every_node else ()
        self._add(
            nodes=nodes,
            account=AccountFacts(
                hybrid_nodes=_total(hybrid),
                hybrid_roles=hybrid,
                fleet=roster,
                instances=node.count(instances) if self.choice.every_node else NOT_COLLECTED,
                uses=node.uses(instances) if self.choice.every_node else NOT_COLLECTED,
            ),
            unlisted=tuple(fact for fact in lists if isinstance(fact, Unknown)),
        )

    def _around_nodes(self) -> None:
        """Ask at the same time for all that only needs the lists."""
        nodes = self.snapshot.nodes
        running = [n.id for n in nodes if _state(n) == "running"]
        managed = [n.id for n in nodes if _may_be_managed(n)]
        vpcs = {i.vpc_id for n in nodes if (i := _known(n.instance)) is not None and i.vpc_id}
        questions: dict[Hashable, Callable[[], Any]] = {}
        if nodes:
            who = self.snapshot.identity.caller
            questions["preferences"] = lambda: session.preferences(self.aws)
            questions["caller"] = lambda: caller.identified(self.aws, who)
        if running:
            whole = self.page if self.choice.every_node else None
            questions["statuses"] = lambda: node.statuses(self.aws, running, whole)
        for node_id in managed:
            questions["connection", node_id] = partial(node.connection, self.aws, node_id)
        for arn in sorted(self._profile_arns()):
            name = arn.rpartition("/")[2]
            questions["profile", arn] = partial(role.profile, self.aws, name)
        questions |= self._settings()
        for part, question in network.questions(self.aws, sorted(vpcs)).items():
            questions["network", part] = question
        answers = self._ask(text(N_("Reading settings, roles and networks")), questions)
        hybrid = answers.get("hybrid", self.snapshot.account.hybrid_roles)
        statuses = answers.get("statuses", {})
        if isinstance(statuses, Unknown):
            statuses = dict.fromkeys(running, statuses)
        self._add(
            nodes=tuple(
                replace(
                    n,
                    status=statuses.get(n.id, NOT_COLLECTED),
                    connection=answers.get(("connection", n.id), NOT_COLLECTED),
                )
                for n in nodes
            ),
            profiles={key[1]: fact for key, fact in answers.items() if key[0] == "profile"},
            account=replace(
                self.snapshot.account,
                tier=answers.get("tier", NOT_COLLECTED),
                host_management=answers.get("host-management", NOT_COLLECTED),
                hybrid_nodes=_total(hybrid),
                hybrid_roles=hybrid,
                activations=answers.get("activations", NOT_COLLECTED),
                updates=answers.get("updates", NOT_COLLECTED),
            ),
            network=network.facts(
                {key[1]: fact for key, fact in answers.items() if key[0] == "network"}
            ),
            session=SessionFacts(answers.get("preferences", NOT_COLLECTED)),
            rights=_identified(answers.get("caller", NOT_COLLECTED)),
        )

    def _settings(self) -> dict[Hashable, Callable[[], Any]]:
        nodes = self.snapshot.nodes
        questions: dict[Hashable, Callable[[], Any]] = {}
        if any(n.kind is Kind.HYBRID for n in nodes):
            tier = self.requirements.text("setting.activation-tier")
            questions["tier"] = lambda: account.setting(self.aws, tier)
            if isinstance(self.snapshot.account.hybrid_nodes, Unknown):
                questions["hybrid"] = lambda: fleet.hybrid_roles(self.aws)
        if any(n.kind is Kind.HYBRID and _not_managed(n) for n in nodes):
            questions["activations"] = lambda: account.activations(self.aws)
        if any((m := _known(n.managed)) and m.ping == ONLINE for n in nodes):
            questions["updates"] = lambda: account.updates(self.aws)
        if any(n.kind is Kind.EC2 for n in nodes):
            setting = self.requirements.text("setting.default-host-management")
            questions["host-management"] = lambda: account.setting(self.aws, setting)
        return questions

    def _profile_arns(self) -> set[str]:
        instances = (_known(n.instance) for n in self.snapshot.nodes)
        arns = {i.profile_arn for i in instances if i is not None and i.profile_arn}
        if any(_lacks_profile(n) for n in self.snapshot.nodes):
            arns.add(OWN_PROFILE)
        return arns

    def _roles(self) -> None:
        """Ask for each role once, and for what the network facts and the preferences refer to."""
        lending = self._may_be_lent()
        names = self._role_names(lending=lending)
        actions = self.requirements.texts("role.node-actions")
        questions: dict[Hashable, Callable[[], Any]] = {
            ("role", name): partial(role.role, self.aws, name, actions) for name in sorted(names)
        }
        counting = lending or self._may_be_mended()
        if counting and isinstance(self.snapshot.account.instances, Unknown):
            questions["every-instance"] = lambda: node.instances(self.aws, self.page)
        lists = network.references(self.snapshot.network)
        for list_id, question in network.prefix_list_questions(self.aws, lists).items():
            questions["prefix-list", list_id] = question
        instances = (_known(n.instance) for n in self.snapshot.nodes)
        places = {
            (i.vpc_id, i.subnet_id, bool(i.public_ip))
            for i in instances
            if i is not None and i.vpc_id and i.subnet_id
        }
        needed = self.requirements.texts("hosts.required")
        if network.lacks_endpoints(self.snapshot.network, places, needed):
            questions["endpoint-services"] = lambda: network.endpoint_services(self.aws)
        preferences = self.snapshot.session.preferences
        account_id = _known(self.snapshot.identity.caller).account
        about = session.questions(self.aws, preferences, account_id)
        about |= session.version_questions(self.aws, preferences, self.requirements)
        questions |= {("session", part): asked for part, asked in about.items()}
        wanted = _known(preferences)
        if self.choice.local and wanted is not None and wanted.kms_key:
            questions |= self._ways([way_out.KEY])
        mine = CallerQuestions.of(self.aws, self.snapshot, self._ask)
        if mine is not None:
            questions |= mine.first(self.snapshot)
        answers = self._ask(text(N_("Reading what the roles may do")), questions)
        roles = {
            key[1]: RoleFacts(key[1], fact) if isinstance(fact, Unknown) else fact
            for key, fact in answers.items()
            if key[0] == "role"
        }
        if "every-instance" in answers:
            listed = answers["every-instance"]
            counted, uses = node.count(listed), node.uses(listed)
            self._add(account=replace(self.snapshot.account, instances=counted, uses=uses))
        prefixes = {key[1]: fact for key, fact in answers.items() if key[0] == "prefix-list"}
        named = {key[1]: told for key, told in answers.items() if key[0] == "session"}
        self._add(
            roles=roles,
            network=replace(
                self.snapshot.network,
                prefix_lists=prefixes,
                endpoint_services=answers.get("endpoint-services", NOT_COLLECTED),
            ),
            session=session.facts(preferences, named),
        )
        self._went(answers)
        if mine is not None:
            self._add(rights=mine.rest(self.snapshot, answers))

    def _role_names(self, *, lending: bool) -> set[str]:
        names = {p.role for p in map(_known, self.snapshot.profiles.values()) if p and p.role}
        names |= {
            name_of(m.role) for n in self.snapshot.nodes if (m := _known(n.managed)) and m.role
        }
        if any(p and not p.role for p in map(_known, self.snapshot.profiles.values())):
            names.add(OWN_ROLE)
        if any(_lacks_profile(n) for n in self.snapshot.nodes):
            names.add(OWN_ROLE)
        setting = _known(self.snapshot.account.host_management)
        if setting is not None and setting.value not in ("", OFF):
            # It stands in for an instance profile that may not report, too.
            names.add(name_of(setting.value))
        if lending:
            names.add(name_of(self.requirements.text("role.default-host-management-role")))
        return names

    def _may_be_mended(self) -> bool:
        """Tell whether something is to be mended that other instances may stand on, too."""
        machines = [n for n in self.snapshot.nodes if _known(n.instance) is not None]
        wanted = _known(self.snapshot.session.preferences)
        named = wanted and (wanted.kms_key or wanted.s3_bucket or wanted.log_group)
        return bool(machines and (named or any(not n.connected for n in machines)))

    def _may_be_lent(self) -> bool:
        """Tell whether Default Host Management may be missed: it is off or its role is of no use.

        The service names the role of an instance where that is not of its instance profile.
        """
        setting = _known(self.snapshot.account.host_management)
        lent = self.requirements.text("role.default-host-management-role")
        if setting is None or setting.value not in ("", OFF, lent):
            return False
        if any(_lacks_profile(n) for n in self.snapshot.nodes):
            return True
        profiles = map(_known, self.snapshot.profiles.values())
        own = {one.role for one in profiles if one and one.role}
        machines = (_known(n.managed) for n in self.snapshot.nodes if n.kind is Kind.EC2)
        return any(m and m.role and name_of(m.role) not in own for m in machines)

    def _rights(self) -> None:
        for asked in (role_questions.questions, role_questions.more_questions):
            questions = asked(self.aws, self.snapshot)
            if questions:
                answers = self._ask(text(N_("Reading what the roles may do")), questions)
                self._add(**role_questions.answered(self.snapshot, answers))

    def _quota(self) -> None:
        """Ask how many policies a role can have, where one comes near what it can have by default."""
        most = self.requirements.number("role.attached-policies")
        roles = self.snapshot.roles.values()
        if any(len(_known(one.policies) or ()) >= most for one in roles):
            says = text(N_("Reading what the roles may do"))
            told = self._ask(says, {"quota": lambda: role.policies_per_role(self.aws)})
            self._add(account=replace(self.snapshot.account, policies_per_role=told["quota"]))

    def _other_roles(self) -> None:
        """Look for another service role where that of a machine outside EC2 is beyond mending."""
        if not other_roles.wanted(self.snapshot):
            return
        says = text(N_("Looking for another service role"))
        if self.snapshot.account.activations is NOT_COLLECTED:
            told = self._ask(says, {"activations": lambda: account.activations(self.aws)})
            self._add(account=replace(self.snapshot.account, activations=told["activations"]))
        answers = self._ask(says, other_roles.questions(self.aws, self.snapshot))
        found = {
            name: RoleFacts(name, fact) if isinstance(fact, Unknown) else fact
            for (_, name), fact in answers.items()
        }
        self._add(roles={**self.snapshot.roles, **found})


def _identified(told: CallerRights | Unknown) -> CallerRights:
    return CallerRights(principal=told) if isinstance(told, Unknown) else told


def _known(fact: Fact[Any]) -> Any:
    return fact.value if isinstance(fact, Known) else None


def _total(fact: Fact[Mapping[str, int]]) -> Fact[int]:
    return Known(sum(fact.value.values()), fact.source) if isinstance(fact, Known) else fact


def _keys(fact: Fact[Mapping[str, Any]]) -> Iterable[str]:
    return fact.value.keys() if isinstance(fact, Known) else ()


def _state(facts: NodeFacts) -> str:
    instance = _known(facts.instance)
    return instance.state if instance is not None else ""


def _not_managed(facts: NodeFacts) -> bool:
    return isinstance(facts.managed, Known) and facts.managed.value is None


def _may_be_managed(facts: NodeFacts) -> bool:
    """Tell whether to ask for the channel: many who may open sessions may not list managed nodes."""
    if isinstance(facts.managed, Known) and facts.managed.value is None:
        return False
    return facts.kind is Kind.HYBRID or _state(facts) in ("running", "")


def _lacks_profile(facts: NodeFacts) -> bool:
    instance = _known(facts.instance)
    return instance is not None and instance.profile_arn is None
