package source

// textFormat is plain text: one document, of one story or of several, or what an
// agency sends, if package extract knows it. Only its name tells it; a file without
// extension is taken for it when it was given itself.
type textFormat struct{}

func (textFormat) recognise(_ []byte, name string) sureness {
	return named(name, ".txt", ".text", ".md",
		".xml", ".nitf", ".newsml", ".anpa", ".iptc", ".tst") // wire formats
}

func (textFormat) read(r *reader, s *stream) error {
	data, err := r.whole(s)
	if err == nil {
		r.give(s.document(Text, data))
	}
	return err
}
