package source

import "fmt"

// Options bound what is read.
type Options struct {
	// MaxFileBytes is the most that one document may hold, after
	// decompression and in bytes: a text or HTML file, or one record of a JSON
	// or JSONL file. Files of records are streamed and may be of any size.
	MaxFileBytes int64 `json:"max_file_bytes"`
}

// DefaultMaxFileBytes is far above any news story and far below any memory.
const DefaultMaxFileBytes = 64 << 20

// DefaultOptions returns the options that hold when nothing was asked for.
func DefaultOptions() Options {
	return Options{MaxFileBytes: DefaultMaxFileBytes}
}

// tooLarge is the reason for a document above the limit.
func (o Options) tooLarge() string {
	return fmt.Sprintf("larger than %s (raise --max-file-size)", sizeText(o.MaxFileBytes))
}

// sizeText writes a number of bytes in the largest unit that divides it.
func sizeText(n int64) string {
	for _, u := range []struct {
		bytes int64
		name  string
	}{{1 << 30, "GiB"}, {1 << 20, "MiB"}, {1 << 10, "KiB"}} {
		if n >= u.bytes && n%u.bytes == 0 {
			return fmt.Sprintf("%d %s", n/u.bytes, u.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}
