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
	z, ok := r.memory.zstds.take()
	if !ok {
		var err error
		if z, err = newZstd(); err != nil {
			return err
		}
	}
	defer r.memory.zstds.giveBack(z)
	if err := z.Reset(s); err != nil {
		return err
	}
	r.unpacked(s, z)
	return z.Reset(nil)
}

// newZstd returns a decompressor. It has no goroutine, for the stream that it reads from
// counts, and is looked at, meanwhile.
func newZstd() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(2*maxWindow), zstd.WithDecoderLowmem(true))
}
