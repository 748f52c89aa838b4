"""Every code is told apart, and explains itself."""

import pytest

from transforms.records.reasons import BlockReason, Code, Outcome, Reason, Role


@pytest.mark.parametrize("codes", [Outcome, Reason, Role, BlockReason])
def test_codes_are_strings_with_a_sentence(codes: type[Code]) -> None:
    for code in codes:
        assert code == code.value == str(code)
        assert code.value == code.value.lower()
        assert len(code.sentence.split()) >= 2, code
    assert len({code.sentence for code in codes}) == len(codes)
