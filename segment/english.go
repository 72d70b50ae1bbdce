package segment

var englishRules = newRules(words{
	kinds: map[abbrKind]string{
		abbrTitle: `mr mrs ms messrs mx dr drs prof profs rev fr br hon gen maj col lt ltc capt
			cpt cmdr cmdt sgt cpl pvt pfc adm brig supt insp det sen sens rep reps gov govs pres amb
			sec treas dir supt st sts ste mt mts ft pt sr sra mme mlle mgr msgr
			mons gens cols lts capts sgts asst assoc lt.col lt.gen maj.gen brig.gen vice.adm`,
		abbrInside: `e.g i.e eg ie cf viz vs v ca circa  approx resp a.k.a aka incl esp
			p.s p.p.s n.b orig transl trans repr pseud ibid r.e c.f`,
		abbrNumbering: `no nos p pp ch art arts pt pts sc l ll n nn para paras sect secs div
			app ex bk q`,
		abbrPlace: `elev pop ps rom cor thess heb isa jer exod deut lev reg regs fed civ crim evid bankr cir fig figs tab tabs ver pop n° nº vol vols eq eqs ed eds chap chaps nr num tel ext op cit loc
			jan feb mar apr jun jul aug sep sept oct nov dec`,
		abbrTime: `p.m a.m pm am b.c a.d c.e b.c.e`,
		abbrLast: `al et.al inc ltd corp co cos bros jr sr esq dept depts univ inst assn ave blvd rd hwy
			pkwy sq terr bldg apt rte mfg intl natl govt calif ariz colo conn fla ill ind mass mich minn
			miss mo mont neb nev okla ore penn tenn tex va vt wash wis wyo d.c u.s u.k e.u u.n u.s.a
			u.s.s.r n.y l.a ph.d m.d b.a m.a b.s m.s d.phil r.n
			st mon tue tues wed thu thur thurs fri sat sun 
			est plc llc llp s.a gmbh mgmt cont rev bibl var`,
		abbrList: `etc hr hrs min mins sec lb lbs oz km cm mm kg mi mph gal yr yrs mos wk`,
	},
	starters: `the a an this that these those here there he she it they we you i who what when where why how
	which whose whom his her its their our my your mine one once if when while although though since
	because unless until as after before during despite in on at by for from with without within to
	of under over above across about against among between through throughout upon like unlike and
	but or nor so yet however moreover furthermore therefore thus hence then now later meanwhile
	still also even only just perhaps maybe indeed instead otherwise nevertheless nonetheless
	finally recently today yesterday tomorrow tonight eventually suddenly first second third next
	last another each every some any many most much more few several both all none no not never
	always often sometimes usually yes do does did don't doesn't didn't is are was were isn't aren't
	wasn't be been has have had can could will would should shall may might must let let's please
	it's that's there's he's she's they're we're you're i'm i've i'd i'll he'd she'd they'd we've
	what's who's where's how's thank thanks according given such other others people someone
	everyone everybody nobody nothing something everything whether either neither because`,
	subjects: `i`,
	surnames: `may will more best most such day no`,
	speech: `said says say asked asks cried cries shouted shouts answered answers replied replies whispered
	whispers exclaimed exclaims called calls muttered murmured yelled screamed demanded repeated
	began continued added told laughed snapped growled groaned sighed sobbed thought wondered
	inquired enquired interrupted insisted protested remarked observed declared announced sneered
	roared bellowed gasped hissed barked begged pleaded urged warned wrote responded retorted howled wailed shrieked snarled stammered mumbled grunted breathed stuttered chuckled giggled grinned smiled nodded moaned whined hollered put inquires complained objected conceded confessed corrected countered ordered promised quipped recalled scoffed snorted spat teased guessed boasted grumbled jeered pressed prompted ventured volunteered ask tell whisper shout cry answer reply started starts offered managed noted joked mused agreed admitted explained suggested continues thinks mutters laughs sighs`,
	moments: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
	sun january february march april may june july august september october november december jan feb mar
	apr jun jul aug sept sep oct nov dec eastern central mountain pacific atlantic greenwich local`,
	greetings: `dear hi hello hey`,
	farewells: `regards best kind kindest warm sincerely yours respectfully cheers thanks love cordially`,
	runOns:    `and the that which was were`,
	afterDash: `and but the that which who was were he she they it if when because or as his her`,
	exclaims:  `yahoo jeopardy wham yum airplane oklahoma`,
})
