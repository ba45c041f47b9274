//go:build !unix

package source

import "time"

// cpuTime is not known here.
func cpuTime() time.Duration { return 0 }
