"""What every machine of a scenario has: an image, and an agent on it."""

from __future__ import annotations

from typing import Any

from ssmwizard.demo.registering import agent_record
from ssmwizard.demo.scenarios.network import NetworkBuilder
from ssmwizard.demo.scenarios.systems import System


class NodeBuilder(NetworkBuilder):
    """Adds images, and the agents' own records."""

    def image(self, system: System) -> str:
        """The image of a system, made once."""
        name = system.image or f"{system.name} {system.version} {system.architecture}"
        images = self.state["images"]
        for image, record in images.items():
            if record["Name"] == name:
                return str(image)
        image = self.new("ami-")
        images[image] = {
            "ImageId": image,
            "Name": name,
            "Description": f"{system.name} {system.version}",
            "OwnerId": self.owner,
            "ImageLocation": f"{self.owner}/{name}",
            "State": "available",
            "Public": False,
            "ImageType": "machine",
            "Architecture": system.architecture,
            "PlatformDetails": system.details,
            "CreationDate": "2026-01-15T09:00:00.000Z",
            "RootDeviceType": "ebs",
            "VirtualizationType": "hvm",
            "Hypervisor": "xen",
            "BlockDeviceMappings": [],
            "Tags": [],
        }
        if system.kind == "Windows":
            images[image]["Platform"] = "windows"
        return image

    def node(
        self,
        identifier: str,
        kind: str,
        name: str,
        system: System,
        agent: str | None,
    ) -> dict[str, Any]:
        """The record of an agent; ``kind`` is ``ec2`` or ``hybrid``."""
        platform = (system.kind, system.name, system.version)
        version = agent or self.world["agent"]["latest"]
        node = agent_record(identifier, kind, name, version, platform)
        self.state["nodes"][identifier] = node
        return node
