"""English words of jobs in and around the house, and what goes with them."""

WORDS = {
    "odd_job": """
        bulb!, light bulb!, lamp!, light, tap!, drip!, leak!, leaks!, shelf!, shelves!, put up?, blind!,
        shutter!, curtain!, curtains!, hang!, boiler!, furniture!, flat pack!, wardrobe!, cupboard!, sofa!,
        armchair!, move?, smoke alarm!, battery!, beep!, saw!, plank!, screw!, doorbell!, fuse!, electricity!,
        sew!, sewing?, button!, hem!, mend!, door!, lock!, sticks!, stuck?, repair!, fix!, broken, window!,
        windows!, clean!, television!, telly, tv!, channels!, tune!, odd job!, handy!, handyman!, diy!,
        paint!, painting!, wallpaper!, move house!, toilet!, blocked!, drain!, heating, radiator!,
        thermostat!, cellar!, attic!, socket!, clock!, picture frame!, mirror!, nail!, hammer!, ladder?,
        carry?, put together!, assemble!, washing machine!, iron, heavy, remote control, fly screen!, sink!,
        washbasin!, freezer!, crooked!, picture!, new lock!, gate, silicone!, shower tray!, gutter!, roof
        tile!, hammering!, glue!, loose!, torn!, stove, chimney!, extractor!, dishwasher!, cooker!, floor!,
        floorboards!, tile!, tiles!, skirting!, hinge!, handle!, fire alarm!, bed, turn the mattress!, zip!,
        shorten!, alter!, trousers!, flat tyre!, tyre!, puncture!, vacuum cleaner!, dryer, chandelier!,
        spotlight!, wall!, handrail!, grab rail!, wobbly!, wobbles!, squeaks!, switch!, plug!, connect!, clear
        out!, shift!, plumber, pipe!, bulb gone!, bulb blew!, bulbs!, lightbulb!, light in the hall!, no
        light!, light fitting!, strip light!, lampshade!, lamp won't!, dripping tap!, tap drips!, dripping!,
        drips!, leaking!, leaky!, trap, washer, syphon, sink blocked!, blocked sink!, unblock!, cistern!,
        flush!, toilet seat!, shower head!, rail!, curtain rail!, curtain rod!, curtain pole!, rod, hooks!,
        hook!, coat rack!, coat hook!, rack!, put up a shelf!, bookcase!, bookshelf!, hang a picture!, hang a
        mirror!, hang pictures!, hang curtains!, hanging!, frame!, pictures?, blinds!, roller blind!, strap,
        clock stopped!, alarm clock!, wind the clock!, change the clocks!, put the clock!, new battery!,
        batteries!, smoke detector!, smoke alarm beeps!, beeping!, beeps!, bleeping!, door bell!, bell!,
        intercom!, door handle!, door knob!, knob!, lock is stiff!, key turns, door sticks!, door won't!, door
        creaks!, won't close!, won't shut!, won't open!, jammed!, jams!, squeak!, squeaky!, creaks!, hinges!,
        drawer!, table leg!, chair leg!, leg of the!, broken chair!, rickety!, wonky!, wobbly chair!, chest of
        drawers!, move a wardrobe!, move furniture!, move the sofa!, move a sofa!, shift the!, shift a!, move
        the bed!, heavy box!, boxes!, carry down!, carry up!, carry boxes!, down to the cellar!, from the
        attic!, loft!, flatpack!, kit, ikea!, assemble a!, screws!, screwdriver!, drill a hole!, drill holes!,
        holes!, hole in the wall!, plaster?, fill a hole!, coat of paint!, repaint!, painted!, wallpapering!,
        pane!, draught!, draught excluder!, draughty!, window pane!, wash windows!, clean windows!, clean the
        windows!, window cleaning!, windows cleaned!, sew on!, sew a button!, sew on a button!, buttons!,
        stitch!, stitching!, needle and thread!, thread!, hem a!, hem trousers!, take up!, take up a skirt!,
        skirt!, take in a!, mend a!, mending!, darn!, rip!, ripped!, tear!, fuses!, fuse box!, fuse blew!,
        short circuit!, trips!, electric!, plugs!, extension lead, radio?, aerial!, remote!, zapper!, tune
        in!, tune the tv!, set the tv!, bleed the radiators!, bleed!, radiator cold!, heater!, valve, stove
        pipe, filter!, filters!, defrost!, fridge move!, small repair!, small repairs!, small jobs!, wee job!,
        wee jobs!, job round the house!, jobs around the house!, good with his hands!, good with their hands!,
        clever hands!, fixer, fixed!, mended!, repaired!, wheel of my!, carpet!, sharpen!, pavement!, slat!,
        roof!, came off!,
        plane a door!, sweep the pavement!, sweep the path!, wasps!, wasp!,
    """,
    "garden": """
        garden!, gardening!, lawn!, grass!, mow!, hedge!, prune!, weeds!, weeding!, dig!, vegetable patch!,
        leaves!, rake!, roses!, shrub!, bush!, tree!, snow!, pavement!, doorstep, terrace!, patio!, sow!,
        flower boxes!, flower beds!, greenhouse!, compost, trim!, ivy!, bulbs!, plant!, gutter?, moss!,
        lawnmower!, drive, path weeds!, flower bed!, pick apples!, apples!, pears!, fruit tree!, branches!,
        branch!, sweep!, grit!, secateurs!, yard!, allotment!, green waste!, planters!, gardener!, cut the
        grass!, mowing!, mower?, hedges!, hedge trimmed!, pruning!, rose bush!, rose bushes!, bushes!,
        shrubs!, nettles!, brambles!, thistles!, digging!, dig over!, veg patch!, bed of, border, plant out!,
        planting!, plant bulbs!, bulbs in the ground!, tulips!, seeds!, seedlings!, tomatoes!, tomato plants!,
        lettuce, beans, compost heap!, raking!, sweep the leaves!, sweep the pavement!, footpath?, path to the
        door, shovel snow!, shovelling!, clear the snow!, ice, icy!, salt!, gutters?, courtyard!, slabs!,
        drive weeds, trees!, apple tree!, pear tree!, pick the apples!, picking apples!, plums!, cherries!,
        window boxes!, window box!, pots!, flower pots!, potting!, repot!, geraniums!, hydrangea!,
        hydrangeas!, lavender, hose!, water the garden!, water the vegetables!, balcony garden!, garden
        waste!, wheelbarrow!, overgrown!, jungle!, shed!, pond!, manure!,
        creeper!, dandelions!, over the fence!, sticks out!,
    """,
    "pets_and_plants": """
        dog!, walk ... dog!, dog walking!, take the dog!, puppy!, cat!, kitten!, pet!, vet!, canary!, bird!,
        fish!, aquarium!, rabbit!, hens!, parrot!, guinea pig!, litter tray!, plants!, water my plants!, water
        the plants!, claws!, budgie!, feed the!, houseplants!, parakeet!, parakeets!, bobby, four legged!,
        shelter!, hamster!, tortoise!, goldfish!, horse, donkey, orchid!, house plants!, balcony plants!, dog
        sitting!, cat sitting!, kittens!, crutches?, mind my dog!, mind my cat!, go out three times!, kennel!,
        dogs!, doggy!, doggie!, wee dog!, my dog!, walk the dog!, walk my dog!, dog walked!, take the dog
        out!, let the dog out!, exercise the dog!, lead, terrier!, poodle!, labrador!, cats!, kitty!, my cat!,
        feed my cat!, feed the cat!, feed the cats!, litter!, litter box!, cat food!, dog food!, budgies!,
        canaries!, birds!, bird cage!, cage!, aviary, pigeons!, fish tank!, tank, rabbits!, chickens!, hen
        house!, to the vet!, vets!, animal!, animals!, pets!, kennels!, cattery!, plant!, watering!, water
        them!, orchids!, ficus!, cactus!, african violets!, ferns!, balcony flowers!, water the flowers!,
        water my flowers!, paws!,
        greenfly!, lemon tree!, geraniums!, puss!, wet food!, cat sitter!, dog sitter!,
    """,
    "cooking": """
        cook!, cooking!, soup!, bake!, cake!, pie!, hot meal!, peel!, potatoes!, recipe!, jam!, pancakes!,
        waffles!, oven!, stew!, home cooked!, make me some!, at the stove!, stove!, casserole!, meatballs!,
        spaghetti!, rice pudding!, cookies!, cut vegetables!, chop!, freeze!, mash!, couscous!, home-cooked!,
        broth!, quiche!, roast!, dish!, curry!, cook with me!, cook for!, cook a meal!, cook dinner!, cook
        me!, cooks!, cooked!, warm meal!, hot dinner!, pot of soup!, pan of soup!, make soup!, sunday roast!,
        chilli!, lasagne!, pasta!, rice!, tagine!, pierogi!, fufu!, stoemp!, mashed!, peeling!, peel
        potatoes!, peel the!, chopping!, chop vegetables!, vegetables?, sprouts!, carrots!, onions!, baking!,
        bake a cake!, birthday cake!, christmas cake!, fruit cake!, pudding!, christmas pudding!, apple pie!,
        tart!, scones!, soda bread!, bread bake!, biscuits bake!, make jam!, marmalade!, chutney!, pickle!,
        pickles!, jars!, preserve!, freezer meals!, recipes!, kitchen?, learn to cook!, stir, mix!, knead!,
        dough!, salt free!, without salt!, diet!, dinners!, turkey!, stuff a!, chips, batter!,
        apple sauce!, fry eggs!, boil an egg!, eggs!,
    """,
    "lending": """
        borrow!, lend!, loan!, lending!, lent!, drill!, ladder, sack truck!, wheelbarrow!, trailer!, tools!,
        chairs, high chair!, travel cot!, sewing machine!, need ... for an hour!, pressure washer!, cot!, has
        anyone got a!, anyone got a!, tent!, tables!, extension lead!, chainsaw!, raclette!, waffle iron!,
        swap!, crockery!, dvd, ironing board!, fan!, sander!, stepladder!, hire!, spare!, to borrow!, borrow
        a!, borrow some!, can i borrow!, could i borrow!, lend me!, lend me a!, lend us!, loan of!, the loan
        of!, on loan!, has anybody got a!, anybody got a!, has anyone a!, have you a!, who has a!, does anyone
        have a!, does anybody have a!, somebody has a!, for a day!, for the weekend!, for a weekend!, for an
        afternoon!, for one day!, for a few days!, for two days!, bring it back!, give it back!, return it!,
        back the next day!, back on monday!, step ladder!, electric drill!, power drill!, saw?, jigsaw?,
        spirit level!, tool!, toolbox!, spanner!, wrench!, spade!, shovel!, fork?, lawn mower!, lawnmower!,
        hedge trimmer!, leaf blower!, steam cleaner!, wallpaper steamer!, trolley?, hand truck!, roof rack!,
        bike rack!, folding chairs!, extra chairs!, folding table!, trestle table!, gazebo!, marquee!, party
        tent!, urn!, tea urn!, big pot!, large pot!, plates!, dishes borrow, glasses for a party!, wine
        glasses!, cutlery!, cake tin!, mixer!, food mixer!, fondue!, fondue set!, camp bed!, folding bed!,
        spare bed!, air bed!, airbed!, mattress to borrow!, highchair!, car seat!, child seat!, buggy!,
        pushchair!, pram borrow!, baby bath!, crutches!, wheelchair to borrow!, borrow a wheelchair!, zimmer
        to borrow!, suitcase to borrow!, borrow a suitcase!, big suitcase!, projector!, slide projector!,
        camera borrow!, binoculars!, record player!, cassette player!, dvd player!, costume!, sledge!, bicycle
        pump!, pump!, cool box!, heater to borrow!, dehumidifier!, iron to borrow!, extension cable!,
        suitcase, case for a trip!,
        typewriter!, for a play,
    """,
    "parcels_and_keys": """
        parcel!, package!, take in a parcel!, delivery!, key!, keys!, spare key!, letterbox!, mailbox!,
        collect my post!, my post!, keep an eye!, eye on my house!, watch my house!, travel?, while I'm away!,
        bin!, bins!, put the bins out!, rubbish!, bin bags!, garbage!, alarm, not in!, I'm out!, courier!,
        postman!, deliver!, delivered!, open and close the curtains!, hold on to the post!, benidorm,
        absence!, let in!, let the plumber in!, wait in!, be in for!, collection!, collect post!, bin day!,
        house sit!, housesitting!, look after my house!, ups!, mail!, parcels!, packages!, packet!, take a
        parcel!, take in my parcel!, accept a parcel!, accept a delivery!, receive a parcel!, sign for a
        parcel!, sign for it!, deliveries!, delivers!, delivery man!, amazon!, bpost!, dhl!, wait in for!, be
        in when!, be at home when!, be there when!, be in my flat!, let him in!, let them in!, let the man
        in!, let the workmen in!, open the door for!, open up for!, open for!, workman!, workmen!, plumber
        comes!, plumber is coming!, electrician!, chimney sweep!, gas man!, meter man!, meter reader!,
        technician!, engineer!, fitter!, my key!, spare keys!, set of keys!, keep my keys!, keep a key!, hold
        a key!, mind my key!, leave a key!, locked myself out!, lock myself out!, letter box!, empty my
        letterbox!, empty the letterbox!, mailbox empty!, my mail!, take in my post!, take in the post!, pick
        up my post!, empty the mailbox!, the bins out!, bins out!, wheelie bin!, dustbin!, dustbins!, rubbish
        out!, rubbish bags!, rubbish bag!, bin bag!, trash!, garbage bags!, white bags!, white bag!, blue
        bag!, blue bags!, yellow bag!, yellow bags!, orange bag!, cardboard!, paper and cardboard!, refuse!,
        recycling out!, put out!, keep an eye on the house!, keep an eye on my house!, keep an eye on my
        flat!, keep an eye on the flat!, eye on the house!, eye on my flat!, eye on my apartment!, watch the
        house!, house sitting!, check the house!, check on the house!, check my flat!, look after the house!,
        burglar!, burglars!, break in!, while i'm away!, while i am away!, when i'm away!, when i am away!,
        while we're away!, am away!, i'm away!, go away!, going away!, on holiday!, on my holidays!,
        holidays!, in spain!, away for two weeks!, in hospital for a week!, shutters!, open the shutters!,
        raise the shutters!, draw the curtains!, open the curtains!, lights on and off!, blinds!, raise and
        lower the blinds!, while I travel!, let the technician in!
    """,
}
