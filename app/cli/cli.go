// Package cli is the console program bhxh: every use case of app/office as a
// command, for accountants' scripts, for tests and for machines without a
// display. It parses words, prints answers, and decides nothing.
//
// Exit codes: 0 done; 1 the user's data has faults, all listed; 2 the command
// was called wrongly; 3 refused by a key, a gateway or a file, with the reason.
// With --json one JSON object goes to standard output, {"error": …} where there
// is no other answer; messages go to standard error in Vietnamese. Secrets come
// from files, from the environment or from a prompt, never from an argument.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/app/redact"
)

// The exit codes.
const (
	Done    = 0
	Faults  = 1
	Usage   = 2
	Refused = 3
)

// World is everything outside that the console touches.
type World struct {
	Args   []string
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	Now    func() time.Time
	// Quarantine is office.Config's; 0 for its default.
	Quarantine time.Duration
	// ConfigDir is os.UserConfigDir; tests have their own.
	ConfigDir func() (string, error)
	// Keyring is the system's; nil: there is none.
	Keyring office.Keyring
}

// call is one run of one command.
type call struct {
	World
	ctx   context.Context
	data  string
	json  bool
	input string // a JSON object given right after --json: what law benefit computes with
	cmd   *command
	args  []string // what is left after the flags
	off   *office.Office

	secrets secretFlags

	answered bool // the one JSON object is out
}

// errUsage is a wrong call; its text goes to the user with the command's usage.
type errUsage string

func (e errUsage) Error() string { return string(e) }

func wrong(format string, args ...any) error { return errUsage(fmt.Sprintf(format, args...)) }

// refusal is a reason why a file or an address is not taken, in words for the user.
type refusal string

func (r refusal) Error() string { return string(r) }

// errFaults ends a command whose answer already listed the faults.
var errFaults = errors.New("the data has faults")

// Main runs the console and returns its exit code.
func Main(ctx context.Context, w World) int {
	c := &call{World: w, ctx: ctx}
	rest, help, err := c.globals(w.Args)
	if err != nil {
		return c.fail(err)
	}
	if len(rest) == 0 || (help && len(rest) == 0) {
		if !help && len(w.Args) == 0 {
			c.overview(w.Err)
			return Usage
		}
		c.overview(w.Out)
		return Done
	}
	name := rest[0]
	if name == "help" {
		if len(rest) == 1 {
			c.overview(w.Out)
			helpSubjects(w.Out)
			return Done
		}
		name, help = rest[1], true
		if find(name) == nil || len(rest) > 2 {
			if found, err := c.helpOn(rest[1:]); found || err != nil {
				return c.fail(err)
			}
		}
	}
	c.cmd = find(name)
	if c.cmd == nil {
		return c.fail(wrong("không có lệnh %q; xem các lệnh bằng: bhxh --help", name))
	}
	if help {
		c.help(w.Out)
		return Done
	}
	c.args = rest[1:]
	err = office.Guard(func() error { return c.cmd.run(c) })
	if c.off != nil {
		c.backUpIfDue(err)
		if e := office.Guard(c.off.Close); err == nil {
			err = e
		}
	}
	return c.fail(err)
}

// globals takes the options that may stand before or after the command's name.
func (c *call) globals(args []string) (rest []string, help bool, err error) {
	c.data = c.Getenv("ANKHAI_DATA")
	for i := 0; i < len(args); i++ {
		name, value, has := strings.Cut(args[i], "=")
		switch name {
		case "--json", "-json":
			c.json = true
			switch {
			case has:
				c.input = value
			case i+1 < len(args) && strings.HasPrefix(args[i+1], "{"):
				i++
				c.input = args[i]
			}
		case "--help", "-h", "-help":
			help = true
		case "--data", "-data", "--passphrase-file", "--passphrase-env", "--recovery-file":
			if !has {
				if i++; i >= len(args) {
					return nil, false, wrong("%s cần tên %s", name, needs(name))
				}
				value = args[i]
			}
			*c.global(strings.TrimLeft(name, "-")) = value
		default:
			if args[i] == "--" {
				return append(rest, args[i+1:]...), help, nil
			}
			rest = append(rest, args[i])
		}
	}
	return rest, help, nil
}

// needs is what an option that any command takes wants after it.
func needs(option string) string {
	switch strings.TrimLeft(option, "-") {
	case "data":
		return "thư mục"
	case "passphrase-env":
		return "biến môi trường"
	}
	return "tệp"
}

// global is where the value of an option stands that any command takes.
func (c *call) global(name string) *string {
	switch name {
	case "passphrase-file":
		return &c.secrets.passphraseFile
	case "passphrase-env":
		return &c.secrets.passphraseEnv
	case "recovery-file":
		return &c.secrets.recoveryFile
	}
	return &c.data
}

// fail prints an error in words and turns it into the exit code.
func (c *call) fail(err error) int {
	var u errUsage
	switch {
	case err == nil:
		return Done
	case errors.Is(err, errFaults):
		return Faults
	case errors.Is(err, errRefused):
		return Refused
	case errors.As(err, &u):
		fmt.Fprintln(c.Err, "bhxh:", string(u))
		if c.cmd != nil {
			fmt.Fprintf(c.Err, "Cách dùng: bhxh %s\nXem thêm: bhxh %s --help\n", c.cmd.use, c.cmd.name)
		}
		c.answerError(string(u), Usage, nil)
		return Usage
	}
	say := office.Say(err)
	var r refusal
	if errors.As(err, &r) {
		say = string(r)
	}
	fmt.Fprintln(c.Err, say)
	c.rescue(err)
	c.answerError(say, Refused, office.Refusal(err))
	if c.Getenv("ANKHAI_DEBUG") != "" {
		fmt.Fprintln(c.Err, "  ", redact.Text(err.Error()))
	}
	return Refused
}

// backUpIfDue makes the backup that is due, after a command that went well. Trouble with
// it fails no command; it is said.
func (c *call) backUpIfDue(err error) {
	if err != nil || c.ctx.Err() != nil {
		return
	}
	if err := c.off.BackUpIfDue(c.ctx); err != nil {
		fmt.Fprintln(c.Err, "Chưa sao lưu được.", office.Say(err))
	}
}

// rescue shows the ways out of a damaged data file, which is closed by now.
func (c *call) rescue(err error) {
	dir, e := c.dir()
	if e != nil || !office.Damaged(err, dir) || c.cmd == nil || c.cmd.name == "backup" {
		return
	}
	_ = c.withKeys(func(src office.Sources) error { // the error is told already
		r, e := office.LookForRescue(c.ctx, office.Config{Dir: dir, Now: c.Now, Keys: src})
		if e == nil {
			fmt.Fprintln(c.Err, r.Say())
		}
		return e
	})
}

// office opens the store of this run, once.
func (c *call) office() (*office.Office, error) {
	if c.off != nil {
		return c.off, nil
	}
	dir, err := c.dir()
	if err != nil {
		return nil, err
	}
	err = c.withKeys(func(src office.Sources) (err error) {
		c.off, err = c.openOffice(dir, src)
		return err
	})
	return c.off, err
}

// openOffice waits for another command on the same folder, which is gone in a
// moment; a window is not.
func (c *call) openOffice(dir string, src office.Sources) (*office.Office, error) {
	for wait := 50 * time.Millisecond; ; wait *= 2 {
		o, err := office.Open(c.ctx, office.Config{Dir: dir, Now: c.Now, Quarantine: c.Quarantine, Keys: src})
		if !office.Busy(err) || wait > time.Second {
			if err == nil && o.ViewOnly() {
				fmt.Fprintln(c.Err, office.ViewOnlySay)
			}
			return o, err
		}
		select {
		case <-c.ctx.Done():
			return nil, c.ctx.Err()
		case <-time.After(wait):
		}
	}
}

// dir is the data folder: --data, else ANKHAI_DATA, else the user's own.
func (c *call) dir() (string, error) {
	if c.data != "" {
		return filepath.Abs(c.data)
	}
	return office.DefaultDir(c.ConfigDir)
}
