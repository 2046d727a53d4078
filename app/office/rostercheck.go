package office

import (
	"context"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/storage"
)

// checkRoster holds the rows of D02-LT against the people of the employer as
// they stood before the month: what does not follow from it is reminded, not
// stopped, because the roster may be the one that is behind.
func (o *Office) checkRoster(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]form.Fault, error) {
	before, err := o.store.Roster(ctx, d.MaSoThue, d.Month.Add(-1))
	if err != nil || len(before) == 0 {
		return nil, err
	}
	during, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return nil, err
	}
	r := rosterCheck{before: knownPeople(before), during: knownPeople(during)}
	for _, doc := range docs {
		if doc.Form.ID != firstForm {
			continue
		}
		for i, row := range doc.Rows {
			r.row(i+1, row)
		}
	}
	return r.out, nil
}

// people of a roster by their numbers.
type peopleIndex struct {
	maSo, cccd map[string]*facts.NguoiLaoDong
}

func knownPeople(list []facts.NguoiLaoDong) peopleIndex {
	x := peopleIndex{map[string]*facts.NguoiLaoDong{}, map[string]*facts.NguoiLaoDong{}}
	for i := range list {
		p := &list[i]
		if p.MaSoBHXH != "" {
			x.maSo[p.MaSoBHXH] = p
		}
		if p.SoCCCD != "" {
			x.cccd[p.SoCCCD] = p
		}
	}
	return x
}

func (x peopleIndex) find(maSo, cccd string) *facts.NguoiLaoDong {
	if p := x.maSo[maSo]; p != nil {
		return p
	}
	return x.cccd[cccd]
}

type rosterCheck struct {
	before, during peopleIndex
	faultsByWords
}

// say adds a place to the fault with these words.
func (r *rosterCheck) say(code string, n int, c *form.Column, say string) {
	r.add(code, form.Nhac, firstForm, c.Label+": "+say, at(n, c))
}

func (r *rosterCheck) row(n int, row form.Row) {
	maSo, cccd := numbersIn(form.Of(firstForm).Table, row)
	pa := d02lt.PhuongAn.Get(row)
	byMaSo, byCCCD := r.before.maSo[maSo], r.before.cccd[cccd]
	switch {
	case byMaSo != nil && byCCCD != nil && byMaSo != byCCCD:
		r.say("HS-DS-HAI-NGUOI", n, d02lt.MaSoBHXH.Column, "mã số và số CCCD là của hai người khác nhau trong danh sách lao động. Xem lại một trong hai số")
		return
	case byMaSo != nil && another(byMaSo, row):
		r.say("HS-DS-MA-SO", n, d02lt.MaSoBHXH.Column, "trong danh sách lao động, mã số này là của người có họ tên, ngày sinh khác. Xem lại mã số")
		return
	case byMaSo == nil && byCCCD != nil && maSo != "" && byCCCD.MaSoBHXH != "" && byCCCD.MaSoBHXH != maSo:
		r.say("HS-DS-HAI-MA-SO", n, d02lt.MaSoBHXH.Column, "khác mã số của người này trong danh sách lao động. Xem lại mã số; một người có hai mã số thì làm thủ tục gộp sổ")
	}
	if maSo == "" && cccd == "" {
		return
	}
	p, now := r.before.find(maSo, cccd), r.during.find(maSo, cccd)
	r.identity(n, row, p)
	active := p != nil && (p.TrangThai == facts.DangDong || p.TrangThai == "")
	gone := p != nil && p.TrangThai == facts.DaNghi
	tell := func(code, say string) { r.say(code, n, d02lt.PhuongAn.Column, say) }
	switch pa {
	case "TM", "TD", "TC", "TH":
		if active {
			tell("HS-DS-DANG-DONG", "báo tăng người đang tham gia tại đơn vị. Bỏ dòng này, hoặc chọn điều chỉnh (DC, CD)")
		}
	case "GH", "GD", "GC", "OF", "TS", "KL", "DC", "CD", "ON":
		switch {
		case p == nil && now == nil:
			tell("HS-DS-KHONG-CO", "người này không có trong danh sách đang tham gia tại đơn vị. Xem lại mã số, hoặc báo tăng trước")
		case gone && (now == nil || now.TrangThai == facts.DaNghi):
			tell("HS-DS-DA-GIAM", "người này đã báo giảm trước đó. Bỏ dòng này, hoặc báo tăng lại")
		case pa == "ON" && active && (now == nil || now.TrangThai == facts.DangDong || now.TrangThai == ""):
			tell("HS-DS-DI-LAM", "báo đi làm lại nhưng trước đó không báo nghỉ ốm, thai sản hoặc không lương. Xem lại phương án")
		case pa == "DC" && active && samePay(p, row) && sameWork(p, row):
			tell("HS-DS-NHU-CU", "mức lương và công việc giống đang đóng nên không có gì để điều chỉnh. Bỏ dòng này, hoặc sửa mức lương")
		case pa == "CD" && active && sameWork(p, row):
			tell("HS-DS-NHU-CU", "chức danh và nơi làm việc giống đang kê khai nên không có gì để điều chỉnh. Bỏ dòng này, hoặc sửa chức danh")
		}
	}
}

// identity reminds of a name or a birth that is not as the roster has it: the agency
// compares both with the national database.
func (r *rosterCheck) identity(n int, row form.Row, p *facts.NguoiLaoDong) {
	if p == nil {
		return
	}
	const mend = "Sửa cho đúng căn cước; đổi thông tin đã đăng ký thì nộp tờ khai TK1-TS"
	if name := d02lt.HoTen.Get(row); name != "" && p.HoTen != "" && !facts.CungHoTen(name, p.HoTen) {
		r.say("HS-DS-NHAN-THAN", n, d02lt.HoTen.Column, "khác trong danh sách lao động. "+mend)
	}
	if born := facts.NgaySinh(d02lt.NgaySinh.Get(row)); born.Full() && p.NgaySinh.Full() && born != p.NgaySinh {
		r.say("HS-DS-NHAN-THAN", n, d02lt.NgaySinh.Column, "khác trong danh sách lao động. "+mend)
	}
}

// another reports whether a row is of somebody else by name and by birth.
func another(p *facts.NguoiLaoDong, row form.Row) bool {
	name, birth := d02lt.HoTen.Get(row), facts.NgaySinh(d02lt.NgaySinh.Get(row))
	return p.HoTen != "" && name != "" && codes.Fold(p.HoTen) != codes.Fold(name) &&
		p.NgaySinh.Full() && birth.Full() && p.NgaySinh != birth
}

func samePay(p *facts.NguoiLaoDong, row form.Row) bool {
	l := p.Luong
	return l.Known && (d02lt.MucLuong.Get(row) != 0 || d02lt.HeSo.Get(row) != 0) &&
		l.MucLuong == d02lt.MucLuong.Get(row) && l.PhuCap == d02lt.PhuCapLuong.Get(row) && l.BoSung == d02lt.BoSung.Get(row) &&
		l.HeSo == d02lt.HeSo.Get(row) && l.PhuCapCV == d02lt.PhuCapCV.Get(row) && l.TNVK == d02lt.TNVK.Get(row) &&
		l.TNNghe == d02lt.TNNghe.Get(row) && l.BaoLuu == d02lt.BaoLuu.Get(row)
}

// sameWork leaves out what the roster does not know.
func sameWork(p *facts.NguoiLaoDong, row form.Row) bool {
	same := func(was, is string) bool { return is == "" || codes.Fold(was) == codes.Fold(is) }
	return same(p.ChucDanh, d02lt.ChucDanh.Get(row)) && (p.NoiLamViec == "" || same(p.NoiLamViec, d02lt.NoiLamViec.Get(row)))
}
