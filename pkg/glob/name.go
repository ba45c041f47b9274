package glob

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// dialect is what braces mean between two slashes.
type dialect struct {
	braces func(text string) (part, error) // nil where they are letters
	apart  bool                            // two parts of any length may not stand side by side
}

// part is the expression for what stands in braces.
type part struct {
	expr string
	read int  // bytes of the pattern
	open bool // it is of any length
}

// translate makes an expression of what stands between two slashes of a pattern.
func (d dialect) translate(name string) (string, error) {
	var expr strings.Builder
	wasOpen := false
	for name != "" {
		p, err := d.next(name)
		if err != nil {
			return "", err
		}
		if d.apart && wasOpen && p.open {
			return "", errors.New(`has two parts of any length side by side; put something between them ("**" stands between slashes)`)
		}
		expr.WriteString(p.expr)
		name, wasOpen = name[p.read:], p.open
	}
	return expr.String(), nil
}

// next is the expression for what a name begins with.
func (d dialect) next(name string) (part, error) {
	switch c := name[0]; {
	case c == '*' && d.apart:
		return part{"[^/]*?", 1, true}, nil
	case c == '*':
		return part{"[^/]*", len(name) - len(strings.TrimLeft(name, "*")), true}, nil
	case c == '?':
		return part{"[^/]", 1, false}, nil
	case c == '[':
		return class(name)
	case (c == '{' || c == '}') && d.braces != nil:
		return d.braces(name)
	case c == '\\' && len(name) == 1:
		return part{}, errors.New(`ends with a backslash; write "\\" for one`)
	case c == '\\':
		p := letter(name[1:])
		p.read++
		return p, nil
	}
	return letter(name), nil
}

// letter is the expression for a character that stands for itself.
func letter(name string) part {
	_, size := utf8.DecodeRuneInString(name)
	return part{regexp.QuoteMeta(name[:size]), size, false}
}

// class is the expression for "[a-f]" or "[!a-f]". It never matches a slash.
func class(name string) (part, error) {
	var expr strings.Builder
	rest := name[1:]
	expr.WriteString("[")
	if rest != "" && (rest[0] == '!' || rest[0] == '^') {
		expr.WriteString("^/")
		rest = rest[1:]
	}
	none := true // a bracket that comes first is a character
	for ; rest != "" && (rest[0] != ']' || none); none = false {
		if strings.HasPrefix(rest, "[:") {
			return part{}, errors.New(`has a class such as [:alpha:], which is not known; write [a-z]`)
		}
		low, n := classRune(rest)
		high := low
		rest = rest[n:]
		if len(rest) > 1 && rest[0] == '-' && rest[1] != ']' {
			high, n = classRune(rest[1:])
			rest = rest[1+n:]
		}
		if high < low {
			return part{}, fmt.Errorf("has a range that ends before it begins, %c-%c", low, high)
		}
		writeRange(&expr, low, high)
	}
	if rest == "" {
		return part{}, errors.New(`has a bracket that is not closed; write "\[" for a bracket`)
	}
	if expr.Len() == 1 { // a slash alone
		return part{"[^\\x00-\\x{10FFFF}]", len(name) - len(rest) + 1, false}, nil
	}
	expr.WriteString("]")
	return part{expr.String(), len(name) - len(rest) + 1, false}, nil
}

// classRune is the character that a class goes on with.
func classRune(text string) (r rune, read int) {
	if text[0] == '\\' && len(text) > 1 {
		r, read = utf8.DecodeRuneInString(text[1:])
		return r, read + 1
	}
	return utf8.DecodeRuneInString(text)
}

// writeRange writes a range of characters without the slash.
func writeRange(expr *strings.Builder, low, high rune) {
	if low <= '/' && '/' <= high {
		if low < '/' {
			writeRange(expr, low, '/'-1)
		}
		if high > '/' {
			writeRange(expr, '/'+1, high)
		}
		return
	}
	fmt.Fprintf(expr, `\x{%x}-\x{%x}`, low, high)
}

// alternatives is the expression for "{txt,html}".
func alternatives(text string) (part, error) {
	inner, _, closed := strings.Cut(text[1:], "}")
	if text[0] == '}' || !closed || strings.Contains(inner, "{") {
		return part{}, errors.New(`has a brace without its partner, or one inside another; write "\{" for a brace`)
	}
	var exprs []string
	for choice := range strings.SplitSeq(inner, ",") {
		expr, err := dialect{}.translate(choice)
		if err != nil {
			return part{}, err
		}
		exprs = append(exprs, expr)
	}
	return part{"(?:" + strings.Join(exprs, "|") + ")", len(inner) + 2, true}, nil
}
