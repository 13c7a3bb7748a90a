"""English words of company, learning, and coming together."""

WORDS = {
    "visit": """
        visit, a visit!, pay a visit!, come round!, comes round!, come over!, drop in!, drop by!, pop in!, pop
        round!, chat!, natter!, company!, keep me company!, talk to somebody!, talk to someone!, someone to
        talk to!, talk?, lonely!, loneliness!, on my own!, sees nobody!, see nobody!, cup of tea!, cup of
        coffee!, cuppa!, coffee at!, cards!, game of cards!, scrabble!, chess!, draughts!, dominoes!, board
        game?, play a game!, read me!, read to me!, newspaper!, read the paper!, meet a neighbour!, meet
        people!, get to know!, sit with!, sits, comes and sits!, says hello!, say hello!, comes to say hello!,
        quiet!, bored!, reminisce!, hairdresser, tells me!, listen!, babysit?, stay with, chinwag!, gossip!,
        old days!, photo albums!, photographs, whist!, bridge game, fourth, laugh!, laugh with!, best friend!,
        friend!, friendship!, passed away?, alone in her flat!, alone all week!, alone all day!, life,
        visitor!, visits!, bible, stories!, memories!, puzzle!, jigsaw!, spend time!, spend an hour with!,
        befriend!, befriending!, buddy!, read aloud!, biscuits, a drink with!, miss someone!, face,
        crossword!, rummy!, somebody to chat to!, someone to chat to!, someone to chat with!, somebody to talk
        with!, someone to talk with!, to talk with!, have a chat!, bit of a chat!, have a natter!, a yarn!,
        have the craic!, craic!, bit of craic!, conversation?, visit me!, visits me!, call in!, calls in!,
        call round!, look in on me!, look in!, stop by!, come by!, come to my house!, come in for!, drop in
        for!, company in the evening!, some company!, a bit of company!, four walls!, walls!, talk to the
        walls!, talk to the cat!, silence!, silent!, house is quiet!, too quiet!, nobody comes!, no one
        comes!, nobody visits!, don't see anyone!, not a soul!, see a soul!, see no one!, haven't spoken!,
        widow!, widower!, since my husband died!, since my wife died!, lost my husband!, lost my wife!,
        grieving!, days are long!, sundays are long!, evenings are long!, long evenings!, long days!, pass the
        time!, kill the time!, sad, blue, cup of something!, coffee with me!, tea with me!, tea and a chat!,
        tea and biscuits!, pot of tea!, sherry, drink coffee!, drink tea!, mint tea!, glass of wine, play
        cards!, playing cards!, play cards with!, gin rummy!, cribbage!, poker, canasta!, backgammon!,
        checkers!, ludo!, monopoly, board games!, read to!, reads to!, reading to!, read out!, read the
        newspaper!, read my letters from, eyes are bad!, can't read any more!, cannot read!, album!, look at
        photos!, look at old!, tell my stories!, tell stories!, stories of!, life story!, listen to me!, good
        listener!, ear!, sit an hour!, sit with me!, sit by!, sit beside!, sitting with!, keep him company!,
        keep her company!, keep my husband company!, keep my wife company!, cheer me up!, cheer!, a bit of
        contact!, how it goes!, never gets anyone!, someone round!, new in the street!, know nobody!, football
        on telly!, crochet, remembers the old times!, old letters!, cake,
        dead quiet!, so still!, so quiet!, quiet here!, knit with me!, like callers!, callers!,
        caller, no family left!, no family here!, drives mad, read her a book!, read him a book!, a
        word at the door!, watch the telly all day!, speak italian!, hardly sees anyone!, rummikub!,
    """,
    "phone_call": """
        phone call!, ring me!, call me!, phone me!, telephone me!, on the telephone!, on the phone!, friendly
        call!, phone up!, ring up!, phone?, call?, ring?, hear a voice!, telephone?, telephone circle!, a
        call!, calls, give me a bell!, short call!, before bed?, phone chat!, check-in call!, speak on the
        phone!, ring round!, give me a ring!, give me a call!, buzz, gossip on the phone!, ring in the
        morning!, ring in the evening!, rings me!, ring me in!, ring me now and then!, ring now and then!,
        rings now and then!, phones me!, phone me in!, phone me now and then!, calls me!, calls now and then!,
        call me in!, call me now and then!, call me once!, call me every!, call every!, call from somebody!,
        call from someone!, hear if i am!, hear if i'm!, hear a human voice!, hear a friendly voice!, friendly
        voice!, voice on the phone!, a voice!, see if i'm all right!, see if i am ok!, check i'm all right!,
        check i'm alright!, check on me by phone!, check that i'm, still alive!, alive!, talk on the phone!,
        talk by phone!, talk on the telephone!, chat on the phone!, chat by phone!, chat over the phone!, by
        phone!, over the phone!, end of the line!, daily call!, morning call!, evening call!, weekly call!, a
        wee ring!, tinkle!, phone buddy!, telephone friend!, little ring!, let it ring!, ring once!, sign of
        life!,
        never ring!, dial my number!, haven't fallen!, ring every morning!, ring every evening!,
        phone friend!,
    """,
    "meal": """
        eat!, eating!, eat together!, eating alone!, eat with!, lunch!, have lunch!, dinner!, supper!,
        restaurant!, at table!, table, brunch!, share a meal!, meal together!, christmas dinner!, eat out!,
        steak!, go for a meal!, breakfast!, a bite!, go for lunch!, pub!, sunday lunch!, share a table!,
        christmas table!, chips!, eat somewhere!, tea together!, go out for dinner!, eating together!, eat
        with me!, eats with me!, eat with somebody!, eat with someone!, eat alone!, eat on my own!, eating on
        my own!, dine!, dining!, dine with!, dinner with!, dinner together!, lunch with!, lunch together!,
        have dinner!, have supper!, breakfast together!, breakfast with!, sunday dinner!, sunday lunch with!,
        christmas lunch!, christmas day alone!, at christmas!, christmas eve!, new year's eve!, new year!,
        easter!, easter lunch!, thanksgiving, iftar!, eid!, ramadan!, share my meal!, share a pot!, share
        dinner!, at my table!, set a place!, laid for one!, table for two!, for two!, plate!, go to a
        restaurant!, eating out!, go out to eat!, go out for lunch!, bite to eat!, bite!, pub lunch!, fish and
        chips!, chip shop!, mussels!, brasserie!, café lunch!, chinese!, a steak!, food tastes better!, tastes
        better!, doesn't taste!, appetite!, no appetite alone!, sandwich together!, picnic!, mealtimes!,
        mealtime!, share my dinner!,
,
    """,
    "lessons": """
        homework!, maths!, math!, lesson!, lessons!, practise!, practice!, dutch, practise french!, speak
        french!, learn french!, learn dutch!, language!, conversation!, pupil!, study!, tutor!, tutoring!,
        arabic!, speak english!, learn english!, reading lessons!, grandson?, school, exam!, speak better!,
        test, essay!, dictation!, grammar!, conversation table!, literacy!, read and write!, vocabulary!,
        piano!, guitar, private lessons!, revise!, revision!, schoolwork!, exercises!, times tables!, practise
        my!, practice my!, practise dutch!, practise english!, practice french!, practice dutch!, practice
        english!, practise with!, learn flemish!, learn to speak!, speak dutch!, better french!, better
        dutch!, better english!, my french!, my dutch!, my english!, my flemish!, improve!, improve my!,
        languages!, language practice!, spanish!, italian!, german!, irish, polish, conversation practice!,
        pronunciation!, pronounce!, verbs!, words learn!, spelling!, spell!, home work!, school work!, sums!,
        arithmetic!, fractions!, tables?, multiplication!, science!, history lesson, geography, exams!,
        resit!, test at school!, studying!, grandson ... school!, granddaughter ... school!, grandson ...
        reading!, granddaughter ... reading!, grandson ... learn!, granddaughter ... learn!, grandson behind!,
        bad marks!, bad report!, school report!, falling behind!, behind at school!, learn to read!, learning
        to read!, learn reading!, learn to write!, reading and writing!, letters and numbers, alphabet!, tell
        the time!, driving theory!, theory test!, citizenship!, integration!, piano lessons!, accordion, music
        lesson, notes read, tango!, spelling test!,
        learn chess!, learn crochet!, teach me chess!, practise talking!, practise speaking!,
    """,
    "workshop": """
        course!, workshop!, class!, classes!, yoga!, gym!, knitting!, knit!, crochet!, put me down!, sign me
        up!, enrol!, training!, info session!, chair yoga!, dance!, cookery class!, learn knitting!, learn
        bridge!, bridge!, small group!, lecture!, tai chi!, pilates!, aqua gym!, photography!, ceramics!,
        pottery!, beginners!, flower arranging!, zumba!, choir practice!, singing!, theatre!, watercolour!,
        evening class!, courses!, workshops!, sign up for!, sign up!, put my name down!, enroll!, register
        for!, beginner!, beginners class!, lessons in!, learn to knit!, learn crochet!, learn to crochet!,
        learn to sew!, learn sewing!, learn to paint!, learn painting!, learn to draw!, learn drawing!, learn
        to dance!, learn to swim!, learn photography!, learn chess!, learn computers!, knitting group!,
        knitting club!, sewing class!, sewing course!, dressmaking!, embroidery!, embroider!, lace making!,
        lace!, quilting!, patchwork!, painting class!, painting course!, watercolours!, watercolor!, drawing!,
        drawing class!, sketching!, clay!, sculpture!, mosaic!, basket weaving!, calligraphy!, candle making!,
        jewellery making!, woodwork!, carving!, gymnastics!, exercise class!, keep fit!, stretching!,
        aquagym!, dancing!, dance class!, line dancing!, ballroom!, tango!, choir!, sing in!, singing group!,
        guitar!, ukulele!, drama!, acting!, theatre group!, photo course!, computer course!, computer class!,
        smartphone course!, smartphone class!, cookery course!, cooking class!, cooking course!, creative
        writing!, writing my memoirs!, memoirs!, writing group!, genealogy!, family tree!, memory training!,
        memory class!, meditation!, mindfulness!, first aid!, first aid course!, falls prevention, teach me to
        knit!, taught!, instructor!, teacher!, lectures!, talk about!, university of!, cards with paper!,
        modelling!, crafts!, something with!,
        work with wood!, cookery club!,
    """,
    "gathering": """
        get together!, get-together!, gathering!, street party!, party?, coffee morning!, neighbours' party!,
        games afternoon!, board games afternoon!, with the neighbours!, bbq!, barbecue!, activity!,
        activities!, new year drink!, bingo!, meet-up!, community meal!, join!, something on!, is there
        something on!, join in!, christmas market!, quiz!, tea dance!, excursion!, trip!, group outing!,
        group, take part!, jumble sale!, fete!, social!, social club!, club!, community cafe!, get togethers!,
        block party!, neighbours party!, neighbourhood party!, neighbours' day!, feast!, fair!, fayre!,
        bazaar!, coffee mornings!, coffee afternoon!, tea afternoon!, tea party!, dance afternoon, social
        afternoon!, pensioners club!, seniors club!, seniors!, old folks, raffle!, tombola!, whist drive!,
        card afternoon!, card drive!, quiz night!, games night!, film night!, film afternoon!, cinema!,
        concert!, show, singalong!, sing along!, sing-along!, neighbourhood meal!, shared meal with the
        neighbours, pancake day!, christmas party!, carol, carols!, carol service!, carol singing!, new year's
        drink!, new year reception!, reception!, drinks!, saint nicholas!, st nicholas!, carnival!, parade!,
        flea market!, car boot!, outing!, outings!, outing to!, day out!, day trip!, trip to!, coach trip!,
        coach!, bus trip!, museum!, exhibition!, zoo, seaside trip!, community centre!, community house!,
        neighbourhood centre!, parish hall!, the hall!, centre!, meet the neighbours!, meet my neighbours!,
        meet people!, meet new people!, meet other people!, get to know people!, get to know the neighbours!,
        make friends!, new here!, new in the neighbourhood!, new in the street!, just moved!, join you!, join
        the group!, come along to!, can i come!, may i come!, could i come!, am i welcome!, be there too, save
        me a place!, save me a seat!, reserve me!, count me in!, your activities!, event!, events!, petanque!,
        boules!, afternoon at the!, what you organise!, your group!, coffee chat!, singing evening!,
        coffee table!, anything on at!, on at christmas!, pancakes together!, eat pancakes!, songs
        of the old days!, an evening with songs!, may come and see!, afternoon I may come!,
    """,
    "antenna_work": """
        antenna!, open hours!, leaflet!, leaflets!, flyers!, hand out!, posters!, volunteer?, volunteers!,
        meeting!, room?, set up the room!, newsletter!, minutes of the meeting!, reception desk!, distribute!,
        antenna's telephone!, man the!, volunteering!, become a volunteer!, office!, stall!, info stand!,
        coordinator!, for the antenna!, put up posters!, door to door!, volunteer work!, voluntary!, voluntary
        work!, help you out!, help out!, help out at!, help at the!, help with the stall!, help with the
        newsletter!, help with the party!, help with setting!, give a hand!, give you a hand!, lend a hand!,
        lend you a hand!, do my bit!, my bit!, give something back!, give back!, something in return!, in
        return!, be useful!, make myself useful!, of use!, useful!, at your disposal!, i've time!, i have
        time!, have time!, time to spare!, time on my hands!, free time!, spare time!, some hours free, hours
        to give!, retired and!, offer my help!, i offer!, offering!, happy to help!, glad to help!, would like
        to help!, want to help!, like to help you!, count on me!, welcome people!, welcome desk!, welcome
        new!, front desk!, desk!, man the desk!, sit at the desk!, opening hours!, answer the phone!, answer
        the telephone!, answering the phone!, answering the telephone!, answer your phone!, take calls!,
        taking calls!, man the phone!, telephone duty!, flyer!, handing out!, distributing!, deliver
        leaflets!, deliver the leaflets!, leafleting!, letterboxes!, in the letterboxes!, through doors!,
        through letterboxes!, hang posters!, newsletters!, news sheet!, magazine deliver, envelopes?, stuff
        envelopes!, stuffing envelopes!, fold!, folding!, fold the letters!, stamp the, set up the hall!, set
        out the chairs!, set out chairs!, put out the chairs!, put out chairs!, lay the tables, prepare the
        hall!, preparing the hall!, decorate the hall!, tidy the hall!, clear up after!, tidy up after!, make
        the coffee!, pour the coffee!, pour coffee!, pour tea!, serve coffee!, serve the coffee!, serve at!,
        wash up after!, bake for the party!, bake for the, the stall!, stand at, run the stall!, organise!,
        organising!, help organise!, committee!, minutes of the, type up!, type!, typing!, address list!,
        members list!, visit new members!, new members!, the antenna!, your antenna!, network!, your network!,
        the network!, your organisation!, your association!, your team!, join the team!, team!, glue!, lend a
        hand at the antenna!,
        good with figures!, bookkeeper!, can I help you!, behind the counter!, kept a shop!, like
        people!, give you a hand at the office!,
    """,
}
