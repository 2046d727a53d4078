package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// PartHeader says at which byte of the package a part begins.
const PartHeader = "X-Tu-Byte"

const (
	partsFrom = 1 << 20   // a package of this size or more is uploaded in parts
	partMost  = 512 << 10 // of one part: half a minute on a poor line
	partLeast = 16 << 10  // that a gateway may ask for, and that a step must bring to count
	partTries = 5         // that bring too little, one after another
)

const uploading = "upload"

// errNoParts: the other side speaks version 1.0 of the protocol.
var errNoParts = errors.New("gateway takes no parts")

type wireOpen struct {
	Khoa   string `json:"khoa"`
	MaIVAN string `json:"maIVAN"`
	DoDai  int    `json:"doDai"`
	SHA256 string `json:"sha256"`
}

type wireUpload struct {
	Khoa      string `json:"khoa"`
	DoDai     int    `json:"doDai"`
	DaNhan    int    `json:"daNhan"`
	PhanToiDa int    `json:"phanToiDa"`
}

// upload brings the bytes of a package over in parts and goes on where an earlier
// attempt broke off, also one of another day. Until the package is submitted it
// is nothing to the other side: what fails here is ErrDown, or a refusal. Parts
// may be repeated, so a cut line is tried again with growing pauses.
func (c *Client) upload(ctx context.Context, p Package) error {
	body, err := json.Marshal(wireOpen{Khoa: p.Key, MaIVAN: p.MaIVAN, DoDai: len(p.Bytes), SHA256: p.SHA256})
	if err != nil {
		return fmt.Errorf("encode upload: %w", err)
	}
	open := call{method: http.MethodPost, path: "/v1/tai-len", key: p.Key, body: body, limit: maxAnswer}
	ask := true // how far have we come: at first, and after every fault
	have, size, best := 0, 0, -partLeast
	for idle := 0; idle < partTries; {
		in := open
		if !ask {
			part := p.Bytes[have:min(have+size, len(p.Bytes))]
			in = call{method: http.MethodPut, path: "/v1/tai-len/" + p.Key, part: part, from: have, limit: maxAnswer}
		}
		w, err := c.part(ctx, in, p)
		switch {
		case err == nil && w.DaNhan == len(p.Bytes):
			return nil
		case err == nil && w.DaNhan >= best+partLeast:
			best, idle = w.DaNhan, 0
		case err == nil && !ask: // it took next to nothing, or forgot what it had
			idle++
		case err != nil && definite(err) && (ask || !errors.Is(err, ErrKeyTaken)):
			return err
		case err != nil: // a part that does not fit is a conflict too; asking tells whose the key is
			idle++
			if err := wait(ctx, idle, RetryAfter(err)); err != nil {
				return &DownError{Doing: uploading, Err: err}
			}
		}
		if ask = err != nil; err == nil {
			have, size = w.DaNhan, min(w.PhanToiDa, partMost)
		}
	}
	return &DownError{Doing: uploading, Err: errors.New("the upload does not get on")}
}

// definite tells the errors that trying again does not mend.
func definite(err error) bool {
	return errors.Is(err, ErrDown) || errors.Is(err, ErrRefused) || errors.Is(err, ErrCredentials) || errors.Is(err, ErrKeyTaken) || errors.Is(err, errNoParts)
}

// part makes one step of an upload and reads how far it has come.
func (c *Client) part(ctx context.Context, in call, p Package) (wireUpload, error) {
	var w wireUpload
	a, err := c.call(ctx, in)
	switch {
	case err != nil:
		return w, err
	case in.method == http.MethodPost && (a.status == http.StatusNotFound || a.status == http.StatusMethodNotAllowed):
		return w, errNoParts
	case a.status != http.StatusOK && a.status != http.StatusCreated:
		return w, a.refusal(p.Key)
	}
	if err := a.decode("application/json", &w); err != nil {
		return w, err
	}
	switch {
	case w.Khoa != p.Key:
		return w, a.unclear("foreign", errors.New("upload of another package"))
	case w.DoDai != len(p.Bytes) || w.DaNhan < 0 || w.DaNhan > w.DoDai || w.PhanToiDa < partLeast:
		return w, a.unclear("malformed", errors.New("doDai, daNhan or phanToiDa"))
	}
	return w, nil
}

// wait pauses before the n-th try of an upload: half a second and twice as long
// each time, spread so that many clients do not come back together, or as long
// as the other side asked for.
func wait(ctx context.Context, n int, asked time.Duration) error {
	const most = 30 * time.Second
	d := 500 * time.Millisecond << (n - 1)
	d = d/2 + rand.N(d)
	if d = max(d, asked); d > most {
		return errors.New("the gateway asks for a long rest: " + strconv.Itoa(int(d/time.Second)) + " s")
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
