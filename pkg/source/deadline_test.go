package source

import (
	"testing"
	"time"
)

// slow makes all work slow: whenever the time is asked for, it is a minute later.
func slow(o *Options) {
	var now time.Time
	o.Clock = func() time.Time {
		now = now.Add(time.Minute)
		return now
	}
}

// A deadline passes when more than its seconds have, and not before. None never does.
func TestDeadline(t *testing.T) {
	now := time.Time{}
	opts := Options{MaxSeconds: 5, Clock: func() time.Time { return now }}
	d := opts.Deadline()
	for _, tt := range []struct {
		after time.Duration
		want  string
	}{
		{0, ""},
		{5 * time.Second, ""},
		{5*time.Second + 1, "takes more than 5 seconds (raise --max-time)"},
		{time.Hour, "takes more than 5 seconds (raise --max-time)"},
	} {
		now = time.Time{}.Add(tt.after)
		if err := d.Check(); err == nil && tt.want != "" || err != nil && err.Error() != tt.want {
			t.Errorf("after %v: %v, want %q", tt.after, err, tt.want)
		}
	}
	if err := (*Deadline)(nil).Check(); err != nil {
		t.Errorf("no deadline: %v", err)
	}
}
