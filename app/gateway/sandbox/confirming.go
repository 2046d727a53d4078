package sandbox

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
)

// mostWrong is how many wrong codes are taken before a fresh one is sent.
const mostWrong = 5

var codeShape = regexp.MustCompile(`^[0-9A-Za-z]{4,12}$`)

// confirm answers …/xac-nhan: the code that was sent to the address in a first
// registration. The same code again gets the same answer.
func (s *Sandbox) confirm(w http.ResponseWriter, r *http.Request, sub Submission) {
	body, ok := s.jsonBody(w, r, 4<<10, false)
	if !ok {
		return
	}
	no := func(ma, title, detail string) {
		refuse(w, http.StatusUnprocessableEntity, "xac-nhan", ma, about(r), title, detail)
	}
	var in struct {
		Ma string `json:"ma"`
	}
	switch err := json.Unmarshal(body, &in); {
	case err != nil || !codeShape.MatchString(in.Ma):
		no("E-XN-01", "Mã không đúng khuôn dạng", "ma: phải có từ 4 đến 12 chữ và số, như trong thư.")
		return
	case sub.XacNhan == nil:
		no("E-XN-03", "Hồ sơ không cần xác nhận", "Chỉ lần đăng ký đầu tiên của đơn vị mới có mã xác nhận.")
		return
	}
	now, right, left := s.now(), false, 0
	err := s.store.update(func(t *tx) error {
		sub := t.mem.keys[sub.Khoa]
		c := *sub.XacNhan
		right = subtle.ConstantTimeCompare([]byte(c.Ma), []byte(in.Ma)) == 1
		switch {
		case right && !c.Luc.IsZero():
			return nil
		case right:
			c.Luc = now
		case !c.Luc.IsZero():
			return nil
		default:
			c.Sai++
			if left = mostWrong - c.Sai; left == 0 {
				c = *freshConfirmation(now)
			}
		}
		sub.XacNhan = &c
		t.putState(sub)
		return s.settleIn(t, now)
	})
	switch {
	case err != nil:
		brokenDown(w, r, "Cổng thực hành không ghi được lần xác nhận; kiểm tra chỗ trống trên đĩa.")
	case right:
		after, _ := s.store.byKey(sub.Khoa)
		s.progress(w, r, after)
	case left > 0:
		no("E-XN-02", "Mã xác nhận không đúng", fmt.Sprintf("Mã xác nhận không đúng; còn %d lần nhập trước khi cổng gửi mã mới.", left))
	default:
		no("E-XN-02", "Mã xác nhận không đúng", "Mã xác nhận không đúng; dùng mã trong thư gửi gần đây nhất.")
	}
}
