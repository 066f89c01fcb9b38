import gzip
import json

import pytest
from botocore.exceptions import DataNotFoundError
from botocore.loaders import Loader
from hypothesis import example, given
from hypothesis import strategies as st

from ssmwizard.outside import models

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([None, 0, 2, "\t"]))
def test_a_text_is_read_to_the_value_that_was_written(value, indent):
    assert models.parse(f" {json.dumps(value, indent=indent)}\n") == value


@given(st.text('{}[]:,"\\ \n0a', max_size=12))
@example("{0:0}")
@example('{"a":0,}')
@example('{"a":0} 0')
@example('{"a" 0}')
@example('{"a":0')
def test_what_is_no_json_is_refused_as_json_refuses_it(text):
    assert _read(models.parse, text) == _read(json.loads, text)


def _read(reader, text):
    try:
        return "read", reader(text)
    except ValueError as error:
        return "refused", str(error)


def test_of_two_members_of_one_name_the_later_counts():
    assert models.parse('{"a": {"b": 1, "b": 2}, "a": {"c": 3}}') == {"a": {"c": 3}}


@pytest.mark.parametrize("service", ["ec2", "iam", "ssm", "sts"])
@pytest.mark.parametrize("kind", ["service-2", "endpoint-rule-set-1", "paginators-1"])
def test_aws_s_models_are_the_same_as_botocore_reads_them(service, kind):
    theirs = Loader().load_service_model(service, kind)
    ours = models.LOADER.load_service_model(service, kind)
    assert ours == theirs
    assert list(ours.get("shapes", ())) == list(theirs.get("shapes", ()))


def test_plain_and_compressed_files_are_found_and_others_are_missing(tmp_path):
    (tmp_path / "plain.json").write_text('{"a": 1}')
    (tmp_path / "packed.json.gz").write_bytes(gzip.compress(b'{"b": 2}'))
    files = models.StepwiseFiles()
    assert files.load_file(str(tmp_path / "plain")) == {"a": 1}
    assert files.load_file(str(tmp_path / "packed")) == {"b": 2}
    assert files.load_file(str(tmp_path / "absent")) is None
    with pytest.raises(DataNotFoundError):
        models.LOADER.load_data("no-such-data")
