package extract

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// dayInAddress finds the year, month and day of publication in an address:
// /2021/07/19/, /2021-07-19-, /2021/jul/19/, /20210719/.
var dayInAddress = regexp.MustCompile(`[/_-]((?:19|20)\d\d)([/_-]?)(\d{1,2}|[a-z]{3})([/_-]?)(\d{1,2})(?:[/._-]|$)`)

// addressDay is the day that the path of an address holds, the unknown time when there
// is none.
func addressDay(url string) news.Time {
	_, path, ok := strings.Cut(url, "//")
	if !ok {
		path = url
	}
	path, _, _ = strings.Cut(strings.ToLower(path), "?")
	m := dayInAddress.FindStringSubmatch(path)
	if m == nil || m[2] != m[4] || m[2] == "" && len(m[3])+len(m[5]) != 4 {
		return news.Time{}
	}
	month := time.Month(meanings[m[3]].month)
	if n, err := strconv.Atoi(m[3]); err == nil {
		month = time.Month(n)
	}
	year, _ := strconv.Atoi(m[1])
	day, _ := strconv.Atoi(m[5])
	t, _ := valid(news.Time{Year: year, Month: month, Day: day}, 1)
	return t
}
