package main

import (
	"context"
	"errors"
	"testing"
)

// Work that does not look at its context is given up when that ends.
func TestInterruptible(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	forever := make(chan struct{})
	defer close(forever)
	cancel()
	_, err := interruptible(ctx, func() (int, error) {
		<-forever
		return 1, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if got, err := interruptible(ctx, func() (int, error) { return 1, nil }); got != 1 || err != nil {
		t.Errorf("%d, %v: want the result of work that ended in time", got, err)
	}
}
