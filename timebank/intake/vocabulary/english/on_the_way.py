"""English words of ways to go, errands and walks."""

WORDS = {
    "walk": """
        walk!, walking!, go for a walk!, stroll!, park, pond, fresh air!, round the block!, ramble!,
        rollator?, walker?, along the canal, woods, hike!, outing, exercise, walk more!, canal!, air!, some
        air!, walking partner!, wandering!, wander!, cycle!, cycling, bike ride!, countryside, nature,
        seaside, path, stretch my legs!, a few steps!, footpath!, rambling!, out for a walk!, walk with me!,
        walks with me!, walk in the park!, walk to the park!, short walk!, little walk!, go walking!, walk
        the, get out!, get out of the house!, out of the house!, get some air!, breath of air!, breath of
        fresh air!, out and about!, outdoors!, outside!, go outside!, out in the sun!, in the sun!, sunshine!,
        sun, ducks!, feed the ducks!, bench, on my arm!, arm to lean!, lean on!, take my arm!, hold my arm!,
        on someone's arm!, push my wheelchair!, push me!, push my chair!, push the wheelchair!, pushes my!,
        wheelchair round!, wheel me!, constitutional!, turn in the park!, turn round!, round the pond!, round
        the lake!, round the square!, lake!, forest!, wood, zimmer!, with my stick!, walking stick!, walking
        frame!, knees need, doctor says i must walk!, must walk!, need to move!, keep moving!, exercise my
        legs!, legs need, steps!, afraid to fall!, scared of falling!, afraid of falling!, on foot!, round the
        cemetery!, watch birds!,
        says move!, must move!, walk better!, flat path!, pedometer!,
    """,
    "lift": """
        lift!, a lift to!, ride!, drive!, driver!, drive me!, drop me off!, drop off!, pick me up!, pick ...
        up?, take me to!, takes me there!, take me?, run me!, bring me home!, transport!, car!, taxi!, there
        and back!, hospital, clinic, doctor, surgery, gp, eye doctor!, optician!, dentist!, physio!,
        physiotherapist!, cardiologist!, specialist!, dermatologist!, skin doctor!, consultation!, check up!,
        check-up!, scan!, x-ray!, blood test!, lab, dialysis!, rehab!, cemetery!, grave!, funeral!, church!,
        mass!, station!, airport!, suitcase!, nursing home, care home, saint pierre, appointment?, vehicle!,
        chiropodist!, wheelchair?, hip?, hospital appointment!, not allowed to drive!, don't drive!,
        orthopaedics!, orthopedics!, rehabilitation!, fetch me!, choir, driving!, driving in the dark!, ear
        specialist!, ent!, rheumatologist!, run me over!, psychologist, lung, urologist!, gynaecologist!,
        examination, ultrasound!, mri!, chemo!, radiotherapy!, emergency, admission!, discharged!, treatment,
        therapy, speech therapist!, birthday?, wedding, crematorium!, audiologist!, hearing aid, swimming
        pool, licence!, no bus!, chauffeur!, give me a lift!, medical, outpatients!, podiatrist!, drive me
        there!, drives me!, driving me!, drive us!, drive my husband!, drive my wife!, take me by car!, by
        car!, in a car!, in your car!, in the car!, with a car!, has a car!, somebody with a car!, someone
        with a car!, transportation!, transport to!, carry me to the!, bring me to!, brings me!, bring me
        back!, bring me there!, take us to!, takes me!, take me and!, get me to!, get to the hospital!, get to
        hospital!, get to the clinic!, get to the doctor!, get to church!, collect me!, collect me from!, pick
        me up from!, picked up from!, pick up my husband from!, spin!, taxi is too dear!, taxi too dear!,
        taxis cost!, taxi costs!, can't afford a taxi!, afford taxi!, no longer drive!, can't drive!, cannot
        drive!, stopped driving!, gave up driving!, gave up the car!, sold my car!, sold the car!, car is
        broken!, car broke down!, no car!, cataract!, cataracts!, eye operation!, operation on!, day clinic!,
        day surgery!, consultant!, doctor's appointment!, my appointment!, oncologist!, oncology!,
        neurologist!, diabetes clinic!, pain clinic!, eye clinic!, hearing clinic!, orthodontist, osteopath!,
        mammogram!, endoscopy!, biopsy!, examination at!, bloods!, get my bloods!, blood taken!, discharge!,
        come out of hospital!, out of hospital!, go into hospital!, be admitted!, visit my husband in
        hospital!, visit my wife in hospital!, visit my sister in!, visit my brother in!, see my husband in
        hospital!, see my sister in!, see my brother in!, see my sister at!, to my sister's!, to my
        brother's!, to my daughter's!, to my son's!, to my niece's!, graveyard!, churchyard!, burial!,
        removal, christening!, baptism!, first communion!, communion!, anniversary mass!, sunday mass!,
        mosque!, temple!, chapel!, service at, brugmann!, erasmus!, saint luc!, st luc!, st jean!, saint
        jean!, uz jette!, zaventem!, too far to walk!, far to walk!, no tram goes!, to the tip!, to the home!,
        day centre!, no transport!, pick me up after!,
        rehearsal!, polling station!, vote!, walk that far!, can't walk that far!, mustn't drive!,
        three changes!, going that way!,
    """,
    "public_transport": """
        public transport!, tram!, bus!, buses!, train!, metro!, underground!, travel card!, bus stop!, bus
        pass!, season ticket!, white stick!, white cane!, companion?, take the tram!, take the train!, getting
        lost!, bus journey!, tram journey!, change trains, ticket machine!, ticket machines!, platform!,
        escalator!, timetable!, train trip!, by train!, by bus!, by tram!, on the train!, on the bus!,
        shuttle!, tube, take the bus!, take the metro!, by metro!, on the tram!, on the metro!, tram stop!,
        change trams!, change at!, where to change!, where to get off!, get off!, get on!, escalators!, train
        ticket!, tickets!, pass, mobib!, stib!, mivb!, sncb!, nmbs!, de lijn!, timetables!, which bus!, which
        tram!, which line!, line!, route!, get lost!, lose my way!, lost my way!, afraid of the metro!, travel
        with me!, travels with me!, travelling alone!, travel alone!, travel by!, journey!, midi station!,
        central station!, go by train!, go by tram!, go by bus!, where does the ... stop!, get on the tram!,
        inspector,
        steps at the station!, moved the stops!, stops!, changing trains!, free pass!,
    """,
    "errands": """
        shopping!, shop!, shops!, groceries!, grocery!, supermarket!, delhaize!, colruyt!, aldi!, lidl!,
        carrefour!, errand!, errands!, messages?, do my messages!, big shop!, pharmacy!, chemist!, medicine!,
        medicines!, medication, prescription!, bread!, milk!, bakery!, baker!, butcher!, vegetables!, fruit!,
        market!, post office!, stamps!, parcel to the post!, bottled water!, bottles!, bottle bank!, fridge
        empty!, fridge is empty!, trolley!, bags too heavy!, mattress!, store!, buy!, library!, dry cleaner!,
        recycling!, fetch?, collect?, pick up?, cat litter!, tins!, okay, grocer!, list!, shopping list!,
        crate!, crate of water!, glasses at the shop!, nappies, washing powder!, toilet paper!, cheese!, ham!,
        meat!, eggs!, florist!, flowers!, hema!, action!, diy store!, present!, gift!, clothes!, shoes!,
        cobbler!, tailor!, off licence!, gas bottle!, order!, bookshop!, newsagent!, provisions!, basket!,
        beer, collect my!, drop off at the post!, sandwiches, shopping with me!, shopping for me!, do my
        shopping!, do the shopping!, my shopping!, weekly shop!, weekly shopping!, the shops!, to the shops!,
        go to the shop!, go to the shops!, corner shop!, carry my shopping!, carry my bags!, carry the bags!,
        shopping bags!, bags!, get me a loaf!, loaf!, loaf of bread!, pint of milk!, spuds!, potatoes!, bag of
        potatoes!, kilo!, butter!, sugar, flour, bacon!, sausages!, fish!, fishmonger!, fishmonger's!,
        chicken, croissants!, rolls, biscuits?, tea bags!, coffee beans, water bottles!, bottles of water!,
        crates!, crate of beer!, lemonade, empties!, empty bottles!, get my tablets!, get my pills!, get my
        medicine!, pick up my pills!, pick up my medicine!, pick up my prescription!, collect my
        prescription!, my prescription!, prescriptions!, farmacy!, pharmacie!, chemist's!, at the chemist!,
        post a letter!, post a parcel!, post this!, letter to the post!, to the post!, the post office!, send
        a parcel!, registered letter to post, library books!, take back my books!, return my books!, books
        back!, the library!, to the market!, on the market!, market with me!, market day!, fruit and veg!,
        veg!, greengrocer!, greengrocer's!, halal!, halal butcher!, paper shop!, newspaper from the shop!, get
        the paper!, cigarettes!, tobacco, lottery ticket!, new coat!, buy a coat!, buy shoes!, new shoes!,
        slippers!, wool!, yarn!, fabric!, haberdashery!, dry cleaners!, the cleaners!, shoe repair!, container
        park!, tip!, dump!, bring me some!, bring me a!, get me some!, fetch me!, fetches!, fetch my!, run an
        errand!, run to the shop!, nip to the shop!, nip to the!, pop to the shop!, pop to the!, go to the
        butcher!, go to the baker!, message from the shop!, few messages!, get the messages!, choose new
        glasses!, exchange!, corner store!, sales!, suit for!, till,
        mender!, to the mender!, watch mended, clothes bin!, out of milk!, out of bread!,
    """,
}
