"""The checks of the blocks: what holds with a block and cannot hold without it."""

CHECKS = []


def closes(block):
    """Registers a function of an emulator as a check of the block: it asserts one thing that the block brings about."""

    def register(check):
        CHECKS.append((block, check))
        return check

    return register
