package source

import "compress/bzip2"

// bzip2Format is bzip2, also several streams one behind the other. A file that is
// named so and is not compressed is read as it is.
type bzip2Format struct{}

func (bzip2Format) recognise(head []byte, name string) sureness {
	if len(head) == 0 || head[0] != 'B' {
		return no
	}
	for _, block := range []string{"1AY&SY", "\x17rE8P\x90"} { // a block of data, or the end of none
		for level := byte('1'); level <= '9'; level++ {
			if beginsWith(head, "BZh"+string(level)+block, name, ".bz2") {
				return byContent
			}
		}
	}
	return no
}

func (bzip2Format) read(r *reader, s *stream) error {
	r.unpacked(s, bzip2.NewReader(s))
	return nil
}
