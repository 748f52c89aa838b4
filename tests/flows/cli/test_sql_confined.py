"""A question reads the lake, and there is no way from it to anything else."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import files
from pathlib import Path

import duckdb
import pytest

import flows.answers.questions
import flows.cli.commands.sql
import sql.lake
from flows.cli.commands.sql import answer
from flows.inputs.errors import UsageError
from sql.asking.confinement import TABLE_FUNCTIONS, require_confined
from sql.attach import connect
from sql.errors import LakeError
from sql.lake import open_lake

STATEMENT = "ask one question that reads"
FUNCTION = "is not for questions"
TABLE = "there is no table or view"
PART = "a part of the question cannot be named"

JUDGED = [
    # What the extensions bring, in every place where a function can stand. DuckDB's settings do not hold these back.
    "from sqlite_scan('{outside}/other.sqlite', 'secrets')",
    "from SQLite_Scan('{outside}/other.sqlite', 'secrets')",
    "from system.main.sqlite_scan('{outside}/other.sqlite', 'secrets')",
    "from \"sqlite_scan\"('{outside}/other.sqlite', 'secrets')",
    "select (select max(word) from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "select 1 where exists (from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "with x as (from sqlite_scan('{outside}/other.sqlite', 'secrets')) from x",
    "with recursive x as (select 'a' w union select word from sqlite_scan('{outside}/other.sqlite', 'secrets')) from x",
    "select 1 as word union all from sqlite_scan('{outside}/other.sqlite', 'secrets')",
    "from range(1) join sqlite_scan('{outside}/other.sqlite', 'secrets') on true",
    "from range(1), lateral (from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "describe (from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "summarize (from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "from (pivot sqlite_scan('{outside}/other.sqlite', 'secrets') on word in ('a') using count(*))",
    "select list_transform([1], lambda x: (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets')))",
    "select 1 order by (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "select 1 limit (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets'))",
    "select sum(1) over (order by (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets')))",
    "select count(*) filter (where (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets')) > 0)",
    "select case when true then (select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets')) end",
    "from (values ((select count(*) from sqlite_scan('{outside}/other.sqlite', 'secrets'))))",
    "from query('from sqlite_scan(''{outside}/other.sqlite'', ''secrets'')')",
    "from sqlite_query('lake', 'select 1')",
    "from sqlite_attach('{outside}/other.sqlite')",
    "from ducklake_list_files('lake', 'articles')",
    "from ducklake_options('lake')",
    "from ducklake_settings('lake')",
    # A plan or a question in JSON is one that nobody has judged.
    "from json_execute_serialized_sql('{{}}')",
    "select json_serialize_plan('from sqlite_scan(''{outside}/other.sqlite'', ''secrets'')')",
    "from query_table('articles')",
    # What DuckDB itself knows of the machine and of its settings.
    "from duckdb_settings()",
    "from duckdb_secrets()",
    "from duckdb_databases()",
    "from duckdb_extensions()",
    "from duckdb_variables()",
    "from duckdb_temporary_files()",
    "from pragma_database_size()",
    "from pragma_user_agent()",
    "select current_setting('allowed_directories')",
    "select write_log('x')",
]

FILES = [
    "from read_text('{outside}/secret.csv')",
    "from read_blob('{outside}/secret.csv')",
    "from read_csv('{outside}/secret.csv')",
    "from read_csv_auto('{outside}/secret.csv')",
    "from sniff_csv('{outside}/secret.csv')",
    "from read_json('{outside}/secret.json')",
    "from read_json_objects('{outside}/secret.json')",
    "from read_ndjson('{outside}/secret.json')",
    "from read_parquet('{outside}/secret.parquet')",
    "from parquet_scan('{outside}/secret.parquet')",
    "from parquet_metadata('{outside}/secret.parquet')",
    "from parquet_schema('{outside}/secret.parquet')",
    "from parquet_kv_metadata('{outside}/secret.parquet')",
    "from parquet_file_metadata('{outside}/secret.parquet')",
    "from glob('{outside}/*')",
]

NAMED = [
    "from '{outside}/secret.csv'",
    "from '{outside}/secret.json'",
    "from '{outside}/secret.parquet'",
    "describe '{outside}/secret.csv'",
    "summarize '{outside}/secret.parquet'",
    "select (select count(*) from '{outside}/secret.csv')",
]

SYSTEM = [
    ("from duckdb_settings", TABLE),
    ("from sqlite_master", TABLE),
    ("from pragma_database_list", TABLE),
    ("from __ducklake_metadata_lake.main.ducklake_metadata", TABLE),
    ("with duckdb_logs as (select 1) from duckdb_logs", PART),
    ("from (with pragma_database_list as (select 1) select 1), pragma_database_list", PART),
    ('with "{outside}/secret.csv" as (select 1) from "{outside}/secret.csv"', PART),
    ("pragma database_list", "cannot be judged"),
    ("show databases", FUNCTION),
    ("show variables", FUNCTION),
]

STATEMENTS = [
    "insert into schema_versions values (9, 'x', now())",
    "update articles set title = 'x'",
    "delete from articles",
    "drop table articles",
    "alter table articles add column x int",
    "create table memory.main.x (a int)",
    "create temp view x as select 1",
    "create macro memory.main.f() as 1",
    "copy (select 1) to '{outside}/x.csv'",
    "copy (select 1) to '{lake}/tables/x.csv'",
    "explain analyze copy (select 1) to '{lake}/tables/x.csv'",
    "export database '{outside}/copy'",
    "attach '{outside}/other.sqlite' as other (type sqlite)",
    "attach 'ducklake:sqlite:{outside}/other.sqlite' as other",
    "detach lake",
    "use memory",
    "install httpfs",
    "load '{extension}'",
    "set enable_external_access = true",
    "reset lock_configuration",
    "call sqlite_attach('{outside}/other.sqlite')",
    "prepare x as from sqlite_scan('{outside}/other.sqlite', 'secrets')",
    "execute x",
    "set variable x = 1",
    "create secret s (type s3, key_id 'x', secret 'y')",
    "checkpoint",
    "begin",
    "select 1; drop table articles",
]

NETWORK = [
    ("from 'http://127.0.0.1:9/x.csv'", TABLE),
    ("from 's3://bucket/x.parquet'", TABLE),
    ("from read_csv('https://127.0.0.1:9/x.csv')", FUNCTION),
    ("from postgres_scan('host=127.0.0.1', 'public', 'x')", FUNCTION),
    ("from mysql_query('x', 'select 1')", FUNCTION),
    ("select getenv('PATH')", FUNCTION),
    ("select ('PATH').getenv()", FUNCTION),
]

WAYS = [
    *((question, FUNCTION) for question in (*JUDGED, *FILES)),
    *((question, TABLE) for question in NAMED),
    *SYSTEM,
    *((question, STATEMENT) for question in STATEMENTS),
    *NETWORK,
]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("confined") / "lake"
    with open_lake(folder):
        pass
    return folder


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.csv").write_text("word\nsecret\n")
    (folder / "secret.json").write_text('{"word": "secret"}\n')
    duckdb.sql("select 'secret' as word").write_parquet(str(folder / "secret.parquet"))
    with sqlite3.connect(folder / "other.sqlite") as other:
        other.execute("create table secrets (word text)")
        other.execute("insert into secrets values ('secret')")
    other.close()
    return folder


def filled(question: str, lake: Path, outside: Path) -> str:
    extension = next(path for path in files("duckdb-extension-ducklake") or () if path.suffix == ".duckdb_extension")
    return question.format(outside=outside, lake=lake, extension=extension.locate())


def files_of(*folders: Path) -> list[Path]:
    """Return what lies in the folders but for what SQLite itself lays beside an open catalogue."""
    paths = [path for folder in folders for path in folder.rglob("*")]
    return sorted(path for path in paths if path.suffix not in {".sqlite-shm", ".sqlite-wal"})


def ask(lake: Path, question: str) -> None:
    answer(lake, question, {}, "csv", None)


@pytest.mark.parametrize(("question", "said"), WAYS)
def test_nothing_but_the_lake_can_be_asked(lake: Path, outside: Path, question: str, said: str) -> None:
    # Each guard has its sentence: without it the question would pass, or be refused in other words.
    before = files_of(lake, outside)
    with pytest.raises((LakeError, UsageError), match=said):
        ask(lake, filled(question, lake, outside))
    assert files_of(lake, outside) == before


def without_the_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.answers.questions, "require_confined", lambda *_: None)


def without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql.lake, "confine", lambda connection, *_: connection)


READS_ELSEWHERE = [
    question
    for question in JUDGED
    if "secrets')" in question and "serialize" not in question and "lambda" not in question
]


@pytest.mark.parametrize("question", READS_ELSEWHERE)
def test_the_judge_alone_keeps_extensions_from_reading(
    lake: Path, outside: Path, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_the_judge(monkeypatch)
    ask(lake, filled(question, lake, outside))


@pytest.mark.parametrize("question", [*FILES, *NAMED])
def test_settings_keep_files_from_being_read_when_the_judge_is_wrong(
    lake: Path, outside: Path, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_the_judge(monkeypatch)
    with pytest.raises((LakeError, UsageError)):
        ask(lake, filled(question, lake, outside))
    without_settings(monkeypatch)
    ask(lake, filled(question, lake, outside))


def test_a_question_writes_no_file_into_the_lake_only_since_it_is_no_select(
    lake: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flows.cli.commands.sql, "require_answerable", lambda *_: None)
    ask(lake, filled("copy (select 1) to '{lake}/tables/x.csv'", lake, outside))
    (lake / "tables" / "x.csv").unlink()


def test_variables_of_the_program_are_no_tables(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_the_judge(monkeypatch)
    table = duckdb.sql("select 'secret' as word").to_arrow_table()
    monkeypatch.setattr(flows.cli.commands.sql, "secret_table", table, raising=False)
    with pytest.raises(UsageError, match="secret_table"):
        ask(lake, "from secret_table")
    without_settings(monkeypatch)
    ask(lake, "from secret_table")


def test_the_lake_is_attached_to_be_read(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.cli.commands.sql, "require_answerable", lambda *_: None)
    with pytest.raises(UsageError, match="read-only"):
        ask(lake, "delete from schema_versions")

    @contextmanager
    def writable(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
        with connect(folder, read_only=False) as connection:
            yield connection

    monkeypatch.setattr(sql.lake, "attached_to_read", writable)
    ask(lake, "delete from articles")


def test_every_function_of_tables_that_is_not_let_pass_is_refused(lake: Path) -> None:
    with connect(lake, read_only=True) as connection:
        kinds = "('table', 'table_macro', 'pragma')"
        found = connection.execute(
            f"select distinct lower(function_name) from duckdb_functions() where function_type in {kinds}"
        ).fetchall()
        for (name,) in found:
            if name not in TABLE_FUNCTIONS:
                with pytest.raises(LakeError, match=FUNCTION):
                    require_confined(connection, f'from "{name}"()')


ORDINARY = [
    "select count(*), count(distinct site), max(word_count) from articles",
    "with recursive t as (select 1 as a union all select a + 1 from t where a < 4) from t",
    "with a as (select * from articles), b as (select * from a) from b join current_articles using (article_id)",
    "select row_number() over w, lag(word_count) over w, sum(1) over w from articles window w as (order by url)",
    "select list_transform([1, 2], lambda x: x + 1), [x * 2 for x in [1, 2] if x > 1], list_sort([2, 1])",
    "select author, count(*) from (select unnest(authors) as author from articles) group by all order by all",
    "from range(3) as t(a), unnest([1, 2]) as u(b), generate_series(1, 2)",
    "select json_extract('{\"a\": 1}', '$.a'), '{\"a\": 1}'->>'a', to_json([1]), json_object('a', 1)",
    "from json_each('[1, 2]')",
    "select title.upper(), title ilike 'a%', title[1:2], title ~ 'x', position('a' in title) from articles",
    "select date_trunc('day', published_at), published_at - interval 3 days, extract(year from now()) from articles",
    "select quantile_cont(word_count, 0.5), arg_max(title, word_count), string_agg(site order by site) from articles",
    "select {'a': 1}.a, map {'a': 1}['a'], coalesce(null, 1), nullif(1, 2), try(1), if(true, 1, 2), 1 in (1, 2), 5",
    "pivot articles on language in ('en', 'fr') using count(*)",
    "unpivot (select 1 as a, 2 as b) on a, b into name n value v",
    "describe articles",
    "summarize articles",
    "show tables",
    "show all tables",
    "table articles",
    "values (1), (2)",
    "select 1 union by name select 2 as b",
    "select * exclude (text), columns('word.*') from articles tablesample 50%",
    "select table_name, column_name from information_schema.columns",
    "select * from lake.main.articles as a, main.quotes, lake.places, Articles as b",
    "select * from articles at (version => 1)",
    "select current_date, current_timestamp, current_user, uuid() is null, random() < 2, md5('a'), hash(1)",
    "from articles asof join (select now() as fetched_at) using (fetched_at)",
    "select * from articles qualify row_number() over (partition by site order by fetched_at desc) = 1",
    "select site, language, count(*), grouping(site) from articles group by rollup (site, language)",
    "with columns as (select 1 as a), tables as (from columns) from tables",
    "select 'sqlite_scan(''x'', ''y'')' as text, 1 as sqlite_scan, 2 as duckdb_settings",
]


@pytest.mark.parametrize("question", ORDINARY)
def test_ordinary_questions_are_answered(lake: Path, question: str) -> None:
    ask(lake, question)


@pytest.mark.parametrize("view", ["events_by_day", "figures_by_place", "places_mentioned", "who_said_what"])
def test_every_view_can_be_asked(lake: Path, view: str) -> None:
    ask(lake, f"from {view}")


def test_a_deeply_nested_question_is_judged_or_refused_in_words(lake: Path) -> None:
    ask(lake, f"select {' + '.join(['1'] * 100)}")
    with pytest.raises((LakeError, UsageError)):
        ask(lake, f"select {'(select ' * 400}1{')' * 400}")
