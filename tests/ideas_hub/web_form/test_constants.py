"""Constants of a module as data for scripts."""

import json
import re
from types import ModuleType

import pytest

from ideas_hub.web_form.constants import constants_of
from ideas_hub.web_form.rules import rules_script, story_rules


def module_with(**constants: object) -> ModuleType:
    module = ModuleType("a_rule")
    vars(module).update(constants)
    return module


def test_constants_are_named_as_in_their_module() -> None:
    module = module_with(WORDS=frozenset({"tea", "jam"}), MOST=3, SAYS={"tea": ("hot", None)}, NOTE="Hot {thing}.")

    assert constants_of(module, "WORDS MOST SAYS NOTE") == {
        "WORDS": ["jam", "tea"],
        "MOST": 3,
        "SAYS": {"tea": ["hot", None]},
        "NOTE": "Hot {thing}.",
    }


def test_a_pattern_is_its_source_and_flags_also_where_the_module_compiles_it_late() -> None:
    module = module_with(TEA=re.compile("TEA", re.IGNORECASE), JAM="(?i)jam", BREADS={"rye": "rye", "bun": "buns?"})

    assert constants_of(module, "TEA", patterns="JAM BREADS") == {
        "TEA": {"re": "TEA", "flags": "iu"},
        "JAM": {"re": "jam", "flags": "iu"},
        "BREADS": {"rye": {"re": "rye", "flags": "u"}, "bun": {"re": "buns?", "flags": "u"}},
    }


def test_a_constant_that_is_not_there_or_is_no_data_is_a_mistake_of_ours() -> None:
    with pytest.raises(AttributeError, match="GONE"):
        constants_of(module_with(), "GONE")
    with pytest.raises(TypeError, match="function has no JSON"):
        constants_of(module_with(BREW=lambda: None), "BREW")


def test_the_script_holds_what_a_story_needs_as_data() -> None:
    start, _, data = rules_script(story_rules()).decode().partition("ideasHub.ruleConstants || {}, ")

    assert start == "var ideasHub = ideasHub || {};\nideasHub.ruleConstants = Object.assign("
    assert json.loads(data.rstrip(");\n"))["personal_data"]["RULE"] == "personal-data"
