package pipeline

// Progress is told how far a run has come. Its methods are called from one
// goroutine at a time.
type Progress interface {
	// Stage begins a stage of total units; a total of -1 is unknown.
	Stage(name string, total int64)
	// Add reports n more units of the current stage.
	Add(n int64)
}

// Silent is a Progress that shows nothing.
type Silent struct{}

// Stage does nothing.
func (Silent) Stage(string, int64) {}

// Add does nothing.
func (Silent) Add(int64) {}
