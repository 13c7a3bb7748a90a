"""English words of papers, telephones and computers."""

WORDS = {
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
        permit!, visa!, electricity bill!, pensioner, a form!, fill out!, filling in!, filling out!, papers to
        sign!, papers from!, official letter!, official letters!, a letter from!, letter from!, letters from!,
        letter came!, letter in french!, letter in dutch!, letter i don't understand!, don't understand!,
        can't understand!, cannot understand!, do not understand!, understand what!, understand it!, make
        sense!, makes no sense!, explain a letter!, explain the letter!, explain this!, explain to me what!,
        what it says!, what they want!, what it means!, read my post!, read the letter!, read a letter!, read
        letters!, post from the!, brown envelope!, envelopes!, sort my papers!, sort out my papers!, sort
        papers!, put my papers!, papers in order!, in order!, file my!, filing!, binder!, binders!, folder!,
        drawer full of!, write to!, write to the!, write a!, writing a letter!, letter to the!, letter of
        complaint!, reply to!, answer a letter!, condolence!, sympathy card, thank you letter!, bill from!,
        hospital bill!, water bill!, gas bill!, phone bill!, electric bill!, heating bill!, reminder!,
        reminders!, final notice!, meter!, meters!, energy contract!, social tariff!, mutual!, mutuality!,
        mutuelle!, mutualiteit!, sick fund!, sickness fund!, health fund!, reimbursement!, reimburse!,
        refund!, refunded!, stickers!, vignettes!, pension office!, pension letter!, pension form!, state
        pension!, tax form!, tax letter!, tax office!, declaration!, tax declaration!, commune!, the commune!,
        gemeente!, municipality!, city hall!, residence card!, residence permit!, residence!, id card!, ids,
        birth certificate!, marriage certificate!, death certificate!, nationality!, immigration!, landlady!,
        tenancy!, rent increase!, rent book!, eviction!, housing company!, housing list!, will?, estate!,
        probate!, solicitor!, judge!, court!, justice of the peace!, summons!, penalty!, insurance claim!,
        insurance company!, policy!, accident form!, registration!, register!, signature!, tick!, boxes to
        tick!, before the date!, disabled parking!, parking card!, blue badge!, cpas!, ocmw!, social worker,
        actiris!, union card, consulate!, embassy!, box to tick!,
        check my taxes!, taxes online!, still gets post!, late husband!, digital!, everything is
        digital!, a will!, make a will!, cross in a box!,
    """,
    "phone_and_computer": """
        mobile!, mobile phone!, smartphone!, phone, my phone!, tablet!, ipad!, computer!, laptop!, pc!,
        internet!, wifi!, wi-fi!, email!, emails!, e-mail!, whatsapp!, skype!, zoom, video call!, itsme!,
        app!, apps!, password!, printer!, print!, online!, facebook!, update!, send pictures!, pictures, send
        photos!, screen!, charge, charger!, website!, digital!, keyboard!, mouse?, log in!, login!, download!,
        install?, payconiq!, text message!, texting!, iphone!, samsung!, switch on!, on the internet!,
        connection!, usb!, usb stick!, camera, scam!, spam!, phishing!, strange messages!, messages!, cable!,
        modem!, router!, proximus!, contacts!, ringtone!, google!, youtube!, file, backup!, bluetooth!,
        headphones!, attachment!, windows, apple, android!, netflix!, email address!, webcam!, e-reader!,
        kindle!, hacked!, virus!, online banking!, icon!, google account!, settings!, new phone!, new mobile!,
        cell phone!, cellphone!, gsm!, handset!, landline, my mobile!, phone doesn't ring!, doesn't ring!,
        phone won't!, buttons!, sim!, sim card!, top up!, credit on, contacts in!, save numbers!, numbers in
        my phone!, volume!, sound, no sound!, photos!, my photos!, photos on!, photos from!, photos of the
        grandchildren!, pictures on!, pictures of my grandchildren!, video calls!, video calling!, facetime!,
        see my grandchildren on!, viber!, messenger!, telegram, message!, send a message!, send messages!,
        send an email!, read my emails!, inbox!, mailbox, forgot my password!, forgotten my password!,
        passwords!, pin of my phone!, pin code, code for my phone!, locked out!, log on!, sign in!, signing
        in!, log into!, no internet!, internet is down!, internet stopped!, internet gone!, the internet!, no
        wifi!, go online!, book online!, order online!, appointment online!, on the computer!, black screen!,
        screen is black!, frozen!, freezes!, froze!, stuck on!, slow!, crashed!, won't start!, won't turn on!,
        won't switch on!, won't charge!, charging!, charging cable!, ink!, cartridge!, scan!, scanner!, print
        something!, print out!, print my!, printed!, ticket printed!, card reader!, bank app!, banking app!,
        pc banking!, download an app!, install an app!, install whatsapp!, application!, icons!, letters
        bigger!, bigger letters!, font!, adverts!, pop up!, pop-up!, pop ups!, notifications!, box for the
        tv!, decoder!, smart tv!, catch up tv!, streaming!, podcast!, audiobook!, ebook!, smartwatch!, alexa!,
        scam message!, suspicious message!, suspicious email!, fraud!, hackers!, qr code!, doccle!, my
        health!, csam!, electronic!, e-box!, touch screen!, swipe!, gadget!, remote control!, cloud!,
        channels!, press and nothing happens!, my screen!, blocked, restart!, set top box!,
        remote!, remote doesn't respond!, doesn't respond!, sends films!, open films!, can't open
        them!, in Canada and see!, see her face!, see his face!, block numbers!,
    """,
}
