package pdfsig

import (
	"errors"
	"fmt"
	"time"
)

// patience is how long a library may work on one file. A healthy file of the
// largest size takes a few seconds.
const patience = 60 * time.Second

var errTooLong = errors.New("pdf takes too long to read")

// guarded runs a library's work: a panic becomes an error that is broken, work
// without end is given up. Given up means left to itself: the goroutine holds
// only its own copy of references and dies with its work.
func guarded[T any](work func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if r := recover(); r != nil {
				a = answer{err: fmt.Errorf("%w: library gave up: %v", errBroken, r)}
			}
			done <- a
		}()
		a.value, a.err = work()
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case a := <-done:
		return a.value, a.err
	case <-timer.C:
		return *new(T), errTooLong
	}
}
