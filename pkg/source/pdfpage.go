package source

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// pdfRun is letters that a page writes one behind the other. Places are in points
// along the line and across it, upwards, so that a turned page reads like any other.
type pdfRun struct {
	text       string
	along, end float64 // where it begins and ends
	across     float64
	size       float64 // of its letters
}

// maxForms is how deep pieces of a page may lie in one another.
const maxForms = 5

// pdfRuns returns what a page writes, in its order. The library's own reader of
// pages adds a letter behind each line, knows the widths of no font with more than
// 256 letters, and leaves out what a page has in pieces.
func pdfRuns(page pdf.Page) []pdfRun {
	w := pdfWriter{fonts: make(map[string]*pdfFont), pdfState: pdfState{page: identity, stretch: 1}}
	w.write(page.V.Key("Contents"), page.Resources(), 0)
	return w.runs
}

// pdfWriter follows what a page writes.
type pdfWriter struct {
	pdfState
	saved []pdfState
	line  matrix // where the line begins
	at    matrix // where the next letter stands
	fonts map[string]*pdfFont
	runs  []pdfRun
}

// pdfState is what a page can save and restore.
type pdfState struct {
	page           matrix
	font           *pdfFont
	size, stretch  float64
	letters, words float64 // additional room behind each
	leading, rise  float64
}

// write follows the operators of a page, or a piece of one.
func (w *pdfWriter) write(content, resources pdf.Value, depth int) {
	if content.Kind() != pdf.Stream && content.Kind() != pdf.Array || pictured(content) {
		return
	}
	pdf.Interpret(content, func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		if operator == "Do" && len(args) == 1 {
			w.form(resources.Key("XObject").Key(args[0].Name()), resources, depth)
			return
		}
		if operator == "Tf" && len(args) == 2 {
			w.font, w.size = w.fontOf(resources.Key("Font").Key(args[0].Name())), args[1].Float64()
			return
		}
		if !w.place(operator, args) {
			w.show(operator, args)
		}
	})
}

// pictured reports whether what should be operators, or a part of it, says that it is
// a picture: of pictures more may come out than of all else, see [checkPDF].
func pictured(content pdf.Value) bool {
	if content.Key("Subtype").Name() == "Image" {
		return true
	}
	for i := range content.Len() {
		if content.Index(i).Key("Subtype").Name() == "Image" {
			return true
		}
	}
	return false
}

// form writes a piece of a page.
func (w *pdfWriter) form(form, resources pdf.Value, depth int) {
	if form.Key("Subtype").Name() != "Form" || depth >= maxForms {
		return
	}
	if own := form.Key("Resources"); own.Kind() == pdf.Dict {
		resources = own
	}
	state, line, at := w.pdfState, w.line, w.at
	if m := form.Key("Matrix"); m.Len() == 6 {
		w.page = matrixOf(m.Index).times(w.page)
	}
	w.write(form, resources, depth+1)
	w.pdfState, w.line, w.at = state, line, at
}

// place follows an operator that says where and how to write. It returns false for
// any other.
func (w *pdfWriter) place(operator string, args []pdf.Value) bool {
	number := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch operator {
	case "q":
		w.saved = append(w.saved, w.pdfState)
	case "Q":
		if n := len(w.saved); n > 0 {
			w.pdfState, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "cm", "Tm":
		m := matrixOf(func(i int) pdf.Value { return argument(args, i) })
		if operator == "cm" {
			w.page = m.times(w.page)
		} else {
			w.line, w.at = m, m
		}
	case "BT":
		w.line, w.at = identity, identity
	case "Td":
		w.nextLine(number(0), number(1))
	case "TD":
		w.leading = -number(1)
		w.nextLine(number(0), number(1))
	case "T*":
		w.nextLine(0, -w.leading)
	case "Tc":
		w.letters = number(0)
	case "Tw":
		w.words = number(0)
	case "Tz":
		w.stretch = number(0) / 100
	case "TL":
		w.leading = number(0)
	case "Ts":
		w.rise = number(0)
	default:
		return false
	}
	return true
}

// argument is the i-th, or nothing.
func argument(args []pdf.Value, i int) pdf.Value {
	if i < len(args) {
		return args[i]
	}
	return pdf.Value{}
}

// show follows an operator that writes.
func (w *pdfWriter) show(operator string, args []pdf.Value) {
	if len(args) == 0 || w.font == nil {
		return
	}
	last := args[len(args)-1]
	switch operator {
	case `"`:
		w.words, w.letters = args[0].Float64(), argument(args, 1).Float64()
		fallthrough
	case "'":
		w.nextLine(0, -w.leading)
		w.text(last.RawString())
	case "Tj":
		w.text(last.RawString())
	case "TJ":
		for i := range last.Len() {
			if part := last.Index(i); part.Kind() == pdf.String {
				w.text(part.RawString())
			} else {
				w.at = matrix{1, 0, 0, 1, -part.Float64() / 1000 * w.size * w.stretch, 0}.times(w.at)
			}
		}
	}
}

func (w *pdfWriter) nextLine(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.times(w.line)
	w.at = w.line
}

// text writes letters and goes on behind them.
func (w *pdfWriter) text(raw string) {
	letters := matrix{w.size * w.stretch, 0, 0, w.size, 0, w.rise}.times(w.at).times(w.page)
	w.at = matrix{1, 0, 0, 1, w.width(raw), 0}.times(w.at)
	behind := matrix{1, 0, 0, 1, 0, w.rise}.times(w.at).times(w.page)

	ux, uy := letters[0], letters[1]
	length := math.Hypot(ux, uy)
	if length == 0 || math.IsNaN(length) || math.IsInf(length, 0) {
		return
	}
	ux, uy = ux/length, uy/length
	w.runs = append(w.runs, pdfRun{
		text:   w.font.Decode(raw),
		along:  letters[4]*ux + letters[5]*uy,
		end:    behind[4]*ux + behind[5]*uy,
		across: letters[5]*ux - letters[4]*uy,
		size:   math.Hypot(letters[2], letters[3]),
	})
}

// width is the room that letters take, before the page is scaled.
func (w *pdfWriter) width(raw string) float64 {
	sum, step := 0.0, w.font.bytes
	for i := 0; i+step <= len(raw); i += step {
		code := int(raw[i])
		if step == 2 {
			code = code<<8 | int(raw[i+1])
		} else if code == ' ' {
			sum += w.words
		}
		sum += w.font.width(code)/1000*w.size + w.letters
	}
	return sum * w.stretch
}

// pdfFont is a font with the widths of its letters, in thousandths of its size.
type pdfFont struct {
	pdf.TextEncoding
	bytes  int // of a letter's code
	widths map[int]float64
	other  float64 // width of a letter that has none
}

// letterTable is an encoding of one byte a letter.
type letterTable [256]string

// byLetter makes a table of an encoding that lists what differs from another: the
// library goes through the list for each letter anew.
func byLetter(e pdf.TextEncoding, font pdf.Value) pdf.TextEncoding {
	if font.Key("Encoding").Kind() != pdf.Dict {
		return e
	}
	var t letterTable
	for c := range t {
		t[c] = e.Decode(string([]byte{byte(c)}))
	}
	return &t
}

func (t *letterTable) Decode(raw string) string {
	var text strings.Builder
	for i := range len(raw) {
		text.WriteString(t[raw[i]])
	}
	return text.String()
}

func (f *pdfFont) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.other
}

// fontOf reads a font once.
func (w *pdfWriter) fontOf(v pdf.Value) *pdfFont {
	key := v.String()
	if f := w.fonts[key]; f != nil {
		return f
	}
	font := pdf.Font{V: v}
	if v.Key("ToUnicode").Key("Subtype").Name() == "Image" {
		panic("a font's letters are a picture")
	}
	f := &pdfFont{TextEncoding: byLetter(font.Encoder(), v), bytes: 1, widths: make(map[int]float64), other: 500}
	w.fonts[key] = f
	if inner := v.Key("DescendantFonts").Index(0); inner.Kind() == pdf.Dict {
		f.bytes, f.other = 2, 1000
		if given := inner.Key("DW"); !given.IsNull() {
			f.other = given.Float64()
		}
		f.wideWidths(inner.Key("W"))
		return f
	}
	first := font.FirstChar()
	for i, width := range font.Widths() {
		f.widths[first+i] = width
	}
	return f
}

// wideWidths reads the widths of a font with many letters: a first code with a list
// of widths, or a first and a last code with one.
func (f *pdfFont) wideWidths(list pdf.Value) {
	const maxCode = 1 << 16
	for i := 0; i+1 < list.Len(); {
		first, second := int(list.Index(i).Int64()), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for j := range min(second.Len(), maxCode) {
				f.widths[first+j] = second.Index(j).Float64()
			}
			i += 2
			continue
		}
		width := list.Index(i + 2).Float64()
		for code := max(first, 0); code <= min(int(second.Int64()), maxCode); code++ {
			f.widths[code] = width
		}
		i += 3
	}
}

// matrix is [a b c d e f] as PDF writes it.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func matrixOf(number func(int) pdf.Value) (m matrix) {
	for i := range m {
		m[i] = number(i).Float64()
	}
	return m
}

// times applies m and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}
