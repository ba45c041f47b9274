package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/wireprint/wireprint/pkg/source"
)

// position is where a document stands in the order of reading.
type position struct {
	input    int
	document int // of the input, counted from 0
}

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.input, q.input), cmp.Compare(p.document, q.document))
}

// document is one with its place.
type document struct {
	source.Document
	position
}

// had is what was read of an input.
type had struct {
	documents int
	stopped   bool // before a document that it has, too
	left      source.Left
}

// errStopped ends the reading of an input.
var errStopped = errors.New("nothing more is to be read")

// readers read all inputs and take their documents, on several workers at once. Each
// worker has memory of its own, takes one input after the other, and deals with what
// it reads itself, while that is in its processor's cache: between small files nothing
// is handed over. A worker that finds no input left helps the others, which hand it
// their documents in batches. So one large file keeps all workers busy, too.
type readers[M any] struct {
	inputs []source.Input
	opts   source.Options
	take   func(own M, d document)

	// stop reports whether nothing from a place on is to be read. It is asked before
	// each document; no input is begun after the first yes.
	stop func(position) bool

	had     []had        // by input
	next    atomic.Int64 // the input to be read next
	reading atomic.Int64 // number of workers that have not found that there are no more
	batches chan *batch  // for the others
	spare   sync.Pool    // of batches
}

// read reads the inputs, with a worker for each memory.
func (r *readers[M]) read(ctx context.Context, memories []M) error {
	r.had = make([]had, len(r.inputs))
	r.batches = make(chan *batch, len(memories))
	r.spare.New = func() any { return newBatch() }
	r.reading.Store(int64(len(memories)))
	group, ctx := errgroup.WithContext(ctx)
	for _, own := range memories {
		group.Go(func() error {
			if err := r.readInputs(ctx, own); err != nil {
				return err
			}
			return r.help(ctx, own)
		})
	}
	return group.Wait()
}

// readInputs reads one input after the other until there are no more.
func (r *readers[M]) readInputs(ctx context.Context, own M) error {
	defer func() {
		if r.reading.Add(-1) == 0 {
			close(r.batches)
		}
	}()
	memory := new(source.Memory)
	for {
		i := int(r.next.Add(1)) - 1
		if i >= len(r.inputs) {
			return nil
		}
		if err := r.readInput(ctx, own, memory, i); err != nil {
			return fmt.Errorf("reading %s: %w", r.inputs[i].Path, err)
		}
	}
}

// readInput reads one input.
func (r *readers[M]) readInput(ctx context.Context, own M, memory *source.Memory, i int) error {
	had := &r.had[i]
	var b *batch // what is to be handed over, nil if nothing is
	left, err := source.Read(ctx, r.inputs[i], r.opts, memory, func(data source.Document) error {
		d := document{data, position{i, had.documents}}
		if r.stop(d.position) {
			return errStopped
		}
		had.documents++
		if b == nil && r.areIdle() {
			b = r.spare.Get().(*batch)
		}
		if b == nil {
			r.take(own, d)
			return ctx.Err()
		}
		if b.add(d); !b.isFull() {
			return nil
		}
		full := b
		b = nil
		return r.handOver(ctx, own, full)
	})
	had.left = left
	if err == errStopped {
		had.stopped = true
		r.next.Store(int64(len(r.inputs)))
		err = nil
	}
	if err == nil && b != nil {
		err = r.takeAll(ctx, own, b)
	}
	return err
}

// areIdle reports whether there are workers without an input, and not enough batches
// for them.
func (r *readers[M]) areIdle() bool {
	return int(r.reading.Load()) < cap(r.batches) && len(r.batches) < cap(r.batches)
}

// handOver gives a batch to who is idle, or takes it itself when nobody is any more.
func (r *readers[M]) handOver(ctx context.Context, own M, b *batch) error {
	select {
	case r.batches <- b:
		return nil
	default:
		return r.takeAll(ctx, own, b)
	}
}

// help takes what the workers that still read hand over.
func (r *readers[M]) help(ctx context.Context, own M) error {
	for b := range r.batches {
		if err := r.takeAll(ctx, own, b); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// takeAll takes the documents of a batch, which is then free.
func (r *readers[M]) takeAll(ctx context.Context, own M, b *batch) error {
	for _, d := range b.documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.take(own, d)
	}
	b.clear()
	r.spare.Put(b)
	return nil
}

// A batch is handed over when it has so much: about 2 ms of work for who takes it, in
// which 40 others could be read.
const (
	batchBytes     = 64 << 10
	batchDocuments = 64
)

// batch is documents with a copy of what they are read from.
type batch struct {
	documents []document
	data      []byte
	size      int
}

func newBatch() *batch {
	return &batch{make([]document, 0, batchDocuments), make([]byte, 0, batchBytes), 0}
}

// add adds a document.
func (b *batch) add(d document) {
	b.size += len(d.Data)
	if at := len(b.data); at+len(d.Data) <= cap(b.data) {
		b.data = append(b.data, d.Data...)
		d.Data = b.data[at:]
	} else {
		d.Data = bytes.Clone(d.Data)
	}
	b.documents = append(b.documents, d)
}

func (b *batch) isFull() bool {
	return b.size >= batchBytes || len(b.documents) == batchDocuments
}

func (b *batch) clear() {
	clear(b.documents)
	b.documents, b.data, b.size = b.documents[:0], b.data[:0], 0
}
