package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
)

// ErrNoField: a person's record has nothing of that name which is written by hand.
var ErrNoField = errors.New("no such field of a person")

// PersonField is one thing of who a person is, as it is written: days as 15/08/1995, sex
// as Nam or Nữ, codes as codes.
type PersonField struct {
	Key   string `json:"field"` // "hoTen", as in the open export
	Label string `json:"label"`
	Text  string `json:"text"`
}

// personField is how a field is read from a record and written into it; write says what
// is wrong with the text, after the field's name, "" for nothing.
type personField struct {
	key, label string
	read       func(facts.NguoiLaoDong) string
	write      func(p *facts.NguoiLaoDong, text string) string
	list       *codes.List // of a code
}

// personFields are what of a record somebody writes by hand, in the order of the form.
// What changes from month to month, pay, title and contract, comes with a payroll or a
// dossier, and dân tộc with the dossier that needs it.
var personFields = []personField{
	plainField("hoTen", "Họ và tên", func(p *facts.NguoiLaoDong) *string { return &p.HoTen }),
	{key: "ngaySinh", label: "Ngày sinh", read: func(p facts.NguoiLaoDong) string { return p.NgaySinh.String() }, write: func(p *facts.NguoiLaoDong, text string) string {
		n, ok := facts.ParseNgaySinh(text)
		if p.NgaySinh = n; !ok && text != "" {
			return "phải có dạng 15/08/1995, 08/1995 hoặc 1995"
		}
		return ""
	}},
	{key: "gioiTinh", label: "Giới tính", read: func(p facts.NguoiLaoDong) string { return p.GioiTinh.Ten() }, write: func(p *facts.NguoiLaoDong, text string) string {
		g, ok := facts.ParseGioiTinh(text)
		if p.GioiTinh = g; !ok && text != "" {
			return "phải là Nam hoặc Nữ"
		}
		return ""
	}},
	plainField("soCCCD", "Số ĐDCN/CCCD", func(p *facts.NguoiLaoDong) *string { return &p.SoCCCD }),
	plainField("maSoBHXH", "Mã số BHXH", func(p *facts.NguoiLaoDong) *string { return &p.MaSoBHXH }),
	codedField("quocTich", "Quốc tịch", codes.QuocTich, func(p *facts.NguoiLaoDong) *string { return &p.QuocTich }),
	plainField("maNV", "Mã nhân viên", func(p *facts.NguoiLaoDong) *string { return &p.MaNV }),
	plainField("dienThoai", "Điện thoại", func(p *facts.NguoiLaoDong) *string { return &p.DienThoai }),
	plainField("email", "Email", func(p *facts.NguoiLaoDong) *string { return &p.Email }),
	plainField("diaChi", "Số nhà, đường, thôn", func(p *facts.NguoiLaoDong) *string { return &p.DiaChi }),
	codedField("maXa", "Xã, phường", codes.Xa, func(p *facts.NguoiLaoDong) *string { return &p.MaXa }),
	codedField("maTinh", "Tỉnh, thành phố", codes.Tinh, func(p *facts.NguoiLaoDong) *string { return &p.MaTinh }),
	codedField("maKCB", "Nơi KCB ban đầu", codes.KCB, func(p *facts.NguoiLaoDong) *string { return &p.MaKCB }),
}

// plainField takes what is written as it is, but for its spaces.
func plainField(key, label string, of func(*facts.NguoiLaoDong) *string) personField {
	return personField{key: key, label: label, read: func(p facts.NguoiLaoDong) string { return *of(&p) }, write: func(p *facts.NguoiLaoDong, text string) string {
		*of(p) = typed(text)
		return ""
	}}
}

// codedField takes a code of a list, or words that mean one of them.
func codedField(key, label string, list *codes.List, of func(*facts.NguoiLaoDong) *string) personField {
	return personField{key: key, label: label, list: list, read: func(p facts.NguoiLaoDong) string { return *of(&p) }, write: func(p *facts.NguoiLaoDong, text string) string {
		was := *of(p)
		if text == was || text == "" { // an abolished code that stands may stand
			*of(p) = text
			return ""
		}
		found := list.Find(text, nil)
		if found.Sure == nil {
			return "không rõ là mã nào trong " + list.Name() + ". Chọn trong danh mục"
		}
		*of(p) = found.Sure.Ma
		return ""
	}}
}

// standingFields are how somebody who is put into the list by hand stands from a month on.
var standingFields = []personField{
	{key: "tuThang", label: "Tham gia từ tháng", read: func(p facts.NguoiLaoDong) string { return p.TuThang.String() }, write: func(p *facts.NguoiLaoDong, text string) string {
		m, ok := law.ParseMonth(text)
		if p.TuThang = m; !ok {
			return "phải có, dạng 11/2026"
		}
		return ""
	}},
	{key: "mucLuong", label: "Mức lương đóng BHXH", read: func(p facts.NguoiLaoDong) string { return moneyText(p.Luong) }, write: func(p *facts.NguoiLaoDong, text string) string {
		p.Luong = facts.Luong{}
		if text == "" {
			return ""
		}
		n, ok := form.ParseMoney(text)
		if !ok || n <= 0 {
			return "phải là số tiền lớn hơn 0, ví dụ 6.000.000"
		}
		p.Luong = facts.Luong{Known: true, MucLuong: n}
		return ""
	}},
	plainField("chucDanh", "Chức danh", func(p *facts.NguoiLaoDong) *string { return &p.ChucDanh }),
}

func moneyText(l facts.Luong) string {
	if !l.Known {
		return ""
	}
	return Dots(l.MucLuong)
}

// NewPersonFields are the fields of somebody who is not in the list yet, taking part from
// a month on.
func NewPersonFields(month law.Month) []PersonField {
	p := facts.NguoiLaoDong{TuThang: month}
	out := PersonFields(p)
	for _, f := range standingFields {
		out = append(out, PersonField{f.key, f.label, f.read(p)})
	}
	return out
}

// AddPerson puts somebody who takes part already into the list of the employer at hand:
// texts by PersonField.Key, of NewPersonFields. With a Lỗi among what it finds nobody is
// added. Who is new to the employer is declared by a dossier, which puts them into the
// list by itself. ErrNoField.
func (o *Office) AddPerson(ctx context.Context, texts map[string]string) (id string, found []Finding, err error) {
	fail := func(err error) (string, []Finding, error) { return "", nil, fmt.Errorf("add person: %w", err) }
	all, err := o.People(ctx, o.Period().Add(1200))
	if err != nil {
		return fail(err)
	}
	p := facts.NguoiLaoDong{TrangThai: facts.DangDong}
	found, known := write(&p, append(personFields[:len(personFields):len(personFields)], standingFields...), texts)
	if known != len(texts) {
		return fail(ErrNoField)
	}
	if _, said := texts["tuThang"]; !said {
		found = append(found, Finding{Level: form.Loi, Say: "Tham gia từ tháng: phải có, dạng 11/2026"})
	}
	found = append(found, checkPerson(p, all, o.Today())...)
	if blocking(found) {
		return "", found, nil
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return fail(err)
	}
	people := []facts.NguoiLaoDong{p}
	if err := o.store.PutPeople(ctx, dv.MaSoThue, people, byHand); err != nil {
		return fail(err)
	}
	return people[0].ID, found, nil
}

// byHand is where somebody comes from whom no file and no dossier has brought.
const byHand = "nhập tay"

// write writes texts into a record: what is wrong with them, and how many of them are of
// a field.
func write(p *facts.NguoiLaoDong, fields []personField, texts map[string]string) (found []Finding, known int) {
	for _, f := range fields {
		text, ok := texts[f.key]
		if !ok {
			continue
		}
		known++
		if say := f.write(p, strings.TrimSpace(text)); say != "" {
			found = append(found, Finding{Field: f.label, Level: form.Loi, Say: f.label + ": " + say})
		}
	}
	return found, known
}

// PersonFields is who a person is, field by field, to be written anew.
func PersonFields(p facts.NguoiLaoDong) []PersonField {
	out := make([]PersonField, len(personFields))
	for i, f := range personFields {
		out[i] = PersonField{f.key, f.label, f.read(p)}
	}
	return out
}

// PersonChoices lists what may be chosen for a field that is a code, none for others: the
// entries in force, and the code that stands although it was abolished.
func PersonChoices(f PersonField) (out []Choice) {
	at := slices.IndexFunc(personFields, func(x personField) bool { return x.key == f.Key })
	if at < 0 || personFields[at].list == nil {
		return nil
	}
	list := personFields[at].list
	stands := f.Text == ""
	for _, i := range list.All() {
		if i.Den == 0 {
			out = append(out, choiceOf(list, i, false))
			stands = stands || i.Ma == f.Text
		}
	}
	if !stands {
		out = slices.Insert(out, 0, Choice{Code: f.Text, Words: strings.TrimSpace(list.Label(f.Text) + " (mã cũ)")})
	}
	return out
}

// ProvinceOf is the province of a commune by its code, "" where it is not known.
func ProvinceOf(maXa string) string {
	i, _ := codes.Xa.Get(maXa)
	return i.Nhom
}

// EditPerson corrects who a person of the employer at hand is: texts by PersonField.Key,
// "" to say that something is not known. With a Lỗi among what it finds nothing is kept;
// a Nhắc is kept, and told. was is the record before, field by field, for whoever wants it
// back. How the person stands in the months does not change, nor what was declared:
// the agency learns of it by a dossier alone. ErrNoPerson, ErrNoField.
func (o *Office) EditPerson(ctx context.Context, id string, texts map[string]string) (was []PersonField, found []Finding, err error) {
	fail := func(err error) ([]PersonField, []Finding, error) {
		return nil, nil, fmt.Errorf("edit person %s: %w", storage.Ref(id), err)
	}
	all, err := o.People(ctx, o.Period().Add(1200))
	if err != nil {
		return fail(err)
	}
	at := -1
	for i, p := range all {
		if p.ID == id {
			at = i
		}
	}
	if at < 0 {
		return fail(ErrNoPerson)
	}
	p := all[at]
	was = PersonFields(p)
	found, known := write(&p, personFields, texts)
	if known != len(texts) {
		return fail(ErrNoField)
	}
	if p == all[at] && len(found) == 0 {
		return was, nil, nil
	}
	found = append(found, fresh(checkPerson(p, all, o.Today()), checkPerson(all[at], all, o.Today()))...)
	if blocking(found) {
		return was, found, nil
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return fail(err)
	}
	if err := o.store.PutIdentity(ctx, dv.MaSoThue, p, handWritten); err != nil {
		return fail(err)
	}
	return was, found, nil
}

// handWritten is where what somebody wrote by hand comes from.
const handWritten = "sửa tay"

// fresh are findings of which those that were there before do not stand in the way: who
// mends a telephone need not know the birthday.
func fresh(now, before []Finding) []Finding {
	for i, f := range now {
		if slices.Contains(before, f) {
			now[i].Level = form.Nhac
		}
	}
	return now
}

// checkPerson finds what is wrong with who somebody is, also beside everybody else of the
// employer: a number is of one person.
func checkPerson(p facts.NguoiLaoDong, all []facts.NguoiLaoDong, today law.Day) (found []Finding) {
	check := func(e facts.LoiMa) {
		if !e.OK() {
			level := form.Loi
			if e.Nhac {
				level = form.Nhac
			}
			found = append(found, Finding{Level: level, Say: e.Say, Fix: e.Goi})
		}
	}
	if p.HoTen == "" {
		check(facts.LoiMa{Say: "Họ và tên: phải có"})
	}
	check(facts.CheckHoTen(p.HoTen))
	if p.NgaySinh != 0 {
		check(facts.CheckNgaySinh(p.NgaySinh, today))
	}
	check(facts.CheckSoGiayTo(p.SoCCCD, p.QuocTich, p.GioiTinh, p.NgaySinh))
	if p.MaSoBHXH != "" {
		check(facts.CheckMaSoBHXH(p.MaSoBHXH))
	}
	check(facts.CheckDienThoai(p.DienThoai))
	check(facts.CheckEmail(p.Email))
	check(facts.CheckXaTinh(p.MaXa, p.MaTinh))
	check(facts.CheckTinhKCB(p.MaKCB, p.MaTinh, "nơi ở"))
	for _, other := range all {
		if other.ID == p.ID {
			continue
		}
		for _, n := range []struct{ label, mine, theirs string }{
			{"Số ĐDCN/CCCD", p.SoCCCD, other.SoCCCD}, {"Mã số BHXH", p.MaSoBHXH, other.MaSoBHXH}, {"Mã nhân viên", p.MaNV, other.MaNV},
		} {
			if n.mine != "" && n.mine == n.theirs {
				check(facts.LoiMa{Say: fmt.Sprintf("%s: đã là của %s (%s). Sửa số, hoặc gộp hai bản ghi nếu là một người", n.label, other.HoTen, other.ID)})
			}
		}
	}
	return found
}
