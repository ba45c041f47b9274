package source

type pdfFormat struct{}

func (pdfFormat) recognise(head []byte, name string) sureness { return no }
func (pdfFormat) read(r *reader, s *stream) error             { return nil }
