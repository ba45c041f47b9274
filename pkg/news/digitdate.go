package news

// DayOrder is the order of day, month and year in a date of digits.
type DayOrder uint8

// The orders of a date of digits.
const (
	DayFirst   DayOrder = iota // 19/07/2021
	MonthFirst                 // 07/19/2021
	YearFirst                  // 21/07/19
)

// DigitDate is a date in digits as an outlet wrote it, such as 03/04/2021, with the
// day that it is in each order of its parts.
type DigitDate struct {
	Written  string
	From     string  // where it stands, in words
	Field    string  // of the record that it is from, empty when it is from the text
	Readings [3]Time // by [DayOrder]; unknown where the order gives no day
}

// Only is the day that the date is in every order, the unknown time when it is
// several.
func (d *DigitDate) Only() (only Time) {
	for _, t := range d.Readings {
		switch {
		case !t.Known():
		case !only.Known():
			only = t
		case t != only:
			return Time{}
		}
	}
	return only
}

// Keep leaves those readings that ok reports true for, or all when it reports it
// for none.
func (d *DigitDate) Keep(ok func(Time) bool) {
	var kept DigitDate
	for order, t := range d.Readings {
		if t.Known() && ok(t) {
			kept.Readings[order] = t
		}
	}
	if kept.Readings != (DigitDate{}).Readings {
		d.Readings = kept.Readings
	}
}

// Order is the one order in which the date is the day of t; ok is false when none
// is, or several are.
func (d *DigitDate) Order(t Time) (order DayOrder, ok bool) {
	for o, r := range d.Readings {
		if !r.Known() || r.Date() != t.Date() {
			continue
		}
		if ok {
			return 0, false
		}
		order, ok = DayOrder(o), true
	}
	return order, ok
}
