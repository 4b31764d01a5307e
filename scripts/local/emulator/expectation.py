"""Checks at start that the parts of MiniStack which a block touches are still there."""

import sys
from importlib.metadata import version

MADE_FOR = "1.5.33"


def expect(module, *names):
    """Stops the emulator with a sentence if `module` lacks one of `names`: better than misbehaving later."""
    missing = [name for name in names if not hasattr(module, name)]
    if missing:
        refuse(f"{module.__name__} has no {', '.join(missing)}")


def expect_types(handlers, *types):
    """The same for CloudFormation types that MiniStack has to provide itself."""
    missing = [name for name in types if name not in handlers]
    if missing:
        refuse(f"it does not provide {', '.join(missing)}")


def refuse(reason):
    """Ends the start: this MiniStack is not the one that the blocks were written for."""
    found = version("ministack")
    sys.exit(f"The emulator cannot start: MiniStack {found} differs from {MADE_FOR}, which it was made for: {reason}.")
