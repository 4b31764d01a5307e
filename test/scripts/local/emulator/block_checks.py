"""All checks, each with the name of its block."""

import service_checks  # noqa: F401  # importing a module registers its checks
import stack_checks  # noqa: F401
from gap import CHECKS

__all__ = ["CHECKS"]
