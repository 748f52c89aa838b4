"""Why an input or a block of text ended as it did: each code with its sentence."""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A string constant that carries the sentence which explains it."""

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Self:
        """Make the member `code`, explained by `sentence`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member


class Outcome(Code):
    """How an input ended: the values of `inputs.outcome`."""

    STORED = "stored", "a new article, or a new version of one"
    UNCHANGED = "unchanged", "the lake has it already, from this input"
    DUPLICATE = "duplicate", "the lake has it already, from another input"
    REJECTED = "rejected", "no article could be made of it"


class Reason(Code):
    """Why an input was not stored: the values of `inputs.reason`."""

    # unchanged
    SAME_CONTENT = "same_content", "its content is the same as when it was last seen"
    SAME_TEXT = "same_text", "its content differs, but the article's text, title, authors and dates do not"
    NOT_MODIFIED = "not_modified", "the server says that it is the same as when it was last fetched"
    KNOWN_ADDRESS = "known_address", "an article from this address is in the lake, and it was not fetched again"
    NOT_DUE = "not_due", "it rarely brings anything new, and was not asked for this time"
    # duplicate
    SAME_DOCUMENT = "same_document", "another input brought the same content, byte for byte"
    SAME_ARTICLE = "same_article", "another input brought the same article with the same text"
    # rejected by fetching
    BAD_URL = "bad_url", "its address is no http or https address that can be fetched"
    PRIVATE_ADDRESS = "private_address", "its host has no public address on the internet"
    ROBOTS = "robots_txt", "the site's robots.txt does not allow it to be fetched"
    UNREACHABLE = "unreachable", "no connection to its server could be made or kept"
    TIMEOUT = "timeout", "its server took too long"
    REDIRECTS = "redirects", "it redirects in a circle, or too often"
    NOT_FOUND = "not_found", "the server says that there is no such page (any more)"
    FORBIDDEN = "forbidden", "the server does not give it to us"
    TOO_MANY_REQUESTS = "too_many_requests", "the server wants fewer requests, and a longer wait than we make"
    HTTP_ERROR = "http_error", "the server answered with an error, or with what is no page"
    KNOWN_REJECTION = "known_rejection", "it was rejected before, and was not asked for again"
    OTHER_KIND = "other_kind", "what stands there is not of the kind that its source is said to be"
    # rejected before reading
    EMPTY = "empty", "there is nothing in it"
    TOO_LARGE = "too_large", "it is larger than an article can be"
    UNREADABLE = "unreadable", "it could not be opened or read"
    DAMAGED = "damaged", "its compressed content is truncated or damaged"
    NOT_REGULAR = "not_regular", "it is not a regular file"
    # rejected by reading
    BINARY = "binary", "its content is not text"
    UNSUPPORTED = "unsupported", "its content is text of a kind that is not read as an article"
    MALFORMED = "malformed", "it is not the JSON article that it should be"
    NO_TEXT = "no_text", "no article text was found in it"
    COOKIE_WALL = "cookie_wall", "it asks for consent to cookies, and shows nothing else"
    CAPTCHA = "captcha", "it asks the visitor to prove to be a person"
    UNAVAILABLE = "unavailable", "it says that it is not shown where it was asked for from"
    MISSING_PAGE = "missing_page", "it says that there is no such page, though the server did not"
    LOGIN = "login", "it asks the visitor to log in, and shows nothing else"
    REDIRECT = "redirect", "it only sends the visitor on to another page"
    FRONT_PAGE = "front_page", "it announces other pages, and has no text of its own"
    TOO_SLOW = "too_slow", "newslake took longer over it than a document may take"
    # rejected because it is not to come back
    FORGOTTEN = "forgotten", "it was removed with `newslake forget`, and is not read again"
    # rejected because of us
    FAILED = "failed", "newslake failed on it; please report it"


SENTENCES = {reason.value: reason.sentence for reason in Reason}
"""What each reason means, by its code."""


class Step(Code):
    """What is done with a document, each apart from the others: the values of `failures.step`."""

    READ = "read", "decoding the document, and telling its article from the rest of the page"
    EXTRACT = "extract", "all that follows reading, when memory was short"
    PARSE = "parse", "the language model's pass over the text; the others do without"
    ENTITIES = "entities", "entities and their mentions; what refers to them stays without"
    TIMES = "times", "temporal expressions; what refers to them stays without"
    PLACES = "places", "toponyms; what refers to them stays without"
    QUOTES = "quotes", "quotations and reported statements"
    FIGURES = "figures", "numbers that count or measure"
    EVENTS = "events", "who did what to whom"
    SKETCHES = "sketches", "the numbers by which copies are found"


class Relation(Code):
    """How an article is like the one it is most like: the values of `stories.relation`."""

    EXACT = "exact", "the same words in the same order"
    NEAR = "near", "half of the runs of words of both, or more, are the same"
    PART = "part", "one holds nearly all of the other, and much besides"


class Role(Code):
    """What a block of text is: the values of `blocks.role`."""

    BODY = "body", "paragraph of the article"
    HEADING = "heading", "heading within the article"
    LIST = "list", "item of a list within the article"
    QUOTE = "quote", "block quotation within the article"
    TABLE = "table", "row of a table within the article"
    TITLE = "title", "title of the article"
    SUBTITLE = "subtitle", "subtitle or standfirst"
    BYLINE = "byline", "who wrote the article"
    DATELINE = "dateline", "when the article was published, or from where"
    CAPTION = "caption", "caption or credit of a picture"
    COMMENT_COUNT = "comment_count", "number of comments"
    COMMENT_FORM = "comment_form", "form to leave a comment"
    COMMENT = "comment", "comment of a reader"
    SHARE = "share", "buttons to share the article"
    RELATED = "related", "teaser or link to another article"
    NEWSLETTER = "newsletter", "invitation to subscribe or sign up"
    NAVIGATION = "navigation", "menu, breadcrumb or other link of the site"
    SECTION = "section", "name of a section, or a tag"
    COPYRIGHT = "copyright", "copyright or legal line"
    AGENCY = "agency", "credit or boilerplate of a news agency"
    ADVERTISEMENT = "advertisement", "advertisement, or the label of one"
    COOKIES = "cookies", "cookie or privacy notice"
    PAYWALL = "paywall", "notice that the rest is for subscribers"
    AUTHOR_NOTE = "author_note", "note about the author"
    OTHER = "other", "text of the page that is none of the others"


class BlockReason(Code):
    """Why a block was kept or dropped: the values of `blocks.reason`."""

    GIVEN = "given", "the text came as the article's text"
    EXTRACTOR = "extractor", "the body extractor took it"
    MAIN_RUN = "main_run", "it stands in the longest run of article paragraphs"
    RESTORED = "restored", "it stands between body blocks, though the extractor left it out"
    NOT_BODY = "not_body", "it lies outside the article's body"
    MARKUP = "markup", "the page's markup says what it is"
    PHRASE = "phrase", "its wording says what it is"
    SHAPE = "shape", "its form and position say what it is"
    SAME_AS_TITLE = "same_as_title", "it repeats the title"
    SAME_AS_FIELD = "same_as_field", "it is the author, date, section or subtitle that a field holds"
    REPEATED = "repeated", "it stands on the page more than once"
    RECURRING = "recurring", "it recurs in many articles of the source"
