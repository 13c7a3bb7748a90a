"""English, as a neighbour from anywhere speaks it."""

from timebank.intake.vocabulary.english import at_home, on_paper, on_the_way, with_people

WORDS = {**with_people.WORDS, **on_the_way.WORDS, **on_paper.WORDS, **at_home.WORDS}

COMMON = """
a able about afraid after afternoon again ago all allowed alone along also always am an and another any
anybody anyone anything are aren around as ask at away back bad be because been before being best better big
bit body both bring brother but by came can cannot come comes coming could couldn d dad daren daughter
daughters day days dear did didn died do does doesn don done down each early either elderly else enough even
evening ever every everything eyes far father feel fell few find first floor for friday from full gave get
gets getting give go goes going gone good got great had hands has hasn have haven hello help helped helps her
here hers herself hi him himself hip his home hour house how husband i if ill in into is isn it its itself
just keep keeps kind knee know last late later learn leave left leg let like little lives ll long look looking
lost lot love lovely lunchtime made make makes man manage many may maybe me mean might mine minute monday
month months more morning most mother much mum must my myself name near nearly need needs neighbour neighbours
never new next nice night no nobody none noon not nothing now number of off old on once one only operation or
other our out over own people perhaps place please poor possible put quite rather re really right ring round s
said same saturday say says see seen she should show simple since sister sit small so some somebody someone
something sometimes somewhere son soon sorry stairs stand still stop such sunday sure take takes tell than
thank thanks that the their them then there they thing things think third this those though thursday time to
today together told tomorrow too trouble tuesday turn turns two under until up upstairs urgent us use used
usually ve very wait want wants was wasn way we wednesday week weeks well went were what when where which
while who whole whose why wife will with without won wonderful wondering work works worry would wouldn year
years yes yet you young your
"""
