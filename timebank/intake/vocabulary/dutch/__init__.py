"""Dutch as it is spoken in Flanders and Brussels."""

from timebank.intake.vocabulary.dutch import at_home, on_paper, on_the_way, with_people

WORDS = {**with_people.WORDS, **on_the_way.WORDS, **on_paper.WORDS, **at_home.WORDS}

COMMON = """
aan aangenaam achter af al alle alleen alles als alstublieft altijd ander andere anders aub avond bang bedankt
been beetje ben bent beste beter bij bijna binnen blij boven buiten buur buurman buurt buurvrouw daar daarna
daarom dag dagen dan dank dat de deed den der deze dezelfde die dien dit dochter doe doen doet dood door draag
drie durf durft dus e een eens efkes eigen eigenlijk elk elke en ene enkel er ergens even fijn ga gaan gaat
gauw ge geef geen gene gesprek gevallen geven gewoon gij ginder ginds goed goede goedendag goeie goeiedag
graag groetjes groot haar had halen hallo handen heb hebben hebt heeft heel hele help helpen helpt hem het
heup hier hierover hoe hoor huis hulp hun iedere iemand iets ik in ineens is ja jaar jammer je jij jonge
jullie kan keer kent klein kleine kleinkinderen kleren knie komen komt kon kunne kunnen kunt kwam laat laatste
lang langer leuk lieve lig ligt lukt maak maand maar mag maken mama man me mee meer meest meneer mens mensen
merci met mevrouw middag mij mijn mijne mijnen misschien moe moeder moeilijk moest moet moeten mogelijk mogen
mooi morgen na naar nacht nadat namiddag ne nee neemt nen net niemand niet niets nieuw nieuwe niks nodig nog
nu oei of ogen om oma omdat ongeveer ons onze ook op opa open operatie oud oude over pas persoon plaats
plezant plezier probleem regelmatig rug samen schoon schrik seffens sinds slecht soms spijtig staat stad
straat straks stuur t te tegen terug terwijl thuis tijd tijdje toch toe toen tot trappen twee u uit uur uurtje
uw vader vallen valt van vast veel veertien verdiep vertel vind vinden voel voor vorig vorige vraag vragen
vriendelijk vrijdag vrouw waar waarom waarschijnlijk wacht wanneer want waren was wat we week weer weet weg
weinig wekelijks weken wel welkom werd wie wij wil willen wilt wist woon woont word worden wordt zaliger ze
zeer zeg zeggen zegt zelf zich zie ziek zien zij zijn zit zitten zo zoals zoek zoeken zoekt zoiets zonder zoon
zou zouden zus zuster zwaar zware
"""
