"""The Prefect flow, against a real API: a flow run with its task runs and its artifact, and the same lake."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sql.lake import read_lake

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Start Prefect's server once for the session, with its files in a temporary folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PREFECT_HOME", str(tmp_path_factory.mktemp("prefect")))
        patch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
        from prefect.testing.utilities import prefect_test_harness

        with prefect_test_harness(server_startup_timeout=120):
            yield


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.filterwarnings("default")  # Prefect's own
def test_the_flow_is_tracked(tmp_path: Path) -> None:
    from prefect import get_client

    from flows.ingest import ingest

    lake = tmp_path / "lake"
    result = ingest([str(SAMPLES)], str(lake), workers=2)
    with read_lake(lake) as connection:
        counted = connection.execute("select count(*) from inputs").fetchall()
        ((stored, articles),) = connection.execute(
            "select stored, (select count(*) from articles) from runs"
        ).fetchall()
    assert counted == [(sum(inputs for _, _, inputs in result["ledger"]),)]
    assert stored == articles > 10
    with get_client(sync_client=True) as client:
        (flow_run,) = client.read_flow_runs()
        assert flow_run.name == f"ingest {SAMPLES}"
        assert flow_run.state is not None
        assert flow_run.state.is_completed()
        tasks = client.read_task_runs()
        assert [task.flow_run_id for task in tasks] == [flow_run.id] * len(tasks)
        assert len(tasks) >= 1
        assert all(task.state is not None and task.state.is_completed() for task in tasks)
        artifacts = {artifact.key: artifact for artifact in client.read_artifacts()}
        assert {artifact.flow_run_id for artifact in artifacts.values()} == {flow_run.id}
        assert '"outcome": "stored"' in str(artifacts["ledger"].data)
        assert "Islamic resistance in Iraq vows continued strikes" in str(artifacts["report"].data)
        assert f"/artifacts/artifact/{artifacts['report'].id})" in str(artifacts["ledger"].description)


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.filterwarnings("default")
def test_prefect_does_not_hold_what_is_committed(tmp_path: Path) -> None:
    from flows.ingest import ingest
    from flows.pipeline.batches import Batch
    from flows.pipeline.row_batch import RowBatch

    def batches() -> list[Batch | RowBatch]:
        return [each for each in gc.get_objects() if isinstance(each, Batch | RowBatch)]

    gc.collect()
    before = batches()  # of other tests
    gc.disable()  # else it depends on when the collector comes
    try:
        ingest([str(SAMPLES)], str(tmp_path / "lake"), limit=3)
        held = [each for each in batches() if all(each is not other for other in before)]
    finally:
        gc.enable()
    assert held == []


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.filterwarnings("default")
def test_prefect_yaml_deploys() -> None:
    from prefect import get_client
    from prefect.settings import PREFECT_API_URL

    from flows.ingest import ingest

    environment = os.environ | {"PREFECT_API_URL": str(PREFECT_API_URL.value()), "PWD": str(ROOT)}
    for arguments in (["work-pool", "create", "--type", "process", "newslake"], ["deploy", "--all"]):
        command = [sys.executable, "-m", "prefect", "--no-prompt", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stdout + done.stderr
    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name("ingest/samples")
    assert ingest.validate_parameters(deployment.parameters)["sources"] == ["data/samples"]
    assert deployment.pull_steps == [{"prefect.deployments.steps.set_working_directory": {"directory": str(ROOT)}}]


@pytest.mark.usefixtures("prefect_api")
@pytest.mark.filterwarnings("default")
def test_a_source_that_cannot_be_read_fails_its_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from flows.ingest import ingest

    address = "http://127.0.0.1:9/feed.xml"
    state = ingest([address], str(tmp_path / "lake"), name="lost", kind="feed", allow_private=True, return_state=True)
    assert state.is_failed()
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    assert any("could not be read" in record.getMessage() for record in errors)
    assert all(record.exc_info is None and "Traceback" not in record.getMessage() for record in caplog.records)
    assert str(state.message).startswith(f"could not be read: {address}: its robots.txt could not be read")
    with read_lake(tmp_path / "lake") as connection:
        assert connection.execute("select status, rejected from runs").fetchall() == [("failed", 1)]
    from flows.ingest import UnreadSourceError

    error = state.result(raise_on_failure=False)
    assert isinstance(error, UnreadSourceError), "Prefect makes a traceback of what is no exception"
    assert error.summary.unread
