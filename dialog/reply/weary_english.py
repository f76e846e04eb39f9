"""The same in English: all of this is a bit much for me, my brain is fried, I wish I hadn't
asked. Pure; clauses are normalised."""

from __future__ import annotations

import re

from dialog.reply.weary_kinds import Weary, WearyKind

_LEAD = (
    r"(?:(?:honestly|frankly|to be honest|tbh|well|so|and|but|because|sorry|i'm sorry|oh|ugh|look"
    r"|ok(?:ay)?|actually|now|then|really|i'm afraid|i am afraid|i must say|i have to say"
    r"|i think|i feel|i guess)[,.! ]+)*"
)
_THIS = (
    r"(?:(?:all (?:of )?)?(?:this|that|it|these|those)(?: (?:rules?|things?|laws?|forms?|stuff"
    r"|paperwork|documents|regulations|steps|words|terms|process|topic|subject|whole thing"
    r"|listing|kind of thing|sort of thing))?"
    r"|(?:all )?(?:this|the) (?:[a-z]+ )?(?:language|wording|jargon|form|text|law|answer"
    r"|explanation)"
    r"|everything|the whole (?:thing|process|matter)|(?:all )?the (?:rules|paperwork|forms"
    r"|process|steps|legal (?:stuff|terms|language)))"
)
_VERY = (
    r"(?: (?:just|all|a bit|a little|a lot|rather|quite|very|really|so|too|way|pretty|far|getting"
    r"|becoming|extremely|awfully|terribly|totally|completely|kind of|simply|honestly|truly|still"
    r"|more and more|somewhat|such|a))*"
)
_IS = r"(?:'s|'re| is| are| was| gets?| feels?| seems?| looks?| sounds?| has become)"
_HARD = (
    r"(?:much|a lot|confusing|complicated|overwhelming|exhausting|hard|heavy|tiring|difficult"
    r"|tricky|complex|frustrating|stressful|daunting|intimidating|hard work|maze|nightmare|hassle"
    r"|pain|headache|mess|struggle|slog|bother|muddle|over my head|above my head|beyond me"
    r"|doing my head in|driving me (?:mad|crazy|nuts)|wearing me (?:out|down))"
)
_FOR_ME = (
    r"(?:,? (?:for (?:me|one day|somebody like me|someone like me|a beginner|us|today)"
    r"|to (?:take in|follow|digest|handle|understand|grasp|get my head (?:a)?round|read|process"
    r"|keep up with)|right now|today|at once|already|by now|to be honest|honestly|i'm afraid"
    r"|i must say|really|i have to say|all at once|in one go|sorry|and all))*[.! ]*"
)
_HEAD = r"(?:my (?:poor )?(?:head|brain|mind|eyes))"
_FROM = (
    r"(?: (?:from|with|over|because of|by|after)(?: reading| looking at)? [^.?!,]{2,32}"
    r"|,? (?:right now|today|already|any ?more|now|by now|at night|at all))*[.! ]*"
)
_TELLS: tuple[tuple[WearyKind, str], ...] = (
    ("confused", rf"{_THIS}{_IS}{_VERY} {_HARD}{_FOR_ME}"),
    (
        "confused",
        (
            rf"(?:i|we)(?: just| really| must say i| do)* find {_THIS}"
            rf"(?: to be)?{_VERY} {_HARD}{_FOR_ME}"
        ),
    ),
    (
        "confused",
        (
            r"(?:i|we)(?: just| really| still| simply| honestly)*"
            r" (?:can't|cannot|can not|could not|couldn't|am struggling to|'m struggling to"
            r"|struggle to)"
            r"(?: even| really| just| seem to)* (?:take (?:all (?:of )?)?(?:this|that"
            r"|it) (?:all )?in"
            r"|take in (?:all (?:of )?)?(?:this|that|it|so much)|(?:follow|digest|process|grasp)"
            rf" (?:any of |all (?:of )?)?{_THIS}|take (?:all (?:of )?)?this in"
            r"|keep (?:up(?: with (?:this|it|all this))?|track)|make (?:any )?sense of"
            rf" (?:any of |all (?:of )?)?{_THIS}"
            rf"|(?:get|wrap) my head a?round (?:any of |all (?:of )?)?{_THIS}){_FROM}"
        ),
    ),
    (
        "confused",
        (
            r"(?:it|this|that|all (?:of )?(?:this|it|that)|most of (?:this|it|that))(?: just| all"
            r"| really| kind of)* (?:goes|went|is going|is|flies|flew)(?: right| way| straight"
            rf"| completely)* over my head{_FOR_ME}"
            r"|i(?:'m| am)(?: just| really| simply| so)* (?:not (?:very |really |any |too )?(?:good"
            r"|clever|smart|cut out|used to|great) ?(?:at|with|for|enough|to)?|hopeless (?:at|with)"
            r"|out of my depth(?: with)?)"
            rf" ?(?:(?:these|this|such|that|it)(?: (?:sort|kind)s? of)?(?: things?| stuff)?|{_THIS}"
            r"|law|laws|legal (?:things|stuff|matters|language)|rules|paperwork|forms)?[.! ]*"
        ),
    ),
    (
        "tired",
        (
            rf"{_HEAD}(?:'s| is| are| has| have| feels?| won't| doesn't| can't)?(?: just| really"
            r"| about to| going to| gone| completely| turned (?:in)?to| like| all| so| starting to"
            r"| begun to)* (?:hurts?|hurting|spin(?:s|ning)?|fried|mush|explode|exploding|swim(?:s"
            r"|ming)?|blank|glaz(?:ed|ing) over|ach(?:es?|ing)|full|stopped(?: working)?|work"
            r"|pounding"
            rf"|throbbing|burst(?:ing)?|dead|melt(?:ed|ing)|jelly|killing me|cotton wool){_FROM}"
            r"|(?:i|we)(?: just| really| still)* (?:can't|cannot|can not|couldn't|can hardly"
            r"|can barely)"
            rf" (?:think(?: straight| clearly)?|concentrate|focus|see straight){_FROM}"
            r"|i(?:'m| am)(?: just| really| completely| so| absolutely| all)* (?:knackered"
            r"|wiped out"
            r"|done in|running on empty|going (?:mad|crazy|round the bend)|losing my mind"
            rf"|snowed under|dead tired|wrecked|spent){_FROM}"
            r"|(?:i|we)(?:'ve| have)? been (?:at|on) (?:this|it)(?: all)?(?: non-?stop)? since"
            r" [^.?!,]{2,24}|(?:i|we)(?: was| were|'ve been| have been)(?: sitting| stuck)?"
            r" (?:up|working|here)(?: (?:half|all|the whole))* (?:the )?(?:night|day"
            r"|until [^.?!,]{2,14}"
            r"|late|since [^.?!,]{2,16})[.! ]*"
        ),
    ),
    (
        "confused",
        (
            r"(?:i|we)(?: just| really| still| honestly)* (?:don't|do not|didn't)(?: really| even)*"
            r" (?:get|understand|follow) (?:any of|half of|most of|a word of) (?:this|it|that"
            r"|these)"
            r"[.! ]*|(?:it|this)(?:'s| is) all (?:greek|chinese|gibberish) to me[.! ]*"
            r"|(?:i|we)(?:'m|'re| am| are)(?: just| really| still)* struggling(?: here)?"
            r"(?: (?:to (?:follow|keep up|understand)|with)(?: (?:all )?(?:of )?(?:this|it|these"
            r"|the"
            r" rules|that))?)?[.! ]*"
            r"|(?:i|we)(?:'m|'re| am| are| feel)(?: just| really| completely| totally| a bit"
            r"| a little"
            r"| rather)* (?:out of (?:my|our) depth(?: here| with this)*|slow (?:with|at"
            r"|on) (?:these"
            r"|this|such)(?: (?:sort|kind) of)?(?: things?| stuff)?)[.! ]*"
            r"|nothing (?:sticks|goes in|sinks in|makes sense)(?: any ?more)?[.! ]*"
        ),
    ),
    (
        "tired",
        (
            r"(?:i|we)(?:'m|'re| am| are)(?: just| really| completely)* (?:drowning|buried|swamped)"
            r" (?:in|under|with) (?:all )?(?:this |these |the )?(?:paperwork|forms|papers|documents"
            r"|rules|work|files)[.! ]*|(?:i|we)(?:'ve| have)? been (?:staring at|looking at"
            r"|stuck on"
            r"|stuck with|working on|sitting (?:with|over)|fighting with|wrestling with) (?:this"
            r"|these"
            r"|the|it)(?: [a-z]+)?(?: (?:for (?:hours|days|ages|(?:[a-z]+|\d+) (?:hours|days"
            r"|weeks))"
            r"|since [a-z0-9 ]{2,16}|all (?:day|morning|night|afternoon|evening)))[.! ]*"
            r"|(?:i|we)(?:'ve| have)? spent (?:(?:the )?(?:whole|entire) (?:day|morning|afternoon"
            r"|night"
            r"|evening|week(?:end)?)|all (?:day|morning|night|week)|hours|days|ages"
            r"|(?:[a-z]+|\d+) (?:hours|days|weeks)) on (?:this|it|these)(?: [a-z]+)?[.! ]*"
            r"|(?:i|we)(?:'m|'re| am| are)(?: just| still)* (?:getting|going) nowhere"
            r"(?: with (?:this|it))?[.! ]*"
            r"|(?:i|we)(?: really| just)* (?:don't have|have no|haven't got) (?:the )?(?:energy"
            r"|head"
            r"|nerves|patience)(?: (?:left|for (?:all )?(?:this|it|that)))+[.! ]*"
        ),
    ),
    (
        "afraid",
        (
            r"(?:i|we)(?: really| just| still)* (?:can't|cannot|can not|couldn't|could not) sleep"
            rf"{_FROM}|(?:i|we)(?: have|'ve)?(?: hardly| barely| not|n't| haven't| didn't"
            rf"| did not)+"
            r" (?:slept|sleep|slept a wink|had any sleep)"
            r"(?: (?:a wink|at all|last night|well|for (?:days|nights|a week)|because of"
            r" [^.?!,]{2,24}|over [^.?!,]{2,24}))*[.! ]*"
        ),
    ),
    (
        "put_off",
        (
            r"(?:i|we)(?: really| just| kind of)* wish(?: that)? (?:i|we)(?:'d| had)?(?: never"
            r"| not|n't"
            r"| hadn't)+ (?:asked|come|started|bothered|begun|taken this on)(?: (?:at all"
            r"|about (?:it"
            r"|this)|in the first place|here|this))*[.! ]*|(?:i|we)(?: really| just)* (?:should not"
            r"|shouldn't|should never|ought not to) have (?:asked|come|started|bothered|begun"
            r"|taken this on)(?: (?:at all|about (?:it|this)|in the first place|here))*[.! ]*"
            r"|(?:i|we)(?: really| already| kind of)* regret (?:asking|coming|starting|this"
            r"|it)[.! ]*"
            r"|(?:what|such) (?:a |an )?(?:absolute |real |huge |total )?(?:hassle|pain|mess"
            r"|nightmare"
            r"|headache|faff|slog|struggle|bother)[.! ]*|(?:this is |it's "
            r"|it is )?too much (?:hassle"
            r"|trouble|bother|like hard work)(?: for me)?[.! ]*|(?:this is |it's "
            r"|it is )?hard work[.! ]*"
        ),
    ),
    (
        "pressed",
        (
            r"(?:my|the|our) (?:boss|manager|director|chief|client|customer|ceo)(?: has| just"
            r"| keeps?"
            r"|'s)* (?:called|calls?|calling|rang|phoned|texted|emailed|messaged|messages|emails)"
            r"(?: me| us)?(?: (?:two|three|four|five|ten|\d+|several|a dozen) times"
            r"| again(?: and again)?"
            r"| every (?:hour|day|ten minutes|five minutes)| all (?:day|morning|night)| today"
            r"| already| about (?:it|this)| a day| this morning)*[.! ]*"
        ),
    ),
)
_SHAPES: tuple[tuple[WearyKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(_LEAD + rf"(?:{shape})")) for kind, shape in _TELLS
)
_DUE = re.compile(
    rf"{_LEAD}(?:(?:i|we)(?: still| also| really)* (?:have to|need to|must|got to"
    rf"|'ve got to) (?:finish"
    r"|hand(?: in)?|submit|file|deliver|send|do|read|write|get (?:this|it) (?:done|in|out))"
    r"(?: (?:this|it|that|them|all of (?:this|it)))?(?: (?:in|off|done))?(?: (?:by"
    r"|before) [a-z ]{3,12}"
    r"| tonight| today| tomorrow| this week)+|(?:it|this|that)(?:'s| is) due [a-z ]{3,16}"
    r"|(?:the|my) deadline is [a-z ]{3,16})[.! ]*"
)
_SIGH = re.compile(
    r"(?:sorry|i'm (?:so |very )?sorry|i am (?:so |very )?sorry|my apologies|apologies|ugh|phew|oh"
    r"|oh dear|oh my|honestly|well|wow|sigh|goodness|(?:to be )?honest|no offen[cs]e|so|and|really"
    r"|please|sorry about that)[.! ]*"
)
_BESIDE = re.compile(
    rf"{_LEAD}(?:my|the|our) (?:kid|child|children|kids|son|daughter|baby|little one|mum|mom"
    rf"|mother|dad"
    r"|father|wife|husband)(?:'s| is| are| has| have)(?: still| also| been)* (?:sick|ill|unwell"
    r"|a fever|got a fever|running a fever|in hospital|at home(?: sick)?|home sick|crying|waiting)"
    r"[a-z ]{0,16}[.! ]*"
    rf"|{_LEAD}(?:i|we)(?:'ve| have)? (?:read|re-?read) the same"
    r" (?:page|line|sentence|paragraph|form)[a-z0-9 ]{0,20}[.! ]*"
    rf"|{_LEAD}(?:i|we)(?:'ve| have)? (?:been )?(?:read|reading|written|wrote|writing|went through"
    r"|gone through|going through|reviewed|checked) (?:(?:about|over|some|more than) )?"
    r"(?:[a-z]+|\d+)(?: [a-z]+)? (?:contracts|pages|documents|forms|drafts|versions|files|papers)"
    r"(?: (?:today|this (?:morning|afternoon|week)|since [a-z ]{3,14}|already|tonight))*[.! ]*"
)

_UNCAUSED = re.compile(
    r"\b(?:sleep|slept|think|concentrate|focus|see straight|going (?:mad|crazy)|losing my mind"
    r"|spent|wrecked"
    r"|done in|running on empty|dead|dead tired|wiped out)\b"
)
_OF_THIS = re.compile(r"\b(?:from|with|over|because of|by|about) (?:all )?(?:of )?(?:this|these)\b")
"""What says that it is the matter of the talk that wears somebody out."""
_NO_LONGER = re.compile(r"\b(think(?: straight| clearly)?|concentrate|focus) any ?more\b")
"""What is no need though it has a word of it: who thinks no more is tired."""
_OF_ELSE = re.compile(
    r"\b(?:from|with|over|because of|by|after)"
    r" (?!(?:(?:all|reading|looking|of|at|so|too|these|those|the|this|that|it|many|much"
    r"|much of) ?)*"
    r"(?:rules?|things?|laws?|forms?|stuff|paperwork|documents?|regulations?|steps?|words?|terms?"
    r"|process|topic|contracts?|pages?|reading|legal|clauses?|work|head|tomorrow|tonight|now"
    r"|and|,|\.|!|$))"
)
"""What weighs on somebody beside the matter of the desk."""


def weary_english(clause: str) -> Weary | None:
    """What an English clause tells of its teller; ``None`` where it asks, or tells of others."""
    plain = clause.replace("’", "'").strip()
    if plain.endswith("?"):
        return None
    for kind, shape in _SHAPES:
        if shape.fullmatch(plain):
            caused = _UNCAUSED.search(plain) is None or _OF_THIS.search(plain) is not None
            left = _NO_LONGER.sub(r"\1", plain)
            return Weary(kind, left, caused=caused, open=_OF_ELSE.search(plain) is not None)
    if _SIGH.fullmatch(plain):
        return Weary("")
    return Weary("", plain) if _BESIDE.fullmatch(plain) or due_english(plain) else None


def due_english(clause: str) -> bool:
    """Whether a clause says that something is due."""
    return _DUE.fullmatch(clause.replace("’", "'")) is not None
