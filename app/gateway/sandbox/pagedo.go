package sandbox

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// mostAhead bounds one jump of the clock.
const mostAhead = 400 * 24 * time.Hour

// form guards what a page's form does: the form must be one of ours. Its hidden
// token is known to our own pages alone, and the browser must say that the request
// comes from them.
func (s *Sandbox) form(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		if err := r.ParseForm(); err != nil {
			s.sayPage(w, http.StatusBadRequest, "Không đọc được biểu mẫu.")
			return
		}
		if !ownOrigin(r) || subtle.ConstantTimeCompare([]byte(r.PostForm.Get("the")), []byte(s.token)) != 1 {
			s.sayPage(w, http.StatusForbidden, "Biểu mẫu này không phải của trang đang mở; tải lại trang rồi làm lại.")
			return
		}
		h(w, r)
	}
}

// ownOrigin says that a browser sent a request from a page of this address, or that
// it was not a browser that sent it.
func ownOrigin(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "https" && u.Host == r.Host
}

// officer answers the two buttons of a package: …/tra-lai and …/duyet.
func (s *Sandbox) officer(w http.ResponseWriter, r *http.Request) {
	sub, ok := s.store.byDeal(r.PathValue("maGiaoDich"))
	if !ok {
		s.sayPage(w, http.StatusNotFound, "Không có hồ sơ này.")
		return
	}
	var err error
	switch r.PathValue("viec") {
	case "tra-lai":
		why := strings.TrimSpace(r.PostForm.Get("lyDo"))
		if why == "" || len([]rune(why)) > 1000 {
			s.sayPage(w, http.StatusUnprocessableEntity, "Lý do trả lại: phải có, không quá 1000 ký tự.")
			return
		}
		err = s.TraLai(sub.Khoa, why)
	case "duyet":
		err = s.Duyet(sub.Khoa)
	default:
		s.sayPage(w, http.StatusNotFound, "Không có việc này.")
		return
	}
	switch {
	case errors.Is(err, ErrClosed):
		s.sayPage(w, http.StatusConflict, "Hồ sơ này đã có kết quả hoặc đã trả lại, không đổi được nữa.")
	case err != nil:
		s.sayPage(w, http.StatusConflict, "Chưa làm được: hồ sơ đang chờ mã xác nhận, hoặc sổ của cổng không ghi được.")
	default:
		http.Redirect(w, r, "/ho-so/"+sub.MaGiaoDich, http.StatusSeeOther)
	}
}

// jump answers the buttons of the clock.
func (s *Sandbox) jump(w http.ResponseWriter, r *http.Request) {
	hours, err := strconv.Atoi(r.PostForm.Get("gio"))
	d := time.Duration(hours) * time.Hour
	if err != nil || hours < 1 || d > mostAhead {
		s.sayPage(w, http.StatusUnprocessableEntity, "Đồng hồ: chỉ vặn tới, từ 1 giờ đến 400 ngày một lần.")
		return
	}
	if s.PutAhead(d) != nil {
		s.sayPage(w, http.StatusInternalServerError, "Sổ của cổng không ghi được; kiểm tra chỗ trống trên đĩa.")
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// breakDown answers the form of the faults on demand.
func (s *Sandbox) breakDown(w http.ResponseWriter, r *http.Request) {
	if err := s.SetFaults(r.PostForm.Get("kichBan")); err != nil {
		s.sayPage(w, http.StatusUnprocessableEntity, "Kịch bản trục trặc không hiểu được; ví dụ: drop-answer:1, 503:2, delay:200ms. Để trống là chạy bình thường.")
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *Sandbox) sayPage(w http.ResponseWriter, status int, say string) {
	s.show(w, status, "say", map[string]any{"Notice": notice, "Say": say})
}
