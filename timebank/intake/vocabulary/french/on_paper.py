"""French words of papers, telephones and computers."""

WORDS = {
    "paperwork": """
        papiers!, paperasse!, administratif!, administration!, formulaire!, remplir!, lettre!, courrier
        administratif!, écrire une lettre!, document!, dossier!, demande d'allocation!, allocation!, pension!,
        pensions!, mutuelle!, mutualité!, impôts!, impôt!, déclaration!, commune!, maison communale!, cpas!,
        logement!, loyer!, propriétaire!, garantie locative!, amende!, assurance!, facture!, factures!,
        attestation!, carte d'identité!, passeport!, contrat!, logement social!, avocat, plainte!, médiation!,
        traduire!, interprète!, classer!, fardes!, fournisseur d'énergie!, notaire!, héritage, prime!, carte
        de stationnement, expliquer, engie!, décompte!, luminus, relevé de compteur!, index!, syndicat!, spf!,
        par écrit!, questionnaire!, officiel!, recommandé!, sécurité sociale!, chômage!, handicap, syndic!,
        bail!, résilier!, résiliation!, sinistre!, huissier!, dettes!, domicile changer!, changement
        d'adresse!, cv, candidature!, photocopie!, archives!, traduction!, actiris!, onem!, vierge noire!,
        allocations!, délai, correspondance administrative!, réclamation!, contester!, statut bim!, papier!,
        papiers à remplir!, paperasses!, documents!, farde!, classeur!, ranger mes papiers!, trier mes
        papiers!, trier!, enveloppe!, courrier!, lettre de!, lettre du!, une lettre que!, lettre recommandée!,
        comprends pas cette lettre!, ne comprends pas!, comprends rien!, rien compris!, j'y comprends rien!,
        charabia!, lire une lettre!, lire mon courrier!, m'expliquer!, explique!, expliquer une facture!,
        facture d'eau!, facture de gaz!, facture d'électricité!, facture de téléphone!, facture d'hôpital!,
        rappel!, rappel de paiement!, régularisation!, décompte annuel!, compteur!, relevé!, relevé des
        compteurs!, fournisseur!, sibelga!, vivaqua!, totalénergies!, mega!, tarif social!, intervention
        majorée!, bim!, omnio!, vipo!, dossier médical, remboursement!, remboursements!, vignettes!, vignettes
        de mutuelle!, mutualité chrétienne!, solidaris!, partenamut!, attestation de soins!, attestations!,
        pension de survie!, demande de pension!, service des pensions!, grapa!, spf finances!, contributions!,
        feuille d'impôts!, déclaration fiscale!, tax-on-web!, contributions directes!, avertissement-extrait!,
        précompte!, cadastre!, administration communale!, à la commune!, hôtel de ville!, titre de séjour!,
        carte de séjour!, permis de séjour!, naturalisation!, extrait!, acte de naissance!, acte de décès!,
        composition de ménage!, domicile!, bailleur!, préavis!, indexation!, charges locatives!, régie!,
        foyer!, succession!, testament!, droits de succession!, juge de paix!, tribunal!, pv!, procès-verbal!,
        contravention!, police d'assurance!, dégât des eaux!, assureur!, constat!, réclamer!, écrire au!,
        écrire à!, rédiger!, rédiger une lettre!, lettre à la!, carte de condoléances!, remerciements!,
        formulaires!, cases!, cocher!, signer?, date limite!, carte de riverain!, riverain!, parking
        handicapé!, carte handicapé!, ministère!, assistante sociale, contrat de gaz!, démarchage!, case!,
        signature!, citation!, procuration à remplir!,
        e-box!, ebox!, e box!, numérique!, reçoit encore du courrier!, mari décédé!, encore du
        courrier!, paye trop!, payer trop!, guichet numérique!,
    """,
    "phone_and_computer": """
        gsm!, portable!, smartphone!, téléphone, tablette!, ipad!, ordinateur!, ordi!, pc!, internet!, wifi!,
        mail!, mails!, e-mail!, courriel!, whatsapp!, skype!, zoom, vidéo!, itsme!, appli!, application!, mot
        de passe!, code d'accès!, imprimante!, imprimer!, en ligne!, facebook!, mise à jour!, envoyer des
        photos!, photos, écran!, recharger, site!, numérique!, clavier!, télécharger!, payconiq!, sms!,
        message!, iphone!, samsung!, ne s'allume plus!, mon téléphone!, installer?, par internet!, qr!,
        réseau, décodeur?, connexion!, connecter!, clé usb!, appareil photo, arnaque!, spam!, phishing!,
        messages bizarres!, messages!, câble!, modem!, routeur!, proximus!, voo!, telenet!, contacts!,
        sonnerie!, compte google!, google!, youtube!, fichier!, sauvegarde!, bluetooth!, casque!, pièce
        jointe!, windows, apple, android!, netflix!, adresse mail!, caméra!, liseuse!, souris!, zoomer!,
        piraté!, virus!, internet banking!, ebox!, qwerty!, azerty!, gsm nouveau!, nouveau gsm!, mon gsm!, mon
        portable!, mon smartphone!, téléphone portable!, téléphone fixe, touches!, touche, numéros
        enregistrer!, enregistrer un numéro!, répertoire!, carte sim!, carte prépayée, recharge!, recharger ma
        carte!, crédit d'appel!, ne sonne plus!, plus de son!, le son!, volume, photos sur!, mes photos!,
        mettre mes photos!, photo!, photos de mes petits-enfants!, voir mes photos!, appel vidéo!, appels
        vidéo!, visio!, visioconférence!, voir mes petits-enfants sur!, messenger!, messagerie!, boîte mail!,
        mail envoyer!, envoyer un mail!, envoyer un message!, répondre à un message!, mot de passe oublié!,
        oublié mon mot de passe!, code pin!, code oublié!, identifiant!, me connecter!, se connecter!,
        connecte!, connecté!, wifi ne marche!, plus d'internet!, internet ne marche!, l'internet!, sur
        internet!, site internet!, rendez-vous par internet!, rendez-vous en ligne!, sur l'ordinateur!, écran
        noir!, écran bloqué!, bloqué?, plante!, figé!, rame!, lent, s'éteint!, ne s'allume!, charge plus!,
        chargeur!, batterie!, batterie du gsm!, cartouche!, encre!, scanner un document!, imprime!, imprimer
        un document!, imprimer un billet!, billet en ligne!, lecteur de carte!, banque en ligne!, pc banking!,
        appli de la banque!, applications!, télécharger une!, installer whatsapp!, installer une application!,
        icône!, icônes!, grossir les lettres!, lettres plus grandes!, caractères!, pub!, publicités!,
        notification!, fenêtres qui s'ouvrent, box!, télé par internet!, replay!, enceinte connectée, alexa,
        montre connectée, faux message!, faux mail!, message bizarre!, escroquerie!, pirate!, qr code!,
        doccle!, masanté!, csam!, télécommande!, cloud!, chaînes!, taper!, mon écran!, à l'envers, machin!,
        écran tactile!, redémarrer!,
        cassettes!, lecteur de cassettes!, vieux lecteur!, brancher!, bloquer des numéros!, envoie
        des vidéos!, ouvrir les vidéos!, vidéos!,
    """,
}
