package office

import (
	"context"
	"errors"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/storage"
)

// membersTable is the tag of the members of a household, on every form that has them.
const membersTable = "ThanhVien"

// ofHousehold is what is known of a household, by the tags of the forms.
func ofHousehold(h facts.HoGiaDinh) map[string]string {
	return map[string]string{"ChuHo": h.ChuHo, "HoDT": h.DienThoai, "HoDiaChi": h.DiaChi, "HoXa": h.MaXa, "HoTinh": h.MaTinh, "HoMaSo": h.MaSo}
}

// ofMember is what is known of a member of a household. declared says whether they are
// the person who declares it.
func ofMember(v facts.ThanhVien, declared bool) map[string]string {
	out := map[string]string{
		"HoTen": v.HoTen, "MaSoBHXH": v.MaSoBHXH, "SoCCCD": v.SoCCCD, "NgaySinh": v.NgaySinh.String(), "GioiTinh": v.GioiTinh.Ma(),
		"QuanHe": v.QuanHe, "QuocTich": v.QuocTich,
	}
	if declared {
		out["ThamGia"] = "x"
	}
	return out
}

// householdIn is the household that a row of a form declares; ok is false where it
// names neither a head nor a member.
func householdIn(doc *form.Doc, row form.Row) (h facts.HoGiaDinh, ok bool) {
	text := func(t *form.Table, r form.Row, tag string) string {
		c := t.Column(tag)
		if c == nil {
			return ""
		}
		return c.Get(r).S
	}
	of := func(tag string) string { return text(doc.Form.Table, row, tag) }
	h = facts.HoGiaDinh{ChuHo: of("ChuHo"), DienThoai: of("HoDT"), DiaChi: of("HoDiaChi"), MaXa: of("HoXa"), MaTinh: of("HoTinh"), MaSo: of("HoMaSo")}
	t := doc.Form.Sub(membersTable)
	for _, r := range doc.Of(membersTable, row) {
		p := personIn(t, r)
		if p.HoTen != "" {
			h.ThanhVien = append(h.ThanhVien, facts.ThanhVien{
				HoTen: p.HoTen, MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, NgaySinh: p.NgaySinh, GioiTinh: p.GioiTinh,
				QuanHe: text(t, r, "QuanHe"), QuocTich: text(t, r, "QuocTich"),
			})
		}
	}
	return h, h.ChuHo != "" && len(h.ThanhVien) > 0
}

// rememberHouseholds keeps the households that a dossier declares, with the people of
// the roster who declare them or are among their members.
func (o *Office) rememberHouseholds(ctx context.Context, d storage.Dossier, docs []*form.Doc) error {
	of := map[string]facts.HoGiaDinh{}
	var roster []facts.NguoiLaoDong
	for _, doc := range docs {
		if doc.Form.Sub(membersTable) == nil {
			continue
		}
		for _, r := range doc.Rows {
			h, ok := householdIn(doc, r)
			if !ok {
				continue
			}
			if roster == nil {
				var err error
				if roster, err = o.store.Roster(ctx, d.MaSoThue, d.Month); err != nil {
					return err
				}
			}
			declarer := newFinder(roster).find(personIn(doc.Form.Table, r))
			for i, p := range roster {
				if i == declarer || h.Trong(p) {
					of[p.ID] = h
				}
			}
		}
	}
	return o.store.PutHouseholds(ctx, of, d.ID)
}

// withoutLoi are the forms in which nothing is wrong.
func withoutLoi(docs []*form.Doc, faults []form.Fault) []*form.Doc {
	return slices.DeleteFunc(slices.Clone(docs), func(d *form.Doc) bool {
		return slices.ContainsFunc(faults, func(f form.Fault) bool { return f.Level == form.Loi && f.Form == d.Form.ID })
	})
}

// homesOf are the households that people declared before, by the store's key.
func (o *Office) homesOf(ctx context.Context, people []facts.NguoiLaoDong) (map[string]storage.Household, error) {
	out := map[string]storage.Household{}
	for _, p := range people {
		h, err := o.store.Household(ctx, p.ID)
		if errors.Is(err, storage.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out[p.ID] = h
	}
	return out, nil
}

// asksHousehold reports whether a form asks for the household of a person: Mẫu số 4 of
// everybody, the phụ lục of TK1-TS of who has no mã số BHXH yet.
func asksHousehold(f *form.Form, p facts.NguoiLaoDong) bool {
	return f.Sub(membersTable) != nil && (f.Table.Column("HoTen") == nil || p.MaSoBHXH == "")
}

// addHousehold puts a household into the row of the person who declares it, and gives
// the rows of its members.
func addHousehold(f *form.Form, row *form.Row, p facts.NguoiLaoDong, h facts.HoGiaDinh) (members []form.Row) {
	fillKnown(f.Table, row, ofHousehold(h))
	t := f.Sub(membersTable)
	key := t.LinkTo.Col().Get(*row)
	if !key.Known() {
		return nil
	}
	for _, v := range h.ThanhVien {
		var r form.Row
		t.Link.Col().Put(&r, key)
		fillKnown(t, &r, ofMember(v, v.La(p)))
		members = append(members, r)
	}
	return members
}

// peopleRows are the rows of a form for people, with the members of the households that
// it asks for. A household with a row of its own stands once, however many of its
// members were asked for.
func peopleRows(f *form.Form, people []facts.NguoiLaoDong, homes map[string]storage.Household, row func(facts.NguoiLaoDong) form.Row) (rows, members []form.Row, from string) {
	alone := f.Table.Column("HoTen") == nil
	var placed []facts.HoGiaDinh
	for _, p := range people {
		h, known := homes[p.ID]
		known = known && asksHousehold(f, p)
		if known && alone {
			if slices.ContainsFunc(placed, func(was facts.HoGiaDinh) bool { return was.Trong(p) }) {
				continue
			}
			placed = append(placed, h.HoGiaDinh)
		}
		r := row(p)
		if known {
			members = append(members, addHousehold(f, &r, p, h.HoGiaDinh)...)
			switch from {
			case "", srcHouse + h.Source:
				from = srcHouse + h.Source
			default:
				from = srcHouse
			}
		}
		rows = append(rows, r)
	}
	return rows, members, from
}

// houseSources adds where the household of a row comes from.
func houseSources(f *form.Form, rows map[string]string, from string) {
	if from == "" {
		return
	}
	for tag := range ofHousehold(facts.HoGiaDinh{}) {
		if f.Table.Column(tag) != nil {
			rows[tag] = from
		}
	}
}

// memberSources is what filled the members of a household.
func memberSources(f *form.Form, from string) map[string]string {
	return map[string]string{allTags: from, f.Sub(membersTable).Link.Col().Tag: ""}
}
