"""Properties of CloudFormation resources that MiniStack drops or mistakes."""

from xml.sax.saxutils import escape

from expectation import expect, expect_types
from ministack.services import dynamodb, lambda_svc, s3, secretsmanager
from ministack.services.cloudformation import provisioners

HANDLERS = provisioners._RESOURCE_HANDLERS


def after_provisioning(type_name, apply):
    """Calls apply(physical id, properties) after MiniStack has created or updated a resource of the type."""
    handler = HANDLERS[type_name]
    create, update = handler["create"], handler["update"]

    def create_and_apply(logical_id, props, *rest):
        result = create(logical_id, props, *rest)
        apply(result[0], props)
        return result

    def update_and_apply(physical_id, old, new, *rest):
        result = update(physical_id, old, new, *rest)
        apply(result[0], new)
        return result

    handler.update(create=create_and_apply, update=update_and_apply)


def buckets():
    """AWS::S3::Bucket drops Tags and BucketEncryption, and deletes a bucket together with its objects."""
    expect(s3, "_buckets", "_bucket_tags", "_bucket_encryption", "_bucket_has_versions", "_put_bucket_encryption")
    expect_types(HANDLERS, "AWS::S3::Bucket")

    def apply(name, props):
        # autoDeleteObjects empties only a bucket that carries its tag.
        s3._bucket_tags[name] = {tag["Key"]: tag["Value"] for tag in props.get("Tags") or []}
        rules = (props.get("BucketEncryption") or {}).get("ServerSideEncryptionConfiguration") or [{}]
        default = rules[0].get("ServerSideEncryptionByDefault") or {}
        # MiniStack refuses requests that name SSE-KMS without a key, as clients do after they have read that default.
        if "KMSMasterKeyID" in default:
            s3._put_bucket_encryption(name, encryption_document(default).encode())
        else:
            s3._bucket_encryption.pop(name, None)

    after_provisioning("AWS::S3::Bucket", apply)
    delete = HANDLERS["AWS::S3::Bucket"]["delete"]

    def delete_if_empty(name, props):
        if name in s3._buckets and (s3._buckets[name]["objects"] or s3._bucket_has_versions(name)):
            raise ValueError(f"The bucket you tried to delete is not empty: {name}")
        delete(name, props)

    HANDLERS["AWS::S3::Bucket"]["delete"] = delete_if_empty


def encryption_document(default):
    """A template's ServerSideEncryptionByDefault as the XML of PutBucketEncryption."""
    rule = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in default.items())
    rule = f"<Rule><ApplyServerSideEncryptionByDefault>{rule}</ApplyServerSideEncryptionByDefault></Rule>"
    return f"<ServerSideEncryptionConfiguration>{rule}</ServerSideEncryptionConfiguration>"


def tables():
    """Table and GlobalTable drop TimeToLiveSpecification, and an update replaces a GlobalTable that has no name."""
    expect(dynamodb, "_ttl_settings")
    expect_types(HANDLERS, "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")

    def apply(name, props):
        ttl = props.get("TimeToLiveSpecification") or {}
        if str(ttl.get("Enabled", bool(ttl))).lower() == "true":
            enabled = {"TimeToLiveStatus": "ENABLED", "AttributeName": ttl["AttributeName"]}
            dynamodb._ttl_settings[name] = enabled
        else:
            dynamodb._ttl_settings[name] = {"TimeToLiveStatus": "DISABLED"}

    update = HANDLERS["AWS::DynamoDB::GlobalTable"]["update"]

    def update_keeping_name(physical_id, old, new, *rest):
        return update(physical_id, {"TableName": physical_id, **old}, {"TableName": physical_id, **new}, *rest)

    HANDLERS["AWS::DynamoDB::GlobalTable"]["update"] = update_keeping_name
    after_provisioning("AWS::DynamoDB::Table", apply)
    after_provisioning("AWS::DynamoDB::GlobalTable", apply)


def lambda_properties():
    """AWS::Lambda::Function drops ReservedConcurrentExecutions and DeadLetterConfig."""
    expect(lambda_svc, "_functions")
    expect_types(HANDLERS, "AWS::Lambda::Function")

    def apply(name, props):
        function, reserved = lambda_svc._functions[name], props.get("ReservedConcurrentExecutions")
        function["concurrency"] = None if reserved is None else int(reserved)
        if props.get("DeadLetterConfig"):
            function["config"]["DeadLetterConfig"] = props["DeadLetterConfig"]

    after_provisioning("AWS::Lambda::Function", apply)


def secrets():
    """Ref of an AWS::SecretsManager::Secret is its name, so that no policy in the template names the secret."""
    expect(secretsmanager, "_secrets")
    expect_types(HANDLERS, "AWS::SecretsManager::Secret")
    handler = HANDLERS["AWS::SecretsManager::Secret"]
    create, update, delete = handler["create"], handler["update"], handler["delete"]

    def name_of(arn):
        return next((name for name, secret in secretsmanager._secrets.items() if secret["ARN"] == arn), arn)

    def create_known_by_arn(*args):
        _, attributes = create(*args)
        return attributes["Id"], attributes

    def update_known_by_arn(arn, *args):
        _, attributes = update(name_of(arn), *args)
        return attributes["Id"], attributes

    handler.update(
        create=create_known_by_arn, update=update_known_by_arn, delete=lambda arn, props: delete(name_of(arn), props)
    )
