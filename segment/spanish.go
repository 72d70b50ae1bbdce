package segment

var spanishRules = newRules(words{
	kinds: map[abbrKind]string{
		abbrTitle: `bs sr sra srta sres sras srtas d dª dña dr dra dres dras prof profa profs lic ing
			arq abog gral gral cnel cmdt cap capt tte sgto cte alte ten tcnel mons excmo excma ilmo ilma
			rvdo rvda rdo sto sta fr pbro hno hna mr mrs ms st mme mlle m.me ee aa rr ff jj cc oo dd vdo
			magnf magfco hble muy.hble gob pdte pdta presid dtor dtora ayto fco fdo fdez glez gzlez hdez mtnez mtz rdz rguez
			ant jto gob dir secr subsec inst pres vicepres coord dipl`,
		abbrInside: `p.ej ej v.gr vgr cf cfr vid aprox ca c i.e e.g vs íd pág.ej q.e.p.d esp trad`,
		abbrNumbering: `p pp t l n v s ss no nos art arts ap aps fol f ff h o est
			lun mar mié mier mart jue juev vie vier sáb sab dom`,
		abbrPlace: `párrf párrs párr ppio ppal núm núms num nº nro nros n.º pág págs pag pags cap caps vol vols fig figs lám
			tel teléf tfno tlf ed eds op cit loc apdo sec párr tít lib ref ext cód av avda avd c/ cta
			ctra pza plza edif dpto depto urb bo col ene feb mzo abr jun jul ago agto sept set oct nov dic
			art arts inc`,
		abbrTime: `a.c d.c a.m p.m a.de.c d.de.c a.j.c d.j.c`,
		abbrLast: `al et.al bros s.a s.l s.a.s s.r.l s.l.u cía cia ltda ltd inc corp co hnos ud uds vd vds
			 u.s u.r.s.s o.n.u
			jr sr máx mín admón dcha izq izda dupdo`,
		abbrList: `uu ee.uu ee.uu.aa etc etcétera km kg cm mm min seg hab`,
	},
	starters: `el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos
	aquellas esto eso aquello yo tú él ella ello nosotros nosotras vosotros vosotras ellos ellas usted
	ustedes mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra me te se nos os le
	les y e o u ni pero mas sino aunque porque pues como cuando donde mientras si que quien quienes
	cual cuales cuyo cuya qué quién quiénes cuál cuáles cómo cuándo dónde cuánto por para con sin de
	del al a en entre hacia hasta desde sobre bajo ante tras según durante contra excepto además
	también tampoco así entonces luego después antes ahora hoy ayer mañana ya aún todavía siempre
	nunca jamás quizá quizás tal tales todo toda todos todas cada otro otra otros otras algún alguna
	algunos algunas ningún ninguna nadie nada algo alguien mucho mucha muchos muchas poco pocos varios
	varias ambos ambas mismo tan tanto más menos muy no sí es son era eran fue fueron será está están
	estaba había hay hubo ha han he tiene tenía puede pueden debe hace hacía sin embargo finalmente
	actualmente posteriormente asimismo igualmente incluso primero segundo tercero dicho dicha ahí
	allí allá aquí acá gracias solo sólo casi apenas tras aun`,
	articles: `el la los las un una unos unas al del`,
	speech: `dijo dice dijeron exclamó exclama preguntó pregunta respondió responde contestó contesta gritó
	grita susurró murmuró añadió añade replicó repuso repitió insistió explicó explica aseguró afirmó
	comentó ordenó pidió suplicó balbuceó musitó pensó interrumpió continuó prosiguió concluyó señaló
	advirtió protestó llamó chilló rugió gruñó suspiró sollozó declaró anunció agregó manifestó apuntó`,
	greetings: `querido querida queridos queridas estimado estimada estimados estimadas hola`,
	farewells: `saludos atentamente cordialmente abrazos un afectuosamente suyo suya tuyo tuya`,
	surnames:  `la las los de del`,
	exclaims:  `yahoo`,
})
