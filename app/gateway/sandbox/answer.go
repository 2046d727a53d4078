package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// problem is a refusal after RFC 9457.
type problem struct {
	Type   string    `json:"type"`
	Title  string    `json:"title"`
	Status int       `json:"status"`
	Detail string    `json:"detail"`
	Ma     string    `json:"ma"`
	Khoa   string    `json:"khoa"`
	LuuY   string    `json:"luuY"`
	Loi    []Finding `json:"loi"`
}

func refuse(w http.ResponseWriter, status int, kind, ma, about, title, detail string, loi ...Finding) {
	if loi == nil {
		loi = []Finding{}
	}
	answer(w, status, "application/problem+json", problem{
		Type: "urn:ankhai:cong:" + kind, Title: title, Status: status, Detail: detail, Ma: ma, Khoa: about, LuuY: notice, Loi: loi,
	})
}

// nowhere answers what is no operation. It quotes no key: it says nothing about one.
func (s *Sandbox) nowhere(w http.ResponseWriter, _ *http.Request) {
	refuse(w, http.StatusNotFound, "khong-co-duong", "E-GOI-03", "", "Không có chức năng này", "Địa chỉ hoặc phương thức không có trong giao thức; xem docs/gateway/openapi.yaml.")
}

func answer(w http.ResponseWriter, status int, mediaType string, v any) {
	b, err := json.Marshal(v)
	if err != nil { // no value of ours fails to encode
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Length", fmt.Sprint(len(b)))
	w.WriteHeader(status)
	w.Write(b)
}

// trouble is an answer that settles nothing.
func trouble(khoa, detail string) outcome {
	return outcome{http.StatusInternalServerError, "application/problem+json", problem{
		Type: "urn:ankhai:cong:truc-trac", Title: "Cổng trục trặc", Status: http.StatusInternalServerError,
		Ma: "E-HT-01", Khoa: khoa, LuuY: notice, Detail: detail, Loi: []Finding{},
	}}
}

func keyTaken(khoa string) outcome {
	return outcome{http.StatusConflict, "application/problem+json", problem{
		Type: "urn:ankhai:cong:trung-khoa", Title: "Mã gửi đã dùng", Status: http.StatusConflict, Ma: "E-KHOA-01", Khoa: khoa, LuuY: notice,
		Detail: "Mã gửi này đã dùng cho một hồ sơ có nội dung khác; lập lần gửi mới với mã mới.", Loi: []Finding{},
	}}
}

// outcome is an answer not yet on the wire.
type outcome struct {
	status    int
	mediaType string
	body      any
}
