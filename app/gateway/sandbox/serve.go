package sandbox

import (
	"crypto/subtle"
	"io"
	"net"
	"net/http"
	"regexp"
)

const (
	keyHeader  = "X-Ma-Giao-Dich-Khoa"
	ivanHeader = "X-Ma-IVAN"
	maxBody    = 24 << 20
)

var uuidShape = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

func (s *Sandbox) handler() http.Handler {
	mux := http.NewServeMux()
	ask := func(h http.HandlerFunc) http.HandlerFunc { return s.account(s.settled(s.asked(h))) }
	tell := func(h http.HandlerFunc) http.HandlerFunc { return s.account(s.settled(h)) }
	for pattern, h := range map[string]http.HandlerFunc{
		"POST /v1/ho-so":                       tell(s.submit),
		"GET /v1/ho-so/khoa/{khoa}":            ask(s.lookup),
		"GET /v1/ho-so/{maGiaoDich}/{viec}":    ask(s.deal(s.follow)), // one pattern: two would meet that of khoa
		"POST /v1/ho-so/{maGiaoDich}/xac-nhan": tell(s.deal(s.confirm)),
		"POST /v1/tai-len":                     tell(s.openUpload),
		"GET /v1/tai-len/{khoa}":               ask(s.askUpload),
		"PUT /v1/tai-len/{khoa}":               tell(s.putPart),
		"GET /v1/don-vi/{maSoThue}":            ask(s.unit),
		"GET /v1/thong-bao":                    ask(s.notices),
		"GET /v1/thong-bao/{ma}":               ask(s.oneNotice),
		"POST /v1/tra-cuu/nguoi":               ask(s.person),
		"GET /v1/danh-muc":                     ask(s.lists),
		"GET /v1/danh-muc/{ten}":               ask(s.oneList),
		"GET /v1/suc-khoe":                     s.health,
		"GET /{$}":                             s.settled(s.page),
		"GET /ho-so/{maGiaoDich}":              s.settled(s.onePage),
		"GET /ho-so/{maGiaoDich}/tep/{n}":      s.settled(s.download),
		"POST /ho-so/{maGiaoDich}/{viec}":      s.form(s.officer),
		"GET /so":                              s.settled(s.registerPage),
		"POST /truc-trac":                      s.form(s.breakDown),
		"/v1/":                                 s.nowhere,
		"POST /dong-ho":                        s.form(s.jump),
	} {
		mux.HandleFunc(pattern, h)
	}
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
	for _, v := range []string{r.PathValue("khoa"), r.PathValue("maGiaoDich"), r.PathValue("ma"), r.Header.Get(keyHeader)} {
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

// settled lets happen what is due before a request is dealt with.
func (s *Sandbox) settled(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if s.settle() != nil {
			brokenDown(w, r, "Cổng thực hành không ghi được sổ; kiểm tra chỗ trống trên đĩa.")
			return
		}
		h(w, r)
	}
}
