# The rows of a run as the tables of docs/measurements.md: figures, then ratios.
$2 ~ /^digest|÷/ { next }
{
    row = $1 ", " $2 " | " $5
    if (!(row in known)) { known[row] = 1; order[++rows] = row }
    if (!($3 in size)) { size[$3] = 1; sizes[++count] = $3 }
    cell[row, $3] = $4
    figure[$1 "/" $2, $3] = $4
}
function plain(number) {
    if (number >= 1e6) return sprintf("%.1f million", number / 1e6)
    if (number >= 100) return sprintf("%.0f", number)
    return sprintf("%.3g", number)
}
function times(one, other) {
    if (!other) return "–"
    return sprintf(one / other < 10 ? "%.2f ×" : "%.0f ×", one / other)
}
function ratio(name, one, other, bar,    text, at) {
    text = "| " name " |"
    for (at = 1; at <= count; at++)
        text = text " " times(figure[one, sizes[at]], figure[other, sizes[at]]) " |"
    print text " " bar " |"
}
function growth(name, one,    at) {
    printf "| %s, %s nodes ÷ %s |", name, sizes[count], sizes[1]
    for (at = 1; at < count; at++) printf " |"
    print " " times(figure[one, sizes[count]], figure[one, sizes[1]]) " | |"
}
END {
    printf "\n| engine, work | |"
    for (at = 1; at <= count; at++) printf " %s nodes |", sizes[at]
    printf "\n|---|---|"
    for (at = 1; at <= count; at++) printf "---:|"
    print ""
    for (number = 1; number <= rows; number++) {
        printf "| %s |", order[number]
        for (at = 1; at <= count; at++) printf " %s |", plain(cell[order[number], sizes[at]])
        print ""
    }
    printf "\n| ratio |"
    for (at = 1; at <= count; at++) printf " %s nodes |", sizes[at]
    printf " bar |\n|---|"
    for (at = 1; at <= count; at++) printf "---:|"
    print "---|"
    ratio("load for play ÷ plain typed `ron`", "second-look/load for play", "ron/typed structures", "at most 2.5")
    ratio("check ÷ bladeink-compiler", "second-look/check without search", "bladeink-compiler/compile", "below 1")
    ratio("inkjs ÷ check", "inkjs/compile", "second-look/check without search", "at least 10")
    ratio("yarnspinner ÷ check", "yarnspinner/compile", "second-look/check without search", "")
    ratio("steps ÷ bladeink", "second-look/steps", "bladeink/steps", "")
    ratio("steps ÷ yarnspinner", "second-look/steps", "yarnspinner/steps", "")
    ratio("steps ÷ inkjs", "second-look/steps", "inkjs/steps", "")
    ratio("playthroughs ÷ bladeink", "second-look/playthroughs of 50", "bladeink/playthroughs of 50", "")
    if (count > 1) {
        growth("check", "second-look/check without search")
        growth("plain typed `ron`", "ron/typed structures")
    }
}
