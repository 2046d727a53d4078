package law

import "fmt"

// Bai is a computation under way. It looks figures up for a day, keeps the steps
// and warnings, and remembers what is missing: once something is, the result is
// that it is not known, never a number in part.
type Bai struct {
	sach  *Sach
	buoc  []Buoc
	luuY  []string
	thieu *ChuaBiet
	nham  bool
}

// LamBai begins a computation with the figures of a book; TinhNham begins one that
// keeps no working, for sums over many people.
func LamBai(s *Sach) *Bai   { return &Bai{sach: s} }
func TinhNham(s *Sach) *Bai { return &Bai{sach: s, nham: true} }

// So is a figure as it holds on a day. One that is not known makes the whole
// result unknown; the zero Value comes back so that the caller can go on.
func (b *Bai) So(ten string, on Day) Value {
	v, ok := b.sach.Get(ten, on)
	if ok {
		return v
	}
	title := ten
	if f := figures[ten]; f != nil {
		title = f.values[0].Title
	}
	b.Thieu(ten, fmt.Sprintf("%s: chưa có số liệu cho ngày %s. Thêm số liệu kèm căn cứ rồi tính lại", title, on))
	return Value{}
}

// Thieu notes what is missing; the first one speaks.
func (b *Bai) Thieu(ten, say string) {
	if b.thieu == nil {
		b.thieu = &ChuaBiet{Ten: ten, Say: say}
	}
}

// Buoc adds a step.
func (b *Bai) Buoc(s Buoc) {
	if !b.nham {
		b.buoc = append(b.buoc, s)
	}
}

// Ghi adds a step that is made only where a working is kept.
func (b *Bai) Ghi(step func() Buoc) {
	if !b.nham {
		b.buoc = append(b.buoc, step())
	}
}

// LuuY adds a sentence that a person has to know beside the result.
func (b *Bai) LuuY(format string, args ...any) {
	if !b.nham {
		b.luuY = append(b.luuY, fmt.Sprintf(format, args...))
	}
}

// Nham reports whether the computation keeps no working.
func (b *Bai) Nham() bool { return b.nham }

// Loi is what is missing, nil while nothing is.
func (b *Bai) Loi() error {
	if b.thieu == nil {
		return nil
	}
	return b.thieu
}

// Xong gives the result, or what is missing. A figure of lower confidence that was
// used is named among the warnings.
func (b *Bai) Xong(total int64, unit string, parts ...PhanKQ) (KetQuaTinh, error) {
	if b.thieu != nil {
		return KetQuaTinh{}, b.thieu
	}
	return KetQuaTinh{Total: total, Unit: unit, Parts: append([]PhanKQ{}, parts...), Working: b.buoc, Warnings: append([]string{}, b.luuY...)}, nil
}

// VaoTu is a figure as an input of a step, VaoTien an amount of money that was
// answered or found.
func VaoTu(v Value) Vao { return vao(v) }

// VaoTien is an amount in đồng as an input of a step.
func VaoTien(ten string, n int64) Vao { return Vao{Ten: ten, GiaTri: n, DonVi: dong} }

// Noi joins the bases of figures and articles, each once.
func Noi(bases ...string) string {
	out := ""
	seen := map[string]bool{}
	for _, s := range bases {
		if s == "" || seen[s] {
			continue
		}
		seen[s] = true
		if out != "" {
			out += "; "
		}
		out += s
	}
	return out
}
