"""The words that a repair may call as witness, and the little words that never are half of another.

Hand-made: forms that are common in Swedish municipal minutes. It is no spelling dictionary; a word that is missing here
is only not repaired.
"""

_NOUNS = """
kommun kommuner kommunen kommunerna kommunernas kommunstyrelsen kommunfullmäktige kommundirektör kommundirektören
kommundirektörerna kommunchef nämnden nämnderna nämndens styrelsen styrelsens förvaltningen förvaltningar
förvaltningarna förvaltningens verksamhet verksamheten verksamheter verksamheterna verksamheternas verksamhetsplan
verksamhetsplanen information informationen informera organisation organisationen organisationer organisationerna
ledamöterna ledamöter ersättare ordföranden ordförande sekreterare sekretariatet sekreteraren protokoll protokollet
ärende ärendet ärenden ärendena beslut beslutet besluten förslag förslaget förslagen uppdrag uppdraget uppdragen
rapport rapporten rapporter rapporterna utredning utredningen utredningar utredningarna budget budgeten kostnader
kostnaderna ekonomi ekonomin avtal avtalet avtalen projekt projektet projekten projektplan projektplanen nätverk
nätverket nätverken nätverkens arbetsgrupp arbetsgruppen arbetsgrupper samverkan samarbete samarbetet region regionen
regionens regionala regionalt styrgrupp styrgruppen handlingsplan handlingsplanen handlingsplaner handlingsplanerna
planer planerna planering planeringen remiss remissen remisser yttrande yttrandet yttranden frågan frågor frågorna
utveckling utvecklingen utvecklings invånare invånarna invånarnas medborgare medborgarna tjänst tjänsten tjänster
tjänsterna tjänsteplattformen tjänstemän tjänstemännen personal personalen skola skolan skolor skolorna elever eleverna
barn barnen ungdomar ungdomarna chefer cheferna direktörer direktörerna grupperna gruppen möte mötet möten mötena
mötesplan bolagen bolaget politikerna politiker deltagare deltagarna representanter representanterna leverantör
leverantören leverantörer leverantörerna föreningar föreningarna resurser resurserna insatser insatserna åtgärder
åtgärderna synpunkter synpunkterna riktlinjer riktlinjerna strategi strategin strategier strategierna effekter
effekterna modern moderna externa interna intern extern alternativ internationella internationell ungern lantern
"""
_VERBS = """
internt externt eterna kvarstår arbetar redovisar redovisade informerar informerade presenterar presenterade uppdra
uppdrar godkänna godkänner notera noterar anta antar följa genomföra genomförande genomförandet återkomma återrapportera
hemma komma kommer kommit kommande gemensam gemensamma gemensamt samma samman tillsammans enligt utifrån angående
problem systemet system problemet tema temat schema schemat grammatik programmet program formerna former reformerna
"""
COMMON = frozenset((_NOUNS + _VERBS).split())
LITTLE = frozenset(
    """
    a i o å ö en ett den det de du vi ni jag han hon man om och att för av på till med som vid ur ut in upp ner är
    har kan ska vill får bör mot men när var vad hur där här så då nu ny nya ej ev ca nr kl st kr via per hos sin
    sitt sina vår våra alla allt än ens sk bl ex ex mm fl tex dvs etc it hr ks kf au två tre fyra fem sex sju åtta
    nio tio elva tolv
    """.split()  # noqa: SIM905  # a block of words reads better than two hundred quoted ones
)
