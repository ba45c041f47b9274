package extract

import (
	"fmt"

	"github.com/wireprint/wireprint/pkg/news"
)

// DecideDays tells the day of articles that give it in digits of either order, by the
// order that their outlet uses elsewhere: who writes 25/04/2021 means the third of
// April by 03/04/2021. Where the outlet's articles do not tell, those with the same
// field of the same file do: one program wrote them. Where nothing tells, the time
// stays unknown. The result does not depend on the order of the articles.
func DecideDays(articles []*news.Article, outletOf func(*news.Article) string) {
	outlets, fields := map[string]*dayOrders{}, map[string]*dayOrders{}
	for _, a := range articles {
		if a.Digits == nil {
			continue
		}
		order, ok := a.Digits.Order(a.Time)
		if !ok {
			continue
		}
		learn(outlets, outletOf(a), order, a.Digits.Written)
		learn(fields, fieldOf(a), order, a.Digits.Written)
	}
	for _, a := range articles {
		if a.Digits == nil || a.Time.Known() {
			continue
		}
		order, as, ok := outlets[outletOf(a)].usual(1)
		by := "this outlet"
		if !ok {
			order, as, ok = fields[fieldOf(a)].usual(tellingFields)
			by = "this field"
		}
		if t := a.Digits.Readings[order]; ok && t.Known() {
			a.Time = t
			a.TimeFrom = fmt.Sprintf("%s: %q with the %s first, as %s has %q", a.Digits.From, a.Digits.Written, orderNames[order], by, as)
		}
	}
}

var orderNames = [...]string{news.DayFirst: "day", news.MonthFirst: "month", news.YearFirst: "year"}

// tellingFields is how many articles must show the order of a file's field: it may
// hold what several outlets printed.
const tellingFields = 3

// fieldOf names the field of a file that a date is from, empty for one of a text.
func fieldOf(a *news.Article) string {
	if a.Digits.Field == "" {
		return ""
	}
	return a.Path + " " + a.Digits.Field
}

// dayOrders counts the dates that show an order, and has the first in the alphabet.
type dayOrders struct {
	counts   [3]int
	examples [3]string
}

func learn(orders map[string]*dayOrders, writer string, order news.DayOrder, written string) {
	if writer == "" {
		return
	}
	o := orders[writer]
	if o == nil {
		o = &dayOrders{}
		orders[writer] = o
	}
	o.counts[order]++
	if example := &o.examples[order]; *example == "" || written < *example {
		*example = written
	}
}

// usual is the order that at least so many dates show, and ten times as many as show
// another.
func (o *dayOrders) usual(least int) (order news.DayOrder, example string, ok bool) {
	if o == nil {
		return 0, "", false
	}
	all := 0
	for _, n := range o.counts {
		all += n
	}
	for order, n := range o.counts {
		if n >= least && n >= 10*(all-n) {
			return news.DayOrder(order), o.examples[order], true
		}
	}
	return 0, "", false
}
