package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ankhai/app/gateway"
	"ankhai/signing"
	"ankhai/signing/doctor"
)

// Exam is one line of the doctor: what was looked at, whether it is well, and
// what to do if not.
type Exam struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Say  string `json:"message"`
}

// Examine looks at what a month's work needs: the data, the journal, the key,
// the clock, the gateway.
func (o *Office) Examine(ctx context.Context) []Exam {
	out := append([]Exam{o.examineData(ctx)}, o.examineKeys()...)
	out = append(out, o.examinePapers(ctx), o.examineClock())
	dv, err := o.Company(ctx)
	if err != nil {
		return append(out, Exam{"Đơn vị", false, Say(err)})
	}
	out = append(out, Exam{"Đơn vị", true, dv.Ten + ", mã số thuế " + dv.MaSoThue})
	if dv.ThucHanh {
		key, err := o.PracticeKey(dv)
		if err != nil {
			out = append(out, Exam{"Khoá ký", false, signing.Say(err)})
		} else {
			out = append(out, Exam{"Khoá ký", true, "khoá thực hành, hạn " + dayIn(key.Certificate().NotAfter).String()})
			key.Close()
		}
	} else {
		out = append(out, o.examineTokens(ctx)...)
	}
	return append(out, o.examineGateway(ctx, dv.MaSoThue))
}

func (o *Office) examineData(ctx context.Context) Exam {
	n, err := o.store.VerifyJournal(ctx)
	if err != nil {
		return Exam{"Dữ liệu", false, Say(err)}
	}
	events, err := o.store.VerifyEvents(ctx)
	if err != nil {
		return Exam{"Dữ liệu", false, Say(err)}
	}
	return Exam{"Dữ liệu", true, fmt.Sprintf("mở được, nhật ký %d dòng và %d sự kiện của hồ sơ nguyên vẹn", n, events)}
}

// examineClock notices a clock that cannot be right: before this program was made.
func (o *Office) examineClock() Exam {
	if now := o.now(); now.Before(made) || now.After(made.AddDate(20, 0, 0)) {
		return Exam{"Đồng hồ", false, "máy đang ghi ngày " + dayIn(now).String() + ". Chỉnh lại ngày giờ trước khi ký."}
	}
	return Exam{"Đồng hồ", true, "ngày " + o.Today().String()}
}

// examineTokens is the token doctor, line by line.
func (o *Office) examineTokens(ctx context.Context) []Exam {
	found, err := o.TokenDoctor(ctx)
	if err != nil {
		return []Exam{{"Token", false, Say(err)}}
	}
	var out []Exam
	for _, f := range found {
		say := f.Say
		if f.Mend != "" {
			say += ". " + f.Mend
		}
		out = append(out, Exam{f.Where, f.Level != doctor.Bad, say + " (" + f.Code + ")"})
	}
	return out
}

func (o *Office) examineGateway(ctx context.Context, mst string) Exam {
	road, err := o.roadOf(ctx, mst, "")
	if errors.Is(err, ErrNoGateway) {
		return Exam{"Cổng", false, "chưa chọn cổng. Chọn bằng bhxh init --tax-code " + mst + " --gateway https://…, file:THƯ_MỤC, hoặc thuc-hanh để tập."}
	}
	if err != nil {
		return Exam{"Cổng", false, Say(err)}
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_, err = road.Lookup(ctx, gateway.NewKey())
	if err == nil || errors.Is(err, gateway.ErrUnknownKey) {
		return Exam{"Cổng", true, "trả lời bình thường"}
	}
	return Exam{"Cổng", false, Say(err)}
}
