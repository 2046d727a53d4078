package unsaved

import (
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Desk is what a form asks of the window.
type Desk interface {
	Typed(f Form) *Open
}

// Open is a form on the window, or one that was closed and is not stored.
type Open struct {
	k     *Keeper
	form  Form
	of    string
	first []string // as the form opened: what is stored
	last  []string // as it was at the last look
	top   *fyne.Container
}

// Open takes a form that opens, filled as it is stored, and fills in what was typed into
// it before. Another one of the same name is over.
func (k *Keeper) Open(f Form) *Open {
	f.Fields = slices.DeleteFunc(slices.Clone(f.Fields), func(x Field) bool { return x.Get == nil })
	o := &Open{k: k, form: f, of: k.of, top: xwidget.Column(0)}
	o.top.Hide()
	if f.Machine {
		o.of = ""
	}
	k.Look()
	k.forget(o)
	k.open = append(k.open, o)
	o.first = o.values()
	o.last = o.first
	if i := slices.IndexFunc(k.kept, same(o.unsaved())); i >= 0 {
		o.fill(k.kept[i])
	}
	return o
}

// forget takes forms of the same name out of those that are looked at.
func (k *Keeper) forget(o *Open) {
	k.open = slices.DeleteFunc(k.open, func(x *Open) bool { return x.form.Name == o.form.Name && x.of == o.of })
}

// Top is the offer over the form; nothing is seen of it where nothing was typed.
func (o *Open) Top() fyne.CanvasObject { return o.top }

// Stored tells that the form was stored as it stands: what was typed is no longer needed.
// Where the form stays open, what is typed from now on is kept again.
func (o *Open) Stored() {
	o.first = o.values()
	o.last = o.first
	o.top.Hide()
	o.drop()
}

// drop forgets what was typed, where anything is kept.
func (o *Open) drop() {
	u := o.unsaved()
	if slices.ContainsFunc(o.k.kept, same(u)) || slices.ContainsFunc(o.k.queue, same(u)) {
		o.k.Drop(u)
	}
}

func (o *Open) unsaved() office.Unsaved {
	return office.Unsaved{Form: o.form.Name, Title: o.form.Title, Of: o.of, Go: o.form.Go}
}

func (o *Open) values() []string {
	out := make([]string, len(o.form.Fields))
	for i, f := range o.form.Fields {
		out[i] = f.Get()
	}
	return out
}

// look hands on what has changed since the last look.
func (o *Open) look() {
	now := o.values()
	if slices.Equal(now, o.last) {
		return
	}
	o.last = now
	u := o.unsaved()
	u.At = o.k.host.Now()
	for i, f := range o.form.Fields {
		if now[i] != o.first[i] {
			u.Fields = append(u.Fields, office.UnsavedField{Name: f.Name, Label: f.Label, Value: now[i]})
		}
	}
	o.k.later(u)
}

// fill puts what was typed into the fields that there still are, and says so.
func (o *Open) fill(u office.Unsaved) {
	for _, kept := range u.Fields {
		for _, f := range o.form.Fields {
			if f.Name == kept.Name {
				f.Set(kept.Value)
			}
		}
	}
	o.last = o.values()
	on := xwidget.NewStrong("Nhập tiếp", o.top.Hide).Tiny()
	off := xwidget.NewButton("Bỏ", o.discard).Tiny()
	words := xwidget.NewPara("Bạn đang nhập dở lúc " + wording.Luc(u.At) + ", chưa lưu. Đã điền lại bên dưới.")
	note := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 6, 10, 6, xwidget.Dock(nil, nil, nil, xwidget.Inset(10, 0, 0, 0, xwidget.Row(6, on, off)), words)))
	note.Stripe = look.Notice
	o.top.Objects = []fyne.CanvasObject{note}
	o.top.Show()
}

// discard brings back what is stored.
func (o *Open) discard() {
	for i, f := range o.form.Fields {
		f.Set(o.first[i])
	}
	o.last = o.values()
	o.top.Hide()
	o.drop()
}
