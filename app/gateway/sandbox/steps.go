package sandbox

import (
	"strings"
	"time"
)

// notice stands on everything the sandbox hands out.
const notice = "Cổng thực hành AnKhai: không phải cổng của BHXH Việt Nam, không có giá trị pháp lý."

type stepAnswer struct {
	Buoc       int     `json:"buoc"`
	MaKetQua   *string `json:"maKetQua"`
	MoTaKetQua *string `json:"moTaKetQua"`
	ThoiGian   *string `json:"thoiGian"`
}

type receiptAnswer struct {
	LuuY             string       `json:"luuY"`
	ThucHanh         bool         `json:"thucHanh"`
	MaGiaoDich       string       `json:"maGiaoDich"`
	Khoa             string       `json:"khoa"`
	SHA256           string       `json:"sha256"`
	ThoiGianTiepNhan string       `json:"thoiGianTiepNhan"`
	SoHoSo           *string      `json:"soHoSo"`
	NhacLai          bool         `json:"nhacLai"`
	Buoc             []stepAnswer `json:"buoc"`
	CanhBao          []Finding    `json:"canhBao"`
}

type progressAnswer struct {
	LuuY       string       `json:"luuY"`
	MaGiaoDich string       `json:"maGiaoDich"`
	SoHoSo     *string      `json:"soHoSo"`
	TrangThai  int          `json:"trangThai"`
	ChoXacNhan bool         `json:"choXacNhan,omitempty"`
	NgayHenTra *string      `json:"ngayHenTra"`
	Buoc       []stepAnswer `json:"buoc"`
	LyDo       []Finding    `json:"lyDo"`
}

func clock(t time.Time) string { return t.In(ict).Format(time.RFC3339) }

// progressOf says where a settled dossier stands. It depends on nothing but the
// dossier and the time.
func (s *Sandbox) progressOf(sub Submission, now time.Time) progressAnswer {
	p := progressAnswer{LuuY: notice, MaGiaoDich: sub.MaGiaoDich, TrangThai: 200, LyDo: []Finding{}}
	for n := range 4 {
		p.Buoc = append(p.Buoc, stepAnswer{Buoc: n + 1})
	}
	step := func(n int, at time.Time, ma, moTa string) {
		t := clock(at)
		p.Buoc[n-1] = stepAnswer{Buoc: n, MaKetQua: &ma, MoTaKetQua: &moTa, ThoiGian: &t}
	}
	if sub.waiting() {
		step(1, sub.ThoiGian, "00", "Đã nhận hồ sơ; chờ mã xác nhận đã gửi tới "+sub.Email)
		p.ChoXacNhan = true
		return p
	}
	step(1, sub.ThoiGian, "00", "Đã nhận hồ sơ")
	given := sub.start().Add(sub.Steps.CapSo)
	if !sub.XetLuc.IsZero() && sub.XetLuc.Before(given) {
		given = sub.XetLuc
	}
	if now.Before(given) {
		return p
	}
	step(2, given, "00", "Hồ sơ hợp lệ, cấp số hồ sơ "+sub.SoHoSo)
	p.TrangThai, p.SoHoSo = 201, &sub.SoHoSo
	day := sub.start().Add(sub.Steps.KetQua).In(ict).Format(time.DateOnly)
	p.NgayHenTra = &day
	switch {
	case sub.returned():
		step(3, sub.XongLuc, sub.TraLai[0].Ma, "Trả lại hồ sơ: "+sayAll(sub.TraLai))
		p.TrangThai, p.NgayHenTra, p.LyDo = 203, nil, sub.TraLai
	case sub.closed():
		step(3, sub.XetLuc, "00", "Đang giải quyết")
		step(4, sub.XongLuc, "00", "Đã có kết quả")
		p.TrangThai = 202
	case !sub.XetLuc.IsZero():
		step(3, sub.XetLuc, "00", "Đang giải quyết")
	}
	return p
}

func sayAll(fs []Finding) string {
	var parts []string
	for _, f := range fs {
		parts = append(parts, f.ThongBao)
	}
	return strings.Join(parts, "; ")
}

func (s *Sandbox) receiptOf(sub Submission, again bool) receiptAnswer {
	p := s.progressOf(sub, s.now())
	r := receiptAnswer{
		LuuY: notice, ThucHanh: true, MaGiaoDich: sub.MaGiaoDich, Khoa: sub.Khoa, SHA256: sub.SHA256,
		ThoiGianTiepNhan: clock(sub.ThoiGian), SoHoSo: p.SoHoSo, NhacLai: again, CanhBao: sub.CanhBao,
	}
	if r.CanhBao == nil {
		r.CanhBao = []Finding{}
	}
	for _, b := range p.Buoc {
		if b.MaKetQua != nil {
			r.Buoc = append(r.Buoc, b)
		}
	}
	return r
}
