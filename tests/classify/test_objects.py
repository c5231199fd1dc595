"""The object of a stand: the words of the text that name what is rejected, demanded, feared or supported."""

import pytest

from briefing.pipeline import read_document
from briefing.profile import parse
from briefing.records import RawDocument
from tests.classify.helpers import stands
from tests.factory import LEXICON, PROFILE_TOML, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in front of its relative clause
        ("It was due to the pay offer, which Norland rejected.", [("reject", "the pay offer")]),
        # a bare verb asks, a told one does not
        ("Norland insists that the strike end.", [("demand", "the strike end")]),
        ("Norland insists that the strike has ended.", []),
        # who has not done it has no stand
        ("Neither Ada Berg nor Jon Holm rejected the pay offer.", []),
        # abbreviations end no object, and no adverb is cut off that says how much
        ("Ada Berg wants the U.S. to reject the pay offer.", [("demand", "the U.S. to reject the pay offer")]),
        ("Ada Berg warned that it costs crews too much.", [("express_concern", "it costs crews too much")]),
        # what somebody names so is part of the clause
        (
            "Ada Berg warned that the strike will trigger what she called a flood.",
            [("express_concern", "the strike will trigger what she called a flood")],
        ),
        # phrases of time between a vote and what it was for
        ("Norland voted by a wide margin on Monday to reject the pay offer.", [("reject", "the pay offer")]),
        ("Norland vowed in recent days to push ahead with an attack.", [("threaten", "to push ahead with an attack")]),
        # the object inside its verb
        ("“Jon Holm has put the talks at risk,” Ada Berg said.", [("accuse", "has put the talks at risk")]),
        ("Ada Berg said the offer would raise tensions.", [("express_concern", "the offer would raise tensions")]),
        # of a body "he" and "she" are others
        ("The dockers' union said she rejected the pay offer.", [("accuse", "rejected the pay offer")]),
        ("Norland said he rejected the pay offer.", [("accuse", "rejected the pay offer")]),
        # "provided" of a thing, not of a condition
        (
            "Ada Berg said a plan that provided aid for dockers was wrong.",
            [("reject", "a plan that provided aid for dockers")],
        ),
        # a time that an adjective makes a thing
        ("Jon Holm rejected a flexible week.", [("reject", "a flexible week")]),
        ("Jon Holm rejected a disastrous year.", [("reject", "a disastrous year")]),
        # a relative clause without a pronoun
        ("Jon Holm rejected a pay offer Berg does not support.", [("reject", "a pay offer")]),
        # even if
        ("Norland said it will not stop the strike, even if pay rises.", [("reject", "stop the strike")]),
        ("Norland is ready to accept the pay offer, but only if the strike ends.", [
            ("accept", "the pay offer"),
            ("condition", "only if the strike ends"),
        ]),
        # what a thing did is told, what it does is feared
        ("Ada Berg said the strike killed the trade.", []),
        ("Ada Berg said the strike will kill the trade.", [("express_concern", "the strike will kill the trade")]),
        # a state of mind is foreseen, not refused
        ("“There will be no confidence in the talks,” Ada Berg said.", []),
        ("“There will be no strike,” Ada Berg said.", [("reject", "strike")]),
        # a verdict in marks before its noun
        ("Ada Berg blasted what she called the “dangerous” pay offer.", [("reject", "the “dangerous” pay offer")]),
        ("Jon Holm, in what Ada Berg called a “mistake,” left.", []),
        ("“The pay offer is by far the best option,” Ada Berg said.", [("support", "The pay offer")]),
        ("Ada Berg hailed Tuesday’s pay offer.", [("support", "Tuesday’s pay offer")]),
        ("Norland filed a lawsuit against the pay offer.", [("reject", "the pay offer")]),
        # what one is not going to do is refused
        ("“We are not going to sign the pay offer,” Ada Berg said.", [("reject", "sign the pay offer")]),
        # a spokesperson's body speaks for itself, also where the marks open with the verb
        ("A spokesman for Norland said the government opposes the pay offer.", [("reject", "the pay offer")]),
        (
            "A spokeswoman for Norland told reporters the government “supports the pay offer.”",
            [("support", "the pay offer")],
        ),
        # "while" that opens a sentence concedes, and what it concedes is held
        ("“While we oppose the pay offer, we will talk,” Ada Berg said.", [("reject", "the pay offer")]),
        # whom one wants to act
        ("“We want them to drop the pay offer,” Ada Berg said.", [("demand", "to drop the pay offer")]),
        # an aim and a fear of one's own; another's is told
        ("“Our goal is to stop the strike,” Ada Berg said.", [("offer", "to stop the strike")]),
        ("“Their goal is to stop the strike,” Ada Berg said.", []),
        ("“Our fear is that the talks will fail,” Ada Berg said.", [("express_concern", "the talks will fail")]),
        # what a thing will not do
        ("“The pay offer will not work,” Ada Berg said.", [("express_concern", "The pay offer will not work")]),
        # what would be a sign is told as no fact
        ("Ada Berg said a vote would be a sign they are willing to accept the pay offer.", []),
        # how somebody hoped to do it is asked, not hoped
        ("It was not clear how Ada Berg hoped to end the strike.", []),
        # hyphens, years, particles and "related to" are no ends
        (
            "Ada Berg wants money for a U.S.-Norlandic border post.",
            [("demand", "money for a U.S.-Norlandic border post")],
        ),
        (
            "“We should pay through the end of the fiscal year,” Ada Berg said.",
            [("demand", "pay through the end of the fiscal year")],
        ),
        ("Norland suggested that the strike be put off.", [("offer", "the strike be put off")]),
        ("Norland suggested that the strike was over.", []),
        ("Ada Berg declined to comment on matters related to the strike.", [
            ("decline_comment", "matters related to the strike"),
        ]),
        # a finite verb ends a noun phrase, a participle of naming does not
        ("Norland’s demand for pay triggered the strike.", [("demand", "pay")]),
        # an order only before an article: "Support for it grows"
        ("“Drop the pay offer,” Ada Berg said.", [("demand", "Drop the pay offer")]),
        ("“Support for the strike grows,” Ada Berg said.", []),
        # an aim is no demand
        ("Ada Berg said Norland sought to calm the crews.", [("offer", "to calm the crews")]),
        ("“The best way to end it is to raise pay,” Ada Berg said.", [("demand", "to raise pay")]),
        ("“I am not trying to close the harbour,” Ada Berg said.", [("deny", "to close the harbour")]),
        # a feeling sets no condition, a deed does
        ("“If pay falls, I would not like my crews to stay,” Ada Berg said.", []),
        ("“If pay falls, we'll be out again in May,” Ada Berg said.", [("condition", "If pay falls")]),
        # what had been asked for and was dropped
        ("Norland had asked crews to end the strike.", [("demand", "to end the strike")]),
        ("Norland had asked crews to end the strike, but this was dropped.", []),
        # a government's own deed
        (
            "Ada Berg warned that her government could withdraw the pay offer.",
            [("threaten", "her government could withdraw the pay offer")],
        ),
        # the other side's deed beside a deed is told by nobody
        ("Norland offers a pay rise, but Jon Holm refuses it.", [("offer", "a pay rise")]),
        # an opposition that is given up
        ("Ada Berg said she would drop her opposition to the pay offer.", []),
        ("Ada Berg repeated her opposition to the pay offer.", [("reject", "the pay offer")]),
        # a mood is no proposal
        ("“The mood at the strike talks is good,” Ada Berg said.", []),
        ("“The mood is good,” Ada Berg said.", []),
        ("“The deal is good,” Ada Berg said.", [("support", "The deal")]),
        # the question is another's
        ("Asked to raise pay, Ada Berg said no.", []),
        # orders open a sentence
        ("Ada Berg said the strike would raise fees, and make it harder to sail.", []),
        ("“Please go and make way for us,” Ada Berg said.", [("demand", "go"), ("demand", "make way for us")]),
        # who rejects it is not said: the speaker stands behind the quotation
        ("“If we voted now the pay offer would be rejected by a wide margin,” Ada Berg said.", []),
        # what narrows a noun belongs to it, and an adverb that is the point of it
        ("Norland rejected pay offers based only on rumour.", [("reject", "pay offers based only on rumour")]),
        ("Ada Berg refused to put pay first.", [("reject", "to put pay first")]),
        ("“We need better, fairer pay rules,” Ada Berg said.", [("demand", "better, fairer pay rules")]),
        # who rejects a charge denies it; a wage claim is none
        ("Norland dismissed claims that pay is low.", [("deny", "claims that pay is low")]),
        ("Norland rejected the wage claim.", [("reject", "the wage claim")]),
        # for whom it is meant is not what is meant
        ("“It is important for us as a town to end it,” Ada Berg said.", [("demand", "to end it")]),
        ("“They know what it is necessary to do,” Ada Berg said.", []),
        ("Ada Berg was upset to learn that pay had fallen.", [("express_concern", "pay had fallen")]),
        # neither what was meant once nor what could have been, nor what is foreseen
        ("“We had decided to raise pay, but they left,” Ada Berg said.", []),
        ("“We will not leave if pay had risen,” Ada Berg said.", [("reject", "leave")]),
        ("“It is clear there will be no pay talks,” Ada Berg said.", []),
        ("“There will be no pay talks,” Ada Berg said.", [("reject", "pay talks")]),
        ("“This is an important issue,” Ada Berg said.", []),
        ("“The money provided in the pay offer will not go far,” Ada Berg said.", []),
        ("Ada Berg had previously opposed the pay offer.", []),
        ("“We will always be poor if we do not raise pay,” Ada Berg said.", []),
        ("“They get the pay they need to live well,” Ada Berg said.", []),
        ("“We have machines to improve fuel pay,” Ada Berg said.", []),
        ("“I want to thank the crews,” Ada Berg said.", []),
        ("Ada Berg wants a reasonable, bipartisan pay offer.", [("demand", "a reasonable, bipartisan pay offer")]),
        (
            "“The vote to raise pay should end the strike,” Ada Berg said.",
            [("demand", "The vote to raise pay should end the strike")],
        ),
        ("“Ignoring the crews of the port is wrong,” Ada Berg said.", [("reject", "Ignoring the crews of the port")]),
        # a negation before an adjective turns it round, "not only" does not
        ("“We are not prepared to end the strike,” Ada Berg said.", [("reject", "to end the strike")]),
        ("“We are hardly willing to end the strike,” Ada Berg said.", [("reject", "to end the strike")]),
        ("“It would be wrong not to end the strike,” Ada Berg said.", []),
        ("Ada Berg nearly rejected the pay offer.", []),
        ("“The pay offer is not only fair but needed,” Ada Berg said.", [("support", "The pay offer")]),
        ("“We would not simply accept the pay offer,” Ada Berg said.", [("reject", "the pay offer")]),
        # what is asked, doubted, unreal or another's is nobody's stand
        ("“Why should we accept the pay offer?” Ada Berg said.", []),
        ("“We want the pay offer, don’t we?” Ada Berg said.", [("demand", "the pay offer")]),
        ("“Had we accepted the pay offer, we would have left,” Ada Berg said.", []),
        ("“We would have supported the pay offer,” Ada Berg said.", []),
        ("“I don’t think we should accept the pay offer,” Ada Berg said.", []),
        ("“I think we should accept the pay offer,” Ada Berg said.", [("accept", "the pay offer")]),
        ("“They say we oppose the pay offer,” Ada Berg said.", []),
        ("“They know that we oppose the pay offer,” Ada Berg said.", [("reject", "the pay offer")]),
        ("“I do not believe the pay offer is fair,” Ada Berg said.", []),
        ("“Those who oppose the pay offer should leave,” Ada Berg said.", []),
        # a participle behind "get", and an editor's letter
        ("“[W]e must get the pay offer done,” Ada Berg said.", [("demand", "get the pay offer done")]),
        # the whole subject is judged, not the noun that it ends with
        ("Ada Berg said delaying the pay offer would be a mistake.", [("reject", "delaying the pay offer")]),
        ("Ada Berg said the plan to end the strike was a mistake.", [("reject", "the plan to end the strike")]),
        ("Ada Berg said the alternative to the strike would be a disaster.", [
            ("reject", "the alternative to the strike"),
        ]),
        ("Ada Berg said those who reject the pay offer are right.", []),
        # with whom somebody agrees tells nothing of the thing
        ("Ada Berg said she disagreed with Jon Holm that the strike should end.", []),
        ("Ada Berg said she agreed with Jon Holm on the pay offer.", []),
        ("Ada Berg said she agreed with the pay offer.", [("support", "the pay offer")]),
        # a relative clause without a pronoun, behind an article
        ("Norland rejected the longest strike this coast has ever seen.", [("reject", "the longest strike")]),
        # what somebody said is denied, and not that he said it
        ("He said a pay offer had been on the table - a claim Ada Berg denies.", [
            ("deny", "a pay offer had been on the table"),
        ]),
        # what has ended, what nobody should do, what is not missed: no demand and no refusal
        ("Norland no longer demands a strike.", []),
        ("Norland no longer supports the pay offer.", [("reject", "the pay offer")]),
        ("“But nobody should mistake patience for weakness,” Ada Berg said.", []),
        ("“I won't miss them,” Ada Berg said.", []),
        ("“Without that there will be no camps,” Ada Berg said.", []),
        ("Norland said it would drop the rest of its case.", []),
        ("“We have never said no to the pay offer,” Ada Berg said.", [("deny", "said no to the pay offer")]),
        # who blames a thing does not reject it; what is feared "if" is behind the comma
        ("Norland blamed the weather.", [("accuse", "the weather")]),
        ("“If the strike goes on, prices will rise,” Ada Berg warned.", [("express_concern", "prices will rise")]),
        ("Norland said it will keep refusing to sign the pay offer.", [("reject", "to sign the pay offer")]),
        # "no" before a noun turns the act round, "nothing" leaves nothing
        ("“We want no part in the talks,” Ada Berg said.", [("reject", "part in the talks")]),
        ("“No pay offer is acceptable,” Ada Berg said.", [("reject", "pay offer")]),
        ("“Nothing in the plan is acceptable,” Ada Berg said.", []),
        ("Norland ruled out neither a strike nor talks.", []),
        ("“We will not give up our ships for nothing,” Ada Berg said.", [("reject", "give up our ships for nothing")]),
        ("“The strike must go ahead,” Ada Berg said.", [("demand", "The strike must go ahead")]),
        # suspected, considered, supposed: nobody has taken a stand
        ("Norland was accused of rejecting the pay offer.", []),
        ("Norland is considering rejecting the pay offer.", []),
        ("There is no evidence that Norland rejected the pay offer.", []),
        # "provided" as a verb sets no condition
        ("Asked to have provided one, Ada Berg said the strike should end.", [("demand", "the strike should end")]),
        ("Norland said it will pay for the ballot provided by the council.", []),
        # "he" of a woman is somebody else
        ("Ada Berg said she rejects the pay offer.", [("reject", "the pay offer")]),
        ("Ada Berg said he rejects the pay offer.", [("accuse", "rejects the pay offer")]),
        # who is told what to do is another
        ("Ada Berg told Jon Holm that he must accept the pay offer.", [("demand", "accept the pay offer")]),
        # a quotation inside the quotation is the other's; a question is nobody's stand
        ("“Jon Holm told us: ‘We reject the pay offer’,” Ada Berg said.", []),
        ("“I told them: ‘We reject the pay offer’,” Ada Berg said.", [("reject", "the pay offer")]),
        ("“Did we reject the pay offer? No,” Ada Berg said.", []),
        # what another party is to do is asked of it
        ("Norland proposed that Jon Holm accept the pay offer.", [("demand", "Jon Holm accept the pay offer")]),
        ("Norland proposed that the talks be held in May.", [("offer", "the talks be held in May")]),
        # "that" points at a noun
        ("Norland rejected that offer.", [("reject", "that offer")]),
        # one's own act under a condition is an offer
        ("Norland will pay for the ballot only if the strike ends, Ada Berg said.", [
            ("offer", "pay for the ballot"),
            ("condition", "only if the strike ends"),
        ]),
        ("“We will attack only if they attack,” Ada Berg said.", [("condition", "only if they attack")]),
        # the count of a vote, and what it was for
        ("Norland voted 31-14 on Tuesday night to reject the pay offer.", [("reject", "the pay offer")]),
        ("Norland has offered to talk if the strike ends.", [
            ("offer", "to talk"),
            ("condition", "if the strike ends"),
        ]),
        # a condition to what was done; a verb that looks like one
        ("Norland backed the pay offer, provided there were no strikes.", [
            ("support", "the pay offer"),
            ("condition", "provided there were no strikes"),
        ]),
        ("Norland backed the pay offer, provided a draft of it and left.", [("support", "the pay offer")]),
        ("Ada Berg demanded that Jon Holm pay for everything.", [("demand", "Jon Holm pay for everything")]),
        # to refuse what would obstruct a thing supports it; who judges its opponents takes no stand against it
        ("Ada Berg said it was wrong to oppose the pay offer.", [("support", "the pay offer")]),
        ("Norland refused to block the pay offer.", [("support", "the pay offer")]),
        ("Ada Berg said the talks must not fail.", [("demand", "the talks must not fail")]),
        ("“I find the pay offer unacceptable,” Ada Berg said.", [("reject", "the pay offer")]),
        ("“The pay offer was acceptable once,” Ada Berg said.", []),
        # what is left open, bound not to be done, or dismissed as a complaint
        ("Ada Berg refused to rule out a strike.", []),
        ("Ada Berg agreed not to sign the pay offer.", [("reject", "to sign the pay offer")]),
        ("Ada Berg dismissed criticism of the pay offer.", [("deny", "criticism of the pay offer")]),
        ("“The pay offer has our support,” Ada Berg said.", [("support", "The pay offer")]),
        # idioms of keeping a thing, and of approving of it
        (
            "“We will never stop fighting for the pay offer,” Ada Berg said.",
            [("support", "fighting for the pay offer")],
        ),
        ("“We will not give up on the pay offer,” Ada Berg said.", [("support", "the pay offer")]),
        ("“We will not stop the strike,” Ada Berg said.", [("reject", "stop the strike")]),
        ("“We cannot let the pay offer fail,” Ada Berg said.", []),
        ("“We cannot afford to lose the pay offer,” Ada Berg said.", []),
        ("“I could not support the pay offer more,” Ada Berg said.", []),
        ("“We will not hesitate to accept the pay offer,” Ada Berg said.", []),
        ("“It is not that we oppose the pay offer,” Ada Berg said.", []),
        ("“Talks like the strike are wrong,” Ada Berg said.", [("reject", "Talks like the strike")]),
        ("Ada Berg said Jon Holm had told him the pay offer was bad.", []),
        ("Jon Holm was told by Ada Berg that the pay offer was bad.", [("reject", "the pay offer")]),
        ("Norland could not agree on the pay offer.", []),
        ("Ada Berg highlighted the horrors of war and the need to end the strike.", [("demand", "to end the strike")]),
        # there is no other
        ("“There is no alternative to the pay offer,” Ada Berg said.", [("support", "the pay offer")]),
        ("Ada Berg said there was no alternative to the pay offer.", [("support", "the pay offer")]),
        # a time ends an object, and narrows one behind "of"
        ("Ada Berg rejected the pay offer last year.", [("reject", "the pay offer")]),
        ("Ada Berg rejected the pay offer of last year.", [("reject", "the pay offer of last year")]),
        ("Ada Berg rejected this week's pay offer.", [("reject", "this week's pay offer")]),
        # what another said is another's
        ("“Jon Holm said the strike should end,” Ada Berg said.", []),
        ("“I said the strike should end,” Ada Berg said.", [("demand", "the strike should end")]),
        # another saying is another statement
        ("Norland said it will not raise pay saying that it is high.", [("reject", "raise pay")]),
        # what is called false is the report, not what it tells of
        (
            "Reports that Norland had accepted the pay offer were false, Jon Holm said.",
            [("deny", "Reports that Norland had accepted the pay offer")],
        ),
        (
            "Jon Holm said the claim that crews rejected the pay offer is wrong.",
            [("deny", "the claim that crews rejected the pay offer")],
        ),
        ("Jon Holm said that Norland knew that the pay offer was wrong.", [("reject", "the pay offer")]),
        # what would be bad, if it were so
        (
            "It would be a disgrace if crews were locked out, Ada Berg said.",
            [("reject", "crews were locked out")],
        ),
        # what depends on nothing is no condition
        ("Ada Berg said the pay offer is not contingent on calm.", []),
        ("Ada Berg said nothing is contingent on calm.", []),
        # "that" before a lone noun opens no clause
        ("The Dockers call that blackmail.", []),
        # "they" may be others who were named on the way
        ("Norland said the Residents know that they will reject the pay offer.", []),
        ("Norland said the mayor knows that they will reject the pay offer.", [("reject", "the pay offer")]),
        # "then" behind a comma goes on with the same subject
        (
            "The Dockers on Thursday rejected the pay offer, then rejected the company's plan to close the pier.",
            [("reject", "the pay offer"), ("reject", "the company's plan to close the pier")],
        ),
        # a second verb ends a noun phrase, and belongs to an infinitive
        (
            "Norland planned to bring a bill to undo the levy and restore the old fees.",
            [("reject", "the levy"), ("support", "the old fees")],
        ),
        # what a measure is for, whoever takes it, days and figures between the words
        ("Norland passed a resolution on Monday to overturn the levy.", [("reject", "the levy")]),
        ("Norland introduced legislation that would repeal the levy.", [("reject", "the levy")]),
        ("Norland voted 8-3 on Monday against the levy.", [("reject", "the levy")]),
        ("Norland sued to block the levy.", [("reject", "the levy")]),
        ("The levy, fiercely opposed by Norland, took effect.", [("reject", "The levy")]),
        ("Norland repeated its protest against the levy.", [("reject", "the levy")]),
        ("Norland walked out of the talks.", [("reject", "the talks")]),
        ("Norland tried to persuade the Dockers not to strike.", [("demand", "not to strike")]),
        ("“We were harassed by the Dockers,” Ada Berg said.", [("accuse", "We were harassed by the Dockers")]),
        ("“The Dockers, whose boats were harassed by Norland, left,” Jon Holm said.", []),
        ("“The levy does nothing to help the town,” Ada Berg said.", [("reject", "The levy")]),
        ("“The levy is the main cause of the strike,” Ada Berg said.", [("accuse", "The levy")]),
        ("Ada Berg said she looked forward to the vote.", [("support", "the vote")]),
        ("Ada Berg said she was confident in the vote.", [("support", "the vote")]),
        ("Norland is in favour of the levy.", [("support", "the levy")]),
        ("Norland is against the levy.", [("reject", "the levy")]),
        ("Norland agreed in principle to a levy.", [("accept", "a levy")]),
        ("Ada Berg said Norland stands ready to resume talks.", [("offer", "to resume talks")]),
        ("The levy drew criticism from Norland.", [("reject", "The levy")]),
        # what denies a clause from before it
        ("Ada Berg said there was “no way” she would sign off on the levy.", [("reject", "the levy")]),
        ("Ada Berg said she sees no reason for a levy.", [("reject", "a levy")]),
        ("Ada Berg said Norland reserved the right to raise the levy.", [("threaten", "to raise the levy")]),
        ("Ada Berg expressed hope that the talks would go on.", [("support", "the talks would go on")]),
        ("Norland was critical of the levy.", [("reject", "the levy")]),
        ("The Dockers would prefer a levy to the toll.", [("support", "a levy to the toll")]),
        ("Norland sees the levy as an insult.", [("reject", "the levy")]),
        ("Norland sees the levy as a start.", []),
        ("Ada Berg said Jon Holm had told her that the levy was unfair.", []),
        ("Norland said the offer was not enough.", [("reject", "the offer")]),
        ("Norland said the offer fell far short.", [("reject", "the offer")]),
        ("Norland said there was not enough money.", []),
        ("Norland's main demand is a pay rise.", [("demand", "a pay rise")]),
        ("Norland's demand is that the levy be dropped.", [("demand", "the levy be dropped")]),
        ("Norland's demand was to be heard.", [("demand", "to be heard")]),
        ("“Nobody wants a strike,” Ada Berg said.", []),
        # an article before the marks of a verdict
        ("Norland called the levy a “farce”.", [("reject", "the levy")]),
        ("“The levy is a farce,” Ada Berg said.", [("reject", "The levy")]),
        # "it" behind the thing told of
        (
            "Norland opposes the levy, arguing that it would kill jobs.",
            [("reject", "the levy"), ("express_concern", "would kill jobs")],
        ),
        # who urges a thing asks for it, who urges a party names whom
        ("Ada Berg urged restraint in the harbour.", [("demand", "restraint in the harbour")]),
        ("The Dockers urged Norland.", []),
        # news goes with the clause that tells it
        (
            "Ada Berg hailed the news that the company would raise wages.",
            [("support", "the news that the company would raise wages")],
        ),
        # a fear in reported speech is one in the past tense
        (
            "Ada Berg said her greatest concern was that the company would close the pier.",
            [("express_concern", "the company would close the pier")],
        ),
        ("Ada Berg told them that their mission was to mend the pier.", []),
        # what goes on until …, what is promised only if …, what ends once …
        ("“The strike continues until wages rise,” Ada Berg said.", [("condition", "until wages rise")]),
        ("“The strike continued until wages rose,” Ada Berg said.", []),
        (
            "Ada Berg promised to mend the pier, but only if wages rose.",
            [("offer", "to mend the pier"), ("condition", "only if wages rose")],
        ),
        (
            "Norland would drop the case, Ada Berg said, once wages were raised.",
            [("condition", "once wages were raised")],
        ),
        ("Norland would drop the case, Ada Berg said, after a long day.", []),
        # who is hoped to act, with no "that"
        ("Jon Holm hopes Norland keeps its promise.", [("demand", "Norland keeps its promise")]),
        # nothing without …, only if …, before we …
        (
            "“There can be no return without higher wages,” Ada Berg said.",
            [("condition", "no return without higher wages")],
        ),
        ("“The ships can only return if wages rise,” Ada Berg said.", [("condition", "if wages rise")]),
        ("“Only when wages rise can the ships return,” Ada Berg said.", [("condition", "Only when wages rise")]),
        (
            "“Wages must rise before we return,” Ada Berg said.",
            [("demand", "Wages must rise"), ("condition", "before we return")],
        ),
        ("“Wages must rise before the ships return,” Ada Berg said.", [("demand", "Wages must rise")]),
        ("Ada Berg said she had made higher wages a condition of a return.", [("condition", "higher wages")]),
        # a quoted sentence without a verb
        ("“Yes to the offer, no to a strike,” Ada Berg said.", [("support", "the offer"), ("reject", "a strike")]),
        ("“No more strikes,” Ada Berg said.", [("reject", "strikes")]),
        ("“No more strikes have come,” Ada Berg said.", []),
        # the second verb of a subject has an object of its own
        (
            "Ada Berg said the levy was illegal and must be torn down.",
            [("reject", "the levy"), ("demand", "be torn down")],
        ),
        ("“The levy, while it sounds good, and maybe it's even well meant, is not the answer,” Ada Berg said.", []),
        ("The Dockers' refusal to leave the pier angered Norland.", [("reject", "to leave the pier")]),
        ("Ada Berg is against the levy and for a vote, she said.", [("reject", "the levy")]),
        ("Norland asked the company for higher wages.", [("demand", "higher wages")]),
        # what is condemned has no charge behind "of"; what another will do is foretold
        ("Ada Berg condemned the killing of two dockers.", [("reject", "the killing of two dockers")]),
        ("Ada Berg said the Dockers would reject the levy.", []),
        ("Ada Berg said the Dockers rejected the levy.", [("accuse", "rejected the levy")]),
        ("Norland protested against the levy.", [("reject", "the levy")]),
        # whose plan it is does not reject it
        ("The Dockers' plan to end the strike was rejected by Norland.", [("reject", "the strike")]),
        # who can do neither, takes no stand; whose call it is does not fall flat
        ("Ada Berg said Norland could neither confirm nor deny the strike.", []),
        ("Ada Berg's call for a vote fell flat.", [("demand", "a vote")]),
        # what the teller says that it was about
        ("“It's a disgrace,” Ada Berg said of the levy.", [("reject", "the levy")]),
        ("“It's a disgrace,” Ada Berg said on Monday.", [("reject", "It")]),
        ("“Let us see what the talks bring,” Ada Berg said.", []),
        # what is accepted or conceded in a clause
        ("Ada Berg said she had always accepted that Norland must pay.", [("accept", "Norland must pay")]),
        ("Ada Berg allowed that the offer was late.", []),
        # signs are no acts
        ("Norland said the vote would have been a sign they were willing to pay.", []),
        # brackets are whole, "later" is no mere date, and what should be is not offered but asked for
        ("“[The ships] must leave,” Ada Berg said.", [("demand", "[The ships] must leave")]),
        ("“The [...] ships must leave,” Ada Berg said.", [("demand", "ships must leave")]),
        ("Ada Berg said the vote should come later.", [("demand", "the vote should come later")]),
        ("Ada Berg proposed that the levy should go.", [("demand", "the levy should go")]),
        ("In that spirit, Ada Berg agreed with the levy.", [("support", "the levy")]),
        ("“I should like to mend the pier,” Ada Berg said.", []),
        ("“They take our support for granted,” Ada Berg said.", []),
        ("Ada Berg demanded that the town step in.", [("demand", "the town step in")]),
        # votes to do a thing, who is for a thing, what is fine
        (
            "Norland voted 8-3 on Monday to take the ferry into public ownership.",
            [("support", "to take the ferry into public ownership")],
        ),
        ("“I am for the levy,” Ada Berg said.", [("support", "the levy")]),
        ("“I feel for the dockers,” Ada Berg said.", []),
        ("“It is for the council to decide,” Ada Berg said.", []),
        ("“The levy is for sale,” Ada Berg said.", []),
        ("“Strikes are fine,” Ada Berg said.", [("support", "Strikes")]),
        ("Norland voted to grant the company a permit.", [("offer", "the company a permit")]),
        # who warns of an own refusal refuses
        ("Ada Berg warned that Norland would not accept the levy.", [("reject", "the levy")]),
        ("Ada Berg warned that Norland would sue.", [("threaten", "Norland would sue")]),
        ("Ada Berg warned that the Dockers would not accept the levy.", [
            ("express_concern", "the Dockers would not accept the levy"),
        ]),
        # set phrases of newspapers
        ("Norland threw its weight behind the levy.", [("support", "the levy")]),
        ("Norland is pressing ahead with the levy.", [("support", "the levy")]),
        ("Norland has left the door open to a vote.", [("offer", "a vote")]),
        ("Norland slammed the door on a vote.", [("reject", "a vote")]),
        ("Norland has no objection to a vote.", [("accept", "a vote")]),
        ("Norland has reservations about the levy.", [("express_concern", "the levy")]),
        ("Norland remains opposed to the levy.", [("reject", "the levy")]),
        ("Norland remains a town by the sea.", []),
        # what is called bad without marks; what somebody has not done is regretted, and not refused
        ("Ada Berg called the pay offer unfair.", [("reject", "the pay offer")]),
        ("Ada Berg called the mistake.", []),
        (
            "“It's disappointing that the company hasn't raised wages,” Ada Berg said.",
            [("express_concern", "the company hasn't raised wages")],
        ),
        ("“It's wrong that the pier closes,” Ada Berg said.", [("reject", "the pier closes")]),
        # the acts of others, told by somebody who is no source
        ("A director of a museum said crews had chosen to block the harbour.", []),
    ],
)  # fmt: skip
def test_objects(text, expected):
    assert stands(text) == expected


def test_what_is_left_out_of_an_object_is_no_issue_of_it():
    (position,) = reading("Ada Berg said she supports the pay offer without a strike.").positions
    assert [stand.issues for stand in position.stands] == [("pay",)]


def test_a_subject_of_any_length_is_read():
    long = "plans like " * 2000
    assert reading(f"Ada Berg said {long}the pay offer are wrong.").positions


def test_who_judges_the_opponents_of_a_thing_takes_no_stand_on_its_issue():
    text = "Ada Berg said the opponents of the strike were wrong. Ada Berg said the strike was wrong."
    opponents, thing = [position.stands[0] for position in reading(text).positions]
    assert (opponents.object.of(text), opponents.issues) == ("the opponents of the strike", ())
    assert thing.object.of(text) == "the strike"


@pytest.mark.parametrize("people", ["The opponents", "Critics"])
def test_who_judges_them_first_takes_no_stand_on_it_either(people):
    (position,) = reading(f"{people} of the pay offer are wrong, Ada Berg said.").positions
    assert [(stand.stance, stand.issues) for stand in position.stands] == [("reject", ())]


def test_a_phrase_with_an_adjective_of_its_own_goes_back_to_no_term():
    profile = parse(PROFILE_TOML.replace('"pay offer"', '"pay offer", "military option"').encode(), "p")
    said = "Jon Holm described the military option. Ada Berg said she supports the {}option."
    raws = [RawDocument("a.txt", "text/plain", said.format(own).encode(), extracted=True) for own in ("", "peaceful ")]
    found = [read_document(raw, profile=profile, lexicon=LEXICON).positions[-1].stands for raw in raws]
    assert [[bool(stand.issues) for stand in stands] for stands in found] == [[True], [False]]
