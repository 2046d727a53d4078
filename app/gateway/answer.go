package gateway

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// problemType begins the type of every refusal in our protocol; a refusal of
// somebody between us and the gateway does not carry it.
const problemType = "urn:ankhai:cong:"

type wireSubmit struct {
	Khoa    string `json:"khoa"`
	MaIVAN  string `json:"maIVAN"`
	LoaiGoi string `json:"loaiGoi"`
	TenFile string `json:"tenFile"`
	DoDai   int    `json:"doDai"`
	SHA256  string `json:"sha256"`
	NoiDung string `json:"noiDung,omitempty"`
	// DaTaiLen: the bytes were uploaded under the key before.
	DaTaiLen bool `json:"daTaiLen,omitempty"`
}

type wireFinding struct {
	Ma       string `json:"ma"`
	Tep      string `json:"tep"`
	Cho      string `json:"cho"`
	ThongBao string `json:"thongBao"`
	MucDo    string `json:"mucDo"`
}

type wireReceipt struct {
	MaGiaoDich       string        `json:"maGiaoDich"`
	Khoa             string        `json:"khoa"`
	SHA256           string        `json:"sha256"`
	ThoiGianTiepNhan string        `json:"thoiGianTiepNhan"`
	SoHoSo           *string       `json:"soHoSo"`
	NhacLai          bool          `json:"nhacLai"`
	ThucHanh         bool          `json:"thucHanh"`
	CanhBao          []wireFinding `json:"canhBao"`
}

type wireStep struct {
	Buoc       int     `json:"buoc"`
	MaKetQua   *string `json:"maKetQua"`
	MoTaKetQua *string `json:"moTaKetQua"`
	ThoiGian   *string `json:"thoiGian"`
}

type wireProgress struct {
	MaGiaoDich string        `json:"maGiaoDich"`
	SoHoSo     *string       `json:"soHoSo"`
	TrangThai  int           `json:"trangThai"`
	ChoXacNhan bool          `json:"choXacNhan"`
	NgayHenTra *string       `json:"ngayHenTra"`
	Buoc       []wireStep    `json:"buoc"`
	LyDo       []wireFinding `json:"lyDo"`
}

type wireResults struct {
	MaGiaoDich string     `json:"maGiaoDich"`
	TrangThai  int        `json:"trangThai"`
	KetQua     []wireFile `json:"ketQua"`
}

type wireFile struct {
	Ma       string `json:"ma"`
	Ten      string `json:"ten"`
	TenFile  string `json:"tenFile"`
	LoaiFile string `json:"loaiFile"`
	SHA256   string `json:"sha256"`
	NoiDung  string `json:"noiDung"`
}

type wireProblem struct {
	Type   string        `json:"type"`
	Title  string        `json:"title"`
	Status int           `json:"status"`
	Detail string        `json:"detail"`
	Ma     string        `json:"ma"`
	Khoa   string        `json:"khoa"`
	Loi    []wireFinding `json:"loi"`
}

// answer is what came back, not yet believed.
type answer struct {
	status int
	header http.Header
	raw    []byte
}

func (a answer) unclear(cause string, err error) *UnclearError {
	return &UnclearError{Cause: cause, Status: a.status, RetryAfter: a.retryAfter(), Raw: a.raw, Err: err}
}

// retryAfter reads seconds or a date; a date is measured against the answer's
// own Date, so that this machine's clock does not matter.
func (a answer) retryAfter() time.Duration {
	const most = 24 * time.Hour
	v := strings.TrimSpace(a.header.Get("Retry-After"))
	var d time.Duration
	if n, err := strconv.ParseInt(v, 10, 32); err == nil {
		d = time.Duration(n) * time.Second
	} else if at, err := http.ParseTime(v); err == nil {
		if now, err := http.ParseTime(a.header.Get("Date")); err == nil {
			d = at.Sub(now)
		}
	}
	return min(max(d, 0), most)
}

func (a answer) decode(mediaType string, into any) error {
	got, _, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil || got != mediaType {
		cause := "malformed"
		if got == "text/html" {
			cause = "html"
		}
		return a.unclear(cause, errors.New("content type is not "+mediaType))
	}
	if err := json.Unmarshal(a.raw, into); err != nil {
		return a.unclear("malformed", errors.New("answer is not the JSON it should be"))
	}
	return nil
}

func (a answer) receipt(key, sha string) (Receipt, error) {
	var w wireReceipt
	if err := a.decode("application/json", &w); err != nil {
		return Receipt{}, err
	}
	at, err := time.Parse(time.RFC3339, w.ThoiGianTiepNhan)
	switch {
	case w.Khoa == "" || w.SHA256 == "":
		return Receipt{}, a.unclear("malformed", errors.New("receipt does not quote key and SHA-256"))
	case w.Khoa != key || sha != "" && w.SHA256 != sha:
		return Receipt{}, a.unclear("foreign", errors.New("receipt is not for this package"))
	case !keyShape.MatchString(w.MaGiaoDich) || err != nil || !isHash(w.SHA256):
		return Receipt{}, a.unclear("malformed", errors.New("receipt lacks maGiaoDich, time or hash"))
	case w.SoHoSo != nil && !soHoSoShape.MatchString(*w.SoHoSo):
		return Receipt{}, a.unclear("malformed", errors.New("soHoSo is not NNNNN/YYYY/CCCCC"))
	}
	return Receipt{
		Kind: KindGateway, MaGiaoDich: w.MaGiaoDich, Key: w.Khoa, SHA256: w.SHA256, ThoiGianTiepNhan: at,
		SoHoSo: deref(w.SoHoSo), NhacLai: w.NhacLai, ThucHanh: w.ThucHanh, CanhBao: findings(w.CanhBao), Raw: a.raw,
	}, nil
}

func (a answer) progress(maGiaoDich string) (Progress, error) {
	var w wireProgress
	if err := a.decode("application/json", &w); err != nil {
		return Progress{}, err
	}
	if w.MaGiaoDich != maGiaoDich {
		return Progress{}, a.unclear("foreign", errors.New("progress of another transaction"))
	}
	p := Progress{
		MaGiaoDich: w.MaGiaoDich, SoHoSo: deref(w.SoHoSo), TrangThai: TrangThai(w.TrangThai),
		ChoXacNhan: w.ChoXacNhan, NgayHenTra: deref(w.NgayHenTra), LyDo: findings(w.LyDo), Raw: a.raw,
	}
	switch p.TrangThai {
	case ChuaNop, ChoNhan, DangGiaiQuyet, CoKetQua, TuChoi:
	default:
		return Progress{}, a.unclear("malformed", fmt.Errorf("trangThai %d", w.TrangThai))
	}
	if p.SoHoSo != "" && !soHoSoShape.MatchString(p.SoHoSo) || p.NgayHenTra != "" && !dayShape.MatchString(p.NgayHenTra) || len(w.Buoc) != 4 {
		return Progress{}, a.unclear("malformed", errors.New("soHoSo, ngayHenTra or the number of steps"))
	}
	for i, s := range w.Buoc {
		b := Buoc{N: s.Buoc, Ma: deref(s.MaKetQua), MoTa: deref(s.MoTaKetQua)}
		var err error
		if s.ThoiGian != nil {
			b.ThoiGian, err = time.Parse(time.RFC3339, *s.ThoiGian)
		}
		if err != nil || b.N != i+1 || (b.Ma == "") != b.ThoiGian.IsZero() {
			return Progress{}, a.unclear("malformed", fmt.Errorf("step %d", i+1))
		}
		p.Buoc = append(p.Buoc, b)
	}
	return p, nil
}

func (a answer) results(maGiaoDich string) ([]File, error) {
	var w wireResults
	if err := a.decode("application/json", &w); err != nil {
		return nil, err
	}
	if w.MaGiaoDich != maGiaoDich {
		return nil, a.unclear("foreign", errors.New("results of another transaction"))
	}
	return a.files(w.KetQua)
}

// files takes the documents out of an answer, each under a name of its own.
func (a answer) files(in []wireFile) ([]File, error) {
	const most = 100
	if len(in) > most {
		return nil, a.unclear("malformed", fmt.Errorf("more than %d files", most))
	}
	var out []File
	used := map[string]bool{}
	for i, k := range in {
		b, err := base64.StdEncoding.DecodeString(k.NoiDung)
		if err != nil || HashOf(b) != k.SHA256 {
			return nil, a.unclear("malformed", fmt.Errorf("file %d: content is not what its hash says", i+1))
		}
		name := safeName(k.TenFile, i+1)
		if low := strings.ToLower(name); used[low] {
			name = fmt.Sprintf("%d-%s", i+1, name)
		}
		used[strings.ToLower(name)] = true
		out = append(out, File{Ma: k.Ma, Ten: k.Ten, TenFile: name, LoaiFile: k.LoaiFile, Bytes: b, SHA256: k.SHA256})
	}
	return out, nil
}

// problem reads a refusal of our protocol about this key, transaction or name;
// anything else could come from a proxy and proves nothing.
func (a answer) problem(about string) (wireProblem, error) {
	var w wireProblem
	if err := a.decode("application/problem+json", &w); err != nil {
		return w, err
	}
	switch {
	case w.Status != a.status || !strings.HasPrefix(w.Type, problemType) || w.Ma == "":
		return w, a.unclear("malformed", errors.New("problem document is not of this protocol"))
	case w.Khoa != about:
		return w, a.unclear("foreign", errors.New("problem document is about something else"))
	}
	return w, nil
}

func (a answer) refusal(key string) error {
	w, err := a.problem(key)
	if err != nil {
		return err
	}
	switch a.status {
	case 400, 401, 403, 409, 413, 415, 422:
	default: // 404, 405 …: the address is not the gateway's
		return a.unclear("status", nil)
	}
	r := &RefusedError{Status: a.status, Title: w.Title, Detail: w.Detail, Findings: findings(w.Loi), Raw: a.raw}
	if len(r.Findings) == 0 {
		r.Findings = []Finding{{Ma: w.Ma, ThongBao: w.Detail}}
	}
	return r
}

func (a answer) absence(about string) error {
	w, err := a.problem(about)
	switch {
	case err != nil:
		return err
	case a.status == http.StatusNotFound:
		return ErrUnknownKey
	case a.status == http.StatusUnauthorized || a.status == http.StatusForbidden:
		return &RefusedError{Status: a.status, Title: w.Title, Detail: w.Detail, Findings: []Finding{{Ma: w.Ma, ThongBao: w.Detail}}, Raw: a.raw}
	}
	return a.unclear("status", nil)
}

func findings(in []wireFinding) []Finding {
	var out []Finding
	for _, f := range in {
		out = append(out, Finding{Ma: f.Ma, Tep: f.Tep, Cho: f.Cho, ThongBao: f.ThongBao, NhacNho: f.MucDo == "Nhắc"})
	}
	return out
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func isHash(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// FindingsIn reads the reasons out of an answer that was kept: of a refusal, or of
// a dossier that was returned later. ok is false for an answer that is neither.
func FindingsIn(raw []byte) (fs []Finding, ok bool) {
	var w struct {
		Type      string        `json:"type"`
		Ma        string        `json:"ma"`
		Detail    string        `json:"detail"`
		Loi       []wireFinding `json:"loi"`
		TrangThai int           `json:"trangThai"`
		LyDo      []wireFinding `json:"lyDo"`
	}
	if json.Unmarshal(raw, &w) != nil {
		return nil, false
	}
	switch {
	case TrangThai(w.TrangThai) == TuChoi:
		return findings(w.LyDo), true
	case strings.HasPrefix(w.Type, problemType) && len(w.Loi) > 0:
		return findings(w.Loi), true
	case strings.HasPrefix(w.Type, problemType):
		return []Finding{{Ma: w.Ma, ThongBao: w.Detail}}, true
	}
	return nil, false
}
