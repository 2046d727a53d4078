package pkcs11

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"ankhai/signing"
)

// driver is one helper process with one driver in it, started when it is first
// needed and again after it ended. Calls go one after the other.
type driver struct {
	path  string
	limit time.Duration
	quit  <-chan struct{} // closed when nobody needs the driver any more
	turn  chan struct{}   // holds one token: whose turn it is

	// owned by whoever has the turn
	cmd   *exec.Cmd
	in    *os.File
	out   *os.File
	life  int  // counts helpers; a key of an earlier one is gone
	open  int  // keys open in this helper
	stale bool // a token was pulled out: start afresh when no key is open
}

func newDriver(path string, limit time.Duration, quit <-chan struct{}) *driver {
	return &driver{path: path, limit: limit, quit: quit, turn: make(chan struct{}, 1)}
}

// take waits for the turn; whoever got it gives it back with done.
func (d *driver) take(ctx context.Context) error {
	select {
	case d.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return errors.Join(signing.ErrCancelled, ctx.Err())
	}
}

func (d *driver) done() { <-d.turn }

// start starts the helper if none runs. Whoever calls has the turn.
func (d *driver) start() error {
	if d.cmd != nil {
		return nil
	}
	if !serving.Load() {
		return errors.New("start token helper: this program does not call pkcs11.Serve")
	}
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("start token helper: %w", err)
	}
	theirIn, in, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("start token helper: %w", err)
	}
	out, theirOut, err := os.Pipe()
	if err != nil {
		return errors.Join(fmt.Errorf("start token helper: %w", err), theirIn.Close(), in.Close())
	}
	cmd := exec.Command(self, helperWord, d.path)
	cmd.WaitDelay = time.Second
	numbers, err := lend(cmd, theirIn, theirOut)
	if err == nil {
		cmd.Args = append(cmd.Args, numbers[:]...)
		err = cmd.Start()
	}
	err = errors.Join(err, theirIn.Close(), theirOut.Close())
	if err != nil {
		return errors.Join(fmt.Errorf("start token helper: %w", err), in.Close(), out.Close())
	}
	d.cmd, d.in, d.out, d.open, d.stale = cmd, in, out, 0, false
	d.life++
	return nil
}

// stop ends the helper, which knows no farewell. Whoever calls has the turn.
func (d *driver) stop() {
	if d.cmd == nil {
		return
	}
	_ = d.cmd.Process.Kill() // it may have ended by itself
	_ = d.cmd.Wait()
	_, _ = d.in.Close(), d.out.Close() // which ends a read that waits
	d.cmd, d.open = nil, 0
}

// refresh gives a driver that lost a token a new start, unless keys are open.
func (d *driver) refresh() {
	if d.stale && d.open == 0 {
		d.stop()
	}
}

// ask sends one request, with the PIN if there is one, and waits for the answer at
// most so long. A helper that does not answer in time, or answers nonsense, is
// ended. Whoever calls has the turn.
func (d *driver) ask(ctx context.Context, limit time.Duration, r request, pin []byte) (answer, error) {
	if err := d.start(); err != nil {
		return answer{}, &signing.Error{Kind: signing.ErrDriver, Cause: err}
	}
	type reply struct {
		answer
		err error
	}
	got := make(chan reply, 1)
	go func() {
		var a reply
		r.PIN = len(pin) > 0
		if a.err = writeMessage(d.in, r); a.err == nil && r.PIN {
			a.err = writeFrame(d.in, pin)
		}
		if a.err == nil {
			a.err = readMessage(d.out, maxFrame, &a.answer)
		}
		got <- a
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	var ended error
	select {
	case a := <-got:
		if a.err != nil {
			d.stop()
			return answer{}, signing.Refuse(signing.ErrDriver, errors.Join(ErrCrashed, a.err),
				"Chưa ký được: trình điều khiển của token tự dừng giữa chừng. Rút token, cắm lại; nếu vẫn vậy, cài lại trình điều khiển mới nhất của nhà cung cấp.")
		}
		return a.answer, d.judge(a.answer)
	case <-ctx.Done():
		ended = errors.Join(signing.ErrCancelled, ctx.Err())
	case <-d.quit:
		ended = signing.ErrCancelled
	case <-timer.C:
		ended = &signing.Error{Kind: signing.ErrDriverHung, Cause: fmt.Errorf("no answer to %s in %s", r.Op, limit)}
	}
	d.stop() // which ends the reading above as well
	<-got
	return answer{}, ended
}

// judge turns what the helper said about the driver into an error.
func (d *driver) judge(a answer) error {
	switch {
	case a.Load != "":
		d.stop()
		return signing.Refuse(signing.ErrDriver, errors.Join(ErrLoad, errors.New(a.Load)),
			"Chưa nạp được trình điều khiển của token: thư viện thiếu hoặc hỏng. Cài lại trình điều khiển của nhà cung cấp chữ ký số.")
	case a.Code != ckOK:
		err := &callError{a.Call, a.Code}
		if a.Code.gone() || a.Code == ckDeviceError || a.Code == ckGeneralError {
			d.stale = true
		}
		if a.Call == callNames[fnInitialize] || a.Call == entryName {
			d.stop()
		}
		return outcome(err)
	}
	return nil
}
