package sandbox

import (
	"encoding/json"
	"net/http"
	"regexp"
)

var (
	taxPath    = regexp.MustCompile(`^[0-9]{10}(-[0-9]{3})?$`)
	bookNumber = regexp.MustCompile(`^[0-9]{10}([0-9]{2})?$`)
	idNumber   = regexp.MustCompile(`^[0-9]{12}$`)
)

type unitAnswer struct {
	LuuY      string  `json:"luuY"`
	MaSoThue  string  `json:"maSoThue"`
	MaDonVi   *string `json:"maDonVi"`
	TenDonVi  string  `json:"tenDonVi"`
	CoQuan    string  `json:"coQuan"`
	TrangThai string  `json:"trangThai"`
	TuNgay    *string `json:"tuNgay"`
	DenNgay   *string `json:"denNgay"`
}

// unit answers GET /v1/don-vi/{maSoThue}.
func (s *Sandbox) unit(w http.ResponseWriter, r *http.Request) {
	tax := r.PathValue("maSoThue")
	var u *RegisterUnit
	s.store.read(func(m *memory) {
		if have := m.reg.byTax[plainTax(tax)]; have != nil {
			c := *have
			u = &c
		}
	})
	if u == nil || !taxPath.MatchString(tax) {
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-04", about(r), "Chưa có đơn vị", "Cổng chưa biết đơn vị mang mã số thuế này.")
		return
	}
	out := unitAnswer{LuuY: notice, MaSoThue: tax, MaDonVi: orNull(u.MaDonVi), TenDonVi: u.TenDonVi, CoQuan: u.CoQuan, TrangThai: u.TrangThai, TuNgay: orNull(u.TuNgay), DenNgay: orNull(u.DenNgay)}
	if out.TrangThai == "" {
		out.TrangThai = DangDung
	}
	answer(w, http.StatusOK, "application/json", out)
}

type personAnswer struct {
	LuuY      string  `json:"luuY"`
	MaSoBHXH  *string `json:"maSoBHXH"`
	SoCCCD    *string `json:"soCCCD"`
	HoTen     string  `json:"hoTen"`
	NgaySinh  *string `json:"ngaySinh"`
	GioiTinh  *string `json:"gioiTinh"`
	TinhTrang string  `json:"tinhTrang"`
	MaDonVi   *string `json:"maDonVi"`
	TuThang   *string `json:"tuThang"`
}

// person answers POST /v1/tra-cuu/nguoi. It never says why somebody is not found,
// and after too many misses it answers nobody for a while.
func (s *Sandbox) person(w http.ResponseWriter, r *http.Request) {
	body, ok := s.jsonBody(w, r, 16<<10, false)
	if !ok {
		return
	}
	if wait := s.misses.wait(s.opt.Now()); wait > 0 {
		w.Header().Set("Retry-After", retrySeconds(wait))
		refuse(w, http.StatusTooManyRequests, "ban", "E-TIM-06", about(r), "Hỏi quá nhiều", "Quá nhiều lần hỏi không khớp; chờ rồi hỏi lại với đúng họ tên và mã số.")
		return
	}
	var in struct {
		HoTen, MaSoBHXH, SoCCCD, NgaySinh string
	}
	switch err := json.Unmarshal(body, &in); {
	case err != nil || in.HoTen == "" || len([]rune(in.HoTen)) > 100 || in.MaSoBHXH == "" && in.SoCCCD == "",
		in.MaSoBHXH != "" && !bookNumber.MatchString(in.MaSoBHXH), in.SoCCCD != "" && !idNumber.MatchString(in.SoCCCD):
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-02", about(r), badForm, "Phải có hoTen và một trong hai: maSoBHXH 10 chữ số, soCCCD 12 chữ số.")
		return
	}
	var out *personAnswer
	s.store.read(func(m *memory) {
		p := m.reg.person(in.MaSoBHXH, in.SoCCCD)
		if p == nil || !sameName(p.HoTen, in.HoTen) || in.MaSoBHXH != "" && p.MaSoBHXH != in.MaSoBHXH || in.SoCCCD != "" && p.SoCCCD != in.SoCCCD || in.NgaySinh != "" && p.NgaySinh != "" && !sameBirth(p.NgaySinh, in.NgaySinh) {
			return
		}
		out = &personAnswer{LuuY: notice, MaSoBHXH: orNull(p.MaSoBHXH), SoCCCD: orNull(p.SoCCCD), HoTen: p.HoTen, NgaySinh: orNull(p.NgaySinh), GioiTinh: orNull(p.GioiTinh), TinhTrang: p.TinhTrang}
		if u := m.reg.byCode[p.MaDonVi]; u != nil && u.serves() { // a unit of the I-VAN that asks
			out.MaDonVi, out.TuThang = orNull(p.MaDonVi), orNull(p.TuThang)
		}
	})
	if out == nil {
		s.misses.add(s.opt.Now())
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-05", about(r), "Không có người này", "Không có người mang đúng họ tên và mã số này trong dữ liệu của cổng.")
		return
	}
	answer(w, http.StatusOK, "application/json", out)
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
