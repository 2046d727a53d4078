package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
)

const offsetHeader = "X-Tu-Byte"

var (
	hashShape = regexp.MustCompile(`^[0-9a-f]{64}$`)
	ivanShape = regexp.MustCompile(`^[0-9]{5}$`)
)

type uploadAnswer struct {
	LuuY      string `json:"luuY"`
	Khoa      string `json:"khoa"`
	DoDai     int64  `json:"doDai"`
	DaNhan    int64  `json:"daNhan"`
	PhanToiDa int    `json:"phanToiDa"`
	HetHan    string `json:"hetHan"`
}

func uploadOf(u upload) uploadAnswer {
	return uploadAnswer{notice, u.Khoa, u.DoDai, u.daNhan, maxPart, clock(u.HetHan)}
}

// openUpload answers POST /v1/tai-len.
func (s *Sandbox) openUpload(w http.ResponseWriter, r *http.Request) {
	key := about(r)
	body, ok := s.jsonBody(w, r, 64<<10, true)
	if !ok {
		return
	}
	var in upload
	bad := func(detail string) {
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-02", key, badForm, detail)
	}
	switch err := json.Unmarshal(body, &in); {
	case err != nil:
		bad("Thân gói tin: không đọc được JSON.")
		return
	case in.Khoa != key:
		bad("khoa: phải giống " + keyHeader + ".")
		return
	case !ivanShape.MatchString(in.MaIVAN):
		bad("maIVAN: phải có dạng 00999.")
		return
	case !hashShape.MatchString(in.SHA256):
		bad("sha256: phải là 64 chữ số hệ mười sáu viết thường.")
		return
	case in.DoDai < 1:
		bad("doDai: phải lớn hơn 0.")
		return
	case in.DoDai > maxUpload:
		refuse(w, http.StatusRequestEntityTooLarge, "goi-tin", "E-LIM-02", key, badForm, fmt.Sprintf("Tệp hồ sơ: không quá %d MB.", maxUpload>>20))
		return
	}
	in.HetHan = s.now().Add(uploadLife)
	var out upload
	known := false
	err := s.store.update(func(t *tx) (err error) {
		out, known, err = t.openUpload(in)
		return err
	})
	status := http.StatusCreated
	if known {
		status = http.StatusOK
	}
	s.answerUpload(w, r, status, out, err)
}

// askUpload answers GET /v1/tai-len/{khoa}.
func (s *Sandbox) askUpload(w http.ResponseWriter, r *http.Request) {
	u, err := upload{}, errNoUpload
	s.store.read(func(m *memory) {
		if have := m.uploads[r.PathValue("khoa")]; have != nil {
			u, err = *have, nil
		}
	})
	s.answerUpload(w, r, http.StatusOK, u, err)
}

// putPart answers PUT /v1/tai-len/{khoa}. A part that is cut off on its way is kept
// as far as it came.
func (s *Sandbox) putPart(w http.ResponseWriter, r *http.Request) {
	key := r.PathValue("khoa")
	at, err := strconv.ParseInt(r.Header.Get(offsetHeader), 10, 64)
	if err != nil || at < 0 || at > maxUpload {
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-01", about(r), badForm, offsetHeader+": phải là số byte đầu của phần này, từ 0.")
		return
	}
	f, struck := s.faults.take(parting)
	body, whole, ok := s.partBody(w, r)
	if !ok {
		return
	}
	if struck {
		body = body[:len(body)/2]
	}
	var u upload
	err = s.store.update(func(t *tx) (err error) {
		u, err = t.putPart(key, at, body)
		return err
	})
	if struck {
		s.strike(w, f, nil)
		return
	}
	if whole {
		s.answerUpload(w, r, http.StatusOK, u, err)
	}
}

// partBody reads a part; whole is false where the sender went away meanwhile.
func (s *Sandbox) partBody(w http.ResponseWriter, r *http.Request) (body []byte, whole, ok bool) {
	tooLong := func() {
		refuse(w, http.StatusRequestEntityTooLarge, "goi-tin", "E-LIM-02", about(r), badForm, fmt.Sprintf("Một phần: không quá %d MB.", maxPart>>20))
	}
	if r.ContentLength > maxPart {
		tooLong()
		return nil, false, false
	}
	body, err := io.ReadAll(s.slowed(r, http.MaxBytesReader(w, r.Body, maxPart)))
	if e := (*http.MaxBytesError)(nil); errors.As(err, &e) {
		tooLong()
		return nil, false, false
	}
	return body, err == nil, true
}

func (s *Sandbox) answerUpload(w http.ResponseWriter, r *http.Request, status int, u upload, err error) {
	key := about(r)
	switch {
	case err == nil:
		answer(w, status, "application/json", uploadOf(u))
	case errors.Is(err, errNoUpload):
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-03", key, "Chưa mở tải lên", "Cổng không giữ lần tải lên nào dưới mã gửi này; mở lần tải lên mới, hoặc hỏi biên nhận nếu đã nộp.")
	case errors.Is(err, errOtherBytes):
		out := keyTaken(key)
		answer(w, out.status, out.mediaType, out.body)
	case errors.Is(err, errGap):
		refuse(w, http.StatusConflict, "tai-len", "E-TAI-01", key, "Phần không nối tiếp", fmt.Sprintf("Phần gửi phải bắt đầu ở byte %d, hoặc giống hệt phần đã nhận; hỏi lại đã nhận đến đâu rồi gửi tiếp.", u.daNhan))
	case errors.Is(err, errTooMuch):
		refuse(w, http.StatusConflict, "tai-len", "E-TAI-02", key, "Phần vượt quá tệp", fmt.Sprintf("Phần gửi vượt quá độ dài đã khai (%d byte); gửi đúng phần còn thiếu.", u.DoDai))
	default:
		brokenDown(w, r, "Cổng thực hành không ghi được phần tải lên; kiểm tra chỗ trống trên đĩa.")
	}
}

// uploadedContent is the package that came in parts before its submission; detail
// says what is lacking. A key that was submitted already needs no parts.
func (s *Sandbox) uploadedContent(in submitRequest) (content []byte, detail string) {
	if _, held := s.store.byKey(in.Khoa); held {
		return nil, ""
	}
	var u *upload
	err := s.store.update(func(t *tx) (err error) {
		if have := t.mem.uploads[in.Khoa]; have != nil {
			c := *have
			u = &c
			content, err = t.uploaded(in.Khoa)
		}
		return err
	})
	switch {
	case err != nil:
		return nil, "daTaiLen: cổng không đọc lại được phần đã tải lên; tải lên lại từ đầu."
	case u == nil:
		return nil, "daTaiLen: chưa mở lần tải lên nào dưới mã gửi này."
	case u.daNhan < u.DoDai:
		return nil, fmt.Sprintf("daTaiLen: mới nhận %d trên %d byte; gửi tiếp phần còn thiếu.", u.daNhan, u.DoDai)
	case in.DoDai != u.DoDai || in.SHA256 != u.SHA256:
		return nil, "daTaiLen: doDai và sha256 phải giống lúc mở tải lên."
	case hashOf(content) != u.SHA256:
		return nil, "sha256: không khớp với nội dung đã tải lên; tải lên lại dưới mã gửi mới."
	}
	return content, ""
}
