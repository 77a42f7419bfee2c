"""What a jurist writes in the chapters of one report: invented, without a name, and without a rule of law of our own.

By the key of a chapter its pieces: the heading under which they stand (empty: at the beginning), and the paragraphs.
"""

from __future__ import annotations

Pieces = tuple[tuple[str, tuple[str, ...]], ...]

WRITTEN: dict[str, Pieces] = {
    "summary": (
        (
            "",
            (
                "Deze rapportage gaat over een meisje van acht jaar dat sinds de zomer in een pleeggezin woont. Zij"
                " wil weten wanneer zij naar huis mag, en als niemand dat weet, wil zij dat iemand dat tegen haar"
                " zegt.",
                "In het besluit van 2 oktober 2026 staat niet dat iemand met haar heeft gesproken. Er staat ook niet"
                " waarom zij ver van haar school en van haar broer moet wonen, en niet wanneer het besluit opnieuw"
                " wordt bekeken.",
                "Wij leggen de feiten naast het Kinderrechtenverdrag en wegen de belangen van dit kind volgens de"
                " zeven elementen van het Kinderrechtencomité. De conclusie is dat het besluit niet laat zien dat"
                " haar belangen voorop hebben gestaan, en dat er minder ingrijpende wegen zijn die niet zijn"
                " onderzocht.",
                "Gevraagd wordt dat zij zelf wordt gehoord, dat zij haar moeder en haar broer elke week ziet, dat"
                " zij op haar eigen school kan blijven, en dat binnen een vaste tijd opnieuw wordt bekeken of zij"
                " naar huis kan.",
            ),
        ),
    ),
    "child": (
        (
            "Het kind",
            (
                "Wie haar kent, beschrijft een kind met een vaste dag. Zij stond vroeg op, liep met haar vriendin"
                " naar school, at tussen de middag bij haar oma en trainde op woensdag. Op zaterdag speelde zij een"
                " wedstrijd en keek haar broer toe. Die dag is er niet meer. In het nieuwe dorp is geen team voor"
                " meisjes van haar leeftijd, en de bus naar de stad gaat twee keer per dag.",
                "In het pleeggezin is zij welkom. Zij heeft een eigen kamer en er is een hond. Dat het daar goed is,"
                " zegt zij zelf ook. Zij zegt er steeds bij dat het niet haar huis is, en dat zij daarom haar tas"
                " niet helemaal uitpakt.",
                "Zij is acht jaar en zit in groep vijf. Zij leest graag, voetbalt in een team en heeft een vriendin"
                " met wie zij elke dag naar school liep. Tot de zomer woonde zij bij haar moeder, met een broer die"
                " twee jaar ouder is.",
                "Haar moeder heeft het gezag. De vader ziet zij al jaren niet. Haar broer woont in een ander"
                " pleeggezin. Haar oma woont in de straat waar zij opgroeide en paste vaak op.",
                "Zij vertelt rustig en precies. Wat zij in de zomer zei, zei zij in de herfst weer, met dezelfde"
                " woorden. Haar leerkracht noemt haar een kind dat eerst kijkt en dan praat.",
                "Wat zij meenam, paste in een rugzak: twee boeken, haar voetbalschoenen en een foto van de"
                " straat. De foto staat op de vensterbank. Wie haar kamer in het pleeggezin ziet, ziet een"
                " logeerkamer waar een kind zich zorgvuldig klein maakt. Dat is geen verwijt aan de"
                " pleegouders. Het zegt iets over hoe zij zelf denkt dat het ervoor staat: tijdelijk, zonder"
                " dat iemand zegt hoe tijdelijk.",
            ),
        ),
        (
            "De procedure",
            (
                "In de zomer is zij binnen een dag verhuisd. Wat er aan die dag voorafging, staat in de stukken die"
                " als bijlage meegaan. Wij herhalen het hier niet, omdat de vraag van deze rapportage niet is of de"
                " verhuizing nodig was, maar of daarna goed is gekeken naar wat dit kind nodig heeft.",
                "Na de verhuizing is een plan gemaakt. Het plan noemt doelen voor de moeder en doelen voor de hulp."
                " Doelen voor het kind zelf staan er niet in, en ook niet wie haar vertelt hoe het verder gaat. Het"
                " besluit waartegen beroep is ingesteld, verwijst naar dat plan.",
                "De kinderrechter heeft een machtiging gegeven om haar buiten het gezin te laten wonen. De"
                " gecertificeerde instelling heeft daarna besloten waar zij woont en hoe vaak zij haar moeder ziet."
                " Tegen dat besluit loopt beroep.",
                "De advocaat van het kind heeft ons gevraagd om een rapportage die de rechten uit het verdrag op"
                " deze situatie toepast. Wij zijn geen partij, wij geven geen oordeel over schuld, en wij hebben geen"
                " belang bij de uitkomst.",
                "Haar moeder heeft tegen hetzelfde besluit beroep ingesteld. De twee zaken gaan over hetzelfde"
                " papier, maar niet over hetzelfde belang. Wat een moeder wil, kan samenvallen met wat haar"
                " kind nodig heeft, en het kan ervan afwijken. Daarom heeft dit kind een eigen advocaat, en"
                " daarom gaat deze rapportage alleen over haar.",
            ),
        ),
        (
            "De vraag",
            (
                "Een rapportage als deze beslist niets. Zij brengt bij elkaar wat bekend is over een kind, zegt van"
                " elk feit waar het vandaan komt en of iemand het betwist, legt daar de rechten naast die het kind"
                " heeft, en laat zien wat ontbreekt. Wie beslist, kan haar volgen of niet, maar kan daarna niet"
                " zeggen dat de belangen van het kind niet bekend waren.",
                "De vraag is of de belangen van dit kind de eerste overweging waren toen werd besloten waar zij"
                " woont, hoe vaak zij haar moeder en broer ziet en naar welke school zij gaat; en wat er nodig is om"
                " dat alsnog te doen.",
            ),
        ),
    ),
    "voice": (
        (
            "Hoe we het kind spraken",
            (
                "Bij het eerste gesprek was iemand aanwezig die zij zelf had gekozen. Bij het tweede wilde zij"
                " alleen komen. Wij spraken beide keren ongeveer drie kwartier, met een pauze waarin zij buiten"
                " voetbalde. Wij hebben geen opname gemaakt. Wat zij zei, schreven wij op terwijl zij erbij was.",
                "Wij vroegen haar wat wij mochten opschrijven en wat niet. Twee dingen wilde zij voor zichzelf"
                " houden. Die staan niet in deze rapportage, en zij zijn voor de conclusie niet nodig.",
                "Zij schreef ons zelf, met hulp van een volwassene die zij vertrouwt. Daarna spraken wij haar twee"
                " keer op een plek die zij koos. Wij legden uit waar de rapportage voor is, wie haar leest en dat zij"
                " mag stoppen wanneer zij wil.",
                "Wij hebben haar niets in de mond gelegd. Wij vroegen open, wij lieten stiltes toe, en wij lazen aan"
                " het eind voor wat wij hadden opgeschreven. Zij verbeterde twee zinnen.",
                "Aan het eind van het tweede gesprek vroegen wij wat zij wilde dat er met haar woorden"
                " gebeurde. Zij wilde dat de rechter ze las en dat haar moeder ze niet als eerste las. Dat"
                " hebben wij met haar advocaat besproken. Zij weet dat haar moeder de rapportage later ook kan"
                " lezen, en zij heeft gezegd welke zin er dan anders moest staan. Die zin staat er nu zoals zij"
                " hem wilde.",
            ),
        ),
        (
            "Welk gewicht dat heeft",
            (
                "Zij weet wat een rechter doet, en zij weet dat de rechter niet hoeft te doen wat zij vraagt. Zij"
                " maakt onderscheid tussen wat zij het liefst wil en wat zij in elk geval nodig heeft. Het liefst wil"
                " zij naar huis. In elk geval wil zij weten hoe lang iets duurt, en haar broer zien. Dat onderscheid"
                " laat zien dat zij begrijpt wat er op het spel staat.",
                "Haar woorden zijn niet ingegeven door een van de volwassenen om haar heen. Wat zij zegt, wijkt op"
                " punten af van wat haar moeder wil en van wat de pleegouders willen. Zij heeft ook bij die"
                " verschillen een eigen uitleg.",
                "Zij kan haar mening vormen en onder woorden brengen. Haar wens is niet de enige overweging, maar"
                " zij is wel een overweging die iemand moet hebben gehoord, opgeschreven en beantwoord.",
                "Dat zij niet alles overziet, is geen reden om haar niet te vragen. Het is een reden om haar goed"
                " uit te leggen wat er speelt, en om wat zij zegt te wegen naar wat zij begrijpt.",
            ),
        ),
    ),
    "facts": (
        (
            "Wat we niet weten",
            (
                "In de stukken ontbreekt een verslag van het gesprek dat volgens het plan met de kinderen zou worden"
                " gevoerd. Wij hebben ernaar gevraagd en geen antwoord gekregen voordat deze rapportage af was. Komt"
                " het verslag alsnog, dan kan het de conclusie veranderen, en dan maken wij een aanvulling.",
                "Wij weten niet hoe de broer denkt over waar hij woont en hoe vaak hij zijn zus wil zien. Hij heeft"
                " een eigen procedure en een eigen advocaat. Wij hebben hem niet gesproken.",
                "Wij weten niet of de instelling andere pleeggezinnen heeft gezocht dichter bij haar school. Wij"
                " weten ook niet of oma is gevraagd. In de stukken die wij zagen, staat daar niets over.",
                "Wij hebben de vader niet gesproken. Wij hebben geen onderzoek gedaan naar de thuissituatie en"
                " spreken ons daar niet over uit.",
                "Wij weten ook niet wat het kind in de eerste weken is verteld. De pleegouders hoorden dat zij"
                " een maand zou blijven, haar moeder hoorde dat het een kwartaal zou zijn, en de school hoorde"
                " niets. Wie welke termijn heeft genoemd, en op grond waarvan, is uit de stukken niet af te"
                " leiden. Voor een kind dat naar een datum vraagt, is dat geen bijzaak.",
            ),
        ),
    ),
    "frame": (
        (
            "Het Kinderrechtenverdrag",
            (
                "Bij elk besluit over een kind staan de belangen van dat kind voorop. Dat vraagt meer dan een zin in"
                " een besluit: het vraagt dat iemand nagaat wat die belangen zijn, ze tegen elkaar afweegt en"
                " opschrijft hoe dat is gegaan.",
                "Een kind dat een mening kan vormen, mag die geven over alles wat haar raakt. Wie beslist, geeft aan"
                " die mening het gewicht dat past bij haar leeftijd en rijpheid, en laat zien dat dat is gebeurd.",
                "Een kind groeit op bij haar ouders, tenzij dat niet kan. Ook als zij niet thuis woont, houdt zij"
                " recht op omgang met haar familie, op bijzondere bescherming en op een plek waar haar achtergrond"
                " telt.",
                "Wie buiten het gezin is geplaatst, heeft recht op geregelde toetsing van die plaatsing. Een"
                " plaatsing zonder einddatum en zonder moment van toetsing laat een kind wachten zonder dat zij weet"
                " waarop.",
                "Die rechten staan niet los van elkaar. Een kind dat niet is gehoord, kan niet laten weten dat"
                " zij haar broer mist. Een contact dat niet is geregeld, wordt bij een toetsing niet bekeken."
                " En een toetsing die geen datum heeft, komt voor een kind van acht niet. Wie een van de"
                " rechten laat liggen, verzwakt dus ook de andere, en dat is wat in dit dossier is gebeurd.",
            ),
        ),
        (
            "Toelichting van het Kinderrechtencomité",
            (
                "Het comité noemt zeven elementen die bij de afweging van belangen horen. Zij worden samen gewogen."
                " Geen van de elementen beslist alleen, en een element dat niet is onderzocht kan niet zijn gewogen.",
                "Het comité legt ook uit wat horen betekent: voorbereiden, luisteren, wegen, terugvertellen wat er"
                " met de mening is gedaan, en een weg om erover te klagen.",
                "Voor dit dossier is vooral van belang dat het comité een werkwijze beschrijft en niet alleen"
                " een uitkomst. Een besluit kan op zichzelf verdedigbaar zijn en toch tekortschieten, omdat"
                " niet te zien is hoe het tot stand kwam. Omgekeerd kan een besluit dat het kind niet wil,"
                " zorgvuldig zijn als haar uitgelegd is waarom. De vraag die wij stellen is daarom steeds"
                " dezelfde: wat is er nagegaan, bij wie, en waar staat het?",
            ),
        ),
        (
            "Nationale regels",
            (
                "Voor dit kind komt het aan op drie vragen aan de regels. Wie moet haar horen, en wanneer? Wie ziet"
                " erop toe dat het contact met haar familie niet verdwijnt door afstand en drukte? En wie moet op"
                " welk moment opnieuw zeggen waarom zij niet thuis woont? Op alle drie geven de stukken geen"
                " antwoord. Dat betekent niet dat er geen antwoord is; het betekent dat het niet is opgeschreven, en"
                " dat zij er niets aan heeft.",
                "Waar een instelling ruimte heeft om te kiezen, hoort bij die ruimte de plicht om de keuze uit te"
                " leggen. Een kind kan alleen tegen een besluit opkomen als te lezen is waarom het zo is genomen. Een"
                " zin die in elk besluit kan staan, legt niets uit over dit besluit.",
                "Nationale regels en het verdrag wijzen hier niet verschillende kanten op. De regels geven wie"
                " beslist de opdracht om het kind te horen, om het contact met de familie te bewaken en om de"
                " plaatsing niet langer te laten duren dan nodig is. Het verdrag zegt waarom, en zegt ook wat er"
                " minimaal moet gebeuren als een regel ruimte laat.",
                "De nationale regels die het besluit noemt, worden in deze rapportage gelezen in het licht van het"
                " verdrag. Waar de regel ruimte laat, kiest wie beslist de lezing die het kind het meest beschermt.",
            ),
        ),
        (
            "Rechtspraak",
            (
                "Uit die vragen volgt wat een rechter in dit dossier zal zoeken: een verslag van een gesprek met het"
                " kind, een overzicht van de plekken die zijn bekeken, een reden waarom het contact is zoals het is,"
                " en een dag waarop opnieuw wordt gekeken. Geen van deze vier is in de stukken te vinden die wij"
                " hebben gezien.",
                "Rechters vragen in zaken als deze steeds naar hetzelfde: wat is onderzocht, wat is overwogen, en is"
                " de gekozen maatregel de minst ingrijpende die het doel bereikt. Een antwoord dat alleen zegt dat er"
                " geen andere plek was, is pas een antwoord als blijkt dat er is gezocht.",
                "De uitspraken die partijen aanhalen, gaan over de vraag of de overheid genoeg deed om een gezin bij"
                " elkaar te houden of weer bij elkaar te brengen. Die vraag ligt ook hier voor.",
            ),
        ),
    ),
    "weighing": (
        (
            "De elementen samen",
            (
                "Tijd is in deze weging geen neutraal gegeven. Wat voor een volwassene een paar maanden zijn, is"
                " voor een kind van acht een schooljaar, een elftal en een vriendschap. Elke maand zonder besluit is"
                " voor haar ook een besluit, en wel een dat niemand heeft genomen en dat niemand aan haar uitlegt.",
                "Samen wegen betekent niet optellen. Een kind dat op zes punten goed zit en op het zevende alles"
                " kwijt is, zit niet bijna goed. Het gaat erom welk besluit, van alle besluiten die mogelijk zijn,"
                " het meest doet voor dit kind, nu en over een jaar. Daarvoor moeten de mogelijkheden naast elkaar"
                " liggen.",
                "Bij de veertien voorwaarden voor ontwikkeling hebben wij dat gedaan voor twee uitkomsten. De tabel"
                " laat zien waar zij verschillen. De grootste verschillen zitten in de voorwaarden die met duur en"
                " met vaste mensen te maken hebben, en daarover staat in het besluit niets.",
                "Tegenover de elementen die naar dichterbij wijzen, staat de zorg dat een plek in de familie te"
                " dicht op de oude problemen zit. Die zorg nemen wij serieus. Zij is een reden om te onderzoeken of"
                " oma steun nodig heeft en welke afspraken er moeten zijn. Zij is geen reden om oma niet te vragen.",
                "De elementen wijzen niet allemaal dezelfde kant op. Bescherming vraagt nu om een veilige plek, en"
                " die heeft zij. Maar gezin, identiteit, haar mening en onderwijs wijzen naar dichterbij, vaker en"
                " korter.",
                "Een besluit dat al die elementen had gewogen, had kunnen laten zien waarom de ene plek beter is dan"
                " de andere. Dit besluit noemt alleen dat er plaats was.",
                "Wij hebben ons afgevraagd of het gewicht van de afzonderlijke elementen anders zou liggen als"
                " zij ouder of jonger was geweest. Bij een ouder kind zou de mening zwaarder tellen, bij een"
                " jonger kind de hechting. Bij haar leeftijd tellen beide, en zij wijzen dezelfde kant op: naar"
                " vaste mensen, dichtbij, en naar een volwassene die zegt hoe het verder gaat. Dat maakt deze"
                " zaak minder ingewikkeld dan zij in de stukken lijkt.",
                "Ten slotte hebben wij gekeken naar wat het besluit van de mensen om haar heen vraagt. Haar"
                " moeder moet reizen, de pleegouders moeten twee keer per week rijden, de school moet wachten"
                " op een overdracht. Dat zijn lasten die te dragen zijn als duidelijk is waarvoor. Nu worden"
                " zij gedragen zonder dat iemand kan zeggen tot wanneer, en dat merkt het kind als eerste.",
            ),
        ),
    ),
    "alternatives": (
        (
            "",
            (
                "Wie ingrijpt in het leven van een kind, kiest de weg die het minst ingrijpt en toch doet wat nodig"
                " is. Dat begint bij het opnoemen van de wegen. In het besluit staat er een. Wij zien er ten minste"
                " drie, en van geen daarvan is bekend waarom zij niet is gekozen.",
                "Bij oma kan zij slapen in de kamer waar zij al zo vaak sliep. Haar school is om de hoek. Haar"
                " moeder kan komen eten als dat goed gaat, en weggaan als het niet goed gaat. Oma heeft gezegd dat"
                " zij zich aan afspraken houdt en dat zij hulp wil als dat moet. Wat zij niet heeft gekregen, is een"
                " gesprek.",
                "Een pleeggezin in de stad lost de afstand op, maar vraagt van het kind opnieuw dat zij went. Dat is"
                " een reden om eerst bij oma te kijken. Het is ook een reden om, als dat niet kan, niet nog een keer"
                " te verhuizen zonder dat er zicht is op hoe lang zij daar blijft.",
                "Minder ingrijpend is een plek bij oma. Zij woont in dezelfde straat, kent de school en is bereid."
                " Dat is door niemand onderzocht.",
                "Minder ingrijpend is ook een pleeggezin in haar eigen stad. Dan blijft zij op haar school, in haar"
                " team en bij haar vriendin, en kan zij haar moeder en haar broer na school zien.",
                "Als zij blijft waar zij nu is, kan de schade kleiner worden: vaker omgang, vervoer naar haar eigen"
                " school tot het einde van het schooljaar, en een vast gesprek waarin zij hoort hoe het verder gaat.",
                "Voor dit kind maakt het verschil of zij weet waar zij aan toe is. Elk alternatief is voor haar"
                " beter dan wachten zonder te weten waarop.",
                "Elk van deze wegen heeft een prijs. Bij oma is de ruimte klein en is er steun nodig in de"
                " avonden. In een pleeggezin in de stad moet zij opnieuw wennen. Blijven waar zij is, kost haar"
                " elke week uren in een auto. Wij zeggen niet welke prijs de laagste is. Wij zeggen dat ze"
                " naast elkaar op tafel hadden moeten liggen, met haar woorden erbij, voordat er een werd"
                " betaald.",
                "Bij het vergelijken hoort ook wat er gebeurt als een weg niet lukt. Als oma het na een half"
                " jaar niet volhoudt, is er een tweede verhuizing, en die moet worden voorzien. Als het"
                " pleeggezin stopt, geldt hetzelfde. Een plan dat alleen beschrijft wat er gebeurt als alles"
                " goed gaat, is voor een kind dat al een keer in een dag is verhuisd geen plan.",
            ),
        ),
    ),
    "conclusion": (
        (
            "Conclusie",
            (
                "Op vier punten laat het besluit een gat tussen wat het kind toekomt en wat er is gebeurd: horen,"
                " omgang, toetsing en school. Bij elk van die punten is het gat te vullen zonder dat de machtiging"
                " zelf ter discussie komt. Daarom is de conclusie niet dat zij morgen naar huis moet, maar dat het"
                " besluit zoals het er ligt niet kan blijven.",
                "Of zij naar huis kan, is een vraag voor later, en alleen te beantwoorden als er een dag is waarop"
                " zij wordt gesteld. Voor een kind van acht is een half jaar zonder antwoord lang. Het gebrek aan een"
                " datum is op zichzelf al een belasting, en het is de belasting die zij zelf als eerste noemt.",
                "Het besluit laat niet zien dat de belangen van dit kind voorop hebben gestaan. Zij is niet gehoord."
                " De afstand tot haar moeder, haar broer en haar school is niet gewogen. Er is geen moment waarop"
                " opnieuw wordt gekeken.",
                "Dat is te herstellen zonder dat haar veiligheid in het geding komt. Wat nodig is, is een afweging"
                " die begint bij haar, en die opgeschreven wordt zo dat ook zij haar kan lezen.",
                "Wij hebben ook gekeken naar wat wel goed is gegaan. De machtiging is op tijd gevraagd, het"
                " pleeggezin is zorgvuldig gekozen op wat toen bekend was, en de gezinsvoogd heeft haar in de"
                " eerste maand drie keer bezocht. Dat verdient gezegd te worden. Het neemt niet weg dat de"
                " bezoeken daarna ophielden, en dat van geen daarvan is opgeschreven wat zij toen zei.",
            ),
        ),
        (
            "Verzoek aan de rechtbank",
            (
                "Wij geven in overweging om eerst het kind te horen, op een manier die bij haar past en met iemand"
                " erbij die zij kiest. Zij heeft gezegd dat zij dat wil.",
                "Wij geven in overweging om de instelling te vragen binnen korte tijd te onderzoeken of oma haar kan"
                " opvangen, en wat daarvoor nodig is. Tot die tijd kan vervoer naar haar eigen school worden"
                " geregeld, zodat zij haar klas, haar team en haar vriendin houdt.",
                "Wij geven in overweging om de instelling op te dragen haar te horen en opnieuw te beslissen, met de"
                " zeven elementen en de alternatieven in het besluit.",
                "Wij geven ook in overweging om tot die tijd omgang met haar moeder en haar broer elke week vast te"
                " leggen, en om een datum te noemen waarop opnieuw wordt bekeken of zij naar huis kan.",
                "Wij vragen ten slotte aandacht voor de manier waarop zij de uitspraak hoort. Een brief aan"
                " haar advocaat is voor een kind van acht geen antwoord. Een gesprek van een kwartier, met"
                " iemand die zij kent en in woorden die zij begrijpt, is dat wel. Wij zijn bereid om daarbij te"
                " helpen, als de rechtbank dat goed vindt en zij het wil.",
            ),
        ),
    ),
    "annexes": (
        (
            "Werkwijze en deskundigheid",
            (
                "Bij de afweging gebruikten wij de zeven elementen van het Kinderrechtencomité en het model van de"
                " veertien voorwaarden voor ontwikkeling. De oordelen bij die voorwaarden zijn niet opgeteld. Zij"
                " zijn een hulpmiddel om niets over te slaan, geen meetlat.",
                "Wij hebben het kind, haar moeder en haar advocaat voorgelezen wat over hen in deze rapportage"
                " staat. Waar iemand het niet eens was met een feit, staat dat erbij. Aan niemand is betaald voor"
                " informatie, en niemand van ons heeft een band met een van de betrokkenen.",
                "Deze rapportage is geschreven door een jurist en gelezen door een tweede die er geen woord van"
                " schreef. Wij lazen de stukken die als bijlage meegaan, en spraken het kind en haar moeder.",
                "Elk feit in deze rapportage heeft een bron en een dag. Wat betwist is, staat er als betwist. Wat"
                " onze eigen opvatting is, herkent de lezer daaraan dat er geen bron bij staat.",
                "Bronnen zijn aangehaald zoals zij golden op de dag van het besluit. Wie in deze rapportage"
                " voorkomt, staat er met initialen of met een omschrijving in.",
                "Deze rapportage is een momentopname. Zij beschrijft wat op de dag van ondertekening bekend"
                " was. Verandert er daarna iets dat voor de conclusie van belang is, dan maken wij een"
                " aanvulling die naar deze rapportage verwijst; de tekst zelf verandert niet meer. Wie wil"
                " nagaan of dit nog dezelfde tekst is, kan ons het nummer op het voorblad noemen.",
            ),
        ),
    ),
    "plain": (
        (
            "Waarom wij dit schreven",
            (
                "Jij vroeg ons wanneer je naar huis mag. Jouw advocaat vroeg ons om op te schrijven welke rechten"
                " jij hebt. Dat hebben we gedaan.",
            ),
        ),
        (
            "Wat jij ons vertelde",
            ("Jij wilt weten wanneer je naar huis mag. En als niemand het weet, wil je dat horen.",),
        ),
        (
            "Wat wij vinden",
            (
                "Wij vinden dat iemand met jou had moeten praten voordat er werd beslist. Wij vinden ook dat je je"
                " moeder en je broer vaker moet kunnen zien.",
            ),
        ),
        (
            "Hoe het verder gaat",
            ("De rechter leest dit. Daarna beslist de rechter. Jouw advocaat vertelt je wat er gebeurt.",),
        ),
    ),
}

# By the words over the element.
ELEMENTS = {
    "De mening van het kind": (
        "Zij zei twee keer hetzelfde, los van elkaar en in haar eigen woorden. In het besluit staat haar mening"
        " niet. Wie haar mening niet kent, kan haar niet wegen. Bij haar gaat het om drie dingen: hoe lang het duurt,"
        " wanneer zij haar moeder en haar broer ziet, en of zij terug kan naar haar eigen klas. Op geen van die drie"
        " heeft iemand haar antwoord gegeven. Dat zij acht is, maakt haar mening niet minder waard, maar vraagt wel"
        " om een gesprek dat bij acht jaar past en om iemand die het daarna nog een keer uitlegt."
    ),
    "De identiteit van het kind": (
        "Zij groeide op in een straat waar iedereen haar kent. Haar team, haar school en haar oma horen bij wie zij"
        " is. Niets daarvan staat in het besluit. Wie zij is, hangt samen met waar zij vandaan komt: de taal die haar"
        " oma met haar spreekt, de feesten in de straat, het team waarin zij rechtsbuiten staat. Een plek waar dat"
        " allemaal wegvalt, kan veilig zijn en toch iets afbreken. Wat er nodig is om dat te bewaren, is meestal"
        " klein en goed te regelen, als iemand ernaar vraagt."
    ),
    "Gezin en banden": (
        "Haar moeder reist nu twee uur voor een bezoek van een uur. Haar broer zag zij drie keer. De band met haar"
        " moeder is goed, en dat wordt door niemand betwist. Contact met haar moeder is nu een afspraak op een"
        " kantoor, met iemand erbij die aantekeningen maakt. Waarom dat nodig is, staat nergens. Met haar broer kan"
        " zij niet bellen, omdat de twee pleeggezinnen elkaars nummer niet hebben. Met oma mag zij kaarten schrijven."
        " Er is geen plan om een van die banden te laten groeien."
    ),
    "Zorg, bescherming en veiligheid": (
        "De plek waar zij woont is veilig. Niemand vraagt dat zij morgen teruggaat. De vraag is of dezelfde"
        " veiligheid dichterbij kan worden geboden. Veiligheid is meer dan de afwezigheid van gevaar. Voor een kind"
        " hoort erbij dat de dag te voorspellen is, dat volwassenen doen wat zij zeggen, en dat zij weet bij wie zij"
        " terechtkan. Op die punten is haar veiligheid sinds de zomer kleiner geworden, hoe goed de pleegouders ook"
        " hun best doen."
    ),
    "Kwetsbaarheid": (
        "Zij is acht, zij is uit huis, en zij wisselde van school. Een kind dat zoveel tegelijk verliest, heeft meer"
        " uitleg en meer vaste mensen nodig dan een ander kind. Zij laat niet snel merken dat iets haar raakt."
        " Volwassenen noemen haar daarom sterk. In het tweede gesprek zei zij dat zij sterk doet omdat haar moeder"
        " anders verdrietig wordt. Dat is een last die een kind niet hoort te dragen, en zij is een reden om haar"
        " iemand te geven die alleen voor haar komt."
    ),
    "Gezondheid": (
        "Zij slaapt slecht sinds de zomer. De huisarts ziet dat vaker bij kinderen die niet weten hoe lang iets"
        " duurt. Er is geen hulp aangeboden. Zij eet goed en beweegt veel, en lichamelijk is er niets aan de hand. De"
        " zorg zit in het slapen en in de buikpijn op zondagavond. Beide werden minder in de week dat zij haar moeder"
        " twee keer zag. Dat is geen bewijs, maar het is wel een aanwijzing die iemand had moeten opmerken en"
        " opschrijven."
    ),
    "Onderwijs": (
        "Na de verhuizing kwam zij halverwege in een nieuwe klas, en daar zegt zij weinig. Vervoer naar haar eigen"
        " school is niet besproken. Op haar oude school weten zij waar zij was gebleven, en haar juf heeft aangeboden"
        " om haar twee middagen bij te spijkeren. Voor een kind dat leren leuk vindt, is school een plek waar het"
        " gewone leven doorgaat. Juist als thuis alles verandert, is dat veel waard, en juist dan zou het niet ook"
        " moeten veranderen."
    ),
}

# Of one right: the provision, the fact, the norm, and what lies between.
RIGHTS = (
    (
        "art. 12 IVRK",
        "In het besluit staat geen gesprek met haar. Ook in de stukken is er geen.",
        "Een kind dat een mening kan vormen, mag die geven, en die mening telt mee.",
        (
            "Zij is niet gehoord. Haar woorden ontbreken in het besluit. Niemand heeft haar uitgelegd wat er werd"
            " besloten, wie dat deed en wat zij ertegen kon doen. Wat zij later tegen ons zei, kon dus ook niet"
            " worden gewogen."
        ),
    ),
    (
        "art. 9 IVRK",
        "Zij ziet haar moeder een keer in de twee weken, een uur, op een kantoor.",
        "Een kind dat niet bij haar ouder woont, houdt geregeld contact met die ouder.",
        (
            "Waarom het niet vaker kan, is niet uitgelegd. Er is niet gekeken of het vaker kan, of het ergens kan"
            " waar een kind kan spelen, en of haar broer erbij kan zijn."
        ),
    ),
    (
        "art. 25 IVRK",
        "In het besluit staat geen dag waarop opnieuw wordt gekeken.",
        "Een plaatsing wordt geregeld opnieuw bekeken.",
        (
            "Een moment van toetsing ontbreekt. Daardoor weet zij niet hoe lang zij wacht, en weet ook haar moeder"
            " niet waar zij naartoe werkt en wie daarover wanneer beslist."
        ),
    ),
    (
        "art. 28 IVRK",
        "Na de verhuizing ging zij een tijd helemaal niet naar school.",
        "Elk kind kan naar school.",
        (
            "Er is niet gezocht naar een weg om op haar eigen school te blijven. Vervoer, een plek dichterbij of een"
            " afspraak tot het einde van het schooljaar zijn niet met elkaar vergeleken."
        ),
    ),
)
