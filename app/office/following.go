package office

import (
	"context"
	"errors"
	"strings"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/tk1ts"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// followed is what a dossier did to the roster, kept so that it can be taken
// back: the people it changed, before and after. It grows in two steps, so that a
// crash between them loses neither.
type followed struct {
	Before []facts.NguoiLaoDong `json:"before"`
	After  []facts.NguoiLaoDong `json:"after"`
	Done   bool                 `json:"done"`
	Undone bool                 `json:"undone"`
}

const followedSetting = "da-theo:" // + dossier

func (o *Office) followedOf(ctx context.Context, id string) (f followed, err error) {
	err = o.store.Setting(ctx, followedSetting+id, &f)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return f, err
}

// follow brings the roster after a dossier that has reached the gateway: who
// came in, left, or changed, from the month the dossier says. It is done once for
// each dossier; doing it again after a crash changes nothing.
func (o *Office) follow(ctx context.Context, id string) error {
	f, err := o.followedOf(ctx, id)
	if err != nil || f.Done {
		return err
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil || len(rosterAfter(nil, docs, joinedNumbers{})) == 0 && !corrects(docs) {
		return err // forms of another kind: nothing to do, and nothing to take back
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return err
	}
	roster, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return err
	}
	joined, err := o.joinedNumbers(ctx, d.MaSoThue)
	if err != nil {
		return err
	}
	changed := rosterAfter(roster, docs, joined)
	for i := range changed {
		if changed[i].TuThang == 0 { // who somebody is has no month of its own
			changed[i].TuThang = d.Month
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := o.dropSensitive(ctx, d.MaSoThue, changed); err != nil {
		return err
	}
	if f.Before == nil {
		f.Before = sameIDs(roster, changed)
		if err := o.store.PutSetting(ctx, followedSetting+id, f); err != nil {
			return err
		}
		failpoint.Hit("follow.before.kept")
	}
	if err := o.store.PutPeople(ctx, d.MaSoThue, changed, "hồ sơ "+id); err != nil {
		return err
	}
	failpoint.Hit("follow.roster.kept")
	f.After, f.Done = changed, true
	if err := o.store.PutSetting(ctx, followedSetting+id, f); err != nil {
		return err
	}
	failpoint.Hit("follow.done.kept")
	return nil
}

// sameIDs are the people of a roster whom changed names; never nil.
func sameIDs(roster, changed []facts.NguoiLaoDong) []facts.NguoiLaoDong {
	ids := make(map[string]bool, len(changed))
	for _, p := range changed {
		ids[p.ID] = p.ID != ""
	}
	out := []facts.NguoiLaoDong{}
	for _, p := range roster {
		if ids[p.ID] {
			out = append(out, p)
		}
	}
	return out
}

// unfollow takes back what a dossier did to the roster, after the agency has
// returned it: people stand again as before, those it brought in as left. Whoever
// was changed by something else meanwhile stays as they are.
func (o *Office) unfollow(ctx context.Context, id string) error {
	f, err := o.followedOf(ctx, id)
	if err != nil || !f.Done || f.Undone {
		return err
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return err
	}
	roster, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return err
	}
	before, now := byID(f.Before), byID(roster)
	var back []facts.NguoiLaoDong
	for _, p := range f.After {
		if now[p.ID] != p {
			continue
		}
		was, known := before[p.ID]
		if !known {
			was = p
			was.TrangThai = facts.DaNghi
		}
		was.TuThang = p.TuThang
		back = append(back, was)
	}
	if len(back) > 0 {
		if err := o.store.PutPeople(ctx, d.MaSoThue, back, "hồ sơ "+id+" bị trả lại"); err != nil {
			return err
		}
	}
	f.Undone = true
	return o.store.PutSetting(ctx, followedSetting+id, f)
}

func byID(people []facts.NguoiLaoDong) map[string]facts.NguoiLaoDong {
	out := make(map[string]facts.NguoiLaoDong, len(people))
	for _, p := range people {
		out[p.ID] = p
	}
	return out
}

// rosterAfter is the people whom the rows of D02-LT change, as they stand
// afterwards. What a row does not say stays as it was. joined are numbers of before.
func rosterAfter(roster []facts.NguoiLaoDong, docs []*form.Doc, joined joinedNumbers) []facts.NguoiLaoDong {
	at, ids := newFinder(roster), byID(roster)
	var out []facts.NguoiLaoDong
	for _, doc := range docs {
		if doc.Form.ID != "D02-LT" {
			continue
		}
		for _, r := range doc.Rows {
			said := joined.in(d02lt.Nguoi(r), ids)
			said.TrangThai = facts.SauPhuongAn(d02lt.PhuongAn.Get(r))
			if said.TrangThai == "" {
				continue
			}
			p := facts.NguoiLaoDong{}
			if k := at.find(said); k >= 0 {
				p = roster[k]
			}
			out = append(out, overlay(p, said))
		}
	}
	for _, doc := range docs {
		if doc.Form.ID == "TK1-TS" {
			out = addPersonal(out, roster, doc.Rows)
		}
	}
	return out
}

// corrects reports whether a dossier asks to correct who somebody is.
func corrects(docs []*form.Doc) bool {
	for _, d := range docs {
		for _, r := range d.Rows {
			if d.Form.ID == "TK1-TS" && strings.HasPrefix(tk1ts.NoiDung.Get(r), correctionWord) {
				return true
			}
		}
	}
	return false
}

// addPersonal adds what TK1-TS say of people: of those who come in, everything; of those
// who are in the roster, who they are, where the sheet corrects that.
func addPersonal(people, roster []facts.NguoiLaoDong, rows []form.Row) []facts.NguoiLaoDong {
	at, known := newFinder(people), newFinder(roster)
	for _, r := range rows {
		said := tk1ts.Nguoi(r)
		if k := at.find(said); k >= 0 {
			said.TrangThai, said.TuThang = people[k].TrangThai, people[k].TuThang
			people[k] = overlay(people[k], said)
			continue
		}
		k := known.find(said)
		if k < 0 || !strings.HasPrefix(tk1ts.NoiDung.Get(r), correctionWord) {
			continue
		}
		p := overlay(roster[k], facts.NguoiLaoDong{HoTen: said.HoTen, SoCCCD: said.SoCCCD, NgaySinh: said.NgaySinh, GioiTinh: said.GioiTinh})
		if p != roster[k] {
			p.TuThang = 0
			people = append(people, p)
		}
	}
	return people
}

// overlay puts what was said over what was known; what was not said stays.
func overlay(p, said facts.NguoiLaoDong) facts.NguoiLaoDong {
	set := func(into *string, s string) {
		if s != "" {
			*into = s
		}
	}
	set(&p.HoTen, said.HoTen)
	set(&p.MaSoBHXH, said.MaSoBHXH)
	set(&p.SoCCCD, said.SoCCCD)
	set(&p.QuocTich, said.QuocTich)
	set(&p.DanToc, said.DanToc)
	set(&p.DienThoai, said.DienThoai)
	set(&p.Email, said.Email)
	set(&p.DiaChi, said.DiaChi)
	set(&p.MaXa, said.MaXa)
	set(&p.MaTinh, said.MaTinh)
	set(&p.MaKCB, said.MaKCB)
	set(&p.PhongBan, said.PhongBan)
	set(&p.ChucDanh, said.ChucDanh)
	set(&p.NoiLamViec, said.NoiLamViec)
	set(&p.Vung, said.Vung)
	if said.NgaySinh != 0 {
		p.NgaySinh = said.NgaySinh
	}
	if said.GioiTinh != "" {
		p.GioiTinh = said.GioiTinh
	}
	if said.HopDong != (facts.HopDong{}) {
		p.HopDong = said.HopDong
	}
	if said.Luong.Known {
		p.Luong = said.Luong
	}
	if said.TrangThai != "" {
		p.TrangThai = said.TrangThai
	}
	if said.TuThang != 0 {
		p.TuThang = said.TuThang
	}
	return p
}
