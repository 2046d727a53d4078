package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
	"ankhai/storage/keys"
	"ankhai/storage/place"
)

// Config says where an office keeps its data and what it borrows from outside.
type Config struct {
	Dir string           // the data folder; made if it is not there
	Now func() time.Time // the clock
	// Quarantine is how long after the start of this program an unclear
	// submission is left alone before it may be sent again; 0 = 30 seconds. It
	// must be longer than the gateway's longest processing time.
	Quarantine time.Duration
	// KeepBackups makes each backup that is due in the background, from Open to Close.
	KeepBackups bool
	// Judge tells what kind of folder the data folder is; nil asks the system.
	Judge func(dir string) (place.Place, error)
	// Keys says where the secrets of the data key come from. With none of them
	// no data is opened and none is made.
	Keys Sources
}

// Office is one data folder at work. It is safe for use from several goroutines.
type Office struct {
	dir        string
	now        func() time.Time
	quarantine time.Duration
	store      *storage.Store
	keyring    Keyring                // nil: there is none
	configDir  func() (string, error) // the user's settings, for a machine's key; nil: there are none
	unlock     func()
	viewOnly   bool        // the data folder cannot be written
	where      place.Place // what kind of folder it is
	keeping    sync.Mutex  // one backup at a time
	holding    sync.Mutex  // one change of what is kept back at a time
	importing  sync.Mutex  // one change of payrolls at a time
	lastEntry  time.Time   // of the journal before this program started; zero if there was none
	stop       func()      // ends the backup in the background; nil if there is none
	left       atomic.Bool // the window was closed: nobody stands anywhere any more
	leaving    sync.Mutex  // held while a spot is kept, so that none is kept after leaving
	typing     sync.Mutex  // one change of what is typed and not stored at a time
	unswept    error       // why the attachments' files could not be tidied at the start

	keysMu sync.Mutex
	keys   *keys.Store

	mu       sync.Mutex
	company  string   // tax code of the employer at hand
	person   keptRole // who works just now; the zero value is nobody in particular
	practice *practice
	tokens   tokenDrivers
	outbox   *outbox

	search finding
}

// ErrNoCompany: nobody has entered an employer yet.
var ErrNoCompany = errors.New("no employer in the store")

// Busy reports whether opening failed because another copy has the data folder.
func Busy(err error) bool { return errors.Is(err, storage.ErrLocked) }

// Open opens the data folder, or makes it. A second running copy gets
// storage.ErrLocked. Where the data key needs a secret that c.Keys does not have,
// AsksFor knows the error.
func Open(ctx context.Context, c Config) (*Office, error) {
	if c.Now == nil {
		return nil, errors.New("open office: no clock")
	}
	if c.Quarantine == 0 {
		c.Quarantine = 30 * time.Second
	}
	where, err := placeOf(c)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("make data folder: %w", err)
	}
	unlock, err := storage.Lock(c.Dir)
	viewOnly := errors.Is(err, storage.ErrReadOnly)
	if err != nil && !viewOnly {
		return nil, fmt.Errorf("lock data folder: %w", err)
	}
	if viewOnly {
		unlock = func() {} // nobody can write here, so nobody is in the way
	}
	k, err := openKeys(ctx, c.Dir, c.Keys, c.Now)
	if err != nil {
		unlock()
		return nil, err
	}
	opt := storage.Options{Now: c.Now, Who: account(), Key: k.DEK().Bytes(), ReadOnly: viewOnly}
	store, err := storage.Open(ctx, dataPath(c.Dir), opt)
	if errors.Is(err, storage.ErrReadOnly) && !viewOnly {
		opt.ReadOnly, viewOnly = true, true
		store, err = storage.Open(ctx, dataPath(c.Dir), opt)
	}
	if err != nil {
		unlock()
		return nil, errors.Join(err, k.Close())
	}
	o := &Office{
		dir: c.Dir, now: c.Now, quarantine: c.Quarantine, store: store, keys: k, keyring: c.Keys.Keyring, configDir: c.Keys.ConfigDir, unlock: unlock,
		viewOnly: viewOnly, where: where,
	}
	o.outbox = newOutbox(o)
	if err := errors.Join(o.pickCompany(ctx), o.readLastEntry(ctx)); err != nil {
		return nil, errors.Join(err, o.Close())
	}
	if viewOnly {
		return o, nil
	}
	if err := o.sweepViewing(); err != nil {
		return nil, errors.Join(err, o.Close())
	}
	_, o.unswept = store.SweepPapers(ctx)
	// Without ballast work goes on; the doctor tells.
	_, _ = storage.MakeBallast(c.Dir)
	if c.KeepBackups {
		o.stop = o.keepBackups(keepEvery)
	}
	return o, nil
}

// Close stops what runs and closes the store.
func (o *Office) Close() error {
	if o.stop != nil {
		o.stop()
	}
	o.outbox.close()
	o.mu.Lock()
	p := o.practice
	o.practice = nil
	o.mu.Unlock()
	err := errors.Join(p.close(), o.tokens.close(), o.sweepViewing())
	err = errors.Join(err, o.store.Close(), o.keys.Close())
	o.unlock()
	return err
}

// DefaultDir is the data folder of a user who names none. config is
// os.UserConfigDir, handed in so that tests touch nobody's home.
func DefaultDir(config func() (string, error)) (string, error) {
	base, err := config()
	if err != nil {
		return "", fmt.Errorf("find the user's data folder: %w", err)
	}
	return filepath.Join(base, "AnKhai"), nil
}

// Dir is the data folder.
func (o *Office) Dir() string { return o.dir }

// Today is the day on the clock, in Vietnam.
func (o *Office) Today() law.Day { return dayIn(o.now()) }

// Period is the month on the clock: the period people declare now.
func (o *Office) Period() law.Month { return o.Today().Month() }

// vietnam is UTC+7 all year, since 1975; no time zone file is needed.
var vietnam = time.FixedZone("+07", 7*60*60)

func dayIn(t time.Time) law.Day {
	t = t.In(vietnam)
	return law.DayOf(t.Year(), int(t.Month()), t.Day())
}

// Companies lists the employers, by name.
func (o *Office) Companies(ctx context.Context) ([]facts.DonVi, error) { return o.store.DonVis(ctx) }

// Company is the employer at hand; ErrNoCompany if there is none. A work that is bound
// to an employer stays with it, whoever is at hand meanwhile.
func (o *Office) Company(ctx context.Context) (facts.DonVi, error) {
	o.mu.Lock()
	mst := o.company
	o.mu.Unlock()
	if bound, ok := ctx.Value(boundEmployer{}).(string); ok {
		mst = bound
	}
	if mst == "" {
		return facts.DonVi{}, ErrNoCompany
	}
	return o.store.DonVi(ctx, mst)
}

// boundEmployer is the key under which a context names the employer of a work.
type boundEmployer struct{}

// ForEmployer binds a work to an employer: a work of many steps must not go over to
// another one when somebody takes that one at hand in the middle of it. "" binds to
// nobody in particular.
func ForEmployer(ctx context.Context, mst string) context.Context {
	if mst == "" {
		return ctx
	}
	return context.WithValue(ctx, boundEmployer{}, mst)
}

// SetCompany takes another employer at hand, and remembers it.
func (o *Office) SetCompany(ctx context.Context, mst string) error {
	if err := o.store.SetCurrent(ctx, mst); err != nil {
		return err
	}
	o.mu.Lock()
	o.company = mst
	o.mu.Unlock()
	return nil
}

// PutCompany enters an employer or changes it, and takes it at hand. Faults of
// what was typed come back as findings; with one that is not a mere reminder
// nothing is stored.
func (o *Office) PutCompany(ctx context.Context, dv facts.DonVi) ([]Finding, error) {
	tidyCompany(&dv)
	found := checkCompany(dv)
	if blocking(found) {
		return found, nil
	}
	if dv.Mau == "" {
		dv.Mau = colourOf(dv.MaSoThue)
	}
	if err := o.store.PutDonVi(ctx, dv); err != nil {
		return found, err
	}
	return found, o.SetCompany(ctx, dv.MaSoThue)
}

func (o *Office) pickCompany(ctx context.Context) error {
	all, err := o.store.DonVis(ctx)
	if err != nil || len(all) == 0 {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.company = all[0].MaSoThue
	saved, err := o.store.Current(ctx)
	if err != nil {
		return err
	}
	for _, dv := range all {
		if dv.MaSoThue == saved {
			o.company = saved
		}
	}
	return nil
}

// Colour is a colour that a company can have, with its name.
type Colour struct{ Value, Name string }

// Colours are those that a company can have: a glance tells which one is open.
var Colours = []Colour{
	{"#0F8A6C", "lục"}, {"#0B5CAB", "lam"}, {"#A8470C", "cam"}, {"#6B3FA0", "tím"},
	{"#B0306A", "hồng"}, {"#3E6B1F", "rêu"}, {"#00708A", "biển"}, {"#8A5A00", "nâu"},
}

// colourOf gives a company a stripe of its own.
func colourOf(mst string) string {
	n := 0
	for _, r := range mst {
		n = n*31 + int(r)
	}
	return Colours[(n%len(Colours)+len(Colours))%len(Colours)].Value
}

// SetColour gives the employer at hand another colour, by its name or its value.
func (o *Office) SetColour(ctx context.Context, colour string) error {
	i := slices.IndexFunc(Colours, func(c Colour) bool { return c.Name == colour || c.Value == colour })
	if i < 0 {
		return fmt.Errorf("colour %q: %w", colour, ErrNoColour)
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	dv.Mau = Colours[i].Value
	return o.store.PutDonVi(ctx, dv)
}

// ErrNoColour: a company cannot have this colour.
var ErrNoColour = errors.New("no such colour")
