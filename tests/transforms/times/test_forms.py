import re

import pytest

from transforms.times.forms import CALENDAR


@pytest.mark.parametrize(("kind", "form"), CALENDAR)
def test_no_form_is_of_nothing(kind: str, form: str) -> None:
    assert re.fullmatch(form, "") is None, kind
