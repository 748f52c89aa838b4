"""What the lake says when it cannot do what it was asked."""


class LakeError(Exception):
    """One line that says what is wrong with the lake or the question, and what to do."""


class QuestionError(LakeError):
    """A question that is not answered, since it asks for more than the lake."""
