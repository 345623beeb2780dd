"""On whose word a medium reports is found in thirteen languages."""

import pytest

from dragoman.provenance.trace import trace
from dragoman.records import Document
from dragoman.text.envelope import find_parts

CITING = [
    ("en", "The talks failed, Yonhap reported, citing the harbour office.", "the harbour office"),
    ("id", "Perundingan gagal, lapor Yonhap mengutip Kantor Pelabuhan.", "Kantor Pelabuhan"),
    ("vi", "Theo Yonhap dẫn nguồn tin Cục Cảng biển, đàm phán thất bại.", "Cục Cảng biển"),
    ("ko", "연합뉴스는 항만청을 인용해 회담이 결렬됐다고 보도했다.", "항만청"),
    ("ru", "Переговоры сорваны, сообщает Ренхап со ссылкой на Управление порта.", "Управление порта"),
    ("zh", "韩联社援引港务局的消息报道，谈判失败。", "港务局"),
    ("ja", "聯合ニュースは港湾局の話として、会談が決裂したと報じた。", "港湾局"),
    ("es", "Las conversaciones fracasaron, informó Yonhap citando a la Oficina del Puerto.", "la Oficina del Puerto"),
    ("fr", "Les pourparlers ont échoué, rapporte Yonhap citant le Bureau du port.", "le Bureau du port"),
    ("de", "Die Gespräche scheiterten, meldete Yonhap unter Berufung auf das Hafenamt.", "das Hafenamt"),
    ("pt", "As conversações falharam, informou a Yonhap citando o Gabinete do Porto.", "o Gabinete do Porto"),
    ("ar", "فشلت المحادثات، حسبما ذكرت يونهاب نقلا عن مكتب الميناء.", "مكتب الميناء"),
    ("tr", "Yonhap'ın Liman Dairesine dayandırdığı habere göre görüşmeler başarısız oldu.", "Liman Dairesine"),
]


@pytest.mark.parametrize(("language", "sentence", "cited"), CITING, ids=[row[0] for row in CITING])
def test_whom_a_medium_cites_is_the_speaker_and_the_medium_the_agency(language: str, sentence: str, cited: str) -> None:
    text = f"Title of it\n{sentence}\n"
    document = Document("d", text, language)
    hops = trace(document, find_parts(document, language), language=language)
    assert [(hop.kind, hop.name) for hop in hops] == [("speaker", cited), ("agency", "Yonhap")]
    assert hops[0].span is not None
    assert hops[0].span.of(text) == cited


def test_what_the_engine_found_is_not_found_again() -> None:
    text = "Title of it\nThe talks failed, Yonhap reported, citing the harbour office.\n"
    document = Document("d", text, "en")
    at = text.index("harbour office")
    from dragoman.records import Span

    voices = [("Harbour Office", "KOR", Span(at, at + len("harbour office")))]
    hops = trace(document, find_parts(document, "en"), language="en", voices=voices)
    assert [(hop.kind, hop.name, hop.code) for hop in hops] == [
        ("speaker", "Harbour Office", "KOR"),
        ("agency", "Yonhap", "KOR"),
    ]


def test_words_of_citing_far_from_any_medium_name_nobody() -> None:
    text = "Title of it\nThe envoy left, citing the weather.\nYonhap has an office here."
    document = Document("d", text, "en")
    assert [hop for hop in trace(document, find_parts(document, "en"), language="en") if hop.kind == "speaker"] == []
