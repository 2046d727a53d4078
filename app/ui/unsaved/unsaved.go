// Package unsaved keeps what is typed into a form before it is stored, so that neither
// a power cut nor a lock nor a closed window loses it, and offers it when the form is
// opened again.
//
// A form names its fields once, when it opens; the window looks at all open forms every
// second and keeps what has changed, in the encrypted data, under the employer that was
// at hand when the form was opened. What hides its letters is never read. It knows no
// form and no screen; screens reach it through their window, and only app/ui imports it.
package unsaved

import (
	"context"
	"slices"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
)

// Source is where it is kept.
type Source interface {
	KeepUnsaved(ctx context.Context, u office.Unsaved) error
	Unsaved(ctx context.Context) ([]office.Unsaved, error)
}

// Host is what it asks of the window.
type Host interface {
	Quiet(work func(context.Context) error, done func(error))
	Now() time.Time
}

// Field is one field of a form. Its name is stable; the label is what a person reads.
type Field struct {
	Name, Label string
	Get         func() string // nil: it is not to be read
	Set         func(string)
}

// Text is a field of words. One that hides its letters is left out, whatever asks for it.
func Text(name, label string, e *xwidget.Entry) Field {
	f := Field{Name: name, Label: label, Set: e.SetText}
	if !e.Password {
		f.Get = func() string { return e.Text }
	}
	return f
}

// Tick is a box.
func Tick(name, label string, c *xwidget.Check) Field {
	return Field{name, label, func() string {
		if c.Checked {
			return ticked
		}
		return ""
	}, func(s string) { c.SetChecked(s == ticked) }}
}

const ticked = "x"

// Option is a choice, kept by its words.
func Option(name, label string, s *xwidget.Select) Field {
	return Field{name, label, func() string { return s.Selected }, func(v string) {
		if slices.Contains(s.Options, v) {
			s.SetSelected(v)
		}
	}}
}

// Code is a choice among codes.
func Code(name, label string, s *xwidget.SelectSearch) Field {
	return Field{name, label, s.Code, s.SetCode}
}

// Form is what opens: its stable name, with what it is about after a colon, what a
// person calls it, and from where it is opened.
type Form struct {
	Name, Title string
	Machine     bool // of no employer: it is offered whichever is at hand
	Go          office.Place
	Fields      []Field
}

// Keeper keeps what is typed. All of it belongs to the window's goroutine.
type Keeper struct {
	source Source
	host   Host
	of     string // the employer at hand
	kept   []office.Unsaved
	open   []*Open
	queue  []office.Unsaved // to be kept, one after the other
	busy   *office.Unsaved  // is being kept
	idle   []func()         // wait for the queue to be empty
}

// New makes a keeper with nothing in it.
func New(source Source, host Host) *Keeper { return &Keeper{source: source, host: host} }

// Take takes what is kept of the employer at hand, "" for none.
func (k *Keeper) Take(of string, all []office.Unsaved) {
	if of != k.of {
		k.open = slices.DeleteFunc(k.open, func(o *Open) bool { return o.of != "" })
	}
	k.of, k.kept = of, all
	if k.busy != nil { // typed a moment ago
		k.put(*k.busy)
	}
	for _, u := range k.queue {
		k.put(u)
	}
}

// Again reads anew what is kept: a work may have erased somebody from it.
func (k *Keeper) Again() {
	var all []office.Unsaved
	k.host.Quiet(func(ctx context.Context) (err error) {
		all, err = k.source.Unsaved(ctx)
		return err
	}, func(err error) {
		if err == nil {
			k.Take(k.of, all)
		}
	})
}

// All is what was typed and not stored, the latest first.
func (k *Keeper) All() []office.Unsaved {
	all := slices.Clone(k.kept)
	slices.SortStableFunc(all, func(a, b office.Unsaved) int { return b.At.Compare(a.At) })
	return all
}

// Look keeps what has changed in open forms since the last look.
func (k *Keeper) Look() {
	for _, o := range k.open {
		o.look()
	}
	k.next()
}

// Flush looks, and does something once all is kept or could not be.
func (k *Keeper) Flush(then func()) {
	k.idle = append(k.idle, then)
	k.Look()
}

// Drop forgets what was typed into a form.
func (k *Keeper) Drop(u office.Unsaved) {
	u.Fields = nil
	k.later(u)
	k.next()
}

// later puts what stands in a form into the queue, in place of what waits there of it.
func (k *Keeper) later(u office.Unsaved) {
	k.queue = append(slices.DeleteFunc(k.queue, same(u)), u)
	k.put(u)
}

func (k *Keeper) put(u office.Unsaved) {
	if u.Of != "" && u.Of != k.of {
		return
	}
	k.kept = slices.DeleteFunc(k.kept, same(u))
	if len(u.Fields) > 0 {
		k.kept = append(k.kept, u)
	}
}

func same(u office.Unsaved) func(office.Unsaved) bool {
	return func(v office.Unsaved) bool { return v.Form == u.Form && v.Of == u.Of }
}

// next keeps the first of the queue and then the others. One that cannot be kept waits
// for the next look.
func (k *Keeper) next() {
	if k.busy != nil {
		return
	}
	if len(k.queue) == 0 {
		k.rest()
		return
	}
	u := k.queue[0]
	k.queue, k.busy = k.queue[1:], &u
	k.host.Quiet(func(ctx context.Context) error { return k.source.KeepUnsaved(ctx, u) }, func(err error) {
		k.busy = nil
		if err != nil {
			if !slices.ContainsFunc(k.queue, same(u)) {
				k.queue = append([]office.Unsaved{u}, k.queue...)
			}
			k.rest()
			return
		}
		k.next()
	})
}

func (k *Keeper) rest() {
	idle := k.idle
	k.idle = nil
	for _, f := range idle {
		f()
	}
}
