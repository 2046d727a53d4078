package sandbox

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"time"
)

func (s *Sandbox) lookup(w http.ResponseWriter, r *http.Request) {
	sub, ok := s.store.byKey(r.PathValue("khoa"))
	if !ok {
		refuse(w, http.StatusNotFound, "khong-co", "E-TIM-01", about(r), "Chưa có hồ sơ", "Cổng chưa nhận hồ sơ nào dưới mã gửi này.")
		return
	}
	answer(w, http.StatusOK, "application/json", s.receiptOf(sub, true))
}

// deal hands the transaction that a request names to a handler.
func (s *Sandbox) deal(h func(http.ResponseWriter, *http.Request, Submission)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sub, ok := s.store.byDeal(r.PathValue("maGiaoDich"))
		if !ok {
			refuse(w, http.StatusNotFound, "khong-co", "E-TIM-02", about(r), "Không có giao dịch", "Cổng không có giao dịch mang mã này.")
			return
		}
		h(w, r, sub)
	}
}

// follow answers …/tien-do and …/ket-qua.
func (s *Sandbox) follow(w http.ResponseWriter, r *http.Request, sub Submission) {
	switch r.PathValue("viec") {
	case "tien-do":
		s.progress(w, r, sub)
	case "ket-qua":
		s.result(w, r, sub)
	default:
		http.NotFound(w, r)
	}
}

// progress answers …/tien-do.
func (s *Sandbox) progress(w http.ResponseWriter, _ *http.Request, sub Submission) {
	answer(w, http.StatusOK, "application/json", s.progressOf(sub, s.now()))
}

func (s *Sandbox) health(w http.ResponseWriter, _ *http.Request) {
	_, total := s.store.latest(0)
	answer(w, http.StatusOK, "application/json", struct {
		LuuY      string `json:"luuY"`
		TinhTrang string `json:"tinhTrang"`
		ThoiGian  string `json:"thoiGian"`
		SoHoSo    int    `json:"soHoSoDaNhan"`
	}{notice, "tốt", clock(s.now()), total})
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
