"""CloudFormation types that MiniStack has no handler for."""

import json
import logging
import re
from pathlib import Path

import local_service
from expectation import expect, refuse
from ministack.core.responses import get_account_id, get_region, new_uuid
from ministack.services.cloudformation import provisioners, stacks
from settings import CFN_SPEC

log = logging.getLogger("local")


def resource_types():
    """MiniStack refuses types it does not know: our service provides AWS::SageMaker::*, others are recorded only."""
    expect(provisioners, "_RESOURCE_HANDLERS")
    expect(stacks, "_runs_on_worker_thread")
    if not CFN_SPEC:
        refuse("CFN_SPEC names no file; scripts/local/emulator-spec.ts writes it")
    spec = json.loads(Path(CFN_SPEC).read_text(encoding="utf-8"))
    for name, shape in spec.items():
        if name not in provisioners._RESOURCE_HANDLERS and not name.startswith("AWS::CloudFormation::"):
            make = provided if is_ours(name) else recorded
            provisioners._RESOURCE_HANDLERS[name] = {**make(name, shape), "update_with_logical_id": True}

    # Off the event loop, since our service may call back into the emulator while it provides a resource.
    original = stacks._runs_on_worker_thread
    stacks._runs_on_worker_thread = lambda name: is_ours(name) or original(name)


def is_ours(name):
    return name.startswith("AWS::SageMaker::")


def provided(name, shape):
    """Asks our service: POST /cfn; its 400 with a message fails the resource, so that the stack rolls back.

    A new physical id as the answer to an update is a replacement: MiniStack deletes the old half when all is well.
    """

    def ask(action, **request):
        where = {"account": get_account_id(), "region": get_region()}
        body = json.dumps({"action": action, "type": name, "spec": shape, **where, **request}).encode()
        status, _, data = local_service.call("POST", "/cfn", {"content-type": "application/json"}, body)
        answer = json.loads(data or b"{}")
        if status >= 400:
            raise ValueError(answer.get("message") or str(answer))
        return answer.get("physicalId"), answer.get("attributes") or {}

    def create(logical_id, props, stack):
        return ask("create", logicalId=logical_id, stack=stack, props=props)

    def update(physical_id, old, new, stack, logical_id):
        return ask("update", physicalId=physical_id, oldProps=old, props=new, stack=stack, logicalId=logical_id)

    def delete(physical_id, props):
        ask("delete", physicalId=physical_id, props=props)

    return {"create": create, "update": update, "delete": delete}


def recorded(name, shape):
    """Makes up identifier and attributes as the type's shape says; nothing behind it is emulated."""

    def create(logical_id, props, stack):
        log.warning("%s %s is only recorded, nothing is emulated", name, logical_id)
        made_up = f"{stack}-{logical_id}-{new_uuid()[:8]}"
        known = {"Partition": "aws", "Region": get_region(), "Account": get_account_id(), **props}
        template = shape.get("arn") or f"arn:aws:{name.split('::')[1].lower()}:${{Region}}:${{Account}}:${{Name}}"
        arn = re.sub(r"\$\{(\w+)\}", lambda part: str(known.get(part[1], made_up)), template)
        attributes = {key: arn if key.endswith("Arn") else str(props.get(key, made_up)) for key in shape["attrs"]}
        identifiers = [str(attributes.get(key) or props.get(key, made_up)) for key in shape.get("id") or []]
        return "|".join(identifiers) or made_up, attributes

    def update(physical_id, old, new, stack, logical_id):
        made, attributes = create(logical_id, new, stack)
        replaced = any(old.get(key) != new.get(key) for key in shape["repl"])
        return made if replaced else physical_id, attributes

    return {"create": create, "update": update, "delete": lambda physical_id, props: None}
