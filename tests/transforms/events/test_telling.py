from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause with a subject of its own tells as much as the main one; one without only adds
        ("Police arrested ten men as rebels attacked the town.", ["COERCE", "ASSAULT"]),
        ("Police arrested ten men who attacked the town.", ["COERCE"]),
        # a protest that is broken up took place
        ("The army suppressed a peaceful demonstration.", ["COERCE", "PROTEST"]),
        ("Police chased protesters through the old town.", ["COERCE"]),
        # what is shot with a camera, a page that is vandalized, animals: no violence
        ("Anna Berg shot a documentary in Lima.", []),
        ("Anna Berg shot a guard in Lima.", ["ASSAULT"]),
        ("A video was shot by soldiers.", []),
        ("The page of the party was vandalized.", []),
        ("The church was vandalized.", ["ASSAULT"]),
        ("Hunters slaughtered an elephant.", []),
        ("Hunters slaughtered ten villagers.", ["ASSAULT"]),
        ("A dog attacked two soldiers.", []),
        # what is felt, sold, sent as a force, asked on behalf of somebody
        ("The vote offered great relief to Peru.", []),
        ("The agency sent relief to Peru.", ["AID"]),
        ("Firms provide monitoring equipment.", []),
        ("Chile provided Peru with equipment.", ["AID"]),
        ("Chile sent troops to Peru.", ["MOBILIZE"]),
        ("Chile is preparing to send troops to Peru.", ["MOBILIZE"]),
        ("The firm deployed 300 scooters.", []),
        ("The army deployed 300 tanks.", ["MOBILIZE"]),
        ("The party advocates for children.", []),
        ("The party advocated a ban.", ["REQUEST"]),
        ("The party advocates a ban.", []),
        # who is suspended from his office, withdraws as something or does not decide rejects and yields nothing
        ("Under the law the minister was suspended from office.", []),
        ("Two deputies withdrew as candidates.", []),
        ("Two battalions withdrew.", ["RETREAT"]),
        ("The bishops failed to reach a decision.", []),
        ("The parties failed to reach an agreement.", ["REJECT"]),
        # who puts an end to it or drops it does not do it
        ("The movement decided to stop attacks.", []),
        ("The movement decided to resume attacks.", ["ASSAULT"]),
        ("The council dropped its inquiry.", []),
        ("The council opened an inquiry.", ["ACCUSE"]),
        # what stands beside another object, or comes later
        ("The men launched a newspaper at a rally.", []),
        ("Rebels joined the ceasefire ahead of the talks.", ["AGREE"]),
        ("What is a state visit?", []),
        ("Firms use gas to make glass.", []),
        ("Police used tear gas.", ["COERCE"]),
        # attacks with tools are none in words
        ("Berg attacked the senator with a hammer.", ["ASSAULT"]),
        ("Berg attacked the senator over his speech.", ["ACCUSE"]),
        # reporters are told nothing
        ("The minister refused to be drawn on the plan.", []),
        ("Peru declined to comment on it.", []),
        # what a patient refuses, whom a vote mobilizes, what grows into something; things of a country do nothing
        ("Anna Berg refused treatment.", []),
        ("Anna Berg refused the offer.", ["REJECT"]),
        ("The party mobilized its voters.", []),
        ("The party mobilized fighters.", ["MOBILIZE"]),
        ("The quarrel blew up into a scandal for the university.", []),
        ("Rebels blew up the university.", ["ASSAULT"]),
        ("The Peruvian currency accused the senate.", []),
        ("The Peruvian minister accused the senate.", ["ACCUSE"]),
        # whom one meets is somebody; what is asked for is not asked; a share is occupied, a law does nothing
        ("In the lung they meet proteins.", []),
        ("In the capital they meet senators.", ["CONSULT"]),
        ("Soldiers were requested.", []),
        ("Soldiers were asked to help.", ["REQUEST"]),
        ("Peruvian towns occupy three percent of the land.", []),
        ("Peruvian soldiers occupy the town.", ["ASSAULT"]),
        ("The Peruvian law will lift restrictions on unions.", []),
        ("The plague killed thousands of soldiers.", []),
        # an opinion that is polled, a deal that is voted on
        ("In the poll, 62 percent of voters supported the senator.", []),
        ("The party supported the senator.", ["SUPPORT"]),
        ("In the ballot, 54 percent of members rejected the deal.", ["REJECT"]),
        ("Peru asked not to be named.", []),
        ("Peru declined to sign the treaty.", ["REJECT"]),
        # what only looks like it promises nothing; what will have been done is no promise
        ("The plan of Peru promises to be a success.", []),
        ("Peru will have helped Chile with its debts.", ["AID"]),
        # what a case is about is not what is launched
        ("Police launched a case over the factory fire.", []),
        # a noun tells nothing beside a verb, but for that
        ("Police arrested ten men after the attack.", ["COERCE"]),
        ("The attack on the town continued.", ["ASSAULT"]),
        # who decides against it does not do it; what only follows in time is not what a verb takes
        # in the title of another page
        ("READ MORE: Peru attacks Rome The bridge is lost.", []),
        ("The miners decided not to strike.", []),
        ("After a hearing, the judge announced the verdict.", []),
        # weapons that forces find are taken away; what others find is only found
        ("Soldiers discovered a depot of ammunition.", ["COERCE"]),
        ("A fisherman found a grenade.", []),
        # forces against a flood are relief
        ("The army mobilized on Monday to clear snow from the roads.", []),
        ("The army mobilized on Monday near the border.", ["MOBILIZE"]),
        # an explosion of a landmine is a landmine explosion
        ("The explosion of a landmine killed two soldiers.", ["ASSAULT"]),
        ("The explosion of a boiler killed two workers.", []),
        ("Two boys suffered injuries due to an explosion of a landmine.", ["ASSAULT"]),
        # a deed that is carried out is told with who does it alone
        ("The raids were carried out by Russian jets.", ["ASSAULT"]),
        # people who leave their town do not retreat
        ("Families left the town.", []),
        ("Soldiers left the town.", ["RETREAT"]),
        # what is for somebody before a hyphen is a thing
        ("Drivers use the driver-assistance.", []),
        # of a threat that is only spoken of nobody is the author
        ("The mayor saw the threat.", []),
        ("The mayor repeated the threat.", ["THREATEN"]),
        # what is said to the press is no meeting, and what is scheduled is told by what will be held
        ("The mayor held a news conference.", []),
        # talks, visits and help to come are agreed on, whatever says so
        ("The mayor is scheduled to hold talks with Peru.", ["AGREE"]),
        ("The mayor is expected to visit Peru next week.", ["AGREE"]),
        # satellites hit nobody; who refuses to veto something rejects nothing
        ("The army launched a rocket with a satellite.", []),
        ("The president of Peru refused to veto the law.", []),
        ("Peru withdrew from the Paris accord.", ["REJECT"]),
        ("Peru barred its citizens from leaving the country.", []),
        # what is approved is not punished; a tense crisis is no weapon; storms have names; groups are no forces
        ("The campaign was sanctioned by the president of Peru.", []),
        ("Peru sanctioned the officials.", ["SANCTION"]),
        ("Peru tried to defuse the explosive crisis.", []),
        ("Debbie was the storm of the year and destroyed houses.", []),
        ("Environmental groups said that they were mobilizing.", []),
        ("Peru took advantage of any discussion.", []),
        # weapons that were used need nobody named
        ("The watchdog said that chlorine was used as a weapon in July.", ["ASSAULT"]),
        # a struggle for a cause is no violence
        ("They fought for equality.", []),
        ("Rebels fought to keep the mayor.", []),
        ("Rebels fought the army for the town.", ["ASSAULT"]),
        # two who clash by name do so in words
        ("Ann Berg clashed with Tom Stone.", []),
        ("Police clashed with students.", ["ASSAULT"]),
        # candidates hold rallies of their own; workers protest
        ("Ann Berg held a rally in Ohio.", []),
        ("Workers held a rally in Ohio.", ["PROTEST"]),
        # who travels privately visits nobody officially
        ("Tourists visited Peru.", []),
        ("The minister visited Peru.", ["CONSULT"]),
        # an evacuation that authorities order is no retreat
        ("The sheriff ordered the evacuation of the town.", []),
        # who is to blame is not told to be blamed by anybody; nobody defends himself
        ("Berg and Stone are to blame for the crisis.", []),
        ("They defended themselves from the army.", []),
        # an opinion that two share is no agreement
        ("Berg agreed with Stone about the winner.", []),
        ("Berg agreed with Stone to leave.", ["AGREE"]),
        # what is prepared to do something is not announced to be done
        ("The army prepares to attack Lima.", ["THREATEN"]),
        ("The army prepares an operation to retake Lima.", []),
        ("He was determined to have attacked Peru.", []),
        # a warning of travellers, and one that is only lifted
        ("The ministry lifted a warning against travel to Peru.", []),
        ("The shop offers Giant Food.", []),
        # to show that something is so is no protest
        ("Peru demonstrated that it can pay.", []),
        # a warrant for one's own arrest, mourners, and who only comes to a protest
        ("The driver had a warrant out for her arrest.", []),
        ("Friends held a prayer vigil for the victims.", []),
        ("A reporter was in Lima for a protest.", []),
        ("Workers were in Lima for a protest.", ["PROTEST"]),
        ("She wound up on a plane to Lima.", []),
        # nobody is meant by research; one who only agrees has an opinion
        ("The agency began a scientific investigation.", []),
        ("Ann Berg agreed.", []),
        # what people do in general is no event
        ("We are strong when people work together.", []),
        ("We are strong when ministers of Peru work together.", ["COOPERATE"]),
        ("The senator deflected Republican attacks.", ["ACCUSE"]),
    ],
)
def test_what_a_sentence_tells(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is only played, or lies behind somebody
        ("Two hundred officers took part in a simulated attack.", []),
        ("Two hundred officers took part in an attack.", ["ASSAULT"]),
        ("Anna Berg has two prior arrests.", []),
        # what stands behind a preposition beside the object is not taken
        ("Peru made speeches with references to the war.", []),
        ("Peru made war.", ["ASSAULT"]),
        ("The mayor moved to a new house with security cameras.", []),
        ("The team shared the National Technology Award with Peru.", []),
        ("The team shared technology with Peru.", ["COOPERATE"]),
        # a date that is set is no threat, one that is given to somebody is
        ("Anna Berg defended the bill from critics.", []),
        ("The committee set a new deadline.", []),
        ("The committee gave Peru a deadline.", ["THREATEN"]),
        # missiles are tested, or fired at somebody; a raid that kills is an attack
        ("Peru fired missiles.", ["MOBILIZE"]),
        ("Peru fired missiles at Chile.", ["ASSAULT"]),
        ("A raid on the town in May that killed ten men angered Peru.", ["ASSAULT"]),
        # an election is hijacked, an idea attacked, without violence; troops press into a town and ask for nothing
        ("Peru tried to hijack the election.", []),
        ("The men hijacked a bus.", ["ASSAULT"]),
        ("Anna Berg attacked the ideology of the party.", ["ACCUSE"]),
        ("The troops pressed into the town.", []),
        ("The troops pressed the mayor for an answer.", ["REQUEST"]),
        ("He saw charities that solicit in the street.", []),
        ("In a poll 74 percent of voters said the senator should resign.", []),
        # of two things that a plan is for the subject does neither
        ("Experts say it shows the plan to build and deploy missiles.", []),
        # a candidate who leaves a race does not retreat; who resigns promises nothing
        ("The candidate pulled out of the election campaign.", []),
        ("The army pulled out of the town.", ["RETREAT"]),
        ("The president will resign.", ["CONCEDE"]),
        ("The president will help Peru.", ["AGREE"]),
    ],
)
def test_only_sometimes_told(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected, text


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The mayor resigned his Senate seat.", "mayor", None),
        ("Peru's food riots killed ten.", None, None),
        ("Students' riots broke out.", "Students", None),
        ("The council will hold a meeting on Peru's launch.", "council", None),
        ("The minister began his first Asian visit.", "minister", None),
        ("The minister began his first visit to Peru.", "minister", "Peru"),
        ("An attack in Oslo took place on Monday.", None, None),
        ("An attack on Oslo took place on Monday.", None, "Oslo"),
        ("On March 4 Peruvian troops attacked Chile.", "Peruvian troops", "Chile"),
        ("The 26-year-old man was arrested.", None, "26-year-old man"),
        ("Authorities in particular arrested ten men.", "Authorities", "ten men"),
        ("The restrictions on Peru were lifted by Chile.", "Chile", "Peru"),
    ],
)
def test_sides_are_left_out(nlp: "Language", text: str, actor: str | None, recipient: str | None) -> None:
    sides = next(find_told(parse(nlp, text))).participants
    assert tuple(side and side.text for side in (sides.actor, sides.recipient)) == (actor, recipient), text


@pytest.mark.parametrize(
    ("text", "tense", "negated", "hypothetical"),
    [
        ("Peru is barred from the talks.", "present", False, False),
        ("Peru was barred from the talks.", "past", False, False),
        ("If it hears nothing, the committee will ask Peru for help.", "future", False, True),
        ("The committee will ask Peru for help.", "future", False, False),
        ("The court ruled to seize the village.", "past", False, False),
    ],
)
def test_how_it_is_told(nlp: "Language", text: str, tense: str, negated: bool, hypothetical: bool) -> None:
    modality = next(find_told(parse(nlp, text))).modality
    assert (modality.tense, modality.negated, modality.hypothetical) == (tense, negated, hypothetical), text
