package pkcs11

import (
	"errors"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
)

// helperWord is the hidden first argument that makes a program a helper; the
// driver's path follows, and the numbers of two pipes. Standard output is not used:
// drivers print.
const helperWord = "tro-giup-token"

// serving tells that this program has called Serve, so that starting it again
// starts a helper and not the program.
var serving atomic.Bool

// Serve stands first in main, with os.Args. If the program was started as a
// helper it serves until its parent is gone, and does not return.
func Serve(args []string) {
	serving.Store(true)
	if len(args) != 5 || args[1] != helperWord {
		return
	}
	var pipes [2]*os.File
	for i := range pipes {
		number, err := strconv.ParseUint(args[3+i], 10, 64)
		if err != nil {
			leave(2)
		}
		pipes[i] = keep(uintptr(number))
	}
	leave(serve(args[2], pipes[0], pipes[1]))
}

// serve answers requests until in ends. Drivers are bound to the thread that
// loaded them; in is read beside it, so that the end of the parent ends a helper
// whose driver hangs.
func serve(path string, in io.Reader, out io.Writer) int {
	type work struct {
		request
		pin []byte
	}
	todo := make(chan work)
	go func() {
		for {
			var w work
			err := readMessage(in, maxFrame, &w.request)
			if err == nil && w.PIN {
				w.pin, err = readFrame(in, maxPIN)
			}
			if err != nil {
				leave(0) // the parent is gone; todo may never be read again
			}
			todo <- w
		}
	}()
	runtime.LockOSThread()
	h := helper{path: path, keys: map[uint64]*openKey{}}
	for w := range todo {
		a, err := h.do(w.request, w.pin)
		clear(w.pin)
		var call *callError
		switch {
		case errors.As(err, &call):
			a.Call, a.Code = call.Call, call.Code
		case err != nil:
			a.Load = err.Error()
		}
		if err := writeMessage(out, a); err != nil {
			return 1
		}
	}
	return 0
}

// helper holds the driver and its open keys.
type helper struct {
	path    string
	binding *binding
	keys    map[uint64]*openKey
	last    uint64
}

var errNoSuchKey = errors.New("no such key")

func (h *helper) do(r request, pin []byte) (answer, error) {
	if h.binding == nil {
		b, err := load(h.path)
		if err != nil {
			return answer{}, err
		}
		h.binding = b
	}
	switch r.Op {
	case "slots":
		slots, err := h.binding.slots()
		return answer{Slots: slots}, err
	case "login":
		if r.Login == nil {
			return answer{}, errors.New("login without a token")
		}
		key, got, err := h.binding.login(*r.Login, pin)
		if key != nil {
			h.last++
			got.Handle = h.last
			h.keys[h.last] = key
		}
		return answer{Login: &got}, err
	case "sign":
		key, ok := h.keys[r.Handle]
		if !ok {
			return answer{}, errNoSuchKey
		}
		signature, err := h.binding.sign(key, r.Data)
		return answer{Signature: signature}, err
	case "close":
		if key, ok := h.keys[r.Handle]; ok {
			key.forget()
			delete(h.keys, r.Handle)
			h.binding.closeSession(key.session)
		}
		return answer{}, nil
	}
	return answer{}, errors.New("unknown request")
}
