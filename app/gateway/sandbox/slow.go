package sandbox

import (
	"context"
	"io"
	"net/http"
	"time"
)

// slowSteps is in how many pieces a slow upload comes.
const slowSteps = 20

// slowed is a body, slowed down if a fault wants it.
func (s *Sandbox) slowed(r *http.Request, from io.Reader) io.Reader {
	if f, ok := s.faults.take(uploading); ok {
		return &slowReader{from: from, ctx: r.Context(), wait: f.wait / slowSteps, step: max(1, r.ContentLength/slowSteps)}
	}
	return from
}

// slowReader lets a body through in small pieces with a pause before each, as over
// a bad line.
type slowReader struct {
	from io.Reader
	ctx  context.Context
	wait time.Duration
	step int64
}

func (s *slowReader) Read(b []byte) (int, error) {
	sleep(s.ctx, s.wait)
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.from.Read(b[:min(int64(len(b)), s.step)])
}
