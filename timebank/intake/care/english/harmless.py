"""What makes English words of care harmless: things, errands, lifts, what others do, what is denied."""

THINGS = """
dog dogs cat cats canary bird birds fish rabbit hen hens plant plants flowers garden grave shirts glasses
car bike window windows curtain curtains clothes sheets dishes ironing doll dolls hedge wall tree children
house door budgie tap tray sink washbasin tile leak drip floor laundry towel towels salad machine box
boxes pets pet pram sheep blanket blankets carpet potatoes parcel bag bags bulb battery lock furniture
table tablecloth windscreen pony horse puppy kitten scarecrow turkey ceiling grandchildren baby boiler
filter cups pots jumper jumpers
"""
SKIPPED = """
monday tuesday wednesday thursday friday saturday sunday daily properly gently nicely carefully poor
elderly sick disabled heavy frail morning evening week twice once three four times every each confused
dying paralysed
"""
ARTICLES = "the a an my his her our their this that these those your some any"
ERRAND = """
fetch/fetching/pick/picking/collect/collecting/buy/buying/get/bring/bringing/order/go/going/run/running/
drop/deliver/nip/pop/left/out .. pharmacy/chemist/chemists/shop/shops/supermarket/boots/drugstore/farmacy/
delhaize/colruyt/pharmacie, pharmacy, chemist, chemists, drugstore, prescription, buy, shopping, pick up,
run/running/ran out of, out of <medicine>, groceries, borrow/borrowing/lend/lends/loan, sew/sewing/mend/
mending/iron/ironing/darn/repair, broken bed/chair/shower
"""
LIFT = """
to ?the/a/my/his/her/see doctor+/nurse/hairdresser+/chiropodist/podiatrist/hospital/clinic/course/gp/
surgery/dentist/physio/optician/health_centre/specialist/salon/launderette/barber+/swimming/pool/
appointment/a_and_e/emergency/pedicurist, appointment, first aid course, a lift, drive me, course, class/
talk/lecture ?about/on
"""
BY_OTHERS = """
already comes, comes already, the/my/a/district/our/community/from_the/home/his/her/that/visiting <nurse>/
help/helper/physio/hairdresser/chiropodist/doctor ?who/is/already .. comes/come/does/do/did/sees/looks/
visits/washes/calls/coming/came/been/leaves/left/gives/has/is_here/is_coming/finishes/finished/handles,
home help/care .. comes/does/washes/sees/for, comes for that, by ?the/a/my <nurse>/home_help, before/
after/until/when/once the <nurse>, let the <nurse>/doctor/hairdresser/physio, for the <nurse>, was/were/
am/is ?a/an/once/ retired/used ?a/retired/trained <nurse>, retired <nurse>, used to be ?a <nurse>, thank/
card/flowers/cake/ present .. <nurse>, my daughter/son/sister/niece washes/helps/does/sees
"""
GONE = """
not, can/doesn/won t, cannot, no longer, never, on leave, holiday+, sick, strike, stopped, away, gone
"""
DONE = """
that s/is all/already ?all/being ?taken/sorted/done/seen/looked_after care/sorted/done/to, that s/is taken
care of, that s/is sorted, my daughter does that, that i can ?still do, i can ?still manage that/fine, i
manage fine, i do that myself, i have someone for, i have help for, we have people/someone for, is taken
care of, has that covered, does all that, sees to that
"""
DENIED = """
no need ?for/of/to ?a/the/any, not for/about/to/need/looking ?a/any/for ?the/his/her/my/a, isn t for/
about, without, nothing to do with, no, don t need/want ?a/any/help/someone ?with/to, doesn t need ?any/a,
used to, still do my own, still ?do/manage ?my own, can still, i still, not a, not the, rather than,
instead of, years ago
"""
SEEMING = """
night light, nightlight, bedside table, midnight mass, christmas night, quiz/bingo/card/film/games night,
night/nights .. quiz/bingo, bird bath, bath/shower/toilet/sink/basin/tub/loo/commode .. tap/taps/curtain/
drips/dripping/leak/leaks/leaking/runs/running/blocked/descale/install/paint/clean/fix/tiles/tile/flush/
mat/rail/door/seat/cistern/grout/roll/paper/plug, tap/taps/curtain/drip/leak/clean/fix/install/paint/
unblock/descale/repair/mend/scrub/seal/tiling/replace .. bath/shower/toilet/sink/tub/loo/bathroom,
bathroom, shower curtain, toilet paper/roll/seat, massage/massaging cushion/chair/pad/machine, battery/
batteries .. blood pressure, blood pressure monitor/machine/meter, salad/window/hair/christmas dressing/
dresser, dressing gown/table/up, fancy dress, wedding dress, dress rehearsal, pin/code .. phone/tablet/
door/alarm/wifi/itsme/computer/mobile/gsm/safe/smartphone, phone/tablet/mobile .. pin/code, tablet ..
screen/switch/charge/app/photos/internet/samsung/battery/skype/email, card/cards .. play/game/bingo/
christmas/birthday/send/library/post/sim, eye on ?the/my/our .. house/flat/cat/dog/garden/place/plants,
look after ?my/our/the .. cat/dog/house/plants/garden/grandchildren/budgie, stay over .. grandchild+,
drill bit
"""
EXPLAINED = """
explain/explains/explaining, understand, don_t/can_t understand, read/reads/reading, make sense, come/
comes/go/walk .. with me, come along, drive/lift .. bank
"""
ANIMALS = """
dog, dogs, doggie, puppy, cat, cats, kitten, canary, budgie, parrot, bird, birds, fish, rabbit, rabbits,
hen, hens, hamster, tortoise, pet, pets, animal, animals, horse, pony
"""
