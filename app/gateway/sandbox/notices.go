package sandbox

import (
	"net/http"
	"slices"
)

// noticeAnswer is ThongBao.
type noticeAnswer struct {
	Ma         string  `json:"ma"`
	Loai       string  `json:"loai"`
	TieuDe     string  `json:"tieuDe"`
	Luc        string  `json:"luc"`
	MaDonVi    string  `json:"maDonVi"`
	Thang      *string `json:"thang"`
	MaGiaoDich *string `json:"maGiaoDich"`
}

func noticeOf(n Notice) noticeAnswer {
	return noticeAnswer{n.Ma, n.Loai, n.TieuDe, clock(n.Luc), n.MaDonVi, orNull(n.Thang), orNull(n.MaGiaoDich)}
}

// noticePage is how many notices one answer brings.
const noticePage = 100

// notices answers GET /v1/thong-bao.
func (s *Sandbox) notices(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	maDonVi, loai, thang, sau := q.Get("maDonVi"), q.Get("loai"), q.Get("thang"), q.Get("sau")
	wrong := ""
	switch {
	case !unitCode.MatchString(maDonVi):
		wrong = "maDonVi: phải có dạng YN0001A."
	case loai != "" && !slices.Contains([]string{LoaiC12, LoaiD09, LoaiKQ, LoaiTB}, loai):
		wrong = "loai: phải là C12, D09, KQ hoặc TB."
	case thang != "" && monthEnd(thang).IsZero():
		wrong = "thang: phải có dạng 2026-11."
	}
	if wrong != "" {
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-02", about(r), badForm, wrong)
		return
	}
	list, more, may := []noticeAnswer{}, "", true
	s.store.read(func(m *memory) {
		if u := m.reg.byCode[maDonVi]; u != nil && !u.serves() || u == nil && m.reg.named {
			may = false
			return
		}
		from := 0
		if at, ok := m.noticeAt[sau]; ok {
			from = at + 1
		}
		for _, n := range m.notices[from:] {
			if n.MaDonVi != maDonVi || loai != "" && n.Loai != loai || thang != "" && n.Thang != thang {
				continue
			}
			if len(list) == noticePage {
				more = list[noticePage-1].Ma
				break
			}
			list = append(list, noticeOf(*n))
		}
	})
	if !may {
		refuse(w, http.StatusForbidden, "tai-khoan", "E-QUYEN-03", about(r), "Không xem được", "Đơn vị chưa đăng ký, hoặc đã ngừng, sử dụng I-VAN này.")
		return
	}
	answer(w, http.StatusOK, "application/json", struct {
		LuuY     string         `json:"luuY"`
		ThongBao []noticeAnswer `json:"thongBao"`
		Tiep     string         `json:"tiep"`
	}{notice, list, more})
}

// oneNotice answers GET /v1/thong-bao/{ma}.
func (s *Sandbox) oneNotice(w http.ResponseWriter, r *http.Request) {
	n, ok := s.store.notice(r.PathValue("ma"))
	if !ok {
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-07", about(r), "Không có thông báo", "Cổng không có thông báo mang mã này.")
		return
	}
	files, err := s.papersOf(n)
	if err != nil {
		brokenDown(w, r, "Cổng thực hành không lập được thông báo.")
		return
	}
	answer(w, http.StatusOK, "application/json", struct {
		LuuY     string       `json:"luuY"`
		ThongBao noticeAnswer `json:"thongBao"`
		Tep      []fileAnswer `json:"tep"`
	}{notice, noticeOf(n), files})
}
