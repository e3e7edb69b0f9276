# Every string of the interface, in British English.

## Shared by several screens and the report

minutes-used = { $n ->
    [one] 1 minute used
   *[other] { $n } minutes used
}
time-minute = minute { $n }
sure-note = Note it
sure-concerned = Concerned
sure-act-now = Act now

## Sides, shapes and outcomes: shown in the debrief and the report only

side-immediate = Immediate
side-immediate-about = The offence you were sent to
side-beyond = Beyond
side-beyond-about = The child’s safety
not-a-sign = Not a sign
looked-the-same = Innocent this time
duty-missed = Missed
duty-late = Late
duty-met = Met

## How much the trainee thinks they noticed

rating-little = Little
rating-some = Some
rating-about-half = About half
rating-most = Most
rating-all = All

## Debrief

debrief-title = Debrief
debrief-steps = Steps of the debrief
debrief-beside = A sign, and what to practise
debrief-filter = Which sentences
debrief-filter-all = All
debrief-filter-not-marked = Not marked
debrief-filter-my-marks = My marks
debrief-filter-none = Nothing here.
debrief-there-how = Enter opens why a sentence mattered.
debrief-there-opens = Enter opens why it mattered
debrief-previous-spoken = Previous sign
debrief-previous-sign = Previous sign
debrief-step-summary = Summary
debrief-step-there = What was there
debrief-step-turns = Turns that mattered
debrief-step-duties = Duties
debrief-step-records = Your records
debrief-step-reports = From published reports
debrief-step-reflection = Your reflection
debrief-save = Save report
debrief-duties = Duties
debrief-duty = Duty
debrief-duties-none = No duty with a title applied this time.
debrief-noticed = What you noticed
debrief-of-signs = { $total ->
    [one] of 1 sign
   *[other] of { $total } signs
}
debrief-count = { $side }: { $hits } of { $total } { $total ->
    [one] sign
   *[other] signs
} marked
debrief-count-none = { $side }: nothing to find
debrief-sentence = You marked { $immediate ->
    [none] nothing
    [little] a little
    [half] about half
    [most] most
   *[all] all
} of what pointed to the offence, and { $beyond ->
    [none] nothing
    [little] a little
    [half] about half
    [most] most
   *[all] all
} of what pointed to risk for the child.
debrief-sentence-immediate = You marked { $immediate ->
    [none] nothing
    [little] a little
    [half] about half
    [most] most
   *[all] all
} of what pointed to the offence.
debrief-sentence-beyond = You marked { $beyond ->
    [none] nothing
    [little] a little
    [half] about half
    [most] most
   *[all] all
} of what pointed to risk for the child.
debrief-sentence-unmarked = Not marked: { $labels }.
debrief-nothing-beyond = Beyond the offence there was nothing to find this time. Asking is still the job.
debrief-nothing-on-the-way = Nothing beyond the offence came up on the way you took. There was more to ask.
debrief-never-reached = { $n ->
    [one] 1 more sign stood where the way you took did not lead.
   *[other] { $n } more signs stood where the way you took did not lead.
}
debrief-not-signs = { $n ->
    [one] You marked 1 detail that was not a sign of risk.
   *[other] You marked { $n } details that were not signs of risk.
}
debrief-rating = You thought you noticed { $rating ->
    [little] little
    [some] some
    [about-half] about half
    [most] most
   *[all] all
}. You marked { $hits } of { $total }{ $unopened ->
    [0] .
    [one] ; 1 was in papers you did not open.
   *[other] ; { $unopened } were in papers you did not open.
}
debrief-rating-none = You thought you noticed { $rating ->
    [little] little
    [some] some
    [about-half] about half
    [most] most
   *[all] all
}. There was nothing to find.
debrief-child-now = Where the child is now
debrief-left-early = You ended this attempt before the scene ended.
debrief-read-all = Read all
debrief-read-less = Read less
debrief-sign-unmarked = A sign you did not mark
debrief-sign-marked = A sign you marked
debrief-signs-all-marked = You marked every sign in reach.
debrief-signs-none = No sign was in reach.
debrief-why = Why it matters
debrief-voice = From published reports
debrief-paraphrase = Paraphrase. { $source }.
debrief-opens = What it lets you ask
debrief-may-be-called = It may be called
debrief-given = You called it: { $concern }. { $sure }.
debrief-given-none = You did not mark it.
debrief-withdrawn = You marked it, then took the mark away.
debrief-why-not = Why it is not a sign
debrief-otherwise = What it was
debrief-not-opened = It stood in papers you did not open.
debrief-previous = Previous
debrief-next = Next sign
debrief-sign-of = { $n } of { $total }
debrief-practise = Practise next
debrief-play-again = Play again with new facts
debrief-not-reviewed = Not yet reviewed by survivors or by police practitioners.
debrief-reviewed = Reviewed: see the scenario’s record of reviews.
debrief-turns-none = No turn cost anything.
debrief-turns-unknown = This scenario is too large to say which turns mattered.
debrief-turn-did = What you did
debrief-turn-closed = What it closed
debrief-turn-other = The other way
debrief-turn-cost = { $cost ->
    [little] It cost a little.
    [something] It cost something.
   *[much] It cost much.
}
debrief-turn-unseen = Another way was not on offer: what would have opened it went unmarked ({ $labels }).
debrief-turn-unseen-plain = Another way was not on offer: something went unseen.
debrief-turn-judgement = Another way was open to you.
debrief-turn-both = Part of another way was open to you; part was not, because something went unseen.
debrief-turn-both-labels = Part of another way was open to you; what would have opened the rest went unmarked ({ $labels }).
debrief-turn-field = { $label }: { $options }
debrief-turn-reported = What came of it
debrief-turn-costless = It cost nothing.
debrief-turn-unlucky = Sound on what you could know. This time it turned out otherwise.
debrief-turn-lucky = This time it turned out better than you could know.
debrief-turns-three = The turns that cost most
debrief-turns-all = Every turn
debrief-duty-allowed = Allowed: { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}.
debrief-duty-allowed-hours = Allowed: { $n } hours.
debrief-duty-done = Done at { $time }.
debrief-duty-not-done = Not done.
debrief-records-none = You wrote no record this time.
debrief-record-at = Submitted at { $time }
debrief-record-empty = Left empty.
debrief-record-yours = You wrote
debrief-record-wording = Professional wording
debrief-record-good = What a full answer holds
debrief-rationales = Reasons you gave
debrief-rationale-none = No reasons given.
debrief-voices-none = No sign in reach came with a published report.
debrief-voices-about = Paraphrases of published reports, each beside the sign it bears on. Nobody is quoted.
debrief-sources = Sources of this scenario
debrief-basis = What this scenario rests on
debrief-reflection-none = You wrote no reflection.
debrief-reflection-rating = How much of what mattered do you think you noticed?
debrief-details = Details
debrief-details-about = For trainers. Figures describe this attempt, never the person.
debrief-standard-met = This attempt met the scenario’s standard.
debrief-standard-not-met = This attempt did not meet the scenario’s standard.
debrief-standard-unknown = Whether this attempt met the scenario’s standard cannot be said: the scenario is too large to search.
debrief-because-left-early = It was ended early.
debrief-because-duty-missed = A duty was missed.
debrief-because-too-little-seen = Too little was seen.
debrief-because-beyond = Too little beyond the offence was marked.
debrief-because-decisions = The decisions cost too much.
debrief-figure = Figure
debrief-value = Value
debrief-none = none
debrief-percent = { $n }%
debrief-inexact = Decisions were not searched to the end: their figures are estimates.
debrief-turn-figures = Cost { $loss }: { $unseen } unseen, { $judgement } judgement.
debrief-turn-fair = On what could be known: { $fair }. Luck: { $luck }.
debrief-sure = { $value } ± { $one } (over three attempts ± { $three })
debrief-sure-about = ± is the standard error: how far a figure may be off by chance. On the same way, somebody who notices and judges just as well would come within ± of it about two times in three. The mean of three attempts is surer.
debrief-sure-one = ± one attempt
debrief-sure-three = ± three attempts
debrief-signals = Signs shown and marked: { $hits } of { $cues }. Marked of what was no sign: { $marked } of { $noise }.
debrief-d-prime-needs = Sensitivity, d′, says how well signs are told from the rest. It is known to about ± { $error } from one attempt (19 times in 20); three finished attempts are needed.
debrief-d-prime-three = Sensitivity, d′, from the last three finished attempts under this name ({ $when }): { $d } ± { $error }. Criterion: { $criterion } ± { $criterion-error }.
debrief-from-until = { $from } to { $until }

figure-noticing-immediate = Noticing, Immediate
figure-noticing-beyond = Noticing, Beyond
figure-hit-share-immediate = Weight of signs marked, Immediate
figure-hit-share-beyond = Weight of signs marked, Beyond
figure-reach-immediate = Signs in reach, Immediate
figure-reach-beyond = Signs in reach, Beyond
figure-false-alarms = Marks on what was no sign
figure-understood = Signs called by a fitting concern
figure-tunnel-vision = Tunnel vision: Immediate less Beyond
figure-late-hits = Signs marked late
figure-decisions = Decisions
figure-competence = Competence: { $of }

## Report

report-title = { $title }: report of an attempt
report-trainee = Trainee
report-started = Started (UTC)
report-date = { $date }, { $time } UTC
report-seed = Seed
report-draws = Facts drawn
report-minutes = Scenario time
report-provenance = Where this report comes from
report-contents = Contents
report-key = Key
report-key-filled = Filled: you marked it. Dashed: you did not.
report-safe = Training scenarios invented for practice. Facts about failings come from the published reports listed. { $reviewed ->
    [yes] Reviewed by: see the scenario’s record of reviews.
   *[no] Reviewed by: not yet reviewed by people with lived experience.
}
report-limits = It describes one attempt at an invented scenario. It does not show that an officer is safe or competent, and is not for discipline, promotion or selection.
report-marked = marked
report-not-marked = not marked
report-unopened = In papers you did not open
report-record-field = Field

## Frame: on every screen

window-title = Second Look
window-covered = Notes
bar-name = Bar
bar-attempts = My attempts
bar-settings = Settings
bar-support = Support
bar-help = Help
bar-cover = Cover
bar-pause = Pause
bar-library = Library
bar-back = Back
bar-close = Close
bar-rationale = Your reasons
bar-reflection = Reflection
save-fault = Not saved yet: { $reason }. Your last { $n ->
    [one] action is
   *[other] { $n } actions are
} kept in memory.
save-retry = Try again
saved-come-back = Saved. You can come back to this place.
notice-dismiss = Close
play-opening = Opening…
debrief-waiting = Working out the debrief…
percent = { $n }%

## First run and settings

first-run-title = Welcome to Second Look
first-run-intro = Set up how this looks and reads. You can change it at any time in Settings.
first-run-start = Start
comfort-size = Text size
comfort-font = Typeface
comfort-font-standard = Standard
comfort-font-plain = Atkinson Hyperlegible for all
comfort-font-dyslexic = OpenDyslexic
comfort-theme = Colours
comfort-theme-system = As the system
comfort-theme-light = Light
comfort-theme-dark = Dark
comfort-theme-contrast = High contrast
comfort-tint = Page tint
comfort-tint-white = White
comfort-tint-cream = Cream
comfort-tint-blue = Blue
comfort-tint-rose = Rose
comfort-spacing = Spacing
comfort-spacing-normal = Normal
comfort-spacing-wide = Wide
comfort-motion = Motion
comfort-motion-on = On
comfort-motion-off = Off
sample-title = How a page looks
sample-before = The bus shelter is dry on one side.
sample-marked = A timetable has been taped up twice.
sample-after = Somebody has swept the floor this morning.
name-label = Your name or number here
name-hint = Use a made-up name or number. Your trainer keeps the list of who is who.
comfort-aloud = Read aloud
comfort-aloud-off = Off
comfort-aloud-key = When I press F8
comfort-aloud-go = As I go, and with F8
comfort-aloud-looking = Looking for a speech service…
comfort-aloud-absent = This computer has no speech service (Speech Dispatcher), so nothing can be read aloud. Screen readers work without it.
comfort-aloud-fault = Reading aloud does not work: { $reason }.
comfort-speed = Reading speed
comfort-speed-slow = Slow
comfort-speed-normal = Normal
comfort-speed-fast = Fast
comfort-speed-faster = Faster
comfort-hear = Hear the sample
settings-reading = Reading
settings-display = Display
settings-sound = Sound
settings-undo = Undo changes
data-title = Data
data-kept = Your attempts are kept in { $folder }.
data-readers = Who can read your attempts: { $who }. Kept for { $time }.
data-readers-you = anyone who can use this computer as you
kept-for-ever = as long as you leave them there
kept-for-three-months = 3 months after you last played them
kept-for-one-year = 1 year after you last played them
kept-for-three-years = 3 years after you last played them
data-folder = Data folder
data-folder-hint = Leave it empty for the usual folder, { $usual }.
data-folder-use = Use this folder
data-folder-use-spoken = Use this folder for your data
data-folder-unwritable = Second Look cannot write to { $path }. Choose another folder.
data-folder-playing = To choose another folder, leave the attempt that is open first.
data-named = The option --data names the folder this time: { $folder }. It wins over a folder chosen here.
data-there-already = { $n ->
    [one] The attempt
   *[other] The { $n } attempts
} in the present folder
data-leave-there = Leave there
data-copy-over = Copy over
data-copied = { $n ->
    [one] 1 attempt was
   *[other] { $n } attempts were
} copied to { $folder }. The ones in the folder before are still there.
data-not-copied = Your attempts could not be copied: { $reason }.
data-keep-for = Keep attempts for
keep-for-ever = Until I erase them
keep-for-three-months = 3 months
keep-for-one-year = 1 year
keep-for-three-years = 3 years
data-older = Whenever Second Look starts, attempts not played for that long are erased for good, with their drafts and saved reports. { $n ->
    [0] Now none is
    [one] Now 1 attempt is
   *[other] Now { $n } attempts are
} from before { $date }.
data-erased-old = { $n ->
    [one] 1 attempt from before { $date } was
   *[other] { $n } attempts from before { $date } were
} erased as you chose.
data-count = { $n ->
    [0] There are no attempts
    [one] There is 1 attempt
   *[other] There are { $n } attempts
} in the folder.
data-erase = Erase all my attempts
data-erased = { $n ->
    [one] 1 attempt was
   *[other] { $n } attempts were
} erased.
data-erased-held = { $n ->
    [one] 1 attempt was
   *[other] { $n } attempts were
} erased. { $held } stayed: another window has them open.
data-not-erased = Not every attempt could be erased: { $reason }.
erase-title = Erase all your attempts?
erase-about = Every attempt in the data folder is erased for good, with its draft and saved report. Nobody can bring them back.
erase-yes = Erase them all
erase-no = Keep them
scenarios-title = Scenarios
scenarios-from = Scenarios come from { $from }.
scenarios-folder = Folder of scenarios
scenarios-folder-hint = The path of a folder with scenario files.
scenarios-choose = Choose a folder
scenarios-built-in = Use the built-in set
notice-scenarios-unread = These scenarios cannot be read: { $reason }.
notice-look-unread = The look in { $path } cannot be read, so the one before it stays: { $reason }.
notice-scenarios-none = No scenarios found in { $path }.

## Library and briefing

library-list = Scenarios
library-left = You left “{ $title }” at { $place }. Nothing was lost.
library-left-torn = The last thing written was cut off. All before it is sound.
library-resume = Resume
library-start-again = Start again
library-loading = Reading scenarios… { $n }
library-empty = No scenarios found in { $path }.
library-role = { $role }. About { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}.
library-played = { $n ->
    [one] Played once, { $date }.
   *[other] Played { $n } times, last on { $date }.
}
library-not-reviewed = Not yet reviewed by survivors or by police practitioners.
library-open = Open
library-broken = { $file } cannot be opened
library-broken-all = Show all
library-broken-less = Show less
briefing-title = Briefing
briefing-you = You are: { $role }.
briefing-you-at = You are: { $role }. { $time }.
briefing-before = Before you start
briefing-always = Any scenario here may be about a child who is sexually exploited, seen only in signs. Nothing graphic.
briefing-pause = You can pause (Esc) or cover the screen (F9) at any time.
briefing-minutes = About { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}. You can stop and come back.
briefing-first = How it works: read, mark what concerns you (not all you would note down), decide, record. There is no time limit.
briefing-not-now = Not now
briefing-start = Start

## My attempts

attempts-title = My attempts
attempts-empty = You have not played yet.
attempts-open-library = Open the library
attempt-finished = Finished
attempt-ended-early = Ended early at { $place }
attempt-left-at = Left at { $place }
attempt-no-date = Date unknown
attempt-torn = The end of this attempt was cut off. All before { $time } is sound.
attempt-torn-at-once = The end of this attempt was cut off. Nothing was done before that.
attempt-altered = This file was changed after it was written.
attempt-show-where = Show where
attempt-hide-where = Hide where
attempt-file = File: { $file }
attempt-line-torn = Line { $line } breaks off.
attempt-line-altered = Line { $line } is the first that does not fit the one before it.
attempt-aside = What was cut off is kept in { $file }.
attempt-sound = { $n ->
    [one] 1 thing you did is sound
   *[other] { $n } things you did are sound
}, up to { $time }.
attempt-sound-nothing = Nothing that you did is left in it.

## Pause, cover, support, questions

pause-title = Paused
pause-saved = Everything is saved.
pause-not-saved = Some of it is not saved yet: see the bar above.
pause-resume = Resume
leave-for-now = Leave for now
end-attempt = End this attempt
end-question = End this attempt?
end-about = It ends here for good and cannot be resumed. You can read its debrief. To come back later, choose Leave for now.
end-no = Keep playing
again-title = Start again?
again-about = This ends the attempt you left. It stays in My attempts. The scenario starts from the beginning.
again-yes = Start again
again-no = Keep it
cover-return = Press F9 to return
cover-said = Screen covered.
support-hard = This work can be hard. You can stop here.
support-999 = If a child is in danger now, call 999.
support-real-child = If this brings a real child to mind, tell your supervisor or your force’s exploitation team today. Do not write about it here.
support-close = Close
support-trainees = For you
support-survivors = For survivors
support-children = For children and young people
support-parents = For parents and carers
support-as-of = Checked { $date }. A force adds its own services and numbers.

## Help and keys

help-here = Keys of this screen
help-everywhere = Keys everywhere
help-marking = How marking works
help-marking-any = You can mark any sentence: what people say, what you see, what is written in papers, what an object shows.
help-marking-kind = A mark says what kind of concern it is and how sure you are. You can change it or take it away.
help-marking-opens = What you have marked opens questions and acts. They are worked out when you choose to decide, not while you mark.
help-marking-quiet = Nothing on the screen tells you whether a mark is right. The debrief does, at the end.
help-open-support = Open support
help-scene-move = Next or previous sentence
help-scene-speaker = Next speaker
help-scene-ends = First or last sentence
help-scene-mark = Mark the sentence, or change its mark
help-scene-kind = In the picker: the kind of concern, by its number
help-scene-sure = Then how sure you are, 1 to 3
help-scene-unmark = Take the mark away
help-scene-notebook = In the notebook: go to the sentence
help-list-move = Next or previous row
help-list-open = Open the row
help-form-next = Next field or control
help-form-options = Next or previous option
help-form-choose = Choose the option, or tick the box
help-debrief-steps = Next or previous step
help-page = Scroll the page
key-help = Help, and back
key-cover = Cover the screen; again to return
key-escape = Close what is open; if nothing is open, pause
key-next-pane = Next pane
key-previous-pane = Previous pane
key-tab = Next control; a list or a group of options is one stop
key-main = The screen’s main button
key-larger = Larger text
key-smaller = Smaller text
key-normal = Text at 100%
key-undo = Undo the last mark
key-redo = Redo it
key-read-aloud = Read aloud what has the focus, where reading aloud is on
key-read-on = Read aloud from there to the end of the screen
key-quit = Save and close

## Scene

scene-read = Read
scene-look = Look
scene-documents = Documents
scene-notebook = Notebook
scene-notebook-tab = Notebook ({ $n })
scene-tabs = Panes
scene-list = What you see and hear
scene-unit-spoken = { $speaker }: { $text }
scene-unit-marked = Marked: { $kind }, { $sure }
scene-speaker = { $name }, { $about }
scene-visit = { $time }. { $place }
scene-deed = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}. It is { $time }.
scene-you-can-mark = You can mark any sentence.
scene-decide = Decide what to do
scene-room = In this room
scene-looked = Looked
scene-document-new = New
scene-document-read = Read
scene-close = Close
scene-marks = { $n ->
    [one] 1 mark
   *[other] { $n } marks
}
scene-notebook-empty = Nothing marked yet.
scene-notebook-entry = { $text } { $sure }. { $kind }.
scene-undo = Undo
scene-picker = Mark this: { $unit }
scene-picker-kind = Kind
scene-picker-sureness = Sureness
scene-picker-arrows = or arrow keys
scene-picker-close = close
scene-kind-question = What kind of concern?
scene-sure-question = How sure are you?
scene-remove-mark = Remove mark (Del)
scene-said-marked = Marked. { $kind }. { $sure }. { $n ->
    [one] 1 mark.
   *[other] { $n } marks.
}
scene-said-removed = Mark removed.
scene-said-undone = Undone.
scene-said-redone = Done again.
scene-more-sentences = and { $n ->
    [one] 1 more sentence
   *[other] { $n } more sentences
}
scene-sheet-title = What will you do?
scene-choice-name = { $kind }. { $text }
scene-choice-name-timed = { $kind }. { $text } { $minutes }.
scene-choice-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
scene-look-again = Look again
scene-nothing-on-offer = Nothing to ask or do yet. Look again.
scene-end-attempt = End this attempt
scene-leave-question = Leave it there?
scene-leave-yes = Leave it there
choice-ask = Ask
choice-check = Check
choice-act = Act
choice-tell = Tell
choice-leave = Leave

## Record

form-back = Back to the scene
form-submit = Submit record
form-submitted = Record submitted at { $time }. You can add to it in a later record, not change it.
form-to-finish = { $n ->
    [one] There is 1 thing to finish
   *[other] There are { $n } things to finish
}
form-choose-one = Choose one.
form-no-real-names = This scenario only: no real names or cases.
form-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
form-parts = Parts of this screen
form-tab-record = Record
form-tab-seen = Seen
form-tab-notebook = Notebook
form-seen = What you saw and heard
form-seen-none = Nothing yet.
form-notebook = Your notebook
form-notebook-none = Nothing marked yet.
form-you = You
record-crime-report = Crime report
record-intelligence-report = Intelligence report
record-referral = Referral
record-missing-report = Missing person report
record-pocket-notebook = Pocket notebook
record-handover = Handover

## Rationale

rationale-title = Why did you decide this?
rationale-how = Two or three sentences: what you knew, the risk, your power or policy, why now.
rationale-save = Save reasons
rationale-skip = Skip
word-count = { $n ->
    [one] 1 word
   *[other] { $n } words
}

## End and reflection

end-title = The scene ends here.
end-left-title = You ended this attempt here.
end-moment = Take a moment if you need one.
end-continue = Continue
reflect-title = Before you see what was there
reflect-about = You need not write anything. Your trainer can read it.
reflect-question = Which detail stayed with you? What did you nearly not notice? What would you do on your next shift?
reflect-how-much = How much of what mattered do you think you noticed?
reflect-continue = Continue
reflect-skip = Skip

## Notices: what was done, refused or failed, said under the bar

notice-refused = That cannot be done here: { $reason }.
notice-not-opened = The attempt could not be opened: { $reason }.
notice-attempts-unread = Your attempts could not be listed: { $reason }.
notice-draft-not-kept = The text you are typing cannot be kept: { $reason }.
notice-settings-not-kept = Your settings could not be kept: { $reason }.
notice-report-saved = The report was saved as { $path }.
notice-report-not-saved = The report could not be saved: { $reason }.
notice-play-saved = The play was saved as { $path }.
notice-play-not-saved = The play could not be saved: { $reason }.

## In a terminal

text-record = Record
text-marked = (marked: { $sure })
text-no-sentence = No sentence has been shown yet.
text-sentences = Sentences shown so far have the numbers 1 to { $n }.
text-can-stop = You can pause or stop at any time (Ctrl+D) and come back. Type “support” for people to talk to, “help” for all commands.
text-length = About { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}. (Seed { $seed }.)
text-left = You left “{ $title }” at { $place }. Nothing was lost.
text-writing = You were writing: { $text }
text-not-saved = Not saved: { $reason }
text-paused = Paused. Everything is saved.
text-paused-how = Paused. Everything is saved. Type “resume”, or end the input to come back later.
text-saved = Saved. You can come back to this place. ({ $folder })
text-noted = Noted.
text-explain = Write “explain” and two or three sentences, or go on.
text-explain-how = Write the reasons after “explain”.
text-decide-first = Type “decide” first.
text-fill = Type “fill” to write it.
text-fill-here = There is a record to fill here: type “fill”.
text-one = Choose one: write its number.
text-many = Choose any: write their numbers, or nothing.
text-own-words = Write one line, or nothing. This scenario only: no real names or cases.
text-nothing-submitted = Nothing was submitted.
text-submitted = Record submitted. You can add to it in a later record, not change it.
text-number = Write a number: “{ $usage }”.
text-numbers = { $n ->
    [0] There is none here.
    [one] There is one here: number 1.
   *[other] There are { $n } here: numbers 1 to { $n }.
}
text-mark-how = Write “mark N KIND SURE”, as in “mark 3 2 1”.
text-no-kind = No such kind. Type “kinds”.
text-no-sureness = How sure is 1 (note it), 2 (concerned) or 3 (act now).
text-no-command = “{ $word }” is no command here. Type “help”.
text-end-question = End this attempt? It cannot be taken up again. Type “yes” to end it.
text-still-here = You are still here.
text-reflect = Which detail stayed with you? What did you nearly not notice? What would you do on your next shift? You need not write anything. Your trainer can read it. An empty line goes on.
text-not-marked = Not marked: “{ $quotation }” ({ $whence })
text-whole-debrief = The whole debrief: second-look report { $path } --format html -o report.html
text-help =
    Commands. Numbers are those in brackets.
      look N             look at an object
      read N             read a document
      mark N KIND SURE   mark sentence N: KIND is 1 to 9 or 0 (type “kinds”), SURE is 1 note it, 2 concerned, 3 act now
      unmark N           take a mark away
      decide             what will you do? Puts choices, or a record, on offer
      choose N           take a choice
      fill               fill the record
      explain TEXT       say why, right after a choice that asks for it
      notes              your marks
      again              all that was shown
      support, pause, resume, leave, help
    The end of the input (Ctrl+D) is a pause: you can come back.

## Languages, dates and numbers: how this language writes them

locale-tag = en-GB
locale-name = English
locale-review = The Welsh here has not been reviewed by a speaker yet.
locale-scenario-review = The translation of this scenario has not been reviewed by a speaker yet.
locale-scenario-none = This scenario is in English only.
locale-scenario-part = Part of this scenario is in English: not all of it is translated.
comfort-language = Language
comfort-language-system = As the system
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
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

## For trainers: what can be said of a scenario before anybody plays it

appraisal-open = For trainers
appraisal-title = For trainers
appraisal-spoiler = This shows where the signs are. Play a scenario yourself first.
appraisal-about = The program goes every way through the scenario and lets simulated officers play it. Nothing here is about a real person.
appraisal-show = Show
appraisal-back = Back
appraisal-working = Working it out
appraisal-progress = Searching and playing: { $n } of { $m }
appraisal-leaving = Leaving this page ends it. What was worked out is kept until you close the program.
appraisal-cancel = Cancel
appraisal-cancelled = Cancelled.
appraisal-fault = This scenario cannot be shown here
appraisal-tabs = Parts of this page
appraisal-tab-overview = Overview
appraisal-tab-draws = Draws compared
appraisal-tab-competences = Competences
appraisal-tab-signs = Cues and lures
appraisal-tab-duties = Duties
appraisal-tab-officers = Simulated officers
appraisal-tab-found = Found
appraisal-whole = Searched whole, with every combination of draws ({ $n }), at most { $states } states each. What is said here of every play is so.
appraisal-bounded = Too large to search whole: the search stopped at { $states } states. Best and worst are estimates, and what can be come to is not told.
appraisal-not-whole = The search was not whole, so what can be come to is not told.
appraisal-range = Most { $best }, least { $worst }.
appraisal-combinations = Combinations: { $n }.
appraisal-range-all = Over all of them decisions earn { $best } at most and { $worst } at least.
appraisal-competences-n = Scored: { $n }.
appraisal-signs-n = Of the offence: { $immediate }. Beyond it: { $beyond }. Lures: { $lures }.
appraisal-signs-never = Shown by no play: { $n }.
appraisal-duties-n = Duties: { $n }.{ $lost ->
    [0] {""}
   *[other] {" "}Can be lost on the way: { $lost }.
}{ $impossible ->
    [0] {""}
   *[other] {" "}Cannot always be done: { $impossible }.
}
appraisal-officers-met = The curious officer meets the scenario’s standard in { $met } of its plays.
appraisal-officers-no-standard = The scenario sets no standard, or it cannot be worked out.
appraisal-found-n = Errors: { $errors }. Warnings: { $warnings }. Notes: { $notes }.
appraisal-how = { $n } plays of each simulated officer, seed { $seed }: the same seed gives the same figures. On a command line: second-look analyse { $id }
appraisal-draws-about = A draw is a fact that changes from play to play. This is what each combination gives. The bar runs from the least that decisions can earn to the most; the line is 0.
appraisal-draws-none = No draws: every play has the same facts
appraisal-endings = States: { $states }. Endings that can be come to: { $n } of { $all }.
appraisal-cut-off = Stopped at { $states } states: estimates.
appraisal-never-here = No play with these draws shows
appraisal-with-draws = { $draws }. { $words }
appraisal-competences-about = The most and the least that each competence can earn, over all draws. The best of each comes from its own play, so they do not add up.
appraisal-signs-about = How often plays by lot show each, and the earliest minute at which any play can.
appraisal-signs-about-bounded = How often plays by lot show each. The search was not whole, so the earliest minute is not told.
appraisal-sign-never = No play shows it
appraisal-sign-nowhere = It stands in no sentence
appraisal-sign-label = What it is a sign of
appraisal-shown = Shown in { $n } of plays by lot ({ $low } to { $high }).
appraisal-shown-unknown = With no draws a real sign: it only looks like one.
appraisal-earliest = At the earliest in minute { $n }.
appraisal-due = Due by minute { $n }.
appraisal-duties-none = This scenario has no duties.
appraisal-duties-about = Whether each duty can be done whatever went before, and where a play shuts it off, the shortest such play.
appraisal-duty-open = Always open
appraisal-duty-lost = Can be lost
appraisal-duty-impossible = Cannot always be done
appraisal-duty-shares = met { $met }, late { $late }, missed { $missed }
appraisal-officers-about = { $n } plays each. A drawing runs from 0 at the left to 1 at the right; the line is the mean. The curious officer should be ahead of all others.
appraisal-officer-curious = The one to reward
appraisal-ahead = The curious officer is ahead by { $beyond } in noticing beyond the offence and by { $decisions } in decisions.
appraisal-ahead-beyond = The curious officer is ahead by { $beyond } in noticing beyond the offence.
appraisal-ahead-decisions = The curious officer is ahead by { $decisions } in decisions.
appraisal-figure-beyond = Noticing beyond
appraisal-figure-immediate = Noticing the offence
appraisal-figure-decisions = Decisions
appraisal-figure-alarms = False alarms
appraisal-figure-standard = Standard met
appraisal-figure-finished = Came to an end
appraisal-figure = Mean { $mean } ({ $low } to { $high }). Half of the plays: { $from } to { $to }.
appraisal-figure-none = Not worked out.
appraisal-of-plays = { $n } of plays ({ $low } to { $high })
appraisal-found-none = Everything can be come to, and no play is caught.
appraisal-found-none-bounded = The check found nothing.
appraisal-error = Error
appraisal-warning = Warning
appraisal-note = Note
appraisal-mend = What mends it
appraisal-place = Line { $line }, column { $column } of the file.
appraisal-play = A play that shows it
appraisal-play-with = Saved, it plays again with:
appraisal-step = { $n }. { $step }
appraisal-steps-more = More steps in the file: { $n }.
appraisal-copy = Copy this play
appraisal-copied = Copied.
appraisal-save = Save this play…
appraisal-did-look = Look at: { $what }
appraisal-did-mark = Mark: { $text }
appraisal-did-mark-many = Mark sentences, { $n } of them
appraisal-did-unmark = Take the mark away: “{ $text }”
appraisal-did-decide = Decide what to do
appraisal-did-choose = Choose: { $text }
appraisal-did-fill = Submit “{ $title }”: { $options }
appraisal-did-fill-nothing = Submit “{ $title }” with nothing chosen
appraisal-did-leave = End the attempt
