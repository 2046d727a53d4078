package sandbox

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"strings"
)

// fileAnswer is one file as it is served.
type fileAnswer struct {
	Ma       string `json:"ma"`
	Ten      string `json:"ten"`
	TenFile  string `json:"tenFile"`
	LoaiFile string `json:"loaiFile"`
	DoDai    int    `json:"doDai"`
	SHA256   string `json:"sha256"`
	NoiDung  string `json:"noiDung"`
}

func fileOf(p Paper) fileAnswer {
	return fileAnswer{Ma: p.Ma, Ten: p.Ten, TenFile: p.TenFile, LoaiFile: path.Ext(p.TenFile), DoDai: len(p.Bytes), SHA256: hashOf(p.Bytes), NoiDung: base64.StdEncoding.EncodeToString(p.Bytes)}
}

// papersOf are the files of a notice: those that are handed in first, then the same
// as data and as text.
func (s *Sandbox) papersOf(n Notice) ([]fileAnswer, error) {
	papers, err := s.store.papers(n, func(task Task) ([]Paper, error) {
		var out []Paper
		if s.opt.Papers != nil {
			if err := s.withFiles(&task); err != nil {
				return nil, err
			}
			made, err := s.opt.Papers(task)
			if err != nil {
				return nil, err
			}
			out = made
		}
		plain, err := plainPapers(task)
		return append(out, plain...), err
	})
	out := []fileAnswer{}
	for _, p := range papers {
		out = append(out, fileOf(p))
	}
	return out, err
}

// TaskFile is a file of the dossier that a task is about, as it was signed.
type TaskFile struct {
	TenFile  string
	MaToKhai string
	Bytes    []byte
}

// withFiles puts the dossier's files into a task.
func (s *Sandbox) withFiles(task *Task) error {
	if task.Dossier == nil {
		return nil
	}
	files, err := s.filesOf(*task.Dossier)
	for _, f := range files {
		task.Files = append(task.Files, TaskFile{TenFile: f.tenFile, MaToKhai: f.maToKhai, Bytes: f.content})
	}
	return err
}

// plainData is a notice as data.
type plainData struct {
	LuuY      string            `json:"luuY"`
	TieuDe    string            `json:"tieuDe"`
	SoHoSo    string            `json:"soHoSo,omitempty"`
	MaDonVi   string            `json:"maDonVi"`
	TenDonVi  string            `json:"tenDonVi"`
	MaThuTuc  string            `json:"maThuTuc,omitempty"`
	TenThuTuc string            `json:"tenThuTuc,omitempty"`
	KyKeKhai  string            `json:"kyKeKhai,omitempty"`
	KetLuan   string            `json:"ketLuan,omitempty"`
	NguoiXet  string            `json:"nguoiXet,omitempty"`
	LyDo      []Finding         `json:"lyDo,omitempty"`
	Cap       []Granted         `json:"cap,omitempty"`
	Tep       []SubmittedFile   `json:"tep,omitempty"`
	Thang     string            `json:"thang,omitempty"`
	Nguoi     []StatementPerson `json:"nguoi,omitempty"`
	BienDong  []StatementPerson `json:"bienDong,omitempty"`
	Dong      []Movement        `json:"dong,omitempty"`
}

// plainPapers are a notice as data and as text.
func plainPapers(task Task) ([]Paper, error) {
	n := task.Notice
	d := plainData{LuuY: notice, TieuDe: n.TieuDe, MaDonVi: n.MaDonVi, TenDonVi: task.Unit.TenDonVi, Thang: n.Thang, Nguoi: task.People, BienDong: task.Moved, Dong: task.Changes}
	name, ma := "thong-bao", "TB-THUC-HANH"
	if n.Thang != "" {
		name, ma = strings.ToLower(n.Loai)+"-"+n.Thang, n.Loai+"-THUC-HANH"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\r\n\r\n%s (thực hành)\r\n", notice, n.TieuDe)
	if sub := task.Dossier; sub != nil {
		d.SoHoSo, d.TenDonVi, d.MaThuTuc, d.TenThuTuc, d.KyKeKhai = sub.SoHoSo, sub.TenDonVi, sub.MaThuTuc, sub.TenThuTuc, sub.KyKeKhai
		d.LyDo, d.Cap, d.Tep, d.NguoiXet = sub.TraLai, sub.Cap, sub.Tep, sub.NguoiXet
		name, d.KetLuan = "thong-bao-ket-qua", "Đã có kết quả"
		if sub.returned() {
			name, d.KetLuan = "thong-bao-tra-lai", "Trả lại hồ sơ"
		}
		fmt.Fprintf(&b, "Số hồ sơ: %s\r\nĐơn vị: %s (%s)\r\nThủ tục: %s\r\nKết luận: %s\r\n", sub.SoHoSo, sub.TenDonVi, n.MaDonVi, strings.TrimSpace(sub.MaThuTuc+" "+sub.TenThuTuc), d.KetLuan)
		for _, f := range sub.TraLai {
			fmt.Fprintf(&b, "Lý do: %s\r\n", f.ThongBao)
		}
		for _, g := range sub.Cap {
			fmt.Fprintf(&b, "Đã cấp: %s %s\r\n", g.Ma, g.HoTen)
		}
	} else {
		fmt.Fprintf(&b, "Đơn vị: %s (%s)\r\nSố người tham gia: %d\r\nSố biến động trong tháng: %d\r\n", task.Unit.TenDonVi, n.MaDonVi, len(task.People), len(task.Moved))
	}
	data, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		return nil, err
	}
	title := n.TieuDe + " (thực hành)"
	return []Paper{
		{Ma: ma, Ten: title + ", dữ liệu", TenFile: name + ".json", Bytes: append(data, '\n')},
		{Ma: ma, Ten: title, TenFile: name + ".txt", Bytes: []byte(b.String())},
	}, nil
}

type resultAnswer struct {
	LuuY       string       `json:"luuY"`
	MaGiaoDich string       `json:"maGiaoDich"`
	SoHoSo     *string      `json:"soHoSo"`
	TrangThai  int          `json:"trangThai"`
	KetQua     []fileAnswer `json:"ketQua"`
}

// resultsOf are the files of the result, or of the return; none before there is
// either.
func (s *Sandbox) resultsOf(sub Submission) (r resultAnswer, err error) {
	p := s.progressOf(sub, s.now())
	r = resultAnswer{LuuY: notice, MaGiaoDich: sub.MaGiaoDich, SoHoSo: p.SoHoSo, TrangThai: p.TrangThai, KetQua: []fileAnswer{}}
	var n *Notice
	s.store.read(func(m *memory) { n = m.results[sub.MaGiaoDich] })
	if n == nil {
		return r, nil
	}
	r.KetQua, err = s.papersOf(*n)
	return r, err
}

// result answers …/ket-qua.
func (s *Sandbox) result(w http.ResponseWriter, r *http.Request, sub Submission) {
	out, err := s.resultsOf(sub)
	if err != nil {
		brokenDown(w, r, "Cổng thực hành không lập được kết quả.")
		return
	}
	answer(w, http.StatusOK, "application/json", out)
}

// brokenDown is an answer that settles nothing.
func brokenDown(w http.ResponseWriter, r *http.Request, detail string) {
	out := trouble(about(r), detail)
	answer(w, out.status, out.mediaType, out.body)
}
