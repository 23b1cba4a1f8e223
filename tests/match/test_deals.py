"""Deals in sentences annotated in place: [phrase](kind)."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def unmark(annotated: str) -> tuple[str, list[tuple[str, str]]]:
    return _MARK.sub(r"\1", annotated), _MARK.findall(annotated)


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    doc = nlp(text)
    return [(span.text, span.label_) for span in doc.spans["deals"]]


NAMED = (
    "They adopted a [Joint Declaration on Security Cooperation](agreement), establishing dialogues.",
    "The two leaders launched the [Japan–India Artificial Intelligence Initiative](initiative) in Tokyo.",
    "It comes with the [Sustainable Fuel Initiative](initiative) and [Battery Supply Chain Partnership](initiative).",
    "Modi arrived for the [15th Annual India–Japan Summit](forum) on Friday.",
    "He will attend the [Shanghai Cooperation Organisation (SCO) Summit](forum) in China.",
    "The [Paris Agreement](agreement) was signed by all of them.",
    "At its centre was the “[Joint Vision for the Next Decade](initiative)”, a roadmap.",
    "Congress passed the [Inflation Reduction Act](law) in August.",
    "Kenya ratified the [Treaty on the Protection of Migratory Birds](agreement).",
    "It fits the [Clean Coast development strategy](initiative) well.",
    "Officials praised the [TIDAL bill](law) and the [2025-26 Budget](law).",
    "Projects such as [Young Maker Labs](project) will follow.",
    "He spoke of the [Freedom to Vote Act](law) again.",
    "Under the [Harbinger scheme](initiative) buses are free.",
    "The governor issued the [Ohio Disaster Declaration](law).",
    "They met at the [Liberal National Convention](forum).",
    "They met at [COP28](forum) and praised [Make in India](initiative).",
)

NOUNS = (
    "Beijing imposed [anti-dumping duties on Australian wine](law).",
    "They signed [117 memorandums of understanding on trade](agreement).",
    "Zambia reached a [deal with creditors](agreement).",
    "The EU adopted its 14th package of [sanctions against Russia](law).",
    "Adani scrapped its [$2.5 billion share sale](transaction).",
    "Siemens won an [order worth 3 billion euros](contract).",
    "They met at the [G20 summit in Bali](forum) last year.",
    "The two sides signed an [action plan for the exchange of 500,000 individuals](agreement) over five years.",
    "A [new factory in Lima](project) is their second.",
    "Under a [separate sharing agreement](agreement), Acme trains crews.",
    "Germany offered a [guarantee of up to EUR300 million](investment).",
    "Tea rose after an [accord between Kenya and its neighbours](agreement) to cut output.",
    "The minister rejected calls for a [wealth tax](law).",
    "The bank approved a [loan of $300 million](investment).",
    "Washington imposed [50% tariffs on Chilean goods](law).",
    "Talks began on a [trade deal with Japan](agreement).",
    "The firm won a [$132 million contract to supply trains](contract).",
    "It prepares a goal of a [manned mission to the Moon](project) by 2040.",
    "Tesco plans more [share buybacks](transaction).",
    "Both sides signed a [memorandum of understanding on fisheries](agreement).",
)

STATED = (
    "Pfizer said it would [acquire Seagen for $43 billion](transaction) in cash.",
    "Air India [ordered 470 aircraft from Airbus](contract) on Monday.",
    "Canada will [ban sales of new petrol cars](law) by 2035.",
    "The firm plans to [spend $1 billion on a desalination plant](investment).",
    "Germany and Norway agreed to [build a hydrogen pipeline](project).",
    "The lender will [buy back shares worth up to 2 billion euros](transaction).",
    "The plan is to [sell a 10% stake in Coal India](transaction) to raise 20 billion rupees.",
    "Novo agreed to [buy Catalent for $16.5 billion](transaction).",
    "The group will [invest Rs 5,000 crore in a plant](investment).",
    "Australia will [contribute US$45 million](investment) to the effort.",
    "The startup [raised $200 million](investment) last week.",
    "Kenya intends to [purchase goods worth $3 billion](contract) from Turkey.",
    "The state will [construct 1,500 homes](project) this year.",
    "Norvik [spun off its forklift arm](transaction) last year.",
    "Borex will [buy back as much as SEK1.5bn of its own shares](transaction).",
    "The navy [ordered 36 radars](contract) in May.",
)

BUSINESS = (
    "Norvik Pharma has [licensed its asthma inhaler to Sorano for up to $900 million](agreement).",
    "The utility [sold €500 million of green bonds](transaction) on Tuesday.",
    "Borex plans to [list its cable unit in London](transaction) next spring.",
    "The company filed for a [listing on Nasdaq](transaction).",
    "Shareholders approved the [sale of its Polish business](transaction) to Korda.",
    "Norway's wealth fund [bought a 3% holding in the chipmaker](transaction).",
    "Korda will [take a 12% stake in Ostra Lines](transaction).",
    "Acme [sold its pet food unit to Korda for $300 million](transaction).",
    "The rest will come from an [Islamic bond](transaction) that Korda plans to sell in Dubai.",
    "Halden will [merge its ferry arm with Ostra Lines](transaction).",
    "The province will [privatise its power utility](transaction).",
    "The development bank will [lend the utility $300 million for a dam](investment).",
    "Copenhagen [gave Zambia $40 million for rural clinics](investment) on Friday.",
    "Oslo [promised 3 billion crowns for offshore wind](investment) by 2030.",
    "Delhi has [set aside 12 billion rupees for rural clinics](investment).",
    "Acme will [borrow $300 million from Korda Bank](investment).",
    "The bank extended a [revolving credit facility of $80 million](investment).",
    "Zambia's creditors agreed to [restructure $6.3 billion of debt](agreement).",
    "Sorano holds the rights under a [distribution agreement](agreement) that runs to 2030.",
    "The two ministers initialled a [protocol on river transport](agreement).",
    "The central bank opened a [swap line with Ankara](agreement).",
    "Acme agreed to [supply 2 million tonnes of gas](contract) to Borex.",
    "Acme signed a [three-year contract to buy 600,000 tonnes of barley](contract) from a cooperative.",
    "A [contract for the first 80 km, worth $200 million](contract), went to Lianhe.",
    "Kenya launched a [tender for 400 buses](contract).",
    "The regulator granted Ostra a [licence to operate a casino](contract).",
    "The port authority [leased the terminal to Khor](contract) for 30 years.",
    "The firm won a [25-year concession to run the harbour](contract).",
    "The state will [expand a container terminal in Kribi](project).",
    "The city unveiled plans for a [tram line to the airport](project).",
)

MINISTRIES = (
    "The sultanate [cut the duty on dates](law) from 12% to 9%.",
    "The ministry [abolished VAT on sanitary products](law) in June.",
    "Parliament votes on a [packaging regulation](law) that would ban thin bags.",
    "The [plastics bill](law) cleared the committee on Monday.",
    "A [bill to lower the voting age](law) passed by 17 votes to 9.",
    "Ministers weigh [tariffs of as high as 60%](law) on imported shoes.",
    "Brasilia introduced an [export quota on sugar](law).",
    "Jakarta will scrap the [fuel subsidy](law) in July.",
    "The EU is preparing a [16th sanctions package](law).",
    "Leaders will meet at a [summit in Lima](forum) in May.",
)

# Business, diplomacy, finance, defence and health, in other words for the same classes.
WORDINGS = (
    "Malta and Cyprus agreed to [link their power grids by 2029](agreement).",
    "The two carriers have agreed to [share landing slots at Oslo](agreement).",
    "Both governments agreed on Friday to [reopen the Sarva crossing](agreement).",
    "Peru and Chile agreed to [reopen the Arica crossing](agreement) and to [exchange customs data](agreement).",
    "Leaders met for the [previous summit in Riga](forum).",
    "A [second protocol](agreement) covers river police; a [third, on salvage](agreement), does not.",
    "Regulators cleared the [sale of Norvik](transaction) to Halden.",
    "The [nationalisation of the railways](transaction) cost the treasury dearly.",
    "Halden announced the [disposal of its paper mill division](transaction).",
    "Ministers debated the [rescue of Sarvik Bank](transaction).",
    "Rotor Air [sold and leased back nine freighters](transaction).",
    "Rotor Air [chose engines from Dynavolt for its new jets](contract).",
    "The navy [picked Halvor Yards to build five frigates](contract).",
    "The city [selected Tramco as its preferred bidder](contract) for the line.",
    "London [blacklisted 31 tankers](law) on Monday.",
    "Ottawa [added 12 officials to its sanctions list](law).",
    "The court [froze the assets of Zeno Holdings](law).",
    "The fund is [considering a further $90 million](investment).",
    "Halden is in talks to [sell a stake of at least 15%](transaction).",
    "Korda [sold its 12% stake to Brightwater](transaction).",
    "Korda [snapped up a 12% stake in Altura](transaction).",
    "Parliament debated a [law phasing out coal boilers](law).",
    "The cabinet drafted a [decree allowing online casinos](law).",
    "Lawmakers tabled a [bill to double the bank levy](law) to 0.4%.",
    "The EU brought forward a [ban on single-use cups](law).",
    "Investors vote on the [share issue](transaction) next week.",
    "Tourists welcome the [visa waiver](agreement).",
    "Medivar [teamed up with Lisandro to develop a malaria jab](agreement).",
    "Denmark [donated 20 ambulances to Kyiv](investment).",
    "The health ministry endorsed a [plan to vaccinate rural children](initiative).",
    "Allies pledged [guarantees for as much as $3 billion of the loan](investment).",
    "Tehran and Baku completed a [prisoner swap](agreement).",
    "The World Bank [signed off on $600 million for rural clinics](investment).",
    "In a [joint statement](agreement) issued after the [6th Nile Leaders' Summit](forum) they set a goal.",
)

NOTHING = (
    "The minister visited Tokyo and held a call with his counterpart.",
    "The bank raised its payout by 12% to 9.5 cents.",
    "The bank left its key rate at 3.85%.",
    "She is a lawyer with experience in agreements, treaties and contracts.",
    "The International Monetary Fund praised the country's foreign policy.",
    "Bill Clinton and Grant Thornton declined to act.",
    "Families pay income tax and Council Tax every month.",
    "They are in agreement.",
    "Investors sold shares in tech companies on Tuesday.",
    "He bought a house for $2 million in Malibu.",
    "The order book stood at Rs 45,000 crore at the end of March.",
    "The contract is for one year, said the player.",
    "He paid $1 million in order to leave.",
    "The largest Israeli settlement lies north of the city.",
    "They extended low-interest loans and imposed sanctions.",
    "She sat on the Subcommittee on International Finance and Monetary Policy.",
    "The July contract for crude oil expired.",
    "We will act now, as the plan was to rest.",
    "Thousands celebrated Holy Week in Seville.",
    "The Project Manager spoke to the Budget Office.",
    "His views accord with theirs, and violence is a human rights issue.",
    "She gave a press conference in Lima about student loan debt.",
    "The two sides never had a border, and no peace treaty was signed.",
    "They work in close partnership with farmers and build a pipeline of talent.",
    "Funds hold trillions of dollars in financing.",
    "Steven Levy spoke to the Central Conference of American Rabbis.",
    "Borex is offering 500p in cash per share.",
    "Mills offered 415 pesos a tonne, less than in May.",
    "Eleven flotations raised $1.7 billion last year.",
    "It sold 3 million tonnes of wheat in March, customs data show.",
    "She gave him $20 and a map.",
    "The 10-year bond yield fell to 3.2%.",
    "The licence plate was stolen.",
    "Its quota of luck had run out, the captain said.",
    "The hospital treated 300 patients in March.",
    "A plan is only a plan, the coach said.",
    "The striker has a contract until 2027.",
    "He listed three reasons in London.",
    "They merged onto the highway with care.",
    "The company raised its forecast for sales to $2 billion.",
    "Orders climbed 8% and the backlog stood at $4 billion.",
    "Drivers want a pay rise of 35%, the union said.",
    "He holds an offer of $1 million to speak.",
    "The rescue of the climbers took nine hours.",
    "The sale of Norvik pumps rose last year.",
    "Peru bought 80% of its wheat from Canada.",
    "A second half goal settled it.",
    "She chose flowers from Peru.",
    "The two sides agreed to meet again.",
    "He picked apples to sell at the market.",
    "The choir added 12 singers to its list.",
    "The team is considering a further appeal.",
    "The purchase of a ticket is not required.",
    "They partner with schools.",
    "The sale of alcohol near schools worries parents.",
    "India buys Russian oil as prices fall\n\nDELHI - Rain fell.",
    "Lekton buys Bramel pumps as dam nears\n\nLISBON - Rain fell.",
    "Paylo has disbursed $300 million in loans since 2018.",
    "He was granted bail after paying $3 million.",
    "Woman wins $3m in lawsuit\n\nOSLO - Rain fell.",
    "The union turned down a last-minute pay offer by the ferry firm.",
    "The rules of origin are old and the rules of the game have changed.",
    "The minister went public with the news.",
)

# Headline grammar, rounds, bids, offers, rules and counted agreements.
HEADLINES = (
    "Kenya to [buy six patrol boats](contract) in [record security budget](law)\n\nNAIROBI - Debt mounts.",
    "Lekton [buys Porto start-up Bramel](transaction)\n\nLISBON - It is small.",
    "Lekton [buys Porto start-up Bramel for $30m](transaction)\n\nLISBON - It is small.",
    "Paylo [raises $40m at $600m valuation](investment)\n\nLAGOS - It is new.",
    "Paylo [raises $40m at a valuation of $600m](investment)\n\nLAGOS - It is new.",
    "World Bank [gives South Sudan $80m for roads](investment)\n\nJUBA - Rain fell.",
    "Malawi [wins $60m for rural clinics](investment)\n\nLILONGWE - Rain fell.",
    "Portugal to [sell 49% of airline Tejo](transaction)\n\nLISBON - It lost money.",
    "The company was worth $90 million at its [Series A](investment) in 2021.",
    "Zap closed a [$40m Series B](investment) led by Kite Capital.",
    "Paylo aims to [go public in London](transaction) next year.",
    "A rival called off a [planned $30m round](investment) in June.",
    "[Tenders for a metro line in Quito](contract) were cancelled.",
    "Sofia is seeking [bids for 30 trams](contract).",
    "It turned down a [rival offer](contract) from Acme and will sign the contract in May.",
    "The board rejected an [improved offer](transaction) from Zeta Holdings.",
    "The visit yielded a [fisheries agreement](agreement) and [three memoranda of understanding](agreement).",
    "Under [mining waste rules](law) that the Environment Agency issued in May, it must pay.",
    "The regulator issued [rules on crypto lending](law).",
    "It [picked a consortium of Lund Rail and Acme Civil to build a tram depot](contract).",
    "The firm will [build 300 MW of wind capacity near Tarfaya](project).",
    "Zeta signed a [letter of intent to buy 30 percent of Acme Mining](transaction).",
    "A [memorandum on nursing](agreement) provides for 300 courses.",
    'The minister wants a "[sugar tax](law)" on drinks.',
)

# What a clause tells of a deal, sums with their giver, and bargains of unions.
CLAUSES = (
    "Lawmakers debate a [law](law) that would cut the duty on soybeans.",
    "They signed a [fisheries pact with Fiji](agreement) that sets quotas and promises $9 million for boats.",
    "Oslo will [contribute $90 million](investment), of which the army will provide $20 million.",
    "Partners have pledged $90 million.",
    "It trains nurses, supported by [$22 million from the Asian Development Bank](investment).",
    "The clinics were built with [$3 million in grants from Norway](investment).",
    "Norway will [contribute a further $9 million](investment).",
    "It helps beside the $2 billion in aid that Norway provides each year.",
    "Importers prepare for the [EU Packaging Regulation](law).",
    "It serves the [2040 Strategy for the Clean Coast](initiative).",
    "The state backs the [$2 billion Halden Norte expansion](project).",
    "The regulator opened [bidding for the 3 GHz band](transaction).",
    "The [Soy Act](law), adopted in May, which will cut the duty on soybeans, is law.",
    "The plan, which will [cut the duty on soybeans](law), was approved.",
    "The strike ended when the union accepted a [three-year pay deal worth 12%](agreement).",
    "The auction offers nine licences.",
    "Acme announced [35 new orders from Rotor Air](contract).",
    "They will [build a national fibre network](project) by 2030.",
    "Strikers voted down a [6% wage offer](agreement).",
)


@pytest.mark.parametrize(
    "annotated", [*HEADLINES, *NAMED, *NOUNS, *STATED, *BUSINESS, *MINISTRIES, *WORDINGS, *CLAUSES]
)
def test_found(nlp: Language, annotated: str) -> None:
    text, expected = unmark(annotated)
    assert found(nlp, text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_not_found(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_a_deal_that_sums_up_what_was_stated(nlp: Language) -> None:
    text = "Norvik has licensed its inhaler to Sorano in a deal worth $900 million."
    assert found(nlp, text) == [("licensed its inhaler to Sorano", "agreement")]


def test_hard_wrapped_name(nlp: Language) -> None:
    text = "They signed the Joint Declaration on\n    Security Cooperation in Tokyo."
    assert found(nlp, text) == [("Joint Declaration on\n    Security Cooperation", "agreement")]


@pytest.mark.parametrize("text", ["", " ", "Act", "Deal of of of", "Agreement " * 400, "$" * 300 + " deal", "(" * 500])
def test_odd_input(nlp: Language, text: str) -> None:
    found(nlp, text)
