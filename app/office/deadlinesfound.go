package office

import (
	"errors"

	"ankhai/forms/codes"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/services"
	"ankhai/forms/services/han"
	"ankhai/storage"
)

// proposals are the changes that the month's payroll shows and nobody has sent yet.
func (s *search) proposals() error {
	res, err := s.o.Compare(s.ctx, s.month)
	if errors.Is(err, ErrNoPayroll) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, p := range res.Proposals {
		s.proposal(p)
	}
	return nil
}

// eventOf is the event of a phương án whose limit runs by the month, so that the
// month is enough.
var eventOf = map[string]struct {
	event string
	chon  map[string]string
}{
	"GH": {"nghi-viec", map[string]string{"ly-do": "nghi"}},
	"GD": {"nghi-viec", map[string]string{"ly-do": "chuyen"}},
	"GC": {"nghi-viec", map[string]string{"ly-do": "chuyen"}},
	"OF": {"nghi-om", nil},
	"KL": {"nghi-khong-luong", nil},
	"DC": {"doi-luong", map[string]string{"viec": "luong"}},
	"CD": {"doi-luong", map[string]string{"viec": "chuc-danh"}},
	"ON": {"di-lam-lai", map[string]string{"sau": "khong-luong"}},
}

func (s *search) proposal(p payroll.DeXuat) {
	from := "đề xuất " + p.PhuongAn + " của bảng lương tháng " + s.month.String()
	id := p.Nguoi.ID
	switch {
	case p.Loai != "" || p.PhuongAn == "ON":
	case codes.Nhom(p.PhuongAn) == codes.NhomTang || p.PhuongAn == "":
		s.hired(p, from)
		return
	case p.PhuongAn == "TS":
		s.unknown(p.HoTen, id, "sinh-con", from, "chưa có ngày sinh con; ghi để tính hạn nộp hồ sơ thai sản (bhxh deadlines --event sinh-con --date …)")
		return
	}
	e, ok := eventOf[p.PhuongAn]
	if !ok || !p.TuThang.Valid() {
		return
	}
	if p.PhuongAn == "GH" {
		switch p.New[payroll.LyDoGiam] {
		case payroll.Chet:
			s.died(p, from)
			return
		case payroll.NghiHuu:
			e.chon = map[string]string{"ly-do": "huu"}
		}
	}
	day := p.TuThang.First()
	for _, fact := range []string{payroll.NgayChamDut, payroll.TuNgay} {
		if d, ok := law.ParseDay(word(p, fact)); ok && d.Month() == p.TuThang {
			day = d
		}
	}
	if day == p.TuThang.First() {
		from += ", tính theo tháng " + p.TuThang.String()
	}
	s.ask(seen{ai: p.HoTen, id: id, event: e.event, from: from, day: day, chon: e.chon}, func(v han.Viec) bool {
		return theEmployers(v) && v.Han.Cach == han.CuoiThang
	})
}

// hired needs the day itself: thirty days run from it.
func (s *search) hired(p payroll.DeXuat, from string) {
	day := p.Nguoi.HopDong.Tu
	if !day.Valid() {
		s.unknown(p.HoTen, p.Nguoi.ID, "tuyen-dung", from, "chưa có ngày hợp đồng có hiệu lực; hạn báo tăng tính từ ngày đó")
		return
	}
	number := "chua"
	if p.MaSoBHXH != "" {
		number = "co"
	}
	s.ask(seen{ai: p.HoTen, id: p.Nguoi.ID, event: "tuyen-dung", from: from, day: day, chon: map[string]string{"ma-so": number}}, theEmployers)
}

func (s *search) died(p payroll.DeXuat, from string) {
	day, ok := law.ParseDay(word(p, payroll.NgayChamDut))
	if !ok {
		s.unknown(p.HoTen, p.Nguoi.ID, "chet", from, "chưa có ngày chết; hạn nộp hồ sơ tử tuất tính từ ngày đó")
		return
	}
	s.ask(seen{ai: p.HoTen, id: p.Nguoi.ID, event: "chet", from: from, day: day}, func(v han.Viec) bool { return v.Han.Ai != services.BHXH })
}

// sent are the dossiers that the agency has: by when it must answer.
func (s *search) sent() error {
	all, err := s.o.Dossiers(s.ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.State != storage.TiepNhan && d.State != storage.DangGiaiQuyet && d.State != storage.DaGui {
			continue
		}
		day, err := s.filedOn(d.ID)
		if err != nil {
			return err
		}
		dv, ok := services.CuaThuTuc(d.Procedure)
		if !ok || day == 0 {
			continue
		}
		s.ask(seen{ai: d.Title, dossier: d.ID, event: "nop-ho-so", from: "hồ sơ đã gửi ngày " + day.String(), day: day, chon: map[string]string{"dich-vu": dv.ID}},
			func(v han.Viec) bool { return v.HoSo != nil })
	}
	return nil
}

// filedOn is the day on which a dossier was first with the gateway, 0 if its
// history does not say.
func (s *search) filedOn(id string) (law.Day, error) {
	sub, err := s.o.store.SubmissionOf(s.ctx, id)
	if err != nil {
		return 0, err
	}
	events, err := s.o.store.Events(s.ctx, sub.ID)
	if err != nil {
		return 0, err
	}
	for _, e := range events {
		if reached(e.To) {
			return dayIn(e.At), nil
		}
	}
	return 0, nil
}
