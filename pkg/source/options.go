package source

import (
	"fmt"
	"time"

	"github.com/wireprint/wireprint/pkg/glob"
)

// Options bound what is read, and say where records keep it.
type Options struct {
	// MaxFileBytes is the most that one document may hold, after
	// decompression and in bytes: a text or HTML file, or one record of a file
	// of records. Files of records are streamed and may be of any size.
	MaxFileBytes int64 `json:"max_file_bytes"`

	// MaxArchiveBytes is the most that may come out of one compressed file or
	// archive, and MaxExpansion how many times its own size; the first 64 MiB
	// are free.
	MaxArchiveBytes int64 `json:"max_archive_bytes"`
	MaxExpansion    int   `json:"max_expansion"`

	MaxDepth   int `json:"max_depth"`   // formats that a document may be nested in
	MaxMembers int `json:"max_members"` // files in one archive, those of archives in it included

	// MaxSeconds is the longest that the search for the next document may take,
	// without the time in which the disk or the next stage is waited for, and the
	// longest that the work on one document may, see [Deadline].
	MaxSeconds int `json:"max_seconds"`

	Clock func() time.Time `json:"-"` // by which that is measured; nil for the machine's

	Fields Fields `json:"fields,omitzero"`

	// Include are patterns of which a file must match one, if there are any, and
	// Exclude those of which it must match none. They are for the path below the
	// folder that was given; in archives also for the path in the archive. A file that
	// was given itself is read whatever they say.
	Include []glob.Pattern `json:"include,omitempty"`
	Exclude []glob.Pattern `json:"exclude,omitempty"`

	FollowLinks bool `json:"follow_links,omitempty"` // below folders, symbolic links too
}

// The limits are far above any news story, and far below any memory or patience.
// Real text is seldom packed to less than a fiftieth, which counts twice in a packed
// archive; a thousandth is all that deflate can do, with a single letter.
const (
	DefaultMaxFileBytes    = 64 << 20
	DefaultMaxArchiveBytes = 256 << 30
	DefaultMaxExpansion    = 1000
	DefaultMaxDepth        = 8
	DefaultMaxMembers      = 10_000_000
	DefaultMaxSeconds      = 60
)

// DefaultOptions returns the options that hold when nothing was asked for.
func DefaultOptions() Options {
	return Options{
		MaxFileBytes:    DefaultMaxFileBytes,
		MaxArchiveBytes: DefaultMaxArchiveBytes,
		MaxExpansion:    DefaultMaxExpansion,
		MaxDepth:        DefaultMaxDepth,
		MaxMembers:      DefaultMaxMembers,
		MaxSeconds:      DefaultMaxSeconds,
	}
}

// tooLarge is the reason for a document above the limit.
func (o Options) tooLarge() error {
	return because("larger than %s (raise --max-file-size)", sizeText(o.MaxFileBytes))
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
