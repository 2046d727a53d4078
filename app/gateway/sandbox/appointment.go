package sandbox

import "time"

// appointment is the return that a fault wants: at step 3, or after so many working
// days, as Quyết định 366/QĐ-BHXH, Điều 5, 1.1 lets an officer (three at most).
func (s *Sandbox) appointment(f fault, received time.Time) *Appointment {
	a := &Appointment{Sau: s.opt.Steps.GiaiQuyet, LyDo: Finding{Ma: "E-TRA-01", MucDo: Loi, ThongBao: "Cổng thực hành trả lại hồ sơ này để luyện tập; mở hồ sơ, lập bản mới từ bản bị trả rồi gửi lại"}}
	if f.name == "return-days" {
		a.Sau = s.workingDaysAfter(received, f.bytes).Sub(received)
		a.LyDo.ThongBao = "Thành phần hồ sơ chưa đủ để giải quyết (cổng thực hành trả lại sau khi cán bộ xem, để luyện tập); mở hồ sơ, lập bản mới từ bản bị trả, bổ sung rồi gửi lại"
	}
	return a
}

// workingDaysAfter is the same time of the day n working days later.
func (s *Sandbox) workingDaysAfter(at time.Time, n int) time.Time {
	for n > 0 {
		at = at.AddDate(0, 0, 1)
		if s.works(at) {
			n--
		}
	}
	return at
}

func (s *Sandbox) works(at time.Time) bool {
	at = at.In(ict)
	if s.opt.WorkingDay != nil {
		return s.opt.WorkingDay(at)
	}
	return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday
}
