"""Running one item of a batch, whatever its batch is for."""

from collections.abc import Callable

from reader.capture import bringing, recleaning
from reader.capture.holding import State, claim, finish
from reader.models import Batch, BatchItem

# Marks a text for the catalogue; whoever shows it translates it.
_ = str

BROKEN = {"template": _("程序出错，没有做成；错误已记入日志。"), "parameters": {}}

WORK: dict[str, Callable[[BatchItem], None]] = {
    Batch.Kind.BACK: recleaning.take_back,
    Batch.Kind.CAPTURE: bringing.bring,
    Batch.Kind.CLEAN: recleaning.clean,
}


def run(project_id: int, item_id: int) -> None:
    """Do what the waiting item asks for; where it waits no more, nothing."""
    item = claim(project_id, item_id)
    if item is None:
        return
    try:
        WORK[item.batch.kind](item)
    except Exception:
        finish(item, State.FAILED, refusal=BROKEN)
        raise
