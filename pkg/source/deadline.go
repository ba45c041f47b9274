package source

import "time"

// now is the time by the clock in force.
func (o Options) now() time.Time {
	if o.Clock != nil {
		return o.Clock()
	}
	return time.Now()
}

// tooSlow is the reason for what takes longer than it may.
func (o Options) tooSlow() error {
	return because("takes more than %d seconds (raise --max-time)", o.MaxSeconds)
}

// Deadline holds the work on one document to the time that it may take. It interrupts
// nothing: who works on the document asks it between one step and the next, and leaves
// no goroutine behind. The nil Deadline never passes.
type Deadline struct {
	opts Options
	end  time.Time
}

// Deadline returns one for work that begins now.
func (o Options) Deadline() *Deadline {
	return &Deadline{o, o.now().Add(time.Duration(o.MaxSeconds) * time.Second)}
}

// Check returns the reason to give the document up, when its time is over.
func (d *Deadline) Check() error {
	if d == nil || !d.opts.now().After(d.end) {
		return nil
	}
	return d.opts.tooSlow()
}
