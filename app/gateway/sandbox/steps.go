package sandbox

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
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
	NgayHenTra *string      `json:"ngayHenTra"`
	Buoc       []stepAnswer `json:"buoc"`
	LyDo       []Finding    `json:"lyDo"`
}

type resultAnswer struct {
	LuuY       string       `json:"luuY"`
	MaGiaoDich string       `json:"maGiaoDich"`
	SoHoSo     *string      `json:"soHoSo"`
	TrangThai  int          `json:"trangThai"`
	KetQua     []resultFile `json:"ketQua"`
}

type resultFile struct {
	Ma       string `json:"ma"`
	Ten      string `json:"ten"`
	TenFile  string `json:"tenFile"`
	LoaiFile string `json:"loaiFile"`
	DoDai    int    `json:"doDai"`
	SHA256   string `json:"sha256"`
	NoiDung  string `json:"noiDung"`
}

func clock(t time.Time) string { return t.In(ict).Format(time.RFC3339) }

// progressOf reckons where a dossier stands. It depends on nothing but the
// dossier and the time, so nothing has to be written or woken for a step.
func (s *Sandbox) progressOf(sub Submission, now time.Time) progressAnswer {
	p := progressAnswer{LuuY: notice, MaGiaoDich: sub.MaGiaoDich, TrangThai: 200, LyDo: []Finding{}}
	for n := range 4 {
		p.Buoc = append(p.Buoc, stepAnswer{Buoc: n + 1})
	}
	reach := func(n int, at time.Time, ma, moTa string) bool {
		if now.Before(at) {
			return false
		}
		t := clock(at)
		p.Buoc[n-1] = stepAnswer{Buoc: n, MaKetQua: &ma, MoTaKetQua: &moTa, ThoiGian: &t}
		return true
	}
	t0 := sub.ThoiGian
	done := t0.Add(sub.Steps.KetQua)
	reach(1, t0, "00", "Đã nhận hồ sơ")
	if !reach(2, t0.Add(sub.Steps.CapSo), "00", "Hồ sơ hợp lệ, cấp số hồ sơ "+sub.SoHoSo) {
		return p
	}
	p.TrangThai, p.SoHoSo = 201, &sub.SoHoSo
	day := done.In(ict).Format(time.DateOnly)
	p.NgayHenTra = &day
	at := t0.Add(sub.Steps.GiaiQuyet)
	if !sub.TraLaiLuc.IsZero() {
		at = sub.TraLaiLuc
	}
	if len(sub.TraLai) > 0 && reach(3, at, sub.TraLai[0].Ma, "Trả lại hồ sơ: "+sayAll(sub.TraLai)) {
		p.TrangThai, p.NgayHenTra, p.LyDo = 203, nil, sub.TraLai
		return p
	}
	if reach(3, t0.Add(sub.Steps.GiaiQuyet), "00", "Đang giải quyết") && len(sub.TraLai) == 0 {
		if reach(4, done, "00", "Đã có kết quả") {
			p.TrangThai = 202
		}
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
	p := s.progressOf(sub, s.opt.Now())
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

// resultsOf is the notice of result, or of return, as data and as text; empty
// before there is either.
func (s *Sandbox) resultsOf(sub Submission) (resultAnswer, error) {
	p := s.progressOf(sub, s.opt.Now())
	r := resultAnswer{LuuY: notice, MaGiaoDich: sub.MaGiaoDich, SoHoSo: p.SoHoSo, TrangThai: p.TrangThai, KetQua: []resultFile{}}
	name, title, verdict := "thong-bao-ket-qua", "Thông báo kết quả (thực hành)", "Đã có kết quả"
	switch p.TrangThai {
	case 202:
	case 203:
		name, title, verdict = "thong-bao-tra-lai", "Thông báo trả lại hồ sơ (thực hành)", "Trả lại hồ sơ"
	default:
		return r, nil
	}
	data, err := json.MarshalIndent(struct {
		LuuY      string          `json:"luuY"`
		SoHoSo    string          `json:"soHoSo"`
		MaDonVi   string          `json:"maDonVi"`
		TenDonVi  string          `json:"tenDonVi"`
		MaThuTuc  string          `json:"maThuTuc"`
		TenThuTuc string          `json:"tenThuTuc"`
		KyKeKhai  string          `json:"kyKeKhai"`
		KetLuan   string          `json:"ketLuan"`
		LyDo      []Finding       `json:"lyDo"`
		Buoc      []stepAnswer    `json:"buoc"`
		Tep       []SubmittedFile `json:"tep"`
	}{notice, sub.SoHoSo, sub.MaDonVi, sub.TenDonVi, sub.MaThuTuc, sub.TenThuTuc, sub.KyKeKhai, verdict, p.LyDo, p.Buoc, sub.Tep}, "", " ")
	if err != nil {
		return r, err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\r\n\r\n%s\r\nSố hồ sơ: %s\r\nĐơn vị: %s (%s)\r\nThủ tục: %s, kỳ %s\r\n", notice, title, sub.SoHoSo, sub.TenDonVi, sub.MaDonVi, sub.MaThuTuc, sub.KyKeKhai)
	for _, f := range p.LyDo {
		fmt.Fprintf(&b, "Lý do: %s\r\n", f.ThongBao)
	}
	r.KetQua = append(r.KetQua,
		fileOf("TB-THUC-HANH", title+", dữ liệu", name+".json", ".json", append(data, '\n')),
		fileOf("TB-THUC-HANH", title, name+".txt", ".txt", []byte(b.String())))
	return r, nil
}

func fileOf(ma, ten, tenFile, loai string, b []byte) resultFile {
	return resultFile{Ma: ma, Ten: ten, TenFile: tenFile, LoaiFile: loai, DoDai: len(b), SHA256: hashOf(b), NoiDung: base64.StdEncoding.EncodeToString(b)}
}
