package sandbox

import "net/http"

// CodeList is one list of codes that is handed in.
type CodeList struct {
	Ten      string // tinh, phuong-an: lower-case letters, digits, hyphens
	TieuDe   string
	PhienBan string // the day of its data, 2026-11-22
	SoDong   int    // without the line of names
	NoiDung  string // UTF-8, columns parted by tabs, the first line names them
}

func (o Options) lists() []CodeList {
	if o.Lists == nil {
		return nil
	}
	return o.Lists()
}

type listAnswer struct {
	Ten      string `json:"ten"`
	TieuDe   string `json:"tieuDe"`
	PhienBan string `json:"phienBan"`
	SoDong   int    `json:"soDong"`
	SHA256   string `json:"sha256"`
}

func listOf(l CodeList) listAnswer {
	return listAnswer{l.Ten, l.TieuDe, l.PhienBan, l.SoDong, hashOf([]byte(l.NoiDung))}
}

// lists answers GET /v1/danh-muc.
func (s *Sandbox) lists(w http.ResponseWriter, _ *http.Request) {
	out := []listAnswer{}
	for _, l := range s.codeLists() {
		out = append(out, listOf(l))
	}
	answer(w, http.StatusOK, "application/json", struct {
		LuuY    string       `json:"luuY"`
		DanhMuc []listAnswer `json:"danhMuc"`
	}{notice, out})
}

// oneList answers GET /v1/danh-muc/{ten}.
func (s *Sandbox) oneList(w http.ResponseWriter, r *http.Request) {
	for _, l := range s.codeLists() {
		if l.Ten != r.PathValue("ten") {
			continue
		}
		head := listOf(l)
		w.Header().Set("ETag", `"`+head.SHA256+`"`)
		answer(w, http.StatusOK, "application/json", struct {
			LuuY    string     `json:"luuY"`
			DanhMuc listAnswer `json:"danhMuc"`
			NoiDung string     `json:"noiDung"`
		}{notice, head, l.NoiDung})
		return
	}
	refuse(w, http.StatusNotFound, "khong-co", "E-TIM-08", about(r), "Không có danh mục", "Cổng không có danh mục mang tên này.")
}
