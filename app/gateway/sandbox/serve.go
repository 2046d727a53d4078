package sandbox

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"regexp"
	"time"
)

const (
	keyHeader  = "X-Ma-Giao-Dich-Khoa"
	ivanHeader = "X-Ma-IVAN"
	maxBody    = 24 << 20
)

var uuidShape = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

func (s *Sandbox) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/ho-so", s.account(s.submit))
	mux.HandleFunc("GET /v1/ho-so/khoa/{khoa}", s.account(s.asked(s.lookup)))
	mux.HandleFunc("GET /v1/ho-so/{maGiaoDich}/{viec}", s.account(s.asked(s.follow)))
	mux.HandleFunc("GET /v1/suc-khoe", s.health)
	mux.HandleFunc("GET /{$}", s.page)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A web page elsewhere must not reach us under a name of its own.
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "Cổng thực hành chỉ trả lời trên máy này.", http.StatusMisdirectedRequest)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r)
	})
}

// about is the key or transaction a request names, to be quoted in a refusal.
func about(r *http.Request) string {
	for _, v := range []string{r.PathValue("khoa"), r.PathValue("maGiaoDich"), r.Header.Get(keyHeader)} {
		if uuidShape.MatchString(v) {
			return v
		}
	}
	return ""
}

// account lets in the one I-VAN the sandbox knows.
func (s *Sandbox) account(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if len(s.opt.Secret) > 0 {
			user, secret, ok := r.BasicAuth()
			same := subtle.ConstantTimeCompare([]byte(user), []byte(s.opt.User)) & subtle.ConstantTimeCompare([]byte(secret), s.opt.Secret)
			if !ok || same != 1 {
				w.Header().Set("WWW-Authenticate", `Basic realm="Cong thuc hanh"`)
				refuse(w, http.StatusUnauthorized, "tai-khoan", "E-QUYEN-01", about(r), "Không nhận tài khoản", "Tên đăng nhập hoặc mật khẩu I-VAN không đúng.")
				return
			}
		}
		if r.Header.Get(ivanHeader) != s.opt.MaIVAN {
			refuse(w, http.StatusForbidden, "tai-khoan", "E-QUYEN-02", about(r), "Không nhận tài khoản", "Mã I-VAN của bên gửi không có trong danh mục của cổng thực hành.")
			return
		}
		h(w, r)
	}
}

// asked puts the faults of questions before a handler.
func (s *Sandbox) asked(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if f, ok := s.faults.take(asking); ok {
			sleep(r.Context(), f.wait)
		}
		switch f, _ := s.faults.take(asked); f.name {
		case "get-500":
			http.Error(w, "lỗi máy chủ", http.StatusInternalServerError)
		case "get-html404":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			io.WriteString(w, foreignPage)
		default:
			h(w, r)
		}
	}
}

type submitRequest struct {
	Khoa    string `json:"khoa"`
	MaIVAN  string `json:"maIVAN"`
	LoaiGoi string `json:"loaiGoi"`
	TenFile string `json:"tenFile"`
	DoDai   int64  `json:"doDai"`
	SHA256  string `json:"sha256"`
	NoiDung string `json:"noiDung"`
}

func (s *Sandbox) submit(w http.ResponseWriter, r *http.Request) {
	key := about(r)
	badForm := func(status int, ma, detail string) {
		refuse(w, status, "goi-tin", ma, key, "Gói tin không đúng khuôn dạng", detail)
	}
	if key == "" {
		badForm(http.StatusBadRequest, "E-GOI-01", keyHeader+": phải là một UUID viết thường.")
		return
	}
	if t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != "application/json" {
		badForm(http.StatusUnsupportedMediaType, "E-GOI-01", "Content-Type: phải là application/json.")
		return
	}
	if f, ok := s.faults.take(always); ok {
		sleep(r.Context(), f.wait)
	}
	tooLong := fmt.Sprintf("Gói tin: không quá %d MB.", maxBody>>20)
	if r.ContentLength > maxBody {
		badForm(http.StatusRequestEntityTooLarge, "E-LIM-02", tooLong)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if e := (*http.MaxBytesError)(nil); errors.As(err, &e) {
		badForm(http.StatusRequestEntityTooLarge, "E-LIM-02", tooLong)
		return
	} else if err != nil {
		return // the sender went away: nothing was stored
	}
	if f, ok := s.faults.take(before); ok {
		s.strike(w, f, nil)
		return
	}
	in, content, detail := readRequest(body, key)
	if detail != "" {
		badForm(http.StatusBadRequest, "E-GOI-02", detail)
		return
	}
	f, struck := s.faults.take(after)
	out := s.process(in, content)
	if struck && f.name == "double" {
		out = s.process(in, content)
	}
	if struck && (out.status < 300 || f.name != "wrong-receipt") {
		s.strike(w, f, &out)
		return
	}
	answer(w, out.status, out.mediaType, out.body)
}

// readRequest reads the JSON of a submission; detail says what is wrong.
func readRequest(body []byte, key string) (in submitRequest, content []byte, detail string) {
	if err := json.Unmarshal(body, &in); err != nil {
		return in, nil, "Thân gói tin: không đọc được JSON."
	}
	content, err := base64.StdEncoding.Strict().DecodeString(in.NoiDung)
	switch {
	case in.Khoa != key:
		detail = "khoa: phải giống " + keyHeader + "."
	case in.LoaiGoi != "HSNV":
		detail = "loaiGoi: cổng thực hành chỉ nhận HSNV."
	case in.TenFile != envelopeName:
		detail = "tenFile: phải là " + envelopeName + "."
	case err != nil || len(content) == 0:
		detail = "noiDung: phải là base64 của tệp hồ sơ."
	case in.DoDai != int64(len(content)):
		detail = fmt.Sprintf("doDai: ghi %d, nội dung dài %d byte.", in.DoDai, len(content))
	case in.SHA256 != hashOf(content):
		detail = "sha256: không khớp với nội dung."
	}
	return in, content, detail
}

// process is the whole of a submission: known key, checks, storing.
func (s *Sandbox) process(in submitRequest, content []byte) (out outcome) {
	defer func() {
		if recover() != nil { // an injected check broke; the dossier is not to blame
			out = trouble(in.Khoa, "Một bước kiểm tra của cổng thực hành bị hỏng; báo cho người phát triển.")
		}
	}()
	sub, known, err := s.store.known(in.Khoa, in.SHA256)
	if !known && err == nil {
		env, found := s.examine(content, in.MaIVAN)
		blocking, reminders := found.split()
		if len(blocking) > 0 {
			return s.refusal(in, env, capped(append(blocking, reminders...)), len(blocking))
		}
		sub, known, err = s.store.accept(s.newSubmission(in, env, capped(reminders)), content)
	}
	switch {
	case errors.Is(err, errOtherBytes):
		return outcome{http.StatusConflict, "application/problem+json", problem{
			Type: "urn:ankhai:cong:trung-khoa", Title: "Mã gửi đã dùng", Status: http.StatusConflict, Ma: "E-KHOA-01", Khoa: in.Khoa, LuuY: notice,
			Detail: "Mã gửi này đã dùng cho một hồ sơ có nội dung khác; lập lần gửi mới với mã mới.", Loi: []Finding{},
		}}
	case err != nil:
		return trouble(in.Khoa, "Cổng thực hành không ghi được hồ sơ; kiểm tra chỗ trống trên đĩa.")
	}
	status := http.StatusCreated
	if known {
		status = http.StatusOK
	}
	return outcome{status, "application/json", s.receiptOf(sub, known)}
}

func (s *Sandbox) refusal(in submitRequest, env *envelope, found []Finding, blocking int) outcome {
	r := Refusal{Khoa: in.Khoa, ThoiGian: s.opt.Now(), Loi: found}
	if env != nil {
		r.TenDonVi, r.MaThuTuc = cut(env.values["TenDoiTuong"], 255), cut(env.values["MaThuTuc"], 10)
	}
	detail := fmt.Sprintf("Hồ sơ có %d lỗi: %s", blocking, found[0].ThongBao)
	if s.store.refuse(r) != nil {
		detail += " (Cổng thực hành không ghi được lần từ chối này vào nhật ký.)"
	}
	return outcome{http.StatusUnprocessableEntity, "application/problem+json", problem{
		Type: "urn:ankhai:cong:ho-so", Title: "Hồ sơ không được nhận", Status: http.StatusUnprocessableEntity,
		Ma: found[0].Ma, Khoa: in.Khoa, LuuY: notice, Detail: detail, Loi: found,
	}}
}

func (s *Sandbox) newSubmission(in submitRequest, env *envelope, reminders []Finding) Submission {
	sub := Submission{
		Khoa: in.Khoa, SHA256: in.SHA256, DoDai: int(in.DoDai), MaGiaoDich: newUUID(), ThoiGian: s.opt.Now().Truncate(time.Second),
		MaIVAN: in.MaIVAN, MaThuTuc: env.values["MaThuTuc"], TenThuTuc: env.values["TenThuTuc"], KyKeKhai: env.values["KyKeKhai"],
		TenDonVi: env.values["TenDoiTuong"], MaDonVi: env.values["MaSoBHXH"], MaSoThue: env.values["MaSoThue"], CoQuan: env.values["CoQuanQuanLy"],
		CanhBao: reminders, TraLai: s.register.returns(env), Steps: s.opt.Steps,
	}
	for _, f := range env.files {
		sub.Tep = append(sub.Tep, SubmittedFile{TenFile: f.tenFile, MaToKhai: f.maToKhai, DoDai: len(f.content)})
	}
	if _, ok := s.faults.take(taken); ok {
		sub.TraLai = append(sub.TraLai, Finding{Ma: "E-TRA-01", MucDo: Loi, ThongBao: "Cổng thực hành trả lại hồ sơ này để luyện tập; mở hồ sơ, lập bản mới từ bản bị trả rồi gửi lại"})
	}
	return sub
}

func (s *Sandbox) lookup(w http.ResponseWriter, r *http.Request) {
	sub, ok := s.store.byKey(r.PathValue("khoa"))
	if !ok {
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-01", about(r), "Chưa có hồ sơ", "Cổng chưa nhận hồ sơ nào dưới mã gửi này.")
		return
	}
	answer(w, http.StatusOK, "application/json", s.receiptOf(sub, true))
}

// follow answers …/tien-do and …/ket-qua of a transaction.
func (s *Sandbox) follow(w http.ResponseWriter, r *http.Request) {
	what := r.PathValue("viec")
	if what != "tien-do" && what != "ket-qua" {
		http.NotFound(w, r)
		return
	}
	sub, ok := s.store.byDeal(r.PathValue("maGiaoDich"))
	if !ok {
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-02", about(r), "Không có giao dịch", "Cổng không có giao dịch mang mã này.")
		return
	}
	if what == "tien-do" {
		answer(w, http.StatusOK, "application/json", s.progressOf(sub, s.opt.Now()))
		return
	}
	out, err := s.resultsOf(sub)
	if err != nil {
		refuse(w, http.StatusInternalServerError, "truc-trac", "E-HT-01", about(r), "Cổng trục trặc", "Cổng thực hành không lập được kết quả.")
		return
	}
	answer(w, http.StatusOK, "application/json", out)
}

func (s *Sandbox) health(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, "application/json", struct {
		LuuY      string `json:"luuY"`
		TinhTrang string `json:"tinhTrang"`
		ThoiGian  string `json:"thoiGian"`
		SoHoSo    int    `json:"soHoSoDaNhan"`
	}{notice, "tốt", clock(s.opt.Now()), len(s.store.all())})
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

func newUUID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails since Go 1.24
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
