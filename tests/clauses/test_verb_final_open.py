"""Clauses of languages whose verb comes last but what is said follows it, read with the packs of Hindi, Bengali, Urdu."""

import os
from pathlib import Path

import pytest

from dragoman.pipeline import Knowledge, analyse, load_knowledge
from dragoman.records import Document, Entity, Span

CASES: dict[str, tuple[str, str, list[str]]] = {
    "an infinitive before a promise is what is promised": (
        "hi",
        "जापान ने नेपाल को चावल देने का वादा किया है।",
        ["AGREE JPN > NPL actual"],
    ),
    "what is announced with an infinitive is still to come": (
        "ur",
        "جاپان نے نیپال کو امداد دینے کا اعلان کیا ہے۔",
        ["AGREE JPN > NPL actual"],
    ),
    "a participle describes the noun after it, and whom it is aimed at is the verb's": (
        "hi",
        "फ्रांस ने ईरान पर लगाए गए प्रतिबंध हटा लिए।",
        ["CONCEDE FRA > IRN actual"],
    ),
    "a clause between commas goes back to the subject that waits": (
        "hi",
        "जर्मनी ने, जिसने पिछले साल समझौता तोड़ा था, तुर्की की निंदा की।",
        ["ACCUSE DEU > TUR actual"],
    ),
    "who acts may stand behind the verb": (
        "bn",
        "ইরানের ওপর নতুন নিষেধাজ্ঞা আরোপ করেছে ফ্রান্স।",
        ["SANCTION FRA > IRN actual"],
    ),
    "letters in brackets may follow who acts behind the verb": (
        "bn",
        "ইরানের ওপর নতুন নিষেধাজ্ঞা আরোপ করেছে ইউরোপীয় ইউনিয়ন (ইইউ)।",
        ["SANCTION EUR > IRN actual"],
    ),
    "a word that ends what is told hangs it from the verb behind it": (
        "bn",
        "নেপালকে সহায়তা দেবে বলে জানিয়েছে জাপান।",
        ["AGREE JPN > NPL actual"],
    ),
    "whom a verb of saying addresses is asked": (
        "hi",
        "चीन ने जापान से सैनिक हटाने को कहा है।",
        ["REQUEST CHN > JPN actual"],
    ),
    "a determiner stands before the noun inside a compound verb": (
        "hi",
        "जापान ने चीन के साथ एक समझौता किया।",
        ["AGREE CHN JPN > - actual"],
    ),
    "a word of stress stands inside a compound verb": (
        "ur",
        "فرانس نے ایران کی مذمت بھی کی ہے۔",
        ["ACCUSE FRA > IRN actual"],
    ),
    "stress is glued to the noun of a compound verb": (
        "bn",
        "ফ্রান্স ইরানের নিন্দাও জানিয়েছে।",
        ["ACCUSE FRA > IRN actual"],
    ),
    "what should be done is not done": ("ur", "قیدیوں کو رہا کیا جانا چاہیے۔", []),
    "where what is struck stands may be said before it": (
        "hi",
        "फ्रांस के विमानों ने माली में ठिकानों पर बमबारी की।",
        ["ASSAULT FRA > MLI actual"],
    ),
    "a country before a noun qualifies it where another acts": (
        "hi",
        "फ्रांस ईरान परमाणु समझौते से बाहर हो गया।",
        ["SANCTION FRA > IRN actual"],
    ),
    "what somebody is told to do is not done, whoever is told": (
        "hi",
        "जर्मनी ने तुर्की से समझौते का सम्मान करने का आग्रह किया और अमेरिकी सामान का बहिष्कार करने को कहा।",
        ["REQUEST DEU > TUR actual"],
    ),
    "an ending may tell what somebody is told to do": ("bn", "জার্মানি তুরস্কের পণ্য বর্জন করতে বলেছে।", []),
    "letters in brackets carry the mark of a name that is not known": (
        "hi",
        "जर्मनी के अग्रणी संगठन, फोरम ऑफ शेफर्ड्स (BDI) ने तुर्की से प्रतिबंध हटाने को कहा।",
        ["REQUEST DEU > TUR actual"],
    ),
    "a pronoun stands for the country that opens the sentence as its subject": (
        "hi",
        "फ्रांस ने, जिसने एक पूर्व मंत्री को बुलाया था, कहा कि वह नेपाल का समर्थन करता है।",
        ["SUPPORT FRA > NPL actual"],
    ),
    "a bare passive describes the person behind it": (
        "bn",
        "তুরস্ক আটক এক মার্কিন সাংবাদিককে নিয়ে ফ্রান্সের নিন্দা করেছে।",
        ["ACCUSE TUR > FRA actual", "COERCE - > USA actual"],
    ),
    "a glued genitive goes on to the counted noun behind it": (
        "bn",
        "তুরস্কের এক বিচারক ফ্রান্সের দুই কূটনীতিককে কারাদণ্ড দিয়েছেন।",
        ["SANCTION TUR > FRA actual"],
    ),
    "the first of two joined bodies has the case of the second": (
        "bn",
        "ইউরোপীয় ইউনিয়ন এবং ন্যাটোতে তুরস্কের নিন্দা জানিয়েছে।",
        [],
    ),
    "a described noun is no part of the verb before it": (
        "hi",
        "जापान के रुख का फ्रांस ने विरोध किया, जिसने नेपाल को सहायता दी।",
        ["AID FRA > NPL actual", "REJECT FRA > JPN actual"],
    ),
}


@pytest.fixture(scope="module")
def packs(compiled_packs: None) -> Knowledge:
    return load_knowledge(("bn", "hi", "ur"), cache=Path(os.environ["DRAGOMAN_CACHE"]))


def side(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted(entity.code or "?" for entity in entities)) or "-"


@pytest.mark.parametrize("name", CASES)
def test_verb_final_open(name: str, packs: Knowledge) -> None:
    language, text, expected = CASES[name]
    coding = analyse(Document("case", text, language, "2018-10-17", sentences=(Span(0, len(text)),)), packs)
    assert coding.error is None
    told = [f"{e.type} {side(e.actor)} > {side(e.recipient)} {e.status}" for e in coding.events]
    assert sorted(told) == sorted(expected), name


def test_a_time_belongs_to_the_finite_verb_above_an_infinitive(packs: Knowledge) -> None:
    text = "फ्रांस ने सोमवार को ईरान पर प्रतिबंध लगाने की धमकी दी।"
    coding = analyse(Document("case", text, "hi", "2018-10-17", sentences=(Span(0, len(text)),)), packs)
    assert [(e.type, e.date) for e in coding.events] == [("THREATEN", "2018-10-15")]


@pytest.mark.parametrize(
    ("language", "text", "recalled"),
    [
        ("hi", "फ्रांस के मंत्री रेमों दुबुआ ने ईरान की निंदा की। दुबुआ ने चीन की आलोचना की।", "CHN"),
        ("bn", "ফরাসি মন্ত্রী রেমঁ দুবোয়া ইরানের নিন্দা জানান। দুবোয়া চীনের সমালোচনা করেন।", "CHN"),
    ],
)
def test_an_unknown_word_is_a_name_once_introduced(language: str, text: str, recalled: str, packs: Knowledge) -> None:
    cut = text.index("।") + 1
    sentences = (Span(0, cut), Span(cut + 1, len(text)))
    coding = analyse(Document("case", text, language, "2018-10-17", sentences=sentences), packs)
    assert [e.actor[0].code for e in coding.events if e.recipient[0].code == recalled] == ["FRA"]


@pytest.mark.parametrize("written", ["मोज़ाम्बिक", "मोजाम्बिक", "मो\u095bाम्बिक"])
def test_a_word_is_the_same_with_and_without_the_dot_below(written: str, packs: Knowledge) -> None:
    text = f"फ्रांस ने {written} की निंदा की।"
    coding = analyse(Document("case", text, "hi", "2018-10-17", sentences=(Span(0, len(text)),)), packs)
    assert [(e.recipient[0].code, e.recipient[0].text) for e in coding.events] == [("MOZ", written)]
