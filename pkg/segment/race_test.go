//go:build race

package segment

// raceDetector says that the race detector is on, which allocates by itself.
const raceDetector = true
