"""All checks, each with the name of its block."""

import access_checks  # noqa: F401  # importing a module registers its checks
import alarm_checks  # noqa: F401
import delivery_checks  # noqa: F401
import machine_checks  # noqa: F401
import service_checks  # noqa: F401
import stack_checks  # noqa: F401
from gap import CHECKS

__all__ = ["CHECKS"]
