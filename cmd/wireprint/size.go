package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// byteSize is a number of bytes as people write it: 64MiB, 10MB, 4096.
type byteSize int64

// sizeUnits are in the order in which String tries them. As in the coreutils,
// a letter alone is the power of two.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10},
	{"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3},
	{"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10},
	{"B", 1},
}

// String writes the size in the first unit that divides it.
func (s byteSize) String() string {
	for _, u := range sizeUnits {
		if s != 0 && int64(s)%u.bytes == 0 {
			return strconv.FormatInt(int64(s)/u.bytes, 10) + u.name
		}
	}
	return "0"
}

// Set reads a size. With String and Type it makes a byteSize a flag.
func (s *byteSize) Set(text string) error {
	number := strings.TrimRight(text, "BIKMGbikmg ")
	unit, err := sizeUnit(strings.TrimSpace(text[len(number):]))
	if err != nil {
		return err
	}
	n, err := strconv.ParseFloat(number, 64)
	if bytes := n * float64(unit); err == nil && bytes >= 1 && bytes < math.MaxInt64 {
		*s = byteSize(bytes)
		return nil
	}
	return fmt.Errorf("expected a size such as 64MiB or 10MB")
}

// Type names the flag's value in help texts.
func (*byteSize) Type() string { return "size" }

// UnmarshalText is Set for variables and configuration files.
func (s *byteSize) UnmarshalText(text []byte) error { return s.Set(string(text)) }

func sizeUnit(name string) (int64, error) {
	if name == "" {
		return 1, nil
	}
	for _, u := range sizeUnits {
		if strings.EqualFold(name, u.name) {
			return u.bytes, nil
		}
	}
	return 0, fmt.Errorf("unknown unit %q; use kB, MB, GB, KiB, MiB or GiB", name)
}
