# Welsh. NOT YET REVIEWED BY A SPEAKER: written from the English file, message by message; the product says so beside the language (locale-review).
# Register: plain, the “chi” form. Numbers choose among all six Welsh plural categories: zero, one, two, few (3), many (6), other.

## Shared by several screens and the report

minutes-used = { $n ->
    [zero] { $n } munud wedi’u defnyddio
    [one] 1 munud wedi’i defnyddio
    [two] 2 funud wedi’u defnyddio
    [few] 3 munud wedi’u defnyddio
    [many] 6 munud wedi’u defnyddio
   *[other] { $n } munud wedi’u defnyddio
}
time-minute = munud { $n }
sure-note = Nodi
sure-concerned = Pryderus
sure-act-now = Gweithredu nawr

## Sides, shapes and outcomes: shown in the debrief and the report only

side-immediate = Uniongyrchol
side-immediate-about = Y drosedd y cawsoch eich anfon ati
side-beyond = Y tu hwnt
side-beyond-about = Diogelwch y plentyn
not-a-sign = Ddim yn arwydd
looked-the-same = Diniwed y tro hwn
duty-missed = Heb ei chyflawni
duty-late = Yn hwyr
duty-met = Wedi’i chyflawni

## How much the trainee thinks they noticed

rating-little = Ychydig
rating-some = Rhywfaint
rating-about-half = Tua hanner
rating-most = Y rhan fwyaf
rating-all = Popeth

## Debrief

debrief-title = Ôl-drafodaeth
debrief-steps = Camau’r ôl-drafodaeth
debrief-beside = Arwydd, a beth i’w ymarfer
debrief-filter = Pa frawddegau
debrief-filter-all = Pob un
debrief-filter-not-marked = Heb eu marcio
debrief-filter-my-marks = Fy marciau
debrief-filter-none = Dim byd yma.
debrief-there-how = Mae Enter yn agor pam roedd brawddeg yn bwysig.
debrief-there-opens = Mae Enter yn agor pam roedd yn bwysig
debrief-previous-spoken = Arwydd blaenorol
debrief-previous-sign = Arwydd blaenorol
debrief-step-summary = Crynodeb
debrief-step-there = Beth oedd yno
debrief-step-turns = Troeon a oedd o bwys
debrief-step-duties = Dyletswyddau
debrief-step-records = Eich cofnodion
debrief-step-reports = O adroddiadau cyhoeddedig
debrief-step-reflection = Eich myfyrdod
debrief-save = Cadw’r adroddiad
debrief-duties = Dyletswyddau
debrief-duty = Dyletswydd
debrief-duties-none = Nid oedd unrhyw ddyletswydd â theitl yn berthnasol y tro hwn.
debrief-noticed = Beth y sylwoch arno
debrief-of-signs = { $total ->
    [zero] o { $total } arwydd
    [one] o 1 arwydd
    [two] o 2 arwydd
    [few] o 3 arwydd
    [many] o 6 arwydd
   *[other] o { $total } arwydd
}
debrief-count = { $side }: marciwyd { $hits } o { $total } { $total ->
    [zero] arwydd
    [one] arwydd
    [two] arwydd
    [few] arwydd
    [many] arwydd
   *[other] arwydd
}
debrief-count-none = { $side }: dim i’w ganfod
debrief-sentence = { $immediate ->
    [none] Ni farcioch ddim
    [little] Marcioch ychydig
    [half] Marcioch tua hanner
    [most] Marcioch y rhan fwyaf
   *[all] Marcioch y cyfan
} o’r hyn a oedd yn pwyntio at y drosedd, { $beyond ->
    [none] ac ni farcioch ddim
    [little] a marcioch ychydig
    [half] a marcioch tua hanner
    [most] a marcioch y rhan fwyaf
   *[all] a marcioch y cyfan
} o’r hyn a oedd yn pwyntio at risg i’r plentyn.
debrief-sentence-immediate = { $immediate ->
    [none] Ni farcioch ddim
    [little] Marcioch ychydig
    [half] Marcioch tua hanner
    [most] Marcioch y rhan fwyaf
   *[all] Marcioch y cyfan
} o’r hyn a oedd yn pwyntio at y drosedd.
debrief-sentence-beyond = { $beyond ->
    [none] Ni farcioch ddim
    [little] Marcioch ychydig
    [half] Marcioch tua hanner
    [most] Marcioch y rhan fwyaf
   *[all] Marcioch y cyfan
} o’r hyn a oedd yn pwyntio at risg i’r plentyn.
debrief-sentence-unmarked = Heb eu marcio: { $labels }.
debrief-nothing-beyond = Y tu hwnt i’r drosedd nid oedd dim i’w ganfod y tro hwn. Gofyn yw’r gwaith o hyd.
debrief-nothing-on-the-way = Ni ddaeth dim y tu hwnt i’r drosedd i’r golwg ar y ffordd a gymeroch. Roedd mwy i’w ofyn.
debrief-never-reached = { $n ->
    [zero] Safai { $n } arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
    [one] Safai 1 arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
    [two] Safai 2 arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
    [few] Safai 3 arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
    [many] Safai 6 arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
   *[other] Safai { $n } arwydd arall lle nad oedd y ffordd a gymeroch yn arwain.
}
debrief-not-signs = { $n ->
    [zero] Marcioch { $n } manylyn nad oeddent yn arwyddion o risg.
    [one] Marcioch 1 manylyn nad oedd yn arwydd o risg.
    [two] Marcioch 2 fanylyn nad oeddent yn arwyddion o risg.
    [few] Marcioch 3 manylyn nad oeddent yn arwyddion o risg.
    [many] Marcioch 6 manylyn nad oeddent yn arwyddion o risg.
   *[other] Marcioch { $n } manylyn nad oeddent yn arwyddion o risg.
}
debrief-rating = Roeddech yn meddwl eich bod wedi sylwi ar { $rating ->
    [little] ychydig
    [some] rywfaint
    [about-half] tua hanner
    [most] y rhan fwyaf
   *[all] bopeth
}. Marcioch { $hits } o { $total }{ $unopened ->
    [0] .
    [zero] ; roedd { $unopened } mewn papurau nad agoroch.
    [one] ; roedd 1 mewn papurau nad agoroch.
    [two] ; roedd 2 mewn papurau nad agoroch.
    [few] ; roedd 3 mewn papurau nad agoroch.
    [many] ; roedd 6 mewn papurau nad agoroch.
   *[other] ; roedd { $unopened } mewn papurau nad agoroch.
}
debrief-rating-none = Roeddech yn meddwl eich bod wedi sylwi ar { $rating ->
    [little] ychydig
    [some] rywfaint
    [about-half] tua hanner
    [most] y rhan fwyaf
   *[all] bopeth
}. Nid oedd dim i’w ganfod.
debrief-child-now = Ble mae’r plentyn nawr
debrief-left-early = Daethoch â’r ymgais hon i ben cyn i’r olygfa orffen.
debrief-read-all = Darllen y cyfan
debrief-read-less = Darllen llai
debrief-sign-unmarked = Arwydd na farcioch
debrief-sign-marked = Arwydd a farcioch
debrief-signs-all-marked = Marcioch bob arwydd o fewn cyrraedd.
debrief-signs-none = Nid oedd unrhyw arwydd o fewn cyrraedd.
debrief-why = Pam mae’n bwysig
debrief-voice = O adroddiadau cyhoeddedig
debrief-paraphrase = Aralleiriad. { $source }.
debrief-opens = Beth mae’n gadael i chi ei ofyn
debrief-may-be-called = Gellir ei alw
debrief-given = Eich enw chi arno: { $concern }. { $sure }.
debrief-given-none = Ni wnaethoch ei farcio.
debrief-withdrawn = Gwnaethoch ei farcio, yna tynnu’r marc.
debrief-why-not = Pam nad yw’n arwydd
debrief-otherwise = Beth ydoedd
debrief-not-opened = Roedd mewn papurau nad agoroch.
debrief-previous = Blaenorol
debrief-next = Arwydd nesaf
debrief-sign-of = { $n } o { $total }
debrief-practise = I’w ymarfer nesaf
debrief-play-again = Chwarae eto gyda ffeithiau newydd
debrief-not-reviewed = Heb ei adolygu eto gan oroeswyr na chan ymarferwyr yr heddlu.
debrief-reviewed = Wedi’i adolygu: gweler cofnod adolygiadau’r senario.
debrief-turns-none = Ni chostiodd yr un tro ddim.
debrief-turns-unknown = Mae’r senario hwn yn rhy fawr i ddweud pa droeon a oedd o bwys.
debrief-turn-did = Beth a wnaethoch
debrief-turn-closed = Beth a gaeodd
debrief-turn-other = Y ffordd arall
debrief-turn-cost = { $cost ->
    [little] Costiodd ychydig.
    [something] Costiodd rywfaint.
   *[much] Costiodd lawer.
}
debrief-turn-unseen = Nid oedd ffordd arall ar gael: ni farciwyd yr hyn a fyddai wedi’i hagor ({ $labels }).
debrief-turn-unseen-plain = Nid oedd ffordd arall ar gael: ni welwyd rhywbeth.
debrief-turn-judgement = Roedd ffordd arall ar agor i chi.
debrief-turn-both = Roedd rhan o ffordd arall ar agor i chi; nid oedd rhan arall, am na welwyd rhywbeth.
debrief-turn-both-labels = Roedd rhan o ffordd arall ar agor i chi; ni farciwyd yr hyn a fyddai wedi agor y gweddill ({ $labels }).
debrief-turn-field = { $label }: { $options }
debrief-turn-reported = Beth a ddaeth ohono
debrief-turn-costless = Ni chostiodd ddim.
debrief-turn-unlucky = Rhesymol ar sail yr hyn y gallech ei wybod. Y tro hwn, fel arall y bu hi.
debrief-turn-lucky = Y tro hwn, trodd pethau allan yn well nag y gallech ei wybod.
debrief-turns-three = Y troeon a gostiodd fwyaf
debrief-turns-all = Pob tro
debrief-duty-allowed = Amser a ganiateir: { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}.
debrief-duty-allowed-hours = Amser a ganiateir: { $n } awr.
debrief-duty-done = Gwnaed am { $time }.
debrief-duty-not-done = Heb ei gwneud.
debrief-records-none = Ni ysgrifennoch unrhyw gofnod y tro hwn.
debrief-record-at = Cyflwynwyd am { $time }
debrief-record-empty = Gadawyd yn wag.
debrief-record-yours = Eich geiriau chi
debrief-record-wording = Geiriad proffesiynol
debrief-record-good = Beth sydd mewn ateb llawn
debrief-rationales = Rhesymau a roesoch
debrief-rationale-none = Ni roddwyd rhesymau.
debrief-voices-none = Nid oedd adroddiad cyhoeddedig gydag unrhyw arwydd o fewn cyrraedd.
debrief-voices-about = Aralleiriadau o adroddiadau cyhoeddedig, pob un wrth ymyl yr arwydd y mae’n ymwneud ag ef. Ni ddyfynnir neb.
debrief-sources = Ffynonellau’r senario hwn
debrief-basis = Sail y senario hwn
debrief-reflection-none = Ni ysgrifennoch fyfyrdod.
debrief-reflection-rating = Faint o’r hyn a oedd yn bwysig rydych chi’n meddwl y sylwoch arno?
debrief-details = Manylion
debrief-details-about = Ar gyfer hyfforddwyr. Mae’r ffigurau’n disgrifio’r ymgais hon, byth y person.
debrief-standard-met = Cyrhaeddodd yr ymgais hon safon y senario.
debrief-standard-not-met = Ni chyrhaeddodd yr ymgais hon safon y senario.
debrief-standard-unknown = Ni ellir dweud a gyrhaeddodd yr ymgais hon safon y senario: mae’r senario’n rhy fawr i’w chwilio.
debrief-because-left-early = Daeth i ben yn gynnar.
debrief-because-duty-missed = Ni chyflawnwyd dyletswydd.
debrief-because-too-little-seen = Gwelwyd rhy ychydig.
debrief-because-beyond = Marciwyd rhy ychydig y tu hwnt i’r drosedd.
debrief-because-decisions = Costiodd y penderfyniadau ormod.
debrief-figure = Ffigur
debrief-value = Gwerth
debrief-none = dim
debrief-percent = { $n }%
debrief-inexact = Ni chwiliwyd y penderfyniadau i’r pen: amcangyfrifon yw eu ffigurau.
debrief-turn-figures = Cost { $loss }: { $unseen } heb ei weld, { $judgement } barn.
debrief-turn-fair = Ar sail yr hyn y gellid ei wybod: { $fair }. Lwc: { $luck }.
debrief-sure = { $value } ± { $one } (dros dair ymgais ± { $three })
debrief-sure-about = ± yw’r cyfeiliornad safonol: pa mor bell o’i le y gall ffigur fod drwy hap. Ar yr un ffordd, byddai rhywun sy’n sylwi ac yn barnu cystal yn dod o fewn ± iddo tua dwywaith o bob tair. Mae cymedr tair ymgais yn sicrach.
debrief-sure-one = ± un ymgais
debrief-sure-three = ± tair ymgais
debrief-signals = Arwyddion a ddangoswyd ac a farciwyd: { $hits } o { $cues }. Marciwyd o’r hyn nad oedd yn arwydd: { $marked } o { $noise }.
debrief-d-prime-needs = Mae sensitifrwydd, d′, yn dweud pa mor dda y gwahaniaethir rhwng arwyddion a’r gweddill. O un ymgais, o fewn tua ± { $error } y mae’n hysbys (19 gwaith o bob 20); mae angen tair ymgais a orffennwyd.
debrief-d-prime-three = Sensitifrwydd, d′, o’r tair ymgais ddiwethaf a orffennwyd dan yr enw hwn ({ $when }): { $d } ± { $error }. Maen prawf: { $criterion } ± { $criterion-error }.
debrief-from-until = { $from } hyd { $until }

figure-noticing-immediate = Sylwi, Uniongyrchol
figure-noticing-beyond = Sylwi, Y tu hwnt
figure-hit-share-immediate = Pwysau’r arwyddion a farciwyd, Uniongyrchol
figure-hit-share-beyond = Pwysau’r arwyddion a farciwyd, Y tu hwnt
figure-reach-immediate = Arwyddion o fewn cyrraedd, Uniongyrchol
figure-reach-beyond = Arwyddion o fewn cyrraedd, Y tu hwnt
figure-false-alarms = Marciau ar yr hyn nad oedd yn arwydd
figure-understood = Arwyddion a alwyd yn bryder addas
figure-tunnel-vision = Golwg twnnel: Uniongyrchol llai Y tu hwnt
figure-late-hits = Arwyddion a farciwyd yn hwyr
figure-decisions = Penderfyniadau
figure-competence = Cymhwysedd: { $of }

## Report

report-title = { $title }: adroddiad ar ymgais
report-trainee = Hyfforddai
report-started = Dechreuwyd (UTC)
report-date = { $date }, { $time } UTC
report-seed = Hedyn
report-draws = Ffeithiau a dynnwyd
report-minutes = Amser y senario
report-provenance = O ble daw’r adroddiad hwn
report-contents = Cynnwys
report-key = Allwedd
report-key-filled = Llawn: gwnaethoch ei farcio. Toredig: ni wnaethoch.
report-safe = Senarios hyfforddi a ddyfeisiwyd ar gyfer ymarfer. Daw ffeithiau am fethiannau o’r adroddiadau cyhoeddedig a restrir. { $reviewed ->
    [yes] Adolygwyd gan: gweler cofnod adolygiadau’r senario.
   *[no] Adolygwyd gan: heb ei adolygu eto gan bobl â phrofiad byw.
}
report-limits = Mae’n disgrifio un ymgais ar senario dychmygol. Nid yw’n dangos bod swyddog yn ddiogel nac yn gymwys, ac nid yw ar gyfer disgyblu, dyrchafu na dethol.
report-marked = wedi’i farcio
report-not-marked = heb ei farcio
report-unopened = Mewn papurau nad agoroch
report-record-field = Maes

## Frame: on every screen

window-title = Second Look
window-covered = Nodiadau
bar-name = Bar
bar-attempts = Fy ymgeisiau
bar-settings = Gosodiadau
bar-support = Cefnogaeth
bar-help = Cymorth
bar-cover = Cuddio
bar-pause = Oedi
bar-library = Llyfrgell
bar-back = Yn ôl
bar-close = Cau
bar-rationale = Eich rhesymau
bar-reflection = Myfyrdod
save-fault = Heb ei gadw eto: { $reason }. { $n ->
    [zero] Cedwir eich { $n } gweithred ddiwethaf
    [one] Cedwir eich gweithred ddiwethaf
    [two] Cedwir eich 2 weithred ddiwethaf
    [few] Cedwir eich 3 gweithred ddiwethaf
    [many] Cedwir eich 6 gweithred ddiwethaf
   *[other] Cedwir eich { $n } gweithred ddiwethaf
} yn y cof.
save-retry = Rhoi cynnig arall arni
saved-come-back = Wedi’i gadw. Gallwch ddod yn ôl i’r fan hon.
notice-dismiss = Cau
play-opening = Wrthi’n agor…
debrief-waiting = Wrthi’n paratoi’r ôl-drafodaeth…
percent = { $n }%

## First run and settings

first-run-title = Croeso i Second Look
first-run-intro = Dewiswch sut mae hwn yn edrych ac yn darllen. Gallwch ei newid unrhyw bryd yn y Gosodiadau.
first-run-start = Dechrau
comfort-size = Maint y testun
comfort-font = Ffurfdeip
comfort-font-standard = Safonol
comfort-font-plain = Atkinson Hyperlegible i bopeth
comfort-font-dyslexic = OpenDyslexic
comfort-theme = Lliwiau
comfort-theme-system = Fel y system
comfort-theme-light = Golau
comfort-theme-dark = Tywyll
comfort-theme-contrast = Cyferbyniad uchel
comfort-tint = Arlliw’r dudalen
comfort-tint-white = Gwyn
comfort-tint-cream = Hufen
comfort-tint-blue = Glas
comfort-tint-rose = Rhosyn
comfort-spacing = Bylchau
comfort-spacing-normal = Arferol
comfort-spacing-wide = Llydan
comfort-motion = Symudiad
comfort-motion-on = Ymlaen
comfort-motion-off = I ffwrdd
sample-title = Sut mae tudalen yn edrych
sample-before = Mae’r lloches fysiau’n sych ar un ochr.
sample-marked = Mae amserlen wedi’i gludo yno ddwywaith.
sample-after = Mae rhywun wedi ysgubo’r llawr y bore yma.
name-label = Eich enw neu’ch rhif yma
name-hint = Defnyddiwch enw neu rif dychmygol. Eich hyfforddwr sy’n cadw’r rhestr o bwy yw pwy.
comfort-aloud = Darllen yn uchel
comfort-aloud-off = I ffwrdd
comfort-aloud-key = Pan bwysaf F8
comfort-aloud-go = Wrth fynd, a gydag F8
comfort-aloud-looking = Yn chwilio am wasanaeth llais…
comfort-aloud-absent = Nid oes gwasanaeth llais (Speech Dispatcher) ar y cyfrifiadur hwn, felly ni ellir darllen dim yn uchel. Mae darllenwyr sgrin yn gweithio hebddo.
comfort-aloud-fault = Nid yw darllen yn uchel yn gweithio: { $reason }.
comfort-speed = Cyflymder darllen
comfort-speed-slow = Araf
comfort-speed-normal = Arferol
comfort-speed-fast = Cyflym
comfort-speed-faster = Cyflymach
comfort-hear = Clywed y sampl
settings-reading = Darllen
settings-display = Golwg
settings-sound = Sain
settings-undo = Dadwneud y newidiadau
data-title = Data
data-kept = Cedwir eich ymgeisiau yn { $folder }.
data-readers = Pwy all ddarllen eich ymgeisiau: { $who }. Fe’u cedwir { $time }.
data-readers-you = unrhyw un sy’n gallu defnyddio’r cyfrifiadur hwn fel chi
kept-for-ever = cyhyd ag y gadewch nhw yno
kept-for-three-months = am 3 mis ar ôl i chi eu chwarae ddiwethaf
kept-for-one-year = am flwyddyn ar ôl i chi eu chwarae ddiwethaf
kept-for-three-years = am 3 blynedd ar ôl i chi eu chwarae ddiwethaf
data-folder = Ffolder data
data-folder-hint = Gadewch yn wag am y ffolder arferol, { $usual }.
data-folder-use = Defnyddio’r ffolder hwn
data-folder-use-spoken = Defnyddio’r ffolder hwn ar gyfer eich data
data-folder-unwritable = Ni all Second Look ysgrifennu i { $path }. Dewiswch ffolder arall.
data-folder-playing = I ddewis ffolder arall, gadewch yr ymgais sydd ar agor yn gyntaf.
data-named = Mae’r opsiwn --data yn enwi’r ffolder y tro hwn: { $folder }. Mae’n trechu ffolder a ddewiswyd yma.
data-there-already = { $n ->
    [zero] Y { $n } ymgais
    [one] Yr ymgais
    [two] Y 2 ymgais
    [few] Y 3 ymgais
    [many] Y 6 ymgais
   *[other] Y { $n } ymgais
} yn y ffolder presennol
data-leave-there = Gadael yno
data-copy-over = Copïo drosodd
data-copied = Copïwyd { $n ->
    [zero] { $n } ymgais
    [one] 1 ymgais
    [two] 2 ymgais
    [few] 3 ymgais
    [many] 6 ymgais
   *[other] { $n } ymgais
} i { $folder }. Mae’r rhai yn y ffolder blaenorol yno o hyd.
data-not-copied = Ni ellid copïo’ch ymgeisiau: { $reason }.
data-keep-for = Cadw ymgeisiau
keep-for-ever = Nes i mi eu dileu
keep-for-three-months = 3 mis
keep-for-one-year = Blwyddyn
keep-for-three-years = 3 blynedd
data-older = Bob tro y mae Second Look yn dechrau, caiff ymgeisiau heb eu chwarae ers hynny eu dileu am byth, gyda’u drafftiau a’u hadroddiadau a gadwyd. { $n ->
    [0] Nid oes yr un nawr
    [zero] Mae { $n } ymgais nawr
    [one] Mae 1 ymgais nawr
    [two] Mae 2 ymgais nawr
    [few] Mae 3 ymgais nawr
    [many] Mae 6 ymgais nawr
   *[other] Mae { $n } ymgais nawr
} o gyfnod cyn { $date }.
data-erased-old = Dilëwyd { $n ->
    [zero] { $n } ymgais
    [one] 1 ymgais
    [two] 2 ymgais
    [few] 3 ymgais
    [many] 6 ymgais
   *[other] { $n } ymgais
} o gyfnod cyn { $date } yn ôl eich dewis.
data-count = { $n ->
    [0] Nid oes ymgeisiau
    [zero] Mae { $n } ymgais
    [one] Mae 1 ymgais
    [two] Mae 2 ymgais
    [few] Mae 3 ymgais
    [many] Mae 6 ymgais
   *[other] Mae { $n } ymgais
} yn y ffolder.
data-erase = Dileu fy holl ymgeisiau
data-erased = Dilëwyd { $n ->
    [zero] { $n } ymgais
    [one] 1 ymgais
    [two] 2 ymgais
    [few] 3 ymgais
    [many] 6 ymgais
   *[other] { $n } ymgais
}.
data-erased-held = Dilëwyd { $n ->
    [zero] { $n } ymgais
    [one] 1 ymgais
    [two] 2 ymgais
    [few] 3 ymgais
    [many] 6 ymgais
   *[other] { $n } ymgais
}. Arhosodd { $held }: mae ffenestr arall yn eu dal ar agor.
data-not-erased = Ni ellid dileu pob ymgais: { $reason }.
erase-title = Dileu eich holl ymgeisiau?
erase-about = Caiff pob ymgais yn y ffolder data ei dileu am byth, gyda’i drafft a’i hadroddiad a gadwyd. Ni all neb ddod â nhw’n ôl.
erase-yes = Eu dileu i gyd
erase-no = Eu cadw
scenarios-title = Senarios
scenarios-from = Daw’r senarios o { $from }.
scenarios-folder = Ffolder senarios
scenarios-folder-hint = Llwybr ffolder â ffeiliau senario.
scenarios-choose = Dewis ffolder
scenarios-built-in = Defnyddio’r set gynwysedig
notice-scenarios-unread = Ni ellir darllen y senarios hyn: { $reason }.
notice-look-unread = Ni ellir darllen y golwg yn { $path }, felly mae'r un blaenorol yn aros: { $reason }.
notice-scenarios-none = Ni chafwyd senarios yn { $path }.

## Library and briefing

library-list = Senarios
library-left = Gadawoch “{ $title }” ({ $place }). Ni chollwyd dim.
library-left-torn = Torrwyd y peth olaf a ysgrifennwyd. Mae popeth cyn hynny’n gyfan.
library-resume = Ailgydio
library-start-again = Dechrau eto
library-loading = Wrthi’n darllen senarios… { $n }
library-empty = Ni chafwyd senarios yn { $path }.
library-role = { $role }. Tua { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}.
library-played = { $n ->
    [zero] Chwaraewyd { $n } gwaith, y tro olaf { $date }.
    [one] Chwaraewyd unwaith, { $date }.
    [two] Chwaraewyd ddwywaith, y tro olaf { $date }.
    [few] Chwaraewyd deirgwaith, y tro olaf { $date }.
    [many] Chwaraewyd chwe gwaith, y tro olaf { $date }.
   *[other] Chwaraewyd { $n } gwaith, y tro olaf { $date }.
}
library-not-reviewed = Heb ei adolygu eto gan oroeswyr na chan ymarferwyr yr heddlu.
library-open = Agor
library-broken = Ni ellir agor { $file }
library-broken-all = Dangos y cyfan
library-broken-less = Dangos llai
briefing-title = Cyfarwyddyd
briefing-you = Chi yw: { $role }.
briefing-you-at = Chi yw: { $role }. { $time }.
briefing-before = Cyn dechrau
briefing-always = Gall unrhyw senario yma fod am blentyn y mae rhywun yn camfanteisio arno’n rhywiol, a hynny i’w weld mewn arwyddion yn unig. Dim byd manwl.
briefing-pause = Gallwch oedi (Esc) neu guddio’r sgrin (F9) unrhyw bryd.
briefing-minutes = Tua { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}. Gallwch stopio a dod yn ôl.
briefing-first = Sut mae’n gweithio: darllenwch, marciwch yr hyn sy’n eich poeni (nid popeth y byddech yn ei nodi), penderfynwch, cofnodwch. Nid oes terfyn amser.
briefing-not-now = Ddim nawr
briefing-start = Dechrau

## My attempts

attempts-title = Fy ymgeisiau
attempts-empty = Nid ydych wedi chwarae eto.
attempts-open-library = Agor y llyfrgell
attempt-finished = Wedi gorffen
attempt-ended-early = Daeth i ben yn gynnar: { $place }
attempt-left-at = Gadawyd: { $place }
attempt-no-date = Dyddiad anhysbys
attempt-torn = Torrwyd diwedd yr ymgais hon. Mae popeth cyn { $time } yn gyfan.
attempt-torn-at-once = Torrwyd diwedd yr ymgais hon. Ni wnaed dim cyn hynny.
attempt-altered = Newidiwyd y ffeil hon ar ôl ei hysgrifennu.
attempt-show-where = Dangos ble
attempt-hide-where = Cuddio ble
attempt-file = Ffeil: { $file }
attempt-line-torn = Mae llinell { $line } wedi’i thorri.
attempt-line-altered = Llinell { $line } yw’r gyntaf nad yw’n ffitio’r un o’i blaen.
attempt-aside = Cedwir yr hyn a dorrwyd yn { $file }.
attempt-sound = Mae { $n ->
    [zero] { $n } peth a wnaethoch
    [one] 1 peth a wnaethoch
    [two] 2 beth a wnaethoch
    [few] 3 peth a wnaethoch
    [many] 6 peth a wnaethoch
   *[other] { $n } peth a wnaethoch
} yn gyfan, hyd at { $time }.
attempt-sound-nothing = Nid oes dim a wnaethoch ar ôl ynddi.

## Pause, cover, support, questions

pause-title = Wedi oedi
pause-saved = Mae popeth wedi’i gadw.
pause-not-saved = Nid yw rhywfaint ohono wedi’i gadw eto: gweler y bar uchod.
pause-resume = Ailgydio
leave-for-now = Gadael am y tro
end-attempt = Dod â’r ymgais i ben
end-question = Dod â’r ymgais hon i ben?
end-about = Daw i ben yma am byth ac ni ellir ailgydio ynddi. Gallwch ddarllen ei hôl-drafodaeth. I ddod yn ôl yn nes ymlaen, dewiswch Gadael am y tro.
end-no = Dal i chwarae
again-title = Dechrau eto?
again-about = Mae hyn yn dod â’r ymgais a adawoch i ben. Mae’n aros yn Fy ymgeisiau. Mae’r senario’n dechrau o’r dechrau.
again-yes = Dechrau eto
again-no = Ei chadw
cover-return = Pwyswch F9 i ddychwelyd
cover-said = Mae’r sgrin wedi’i chuddio.
support-hard = Gall y gwaith hwn fod yn anodd. Gallwch stopio yma.
support-999 = Os oes plentyn mewn perygl nawr, ffoniwch 999.
support-real-child = Os yw hyn yn dod â phlentyn go iawn i’r meddwl, dywedwch wrth eich goruchwyliwr neu dîm camfanteisio eich heddlu heddiw. Peidiwch ag ysgrifennu amdano yma.
support-close = Cau
support-trainees = I chi
support-survivors = I oroeswyr
support-children = I blant a phobl ifanc
support-parents = I rieni a gofalwyr
support-as-of = Gwiriwyd { $date }. Bydd pob heddlu’n ychwanegu ei wasanaethau a’i rifau ei hun.

## Help and keys

help-here = Bysellau’r sgrin hon
help-everywhere = Bysellau ym mhobman
help-marking = Sut mae marcio’n gweithio
help-marking-any = Gallwch farcio unrhyw frawddeg: beth mae pobl yn ei ddweud, beth a welwch, beth sydd wedi’i ysgrifennu mewn papurau, beth mae gwrthrych yn ei ddangos.
help-marking-kind = Mae marc yn dweud pa fath o bryder ydyw a pha mor siŵr ydych chi. Gallwch ei newid neu ei dynnu.
help-marking-opens = Mae’r hyn a farcioch yn agor cwestiynau a chamau. Cânt eu gweithio allan pan ddewiswch benderfynu, nid wrth i chi farcio.
help-marking-quiet = Nid oes dim ar y sgrin yn dweud a yw marc yn gywir. Mae’r ôl-drafodaeth yn gwneud hynny, ar y diwedd.
help-open-support = Agor cefnogaeth
help-scene-move = Brawddeg nesaf neu flaenorol
help-scene-speaker = Siaradwr nesaf
help-scene-ends = Brawddeg gyntaf neu olaf
help-scene-mark = Marcio’r frawddeg, neu newid ei marc
help-scene-kind = Yn y dewisydd: y math o bryder, yn ôl ei rif
help-scene-sure = Yna pa mor siŵr ydych chi, 1 i 3
help-scene-unmark = Tynnu’r marc
help-scene-notebook = Yn y llyfr nodiadau: mynd at y frawddeg
help-list-move = Rhes nesaf neu flaenorol
help-list-open = Agor y rhes
help-form-next = Maes neu reolydd nesaf
help-form-options = Dewis nesaf neu flaenorol
help-form-choose = Dewis yr opsiwn, neu dicio’r blwch
help-debrief-steps = Cam nesaf neu flaenorol
help-page = Sgrolio’r dudalen
key-help = Cymorth, ac yn ôl
key-cover = Cuddio’r sgrin; eto i ddychwelyd
key-escape = Cau’r hyn sydd ar agor; os nad oes dim ar agor, oedi
key-next-pane = Cwarel nesaf
key-previous-pane = Cwarel blaenorol
key-tab = Rheolydd nesaf; un stop yw rhestr neu grŵp o ddewisiadau
key-main = Prif fotwm y sgrin
key-larger = Testun mwy
key-smaller = Testun llai
key-normal = Testun ar 100%
key-undo = Dadwneud y marc olaf
key-redo = Ei ailwneud
key-read-aloud = Darllen yn uchel yr hyn sydd â’r ffocws, lle mae darllen yn uchel ymlaen
key-read-on = Darllen yn uchel oddi yno i ddiwedd y sgrin
key-quit = Cadw a chau

## Scene

scene-read = Darllen
scene-look = Edrych
scene-documents = Dogfennau
scene-notebook = Llyfr nodiadau
scene-notebook-tab = Llyfr nodiadau ({ $n })
scene-tabs = Cwareli
scene-list = Beth a welwch ac a glywch
scene-unit-spoken = { $speaker }: { $text }
scene-unit-marked = Wedi’i farcio: { $kind }, { $sure }
scene-speaker = { $name }, { $about }
scene-visit = { $time }. { $place }
scene-deed = { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}. Mae’n { $time }.
scene-you-can-mark = Gallwch farcio unrhyw frawddeg.
scene-decide = Penderfynu beth i’w wneud
scene-room = Yn yr ystafell hon
scene-looked = Edrychwyd
scene-document-new = Newydd
scene-document-read = Darllenwyd
scene-close = Cau
scene-marks = { $n ->
    [zero] { $n } marc
    [one] 1 marc
    [two] 2 farc
    [few] 3 marc
    [many] 6 marc
   *[other] { $n } marc
}
scene-notebook-empty = Dim wedi’i farcio eto.
scene-notebook-entry = { $text } { $sure }. { $kind }.
scene-undo = Dadwneud
scene-picker = Marcio hon: { $unit }
scene-picker-kind = Math
scene-picker-sureness = Sicrwydd
scene-picker-arrows = neu’r saethau
scene-picker-close = cau
scene-kind-question = Pa fath o bryder?
scene-sure-question = Pa mor siŵr ydych chi?
scene-remove-mark = Tynnu’r marc (Del)
scene-said-marked = Wedi’i farcio. { $kind }. { $sure }. { $n ->
    [zero] { $n } marc.
    [one] 1 marc.
    [two] 2 farc.
    [few] 3 marc.
    [many] 6 marc.
   *[other] { $n } marc.
}
scene-said-removed = Tynnwyd y marc.
scene-said-undone = Wedi’i ddadwneud.
scene-said-redone = Wedi’i wneud eto.
scene-more-sentences = a { $n ->
    [zero] { $n } brawddeg arall
    [one] 1 frawddeg arall
    [two] 2 frawddeg arall
    [few] 3 brawddeg arall
    [many] 6 brawddeg arall
   *[other] { $n } brawddeg arall
}
scene-sheet-title = Beth wnewch chi?
scene-choice-name = { $kind }. { $text }
scene-choice-name-timed = { $kind }. { $text } { $minutes }.
scene-choice-minutes = { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}
scene-look-again = Edrych eto
scene-nothing-on-offer = Dim i’w ofyn na’i wneud eto. Edrychwch eto.
scene-end-attempt = Dod â’r ymgais i ben
scene-leave-question = Ei gadael hi yno?
scene-leave-yes = Ei gadael hi yno
choice-ask = Gofyn
choice-check = Gwirio
choice-act = Gweithredu
choice-tell = Dweud
choice-leave = Gadael

## Record

form-back = Yn ôl i’r olygfa
form-submit = Cyflwyno’r cofnod
form-submitted = Cyflwynwyd y cofnod am { $time }. Gallwch ychwanegu ato mewn cofnod diweddarach, ond nid ei newid.
form-to-finish = { $n ->
    [zero] Mae { $n } peth i’w orffen
    [one] Mae 1 peth i’w orffen
    [two] Mae 2 beth i’w gorffen
    [few] Mae 3 pheth i’w gorffen
    [many] Mae 6 pheth i’w gorffen
   *[other] Mae { $n } peth i’w gorffen
}
form-choose-one = Dewiswch un.
form-no-real-names = Y senario hwn yn unig: dim enwau nac achosion go iawn.
form-minutes = { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}
form-parts = Rhannau’r sgrin hon
form-tab-record = Cofnod
form-tab-seen = Gwelwyd
form-tab-notebook = Llyfr nodiadau
form-seen = Beth a welsoch ac a glywsoch
form-seen-none = Dim byd eto.
form-notebook = Eich llyfr nodiadau
form-notebook-none = Dim wedi’i farcio eto.
form-you = Chi
record-crime-report = Adroddiad trosedd
record-intelligence-report = Adroddiad cudd-wybodaeth
record-referral = Atgyfeiriad
record-missing-report = Adroddiad person ar goll
record-pocket-notebook = Llyfr nodiadau poced
record-handover = Trosglwyddiad

## Rationale

rationale-title = Pam y penderfynoch hyn?
rationale-how = Dwy neu dair brawddeg: beth roeddech yn ei wybod, y risg, eich pŵer neu’ch polisi, pam nawr.
rationale-save = Cadw’r rhesymau
rationale-skip = Hepgor
word-count = { $n ->
    [zero] { $n } gair
    [one] 1 gair
    [two] 2 air
    [few] 3 gair
    [many] 6 gair
   *[other] { $n } gair
}

## End and reflection

end-title = Daw’r olygfa i ben yma.
end-left-title = Daethoch â’r ymgais hon i ben yma.
end-moment = Cymerwch eiliad os oes ei hangen arnoch.
end-continue = Parhau
reflect-title = Cyn i chi weld beth oedd yno
reflect-about = Nid oes rhaid i chi ysgrifennu dim. Gall eich hyfforddwr ei ddarllen.
reflect-question = Pa fanylyn a arhosodd gyda chi? Beth bron na sylwoch arno? Beth fyddech chi’n ei wneud ar eich shifft nesaf?
reflect-how-much = Faint o’r hyn a oedd yn bwysig rydych chi’n meddwl y sylwoch arno?
reflect-continue = Parhau
reflect-skip = Hepgor

## Notices: what was done, refused or failed, said under the bar

notice-refused = Ni ellir gwneud hynny yma: { $reason }.
notice-not-opened = Ni ellid agor yr ymgais: { $reason }.
notice-attempts-unread = Ni ellid rhestru eich ymgeisiau: { $reason }.
notice-draft-not-kept = Ni ellir cadw’r testun rydych yn ei deipio: { $reason }.
notice-settings-not-kept = Ni ellid cadw eich gosodiadau: { $reason }.
notice-report-saved = Cadwyd yr adroddiad fel { $path }.
notice-report-not-saved = Ni ellid cadw’r adroddiad: { $reason }.
notice-play-saved = Cadwyd y chwarae fel { $path }.
notice-play-not-saved = Ni ellid cadw’r chwarae: { $reason }.

## In a terminal

text-record = Cofnod
text-marked = (marc: { $sure })
text-no-sentence = Ni ddangoswyd unrhyw frawddeg eto.
text-sentences = Rhifau’r brawddegau a ddangoswyd hyd yma yw 1 i { $n }.
text-can-stop = Gallwch oedi neu stopio unrhyw bryd (Ctrl+D) a dod yn ôl. Teipiwch “support” am bobl i siarad â nhw, “help” am yr holl orchmynion.
text-length = Tua { $n ->
    [zero] { $n } munud
    [one] 1 munud
    [two] 2 funud
    [few] 3 munud
    [many] 6 munud
   *[other] { $n } munud
}. (Hedyn { $seed }.)
text-left = Gadawoch “{ $title }” ({ $place }). Ni chollwyd dim.
text-writing = Roeddech yn ysgrifennu: { $text }
text-not-saved = Heb ei gadw: { $reason }
text-paused = Wedi oedi. Mae popeth wedi’i gadw.
text-paused-how = Wedi oedi. Mae popeth wedi’i gadw. Teipiwch “resume”, neu gorffennwch y mewnbwn i ddod yn ôl yn nes ymlaen.
text-saved = Wedi’i gadw. Gallwch ddod yn ôl i’r fan hon. ({ $folder })
text-noted = Nodwyd.
text-explain = Ysgrifennwch “explain” a dwy neu dair brawddeg, neu ewch ymlaen.
text-explain-how = Ysgrifennwch y rhesymau ar ôl “explain”.
text-decide-first = Teipiwch “decide” yn gyntaf.
text-fill = Teipiwch “fill” i’w ysgrifennu.
text-fill-here = Mae cofnod i’w lenwi yma: teipiwch “fill”.
text-one = Dewiswch un: ysgrifennwch ei rif.
text-many = Dewiswch faint a fynnoch: ysgrifennwch eu rhifau, neu ddim.
text-own-words = Ysgrifennwch un llinell, neu ddim. Y senario hwn yn unig: dim enwau nac achosion go iawn.
text-nothing-submitted = Ni chyflwynwyd dim.
text-submitted = Cyflwynwyd y cofnod. Gallwch ychwanegu ato mewn cofnod diweddarach, ond nid ei newid.
text-number = Ysgrifennwch rif: “{ $usage }”.
text-numbers = { $n ->
    [0] Nid oes un yma.
    [zero] Nid oes un yma.
    [one] Mae un yma: rhif 1.
    [two] Mae dau yma: rhifau 1 i 2.
    [few] Mae tri yma: rhifau 1 i 3.
    [many] Mae chwech yma: rhifau 1 i 6.
   *[other] Mae { $n } yma: rhifau 1 i { $n }.
}
text-mark-how = Ysgrifennwch “mark N KIND SURE”, fel “mark 3 2 1”.
text-no-kind = Nid oes math o’r fath. Teipiwch “kinds”.
text-no-sureness = Sicrwydd yw 1 (nodi), 2 (pryderus) neu 3 (gweithredu nawr).
text-no-command = Nid yw “{ $word }” yn orchymyn yma. Teipiwch “help”.
text-end-question = Dod â’r ymgais hon i ben? Ni ellir ailgydio ynddi. Teipiwch “yes” i’w gorffen.
text-still-here = Rydych yma o hyd.
text-reflect = Pa fanylyn a arhosodd gyda chi? Beth bron na sylwoch arno? Beth fyddech chi’n ei wneud ar eich shifft nesaf? Nid oes rhaid i chi ysgrifennu dim. Gall eich hyfforddwr ei ddarllen. Mae llinell wag yn mynd ymlaen.
text-not-marked = Heb ei farcio: “{ $quotation }” ({ $whence })
text-whole-debrief = Yr ôl-drafodaeth gyfan: second-look report { $path } --format html -o report.html
text-help =
    Gorchmynion. Y rhifau yw’r rhai mewn cromfachau. Geiriau Saesneg yw’r gorchmynion.
      look N             edrych ar wrthrych
      read N             darllen dogfen
      mark N KIND SURE   marcio brawddeg N: KIND yw 1 i 9 neu 0 (teipiwch “kinds”), SURE yw 1 nodi, 2 pryderus, 3 gweithredu nawr
      unmark N           tynnu marc
      decide             beth wnewch chi? Mae’n cynnig dewisiadau, neu gofnod
      choose N           cymryd dewis
      fill               llenwi’r cofnod
      explain TEXT       dweud pam, yn syth ar ôl dewis sy’n gofyn am hynny
      notes              eich marciau
      again              popeth a ddangoswyd
      support, pause, resume, leave, help
    Oedi yw diwedd y mewnbwn (Ctrl+D): gallwch ddod yn ôl.

## Languages, dates and numbers

locale-tag = cy
locale-name = Cymraeg
locale-review = Nid yw siaradwr Cymraeg wedi adolygu’r Gymraeg yma eto.
locale-scenario-review = Nid yw siaradwr wedi adolygu’r cyfieithiad o’r senario hwn eto.
locale-scenario-none = Mae’r senario hwn yn Saesneg yn unig.
locale-scenario-part = Mae rhan o’r senario hwn yn Saesneg: nid yw’r cyfan wedi’i gyfieithu.
comfort-language = Iaith
comfort-language-system = Fel y system
month-name = { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
}
date = { $day } { $month } { $year }
month-year = { $month } { $year }
date-time = { $date }, { $time }
clock = { $hour }:{ $minute }
number-group = ,
number-decimal = .
list-more = { $list }; { $next }
quoted = “{ $text }”
named-value = { $name }: { $value }

## I hyfforddwyr: yr hyn y gellir ei ddweud am senario cyn i neb ei chwarae

appraisal-open = I hyfforddwyr
appraisal-title = I hyfforddwyr
appraisal-spoiler = Mae hyn yn dangos ble mae’r arwyddion. Chwaraewch senario eich hun yn gyntaf.
appraisal-about = Mae’r rhaglen yn mynd ar hyd pob ffordd drwy’r senario ac yn gadael i swyddogion efelychiadol ei chwarae. Nid yw dim yma am berson go iawn.
appraisal-show = Dangos
appraisal-back = Yn ôl
appraisal-working = Yn cyfrifo
appraisal-progress = Yn chwilio ac yn chwarae: { $n } o { $m }
appraisal-leaving = Mae gadael y dudalen hon yn dod â hyn i ben. Cedwir yr hyn a gyfrifwyd nes i chi gau’r rhaglen.
appraisal-cancel = Canslo
appraisal-cancelled = Canslwyd.
appraisal-fault = Ni ellir dangos y senario hwn yma
appraisal-tabs = Rhannau’r dudalen hon
appraisal-tab-overview = Trosolwg
appraisal-tab-draws = Cymharu ffeithiau
appraisal-tab-competences = Cymwyseddau
appraisal-tab-signs = Arwyddion ac abwydau
appraisal-tab-duties = Dyletswyddau
appraisal-tab-officers = Swyddogion efelychiadol
appraisal-tab-found = Canfyddiadau
appraisal-whole = Chwiliwyd y cyfan, gyda phob cyfuniad o ffeithiau ({ $n }), hyd at { $states } cyflwr yr un. Mae’r hyn a ddywedir yma am bob chwarae yn wir.
appraisal-bounded = Rhy fawr i’w chwilio’n gyfan: stopiodd y chwiliad ar { $states } cyflwr. Amcangyfrifon yw’r gorau a’r gwaethaf, ac ni ddywedir beth y gellir ei gyrraedd.
appraisal-not-whole = Nid oedd y chwiliad yn gyfan, felly ni ddywedir beth y gellir ei gyrraedd.
appraisal-range = Mwyaf { $best }, lleiaf { $worst }.
appraisal-combinations = Cyfuniadau: { $n }.
appraisal-range-all = Dros bob un, mae penderfyniadau’n ennill { $best } ar y mwyaf a { $worst } ar y lleiaf.
appraisal-competences-n = A sgorir: { $n }.
appraisal-signs-n = Am y drosedd: { $immediate }. Y tu hwnt iddi: { $beyond }. Abwydau: { $lures }.
appraisal-signs-never = Heb eu dangos gan yr un chwarae: { $n }.
appraisal-duties-n = Dyletswyddau: { $n }.{ $lost ->
    [0] {""}
   *[other] {" "}Gellir colli ar y ffordd: { $lost }.
}{ $impossible ->
    [0] {""}
   *[other] {" "}Ni ellir eu gwneud bob tro: { $impossible }.
}
appraisal-officers-met = Mae’r swyddog chwilfrydig yn cyrraedd safon y senario mewn { $met } o’i chwaraeon.
appraisal-officers-no-standard = Nid yw’r senario yn gosod safon, neu ni ellir ei chyfrifo.
appraisal-found-n = Gwallau: { $errors }. Rhybuddion: { $warnings }. Nodiadau: { $notes }.
appraisal-how = { $n } chwarae gan bob swyddog efelychiadol, hedyn { $seed }: mae’r un hedyn yn rhoi’r un ffigurau. Ar linell orchymyn: second-look analyse { $id }
appraisal-draws-about = Ffeithiau sy’n newid o un chwarae i’r nesaf yw’r rhain. Dyma beth mae pob cyfuniad yn ei roi. Mae’r bar yn rhedeg o’r lleiaf y gall penderfyniadau ei ennill i’r mwyaf; 0 yw’r llinell.
appraisal-draws-none = Dim ffeithiau sy’n newid: yr un yw pob chwarae
appraisal-endings = Cyflyrau: { $states }. Diweddgloeon y gellir eu cyrraedd: { $n } o { $all }.
appraisal-cut-off = Stopiwyd ar { $states } cyflwr: amcangyfrifon.
appraisal-never-here = Nid oes un chwarae gyda’r ffeithiau hyn yn dangos
appraisal-with-draws = { $draws }. { $words }
appraisal-competences-about = Y mwyaf a’r lleiaf y gall pob cymhwysedd ei ennill, dros bob cyfuniad. Daw’r gorau o bob un o’i chwarae ei hun, felly nid ydynt yn adio.
appraisal-signs-about = Pa mor aml y mae chwarae ar hap yn dangos pob un, a’r funud gynharaf y gall unrhyw chwarae wneud hynny.
appraisal-signs-about-bounded = Pa mor aml y mae chwarae ar hap yn dangos pob un. Nid oedd y chwiliad yn gyfan, felly ni ddywedir y funud gynharaf.
appraisal-sign-never = Nid oes un chwarae yn ei ddangos
appraisal-sign-nowhere = Nid yw mewn unrhyw frawddeg
appraisal-sign-label = Arwydd o beth ydyw
appraisal-shown = Fe’i dangosir mewn { $n } o’r chwaraeon ar hap ({ $low } i { $high }).
appraisal-shown-unknown = Nid yw’n arwydd go iawn gydag unrhyw ffeithiau: dim ond edrych felly y mae.
appraisal-earliest = Ym munud { $n } ar y cynharaf.
appraisal-due = I’w wneud erbyn munud { $n }.
appraisal-duties-none = Nid oes dyletswyddau yn y senario hwn.
appraisal-duties-about = A ellir gwneud pob dyletswydd beth bynnag a aeth o’r blaen, a lle mae chwarae’n ei chau allan, y chwarae byrraf o’r fath.
appraisal-duty-open = Bob amser ar agor
appraisal-duty-lost = Gellir ei cholli
appraisal-duty-impossible = Ni ellir ei gwneud bob tro
appraisal-duty-shares = cyflawnwyd { $met }, yn hwyr { $late }, methwyd { $missed }
appraisal-officers-about = { $n } chwarae yr un. Mae llun yn rhedeg o 0 ar y chwith i 1 ar y dde; y cymedr yw’r llinell. Dylai’r swyddog chwilfrydig fod ar y blaen i bob un arall.
appraisal-officer-curious = Yr un i’w wobrwyo
appraisal-ahead = Mae’r swyddog chwilfrydig ar y blaen o { $beyond } wrth sylwi y tu hwnt i’r drosedd ac o { $decisions } mewn penderfyniadau.
appraisal-ahead-beyond = Mae’r swyddog chwilfrydig ar y blaen o { $beyond } wrth sylwi y tu hwnt i’r drosedd.
appraisal-ahead-decisions = Mae’r swyddog chwilfrydig ar y blaen o { $decisions } mewn penderfyniadau.
appraisal-figure-beyond = Sylwi y tu hwnt
appraisal-figure-immediate = Sylwi ar y drosedd
appraisal-figure-decisions = Penderfyniadau
appraisal-figure-alarms = Galwadau diangen
appraisal-figure-standard = Cyrraedd y safon
appraisal-figure-finished = Daeth i ben
appraisal-figure = Cymedr { $mean } ({ $low } i { $high }). Hanner y chwaraeon: { $from } i { $to }.
appraisal-figure-none = Nis cyfrifwyd.
appraisal-of-plays = { $n } o’r chwaraeon ({ $low } i { $high })
appraisal-found-none = Gellir cyrraedd popeth, ac nid oes un chwarae yn mynd yn sownd.
appraisal-found-none-bounded = Ni chanfu’r gwiriad ddim.
appraisal-error = Gwall
appraisal-warning = Rhybudd
appraisal-note = Nodyn
appraisal-mend = Beth sy’n ei drwsio
appraisal-place = Llinell { $line }, colofn { $column } o’r ffeil.
appraisal-play = Chwarae sy’n ei ddangos
appraisal-play-with = Wedi’i gadw, mae’n chwarae eto gyda:
appraisal-step = { $n }. { $step }
appraisal-steps-more = Camau eraill yn y ffeil: { $n }.
appraisal-copy = Copïo’r chwarae hwn
appraisal-copied = Copïwyd.
appraisal-save = Cadw’r chwarae hwn…
appraisal-did-look = Edrych ar: { $what }
appraisal-did-mark = Marcio: { $text }
appraisal-did-mark-many = Marcio brawddegau, { $n } ohonynt
appraisal-did-unmark = Tynnu’r marc: “{ $text }”
appraisal-did-decide = Penderfynu beth i’w wneud
appraisal-did-choose = Dewis: { $text }
appraisal-did-fill = Cyflwyno “{ $title }”: { $options }
appraisal-did-fill-nothing = Cyflwyno “{ $title }” heb ddewis dim
appraisal-did-leave = Gorffen yr ymgais
