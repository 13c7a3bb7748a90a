"""English, as a neighbour from anywhere speaks it."""

WORDS = {
    "visit": """
        visit, a visit!, pay a visit!, come round!, comes round!, come over!, drop in!, drop by!, pop in!,
        pop round!, chat!, natter!, company!, keep me company!, talk to somebody!, talk to someone!, someone
        to talk to!, talk?, lonely!, loneliness!, on my own!, sees nobody!, see nobody!, cup of tea!, cup of
        coffee!, cuppa!, coffee at!, cards!, game of cards!, scrabble!, chess!, draughts!, dominoes!, board
        game?, play a game!, read me!, read to me!, newspaper!, read the paper!, meet a neighbour!, meet
        people!, get to know!, sit with!, sits, comes and sits!, says hello!, say hello!, comes to say
        hello!, quiet!, bored!, reminisce!, hairdresser, tells me!, listen!, babysit?, stay with, chinwag!,
        gossip!, old days!, photo albums!, photographs, whist!, bridge game, fourth, laugh!, laugh with!,
        best friend!, friend!, friendship!, passed away?, alone in her flat!, alone all week!, alone all
        day!, life, visitor!, visits!, bible, stories!, memories!, puzzle!, jigsaw!, spend time!, spend an
        hour with!, befriend!, befriending!, buddy!, read aloud!, biscuits, a drink with!, miss someone!,
        face, crossword!, rummy!
    """,
    "phone_call": """
        phone call!, ring me!, call me!, phone me!, telephone me!, on the telephone!, on the phone!,
        friendly call!, phone up!, ring up!, phone?, call?, ring?, hear a voice!, telephone?, telephone
        circle!, a call!, calls, give me a bell!, short call!, before bed?, phone chat!, check-in call!,
        speak on the phone!, ring round!, give me a ring!, give me a call!, buzz, gossip on the phone!
    """,
    "walk": """
        walk!, walking!, go for a walk!, stroll!, park, pond, fresh air!, round the block!, ramble!,
        rollator?, walker?, along the canal, woods, hike!, outing, exercise, walk more!, canal!, air!, some
        air!, walking partner!, wandering!, wander!, cycle!, cycling, bike ride!, countryside, nature,
        seaside, path, stretch my legs!, a few steps!, footpath!, rambling!
    """,
    "lift": """
        lift!, a lift to!, ride!, drive!, driver!, drive me!, drop me off!, drop off!, pick me up!, pick ...
        up?, take me to!, takes me there!, take me?, run me!, bring me home!, transport!, car!, taxi!, there
        and back!, hospital, clinic, doctor, surgery, gp, eye doctor!, optician!, dentist!, physio!,
        physiotherapist!, cardiologist!, specialist!, dermatologist!, skin doctor!, consultation!, check
        up!, check-up!, scan!, x-ray!, blood test!, lab, dialysis!, rehab!, cemetery!, grave!, funeral!,
        church!, mass!, station!, airport!, suitcase!, nursing home, care home, saint pierre, appointment?,
        vehicle!, chiropodist!, wheelchair?, hip?, hospital appointment!, not allowed to drive!, don't
        drive!, orthopaedics!, orthopedics!, rehabilitation!, fetch me!, choir, driving!, driving in the
        dark!, ear specialist!, ent!, rheumatologist!, run me over!, psychologist, lung, urologist!,
        gynaecologist!, examination, ultrasound!, mri!, chemo!, radiotherapy!, emergency, admission!,
        discharged!, treatment, therapy, speech therapist!, birthday?, wedding, crematorium!, audiologist!,
        hearing aid, swimming pool, licence!, no bus!, chauffeur!, give me a lift!, medical, outpatients!,
        podiatrist!
    """,
    "public_transport": """
        public transport!, tram!, bus!, buses!, train!, metro!, underground!, travel card!, bus stop!, bus
        pass!, season ticket!, white stick!, white cane!, companion?, take the tram!, take the train!,
        getting lost!, bus journey!, tram journey!, change trains, ticket machine!, ticket machines!,
        platform!, escalator!, timetable!, train trip!, by train!, by bus!, by tram!, on the train!, on the
        bus!, shuttle!
    """,
    "errands": """
        shopping!, shop!, shops!, groceries!, grocery!, supermarket!, delhaize!, colruyt!, aldi!, lidl!,
        carrefour!, errand!, errands!, messages?, do my messages!, big shop!, pharmacy!, chemist!,
        medicine!, medicines!, medication, prescription!, bread!, milk!, bakery!, baker!, butcher!,
        vegetables!, fruit!, market!, post office!, stamps!, parcel to the post!, bottled water!, bottles!,
        bottle bank!, fridge empty!, fridge is empty!, trolley!, bags too heavy!, mattress!, store!, buy!,
        library!, dry cleaner!, recycling!, fetch?, collect?, pick up?, cat litter!, tins!, okay, grocer!,
        list!, shopping list!, crate!, crate of water!, glasses at the shop!, nappies, washing powder!,
        toilet paper!, cheese!, ham!, meat!, eggs!, florist!, flowers!, hema!, action!, diy store!,
        present!, gift!, clothes!, shoes!, cobbler!, tailor!, off licence!, gas bottle!, order!, bookshop!,
        newsagent!, provisions!, basket!, beer, collect my!, drop off at the post!, sandwiches
    """,
    "paperwork": """
        paperwork!, papers!, form!, forms!, fill in!, letter!, write a letter!, document!, file!,
        application!, apply!, pension!, health insurance!, tax!, taxes!, tax return!, town hall!, council!,
        benefits!, allowance!, rent!, landlord!, deposit!, fine?, a fine!, insurance!, invoice!, bill!,
        bills!, certificate!, identity card!, passport!, contract!, social housing!, housing!, lawyer,
        complaint!, mediate!, translate!, interpreter!, folders!, sort my bills!, energy supplier!, notary!,
        inheritance, subsidy!, parking permit, official, engie!, statement!, meter reading!, union!,
        ministry!, in writing!, questionnaire!, registered!, social security!, unemployment!, disability,
        lease!, cancel!, subscription!, claim!, bailiff!, debts!, debt!, change of address!, cv, job
        application!, photocopy!, archive!, translation!, deadline, appeal!, dispute!, correspondence!,
        permit!, visa!, electricity bill!, pensioner
    """,
    "phone_and_computer": """
        mobile!, mobile phone!, smartphone!, phone, my phone!, tablet!, ipad!, computer!, laptop!, pc!,
        internet!, wifi!, wi-fi!, email!, emails!, e-mail!, whatsapp!, skype!, zoom, video call!, itsme!,
        app!, apps!, password!, printer!, print!, online!, facebook!, update!, send pictures!, pictures,
        send photos!, screen!, charge, charger!, website!, digital!, keyboard!, mouse?, log in!, login!,
        download!, install?, payconiq!, text message!, texting!, iphone!, samsung!, switch on!, on the
        internet!, connection!, usb!, usb stick!, camera, scam!, spam!, phishing!, strange messages!,
        messages!, cable!, modem!, router!, proximus!, contacts!, ringtone!, google!, youtube!, file,
        backup!, bluetooth!, headphones!, attachment!, windows, apple, android!, netflix!, email address!,
        webcam!, e-reader!, kindle!, hacked!, virus!, online banking!, icon!, google account!, settings!
    """,
    "odd_job": """
        bulb!, light bulb!, lamp!, light, tap!, drip!, leak!, leaks!, shelf!, shelves!, put up?, blind!,
        shutter!, curtain!, curtains!, hang!, boiler!, furniture!, flat pack!, wardrobe!, cupboard!, sofa!,
        armchair!, move?, smoke alarm!, battery!, beep!, saw!, plank!, screw!, doorbell!, fuse!,
        electricity!, sew!, sewing?, button!, hem!, mend!, door!, lock!, sticks!, stuck?, repair!, fix!,
        broken, window!, windows!, clean!, television!, telly, tv!, channels!, tune!, odd job!, handy!,
        handyman!, diy!, paint!, painting!, wallpaper!, move house!, toilet!, blocked!, drain!, heating,
        radiator!, thermostat!, cellar!, attic!, socket!, clock!, picture frame!, mirror!, nail!, hammer!,
        ladder?, carry?, put together!, assemble!, washing machine!, iron, heavy, remote control, fly
        screen!, sink!, washbasin!, freezer!, crooked!, picture!, new lock!, gate, silicone!, shower tray!,
        gutter!, roof tile!, hammering!, glue!, loose!, torn!, stove, chimney!, extractor!, dishwasher!,
        cooker!, floor!, floorboards!, tile!, tiles!, skirting!, hinge!, handle!, fire alarm!, bed, turn the
        mattress!, zip!, shorten!, alter!, trousers!, flat tyre!, tyre!, puncture!, vacuum cleaner!, dryer,
        chandelier!, spotlight!, wall!, handrail!, grab rail!, wobbly!, wobbles!, squeaks!, switch!, plug!,
        connect!, clear out!, shift!, plumber, pipe!
    """,
    "garden": """
        garden!, gardening!, lawn!, grass!, mow!, hedge!, prune!, weeds!, weeding!, dig!, vegetable patch!,
        leaves!, rake!, roses!, shrub!, bush!, tree!, snow!, pavement!, doorstep, terrace!, patio!, sow!,
        flower boxes!, flower beds!, greenhouse!, compost, trim!, ivy!, bulbs!, plant!, gutter?, moss!,
        lawnmower!, drive, path weeds!, flower bed!, pick apples!, apples!, pears!, fruit tree!, branches!,
        branch!, sweep!, grit!, secateurs!, yard!, allotment!, green waste!, planters!
    """,
    "pets_and_plants": """
        dog!, walk ... dog!, dog walking!, take the dog!, puppy!, cat!, kitten!, pet!, vet!, canary!, bird!,
        fish!, aquarium!, rabbit!, hens!, parrot!, guinea pig!, litter tray!, plants!, water my plants!,
        water the plants!, claws!, budgie!, feed the!, houseplants!, parakeet!, parakeets!, bobby, four
        legged!, shelter!, hamster!, tortoise!, goldfish!, horse, donkey, orchid!, house plants!, balcony
        plants!, dog sitting!, cat sitting!, kittens!, crutches?, mind my dog!, mind my cat!, go out three
        times!, kennel!
    """,
    "cooking": """
        cook!, cooking!, soup!, bake!, cake!, pie!, hot meal!, peel!, potatoes!, recipe!, jam!, pancakes!,
        waffles!, oven!, stew!, home cooked!, make me some!, at the stove!, stove!, casserole!, meatballs!,
        spaghetti!, rice pudding!, cookies!, cut vegetables!, chop!, freeze!, mash!, couscous!,
        home-cooked!, broth!, quiche!, roast!, dish!, curry!
    """,
    "meal": """
        eat!, eating!, eat together!, eating alone!, eat with!, lunch!, have lunch!, dinner!, supper!,
        restaurant!, at table!, table, brunch!, share a meal!, meal together!, christmas dinner!, eat out!,
        steak!, go for a meal!, breakfast!, a bite!, go for lunch!, pub!, sunday lunch!, share a table!,
        christmas table!, chips!, eat somewhere!, tea together!, go out for dinner!
    """,
    "lending": """
        borrow!, lend!, loan!, lending!, lent!, drill!, ladder, sack truck!, wheelbarrow!, trailer!, tools!,
        chairs, high chair!, travel cot!, sewing machine!, need ... for an hour!, pressure washer!, cot!,
        has anyone got a!, anyone got a!, tent!, tables!, extension lead!, chainsaw!, raclette!, waffle
        iron!, swap!, crockery!, dvd, ironing board!, fan!, sander!, stepladder!, hire!, spare!
    """,
    "parcels_and_keys": """
        parcel!, package!, take in a parcel!, delivery!, key!, keys!, spare key!, letterbox!, mailbox!,
        collect my post!, my post!, keep an eye!, eye on my house!, watch my house!, travel?, while I'm
        away!, bin!, bins!, put the bins out!, rubbish!, bin bags!, garbage!, alarm, not in!, I'm out!,
        courier!, postman!, deliver!, delivered!, open and close the curtains!, hold on to the post!,
        benidorm, absence!, let in!, let the plumber in!, wait in!, be in for!, collection!, collect post!,
        bin day!, house sit!, housesitting!, look after my house!, ups!, mail!
    """,
    "lessons": """
        homework!, maths!, math!, lesson!, lessons!, practise!, practice!, dutch, practise french!, speak
        french!, learn french!, learn dutch!, language!, conversation!, pupil!, study!, tutor!, tutoring!,
        arabic!, speak english!, learn english!, reading lessons!, grandson?, school, exam!, speak better!,
        test, essay!, dictation!, grammar!, conversation table!, literacy!, read and write!, vocabulary!,
        piano!, guitar, private lessons!, revise!, revision!, schoolwork!, exercises!, times tables!
    """,
    "workshop": """
        course!, workshop!, class!, classes!, yoga!, gym!, knitting!, knit!, crochet!, put me down!, sign me
        up!, enrol!, training!, info session!, chair yoga!, dance!, cookery class!, learn knitting!, learn
        bridge!, bridge!, small group!, lecture!, tai chi!, pilates!, aqua gym!, photography!, ceramics!,
        pottery!, beginners!, flower arranging!, zumba!, choir practice!, singing!, theatre!, watercolour!,
        evening class!
    """,
    "gathering": """
        get together!, get-together!, gathering!, street party!, party?, coffee morning!, neighbours'
        party!, games afternoon!, board games afternoon!, with the neighbours!, bbq!, barbecue!, activity!,
        activities!, new year drink!, bingo!, meet-up!, community meal!, join!, something on!, is there
        something on!, join in!, christmas market!, quiz!, tea dance!, excursion!, trip!, group outing!,
        group, take part!, jumble sale!, fete!, social!, social club!, club!, community cafe!
    """,
    "antenna_work": """
        antenna!, open hours!, leaflet!, leaflets!, flyers!, hand out!, posters!, volunteer?, volunteers!,
        meeting!, room?, set up the room!, newsletter!, minutes of the meeting!, reception desk!,
        distribute!, antenna's telephone!, man the!, volunteering!, become a volunteer!, office!, stall!,
        info stand!, coordinator!, for the antenna!, put up posters!, door to door!
    """,
}

COMMON = """
a able about afraid after afternoon again ago all allowed alone along also always am an and another any
anybody anyone anything are aren around as ask at away back bad be because been before being best better big
bit body both bring brother but by came can cannot come comes coming could couldn d dad daren daughter
daughters day days dear did didn died do  does doesn don done down each early either elderly else
enough even evening ever every everything eyes far father feel fell few find first floor for friday from
full gave get gets getting give go goes going gone good got great had hands has hasn have haven hello help
helped helps her here hers herself hi him himself hip his home hour house how husband i if ill in into is
isn it its itself just keep keeps kind knee know last late later learn leave left leg let like little lives
ll long look looking lost lot love lovely lunchtime made make makes man manage many may maybe me mean might
mine minute monday month months more morning most mother much mum must my myself name near nearly need needs
neighbour neighbours never new next nice night no nobody none noon not nothing now number of off old on once
one only operation or other our out over own people perhaps place please poor possible put quite rather re
really right ring round s said same saturday say says see seen she should show simple since sister sit small
so some somebody someone something sometimes somewhere son soon sorry stairs stand still stop such sunday
sure take takes tell than thank thanks that the their them then there they thing things think third this
those though thursday time to today together told tomorrow too trouble tuesday turn turns two under until up
upstairs urgent us use used usually ve very wait want wants was wasn way we wednesday week weeks well went
were what when where which while who whole whose why wife will with without won wonderful wondering work
works worry would wouldn year years yes yet you young your
"""
