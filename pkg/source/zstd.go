package source

import "github.com/klauspost/compress/zstd"

// maxWindow is the most that zstd may remember of what it unpacked: what
// zstd --ultra -22 asks for.
const maxWindow = 128 << 20

// zstdFormat is zstd, also several frames one behind the other.
type zstdFormat struct{}

func (zstdFormat) recognise(head []byte, name string) sureness {
	if beginsWith(head, "\x28\xb5\x2f\xfd", name, ".zst") {
		return byContent
	}
	return no
}

func (zstdFormat) read(r *reader, s *stream) error {
	// One goroutine: the stream that it reads from counts, and is looked at, meanwhile.
	z, err := zstd.NewReader(s, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(2*maxWindow), zstd.WithDecoderLowmem(true))
	if err != nil {
		return err
	}
	defer z.Close()
	r.unpacked(s, z)
	return nil
}
