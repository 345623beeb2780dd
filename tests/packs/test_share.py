"""Equal parts of a compiled lexicon are one object, and stay one when it is kept."""

import pickle

from dragoman.packs.compile import load_lexicon
from dragoman.packs.lexicon import Lexicon


def _feature_sets(lexicon: Lexicon) -> list[frozenset[str]]:
    forms = [feats for components in lexicon.forms.values() for feats in components.values()]
    return [*forms, *(meaning.features for meaning in lexicon.meanings)]


def test_equal_feature_sets_are_one_object_even_after_pickling() -> None:
    lexicon = pickle.loads(pickle.dumps(load_lexicon("en"), protocol=5))
    told = _feature_sets(lexicon)
    assert len({id(feats) for feats in told}) == len(set(told)) < len(told) / 100


def test_forms_of_equal_tables_are_one_object() -> None:
    forms = load_lexicon("es").forms
    tables = {tuple(table.items()) for table in forms.values()}
    assert len({id(table) for table in forms.values()}) == len(tables) < len(forms)


def test_leaves_of_the_trie_are_one_object() -> None:
    trie = load_lexicon("en").trie
    assert len({id(node) for node in trie if not node}) == 1
