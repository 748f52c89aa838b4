from typing import TYPE_CHECKING

import pytest

from transforms.events.participants import find_participants
from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The army attacked the rebels.", "army", "rebels"),
        ("The rebels were attacked by the army.", "army", "rebels"),
        ("The refugee agreement with Peru ended.", None, "Peru"),
        ("The mayor spoke of the family stabbings.", None, "family"),
        ("Officials jailed in Kenya.", None, "Officials"),
        ("A scandal saw President Park impeached.", None, "President Park"),
        ("Mr Trump condemned recent vandalism of Jewish cemeteries.", "Mr Trump", None),
        ("She was gang raped by militants.", "militants", "She"),
        ("The ministry did not say what motivated the attack on the reporter.", None, "reporter"),
        ("The government has hailed a deal to raise wages for miners in Peru.", "government", None),
        ("They mourned Thomas Jackson, 30, from Cheshire, who was also stabbed.", None, "Thomas Jackson"),
        ("The Russia investigation is over.", None, None),
        ("They fled amid allegations of gang rapes by troops.", None, None),
        ("Trump criticized the House Freedom Caucus.", "Trump", "House Freedom Caucus"),
        ("Israeli helicopters attacked Palestinian targets in Gaza.", "Israeli helicopters", "Palestinian"),
        ("The rebels’ focus was on attacking the town.", "rebels", "town"),
        ("They spoke of an Islamic terror attack.", None, None),
        ("The monitor reported violence, including shelling by forces of areas.", None, None),
        ("Warplanes launched strikes.", "Warplanes", None),
        ("The government refused to discuss Assad's fate.", "government", None),
        ("The professor advocated a tariff on imports from Peru.", "professor", None),
        ("Peru arrested and deported Anna.", "Peru", None),
        ("A ban was imposed by Peru.", "Peru", None),
        ("Peru imposed sanctions over the arrest of Anna.", "Peru", None),
        ("Rebels linked to Iran attacked the army.", "Rebels linked to Iran", "army"),
        ("Rebels hiding in Iran attacked the army.", "Rebels", "army"),
        ("The army’s attack on the rebels failed.", "army", "rebels"),
        ("Syria threatened to break ties with Iraq unless Iran paid.", "Syria", "Iraq"),
        ("The army demolished Palestinian homes.", "army", "Palestinian"),
        ("Syria offered its troops to Iraq.", "Syria", "Iraq"),
        ("US troops are deployed in Iraq.", "US troops", "Iraq"),
        ("Police searched a house in Lima.", "Police", "house"),
        ("The mayor told the newspaper that the council must resign.", "mayor", "council"),
        ("The baker will go on trial.", None, "baker"),
        ("Police arrested her before raiding the rebels.", "Police", "her"),
        ("The senator denied that soldiers shot Marta.", "senator", None),
        # who suffers: in passives, participles with a subject, what is carried out
        ("The king had his minister killed.", None, "his minister"),
        ("The senator was arrested and was deported to Peru.", None, "senator"),
        ("Nurses protested against rules that were advised by doctors.", "Nurses", None),
        ("A plot to bomb Peruvian banks failed.", None, "Peruvian banks"),
        ("They mourned a reporter who was killed by the rebels.", "rebels", "reporter"),
        ("The exiles will be allowed to return.", None, "exiles"),
        ("The town came under attack.", None, "town"),
        ("The town came under shelling.", None, "town"),
        # whose protest it is, and whom it is for
        ("Protests of Peruvian miners continued.", "Peruvian miners", None),
        ("A rally for the mayor was held.", None, None),
        ("Protests for the mayor continued.", None, None),
        ("Students blocked the entrance of the university.", "Students", None),
        # for whom, over what or where is not of whom
        ("Peru demanded at a meeting in Lima an end to it.", "Peru", None),
        ("The president called on the panel to investigate his rival.", "president", "panel"),
        ("The mayor appealed for the farmers.", "mayor", None),
        ("Peru held talks on Syria.", "Peru", None),
        ("Peru held meetings on North Korea.", "Peru", None),
        ("Peru investigated the death of a soldier.", "Peru", None),
        ("Peru investigated the treatment of prisoners.", "Peru", "prisoners"),
        ("Norway condemned the arrest of the editor.", "Norway", None),
        ("Iran denied sending weapons to the rebels.", "Iran", None),
        ("NATO sent 400 troops to Kosovo.", "NATO", "Kosovo"),
        ("Peru ruled out the presence of soldiers.", "Peru", None),
        ("Peru rejected the claim of the rebels.", "Peru", "rebels"),
        ("North Korea fired off a missile from Wonsan.", "North Korea", None),
        ("Peru barred entry into Lima.", "Peru", None),
        ("Residents complained to the council.", "Residents", None),
        ("Peru demanded the arrest of the rebels.", "Peru", None),
        ("Peru hailed the revision of a book on Chile.", "Peru", None),
        ("Peru pledged to replace the council with a parliament.", "Peru", None),
        ("Peru pledged to open talks with Chile.", "Peru", "Chile"),
        ("Police searched his home in Garville.", "Police", None),
        ("Police on arrival detained Anna.", "Police", "Anna"),
        ("Peru pledged to build a wall on the Chilean border.", "Peru", None),
        ("Peru proposed that the bank become a council.", "Peru", None),
        ("A man stabbed a shopkeeper in Dublin.", "man", "shopkeeper"),
        ("Police shot him on a train in Lima.", "Police", "him"),
        ("The envoy attacked at the Oscars.", "envoy", None),
        # what is done besides is done to others
        ("The mayor hailed the result, saying that Peru had won.", "mayor", None),
        ("The mayor rejected the claim, adding that the senator had lied.", "mayor", None),
        ("Six nations signed the Treaty of Rome.", "Six nations", None),
        ("Peru agreed that Chile should leave.", "Peru", None),
        ("The bomber blew himself up.", "bomber", None),
        ("Peru has been staunchly opposed to the plan.", "Peru", None),
        ("Police arrested the country's former head.", "Police", "country's former head"),
        ("The rebels claimed responsibility for the attack.", "rebels", None),
        ("Peru is withdrawing them.", "Peru", None),
        ("Police deported him to his home country.", "Police", "him"),
        ("Peru cooperated with Chilean and Bolivian forces.", "Peru", "Chilean and Bolivian forces"),
        # several who promise do so each for himself; who meet do so with each other
        ("Ann Berg and Tom Stone promised to leave.", "Ann Berg", None),
        ("Ann Berg and Tom Stone met.", "Ann Berg", "Tom Stone"),
        # a town before a dash begins a report
        ("OSLO, Norway — A teacher was arrested on Friday.", None, "teacher"),
        # what is given is not to whom
        ("Food was sent to refugees.", None, "refugees"),
        ("Refugees were given food.", None, "Refugees"),
        # on whom something is blamed; whom a case is against is not rejected
        ("The mayor blamed the crisis on Peru.", "mayor", "Peru"),
        ("The mayor blamed the crisis on a war against his party.", "mayor", None),
        ("The judge dismissed a lawsuit against Berg.", "judge", None),
        ("Peru voted against the mayor.", "Peru", "mayor"),
        # who only speaks of a deed does not do it
        ("The mayor lamented the riots in Lima.", None, "Lima"),
        ("The mayor called the raid a mistake.", None, None),
        ("Peru investigated the Chilean issue.", "Peru", None),
        ("The mayor refused to do what every senator has done.", "mayor", None),
        ("The aide resigned from the council.", "aide", None),
        ("The mayor showed Lima's solidarity.", "mayor", None),
        ("Peru accused activists who had left.", "Peru", "activists"),
        # what a clause tells of a deed is not done by whom that was done to
        ("The bombing of a bank that killed ten guards shook Lima.", None, "bank"),
        # towns, and flags that are waved, are not protested against
        ("Farmers held a protest in Lima.", "Farmers", None),
        ("Demonstrators waved Chilean flags.", "Demonstrators", None),
        ("LIMA, Peru – Chilean police arrested a teacher.", "Chilean police", "teacher"),
        # what is adopted does not agree; what is shot down does not shoot
        ("The plan was adopted by Peru.", "Peru", None),
        ("Peruvian helicopter shot down near Lima.", None, "Peruvian helicopter"),
        ("The mayor defended the police against attacks from the right.", "mayor", "police"),
        # what somebody is accused of is no part of him; whom a case is against is accused
        ("Police charged the guard with the theft of a painting.", "Police", "guard"),
        ("Prosecutors accused the mayor of grave misconduct.", "Prosecutors", "mayor"),
        ("Prosecutors accused the head of the bank.", "Prosecutors", "head of the bank"),
        ("The case against Anna Berg was filed in 2013.", None, "Anna Berg"),
        # a man may fight with those on his side; soldiers fight with their foes
        ("A teacher was fighting with the rebels in Mali.", "teacher", None),
        ("A teacher was fighting with the police.", "teacher", "police"),
        ("Soldiers were fighting with rebels.", "Soldiers", "rebels"),
        # what is advocated, whom something is named after, a conference, half a word
        ("The movement advocated unions.", "movement", None),
        ("Peru allocated funds to build a bridge in memory of Anna Berg.", "Peru", None),
        ("Activists attended the Oslo Climate Conference.", "Activists", None),
        ("Activists protested the six-state railway.", "Activists", None),
        ("Gangs went there to kill in Oslo.", "Gangs", None),
        # bombers strike, towns are struck
        ("The airstrikes of Russia's bombers went on.", "Russia's bombers", None),
        ("The bombing of the bank went on.", None, "bank"),
    ],
)
def test_participants(nlp: "Language", text: str, actor: str | None, recipient: str | None) -> None:
    trigger = next(find_triggers(parse(nlp, text)))
    found = find_participants(trigger)
    assert (found.actor.text if found.actor is not None else None) == actor, text
    assert (found.recipient.text if found.recipient is not None else None) == recipient, text
