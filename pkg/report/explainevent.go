package report

import (
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// eventVerdict says whether the two are in one event, and by what.
func eventVerdict(x *news.Explanation) verdict {
	v := verdict{decided: "One event", reason: eventReason(x)}
	if !x.Event.Same {
		v.decided = "Not one event"
	}
	return v
}

func eventReason(x *news.Explanation) string {
	v := x.Event
	switch v.By {
	case news.ByCopy:
		return "they carry the same copy, and a family is never parted."
	case news.ByCrowd:
		return "there are very many stories that fit, and the nearest of them is the same for both, or is one of the two."
	case news.ByWindow:
		return fmt.Sprintf("they were published %s apart, beyond the %d (event.window_days) within which articles are linked, and no others link them.",
			count(x.Dates.Apart, "day", "days"), x.Dates.Window)
	case news.ByForm:
		return "the one repeats the other's sentences with other figures, as the issues of a daily or monthly report do."
	case news.ByReach:
		return fmt.Sprintf("their groups fit with %.2f on average, but together they would lie over %s; the most is %d, three times event.window_days.",
			v.Average, count(v.Days, "day", "days"), v.Reach)
	case news.ByAttaching:
		return attachingReason(x)
	case news.ByRoundUp:
		return roundUpReason(x)
	}
	if x.Words.NotCounted == news.IgnoredSilent {
		return silentReason(v.Verdict)
	}
	return averageReason(v.Verdict, "fit", "1 is just enough", func(fit float64) string { return fmt.Sprintf("%.2f", fit) })
}

// roundUpReason says which of the two is of no event.
func roundUpReason(x *news.Explanation) string {
	who := "A and B are round-ups: each fits"
	if len(x.Event.RoundUps) == 1 {
		who = letter(x, x.Event.RoundUps[0]) + " is a round-up: it fits"
	}
	return who + " two events that have nothing to do with each other, and so is put to neither."
}

// attachingReason says who joined by itself, and what.
func attachingReason(x *news.Explanation) string {
	var joined []string
	for _, a := range x.Event.Attached {
		if a.Joined {
			joined = append(joined, fmt.Sprintf("%s joined %s by itself, the better half of which it fits with %.2f on average",
				letter(x, a.Article), count(a.Articles, "other", "others"), a.Average))
		}
	}
	how := strings.Join(joined, "; ") + ". 1 is just enough."
	if x.Event.Same {
		return how
	}
	return fmt.Sprintf("they came together with %.2f on average, but then %s", x.Event.Average, how)
}

// silentReason tells of a verdict by the average of two groups, of which the pair's
// own fit is no part.
func silentReason(v news.Verdict) string {
	brought := ""
	if v.Same {
		brought = ", which brought them together"
	}
	return fmt.Sprintf("other articles speak for one of the two, of a large family or among very many that fit; between A%s and B%s the fit is %.2f on average%s; 1 is just enough.",
		others(v.WithA), others(v.WithB), v.Average, brought)
}

// averageReason tells of a verdict by the average of two groups, whose nearness is
// called noun and written by as.
func averageReason(v news.Verdict, noun, enough string, as func(float64) string) string {
	pair := fmt.Sprintf("the %s of the two is %s", noun, as(v.Pair))
	groups := fmt.Sprintf("between A%s and B%s it is %s on average", others(v.WithA), others(v.WithB), as(v.Average))
	alone := v.WithA <= 1 && v.WithB <= 1
	switch reached := v.Pair >= v.Needed; {
	case alone:
		return pair + "; " + enough + "."
	case v.Same && !reached:
		return pair + ", too little by itself, but " + groups + ", which brought them together; " + enough + "."
	case v.Same:
		return pair + ", and " + groups + ", which brought them together; " + enough + "."
	case reached:
		return pair + ", but " + groups + "; " + enough + "."
	}
	return pair + ", and " + groups + "; " + enough + "."
}

// others are those that an article is with, itself among the number.
func others(with int) string {
	if with <= 1 {
		return ""
	}
	return " with " + count(with-1, "other", "others")
}
