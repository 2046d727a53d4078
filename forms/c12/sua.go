package c12

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// Viec is what mends a difference: a stable key for programs.
type Viec string

// What can be done.
const (
	LapHoSo  Viec = "lap-ho-so" // report it: D02-LT
	SuaTra   Viec = "sua-tra"   // mend the returned dossier and send it again
	Cho      Viec = "cho"       // it comes with the next statement; look for it there
	VanBan   Viec = "van-ban"   // write to the agency
	ThietLap Viec = "thiet-lap" // it is ours to read the law otherwise
	NopTien  Viec = "nop-tien"  // it is due: pay
	KhongCan Viec = "khong-can" // nothing is to be done
)

// Sua is the proposal for the next period.
type Sua struct {
	Viec     Viec      `json:"viec"`
	PhuongAn string    `json:"phuongAn,omitempty"`
	TuThang  law.Month `json:"-"`
	Thang    string    `json:"tuThang,omitempty"` // TuThang as yyyy-MM
	Nguoi    []string  `json:"nguoi,omitempty"`   // whom a dossier is to be about
	HoSo     string    `json:"hoSo,omitempty"`    // the dossier that is meant
	Muon     bool      `json:"muon,omitempty"`    // a month or more late
	Say      string    `json:"noi"`
}

var suaTron = Sua{Viec: ThietLap, Say: "Không phải kê khai gì. Nếu tháng nào cũng chênh như vậy, chọn cách làm tròn khác ở thiết lập luật"}

// sua proposes what to do about a cause of one person.
func (s *soSanh) sua(n *Nguoi, l Loai) Sua {
	e := n.suKien()
	switch l {
	case ChuaTinhTang, ConTinhGiam, ChuaTinhLuong, ChuaDieuChinh:
		x := s.suaSuKien(e, []Ai{n.ai()})
		if l == ConTinhGiam && e != nil && (x.Viec == Cho || x.Viec == LapHoSo) {
			x.Say += ". Báo giảm chậm thì BHYT của các tháng chậm có thể vẫn phải đóng"
		}
		return x
	case BHYTGiamCham:
		return Sua{Viec: NopTien, Say: "Nộp BHYT của tháng; lần sau báo giảm trong tháng nghỉ. Không đồng ý thì gửi văn bản"}
	case BHYTDaGiam:
		return Sua{Viec: KhongCan, Say: "Thông báo có lợi cho đơn vị: không phải làm gì, hoặc hỏi cơ quan BHXH để ghi lại cách tính"}
	case BHYTKhongLuong:
		return Sua{Viec: ThietLap, Say: "Nếu cơ quan BHXH nơi đóng vẫn thu, chọn «vẫn đóng» ở thiết lập BHYT của tháng nghỉ không lương"}
	}
	return s.vanBan(e)
}

// suaSuKien proposes what to do about changes that were not counted, by how far their
// report has come.
func (s *soSanh) suaSuKien(e *SuKien, ai []Ai) Sua {
	if e == nil {
		return s.vanBan(nil)
	}
	x := Sua{PhuongAn: e.PhuongAn, TuThang: e.TuThang, Thang: e.TuThang.ISO(), HoSo: e.HoSo, Muon: e.TuThang <= s.dt.Thang}
	for _, a := range ai {
		x.Nguoi = append(x.Nguoi, a.ID)
	}
	next := s.dt.Thang.Add(1)
	switch s.kho.luc(e) {
	case lucChuaBao:
		x.Viec = LapHoSo
		x.Say = fmt.Sprintf("Lập D02-LT tháng %s, phương án %s từ tháng %s, rồi gửi", next, e.PhuongAn, e.TuThang)
		if e.HoSo != "" {
			x.Say = fmt.Sprintf("Hoàn tất và gửi bản nháp %s: phương án %s từ tháng %s", e.HoSo, e.PhuongAn, e.TuThang)
		}
		if x.Muon {
			x.Say += ". Báo muộn: ghi lý do ở cột Ghi chú; D01-TS chỉ kèm khi cơ quan BHXH còn yêu cầu (mẫu D02-LT từ 01/05/2026 không còn phụ lục này)"
		}
	case lucBiTra:
		x.Viec = SuaTra
		x.Say = "Sửa theo lý do trả lại rồi gửi lại hồ sơ " + e.HoSo
	case lucSauKy, lucCuoiKy:
		x.Viec = Cho
		x.Say = fmt.Sprintf("Chờ thông báo tháng %s: khoản này phải có ở %s. Không có thì gửi văn bản cho cơ quan BHXH", next, dongSau(e.PhuongAn))
	default:
		return s.vanBan(e)
	}
	return x
}

// suaNhom proposes what to do about several changes at once: a phương án is said where
// all have the same.
func (s *soSanh) suaNhom(g gop, ai []Ai) Sua {
	first := s.dt.Nguoi[g.ds[0].nguoi].suKien()
	x := s.suaSuKien(first, ai)
	for _, u := range g.ds {
		e := s.dt.Nguoi[u.nguoi].suKien()
		if e.PhuongAn != first.PhuongAn || e.TuThang != first.TuThang {
			x.PhuongAn = ""
		}
		if e.HoSo != first.HoSo {
			x.HoSo = ""
		}
	}
	switch {
	case x.Viec == LapHoSo && (x.PhuongAn == "" || x.HoSo == ""):
		x.Say = fmt.Sprintf("Lập D02-LT tháng %s cho %d thay đổi này rồi gửi", s.dt.Thang.Add(1), len(ai))
	case x.Viec == SuaTra && x.HoSo == "":
		x.Say = "Sửa từng hồ sơ bị trả lại theo lý do rồi gửi lại"
	case x.Viec == Cho && x.PhuongAn == "":
		x.Say = fmt.Sprintf("Chờ thông báo tháng %s: các khoản này phải có ở mục B.4 (điều chỉnh kỳ trước). Không có thì gửi văn bản cho cơ quan BHXH", s.dt.Thang.Add(1))
	}
	return x
}

// dongSau is where what came late stands in the next statement.
func dongSau(pa string) string {
	switch codes.Nhom(pa) {
	case codes.NhomTang:
		return "dòng B.4.1 (điều chỉnh tăng kỳ trước)"
	case codes.NhomGiam, codes.NhomGiamTam:
		return "dòng B.4.2 (điều chỉnh giảm kỳ trước)"
	}
	return "dòng B.4 (điều chỉnh kỳ trước)"
}

// vanBan proposes a letter; the statement says until when it may be contested.
func (s *soSanh) vanBan(e *SuKien) Sua {
	x := Sua{Viec: VanBan, Say: "Gửi văn bản đề nghị cơ quan BHXH kiểm tra"}
	if e != nil && e.HoSo != "" {
		x.HoSo = e.HoSo
		x.Say += ", nêu hồ sơ " + e.HoSo
		if e.SoHoSo != "" {
			x.Say += " (số " + e.SoHoSo + ")"
		}
		x.Say += fmt.Sprintf(" gửi ngày %s", e.Ngay)
	}
	if s.t.KiemTra != 0 {
		x.Say += ", trước ngày " + s.t.KiemTra.String() + " theo điểm g của thông báo"
	}
	return x
}

// suaLai proposes what to do about a surcharge: one on people who should not be
// counted goes with them.
func (s *soSanh) suaLai(x NguyenNhan) Sua {
	if len(x.Ai) > 0 && x.Sua.Viec != "" {
		return Sua{Viec: VanBan, HoSo: x.Sua.HoSo, Say: "Đề nghị cơ quan BHXH bỏ số tiền này khi điều chỉnh " + x.Ai[0].Ten() + ". " + x.Sua.Say}
	}
	return Sua{Viec: NopTien, Say: "Nộp đủ số tiền này; không đồng ý thì " + "gửi văn bản kèm chứng từ nộp tiền"}
}
