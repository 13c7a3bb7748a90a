"""Care as it is said in Brussels and Wallonia."""

from timebank.intake.care.french import crossing, harmless, together
from timebank.intake.care.patterns import CareWords

_WHO = """
mere maman mamy mamie meme memere pere papa papy papi pepe pepere mari epoux epouse femme soeur frere
oncle tante grand_mere grand_pere bonne_maman bon_papa beau_pere belle_mere belle_soeur beau_frere
conjoint compagnon compagne parents voisin voisine ami amie patient malade monsieur madame fils fille
homme dame parrain marraine moman popa bobonne matante mononcle personne vieux
"""
_ME = "m me moi l lui se s soi nous moi_meme"
WORDS = CareWords(
    classes={
        "who": _WHO,
        "me": _ME,
        "one": f"{_WHO} {_ME}",
        "my": "mon ma mes son sa ses notre nos le la les leur une un",
        "body": """
            tete cheveux visage figure dos jambes jambe pieds pied orteils orteil bras mains main oreilles
            oreille corps ventre epaule epaules genou genoux derriere fesses peau dents dent bouche ongles
            dentier barbe moustache aisselles talon talons chevilles mollets cou nuque doigts ongle cul crane
            hanche
        """,
        "clothes": """
            bas chaussettes chaussette pantalon vetements habits robe chemise blouse chemisier pull veste
            manteau pyjama nightie chemise_de_nuit sous_vetements culotte slip calecon gaine corset
            soutien_gorge soutif souliers chaussures pantoufles boutons tirette fermeture collants gilet
            singlet
        """,
        "medicine": """
            pilules pilule medicaments medicament medocs comprimes comprime cachets cachet gelules gouttes
            sirop antibiotique antibiotiques antidouleurs traitement pastilles doses somnifere
        """,
        "nurse": """
            infirmiere infirmier infirmieres infirmiers garde_malade aide_soignante aide_soignant soignante
            soeur_visiteuse
        """,
    },
    says=crossing.SAYS,
    names=crossing.NAMES,
    together=together.TOGETHER,
    verbs="""
        laver lave lavee laves savonner habiller habille deshabiller raser rase soulever souleve soigner
        soigne coiffer changer nourrir moucher relever essuyer frictionner masser toiletter coucher lavera
        soignerait laverait
    """,
    alone="habiller deshabiller raser soulever doucher",
    things=harmless.THINGS,
    skipped=harmless.SKIPPED,
    articles=harmless.ARTICLES,
    owner="de",
    behind_owner="",
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
