package office

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"ankhai/forms/c12"
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// c12Month gathers the people of a month for the statement: as they are by the roster
// and by the payroll, and as the agency could know them by what had been sent.
type c12Month struct {
	o       *Office
	dv      facts.DonVi
	m       law.Month
	book    *law.Sach
	due     *dues
	events  map[string][]c12.SuKien // by the key of a person
	payroll map[string]payroll.DeXuat
	drafts  map[string]string // the dossier of a proposal that was not sent
	out     []c12.Nguoi
}

// c12People makes the people of a month, and names whom it could not reckon.
func (o *Office) c12People(ctx context.Context, dv facts.DonVi, m law.Month, book *law.Sach) ([]c12.Nguoi, []string, error) {
	g := &c12Month{o: o, dv: dv, m: m, book: book, due: newDues(dv, book)}
	if err := g.readEvents(ctx); err != nil {
		return nil, nil, err
	}
	before, err := o.store.Roster(ctx, dv.MaSoThue, m.Add(-1))
	if err != nil {
		return nil, nil, err
	}
	now, err := o.store.Roster(ctx, dv.MaSoThue, m)
	if err != nil {
		return nil, nil, err
	}
	if err := g.readPayroll(ctx, now); err != nil {
		return nil, nil, err
	}
	was := byID(before)
	for _, p := range now {
		var old *facts.NguoiLaoDong
		if x, ok := was[p.ID]; ok {
			old = &x
		}
		if err := g.person(ctx, old, p); err != nil {
			return nil, nil, err
		}
	}
	g.newcomers(now)
	return g.out, g.due.lacking(), nil
}

// readEvents takes what was signed out of the ledger.
func (g *c12Month) readEvents(ctx context.Context) error {
	sent, err := g.o.store.Sent(ctx, g.dv.MaSoThue, 0)
	if err != nil {
		return err
	}
	g.events = map[string][]c12.SuKien{}
	for _, h := range sent {
		if h.State == storage.Huy || h.Month > g.m || strings.Contains(h.PhuongAn, ":") { // lines of other lists name their form
			continue
		}
		e := c12.SuKien{PhuongAn: h.PhuongAn, TuThang: h.Month, Bao: c12.ChuaBao, HoSo: h.DossierID, SoHoSo: h.SoHoSo}
		if !h.SentAt.IsZero() {
			e.Bao, e.Ngay = c12.DaGui, dayIn(h.SentAt)
		}
		if h.State == storage.TraLai {
			e.Bao = c12.BiTra
		}
		for _, k := range keysOf(facts.NguoiLaoDong{MaSoBHXH: h.MaSoBHXH, SoCCCD: h.SoCCCD}) {
			g.events[k] = append(g.events[k], e)
		}
	}
	return nil
}

// eventsOf are a person's events, each once, earliest month first.
func (g *c12Month) eventsOf(p facts.NguoiLaoDong) (out []c12.SuKien) {
	for _, k := range keysOf(facts.NguoiLaoDong{MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD}) {
		for _, e := range g.events[k] {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b c12.SuKien) int {
		return cmp.Or(cmp.Compare(a.TuThang, b.TuThang), cmp.Compare(a.Ngay, b.Ngay))
	})
	return out
}

// readPayroll takes the proposals of the month's payroll that the roster has not
// followed: what nobody has sent yet.
func (g *c12Month) readPayroll(ctx context.Context, now []facts.NguoiLaoDong) error {
	g.payroll, g.drafts = map[string]payroll.DeXuat{}, map[string]string{}
	res, err := g.o.Compare(ctx, g.m)
	if isNoPayroll(err) {
		return nil
	}
	if err != nil {
		return err
	}
	in, err := g.o.Declared(ctx, g.m, res.Proposals)
	if err != nil {
		return err
	}
	at := newFinder(now)
	for i, d := range res.Proposals {
		id := personKey(d)
		if k := at.find(d.Nguoi); k >= 0 {
			if id = now[k].ID; now[k].TrangThai == d.Nguoi.TrangThai && now[k].Luong == d.Nguoi.Luong {
				continue // the roster is there already
			}
		}
		g.payroll[id], g.drafts[id] = d, in[i]
	}
	return nil
}

// newcomer begins the key of somebody whom the roster does not have.
const newcomer = "moi:"

// personKey is the key by which a proposal's person is found again.
func personKey(d payroll.DeXuat) string {
	if d.Nguoi.ID != "" {
		return d.Nguoi.ID
	}
	return newcomer + d.Nguoi.Khoa() + "|" + d.HoTen
}

// person adds somebody of the roster.
func (g *c12Month) person(ctx context.Context, old *facts.NguoiLaoDong, p facts.NguoiLaoDong) error {
	n := c12.Nguoi{ID: p.ID, HoTen: p.HoTen, MaSo: p.MaSoBHXH, MaNV: p.MaNV, NuocNgoai: abroad(p), SuKien: g.eventsOf(p)}
	view := &view{}
	if g.lateReport(n.SuKien) {
		past, err := g.o.store.History(ctx, p.ID)
		if err != nil {
			return err
		}
		view.past, view.events = past, n.SuKien
	} else {
		known := p
		view.now, view.old = &known, old
	}
	if d, ok := g.payroll[p.ID]; ok {
		returned := func(e c12.SuKien) bool {
			return e.Bao == c12.BiTra && e.PhuongAn == d.PhuongAn && e.TuThang == d.TuThang
		}
		if !slices.ContainsFunc(n.SuKien, returned) || g.drafts[p.ID] != "" {
			n.SuKien = append(n.SuKien, c12.SuKien{PhuongAn: d.PhuongAn, TuThang: d.TuThang, Bao: c12.ChuaBao, HoSo: g.drafts[p.ID]})
		}
		p.TrangThai, p.Luong = d.Nguoi.TrangThai, d.Nguoi.Luong
	}
	end := g.m.Add(-1).Last()
	n.Nay = g.due.of(&p, g.m)
	n.Truoc = g.due.of(view.at(g.m.Add(-1), end), g.m.Add(-1))
	n.Giu = g.due.of(view.at(g.m, end), g.m)
	if n.Giu == nil && n.Nay == nil && n.Truoc == nil {
		g.gone(&n, p)
	}
	g.adjust(&n, view)
	g.otherWays(&n, p)
	g.out = append(g.out, n)
	return nil
}

// lateReport reports whether the agency could not know all of it at the end of the
// month before: then the person is looked at through time.
func (g *c12Month) lateReport(events []c12.SuKien) bool {
	return slices.ContainsFunc(events, func(e c12.SuKien) bool { return e.Bao != c12.DaGui || e.Ngay > g.m.Add(-1).Last() })
}

// gone says of somebody who takes no part since an earlier month on what they paid.
func (g *c12Month) gone(n *c12.Nguoi, p facts.NguoiLaoDong) {
	if !p.Luong.Known || p.TrangThai == facts.ChuaRo {
		return
	}
	n.Nghi = p.TuThang
	p.TrangThai = facts.DangDong
	n.Giu = g.due.of(&p, g.m)
}

// newcomers adds the people of the payroll whom the roster does not have.
func (g *c12Month) newcomers(now []facts.NguoiLaoDong) {
	for _, id := range sortedKeysOf(g.payroll) {
		d := g.payroll[id]
		if slices.ContainsFunc(now, func(p facts.NguoiLaoDong) bool { return p.ID == id }) || codes.Nhom(d.PhuongAn) != codes.NhomTang {
			continue
		}
		p := d.Nguoi
		g.out = append(g.out, c12.Nguoi{ID: id, HoTen: p.HoTen, MaSo: p.MaSoBHXH, MaNV: p.MaNV, NuocNgoai: abroad(p), Nay: g.due.of(&p, g.m),
			SuKien: []c12.SuKien{{PhuongAn: d.PhuongAn, TuThang: d.TuThang, Bao: c12.ChuaBao, HoSo: g.drafts[id]}}})
	}
}

func abroad(p facts.NguoiLaoDong) bool { return p.QuocTich != "" && p.QuocTich != "VN" }
