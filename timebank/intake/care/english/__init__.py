"""Care as it is said in English, also by people who learned it late."""

from timebank.intake.care.english import crossing, harmless, together
from timebank.intake.care.patterns import CareWords

_WHO = """
mother mum mummy mam mammy mom ma father dad daddy da pa husband hubby wife missus sister brother
grandmother grandfather gran granny grandma grandad grandpa nan nana aunt auntie aunty uncle partner
spouse parents neighbour friend patient him her them lady gentleman mil fil son daughter man woman hubbie
person inlaw mama papa cousin
"""
_ME = "me myself him himself her herself them us somebody someone self yourself you"
WORDS = CareWords(
    classes={
        "who": _WHO,
        "me": _ME,
        "one": f"{_WHO} {_ME}",
        "my": "my his her their our the your",
        "body": """
            hair head face back legs leg feet foot toes toe arms arm hands hand ears ear body tummy belly
            stomach shoulder shoulders knee knees bottom bum backside behind skin teeth tooth mouth nails
            toenails fingernails dentures beard moustache armpits heel heels ankles calves neck fingers scalp
            privates parts whiskers chin
        """,
        "clothes": """
            stockings stocking socks sock tights trousers clothes dress shirt blouse jumper cardigan coat
            pyjamas pajamas nightdress nightie underwear knickers pants bra corset girdle shoes slippers vest
            trousers buttons zip undies hosiery nightgown boots
        """,
        "medicine": """
            pills pill tablets tablet medicine medicines medication medications meds drops syrup antibiotics
            painkillers inhaler capsules dose doses eyedrops
        """,
        "nurse": "nurse nurses carer carers caregiver",
    },
    says=crossing.SAYS,
    names=crossing.NAMES,
    together=together.TOGETHER,
    verbs="""
        wash washing washed bathe dress dressing feed feeding feeds lifting change clean shave comb cut clip
        trim rub massage turn hoist carry wipe tend nurse nursing groom shaves shaving shaved bathing caring
        care giving
    """,
    alone="shave bathe",
    things=harmless.THINGS,
    skipped=harmless.SKIPPED,
    articles=harmless.ARTICLES,
    owner="of",
    behind_owner="s",
    errand=harmless.ERRAND,
    lift=harmless.LIFT,
    by_others=harmless.BY_OTHERS,
    gone=harmless.GONE,
    done=harmless.DONE,
    denied=harmless.DENIED,
    seeming=harmless.SEEMING,
    explained=harmless.EXPLAINED,
    animals=harmless.ANIMALS,
)
