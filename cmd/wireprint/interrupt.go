package main

import (
	"context"
	"time"
)

// grace is how long an interrupted run may take to end by itself. Most steps
// notice at once; one that sorts or groups all articles at a time does not.
const grace = 300 * time.Millisecond

// interruptible runs work and returns what it returns. When ctx ends and work
// does not end soon after, its result is given up: the program is about to exit,
// and nothing has been written yet.
func interruptible[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := work()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
	}
	select {
	case r := <-done:
		return r.value, r.err
	case <-time.After(grace):
		var none T
		return none, ctx.Err()
	}
}
